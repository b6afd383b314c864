"""The published schema is the one of the types, and it holds what is written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from extract.records import SCHEMA_VERSION
from extract.writing.schema import report_schema, schema_text

EMPTY: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "document": {
        "id": "a-0a1b2c3d",
        "source": {"name": "a.txt", "sha256": "0" * 64, "media_type": "text/plain", "pages": None},
        "reader": "text",
        "title": None,
        "authority": None,
        "date": None,
        "review": None,
        "committee": None,
        "draft": False,
        "facts": [],
        "coverage": {"characters": 0, "explained": 0, "pages": []},
        "warnings": [],
    },
    "recommendations": [],
}


def test_the_published_schema_is_that_of_the_types(checkout: Path) -> None:
    published = (checkout / "docs" / "schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "write schema_text() to docs/schema.json, and let the version rise if need be"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(report_schema())


def test_every_field_is_described() -> None:
    definitions = report_schema()["$defs"]
    bare = [
        (name, field)
        for name, definition in definitions.items()
        for field, schema in definition.get("properties", {}).items()
        if "description" not in schema
    ]
    assert bare == []


def _without(document: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != name}


@pytest.mark.parametrize(
    "change",
    [
        lambda report: _without(report, "document"),
        lambda report: {**report, "schema_version": "0.9"},
        lambda report: {**report, "more": 1},
        lambda report: {**report, "document": {**report["document"], "date": {"start": "01/02/2024"}}},
        lambda report: {**report, "document": {**report["document"], "source": {"sha256": "short"}}},
        lambda report: {**report, "recommendations": [{}]},
    ],
)
def test_what_breaks_the_contract_is_refused(change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    validator = Draft202012Validator(report_schema())
    validator.validate(EMPTY)
    assert not validator.is_valid(change(EMPTY))


def test_the_schema_names_its_draft_and_version() -> None:
    schema = json.loads(schema_text())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f":{SCHEMA_VERSION}")
    assert msgspec.json.decode(schema_text()) == report_schema()

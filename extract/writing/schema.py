"""The JSON Schema of what is written, generated from the types: published as ``docs/schema.json``."""

import json
from typing import Any

import msgspec

from extract.records import SCHEMA_VERSION, Report

SCHEMA_ID = f"urn:scrutiny-extract:report:{SCHEMA_VERSION}"


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a report."""
    (root,), definitions = msgspec.json.schema_components([Report], ref_template="#/$defs/{name}")
    definitions["Report"]["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A scrutiny response as data",
        "description": definitions["Report"]["description"],
        **root,
        "$defs": definitions,
    }
    return msgspec.json.decode(msgspec.json.encode(schema), type=dict[str, Any])  # a default () is a list in JSON


def schema_text() -> str:
    """The schema as the text of its published file."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"

"""The JSON Schema of a file of corrections."""

import json
from typing import Any, Final

import msgspec

from extract.correcting.file import VERSION, CorrectionsFile

SCHEMA_ID: Final = f"urn:scrutiny-extract:corrections:{VERSION}"


def corrections_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file of corrections."""
    (root,), definitions = msgspec.json.schema_components([CorrectionsFile], ref_template="#/$defs/{name}")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "What people have put right in scrutiny responses as data",
        **root,
        "$defs": definitions,
    }
    return msgspec.json.decode(msgspec.json.encode(schema), type=dict[str, Any])  # a default () is a list in JSON


def schema_text() -> str:
    """The schema as the text of its published file."""
    return json.dumps(corrections_schema(), indent=2, ensure_ascii=False) + "\n"

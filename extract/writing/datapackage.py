"""The description of the tables that other programs read: a Frictionless Data Package, version 2.

Licences are left out, for they are those of the documents that were read; so is the time of writing, so that the
same documents give the same bytes.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from extract.records import SCHEMA_VERSION
from extract.writing.columns import TABLES, Column, ColumnType, TableType
from extract.writing.rows import DocumentRow

FILE_NAME: Final = "datapackage.json"

_PROFILES = "https://datapackage.org/profiles/2.0"


def encode_package(documents: Iterable[DocumentRow], files: Mapping[str, bytes]) -> bytes:
    """The bytes of ``datapackage.json``.

    Args:
        documents: the inputs, named as the sources.
        files: the bytes of each CSV file by its name.
    """
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "scrutiny-responses",
        "title": "Scrutiny recommendations and the answers to them",
        "description": (
            "Recommendations of scrutiny bodies, what was answered, who is to act, what was promised and by when, as "
            "read from published responses. An empty cell means that the document does not say. A cell whose text "
            "could be taken for a formula begins with an apostrophe that is not part of the text; a control "
            "character is written as _x000D_, its number in four hex digits."
        ),
        "version": SCHEMA_VERSION,
        **_sources(documents),
        "resources": [_resource(table, files[table.file_name]) for table in TABLES],
    }
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def _sources(documents: Iterable[DocumentRow]) -> dict[str, Any]:
    """The inputs as the property ``sources``; nothing where there are none, for an empty list is not allowed."""
    sources = [{"title": each.title or each.source_name, "path": each.source_name} for each in documents]
    return {"sources": sources} if sources else {}


def _resource(table: TableType, data: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": table.file_name,
        "title": table.title,
        "description": f"Each row is: {_first_line(table)}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": _dialect(),
        "schema": _schema(table),
    }


def _first_line(table: TableType) -> str:
    return (table.row.__doc__ or "").strip().partition("\n")[0]


def _dialect() -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/tabledialect.json",
        "header": True,
        "delimiter": ",",
        "lineTerminator": "\r\n",
        "quoteChar": '"',
        "doubleQuote": True,
    }


def _schema(table: TableType) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, unique=table.key == (column.name,)) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.links:
        schema["foreignKeys"] = [
            {"fields": [link.column], "reference": {"resource": link.table, "fields": [link.column]}}
            for link in table.links
        ]
    return schema


def _field(column: Column, *, unique: bool) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "unique": unique or None,
        "enum": list(column.values) or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    return {
        "name": column.name,
        "title": column.name.replace("_", " ").capitalize(),
        "type": column.type.value,
        "format": "%Y-%m-%d" if column.type is ColumnType.DATE else "default",
        "description": column.description,
        "unit": column.unit,
        "constraints": {name: value for name, value in constraints.items() if value is not None},
    }

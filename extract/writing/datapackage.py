"""The description of the tables that other programs read: a Frictionless Data Package, version 2.

Licences are left out, for they are those of the documents that were read; so is the time of writing, so that the
same documents give the same bytes; and so are the sources, for ``documents.csv`` lists them, however many they are.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from extract.records import SCHEMA_VERSION
from extract.writing.columns import TABLES, Column, ColumnType, TableType

FILE_NAME: Final = "datapackage.json"

_PROFILES = "https://datapackage.org/profiles/2.0"


def encode_package(folder: Path) -> bytes:
    """The bytes of ``datapackage.json`` for the CSV files in a folder, which are complete.

    Raises:
        OSError: one of them cannot be read.
    """
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "scrutiny-responses",
        "title": "Scrutiny recommendations and the answers to them",
        "description": (
            "Recommendations of scrutiny bodies, what was answered, who is to act, what was promised and by when, as "
            "read from the published responses that documents.csv lists. An empty cell means that the document does "
            "not say. A cell whose text could be taken for a formula begins with an apostrophe that is not part of "
            "the text; a control character is written as _x000D_, its number in four hex digits."
        ),
        "version": SCHEMA_VERSION,
        "resources": [_resource(table, folder / table.file_name) for table in TABLES],
    }
    return _encoded(package)


def with_table(package: bytes, table: TableType, folder: Path) -> bytes:
    """The bytes of ``datapackage.json`` with one more table, whose CSV file is complete, in the place of its old one.

    Raises:
        OSError: the file cannot be read.
    """
    described = json.loads(package)
    others = [each for each in described["resources"] if each["name"] != table.name]
    described["resources"] = [*others, _resource(table, folder / table.file_name)]
    return _encoded(described)


def _encoded(package: dict[str, Any]) -> bytes:
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def _resource(table: TableType, path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
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
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
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

"""The five tables as typed Parquet files, a folder for each: ``parquet/dates/part-00001.parquet``.

They have the columns of the CSV files and, after them, the lists and places that a flat table has no room for.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from pyarrow import parquet

from extract.results import Result
from extract.storage.local import writing
from extract.writing.columns import TABLES, Column, ColumnType, TableType
from extract.writing.parquet_nested import fields_of, rows_with_nested
from extract.writing.sinks import Begun, Options
from extract.writing.tables import tables_of

FOLDER: Final = "parquet"

_GROUP_ROWS = 5_000  # rows that wait in memory, and stand in a file as one group
_TYPES: Final = {
    ColumnType.STRING: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.NUMBER: pa.float64(),
    ColumnType.DATE: pa.date32(),
}


class ParquetSink:
    """The tables of a run, each in parts of as many rows as the options say."""

    def __init__(self, folder: Path, options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin the folders of the tables."""
        self._tables = [(table, _PartedTable(table, folder, options.part_rows)) for table in TABLES]

    def add(self, result: Result) -> None:
        """Write the rows of a result."""
        tables = tables_of(result)
        for table, parts in self._tables:
            parts.add(rows_with_nested(table, tables.rows_of(table.name), result))

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for the description of a Parquet file stands at its end."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(name for _, parts in self._tables for name in parts.close())

    def abandon(self) -> None:
        """Let go of the parts that are being written."""
        for _, parts in self._tables:
            parts.abandon()


class _PartedTable:
    """The parts of one table; rows wait in memory until they are enough for a group or fill the part."""

    def __init__(self, table: TableType, folder: Path, part_rows: int) -> None:
        self._schema = pa.schema([*map(_field, table.columns), *fields_of(table)])
        self._folder = folder
        self._place = f"{FOLDER}/{table.name}"
        self._names: list[str] = []
        self._part: _Part | None = None
        self._part_rows = self._room = part_rows
        self._waiting: list[tuple[object, ...]] = []

    def add(self, rows: Iterable[tuple[object, ...]]) -> None:
        """Take some rows, and write them as soon as they are enough."""
        for row in rows:
            self._waiting.append(row)
            if len(self._waiting) == min(_GROUP_ROWS, self._room):
                self._write()

    def close(self) -> tuple[str, ...]:
        """The names of all parts; a table without rows has one part without rows."""
        if self._waiting:
            self._write()
        if not self._names:
            self._part = self._begin()
        self._end()
        return tuple(self._names)

    def abandon(self) -> None:
        """Let go of the part that is being written."""
        if self._part:
            self._part.abandon()

    def _write(self) -> None:
        """Write the rows that wait as a group, and complete the part that they fill."""
        self._part = self._part or self._begin()
        self._part.write(self._waiting)
        self._room -= len(self._waiting)
        self._waiting = []
        if not self._room:
            self._end()

    def _begin(self) -> "_Part":
        name = f"{self._place}/part-{len(self._names) + 1:05}.parquet"
        self._names.append(name)
        return _Part(self._folder / name, self._schema)

    def _end(self) -> None:
        if self._part:
            self._part.close()
        self._part = None
        self._room = self._part_rows


class _Part:
    """A Parquet file that is being written."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._path = path
        self._schema = schema
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("wb")
        self._writer = parquet.ParquetWriter(self._file, schema, compression="zstd")

    def write(self, rows: Sequence[tuple[object, ...]]) -> None:
        """Add some rows, as a group."""
        columns = zip(*rows, strict=True)
        arrays = [_array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
        with writing(self._path):
            self._writer.write_table(pa.table(arrays, schema=self._schema))

    def close(self) -> None:
        """Complete it."""
        with writing(self._path):
            self._writer.close()
            self._file.close()

    def abandon(self) -> None:
        """Let go of it as it is."""
        for held in (self._writer, self._file):
            with suppress(OSError):
                held.close()


def _field(column: Column) -> pa.Field:
    about = {"description": column.description, "unit": column.unit}
    return pa.field(column.name, _TYPES[column.type], nullable=column.optional, metadata=about)


def _array(values: Iterable[Any], kind: pa.DataType) -> pa.Array:
    """The values of a column; half of a surrogate pair, as in the name of a file, is no text and becomes ``?``."""
    if pa.types.is_string(kind):
        values = [None if value is None else value.encode("utf-8", "replace") for value in values]
    return pa.array(values, kind)

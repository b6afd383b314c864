"""The tables as CSV files, and back: RFC 4180, UTF-8, ISO 8601 dates, one header row, no cell that is a formula."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from extract.errors import DamagedFileError, InputMissingError
from extract.writing.cells import from_cell, to_cell
from extract.writing.columns import TABLES, ColumnType, TableType
from extract.writing.rows import Row
from extract.writing.tables import Tables

_LONGEST_CELL = 2**31 - 1  # a whole report may stand in one cell; the limit of the csv module is 131,072 characters
_ADVICE = "Write the tables again; see docs/schema.json and datapackage.json for what they hold."


def encode_header(table: TableType, *, bom: bool = True) -> bytes:
    """The first line of a CSV file.

    Args:
        table: the table that it is of.
        bom: a byte order mark stands first, so that Excel shows accents and quotation marks right.
    """
    return (codecs.BOM_UTF8 if bom else b"") + _lines([[column.name for column in table.columns]])


def encode_rows(table: TableType, rows: Iterable[Row]) -> bytes:
    """The lines of some rows of a table, as they stand in its CSV file."""
    return _lines(_cells(table, row) for row in rows)


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _cells(table: TableType, row: Row) -> list[object]:
    """What the csv module writes of a row: days in ISO 8601, numbers as short as they can be, nothing for ``None``."""
    return [
        to_cell(value) if column.type is ColumnType.STRING and value is not None else value
        for column, value in zip(table.columns, msgspec.structs.astuple(row), strict=True)
    ]


def load_tables(folder: Path) -> Tables:
    """The rows of the CSV files in a folder: exactly those that were written, with or without byte order mark.

    Raises:
        InputMissingError: one of the five files is not there or may not be read.
        DamagedFileError: a file has other columns, or a cell does not fit its column.
    """
    return msgspec.convert({table.name: tuple(_load(table, folder)) for table in TABLES}, Tables)


def _load(table: TableType, folder: Path) -> Iterator[Row]:
    path = folder / table.file_name
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise DamagedFileError("This table is not UTF-8.", str(path), _ADVICE) from fault
    except OSError as fault:
        raise InputMissingError("This table cannot be read.", str(path), "Give the folder of the outputs.") from fault
    yield from decode_rows(table, text, str(path))


def decode_rows(table: TableType, text: str, where: str) -> Iterator[Row]:
    """The rows of the text of a CSV file, one after the other.

    Raises:
        DamagedFileError: it has other columns, or a cell does not fit its column; ``where`` names the file.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""))
    if tuple(next(lines, ())) != tuple(column.name for column in table.columns):
        raise DamagedFileError(f"This is not the table of {table.name}: its columns differ.", where, _ADVICE)
    for cells in lines:
        try:
            yield _decode(table, cells)
        except ValueError as fault:
            raise DamagedFileError(f"Line {lines.line_num} does not fit: {fault}.", where, _ADVICE) from fault


def _decode(table: TableType, cells: list[str]) -> Row:
    values: dict[str, str | None] = {}
    for column, cell in zip(table.columns, cells, strict=True):
        values[column.name] = None if column.optional and not cell else from_cell(cell)
    return msgspec.convert(values, table.row, strict=False)

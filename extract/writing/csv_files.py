"""The tables as CSV files, and back: RFC 4180, UTF-8, ISO 8601 dates, one header row, no cell that is a formula."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pandas as pd

from extract.errors import DamagedFileError, InputMissingError
from extract.writing.cells import from_cell, to_cell
from extract.writing.columns import TABLES, ColumnType, TableType
from extract.writing.frames import frames_of
from extract.writing.rows import Row
from extract.writing.tables import Tables

_LONGEST_CELL = 2**31 - 1  # a whole report may stand in one cell; the limit of the csv module is 131,072 characters
_ADVICE = "Write the tables again; see docs/schema.json and datapackage.json for what they hold."


def encode_tables(tables: Tables, *, bom: bool = True) -> dict[str, bytes]:
    """The bytes of each CSV file by its name, in the order of ``TABLES``.

    Args:
        tables: the rows.
        bom: a byte order mark stands first, so that Excel shows accents and quotation marks right.
    """
    frames = frames_of(tables)
    return {table.file_name: _encode(table, frames[table.name], bom=bom) for table in TABLES}


def _encode(table: TableType, frame: pd.DataFrame, *, bom: bool) -> bytes:
    for column in table.columns:
        if column.type is ColumnType.STRING:
            frame[column.name] = frame[column.name].map(to_cell, na_action="ignore")
    text = frame.to_csv(None, index=False, lineterminator="\r\n", date_format="%Y-%m-%d")
    return (codecs.BOM_UTF8 if bom else b"") + text.encode()


def load_frames(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables of an output folder as typed data frames by name; see ``extract.writing.frames.to_frames``.

    Raises:
        InputMissingError: one of the five files is not there or may not be read.
        DamagedFileError: a file has other columns, or a cell does not fit its column.
    """
    return frames_of(load_tables(folder))


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

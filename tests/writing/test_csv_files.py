"""What is written into the tables is what is read from them."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import DamagedFileError, InputMissingError
from extract.results import Result
from extract.writing.cells import to_cell
from extract.writing.columns import TABLES, Column, ColumnType
from extract.writing.csv_files import encode_header, encode_rows, load_tables
from extract.writing.frames import frames_of
from extract.writing.tables import Tables, to_tables
from tests.writing.written import write


def _values(column: Column) -> st.SearchStrategy[Any]:
    """Whatever a column may hold."""
    filled = column.optional or column.required
    kinds: dict[ColumnType, st.SearchStrategy[Any]] = {
        ColumnType.STRING: st.text(st.characters(exclude_categories=()), min_size=1 if filled else 0),
        ColumnType.INTEGER: st.integers(int(column.minimum or 0), 2**40),
        ColumnType.NUMBER: st.floats(0, 1),
        ColumnType.DATE: st.dates(date(1000, 1, 1)),
    }
    values = st.sampled_from(column.values) if column.values else kinds[column.type]
    values = st.from_regex(column.pattern, fullmatch=True) if column.pattern else values
    return values | st.none() if column.optional else values


def _rows() -> st.SearchStrategy[Tables]:
    tables = {
        table.name: st.lists(
            st.fixed_dictionaries({column.name: _values(column) for column in table.columns}), max_size=2
        )
        for table in TABLES
    }
    return st.fixed_dictionaries(tables).map(lambda each: msgspec.convert(each, Tables))


def _encoded(tables: Tables, *, bom: bool = True) -> dict[str, bytes]:
    """The bytes of each file by its name."""
    return {
        table.file_name: encode_header(table, bom=bom) + encode_rows(table, tables.rows_of(table.name))
        for table in TABLES
    }


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(_rows(), st.booleans())
def test_rows_come_back_as_they_were(tmp_path: Path, tables: Tables, bom: bool) -> None:  # noqa: FBT001 - drawn
    for name, data in _encoded(tables, bom=bom).items():
        (tmp_path / name).write_bytes(data)
    assert load_tables(tmp_path) == tables


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(_rows())
def test_the_bytes_are_those_that_pandas_writes(tables: Tables) -> None:
    frames = frames_of(tables)
    for table in TABLES:
        frame = frames[table.name]
        for column in table.columns:
            if column.type is ColumnType.STRING:
                frame[column.name] = frame[column.name].map(to_cell, na_action="ignore")
        text = frame.to_csv(None, index=False, lineterminator="\r\n", date_format="%Y-%m-%d")
        assert _encoded(tables, bom=False)[table.file_name].decode() == text


def test_a_file_is_rfc_4180(results: Sequence[Result]) -> None:
    files = _encoded(to_tables(results), bom=False)
    for table in TABLES:
        data = files[table.file_name].decode()
        lines = list(csv.reader(io.StringIO(data, newline=""), strict=True))
        assert lines[0] == [column.name for column in table.columns]
        assert {len(line) for line in lines} == {len(table.columns)}
        assert data.endswith("\r\n")


def test_a_row_is_written_as(results: Sequence[Result]) -> None:
    table = next(table for table in TABLES if table.name == "dates")
    assert encode_rows(table, to_tables(results).dates).decode() == (
        "review-0a1b2c3d/1,review-0a1b2c3d/1/c1,March 2023,period,2023-03-01,2023-03-31,2023-03,month,deadline,3\r\n"
        "review-0a1b2c3d/1,,May 2023,period,2023-05-01,2023-05-31,2023-05,month,deadline,2\r\n"
    )


def test_a_cell_beyond_the_limit_of_spreadsheets_stays_whole(results: Sequence[Result], tmp_path: Path) -> None:
    tables = to_tables(results)
    long = msgspec.structs.replace(tables.recommendations[0], response="word " * 40_000)
    grown = Tables(tables.documents, (long,), (), (), ())
    for name, data in _encoded(grown).items():
        (tmp_path / name).write_bytes(data)
    assert load_tables(tmp_path) == grown


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputMissingError, match=r"documents\.csv"):
        load_tables(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ((b"document_id,", b"document,"), "its columns differ"),
        ((b",failed,", b",lost,"), "Line 3 does not fit"),
        (("é".encode(), b"\xe9"), "not UTF-8"),
        ((b",failed,0,", b",failed,none,"), "Line 3 does not fit"),
        ((b",failed,0,", b",failed,"), "Line 3 does not fit"),
    ],
)
def test_a_changed_table_is_refused(
    results: Sequence[Result], tmp_path: Path, change: tuple[bytes, bytes], message: str
) -> None:
    write("csv", results, tmp_path)
    path = tmp_path / "documents.csv"
    path.write_bytes(path.read_bytes().replace(*change, 1))
    with pytest.raises(DamagedFileError, match=message):
        load_tables(tmp_path)

"""Parquet files hold the rows of the CSV files, typed, in parts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import Report
from extract.results import Result
from extract.writing.columns import TABLES, TableType
from extract.writing.csv_files import load_tables
from extract.writing.rows import Row
from extract.writing.sinks import Options
from tests.writing.written import copies, write

parquet = pytest.importorskip("pyarrow.parquet")

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def _rows(table: TableType, folder: Path) -> Iterator[Row]:
    """The rows of all parts of a table, in the order of their names."""
    for path in sorted((folder / "parquet" / table.name).iterdir()):
        for row in parquet.ParquetFile(path).read().to_pylist():
            yield msgspec.convert(row, table.row)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents=st.integers(0, 12), part_rows=st.integers(1, 9), group_rows=st.integers(1, 9))
def test_the_rows_are_those_of_the_csv_files(
    documents: int, part_rows: int, group_rows: int, report: Report, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("extract.writing.parquet_sink._GROUP_ROWS", group_rows)
        write("parquet", copies(report, documents), folder, Options(part_rows=part_rows))
    write("csv", copies(report, documents), folder)
    tables = load_tables(folder)
    for table in TABLES:
        rows = tables.rows_of(table.name)
        assert tuple(_rows(table, folder)) == rows
        parts = len(list((folder / "parquet" / table.name).iterdir()))
        assert parts == max(1, -(-len(rows) // part_rows))


def test_the_parts_are_numbered(report: Report, tmp_path: Path) -> None:
    files = write("parquet", copies(report, 6), tmp_path, Options(part_rows=4))
    assert [name for name in files if "documents" in name] == [
        "parquet/documents/part-00001.parquet",
        "parquet/documents/part-00002.parquet",
    ]
    parts = [parquet.ParquetFile(tmp_path / name).metadata.num_rows for name in files if "documents" in name]
    assert parts == [4, 2]


def test_a_part_is_written_in_groups(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.writing.parquet_sink._GROUP_ROWS", 3)
    write("parquet", copies(report, 8), tmp_path, Options(part_rows=7))
    about = parquet.ParquetFile(tmp_path / "parquet" / "documents" / "part-00001.parquet").metadata
    assert [about.row_group(number).num_rows for number in range(about.num_row_groups)] == [3, 3, 1]


TYPES = {"string": "string", "integer": "int64", "number": "double", "date": "date32[day]"}


@every_table
@pytest.mark.parametrize("documents", [0, 2])
def test_every_column_has_its_type_and_says_what_it_holds(
    table: TableType, documents: int, report: Report, tmp_path: Path
) -> None:
    write("parquet", copies(report, documents), tmp_path)
    schema = parquet.read_schema(tmp_path / "parquet" / table.name / "part-00001.parquet")
    assert {field.name: (str(field.type), field.nullable) for field in schema} == {
        column.name: (TYPES[column.type], column.optional) for column in table.columns
    }
    about = [{key.decode(): text.decode() for key, text in field.metadata.items()} for field in schema]
    assert [(each["description"], each["unit"]) for each in about] == [
        (column.description, column.unit) for column in table.columns
    ]


def test_a_cell_is_the_value_itself(report: Report, tmp_path: Path) -> None:
    write("parquet", copies(report, 1), tmp_path)
    first = parquet.ParquetFile(tmp_path / "parquet" / "recommendations" / "part-00001.parquet").read().to_pylist()[0]
    assert first["recommendation"] == "- that the Council publish it"  # no formula here, so no apostrophe
    assert (first["earliest_deadline"], first["confidence"]) == (date(2023, 3, 31), 0.97)
    assert (first["page_first"], first["parent"]) == (2, None)


def test_a_name_that_is_no_unicode_stops_nothing(results: tuple[Result, ...], tmp_path: Path) -> None:
    lost = replace(results[1], name="r\udce9view.pdf")
    write("parquet", [lost], tmp_path)
    (row,) = parquet.ParquetFile(tmp_path / "parquet" / "documents" / "part-00001.parquet").read().to_pylist()
    assert row["source_name"] == "r?view.pdf"


def test_the_pages_are_compressed(report: Report, tmp_path: Path) -> None:
    write("parquet", copies(report, 1), tmp_path)
    about = parquet.ParquetFile(tmp_path / "parquet" / "dates" / "part-00001.parquet").metadata
    assert about.row_group(0).column(0).compression == "ZSTD"

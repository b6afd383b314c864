"""Parquet files hold the rows of the CSV files, typed, in parts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import Because, Report
from extract.results import Result, result_of
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
        flat = [column.name for column in table.columns]
        for row in parquet.ParquetFile(path).read(columns=flat).to_pylist():
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


def _struct(*fields: str) -> str:
    return f"list<element: struct<{', '.join(fields)}>>"


_OWNER = ("name: string not null", "id: string", "kind: string not null", "capacity: string", "raw: string not null")
NESTED = {
    "recommendations": {
        "evidence": _struct("page: int32 not null", "x0: double", "top: double", "x1: double", "bottom: double"),
        "owner_list": _struct(*_OWNER, "type: string", "uncertain: string not null"),
        "position_list": _struct(
            "organisation: string not null", "value: string not null", "detail: string", "words: string not null"
        ),
    },
    "commitments": {
        "field": "string",
        "start": "int32",
        "end": "int32",
        "because": _struct("rule: string not null", "words: string"),
    },
}
TYPES = {"string": "string", "integer": "int64", "number": "double", "date": "date32[day]"}


@every_table
@pytest.mark.parametrize("documents", [0, 2])
def test_every_column_has_its_type_and_says_what_it_holds(
    table: TableType, documents: int, report: Report, tmp_path: Path
) -> None:
    write("parquet", copies(report, documents), tmp_path)
    schema = parquet.read_schema(tmp_path / "parquet" / table.name / "part-00001.parquet")
    flat = [(column.name, TYPES[column.type], column.optional) for column in table.columns]
    nested = [(name, kind, False) for name, kind in NESTED.get(table.name, {}).items()]
    assert [(field.name, str(field.type), field.nullable) for field in schema] == [*flat, *nested]
    about = [{key.decode(): text.decode() for key, text in field.metadata.items()} for field in schema]
    told = [(each["description"], each["unit"]) for each in about]
    assert told[: len(flat)] == [(column.description, column.unit) for column in table.columns]
    assert all(all(each) for each in told[len(flat) :])


def test_what_is_listed_in_a_cell_stands_item_by_item(report: Report, tmp_path: Path) -> None:
    first, second = _read(tmp_path, "recommendations", report)
    assert first["evidence"] == [
        {"page": 2, "x0": 1.0, "top": 2.0, "x1": 3.0, "bottom": 4.5},
        {"page": 3, "x0": None, "top": None, "x1": None, "bottom": None},
    ]
    assert [(each["name"], each["kind"], each["id"], each["uncertain"]) for each in first["owner_list"]] == [
        ("Ada Fictitious", "person", None, "no"),
        ("Kent County Council", "organisation", "gss:E10000016", "no"),
    ]
    (position,) = first["position_list"]
    assert position == {
        "organisation": "Kent Police",
        "value": "reject",
        "detail": None,
        "words": "“Kent Police” won’t",
    }
    assert (second["evidence"], second["owner_list"], second["position_list"]) == ([], [], [])


def test_a_commitment_says_where_it_stands_and_why_it_is_one(report: Report, tmp_path: Path) -> None:
    answered, unanswered = report.recommendations
    because = (Because(rule="clause_promised:{will}", words="will publish"), Because(rule="speaker", words=None))
    made = msgspec.structs.replace(answered.commitments[0], because=because)
    rows = (msgspec.structs.replace(answered, commitments=(made,)), unanswered)
    (found,) = _read(tmp_path, "commitments", msgspec.structs.replace(report, recommendations=rows))
    assert answered.response[found["start"] : found["end"]] == found["commitment"]
    assert found["field"] == "response"
    assert found["because"] == [
        {"rule": "clause_promised:{will}", "words": "will publish"},
        {"rule": "speaker", "words": None},
    ]


def _read(folder: Path, table: str, report: Report) -> list[dict[str, Any]]:
    """The rows of a table that is written of one document."""
    write("parquet", [result_of(report)], folder)
    return list(parquet.ParquetFile(folder / "parquet" / table / "part-00001.parquet").read().to_pylist())


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

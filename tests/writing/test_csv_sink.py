"""The tables are written as their results come."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.records import Report
from extract.results import Result
from extract.writing.csv_files import load_tables
from extract.writing.sinks import Options
from extract.writing.tables import to_tables
from tests.writing.written import DEFAULT, begun, copies, format_of, write


def test_the_tables_hold_the_rows_of_all_results(report: Report, tmp_path: Path) -> None:
    batch = list(copies(report, 7))
    write("csv", batch, tmp_path)
    assert load_tables(tmp_path) == to_tables(batch)


def test_the_files_are_the_tables_and_their_description(results: Sequence[Result], tmp_path: Path) -> None:
    assert list(write("csv", results, tmp_path)) == [
        "documents.csv",
        "recommendations.csv",
        "commitments.csv",
        "dates.csv",
        "organisations.csv",
        "datapackage.json",
    ]


def test_the_byte_order_mark_is_as_asked_for(results: Sequence[Result], tmp_path: Path) -> None:
    with_mark, without = (write("csv", results, tmp_path / str(bom), Options(bom=bom)) for bom in (True, False))
    tables = [name for name in without if name.endswith(".csv")]
    assert len(tables) == 5
    assert all(with_mark[name] == b"\xef\xbb\xbf" + without[name] for name in tables)


def test_four_of_the_five_files_are_no_run_to_go_on_with(report: Report, tmp_path: Path) -> None:
    earlier = write("csv", copies(report, 3), tmp_path / "earlier")
    four = {name: len(data) for name, data in earlier.items() if name not in {"dates.csv", "datapackage.json"}}
    (tmp_path / "later").mkdir()
    sink = format_of("csv").open(tmp_path / "later", DEFAULT, begun(tmp_path / "earlier", four))
    sink.close()
    assert load_tables(tmp_path / "later") == to_tables([])


def test_the_files_that_were_begun_are_let_go_of_where_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").mkdir()
    with pytest.raises(OutputError, match=r"dates\.csv"):
        format_of("csv").open(tmp_path, DEFAULT, {})  # a file that is still held would warn

"""The sheet Changes: how a batch differs from an earlier output, as openpyxl reads it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from extract.records import Report
from extract.writing.columns import CHANGES
from extract.writing.sinks import Options
from tests.writing.compared import comparisons_of
from tests.writing.written import copies, write

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")

from tests.writing.workbooks import FIRST, HEADINGS, NAMES, inner_links, opened, report_links, rows


@pytest.fixture
def book(report: Report, tmp_path: Path) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The workbook of three inputs, of which two were read and differ."""
    compared = comparisons_of(copies(report, 3), tmp_path / "compared")
    write("xlsx", copies(report, 3), tmp_path, Options(comparisons=compared))
    return opened(tmp_path)


def test_the_sheet_stands_after_what_needs_a_look(book: Any) -> None:  # noqa: ANN401
    assert tuple(book.sheetnames) == (*NAMES[:-1], "Changes", NAMES[-1])
    sheet = book["Changes"]
    assert sheet.freeze_panes == f"B{FIRST}"
    assert list(sheet.tables) == ["Changes"]
    assert sheet.merged_cells.ranges == set()


def test_the_most_serious_stand_first_in_plain_words(book: Any) -> None:  # noqa: ANN401
    found = rows(book["Changes"])
    kinds = ["Recommendation gone", "Date moved", "Further on"]
    assert [row["change"] for row in found] == [*(kind for kind in kinds for _ in range(2)), "No later paper"]
    _, _, moved, *_, lost = found
    assert (moved["days"], moved["before"]) == (91, datetime(2025, 3, 31))  # noqa: DTZ001 - days have no time zone
    assert str(moved["after"]).startswith("end of June")
    assert (moved["old_document_date"], moved["new_document_date"]) == (
        datetime(2025, 1, 14),  # noqa: DTZ001
        datetime(2025, 7, 14),  # noqa: DTZ001
    )
    assert (moved["explanation"], moved["in_the_report"]) == ("The date moved.", "report, page 2")
    assert (lost["before"], lost["in_the_report"], lost["new_document_id"]) == ("Mould", None, None)
    assert set(moved) == {*(column.name for column in CHANGES.columns), "in_the_report"}


def test_a_change_leads_to_its_recommendation_and_to_the_report(book: Any) -> None:  # noqa: ANN401
    sheet, found = book["Changes"], rows(book["Changes"])
    links = list(inner_links(sheet))
    asked = rows(book["Recommendations"])
    assert [cell.row for cell, _, _ in links] == [FIRST + number for number in (2, 3, 4, 5)]  # what is gone has no row
    for cell, name, row in links:
        assert name == "Recommendations"
        assert asked[row - FIRST]["recommendation_id"] == found[cell.row - FIRST]["new_recommendation_id"]
    assert report_links(sheet) == {FIRST + number: found[number]["new_recommendation_id"] for number in (2, 3, 4, 5)}


def test_its_columns_are_explained(book: Any) -> None:  # noqa: ANN401
    told = {row["subject"]: row for row in rows(book["About"]) if row["sheet"] == "Changes"}
    assert set(told) == {"a row", *(cell.value for cell in book["Changes"][HEADINGS])}
    assert "Date moved" in str(told["Change"]["explanation"])
    assert told["Days"]["name_in_files"] == "days"


def test_the_same_comparison_gives_the_same_bytes_and_none_no_sheet(report: Report, tmp_path: Path) -> None:
    compared = Options(comparisons=comparisons_of(copies(report, 3), tmp_path / "compared"))
    one, other = (write("xlsx", copies(report, 3), tmp_path / name, compared) for name in ("one", "other"))
    assert one == other
    write("xlsx", copies(report, 3), tmp_path / "plain")
    assert tuple(opened(tmp_path / "plain").sheetnames) == NAMES

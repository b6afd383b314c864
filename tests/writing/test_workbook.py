"""The workbook holds what the CSV files hold, and helps a person to read it."""

import os
import re
import time
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from extract.records import Report
from extract.results import Result
from extract.vocabulary.flags import load_flags
from extract.writing.columns import TABLES, TableType
from extract.writing.csv_files import load_tables
from tests.writing.written import copies, write

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")

from tests.writing.workbooks import FIRST, HEADINGS, NAMES, expected, inner_links, opened, report_links, rows

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
every_sheet = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def book(results: tuple[Result, ...], tmp_path: Path) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The workbook of the batch."""
    write("xlsx", results, tmp_path)
    return opened(tmp_path)


def test_the_sheets_stand_in_their_order(book: Any) -> None:  # noqa: ANN401
    assert tuple(book.sheetnames) == NAMES
    assert book.active.title == "Summary"


@every_table
def test_every_value_is_that_of_the_csv_files(table: TableType, report: Report, tmp_path: Path) -> None:
    write("xlsx", copies(report, 7), tmp_path)
    write("csv", copies(report, 7), tmp_path)
    read = rows(opened(tmp_path)[table.name.capitalize()])
    written = load_tables(tmp_path).rows_of(table.name)
    assert len(read) == len(written) > 0
    for cells, row in zip(read, written, strict=True):
        own = set(cells) - {column.name for column in table.columns}
        assert own == ({"in_the_report"} if table.name in {"recommendations", "commitments"} else set())
        assert {name: value for name, value in cells.items() if name not in own} == {
            column.name: expected(getattr(row, column.name)) for column in table.columns
        }


@every_sheet
def test_a_sheet_is_one_table(name: str, book: Any) -> None:  # noqa: ANN401
    sheet = book[name]
    assert sheet.merged_cells.ranges == set()
    assert sheet.min_row == sheet.min_column == 1
    assert all(any(cell.value is not None for cell in row) for row in sheet.iter_rows())
    headings = [cell.value for cell in sheet[HEADINGS]]
    assert all(headings)
    (table,) = sheet.tables.values()
    assert table.displayName == name.replace(" ", "_")
    assert table.ref == f"A{HEADINGS}:{sheet.dimensions.partition(':')[2]}"
    assert [column.name for column in table.tableColumns] == headings
    assert len(set(headings)) == sheet.max_column


@every_sheet
def test_a_sheet_is_told_of_from_its_first_cell_on(name: str, book: Any) -> None:  # noqa: ANN401
    sheet = book[name]
    above = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows(max_row=HEADINGS - 1)]
    assert [len(cells) for cells in above] == [1, 1]
    assert (sheet["A1"].font.b, sheet["A1"].font.sz) == (True, 14)
    assert str(sheet["A2"].value).startswith("One table")
    leads_to = sheet["A2"].hyperlink and sheet["A2"].hyperlink.location
    assert leads_to == (None if name == "About" else "'About'!A1")


def test_a_table_says_to_a_screen_reader_what_it_is(results: tuple[Result, ...], tmp_path: Path) -> None:
    write("xlsx", results, tmp_path)
    with zipfile.ZipFile(tmp_path / "recommendations.xlsx") as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/tables/")]
        parts = [etree.fromstring(archive.read(name)) for name in names]
    told = {str(part.get("name")): about for part in parts for about in part.iterfind(".//{*}ext/{*}table")}
    assert set(told) == {name.replace(" ", "_") for name in NAMES}
    assert told["Recommendations"].get("altText") == "Recommendations with their answers"
    assert all(str(about.get("altTextSummary")).startswith("Each row is: ") for about in told.values())


@every_sheet
def test_headings_stay_in_sight_and_filter(name: str, book: Any) -> None:  # noqa: ANN401
    sheet = book[name]
    assert sheet.freeze_panes == f"B{FIRST}"
    assert [table.autoFilter.ref == table.ref for table in sheet.tables.values()] == [True]
    assert sheet.auto_filter.ref is None  # Excel mends a sheet that filters beside its table
    assert sheet.print_title_rows == f"${HEADINGS}:${HEADINGS}"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


@every_sheet
def test_texts_are_wrapped_and_rows_not_too_high(name: str, book: Any) -> None:  # noqa: ANN401
    sheet = book[name]
    for cell in (cell for row in sheet.iter_rows(min_row=HEADINGS) for cell in row if isinstance(cell.value, str)):
        identifier = sheet.cell(HEADINGS, cell.column).value.endswith((" id", " ids", "Sha256"))
        assert cell.alignment.wrap_text or identifier or cell.hyperlink
        assert cell.alignment.vertical == "top"
        assert cell.data_type in {"s", "inlineStr"}
    heights = [sheet.row_dimensions[row].height or 15 for row in range(HEADINGS, sheet.max_row + 1)]
    assert 15 <= min(heights) <= max(heights) <= 180
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[HEADINGS]]
    assert 8 <= min(widths) <= max(widths) <= 91


def test_days_are_days_and_counts_are_numbers(book: Any) -> None:  # noqa: ANN401
    sheet = book["Recommendations"]
    columns = {cell.value: cell.column for cell in sheet[HEADINGS]}
    day = sheet.cell(FIRST, columns["Earliest deadline"])
    assert (day.value, day.number_format, day.is_date) == (datetime(2023, 3, 31), "d mmm yyyy", True)  # noqa: DTZ001
    count = sheet.cell(FIRST, columns["Commitments"])
    assert (count.value, count.data_type, count.number_format) == (1, "n", "#,##0")
    assert sheet.cell(FIRST, columns["Confidence"]).number_format == "0.00"
    assert sheet.cell(FIRST, columns["Number"]).value == "1"
    share = book["Summary"].cell(FIRST, 4)
    assert (share.value, share.number_format) == (1, "0.0%")


def test_outcomes_and_statuses_are_chosen_from_lists(book: Any) -> None:  # noqa: ANN401
    lists = {
        (sheet.title, sheet.cell(HEADINGS, cells.min_col).value): (rule.formula1.strip('"').split(","), cells.max_row)
        for sheet in book
        for rule in sheet.data_validations.dataValidation
        for cells in rule.sqref.ranges
        if rule.type == "list"
    }
    last = book["Recommendations"].max_row
    assert {name: (values[:2], row) for name, (values, row) in lists.items()} == {
        ("Recommendations", "Outcome"): (["accept", "amend"], last),
        ("Recommendations", "Outcome detail"): (["in_principle", "conditional"], last),
        ("Commitments", "Status"): (["planned", "in_progress"], book["Commitments"].max_row),
    }


def test_a_colour_goes_by_the_words_of_the_cell(book: Any) -> None:  # noqa: ANN401
    coloured = {
        (sheet.title, sheet.cell(HEADINGS, cells.min_col).value, rule.formula[0].strip('"')): rule.dxf.fill.bgColor.rgb
        for sheet in book
        for spot in sheet.conditional_formatting
        for cells in spot.sqref.ranges
        for rule in spot.rules
        if rule.type == "cellIs"
    }
    assert coloured["Recommendations", "Outcome", "reject"] == coloured["Documents", "Status", "failed"]
    assert coloured["Recommendations", "Outcome", "accept"] == coloured["Commitments", "Status", "completed"]
    assert ("Needs a look", "Level", "doubt") in coloured
    shown = {colour for _, _, colour in _colours(book)}
    assert len(set(coloured.values())) == len(shown) == 5


def _colours(book: Any) -> list[tuple[str, ...]]:  # noqa: ANN401
    """What the sheet About says of colours."""
    return [
        ("About", "colour", str(row["subject"]))
        for row in rows(book["About"])
        if str(row["subject"]).startswith("colour: ")
    ]


def test_a_recommendation_leads_to_its_commitments_and_they_lead_back(report: Report, tmp_path: Path) -> None:
    write("xlsx", copies(report, 7), tmp_path)
    book = opened(tmp_path)
    tables = {name: rows(book[name]) for name in NAMES}
    there = {(name, row): tables[target][at - FIRST] for name, row, target, at in _ways(book)}
    for number, row in enumerate(tables["Commitments"], FIRST):
        assert there["Commitments", number]["recommendation_id"] == row["recommendation_id"]
    for number, row in enumerate(tables["Recommendations"], FIRST):
        if row["commitments"]:
            assert there["Recommendations", number]["commitment_id"] == f"{row['recommendation_id']}/c1"
        else:
            assert ("Recommendations", number) not in there
    for number, row in enumerate(tables["Documents"], FIRST):
        assert (("Documents", number) in there) is bool(row["recommendations"])
        assert not row["recommendations"] or there["Documents", number]["document_id"] == row["document_id"]
    for number, row in enumerate(tables["Needs a look"], FIRST):
        assert there["Needs a look", number]["document_id"] == row["document_id"]
        assert there["Needs a look", number].get("number") == row["number"]


def _ways(book: Any) -> list[tuple[str, int, str, int]]:  # noqa: ANN401
    links = [(sheet.title, cell.row, target, at) for sheet in book for cell, target, at in inner_links(sheet)]
    return [link for link in links if link[-1] >= FIRST]


@pytest.mark.parametrize(("name", "own"), [("Summary", {"Summary", "About"}), ("About", set())])
def test_the_first_and_the_last_sheet_lead_to_all_others(name: str, own: set[str], book: Any) -> None:  # noqa: ANN401
    found = {target: (cell.value, at) for cell, target, at in inner_links(book[name])}
    assert found == {each: (each, 1) for each in NAMES if each not in own}


def test_a_date_and_an_organisation_lead_to_their_recommendation(book: Any) -> None:  # noqa: ANN401
    own = rows(book["Recommendations"])
    for name in ("Dates", "Organisations"):
        found = [
            (cell.value, target, own[at - FIRST]["recommendation_id"]) for cell, target, at in inner_links(book[name])
        ]
        assert found == [
            (row["recommendation_id"], "Recommendations", row["recommendation_id"]) for row in rows(book[name])
        ]


def test_a_row_leads_to_its_place_in_the_report(book: Any) -> None:  # noqa: ANN401
    read = rows(book["Recommendations"])
    assert report_links(book["Recommendations"]) == {
        number: row["recommendation_id"] for number, row in enumerate(read, FIRST)
    }
    assert [row["in_the_report"] for row in read] == ["report, page 2", "report"]
    promises = rows(book["Commitments"])
    assert report_links(book["Commitments"]) == {
        number: row["recommendation_id"] for number, row in enumerate(promises, FIRST)
    }
    looks = report_links(book["Needs a look"])
    assert sorted(looks.values()) == ["review-0a1b2c3d", "review-0a1b2c3d/1"]  # and none of the document that failed


def test_what_needs_a_look_stands_most_serious_first(report: Report, tmp_path: Path) -> None:
    write("xlsx", copies(report, 3), tmp_path)
    read = rows(opened(tmp_path)["Needs a look"])
    assert [(row["level"], row["code"], row["page"], row["number"]) for row in read] == [
        ("failed", "input_missing", None, None),
        ("doubt", "page_without_text", 1, None),
        ("doubt", "page_without_text", 1, None),
        ("doubt", "position_differs", 2, "1"),
        ("doubt", "position_differs", 2, "1"),
    ]
    assert read[0]["message"] == "Lost."
    assert read[3]["message"] == "Kent Police declines."


def test_the_summary_counts(report: Report, tmp_path: Path) -> None:
    write("xlsx", copies(report, 3), tmp_path)
    read = [tuple(row.values()) for row in rows(opened(tmp_path)["Summary"])]
    assert ("Documents", "all", 3, 1) in read
    assert ("Documents by status", "failed", 1, pytest.approx(1 / 3)) in read
    assert ("Recommendations by outcome", "accept", 2, 0.5) in read
    assert ("Recommendations by outcome", "reject", 0, 0) in read
    assert ("Recommendations by who answers", "Kent County Council", 4, 1) in read
    assert ("Recommendations by organisation to act", "Kent County Council", 2, 0.5) in read
    assert ("Commitments by status", "planned", 2, 1) in read
    assert ("Commitments by deadline", "with a deadline", 2, 1) in read
    assert ("Needs a look by level", "doubt", 4, 0.8) in read
    assert ("Needs a look by code", "position_differs", 2, 0.4) in read


def test_a_batch_of_nothing_is_a_workbook(tmp_path: Path) -> None:
    write("xlsx", [], tmp_path)
    book = opened(tmp_path)
    assert [len(rows(book[name])) for name in NAMES[1:-1]] == [0] * 6
    assert ("Documents", "all", 0, None) in [tuple(row.values()) for row in rows(book["Summary"])]


def test_about_explains_every_column_of_every_sheet(book: Any) -> None:  # noqa: ANN401
    read = rows(book["About"])
    explained = {(row["sheet"], row["subject"]): row for row in read}
    for sheet in book:
        for cell in sheet[HEADINGS]:
            row = explained[sheet.title, cell.value]
            assert row["explanation"]
            assert row["unit"]
    assert explained["Recommendations", "Latest deadline"]["name_in_files"] == "latest_deadline"
    assert explained["Recommendations", "In the report"]["name_in_files"] == "only here"
    assert {f"code: {flag.code}" for flag in load_flags().flag} <= {subject for _, subject in explained}
    assert {"empty cell", "apostrophe", "hidden characters", "days", "links"} <= {
        subject for sheet, subject in explained if sheet == "all sheets"
    }


def test_the_file_says_what_it_is(book: Any) -> None:  # noqa: ANN401
    about = book.properties
    assert about.title == "Scrutiny recommendations and the answers to them"
    assert about.subject
    assert about.creator == "scrutiny-extract"
    assert about.created == about.modified == datetime(2000, 1, 1)  # noqa: DTZ001
    assert book.custom_doc_props["Language"].value == "en-GB"


def test_nothing_in_it_is_a_formula_and_all_of_it_is_xml(results: tuple[Result, ...], tmp_path: Path) -> None:
    write("xlsx", results, tmp_path)
    with zipfile.ZipFile(tmp_path / "recommendations.xlsx") as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    sheets = [part for name, part in parts.items() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    assert len(sheets) == len(NAMES)
    assert [sheet.findall(".//{*}c/{*}f") for sheet in sheets] == [[]] * len(NAMES)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system cannot change its time zone for a program")
def test_the_bytes_tell_nothing_of_the_machine(
    results: tuple[Result, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o022)
    try:
        here = write("xlsx", results, tmp_path / "here")
        os.umask(0o077)
        monkeypatch.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        there = write("xlsx", results, tmp_path / "there")
    finally:
        os.umask(before)
        monkeypatch.undo()
        time.tzset()
    assert here == there
    with zipfile.ZipFile(tmp_path / "here" / "recommendations.xlsx") as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 31, 0, 0, 0)}

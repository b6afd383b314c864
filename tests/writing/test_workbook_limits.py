"""What Excel cannot hold is cut, moved or said otherwise, and never spoils the workbook."""

import gc
from dataclasses import replace
from datetime import datetime
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as change

from extract.errors import OutputError
from extract.records import Interval, Report
from extract.results import Result, result_of
from extract.writing.sinks import Options
from extract.writing.workbook.places import Link
from extract.writing.workbook.sheets import SHEETS
from extract.writing.workbook.streaming import MOST_HEIGHTS, MOST_LINKS, Sheet
from extract.writing.workbook.styles import Style
from extract.writing.workbook.texts import MARK, count_lines, to_text
from tests.writing.written import copies, format_of, write

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")

from tests.writing.workbooks import FIRST, HEADINGS, inner_links, opened, rows, shown


def _with(report: Report, text: str) -> Result:
    """The report with other words in its first recommendation."""
    first, second = report.recommendations
    return result_of(change(report, recommendations=(change(first, text=text), second)))


def _read(text: str, report: Report, folder: Path) -> Any:  # noqa: ANN401 - a cell of openpyxl
    """The cell of the recommendation with these words."""
    write("xlsx", [_with(report, text)], folder)
    sheet = opened(folder)["Recommendations"]
    column = next(cell.column for cell in sheet[HEADINGS] if cell.value == "Recommendation")
    return sheet.cell(FIRST, column)


def test_a_long_text_is_cut_between_words(report: Report, tmp_path: Path) -> None:
    value = _read("a river " * 5_000, report, tmp_path).value
    assert 32_750 < len(value) <= 32_767
    assert value.endswith(("a river" + MARK, "a" + MARK))


def test_a_long_word_is_cut() -> None:
    assert to_text("x" * 40_000) == "x" * (32_767 - len(MARK)) + MARK
    assert to_text("x" * 32_767) == "x" * 32_767


def test_a_character_beyond_the_first_65536_counts_twice(report: Report, tmp_path: Path) -> None:
    assert to_text("🌊" * 16_383) == "🌊" * 16_383
    value = _read("🌊" * 20_000, report, tmp_path).value
    assert value == "🌊" * ((32_767 - len(MARK)) // 2) + MARK


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\x01b\x0c\r\nc", "a_x0001_b_x000C__x000D_\nc"),
        ("_x000D_", "_x005F_x000D_"),
        ("\ud83c half", "_xD83C_ half"),
        ("\ufffe and \uffff", "_xFFFE_ and _xFFFF_"),
        ("<r>bold</r>", "_x003C_r>bold</r>"),
        ("<r><t>bold</t>\n</r>", "_x003C_r><t>bold</t>\n</r>"),
        ("https://example.org/", "https://example.org/"),
        ("12", "12"),
        (" in front\tand after ", " in front\tand after "),
    ],
)
def test_a_text_stays_a_text(text: str, cell: str, report: Report, tmp_path: Path) -> None:
    read = _read(text, report, tmp_path)
    assert shown(read.value) == cell
    assert (read.data_type, read.hyperlink, read.quotePrefix) == ("s", None, False)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-1", "- that it be published", '=HYPERLINK("https://a.b")'])
def test_what_looks_like_a_formula_is_a_text_that_stays_one(text: str, report: Report, tmp_path: Path) -> None:
    read = _read(text, report, tmp_path)
    assert (read.value, read.data_type, read.quotePrefix) == (text, "s", True)


anything = st.text(st.characters(exclude_categories=())) | st.text(
    "<r/>&\"'=+-@\t\r\n\x00_x0D5F \ufeff\uffff", max_size=12
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(anything, min_size=1, max_size=30))
@example(texts=["]]>", "&amp;", "<r></r>", "\x0b"])
def test_no_text_spoils_the_workbook(
    texts: list[str], report: Report, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("book")
    write("xlsx", [_with(report, text) for text in texts], folder)
    read = [row["recommendation"] for row in rows(opened(folder)["Recommendations"])][::2]
    assert [text or "" for text in read] == [to_text(text) for text in texts]


def test_a_day_that_excel_does_not_know_is_a_text(report: Report, tmp_path: Path) -> None:
    first, second = report.recommendations
    old, new = first.dates
    old = change(old, interval=Interval(start="1834-01-01", end="1900-03-01"))
    write("xlsx", [result_of(change(report, recommendations=(change(first, dates=(old, new)), second)))], tmp_path)
    row = rows(opened(tmp_path)["Dates"])[0]
    assert (row["start"], row["end"]) == ("1834-01-01", datetime(1900, 3, 1))  # noqa: DTZ001


def test_a_name_that_is_no_unicode_stops_nothing(results: tuple[Result, ...], tmp_path: Path) -> None:
    write("xlsx", [replace(results[1], name="r\udce9view.pdf")], tmp_path)
    book = opened(tmp_path)
    for name in ("Documents", "Needs a look"):
        assert [row["source_name"] for row in rows(book[name])] == ["r_xDCE9_view.pdf"]


def test_a_table_that_is_too_long_goes_on_in_another_sheet(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.writing.workbook.places.MOST_ROWS", HEADINGS + 3)
    write("xlsx", list(copies(report, 10)), tmp_path)
    book = opened(tmp_path)
    parts = [name for name in book.sheetnames if name.startswith("Recommendations")]
    assert parts == [
        "Recommendations",
        "Recommendations 2",
        "Recommendations 3",
        "Recommendations 4",
        "Recommendations 5",
    ]
    assert [len(rows(book[name])) for name in parts] == [3, 3, 3, 3, 2]
    assert [book[name].freeze_panes for name in parts] == [f"B{FIRST}"] * 5
    assert [list(book[name].tables) for name in parts] == [[name.replace(" ", "_")] for name in parts]
    for sheet in book:
        if sheet.title.startswith("Commitments"):
            for cell, name, at in inner_links(sheet):
                own = rows(sheet)[cell.row - FIRST]["recommendation_id"]
                assert rows(book[name])[at - FIRST]["recommendation_id"] == own


def test_names_are_counted_each_by_itself_up_to_a_bound(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.writing.workbook.summary._MOST_NAMES", 1)
    first, second = report.recommendations
    other = change(second, owners=(change(first.owners[1], name="Kent Police"),))
    write("xlsx", [result_of(change(report, recommendations=(first, other, other)))], tmp_path)
    counted = [tuple(row.values())[1:3] for row in rows(opened(tmp_path)["Summary"])]
    assert counted[counted.index(("Kent County Council", 1)) - 1] == ("(all others)", 2)


def test_a_fault_while_the_parts_are_put_together_is_told(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    sink = format_of("xlsx").open(tmp_path, Options(), {})
    sink.add(result_of(report))
    monkeypatch.setattr("xlsxwriter.packager.Packager._create_package", full)
    with pytest.raises(OutputError, match="No space left") as told:
        sink.close()
    sink.abandon()
    gc.collect()  # an archive that still wanted to write would warn here
    assert told.value.where == str(tmp_path / "recommendations.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["recommendations.xlsx"]


class _Fake:
    """A worksheet that counts its links and keeps nothing."""

    name = "Commitments"

    def __init__(self) -> None:
        """Begin with nothing."""
        self.links = self.texts = self.heights = 0

    def write_url(self, *_at: object, tip: str) -> None:
        """Count a link."""
        assert tip
        self.links += 1

    def write_string(self, *_at: object) -> None:
        """Count a text."""
        self.texts += 1

    def set_row(self, _row: int, height: float) -> None:
        """Count a height."""
        assert height in {20, 30, 60}  # of what stands above the table, of the headings, and of fifty words
        self.heights += 1


def test_links_end_where_excel_takes_no_more_and_texts_go_on() -> None:
    kind = next(sheet for sheet in SHEETS if sheet.name == "Commitments")
    fake = _Fake()
    sheet = Sheet(kind, lambda _: fake, dict.fromkeys(Style))
    values = {heading.column.name: None for heading in kind.headings} | {"number": "1", "commitment": "word " * 50}
    for _ in range(70_000):
        sheet.add(values, {"number": Link("internal:'Recommendations'!A2", "Go")})
    assert fake.links == MOST_LINKS == 65_530
    assert fake.texts == 2 + len(kind.headings) + 2 * 70_000
    assert fake.heights == 2 + MOST_HEIGHTS - (HEADINGS - 1)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("short", 1),
        ("x" * 11, 1),  # letters are narrower than the digits that widths are counted in
        ("x" * 12, 2),
        ("one\n\ntwo", 3),
        ("\n" * 50, 12),
        ("x" * 1_000_000, 12),
    ],
)
def test_the_lines_of_a_text_are_counted(text: str, lines: int) -> None:
    assert count_lines(text, 10, 12) == lines

"""The title is what a person would call the document by."""

import pytest

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.interpret.heading import read_heading
from extract.interpret.title import find_title, title_text
from extract.layouts.entries import Explanation
from extract.vocabulary.papers import load_paper_words

WORDS = load_paper_words()
NOTHING = Explanation((), 0)


def _line(text: str, size: float | None = None, *, gap: bool = True, bold: bool = False) -> Line:
    return Line(text, size=size, gap=gap, bold=bold)


def _document(*blocks: Line | Table, title: str = "") -> Document:
    source = Source("a.pdf", "0" * 64, "application/pdf")
    return Document(source, "pdf", blocks, metadata=(("title", title),) if title else ())


def _title(document: Document) -> str | None:
    return title_text(find_title(document, read_heading(document, NOTHING), WORDS), WORDS)


def _table(*rows: tuple[str, ...], across: bool = False) -> Table:
    made = tuple(Row(tuple(Cell((Line(text),) if text else (), i) for i, text in enumerate(row))) for row in rows)
    return Table(made, 1 if across else max(len(row) for row in rows))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            # the council and the meeting are printed larger than the title
            [
                _line("ANYTOWN CITY COUNCIL", 30),
                _line("Cabinet", 20),
                _line("12 March 2025", 12),
                _line("Report of the Director of Adults", 12),
                _line("Response to the Review of", 14),
                _line("Day Centres", 14, gap=False),
                _line("1. Purpose", 12),
            ],
            "Response to the Review of Day Centres",
        ),
        (
            [_line("OFFICIAL"), _line("Appendix B"), _line("Executive response: Parks Review"), _line("Rec 1")],
            "Executive response: Parks Review",
        ),
        (
            # without sizes a title goes on where its first line cannot end
            [
                _line("Government response to the"),
                _line("Education Committee", gap=False),
                _line("report:", gap=False),
                _line("Early Years", gap=False),
                _line("MARCH 2025", gap=False),
            ],
            "Government response to the Education Committee report: Early Years",
        ),
        ([_line("Dear Chair"), _line("Re: Inquiry into buses"), _line("Thank you.")], "Inquiry into buses"),
        ([_line("Report Title: Response to the Panel"), _line("Date: 3 July")], "Response to the Panel"),
        (
            [_line("Children’s Scrutiny Panel"), _line("Child Poverty: Cabinet response")],
            "Child Poverty: Cabinet response",
        ),
        (
            [_line("Retail Crime and Anti-", 14), _line("social Behaviour", 14, gap=False)],
            "Retail Crime and Anti-social Behaviour",
        ),
        ([_line("Home Affairs Committee", 15)], "Home Affairs Committee"),
        ([_line("Appendix 1")], "Appendix 1"),
        ([], None),
    ],
)
def test_what_stands_above_a_title_is_none_of_it(lines: list[Line], title: str | None) -> None:
    assert _title(_document(*lines)) == title


def test_a_form_at_the_head_of_a_report_may_name_its_title() -> None:
    form = _table(("Report to", "Cabinet"), ("Date", "3 May 2024"), ("Title", "Response to the Parks Review"))
    assert _title(_document(form, _line("1. Purpose"))) == "Response to the Parks Review"


def test_a_first_row_across_a_table_is_a_title_where_nothing_stands_above() -> None:
    table = _table(("Proposed response to the Parks Review",), ("Recommendation",), ("That.",), across=True)
    assert _title(_document(table)) == "Proposed response to the Parks Review"


def test_what_the_file_says_is_taken_where_nothing_is_printed_unless_it_is_a_file_name() -> None:
    table = _table(("Recommendation", "Response", "Lead"), ("That.", "Agreed.", "All"))
    assert _title(_document(table, title="Response to the Parks Review")) == "Response to the Parks Review"
    assert _title(_document(table, title="parks-review")) is None
    assert _title(_document(table, title="Microsoft Word - parks.docx")) is None

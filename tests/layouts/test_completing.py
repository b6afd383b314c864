"""Owners and days in a table beside the answers, known by the numbers of the recommendations."""

from extract.document import Document, Line, Row, Source, Table
from extract.layouts import explain
from extract.layouts.entries import Entry
from extract.vocabulary.headings import ColumnRole, load_headings
from tests.layouts.test_columns import row

PROSE = (
    "Recommendation 1: That the pond is dredged.",
    "Response: Accepted. It was last dredged nine years ago.",
    "Recommendation 2: That ducks are counted.",
    "Response: Not accepted. They do not keep still.",
    "Recommendation 3: That the boats are painted.",
    "Response: Accepted. Blue was chosen.",
)
ROLES = (ColumnRole.OWNER, ColumnRole.TIMESCALE, ColumnRole.RESPONSE)


def _entries(*rows: Row) -> tuple[Entry, ...]:
    lines = tuple(Line(text, gap=True) for text in PROSE)
    heading = Line("Appendix 1 – Officer comments", gap=True, bold=True, size=16.0)
    blocks: tuple[Line | Table, ...] = (*lines, heading, Table(rows, len(rows[0].cells)))
    document = Document(Source("a.txt", "0" * 64, "text/plain"), "text", blocks)
    return explain(document, load_headings()).entries


def _said(entry: Entry) -> tuple[str, ...]:
    return tuple(passage.text for passage in entry.passages(*ROLES))


def test_a_table_by_number_completes_what_the_prose_says() -> None:
    titles = row("Rec.", "Officer comment", "Lead officer", "Completion date")
    one, two, three = _entries(
        titles, row("1", "Tenders are out.", "Parks Manager", "May 2026"), row("3", "–", "Head of Ports", "n/a")
    )
    assert _said(one)[-3:] == ("Tenders are out.", "Parks Manager", "May 2026")
    assert len(_said(two)) == 1
    assert _said(three)[-2:] == ("Head of Ports", "n/a")


def test_numbers_of_something_else_complete_nothing() -> None:
    titles = row("No.", "Comment", "Lead officer", "Date")
    entries = _entries(titles, row("1", "A risk.", "Parks Manager", "May 2026"), row("2", "Another.", "HR", "n/a"))
    assert [len(_said(entry)) for entry in entries] == [1, 1, 1]


def test_a_number_that_stands_twice_completes_nothing() -> None:
    titles = row("Rec.", "Officer comment", "Lead officer", "Date")
    entries = _entries(titles, row("1", "One.", "Parks Manager", "May 2026"), row("1", "Two.", "HR", "n/a"))
    assert [len(_said(entry)) for entry in entries] == [1, 1, 1]

"""Small tables without upright rules below recommendations: actions, who acts and by when."""

import pytest

from extract.document import Block, Box, Document, Line, Source, Table
from extract.layouts.labelled import LabelReader
from extract.layouts.prose import read_prose
from extract.layouts.prose.unruled import with_unruled_tables
from extract.vocabulary.headings import ColumnRole, load_headings

_HEADINGS = load_headings()
_TITLES = ("What we will do", "Lead officer", "Target date")
_LEFT = (54.0, 300.0, 450.0)


def _line(text: str, left: float, top: float, *, bold: bool = False) -> Line:
    return Line(text, box=Box(left, top, left + 5.0 * len(text), top + 10.0), bold=bold)


def _across(texts: tuple[str, ...], top: float, *, bold: bool = False) -> list[Line]:
    return [_line(text, left, top, bold=bold) for text, left in zip(texts, _LEFT, strict=True) if text]


def _answer(number: int, action: str, top: float) -> list[Block]:
    """A recommendation with its decision, a reply, and the titles of a table with two rows."""
    return [
        _line(f"Recommendation {number}", 54.0, top, bold=True),
        _line("That the pier be open on Sundays from March.", 70.0, top + 14),
        _line("Decision: Agreed", 54.0, top + 28, bold=True),
        _line("The pier is shut on Sundays for want of a warden, and one has now been found.", 54.0, top + 42),
        *_across(_TITLES, top + 62, bold=True),
        *_across((action, "Harbour Master", "1 May 2027"), top + 80),
        *_across(("for the pier.", "", ""), top + 92),
        *_across(("Print new signs.", "Piers Team", "June 2027"), top + 116),
    ]


def _document(*blocks: Block) -> Document:
    return Document(Source("file.pdf", "0" * 64, "pdf"), "pdf", blocks=blocks)


def _tables(document: Document) -> list[Table]:
    read = with_unruled_tables(document, LabelReader(_HEADINGS))
    return [block for block in read.blocks if isinstance(block, Table)]


def test_titles_that_recur_and_what_stands_below_them_are_tables() -> None:
    first, second = _tables(_document(*_answer(1, "Appoint a warden", 50), *_answer(2, "Open the gate", 250)))
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        [*_TITLES],
        ["Appoint a warden\nfor the pier.", "Harbour Master", "1 May 2027"],
        ["Print new signs.", "Piers Team", "June 2027"],
    ]
    assert second.rows[1].cells[0].text == "Open the gate\nfor the pier."


def test_the_actions_answer_and_the_table_tells_who_and_when() -> None:
    read = read_prose(_document(*_answer(1, "Appoint a warden", 50), *_answer(2, "Open the gate", 250)), _HEADINGS)
    assert [entry.number for entry in read.entries] == ["1", "2"]
    told = read.entries[0]
    assert told.passages(ColumnRole.RESPONSE)[-1].text == "Appoint a warden for the pier.\n\nPrint new signs."
    assert [one.text for one in told.passages(ColumnRole.OWNER)] == ["Harbour Master\n\nPiers Team"]
    assert [one.text for one in told.passages(ColumnRole.TIMESCALE)] == ["1 May 2027\n\nJune 2027"]


@pytest.mark.parametrize(
    "ends",
    [
        _line("The wardens’ hut, which stood beside the pier until the storm, will not be built again.", 54.0, 190),
        _line("Recommendation 9", 54.0, 190),
        _line("Decision: Agreed", 54.0, 190),
        _line("Coastal matters", 54.0, 190, bold=True),
    ],
)
def test_what_is_no_value_ends_the_table(ends: Line) -> None:
    blocks = (*_answer(1, "Appoint a warden", 50), ends, *_answer(2, "Open the gate", 250))
    read = with_unruled_tables(_document(*blocks), LabelReader(_HEADINGS))
    assert ends in read.blocks
    assert len(_tables(_document(*blocks))) == 2


def test_titles_that_stand_beside_one_another_once_are_left_as_they_are() -> None:
    document = _document(*_answer(1, "Appoint a warden", 50))
    assert with_unruled_tables(document, LabelReader(_HEADINGS)) == document

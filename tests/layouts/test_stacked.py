"""Answers that stand below their row, across the whole table."""

import pytest

from extract.document import Row
from extract.vocabulary.headings import ColumnRole
from tests.layouts.test_columns import answer, explained, row, spanning

TITLES = ("No.", "Recommendation", "Outcome", "Lead", "Target")
LONG = (
    "The pond was cleared in March by the wardens, who will do so again in each of the next three springs.",
    "A path of this width would take land from two farms, and neither of them is willing to sell any of it.",
)


def _asked(number: int) -> Row:
    return row(str(number), f"That pond {number} is cleared.", "Agree", "Parks Manager", "May 2025")


def _read(*rows: Row) -> list[tuple[str | None, str]]:
    return [(entry.number, answer(entry)) for entry in explained(rows).entries]


@pytest.mark.parametrize("title", [(), (spanning("Response of the Executive", 5),)], ids=["no title", "a title"])
def test_a_cell_across_the_table_answers_the_row_above(title: tuple[Row, ...]) -> None:
    below = [spanning(said, 5) for said in LONG]
    assert _read(row(*TITLES), *title, _asked(1), below[0], _asked(2), below[1]) == [("1", LONG[0]), ("2", LONG[1])]


def test_a_titled_answer_may_be_short() -> None:
    rows = [row(*TITLES), spanning("Cabinet response", 5), _asked(1), spanning("It will be.", 5), _asked(2)]
    assert _read(*rows, spanning("No money.", 5)) == [("1", "It will be."), ("2", "No money.")]


def test_each_answer_may_open_with_its_title() -> None:
    below = [spanning(f"Cabinet response: {said}", 5) for said in LONG]
    assert _read(row(*TITLES), _asked(1), below[0], _asked(2), below[1]) == [("1", LONG[0]), ("2", LONG[1])]


def test_an_answer_in_two_rows_is_one() -> None:
    below = [spanning(said, 5) for said in LONG]
    read = _read(row(*TITLES), _asked(1), *below, _asked(2), below[0])
    assert read == [("1", f"{LONG[0]}\n\n{LONG[1]}"), ("2", LONG[0])]


def test_headings_between_answered_rows_stay_themes() -> None:
    below = [spanning(said, 5) for said in LONG]
    rows = [row(*TITLES), spanning("Ponds", 5), _asked(1), below[0], spanning("Paths", 5), _asked(2), below[1]]
    entries = explained(rows).entries
    assert [(entry.theme, answer(entry)) for entry in entries] == [("Ponds", LONG[0]), ("Paths", LONG[1])]


def test_headings_over_rows_that_are_answered_beside_answer_nothing() -> None:
    titles = row("No.", "Recommendation", "Response", "Lead", "Target")
    rows = [titles, spanning("Ponds", 5), _asked(1), spanning("Paths", 5), _asked(2)]
    assert [entry.theme for entry in explained(rows).entries] == ["Ponds", "Paths"]


def test_titles_without_an_answer_are_titles_where_the_answers_stand_below() -> None:
    asked = [row(str(at), f"That pond {at} is cleared.", "Parks Manager", "May 2025") for at in (1, 2)]
    titles, below = row("No.", "Recommendation", "Lead", "Target"), [spanning(said, 4) for said in LONG]
    entries = explained([titles, asked[0], below[0], asked[1], below[1]]).entries
    assert [answer(entry) for entry in entries] == list(LONG)
    assert entries[0].passages(ColumnRole.OWNER)[0].text == "Parks Manager"

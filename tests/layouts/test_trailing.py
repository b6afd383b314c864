"""Who leads and by when, told in the cell of an answer: no part of it at its ends, and left in prose."""

import pytest

from extract.document import Line
from extract.layouts.entries import Filled
from extract.layouts.trailing import apart
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole, load_headings

HEADINGS = load_headings()
Told = tuple[str, str]


def read(*lines: str | Line, role: ColumnRole = ColumnRole.RESPONSE) -> tuple[str, list[Told]]:
    held = [line if isinstance(line, Line) else Line(line) for line in lines]
    first, *others = apart(Filled(role, "Response and lead", join_lines(held)), HEADINGS)
    return first.passage.text, [(cell.role.value, cell.passage.text) for cell in others]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("We will open the pier.", Line("Lead: Head of Harbours", gap=True)), [("owner", "Head of Harbours")]),
        (
            ("We will open the pier.", "LEAD OFFICER - Head of Harbours and", "Ferry Manager"),
            [("owner", "Head of Harbours and Ferry Manager")],
        ),
        (
            ("We will open the pier. Responsible: Pier Trust. By when: Easter 2027.",),
            [("owner", "Pier Trust"), ("timescale", "Easter 2027")],
        ),
        (
            ("We will open the pier. [Owner: Head of Harbours; deadline: TBC]",),
            [("owner", "Head of Harbours"), ("timescale", "TBC")],
        ),
        (
            ("We will open the pier. Person responsible: A. Quay, B. Mole To be completed by: Easter 2027",),
            [("owner", "A. Quay, B. Mole"), ("timescale", "Easter 2027")],
        ),
        (("We will open the pier.", "Owner: A. Quay. Deadline: None."), [("owner", "A. Quay"), ("timescale", "None")]),
        (("We will open the pier.", "Target date – to be agreed"), [("timescale", "to be agreed")]),
        (
            ("Officer responsible: Cllr. J. Quay", Line("We will open the pier.", gap=True)),
            [("owner", "Cllr. J. Quay")],
        ),
        (("Action by: Head of Harbours. We will open the pier.",), [("owner", "Head of Harbours")]),
        (("We will open the pier.", "Timescale: when the tender is let"), [("timescale", "when the tender is let")]),
    ],
)
def test_titles_at_the_end_or_the_start_are_no_part_of_the_answer(
    lines: tuple[str | Line, ...], told: list[Told]
) -> None:
    assert read(*lines) == ("We will open the pier.", told)


@pytest.mark.parametrize(
    "text",
    [
        "The lead: a pipe of 1890. It will be replaced.",
        "We asked who leads. Responsibility: it rests with the Harbour Board.",
        "Deadline: the bid was late because of the storm.",
        "Target: 40 berths by March 2027.",
        "Open the pier. Lead: Head of Harbours. Paint the pier. Lead: Head of Paint.",
        "We have written to him. Reply from: the Harbour Master.",
        "The lead officer for this work, since May: nobody.",
        "Lead: Head of Harbours",
        "The pier stays. Portfolio Holder: Fully in favour of this.",
        "The pier stays. Cabinet Member: Supports the Board’s wish.",
    ],
)
def test_prose_is_left_as_it_is(text: str) -> None:
    assert read(text) == (text, [])


@pytest.mark.parametrize("role", [ColumnRole.OWNER, ColumnRole.TIMESCALE, ColumnRole.OTHER])
def test_a_cell_that_holds_owner_and_day_is_divided(role: ColumnRole) -> None:
    passage = join_lines([Line("Who: Head of Harbours"), Line("When: May 2027")])
    told = [(cell.role.value, cell.passage.text) for cell in apart(Filled(role, "Ownership", passage), HEADINGS)]
    assert told == [("owner", "Head of Harbours"), ("timescale", "May 2027")]


def test_a_cell_of_owners_under_titles_is_left_to_those_who_read_owners() -> None:
    cell = Filled(ColumnRole.OWNER, "Lead", join_lines([Line("Lead officer: A. Quay"), Line("Lead Member: B. Mole")]))
    assert list(apart(cell, HEADINGS)) == [cell]


def test_only_answers_are_looked_at() -> None:
    text = "Open the pier. Lead: Head of Harbours"
    assert read(text, role=ColumnRole.RECOMMENDATION) == (text, [])


@pytest.mark.parametrize(
    ("titles", "role"),
    [
        (HEADINGS.trailed.owners, ColumnRole.OWNER),
        (HEADINGS.trailed.timescales, ColumnRole.TIMESCALE),
        (HEADINGS.trailed.others, None),
    ],
)
def test_every_example_of_the_vocabulary_is_told(titles: tuple[str, ...], role: ColumnRole | None) -> None:
    assert [title for title in titles if HEADINGS.trailed.role(title) is not role] == []

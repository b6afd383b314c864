"""A title of progress whose cells decide."""

import re

import pytest

from extract.document import Line
from extract.layouts.entries import Entry, Filled
from extract.layouts.statuses import with_decisions
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole, load_headings

DECISION = re.compile(load_headings().contents.decision, re.IGNORECASE)


def _entry(*cells: tuple[ColumnRole, str, str]) -> Entry:
    filled = tuple(Filled(role, title, join_lines([Line(text)])) for role, title, text in cells)
    return Entry("1", None, None, filled, join_lines([Line("That it be done.")]))


@pytest.mark.parametrize(
    ("said", "role"),
    [
        (("Agreed", "Partly agreed", "Under way"), ColumnRole.DECISION),
        (("Complete", "On track", "Agreed"), ColumnRole.PROGRESS),
        (("Agreed, and the work began in May with a survey of all sites",) * 3, ColumnRole.PROGRESS),
    ],
)
def test_statuses_that_decide_are_the_decisions(said: tuple[str, ...], role: ColumnRole) -> None:
    found = with_decisions([_entry((ColumnRole.PROGRESS, "Status", text)) for text in said], DECISION)
    assert {cell.role for entry in found for cell in entry.cells} == {role}


def test_where_something_else_decides_a_status_is_progress() -> None:
    cells = ((ColumnRole.DECISION, "Decision", "Yes"), (ColumnRole.PROGRESS, "Status", "Agreed"))
    found = with_decisions([_entry(*cells), _entry(*cells)], DECISION)
    assert [cell.role for cell in found[0].cells] == [ColumnRole.DECISION, ColumnRole.PROGRESS]

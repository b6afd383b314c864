"""Days in the cell of an owner, told from whom it names."""

import pytest

from extract.document import Line
from extract.interpret.dated_owners import owner_cells
from extract.interpret.fields import read_fields
from extract.layouts.entries import Entry, Filled
from extract.records import Field
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole, load_headings

CONTENTS = load_headings().contents


def read(*lines: str) -> tuple[str, str]:
    """What an owner cell with these lines says of the owner and of the time."""
    passage = join_lines([Line(line, gap=True) for line in lines])
    entry = Entry("1", None, None, (Filled(ColumnRole.OWNER, "Owner and target", passage),), passage)
    ((_, owner),) = owner_cells(entry, CONTENTS)
    return owner, read_fields(entry, CONTENTS)[Field.TIMESCALE]


@pytest.mark.parametrize(
    "time",
    ["As funds allow", "Once money is found", "Subject to grant", "Resources permitting", "When the budget permits"],
)
def test_a_line_that_makes_it_depend_on_money_tells_the_time(time: str) -> None:
    assert read("Harbour Master", time) == ("Harbour Master", time)


@pytest.mark.parametrize("name", ["Grants Team", "Budget Board", "Money Advice Service", "Within Reach Trust"])
def test_a_name_with_money_in_it_is_an_owner(name: str) -> None:
    assert read("Harbour Master", name) == (f"Harbour Master\n\n{name}", "")


def dated(heading: str, *lines: str) -> tuple[str, str | None]:
    """The owner and the time of a cell whose lines stand close to one another."""
    passage = join_lines([Line(line) for line in lines])
    entry = Entry("1", None, None, (Filled(ColumnRole.OWNER, heading, passage),), passage)
    ((_, owner),) = owner_cells(entry, CONTENTS)
    return " ".join(owner.split()), read_fields(entry, CONTENTS).or_none(Field.TIMESCALE)


@pytest.mark.parametrize("time", ["31 March 2027", "Ongoing", "Whitsun 2027", "Q1 2027/28", "End of May 2027"])
def test_the_last_lines_of_a_cell_that_asks_for_both_tell_the_time(time: str) -> None:
    assert dated("Lead and target date", "Harbour", "Master", time) == ("Harbour Master", time)


def test_a_day_that_runs_over_two_lines_is_one() -> None:
    assert dated("Who and when", "Harbour Master", "31 March", "2027") == ("Harbour Master", "31 March 2027")


@pytest.mark.parametrize(
    ("line", "who", "when"),
    [
        ("Head of Coast October 2026", "Head of Coast", "October 2026"),
        ("Head of Coast, 31 May 2027", "Head of Coast", "31 May 2027"),
        ("Head of Coast (by end of Sept 2026)", "Head of Coast", "by end of Sept 2026"),
        ("Piers Team – 31/10/26", "Piers Team", "31/10/26"),
        ("Piers Team and Harbour Master by end of Q3", "Piers Team and Harbour Master", "by end of Q3"),
        ("Piers Team; Quarter 2 (2026/27)", "Piers Team", "Quarter 2 (2026/27)"),
        ("Piers Team: May 2026 to June 2027", "Piers Team", "May 2026 to June 2027"),
        ("Piers Team (ongoing)", "Piers Team", "ongoing"),
        ("Head of Coast Within six months", "Head of Coast", "Within six months"),
        ("Piers Team, by the end of the municipal year", "Piers Team", "by the end of the municipal year"),
        ("Piers Team – N/A", "Piers Team", "N/A"),
        ("31 March 2027: Harbour Master", "Harbour Master", "31 March 2027"),
        ("Harbour Master, summer 2027 onwards", "Harbour Master", "summer 2027 onwards"),
    ],
)
def test_a_day_on_the_line_of_an_owner_tells_the_time(line: str, who: str, when: str) -> None:
    assert read(line) == (who, when)
    assert read(line, "Tourism Board") == (f"{who}\n\nTourism Board", when)


@pytest.mark.parametrize(
    "line",
    [
        "Vision 2030 Board",
        "Coast Team 2030",
        "Continuous Improvement Team",
        "Head of Ongoing Care",
        "Completed Works Board",
        "Team for the Festival of Summer 2027",
        "Piers, Huts and Quays 4 U",
    ],
)
def test_a_name_that_ends_with_a_figure_or_holds_a_time_is_an_owner(line: str) -> None:
    assert read(line) == (line, "")

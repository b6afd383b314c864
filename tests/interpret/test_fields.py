"""Days in the cell of an owner, told from whom it names."""

import pytest

from extract.document import Line
from extract.interpret.fields import owner_cells, read_fields
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

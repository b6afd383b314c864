"""Recommendations in a list that a table answers by their numbers."""

import pytest

from extract.document import Document, Line, Source, Table
from extract.layouts.listed import read_listed
from extract.vocabulary.headings import ColumnRole, load_headings
from tests.layouts.test_columns import row

ASKED = ("That the pond is dredged.", "That ducks are counted.", "That the boats should be painted.")
ANSWERS = (
    row("1", "Accepted. It was last dredged nine years ago.", "Parks Manager"),
    row("3", "Not accepted. The boats are to be sold.", "Head of Ports"),
)


def _read(asked: tuple[str, ...], titles: tuple[str, str, str], answers: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    lines = tuple(Line(f"{at}. {text}", gap=True) for at, text in enumerate(asked, 1))
    rows = [row(str(at), said, "Parks Manager") for at, said in enumerate(answers, 1)] or ANSWERS
    blocks: tuple[Line | Table, ...] = (*lines, Table((row(*titles), *rows), 3))
    entries = read_listed(Document(Source("a.txt", "0" * 64, "text/plain"), "text", blocks), load_headings()).entries
    return [
        (entry.number or "", entry.text.text, *(p.text for p in entry.passages(ColumnRole.RESPONSE, ColumnRole.OWNER)))
        for entry in entries
    ]


@pytest.mark.parametrize("number", ["No.", "Rec no."])
def test_a_table_answers_the_recommendations_of_a_list(number: str) -> None:
    assert _read(ASKED, (number, "Response", "Lead")) == [
        ("1", ASKED[0], "Accepted. It was last dredged nine years ago.", "Parks Manager"),
        ("3", ASKED[2], "Not accepted. The boats are to be sold.", "Head of Ports"),
    ]


def test_a_list_that_lacks_a_number_is_not_meant() -> None:
    assert _read(ASKED[:2], ("No.", "Response", "Lead")) == []


def test_what_a_report_asks_of_its_own_readers_is_not_answered() -> None:
    own = ("That Cabinet approves the plan.", "That Cabinet notes the costs.", "That the Committee agrees the report.")
    assert _read(own, ("No.", "Response", "Lead")) == []


def test_a_plan_of_action_answers_only_what_its_numbers_name() -> None:
    steps = ("Dredge the pond by hand.", "Count them in May.", "Buy paint.")
    assert _read(ASKED, ("No.", "Action", "Lead"), steps) == []
    assert [found[0] for found in _read(ASKED, ("Recommendation no.", "Action", "Lead"), steps)] == ["1", "2", "3"]

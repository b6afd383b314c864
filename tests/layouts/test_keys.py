"""Keys that say what the codes of decisions mean, wherever a document prints them."""

from collections.abc import Sequence

import pytest

from extract.document import Block, Document, Line, Source, Table
from extract.layouts import explain
from extract.vocabulary.headings import ColumnRole, load_headings
from tests.layouts.test_columns import row

CODES = ("Y", "P", "?")


def _meanings(*around: Block, codes: Sequence[str] = CODES, foot: str = "") -> list[str]:
    rows = [row(f"{at}. That pond {at} is cleared.", code, "It will be.") for at, code in enumerate(codes, 1)]
    table = Table((row("Recommendation", "Accepted?", "Response"), *rows), 3)
    furniture = (Line(foot),) if foot else ()
    document = Document(Source("a.txt", "0" * 64, "text/plain"), "text", (*around, table), furniture=furniture)
    entries = explain(document, load_headings()).entries
    return [cell.meaning for entry in entries for cell in entry.cells if cell.role is ColumnRole.DECISION]


@pytest.mark.parametrize(
    "key",
    [
        "Key to the column headed Accepted?: Y yes; N no; P in part; ? not yet decided.",
        "Y = yes, N = no, P = in part, ? = not yet decided",
        "Legend: Y: yes P: in part ?: not yet decided",
        "Decisions are shown as Y (yes), P (in part) and ? (not yet decided)",
        "“Y” means yes, “P” means in part and “?” means not yet decided.",
    ],
)
def test_a_key_beside_the_table_explains_its_codes(key: str) -> None:
    assert _meanings(Line(key, gap=True)) == ["yes", "in part", "not yet decided"]


def test_a_key_may_stand_at_the_foot_of_each_page() -> None:
    assert _meanings(foot="Key: Y = yes, P = in part, ? = not yet decided. 2") == ["yes", "in part", "not yet decided"]


def test_a_key_may_be_a_table() -> None:
    key = Table((row("Y", "Yes"), row("P", "In part"), row("?", "Not yet decided")), 2)
    assert _meanings(key) == ["Yes", "In part", "Not yet decided"]


@pytest.mark.parametrize(
    "text",
    [
        "Y was not asked, and P said nothing.",
        "P = in part",
        "The key facts are in the report.",
    ],
)
def test_other_text_explains_nothing(text: str) -> None:
    assert _meanings(Line(text, gap=True)) == ["", "", ""]


def test_words_are_no_codes() -> None:
    key = Line("Key: accepted = the Council will; rejected = it will not", gap=True)
    assert _meanings(key, codes=("Accepted", "Rejected")) == ["", ""]

"""A key below the rows of a table is no recommendation."""

import pytest

from extract.document import Document, Row, Source, Table
from extract.layouts import explain
from extract.vocabulary.headings import load_headings
from tests.layouts.test_columns import row

ROWS = tuple(row(f"A{at}", f"That pond {at} is cleared.", "Agreed", "It will be.") for at in range(1, 4))


def _numbers(*below: Row) -> list[str | None]:
    table = Table((row("Ref", "Recommendation", "Decision", "Response"), *ROWS, *below), 4)
    document = Document(Source("a.csv", "0" * 64, "text/csv"), "csv", (table,))
    return [entry.number for entry in explain(document, load_headings()).entries]


@pytest.mark.parametrize("title", ["Key to owners", "Abbreviations", "Owner codes:", "Glossary of initials used"])
def test_a_titled_key_of_pairs_ends_the_rows(title: str) -> None:
    below = (row(title, "", "", ""), row("HoP", "Head of Parks", "", ""), row("T&L", "Trees and Landscape", "", ""))
    assert _numbers(*below) == ["A1", "A2", "A3"]


def test_rows_below_a_theme_are_kept() -> None:
    below = (row("Key actions", "", "", ""), row("A4", "That it is dug.", "Agreed", "It will be."))
    assert "A4" in _numbers(*below)

"""No cell can run as a formula, and every text comes back from its cell as it was."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.writing.cells import from_cell, to_cell

RISKY = "'=+-@\t\r\n\x00_x0D5F \ufeff\uff1d\uff0b\uff0d\uff20"

anything = st.text(st.characters(exclude_categories=())) | st.text(RISKY, max_size=12)


@given(anything)
@example("_x000D_")
@example("_x005F_x000D_")
@example("_x0041_x0042_")
@example("''=1")
@example("\x00=1")
@example("\ud800")
def test_a_text_comes_back_from_its_cell(text: str) -> None:
    assert from_cell(to_cell(text)) == text


@given(anything)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    cell = to_cell(text)
    assert not re.match(r"[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell)
    assert not cell.startswith(("\t", "\r", "\x00"))


@given(anything)
def test_a_cell_is_utf8_without_control_characters(text: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", to_cell(text).encode().decode())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Agreed", "Agreed"),
        ("'reachable, teachable moments'", "'reachable, teachable moments'"),
        ("a=b", "a=b"),
        ("first\n- second", "first\n- second"),
        ("=1+1", "'=1+1"),
        ("- By engaging", "'- By engaging"),
        (" @SUM(A1)", "' @SUM(A1)"),
        ("\n=1", "'\n=1"),
        ("\t", "'\t"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("a\r\nb", "a_x000D_\nb"),
        ("_x000D_", "_x005F_x000D_"),
        ("_x000d_", "_x000d_"),
    ],
)
def test_a_cell_is_written_as(text: str, cell: str) -> None:
    assert to_cell(text) == cell

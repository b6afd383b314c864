"""Answers below what was recommended, in one cell, given a column of their own."""

import pytest

from extract.vocabulary.headings import ColumnRole
from tests.layouts.test_columns import answer, explained, row

ASKED = ("That the pool opens on Sundays.", "That the café is let.", "That buses stop at the gate.")
TITLE = "Recommendation and Cabinet response"


@pytest.mark.parametrize(
    "heads",
    [
        ("Accept – We will open from May.", "Reject – It lost money.", "Accept in part. Two will."),
        ("Derbyn / Accept – We will open from May.", "Gwrthod / Reject – It lost money.", "Nodi / Note – Two will."),
        ("Response: We will open from May.", "Response: It lost money.", "Response: Two will."),
    ],
)
def test_an_answer_below_what_was_recommended_is_apart(heads: tuple[str, str, str]) -> None:
    rows = [row(str(at), f"{ASKED[at]}\n{said}", "HR") for at, said in enumerate(heads)]
    entries = explained([row("No.", TITLE, "Lead"), *rows]).entries
    assert tuple(entry.text.text for entry in entries) == ASKED
    assert tuple(answer(entry) for entry in entries) == heads
    assert [entry.passages(ColumnRole.OWNER)[0].text for entry in entries] == ["HR"] * 3


def test_titles_that_name_no_answer_do_not_hide_it() -> None:
    rows = [row(str(at), f"{asked}\nAccept. We will.", "May 2026") for at, asked in enumerate(ASKED, 1)]
    entries = explained([row("No.", "Recommendation", "By when"), *rows]).entries
    assert [answer(entry) for entry in entries] == ["Accept. We will."] * 3


def test_what_asks_in_the_words_of_an_answer_stays_whole() -> None:
    asked = [f"{text}\nSupport for carers goes on." for text in ASKED]
    rows = [row(str(at), text, "Accept", "We will.") for at, text in enumerate(asked, 1)]
    entries = explained([row("No.", "Recommendation", "Decision", "Comments"), *rows]).entries
    assert [" ".join(entry.text.text.split()) for entry in entries] == [" ".join(text.split()) for text in asked]

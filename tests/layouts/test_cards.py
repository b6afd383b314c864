"""A small form for each recommendation, read as rows."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.layouts.cards import read_cards
from extract.layouts.entries import Entry
from extract.vocabulary.headings import ColumnRole, load_headings

_HEADINGS = load_headings()
_Rows = Sequence[tuple[str, ...]]


def _table(rows: _Rows, page: int = 1) -> Table:
    made = tuple(
        Row(tuple(Cell((Line(text, page),) if text else (), at) for at, text in enumerate(row)), page) for row in rows
    )
    return Table(made, max((len(row) for row in rows), default=0))


def _entries(*tables: _Rows) -> tuple[Entry, ...]:
    blocks = tuple(_table(rows, page) for page, rows in enumerate(tables, 1))
    return read_cards(Document(Source("made.pdf", "0" * 64, "application/pdf"), "pdf", blocks), _HEADINGS).entries


def _said(entry: Entry, *roles: ColumnRole) -> list[str]:
    return [" ".join(passage.text.split()) for role in roles for passage in entry.passages(role)]


_PARKS = [
    ("Ref", "1"),
    ("Recommendation", "That the park gates are painted."),
    ("Decision", "Agreed"),
    ("Comments", "Paint is ordered."),
    ("Lead officer", "Parks Manager"),
    ("Timescale", "May 2025"),
]
_TREES = [
    ("Ref", "2"),
    ("Recommendation", "That trees are labelled."),
    ("Decision", "Not agreed"),
    ("Comments", "Labels are stolen."),
    ("Lead officer", ""),
    ("Timescale", "n/a"),
]


def test_a_table_for_each_card() -> None:
    first, second = _entries(_PARKS, _TREES)
    assert (first.number, first.text.text) == ("1", "That the park gates are painted.")
    assert _said(first, ColumnRole.DECISION, ColumnRole.RESPONSE) == ["Agreed", "Paint is ordered."]
    assert _said(second, ColumnRole.OWNER, ColumnRole.TIMESCALE) == ["n/a"]


def test_cards_under_one_another_in_one_table() -> None:
    assert [entry.number for entry in _entries([*_PARKS, *_TREES])] == ["1", "2"]


@pytest.mark.parametrize("cut", range(1, len(_PARKS)))
def test_a_card_that_a_page_break_cuts(cut: int) -> None:
    assert _entries(_PARKS[:cut], [*_PARKS[cut:], *_TREES])[0].text.text == "That the park gates are painted."
    assert [entry.number for entry in _entries(_PARKS[:cut], [*_PARKS[cut:], *_TREES])] == ["1", "2"]


def test_a_value_that_goes_on_after_a_page_break() -> None:
    first, _ = _entries(_PARKS[:4], [("", "It will be green."), *_PARKS[4:], *_TREES])
    assert _said(first, ColumnRole.RESPONSE) == ["Paint is ordered. It will be green."]


def test_two_titles_in_a_row() -> None:
    def card(number: str, text: str, owner: str) -> _Rows:
        return [
            ("Recommendation " + number, text),
            ("Response", "Agreed. It will be done."),
            ("Lead", owner, "Due", "May"),
        ]

    first, second = _entries(card("1", "That it is begun.", "Ms Aduba"), card("2", "That it is ended.", "Mr Platt"))
    assert (first.number, first.text.text) == ("1", "That it is begun.")
    assert _said(second, ColumnRole.OWNER, ColumnRole.TIMESCALE) == ["Mr Platt", "May"]


def test_a_label_across_the_card() -> None:
    cards = [
        [(f"Recommendation {number}: {text}",), ("Decision", "Accepted"), ("Comments", "Work has begun.")]
        for number, text in (("1", "That a list is kept."), ("2", "That the list is published."))
    ]
    assert [(entry.number, entry.text.text) for entry in _entries(*cards)] == [
        ("1", "That a list is kept."),
        ("2", "That the list is published."),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        _PARKS,
        [("Recommendation", "Response"), ("That it is done.", "Agreed."), ("That it is ended.", "Not agreed.")],
        [("Date of meeting", "4 May"), ("Report of", "Director of Place"), ("Wards", "All"), ("Key decision", "No")],
        [("2023", "12"), ("2024", "14")],
        [],
    ],
)
def test_what_is_no_series_of_cards(rows: _Rows) -> None:
    assert _entries(rows) == ()


@given(
    st.lists(
        st.lists(st.sampled_from(["No.", "Recommendation", "Response", "", "Agreed", "That x"]), max_size=5), max_size=9
    )
)
def test_any_table_can_be_read(rows: list[list[str]]) -> None:
    assert all(entry.text.text for entry in _entries([tuple(row) for row in rows]))


def test_what_is_printed_over_every_form_is_no_part_of_it() -> None:
    first, second = _entries([("Form 1 of 2",), *_PARKS], [("Form 2 of 2",), *_TREES])
    assert (first.number, second.number) == ("1", "2")
    assert _said(first, ColumnRole.TIMESCALE) == ["May 2025"]


def test_a_value_that_goes_on_across_the_form_is_kept() -> None:
    first, _ = _entries([*_PARKS, ("or sooner if it is dry",)], _TREES)
    assert _said(first, ColumnRole.TIMESCALE) == ["May 2025 or sooner if it is dry"]


def _unknown(number: int, text: str, ruling: str) -> _Rows:
    return [
        ("The plea", f"Recommendation {number}: {text}"),
        ("The ruling", ruling),
        ("Why so", "The wardens have asked for it each year, and the money was found in the spring of this one."),
        ("Torch bearer", "Head of Parks"),
    ]


def test_titles_that_stand_in_form_after_form_are_titles() -> None:
    asked = ["That gates are painted.", "That trees should be named.", "That ponds are cleared."]
    entries = _entries(*(_unknown(at, text, "Not agreed") for at, text in enumerate(asked, 1)))
    assert [(entry.number, entry.text.text) for entry in entries] == [(str(at + 1), asked[at]) for at in range(3)]
    assert _said(entries[0], ColumnRole.DECISION, ColumnRole.OWNER) == ["Not agreed", "Head of Parks"]
    assert _said(entries[2], ColumnRole.RESPONSE)[0].startswith("The wardens have asked")


def test_unknown_titles_in_two_forms_may_be_chance() -> None:
    assert _entries(*(_unknown(at, "That gates are painted.", "Agreed") for at in (1, 2))) == ()


def test_forms_that_demand_nothing_are_no_recommendations() -> None:
    rows = [("Name", "Kirk Marlow"), ("Liked", "Agreed"), ("Story", "He was seen in the park by two of the wardens.")]
    assert _entries(rows, rows, rows) == ()

"""Rows, commitments and words are found by what they say."""

import pytest

from extract.correcting.finding import Known, MisfitError, Named, Quoted, find_commitment, find_row, find_words
from extract.findings import Span
from extract.records import Commitment, CommitmentStatus, Field

ROWS = [
    Known(["That a plan for walking and cycling in all wards be published this year"], "1"),
    Known(["That the forum of tenants be held four times a year"], "2"),
    Known(["That lights be mended within ten days"], "3"),
]


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("That lights be mended within ten days", "1", 2),  # its number is another by now
        ("That  lights be\nmended within ten days", None, 2),
        ("That a plan for walking and cycling in all wards be publ1shed this year.", None, 0),
    ],
)
def test_a_row_is_found_by_its_text(text: str, number: str | None, place: int) -> None:
    assert find_row(Named(text, number), ROWS) == place


@pytest.mark.parametrize("text", ["That buses run on Sundays", "That lights be mended", "", "That"])
def test_a_row_that_is_not_there_is_not_found(text: str) -> None:
    with pytest.raises(MisfitError, match="no row has this text"):
        find_row(Named(text, "1"), ROWS)


def test_rows_of_the_same_text_are_told_apart_by_their_number() -> None:
    twice = [Known(["That it be so"], "1"), Known(["That it  be so"], "2")]
    assert find_row(Named("That it be so", "2"), twice) == 1
    with pytest.raises(MisfitError, match="2 rows have this text"):
        find_row(Named("That it be so", "4"), twice)


def test_rows_of_the_same_text_and_number_are_told_apart_by_what_was_read_and_else_by_their_order() -> None:
    words = "That it be so"
    rows = [Known([words], "1", "a"), Known([words], "1", "b"), Known([words], "1", "b"), Known([words], "2", "c")]
    assert find_row(Named(words, "1", "a"), rows) == 0
    assert find_row(Named(words, "1", "a", 2), rows) == 0
    assert find_row(Named(words, "1", "b", 3), rows) == 2
    assert find_row(Named(words, "1", None, 9), rows) == 2
    assert find_row(Named(words, "7", "c"), rows) == 3  # its number is another by now
    for unclear in (Named(words, "1", "b"), Named(words, "1"), Named(words, "7", "b", 2)):
        with pytest.raises(MisfitError, match="4 rows have this text"):
            find_row(unclear, rows)


def test_a_row_that_is_nearly_it_is_none_where_another_is_as_near() -> None:
    near = [Known([f"That the council plant 100 trees in Ward {ward}"], number) for ward, number in ("A1", "B2")]
    with pytest.raises(MisfitError, match="2 rows have this text"):
        find_row(Named("That the council plant 100 trees in Ward C", None), near)
    assert find_row(Named("That the council plant 100 trees in Ward C", "2"), near) == 1
    with pytest.raises(MisfitError, match="2 rows have this text"):
        find_row(Named("That the council plant 100 trees in Ward B1", None), near)
    assert find_row(Named("That the council plant 100 trees in Ward B", None), near) == 1


FIELD = "We will publish a plan by March. We will meet. We will meet. It goes on."


def _made(number: int, words: str, start: int) -> Commitment:
    return Commitment(
        id=f"a/1/c{number}",
        text=words,
        field=Field.RESPONSE,
        start=start,
        end=start + len(words),
        name=None,
        actor=None,
        status=CommitmentStatus.PLANNED,
        condition=None,
        deadline=None,
    )


MADE = [_made(1, "We will publish a plan by March", 0), _made(2, "We will meet", 33), _made(3, "We will meet", 47)]


@pytest.mark.parametrize(
    ("quote", "taken", "found"),
    [
        ("We will publish a plan by March", (), "a/1/c1"),
        ("We will  publish\na plan by March", (), "a/1/c1"),
        ("We will publish a plan", (), "a/1/c1"),  # it reached less far when it was read
        ("We will pub1ish a plan by March.", (), "a/1/c1"),
        ("We will meet", (), "a/1/c2"),
        ("We will meet", ("a/1/c2",), "a/1/c3"),
    ],
)
def test_a_commitment_is_found_by_its_words(quote: str, taken: tuple[str, ...], found: str) -> None:
    assert find_commitment(Quoted(quote), FIELD, MADE, taken).id == found


@pytest.mark.parametrize("quote", ["It goes on", "We will swim in the river", "We", "We will meet"])
def test_a_commitment_that_is_not_there_is_not_found(quote: str) -> None:
    with pytest.raises(MisfitError, match="no commitment has these words"):
        find_commitment(Quoted(quote), FIELD, MADE[:1])


@pytest.mark.parametrize(
    ("quote", "avoided", "span"),
    [
        ("We will meet", [], Span(33, 45)),
        ("We will meet", [Span(33, 45)], Span(47, 59)),
        ("We will meet", [Span(0, 59)], Span(33, 45)),
        (" We will\nmeet ", [], Span(33, 45)),
        ("Wewill publish", [], Span(0, 15)),
        ("We shall meet", [], None),
    ],
)
def test_words_are_found_but_for_white_space_and_rather_where_none_are_yet(
    quote: str, avoided: list[Span], span: Span | None
) -> None:
    assert find_words(Quoted(quote), FIELD, avoided) == span

"""When two readings count as the same, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.matching import alike, best_pairs, locate, overlap, same_name, same_number, squash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("closure of actions", "closure ofactions"),
        ("• first\n• second", "first second"),
        ("- first\n* second", "first second"),
        ("‘reachable’ – “teachable”", "'reachable' - \"teachable\""),
        ("the ﬁrst", "The first"),
    ],
)
def test_two_readings_of_one_print(one: str, other: str) -> None:
    assert squash(one) == squash(other)
    assert alike(one, other) == 1.0


def test_other_words_are_less_alike() -> None:
    assert alike("the Council will", "the Council won't") < 1.0


@pytest.mark.parametrize(("one", "other"), [("4", "R4"), ("Recommendation 4", "Rec 4."), ("9(b)", "9.b"), (None, "")])
def test_the_same_number(one: str | None, other: str | None) -> None:
    assert same_number(one, other)


@pytest.mark.parametrize(("one", "other"), [("4", "14"), ("9(a)", "9(b)"), ("1", None)])
def test_other_numbers(one: str | None, other: str | None) -> None:
    assert not same_number(one, other)


def test_names_share_nearly_all_words() -> None:
    assert same_name("Metropolitan Police Service", "metropolitan police")
    assert not same_name("Thames Water", "Environment Agency")
    assert not same_name("Thames Water", None)


def test_pairs_are_taken_from_the_best_down_each_side_once() -> None:
    assert best_pairs({(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.1}) == {0: 1, 1: 0}


def test_a_quotation_is_located_to_the_letter_or_nearly_so() -> None:
    assert locate("will lead", "wewillleadon") == (2, 10)
    assert locate("will leed", "wewillleadon") == (2, 10)
    assert locate("nothing of the kind", "wewillleadon") is None
    assert locate(" ", "wewillleadon") is None


STRETCHES = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(STRETCHES, STRETCHES)
def test_overlap_is_a_share_and_does_not_depend_on_the_order(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert 0 <= overlap(one, other) == overlap(other, one) <= 1
    assert (overlap(one, other) == 1) is (one == other)
    assert overlap(one, None) == 0

"""Which texts are taken to be the same: pairs are, near misses are not; how often, on pairs kept apart."""

import tomllib
from pathlib import Path

import pytest

from extract.comparing.likeness import gist_of, held, likeness
from extract.vocabulary.comparing import load_comparing_words

WORDS = load_comparing_words()
LIMITS = {
    "recommendation": WORDS.thresholds.text,
    "numbered": WORDS.thresholds.numbered,
    "again": WORDS.thresholds.asked_again,
    "promise": WORDS.thresholds.promise,
    "title": WORDS.thresholds.title,
}
Pair = tuple[str, str, str, bool]


def pairs_in(name: str) -> list[Pair]:
    """What a file of pairs holds: of what they are, the two texts, and whether they are the same."""
    held_in = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return [(each["of"], each["one"], each["other"], each["same"]) for each in held_in["pair"]]


def score(one: str, other: str) -> float:
    return likeness(gist_of(one, WORDS), gist_of(other, WORDS), WORDS.thresholds)


@pytest.mark.parametrize(("of", "one", "other", "same"), pairs_in("pairs.toml"))
def test_a_pair_is_told_from_a_near_miss(of: str, one: str, other: str, *, same: bool) -> None:
    assert (score(one, other) >= LIMITS[of]) is same
    assert score(one, other) == pytest.approx(score(other, one))


def test_of_pairs_that_no_threshold_was_chosen_by_most_are_right() -> None:
    told = [(score(one, other) >= LIMITS[of], same) for of, one, other, same in pairs_in("pairs_held_out.toml")]
    right = sum(found and same for found, same in told)
    assert right / sum(found for found, _ in told) >= 0.85
    assert right / sum(same for _, same in told) >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by 31 March 2025", "by the end of June"),
        ("", "That buses run"),
        ("It is so", "They are there"),
        ("We will publish a report", "We will publish a plan"),
    ],
)
def test_texts_that_share_nothing_that_tells_are_not_alike(one: str, other: str) -> None:
    assert score(one, other) == 0


@pytest.mark.parametrize("text", ["", "It is what it is", "That buses run at night", "60 signs"])
def test_a_text_is_like_itself(text: str) -> None:
    assert score(text, text) == 100


def test_a_part_is_held_by_its_whole() -> None:
    whole = gist_of("That buses run at night and fares be frozen", WORDS)
    assert held(gist_of("That night buses run", WORDS), whole, WORDS.thresholds) == 100
    assert held(whole, gist_of("That night buses run", WORDS), WORDS.thresholds) < 80
    assert held(gist_of("", WORDS), whole, WORDS.thresholds) == 0

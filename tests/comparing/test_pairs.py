"""Which texts are taken to be the same: pairs are, near misses are not; how often, on texts kept apart."""

from typing import Any

import pytest

from extract.comparing.likeness import gist_of, held
from tests.comparing.measured import LIMITS, WORDS, counted, score
from tests.comparing.measured import held as held_in


@pytest.mark.parametrize("pair", held_in("pairs.toml"), ids=lambda pair: f"{pair['one']} | {pair['other']}")
def test_a_pair_is_told_from_a_near_miss(pair: dict[str, Any]) -> None:
    found = score(pair["one"], pair["other"])
    assert (found >= LIMITS[pair["of"]]) is (pair["same"] != pair.get("missed", False))
    assert found == pytest.approx(score(pair["other"], pair["one"]))


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("pairs_held_out.toml", 0.86, 0.92),
        ("papers.toml", 0.91, 0.85),
        ("papers_held_out.toml", 0.97, 0.78),
    ],
)
def test_as_many_are_found_and_right_as_were(name: str, precision: float, recall: float) -> None:
    found = counted(name)
    assert found.precision >= precision
    assert found.recall >= recall


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
    assert held(gist_of("That night buses run", WORDS), whole, WORDS.likeness) == 100
    assert held(whole, gist_of("That night buses run", WORDS), WORDS.likeness) < 80
    assert held(gist_of("", WORDS), whole, WORDS.likeness) == 0

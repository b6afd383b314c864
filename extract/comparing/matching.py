"""Which of many go together: each with at most one, the best first."""

from collections.abc import Iterable
from typing import NamedTuple


class Match(NamedTuple):
    """Two things that may be the same.

    Attributes:
        score: how much speaks for it.
        old: the place of the one among those of then.
        new: the place of the other among those of now.
        because: why, in plain words.
        tie: what decides between equals, whichever way they are compared and in whichever order they stand.
    """

    score: float
    old: int
    new: int
    because: str
    tie: tuple[str, ...]


def best_first(matches: Iterable[Match]) -> list[Match]:
    """Those matches that hold when each thing is matched once, by the best match that it has left."""
    taken = set[tuple[str, int]]()
    kept = list[Match]()
    for match in sorted(matches, key=lambda each: (-each.score, each.tie)):
        ends = {("old", match.old), ("new", match.new)}
        if not taken & ends:
            taken |= ends
            kept.append(match)
    return kept


def tie_of(one: str, other: str) -> tuple[str, ...]:
    """What decides between equals: two names, in an order that does not depend on which of them is of then."""
    return tuple(sorted((one, other)))

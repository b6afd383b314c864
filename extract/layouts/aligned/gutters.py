"""Gutters: the white stripes between columns that no rule divides."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.layouts.aligned.segments import Segment
from extract.layouts.aligned.titles import Title

_NEAR = 2.0  # points or characters between left edges that are one
_HEAVY = 4  # a title counts for so many lines


class Gutter(NamedTuple):
    """A stripe between two columns: the second begins at ``right``."""

    left: float
    right: float

    def is_crossed(self, segment: Segment) -> bool:
        """Whether a segment stands on both sides of it."""
        return segment.x0 < self.left + (self.right - self.left) / 2 and segment.x1 > self.right


def find_gutters(titles: Sequence[Title], body: Sequence[Segment]) -> tuple[Gutter, ...]:
    """The gutter between each two titles: where fewest lines cross, and most begin right of it."""
    spans = [(segment.x0, segment.x1, 1) for segment in body]
    spans += [(title.x0, title.x1, _HEAVY) for title in titles]
    starts = [segment.x0 for segment in body]
    centres = [(title.x0 + title.x1) / 2 for title in titles]
    return tuple(_gutter(low, high, spans, starts) for low, high in pairwise(centres))


def _gutter(low: float, high: float, spans: Iterable[tuple[float, float, int]], starts: Sequence[float]) -> Gutter:
    within = [(max(a, low), min(b, high), weight) for a, b, weight in spans if a < high and b > low]
    edges = sorted({low, high, *(x for a, b, _ in within for x in (a, b))})
    stripes = [Gutter(a, b) for a, b in pairwise(edges)]
    crossing = {stripe: sum(w for a, b, w in within if a < stripe.right and b > stripe.left) for stripe in stripes}
    begins = {stripe: sum(abs(x - stripe.right) <= _NEAR for x in starts) for stripe in stripes}
    return max(stripes, key=lambda stripe: (-crossing[stripe], begins[stripe], stripe.right - stripe.left))

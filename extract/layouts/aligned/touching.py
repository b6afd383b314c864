"""Titles that fill their narrow columns and touch: ``OutcomeRecommendation``, ``Accepted?Lead officer``."""

import re
from collections.abc import Callable

from extract.layouts.aligned.segments import Segment, cut_in_two
from extract.vocabulary.headings import ColumnRole

_TOUCHING = re.compile(r"(?<=[a-z?.)])(?=[A-Z])")


def apart(segment: Segment, role: Callable[[str], ColumnRole | None]) -> tuple[Segment, ...]:
    """The segment in two where it runs two known titles together; itself where it does not."""
    text = segment.line.text
    for found in _TOUCHING.finditer(text):
        first, second = role(text[: found.start()]), role(text[found.end() :])
        if first and second and first is not second:
            at = segment.x0 + (segment.x1 - segment.x0) * found.start() / len(text)
            return cut_in_two(segment, found.start(), at)
    return (segment,)

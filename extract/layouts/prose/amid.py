"""Letters that count what was asked and what is answered in one row of numbers: ``1.1 That …``, ``1.2 We agree …``."""

import re
from collections.abc import Sequence

from extract.layouts.prose.openings import Opened, Opening
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.points import find_points, read_point, without_number
from extract.layouts.prose.styles import Signs

_ASKS = re.compile(
    r"\W*(?:"
    r"that\b(?!,|\s+(?:said|being|is|was|were|will|would|has|had|may|might|can|could|does|did|much|way|done|apart)\b)"
    r"|to\s+(?!(?:date|that|this|these|those|some|my|our|your|the|an?|be\s+(?:fair|clear|sure|plain|frank|precise|honest)"
    r"|begin|start|sum|conclude|close|end|put|take)\b)[a-z]{2,}\b)",
    re.IGNORECASE,
)
_FEWEST = 2
_MOSTLY = 0.8  # of what is asked must have an answer with a number of its own right below


def without_answer_points(paragraphs: Sequence[Paragraph], signs: Signs) -> tuple[Paragraph, ...]:
    """The paragraphs, the numbers of those that ask kept and all others taken off; none where it is no such letter."""
    points = find_points(paragraphs)
    asking = {at for at in points if _number(paragraphs[at], signs)}
    levels = {_level(paragraphs[at]) for at in asking}
    told = {at for at in points if at not in asking and _level(paragraphs[at]) in levels}
    if len(asking) < _FEWEST or len({at + 1 for at in asking} & told) < _MOSTLY * len(asking):
        return ()
    others = points.keys() - asking
    return tuple(without_number(one, points[at]) if at in others else one for at, one in enumerate(paragraphs))


def amid(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``2.4 That …`` among answers that are counted as it is: what asks, whatever numbers lie between."""
    return [None if one.counted else _number(one, signs) for one in paragraphs]


def _number(paragraph: Paragraph, signs: Signs) -> Opening | None:
    """The number of a paragraph that asks: ``That …``, ``To hold …``, or ``The Panel recommends that …``."""
    point = None if paragraph.tabular else read_point(paragraph.text)
    asks = point and (
        _ASKS.match(paragraph.text, point[1]) or signs.words.states.expression.match(paragraph.text, point[1])
    )
    return Opening(point[0], None, point[1]) if point and asks else None


def _level(paragraph: Paragraph) -> int:
    point = read_point(paragraph.text)
    return point[0].count(".") if point else 0

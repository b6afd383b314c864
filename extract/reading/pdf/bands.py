"""Coloured bands that close a row which no rule does: the heading over a form, at whose foot the rules begin."""

from collections.abc import Iterable, Iterator

from extract.reading.pdf.rules import Rule, Rules, joined
from extract.reading.pdf.turn import Boxes

_MEETS = 2.5  # points by which a rule may miss the edge that it should meet
_LOWEST = 7.0  # points: a row holds a line of text


def with_bands(rules: Rules, fills: Boxes) -> Rules:
    """The rules, with one along the foot of each band where upright rules begin that it lies across."""
    edges = list(_edges(rules, fills.tolist())) if rules.down else []
    return rules._replace(across=joined([*rules.across, *edges])) if edges else rules


def _edges(rules: Rules, fills: Iterable[tuple[float, float, float, float]]) -> Iterator[Rule]:
    begins = {round(rule.start) + near for rule in rules.down for near in range(-3, 4)}
    for x0, top, x1, bottom in fills:
        if bottom - top < _LOWEST or round(bottom) not in begins:  # a page may hold thousands of each
            continue
        below = [rule for rule in rules.down if abs(rule.start - bottom) <= _MEETS]
        if any(x0 + _MEETS < rule.at < x1 - _MEETS for rule in below) and _closes(rules, x0, x1, bottom):
            yield Rule(bottom, x0, x1)


def _closes(rules: Rules, x0: float, x1: float, y: float) -> bool:
    """Whether an edge reaches from one upright rule to another, and no rule is drawn along it."""
    passing = [rule.at for rule in rules.down if rule.start <= y + _MEETS and y - _MEETS <= rule.end]
    sides = all(any(abs(at - side) <= _MEETS for at in passing) for side in (x0, x1))
    drawn = any(abs(rule.at - y) <= _MEETS and rule.start < x1 and x0 < rule.end for rule in rules.across)
    return sides and not drawn

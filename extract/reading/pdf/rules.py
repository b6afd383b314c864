"""Rules: the straight lines of a page, each joined from the pieces that it was drawn in."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.reading.pdf.turn import Boxes

_THIN = 4.0  # points: as in the drawings
_SAME = 2.0  # points between the strokes of a double rule, or between pieces that were meant to be on one line
_GAP = 3.5  # points between pieces of one rule: dashes, and corners that are left open
_SHORTEST = 5.0  # points: what stays shorter is a dot, a tick or the stroke of a letter


class Rule(NamedTuple):
    """A line along one axis: at ``at`` on the other axis, from ``start`` to ``end``."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules of a page: horizontal ones (``at`` is y), and vertical ones (``at`` is x), sorted."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def find_rules(lines: Boxes) -> Rules:
    """The rules that thin boxes make up; dots count for both directions until they are joined."""
    across: list[Rule] = []
    down: list[Rule] = []
    for x0, top, x1, bottom in lines.tolist():
        width, height = x1 - x0, bottom - top
        if height <= _THIN and (height <= width or width <= _THIN):
            across.append(Rule((top + bottom) / 2, x0, x1))
        if width <= _THIN and (width <= height or height <= _THIN):
            down.append(Rule((x0 + x1) / 2, top, bottom))
    return Rules(joined(across), joined(down))


def joined(pieces: Iterable[Rule]) -> tuple[Rule, ...]:
    """Pieces on one line as one rule wherever they touch, overlap or nearly do; sorted."""
    rules: list[Rule] = []
    for group in _on_one_line(sorted(pieces)):
        at = sum(piece.at * (piece.end - piece.start + 0.01) for piece in group)
        at /= sum(piece.end - piece.start + 0.01 for piece in group)
        rules += _run_together(at, sorted((piece.start, piece.end) for piece in group))
    return tuple(rule for rule in rules if rule.end - rule.start >= _SHORTEST)


def _on_one_line(pieces: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for piece in pieces:
        if groups and piece.at - groups[-1][-1].at <= _SAME and piece.at - groups[-1][0].at <= 2 * _SAME:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _run_together(at: float, stretches: Sequence[tuple[float, float]]) -> list[Rule]:
    rules: list[Rule] = []
    for start, end in stretches:
        if rules and start - rules[-1].end <= _GAP:
            rules[-1] = Rule(at, rules[-1].start, max(rules[-1].end, end))
        else:
            rules.append(Rule(at, start, end))
    return rules


def positions(values: Iterable[float], apart: float) -> tuple[float, ...]:
    """The values in order, those that lie less than ``apart`` after one another as their mean."""
    ordered = sorted(values)
    groups = [[value] for value in ordered[:1]]
    for before, value in pairwise(ordered):
        if value - before < apart:
            groups[-1].append(value)
        else:
            groups.append([value])
    return tuple(sum(group) / len(group) for group in groups)

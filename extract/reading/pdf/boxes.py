"""Boxes around text that make no grid: frames, round ones too, coloured areas, bars beside or above what they mark."""

from collections.abc import Iterable, Iterator, Sequence

from extract.document import Box
from extract.reading.pdf.lattice import Grid
from extract.reading.pdf.rules import Rule, Rules
from extract.reading.pdf.turn import Boxes

_SAME = 2.0  # points by which two boxes that are one may differ
_MOST = 400  # boxes of a page: what has more is a drawing
_WIDEST = 40.0  # points: what is narrower is no area to write in, but a bar
_LOWEST = 8.0  # points: likewise, lower
_BAR = 30.0  # points: a bar is as tall as two lines at least
_THIN = 1.0  # points on both sides of a rule that is a bar


def find_boxes(rules: Rules, frames: Sequence[Grid], drawn: Iterable[Boxes], grids: Sequence[Grid]) -> tuple[Box, ...]:
    """The boxes of a page, top to bottom, each once; none where there are so many that they make up a drawing.

    Args:
        rules: the straight lines of the page.
        frames: grids of one cell.
        drawn: filled rectangles, and boxes that are drawn in one piece.
        grids: the grids of tables: what lies within one is a cell's background.
    """
    outlines = [frame.box for frame in frames]
    outlines += [Box(*corners) for boxes in drawn for corners in boxes.tolist()]
    outlines += [_bar(rule) for rule in rules.down if not any(_is_side(rule, box) for box in outlines)]
    outlines = [box for box in outlines if _is_box(box) and not any(_within(box, grid.box) for grid in grids)]
    return tuple(_once(sorted(outlines, key=lambda box: (box.top, box.x0)))) if len(outlines) <= _MOST else ()


def _bar(rule: Rule) -> Box:
    return Box(rule.at - _THIN, rule.start, rule.at + _THIN, rule.end)


def _is_side(rule: Rule, box: Box) -> bool:
    """Whether a rule is drawn along the left or the right side of a box."""
    beside = min(abs(rule.at - box.x0), abs(rule.at - box.x1)) <= _SAME
    return beside and rule.start < box.bottom and box.top < rule.end


def _is_box(box: Box) -> bool:
    width, height = box.x1 - box.x0, box.bottom - box.top
    return (width >= _WIDEST and height >= _LOWEST) or height >= _BAR


def _within(box: Box, grid: Box) -> bool:
    across, down = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    inside = grid.x0 - _SAME <= across <= grid.x1 + _SAME and grid.top <= down <= grid.bottom
    return inside and box.x1 - box.x0 <= grid.x1 - grid.x0 + _SAME


def _once(boxes: Iterable[Box]) -> Iterator[Box]:
    """The boxes, rounded, without those that are drawn twice: as an area and as its outline."""
    kept = list[Box]()
    for box in boxes:
        if not any(_is_same(box, other) for other in kept):
            kept.append(box)
            yield Box(*(round(side, 1) for side in box))


def _is_same(box: Box, other: Box) -> bool:
    return all(abs(a - b) <= _SAME for a, b in zip(box, other, strict=True))

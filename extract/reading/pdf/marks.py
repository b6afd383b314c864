"""Marks that are drawn and not written: the bullets of a browser's lists, and boxes to be ticked."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.document import Box
from extract.reading.pdf.drawings import Mark
from extract.reading.pdf.lattice import Grid
from extract.reading.pdf.lines import Stretch
from extract.reading.pdf.sheet import OUTSIDE, cells_of
from extract.reading.pdf.turn import Boxes

_SMALLEST = 1.5  # points
_SQUARE = 0.2  # of the longer side that the sides may differ by
_ALONE = 8.0  # points around a bullet without another: dotted lines are no lists
_SAME = 1.5  # points between the middles of what is one mark, drawn twice
_BULLET = 0.55  # of a line's height that a bullet has at most, its outline counted twice
_BOX = 7.0  # points that a box has at least
_PART = 0.4  # of a box's side that a tick in it has at least
_DOT = 0.75  # of a box's side that a dot or block in it has at most
_NEAR = 20.0  # points from a mark to its text
_LEVEL = 0.3  # of a line's height that the middle of a mark may be off the line's
_BULLET_SIGN, _EMPTY, _TICKED = "•☐☒"


class _Field(NamedTuple):
    """Small paths and the text around them: boxes, and what stands level with which."""

    marks: Sequence[Mark]
    boxes: Boxes
    middles: NDArray[np.float64]
    texts: Sequence[Stretch]
    text_boxes: NDArray[np.float64]
    level: NDArray[np.bool_]


def find_marks(
    marks: Sequence[Mark], boxes: Boxes, stretches: Sequence[tuple[int, Stretch]], grids: Sequence[Grid]
) -> list[tuple[int, Stretch]]:
    """Bullets at the head of a line, and boxes, empty or ticked, as stretches with the number of their cell.

    Args:
        marks: the small paths of the page.
        boxes: where they are seen, one row each.
        stretches: the words of the page with their cells.
        grids: the tables of the page.
    """
    cells = cells_of(boxes, grids)
    own = np.array([cell for cell, _ in stretches])
    field = _field(marks, boxes, [stretch for _, stretch in stretches])
    field.level[:] &= cells[:, None] == own
    found: list[tuple[int, Stretch]] = []
    for at, cell in enumerate(cells.tolist()):
        if _is_square(boxes[at]):
            sign = _bullet(field, at) or _box(field, at, outside=cell == OUTSIDE)
            found += [(cell, sign)] if sign else []
    return found


def _field(marks: Sequence[Mark], boxes: Boxes, texts: Sequence[Stretch]) -> _Field:
    text_boxes = np.array([stretch.box for stretch in texts]).reshape(-1, 4)
    middles = (boxes[:, :2] + boxes[:, 2:]).astype(np.float64) / 2
    off = np.abs(middles[:, 1:] - (text_boxes[:, 1] + text_boxes[:, 3]) / 2)
    level = off <= _LEVEL * (text_boxes[:, 3] - text_boxes[:, 1])
    return _Field(marks, boxes, middles, texts, text_boxes, level)


def _sides(box: NDArray[np.float32]) -> tuple[float, float]:
    return float(box[2] - box[0]), float(box[3] - box[1])


def _is_square(box: NDArray[np.float32]) -> bool:
    width, height = _sides(box)
    return max(width, height) >= _SMALLEST and abs(width - height) <= _SQUARE * max(width, height)


def _bullet(field: _Field, at: int) -> Stretch | None:
    """The bullet that a mark is: small, near the text on its right, with nothing before it."""
    x0, _, x1, _ = field.boxes[at]
    to_text, from_text = field.text_boxes[:, 0] - x1, x0 - field.text_boxes[:, 2]
    follows = field.level[at] & (to_text >= 0) & (to_text <= _NEAR)
    precedes = field.level[at] & (from_text <= _NEAR) & (field.text_boxes[:, 0] < x0)
    if not follows.any() or precedes.any() or _is_one_of_many(field, at):
        return None
    text = field.texts[int(np.where(follows, to_text, np.inf).argmin())]
    small = max(_sides(field.boxes[at])) <= _BULLET * (text.box.bottom - text.box.top)
    return _sign(_BULLET_SIGN, field.boxes[at], text) if small else None


def _is_one_of_many(field: _Field, at: int) -> bool:
    """Whether others stand close, as in a dotted line, or a larger one around it, as around a chosen button's dot."""
    away = np.abs(field.middles - field.middles[at]).max(axis=1)
    sizes = (field.boxes[:, 2:] - field.boxes[:, :2]).max(axis=1)
    around = sizes * _DOT > sizes[at]
    return bool(((away < _ALONE) & ((away > _SAME) | around)).any())


def _box(field: _Field, at: int, *, outside: bool) -> Stretch | None:
    """The box that a mark is: an outline, or a filled square with a tick in it; no writing stands in it."""
    x0, x1 = field.boxes[at][::2]
    mark, (x, y) = field.marks[at], field.middles[at]
    left, high, right, low = field.text_boxes.T
    if mark.aslant or x1 - x0 < _BOX or ((left < x) & (x < right) & (high < y) & (y < low)).any():
        return None
    ticked = _is_ticked(field, at)
    near = field.level[at] & (np.maximum(left - x1, x0 - right) <= _NEAR)
    if not (mark.outlined or ticked) or (outside and not near.any()):
        return None
    beside = field.texts[int(near.argmax())] if near.any() else None
    return _sign(_TICKED if ticked else _EMPTY, field.boxes[at], beside)


def _is_ticked(field: _Field, at: int) -> bool:
    """Whether another mark lies within a box: strokes that go aslant, or a smaller dot or block."""
    x0, top, x1, bottom = field.boxes[at]
    side = x1 - x0
    x, y = field.middles.T
    inside = np.flatnonzero((x0 < x) & (x < x1) & (top < y) & (y < bottom)).tolist()
    sizes = (field.boxes[:, 2:] - field.boxes[:, :2]).max(axis=1)
    return any(
        field.marks[k].aslant or (not field.marks[k].outlined and sizes[k] <= _DOT * side)
        for k in inside
        if k != at and sizes[k] >= _PART * side
    )


def _sign(sign: str, box: NDArray[np.float32], beside: Stretch | None) -> Stretch:
    """A sign in a mark's place, level with the text beside it."""
    x0, top, x1, bottom = (round(float(side), 1) for side in box)
    if beside is None:
        return Stretch(sign, Box(x0, top, x1, bottom), bottom, 0, 0.0)
    return Stretch(sign, Box(x0, beside.box.top, x1, beside.box.bottom), beside.base, 0, beside.size)

"""The rules of a table in a picture."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.reading.recognition.picture import Picture, Pixels

_SHORTEST = 18.0  # points: longer than the strokes of letters
_TILE = 72.0  # points: a rule is measured in pieces of this length, as the paper may be curved
_AROUND = 24.0  # points around a pixel that its paper is judged by
_DARKER = 14  # of 255 than the paper around it: ink
_STROKE = 9.0  # points: longer than nearly all strokes of letters
_BREAK = 3.0  # points of a rule that may be missing


def find_lines(picture: Picture) -> NDArray[np.float32]:
    """The straight lines of a picture that stands straight: x0, top, x1, bottom in points, one piece a row."""
    ink = _ink(picture)
    across = list(_pieces(_runs(ink, picture.scale), picture.scale))
    down = [(x0, top, x1, bottom) for top, x0, bottom, x1 in _pieces(_runs(ink.T, picture.scale), picture.scale)]
    return np.array([*across, *down], dtype=np.float32).reshape(-1, 4) / picture.scale


def _ink(picture: Picture) -> Pixels:
    block = 2 * round(_AROUND * picture.scale / 2) + 1
    smooth = cv2.GaussianBlur(picture.pixels, (3, 3), 0)
    ink = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, _DARKER)
    return ink.astype(np.uint8, copy=False)


def _runs(ink: Pixels, scale: float) -> Pixels:
    """The ink that runs level for longer than any letter; a pixel more of thickness makes up for a slight lean."""
    thick = cv2.dilate(np.ascontiguousarray(ink), np.ones((3, 1), np.uint8))
    strokes = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(_STROKE * scale)), np.uint8))
    closed = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((1, round(_BREAK * scale)), np.uint8))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, round(_SHORTEST * scale)), np.uint8))
    return runs.astype(np.uint8, copy=False)


def _pieces(runs: Pixels, scale: float) -> Iterator[tuple[int, int, int, int]]:
    """Each run cut at every tile's end, as left, top, right and bottom in pixels, its thickening taken off."""
    runs[:, :: round(_TILE * scale)] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for left, top, width, height, _ in stats[1:].tolist():
        shrink = 1 if height > 2 else 0  # noqa: PLR2004 - what was thickened by a pixel on either side
        yield left, top + shrink, left + width, top + height - shrink

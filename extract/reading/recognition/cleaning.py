"""Paper made white: stains, grey grounds and a scanner's noise taken off, white letters on a dark ground turned."""

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.document import Box
from extract.reading.recognition.picture import Picture

_RESOLUTION = 1.0  # pixels a point at which the paper is looked at
_PATCH = 31  # pixels: the paper is what most of such a square is
_DARK = 110  # of 255: a darker ground holds light letters
_BLANK = 0.82  # of the paper's lightness, above which it is paper; noise of scanners stays above
_INK = 170  # of 255 in a cleaned picture: darker is ink
_MARGIN = 4.0  # points around the ink that are read with it


def cleaned(picture: Picture) -> Picture:
    """The picture with dark letters on white paper throughout."""
    paper = _paper(picture)
    dark = paper < _DARK
    pixels = np.where(dark, 255 - picture.pixels, picture.pixels).astype(np.float32)
    ground = np.where(dark, 255 - paper, paper).astype(np.float32)
    lightness = np.clip(pixels * (255 / _BLANK) / np.maximum(ground, 1), 0, 255)
    return Picture(lightness.astype(np.uint8), picture.scale)


def _paper(picture: Picture) -> NDArray[np.uint8]:
    """How light the paper is at each pixel."""
    factor = _RESOLUTION / picture.scale
    small = cv2.resize(picture.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    height, width = picture.pixels.shape
    blurred = cv2.medianBlur(np.ascontiguousarray(small), _PATCH)
    return np.asarray(cv2.resize(blurred, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def find_ink(picture: Picture, box: Box) -> Box | None:
    """What is around the ink within a box of a cleaned picture, with a margin; ``None`` where there is none."""
    part = picture.pixels[picture.span(box)]
    if not part.size:
        return None
    ink = cv2.medianBlur(np.ascontiguousarray(part), 3) < _INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    scale = picture.scale
    return Box(
        max(box.x0, box.x0 + columns[0] / scale - _MARGIN),
        max(box.top, box.top + rows[0] / scale - _MARGIN),
        min(box.x1, box.x0 + columns[-1] / scale + _MARGIN),
        min(box.bottom, box.top + rows[-1] / scale + _MARGIN),
    )

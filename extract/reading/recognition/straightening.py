"""Pages that were laid askew on the glass: by how much they lean, and the picture set straight."""

from typing import TypeVar, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.reading.recognition.picture import Picture, Pixels

_RESOLUTION = 1.0  # pixels a point at which the lean is measured
_MOST = 5.0  # degrees that a page may lean
_COARSE = 0.25  # degrees from one trial to the next
_FINE = 0.03
_LEAST = 0.02  # degrees: less is straight
_WHITE = 255

Values = TypeVar("Values", Pixels, NDArray[np.float32])


def straightened(picture: Picture) -> Picture:
    """The picture turned about its middle so that its rules and lines of text run level."""
    lean = find_lean(picture)
    return picture if abs(lean) < _LEAST else Picture(_turned(picture.pixels, lean), picture.scale)


def find_lean(picture: Picture) -> float:
    """By how many degrees the page is to be turned, anticlockwise, to be level.

    Where it is, rules and lines of text stand in as few rows of pixels as they can, and the ink of a row differs most
    from that of the next (Postl 1986).
    """
    ink = _ink(picture)
    rough = cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    coarse = _sharpest(np.asarray(rough, np.float32), np.arange(-_MOST, _MOST + _COARSE, _COARSE))
    return _sharpest(ink, np.arange(coarse - _COARSE, coarse + _COARSE + _FINE, _FINE))


def _ink(picture: Picture) -> NDArray[np.float32]:
    """How much ink there is, at a resolution that shows lines and no letters."""
    factor = _RESOLUTION / picture.scale
    small = cv2.resize(picture.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(small, 31)
    ink: NDArray[np.float32] = np.maximum(paper.astype(np.float32) - small - 16, 0)
    return ink


def _sharpest(ink: NDArray[np.float32], angles: NDArray[np.float64]) -> float:
    sharpness = [float(np.square(np.diff(_turned(ink, angle, 0).sum(axis=1))).sum()) for angle in angles.tolist()]
    return float(angles[int(np.argmax(sharpness))])


def _turned(pixels: Values, angle: float, paper: int = _WHITE) -> Values:
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)
    return cast("Values", turned)

"""Words that nobody sees on the page, and words printed large behind the text: watermarks."""

import ctypes
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfPage, raw

from extract.reading.pdf import native
from extract.reading.pdf.drawings import Drawings
from extract.reading.pdf.styles import Styles
from extract.reading.pdf.turn import Boxes, Turn

_TINY = 1.0  # points: what is set smaller nobody can read
_FAINT_INK = 8  # of 255: what is less opaque does not show
_WHITE = 250  # of 255
_PALE = 150  # of 255: the lightness from which a large word is taken for a watermark
_THIN_INK = 140  # of 255: likewise, what is less opaque
_LARGE = 2.2  # times the usual size of the page that a watermark has at least
_LARGEST_TEXT = 24.0  # points: likewise
_CROSSED = 3  # words that a large word is printed over, where it is dark
_RESOLUTION = 2.0  # pixels a point
_SHADES = 12  # of 255: less than this is one shade
_OUTLINED = {raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP}
_UNSEEN = {raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP}


class Ink(NamedTuple):
    """How a text object is coloured: red, green, blue and opacity, each 0 to 255, and how its letters are drawn."""

    red: int
    green: int
    blue: int
    opacity: int
    mode: int

    @property
    def lightness(self) -> int:
        """0 for black to 255 for white."""
        return (self.red + self.green + self.blue) // 3


class Seen(NamedTuple):
    """What is seen of each word: nothing, or that it is a watermark's; and whether most of them have no ink."""

    hidden: NDArray[np.bool_]
    behind: NDArray[np.bool_]
    layered: bool


def find_hidden(page: PdfPage, drawings: Drawings, boxes: Boxes, styles: Styles, turn: Turn) -> Seen:
    """Which words are hidden, and which are a watermark.

    Hidden is what is drawn without ink, too small to be read, in white on white, or under something opaque. The text
    that recognition put behind a picture of the page is without ink as well, and stays.

    Args:
        page: the page.
        drawings: what is drawn on it.
        boxes: the words.
        styles: how they are printed.
        turn: how the page is turned.
    """
    inks = _inks(styles.items)
    items, word = np.unique(styles.items, return_inverse=True)
    each = [inks[item] for item in items.tolist()]
    shades = {ink: _is_pale(ink) for ink in {*each}}
    blank = np.array([ink.mode in _UNSEEN or ink.opacity <= _FAINT_INK for ink in each], dtype=np.bool_)[word]
    layered = bool(blank.any() and 2 * blank.sum() >= len(blank))
    if layered:
        blank[:] = False  # recognised text over a picture
    white = np.array([ink.mode not in _OUTLINED and min(ink[:3]) >= _WHITE for ink in each], dtype=np.bool_)[word]
    tiny = (styles.sizes > 0) & (styles.sizes < _TINY)
    doubtful = _doubtful(drawings, boxes, styles, white, turn) & ~blank & ~tiny
    if doubtful.any():
        doubtful[doubtful] = ~_show_ink(page, boxes[doubtful], turn)
    hidden = blank | tiny | doubtful
    pale = np.array([shades[ink] for ink in each], dtype=np.bool_)[word]
    return Seen(hidden, _are_watermarks(boxes, styles.sizes, pale) & ~hidden, layered)


def _inks(items: NDArray[np.int64]) -> dict[int, Ink]:
    results = (ctypes.c_int * 4)()
    at = [ctypes.addressof(results) + 4 * k for k in range(4)]
    inks: dict[int, Ink] = {}
    for item in set(items.tolist()):
        mode = native.render_mode(item) if item else raw.FPDF_TEXTRENDERMODE_FILL
        results[:] = [0, 0, 0, 255]
        if item:
            (native.stroke_colour if mode in _OUTLINED else native.fill_colour)(item, *at)
        red, green, blue, opacity = results[:]
        inks[item] = Ink(red, green, blue, opacity, mode)
    return inks


def _is_pale(ink: Ink) -> bool:
    return ink.lightness >= _PALE or ink.opacity <= _THIN_INK or ink.mode in _OUTLINED


def _doubtful(
    drawings: Drawings, boxes: Boxes, styles: Styles, white: NDArray[np.bool_], turn: Turn
) -> NDArray[np.bool_]:
    """Whether each word is white on nothing that is known of, or lies under something that is drawn after it."""
    doubtful = white.copy()
    if not drawings.covers or not (white.any() or drawings.covers[-1].after):
        return doubtful
    corners = turn.seen(np.array([cover.corners for cover in drawings.covers], dtype=np.float32))
    places = {item: place for place, item in enumerate(drawings.scales)}
    order = np.array([places.get(item, 0) for item in styles.items.tolist()])
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    for cover, (x0, top, x1, bottom) in zip(drawings.covers, corners.tolist(), strict=True):
        inside = (x0 < x) & (x < x1) & (top < y) & (y < bottom)
        over = inside & (order < cover.after)
        doubtful &= ~(inside & cover.coloured & (order >= cover.after))
        doubtful |= over
    return doubtful


def _show_ink(page: PdfPage, boxes: Boxes, turn: Turn) -> NDArray[np.bool_]:
    """Whether each box holds more than one shade where the page is drawn."""
    quarters = (turn.quarters - page.get_rotation() // 90) % 4
    bitmap = page.render(scale=_RESOLUTION, rotation=90 * quarters, grayscale=True)
    try:
        picture = bitmap.to_numpy()
        scale = picture.shape[1] / turn.size[0], picture.shape[0] / turn.size[1]
        return np.array([_has_shades(picture, box, scale) for box in boxes.tolist()], dtype=np.bool_)
    finally:
        bitmap.close()


def _has_shades(picture: NDArray[np.uint8], box: Sequence[float], scale: tuple[float, float]) -> bool:
    x0, top, x1, bottom = (round(side * scale[k % 2]) for k, side in enumerate(box))
    part = picture[max(top, 0) : bottom + 1, max(x0, 0) : x1 + 1]
    return part.size == 0 or int(part.max()) - int(part.min()) >= _SHADES


def _are_watermarks(boxes: Boxes, sizes: NDArray[np.float64], pale: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether each word is far larger than the text and pale, or printed over other words."""
    if not len(sizes):
        return pale
    large = sizes >= max(_LARGE * float(np.median(sizes)), _LARGEST_TEXT)
    marks = large & pale
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    for at in np.flatnonzero(large & ~pale).tolist():
        x0, top, x1, bottom = boxes[at].tolist()
        crossed = (x0 < x) & (x < x1) & (top < y) & (y < bottom) & ~large
        marks[at] = crossed.sum() >= _CROSSED
    return marks

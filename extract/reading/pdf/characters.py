"""The characters of a page and their places."""

from collections import deque
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from extract.reading.pdf import native
from extract.reading.pdf.turn import Boxes, Turn

HYPHEN = "\u00ad"
"""Stands in ``Characters.text`` for a hyphen that divides a word at a line's end, however the file spells it."""

_SHOWN, _SPACE, _HIDDEN = 0, 1, 2
_NO_CODE = 0xFFFE  # pdfium's text has this where the character has no code, and for a hyphen at a line's end
_BLANKS = [0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_WIDTHLESS = [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
_DIVIDING = 0x02  # pdfium's own mark for a hyphen at a line's end
_C1 = range(0x80, 0xA0)  # controls that never are meant: the file's encoding is Windows' with a wrong name
_CP1252 = np.array([ord(bytes([code]).decode("cp1252", errors="replace")) for code in _C1], dtype=np.uint32)
_SURROGATES = range(0xD800, 0xE000)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_BEYOND = 0x10000  # the first character that takes two halves
_UNKNOWN = 0xFFFD
_LAST = 0x10FFFF


def _classes() -> NDArray[np.uint8]:
    """For each code point below 65,536 whether it shows, is a space, or is hidden."""
    classes = np.full(0x10000, _SHOWN, dtype=np.uint8)
    classes[[*range(0x20), 0x7F, *_WIDTHLESS, _NO_CODE]] = _HIDDEN
    classes[_DIVIDING] = _SHOWN
    classes[_BLANKS] = _SPACE
    return classes


_CLASSES = _classes()


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page, those that print nothing left out.

    Attributes:
        text: the characters; spaces of any kind are a plain space.
        spaces: whether each is a space.
        index: the number of each in pdfium's text page.
    """

    text: str
    spaces: NDArray[np.bool_]
    index: NDArray[np.int64]


def read_characters(text_page: int) -> Characters:
    """The characters of the text page with this handle, in the order that pdfium puts them in."""
    codes = _read_codes(text_page, native.count_characters(text_page))
    classes = _CLASSES[np.minimum(codes, _UNKNOWN)]
    codes[classes == _SPACE] = ord(" ")
    codes[codes == _DIVIDING] = ord(HYPHEN)
    index = np.flatnonzero(classes != _HIDDEN)
    text = codes[index].astype("<u4").tobytes().decode("utf-32-le")
    return Characters(text, classes[index] == _SPACE, index)


def read_boxes(text_page: int, index: NDArray[np.int64], turn: Turn) -> Boxes:
    """The boxes of the characters with these numbers: from origin to advance, from descender to ascender."""
    corners = np.zeros((len(index), 4), dtype=np.float32)
    start = corners.ctypes.data
    places = range(start, start + corners.nbytes, corners.itemsize * 4)
    deque(map(native.loose_box, repeat(text_page), index.tolist(), places), maxlen=0)
    return turn.seen(corners)


def read_bases(text_page: int, index: NDArray[np.int64], turn: Turn) -> NDArray[np.float32]:
    """The y of the base line under each of the characters with these numbers."""
    points = np.zeros((len(index), 2))
    start = points.ctypes.data
    places = range(start, start + points.nbytes, points.itemsize * 2)
    second = range(start + points.itemsize, start + points.itemsize + points.nbytes, points.itemsize * 2)
    deque(map(native.char_origin, repeat(text_page), index.tolist(), places, second), maxlen=0)
    bases: NDArray[np.float32] = turn.seen(np.tile(points, 2).astype(np.float32))[:, 3]
    return bases


def _read_codes(text_page: int, count: int) -> NDArray[np.uint32]:
    """The code points; from one call where pdfium's text has exactly one unit for each, else one by one."""
    units = np.zeros(count + 2, dtype=np.uint16)
    written = native.characters(text_page, 0, count, units.ctypes.data)
    codes = units[:count].astype(np.uint32)
    if written != count + 1 or _is_in(codes, _SURROGATES).any():
        codes[:] = np.fromiter(map(native.unicode_at, repeat(text_page), range(count)), np.uint32, count)
    for at in np.flatnonzero(codes == _NO_CODE).tolist():
        codes[at] = native.unicode_at(text_page, at)
    mistaken = _is_in(codes, _C1)
    codes[mistaken] = _CP1252[codes[mistaken] - _C1.start]
    _pair_halves(codes)
    codes[(codes > _LAST) | _is_in(codes, _SURROGATES)] = _UNKNOWN
    return codes


def _pair_halves(codes: NDArray[np.uint32]) -> None:
    """Put the character for the first of two surrogate halves, and nothing that shows for the second."""
    high = np.flatnonzero(_is_in(codes[:-1], _HIGH) & _is_in(codes[1:], _LOW))
    codes[high] = _BEYOND + ((codes[high] - _HIGH.start) << 10) + (codes[high + 1] - _LOW.start)
    codes[high + 1] = 0


def _is_in(codes: NDArray[np.uint32], span: range) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (codes >= span.start) & (codes < span.stop)
    return inside

"""How words are printed: in bold or not, how large, upright or turned."""

import ctypes
import math
import re
from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from extract.reading.pdf import native

_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # of a font descriptor's flags (ISO 32000, 9.8.2)
_QUARTER = math.pi / 2
_LEANING = 0.1  # radians that a line may lean, as on a page that was scanned
_NAME_BYTES = 256
_DIGITS = 1  # of a size that count
_LEAST = 10**-_DIGITS


class Styles(NamedTuple):
    """How each word is printed.

    Attributes:
        bold: whether it is bold.
        sizes: its size in points.
        items: the handle of its text object.
    """

    bold: NDArray[np.bool_]
    sizes: NDArray[np.float64]
    items: NDArray[np.int64]


def word_styles(text_page: int, index: NDArray[np.int64], scales: Mapping[int, float]) -> Styles:
    """How each word is printed.

    Args:
        text_page: handle of pdfium's text page.
        index: number of the first character of each word there.
        scales: by how much each text object of the page enlarges its font.
    """
    items = _items(text_page, index)
    fonts = {item: native.font_of(item) or 0 if item else 0 for item in set(items)}
    bold_fonts = {font: bool(font) and _is_bold(font) for font in set(fonts.values())}
    bold = {item: bold_fonts[font] or bool(item and _is_stroked(item)) for item, font in fonts.items()}
    sizes = _sizes(fonts, scales)
    return Styles(
        np.array([bold[item] for item in items], dtype=np.bool_),
        np.array([sizes[item] for item in items]).round(_DIGITS),
        np.array(items, dtype=np.int64),
    )


def printed_sizes(text_page: int, index: NDArray[np.int64], scales: Mapping[int, float]) -> NDArray[np.float64]:
    """The size in points of each of the characters with these numbers; arguments as for ``word_styles``."""
    items = _items(text_page, index)
    sizes = _sizes(items, scales)
    return np.array([sizes[item] for item in items])


def _items(text_page: int, index: NDArray[np.int64]) -> list[int]:
    """The text object of each character; 0 where pdfium made the character up."""
    return [item or 0 for item in map(native.object_at, repeat(text_page), index.tolist())]


def _sizes(items: Iterable[int], scales: Mapping[int, float]) -> dict[int, float]:
    result = ctypes.c_float()
    exact = {item: _size(item, result) * scales.get(item, 0.0) for item in set(items)}
    return {item: max(size, _LEAST) if size else 0.0 for item, size in exact.items()}


def _is_stroked(item: int) -> bool:
    """Whether the outlines of its letters are drawn as well: a bold that the font does not have."""
    return bool(native.render_mode(item) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE)


def _is_bold(font: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_BYTES)
    native.font_name(font, ctypes.addressof(name), _NAME_BYTES)
    words = name.value.decode("utf-8", errors="replace")
    return bool(_BOLD_NAME.search(words)) or bool(max(native.font_flags(font), 0) & _FORCE_BOLD)


def _size(item: int, result: ctypes.c_float) -> float:
    result.value = 0.0
    if item:
        native.font_size(item, ctypes.addressof(result))
    return abs(result.value)


def quarters_turned(text_page: int, index: NDArray[np.int64], upright: int) -> NDArray[np.int8]:
    """For each word how often it is turned by a quarter against the page's text; -1 where it runs aslant.

    Args:
        text_page: handle of pdfium's text page.
        index: number of the first character of each word there.
        upright: the direction of the page's text, in quarters.
    """
    angles = np.fromiter(map(native.angle_at, repeat(text_page), index.tolist()), np.float64, len(index))
    turns = angles / _QUARTER + upright
    nearest = np.rint(turns)
    quarters = (nearest.astype(np.int64) % 4).astype(np.int8)
    quarters[np.abs(turns - nearest) > _LEANING / _QUARTER] = -1
    return quarters

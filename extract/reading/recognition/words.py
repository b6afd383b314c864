"""The words in parts of a picture, recognised by Tesseract."""

import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from extract.document import Box
from extract.reading.recognition.cleaning import find_ink
from extract.reading.recognition.installation import LANGUAGE, language_folder
from extract.reading.recognition.picture import Picture

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # documents are read side by side; read when the library is loaded

from tesserocr import OEM, PSM, RIL, PyResultIterator, PyTessBaseAPI, iterate_level

_LEAST = 4  # pixels: what is narrower holds no word
_EDGE = 3.0  # points around a table that its outer rules may reach
_NATURAL = 0.9  # of a type's size that a line of it reaches, from its capitals to what hangs below the base line


class Word(NamedTuple):
    """A recognised word.

    Attributes:
        text: what it says.
        box: where it stands, in points.
        base: y of its base line.
        size: of its line's type in points, as well as it can be told from its letters.
        line: the number of its line in the part that was read.
        confidence: 0 to 1.
    """

    text: str
    box: Box
    base: float
    size: float
    line: int
    confidence: float


def read_cells(picture: Picture, boxes: list[Box]) -> list[list[Word]]:
    """The words in each part of a picture, line by line; each part holds one block of text."""
    engine = _engine()
    _show(engine, picture)
    engine.SetPageSegMode(PSM.SINGLE_BLOCK)
    inked = (find_ink(picture, box) for box in boxes)
    return [list(_words(engine, picture, box)) if box else [] for box in inked]


def read_rest(picture: Picture, boxes: list[Box]) -> list[Word]:
    """The words of a picture outside of some boxes, wherever they stand."""
    rest = Picture(picture.pixels.copy(), picture.scale)
    for box in boxes:
        rest.pixels[rest.span(_around(box))] = 255
    engine = _engine()
    _show(engine, rest)
    engine.SetPageSegMode(PSM.SPARSE_TEXT)
    words: list[Word] = []
    for strip in _strips(rest, boxes):
        if ink := find_ink(rest, strip):
            after = words[-1].line + 1 if words else 0
            words += (word._replace(line=word.line + after) for word in _words(engine, rest, ink))
    return words


def _around(box: Box) -> Box:
    return Box(box.x0 - _EDGE, box.top - _EDGE, box.x1 + _EDGE, box.bottom + _EDGE)


def _strips(picture: Picture, boxes: list[Box]) -> Iterator[Box]:
    """The page in strips from side to side, above, along and below the boxes: blank ones cost nothing."""
    width, height = picture.size
    edges = sorted({0.0, height, *(side for box in boxes for side in (box.top, box.bottom) if 0 < side < height)})
    for top, bottom in pairwise(edges):
        yield Box(0.0, top, width, bottom)


@lru_cache(maxsize=1)
def _engine() -> PyTessBaseAPI:
    """The recogniser, loaded once in a process; it has no state that one picture leaves to the next."""
    return PyTessBaseAPI(path=str(language_folder()), lang=LANGUAGE, oem=OEM.LSTM_ONLY)


def _show(engine: PyTessBaseAPI, picture: Picture) -> None:
    height, width = picture.pixels.shape
    engine.SetImageBytes(np.ascontiguousarray(picture.pixels).tobytes(), width, height, 1, width)
    engine.SetSourceResolution(round(72 * picture.scale))


def _words(engine: PyTessBaseAPI, picture: Picture, box: Box) -> Iterator[Word]:
    rows, columns = picture.span(box)
    width, height = columns.stop - columns.start, rows.stop - rows.start
    if width < _LEAST or height < _LEAST:
        return
    engine.SetRectangle(columns.start, rows.start, width, height)
    engine.Recognize()
    if (found := engine.GetIterator()) is None:
        return
    line = -1
    for item in iterate_level(found, RIL.WORD):
        line += item.IsAtBeginningOf(RIL.TEXTLINE)
        if (bounds := item.BoundingBox(RIL.WORD)) and (text := item.GetUTF8Text(RIL.WORD).strip()):
            yield _word(item, picture.scale, text, bounds, line)


def _word(item: PyResultIterator, scale: float, text: str, bounds: tuple[int, int, int, int], line: int) -> Word:
    (_, left), (_, right) = item.Baseline(RIL.WORD)
    size = item.RowAttributes()["row_height"] / _NATURAL
    box = Box(*(side / scale for side in bounds))
    return Word(text, box, (left + right) / 2 / scale, size / scale, line, item.Confidence(RIL.WORD) / 100)

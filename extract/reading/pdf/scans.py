"""Pages that are pictures: drawn, set straight, and recognised into the same sheet that pages with text become."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

import numpy as np
from pypdfium2 import PdfPage

from extract.document import Box
from extract.reading.pdf.lattice import Grid, find_grids
from extract.reading.pdf.lines import Stretch
from extract.reading.pdf.rules import find_rules
from extract.reading.pdf.sheet import OUTSIDE, Rest, Sheet
from extract.reading.recognition.cleaning import cleaned
from extract.reading.recognition.misreadings import mended, mended_labels
from extract.reading.recognition.picture import Picture
from extract.reading.recognition.ruling import find_lines
from extract.reading.recognition.straightening import straightened
from extract.reading.recognition.words import Word, read_cells, read_rest

_RESOLUTION = 200 / 72  # pixels a point: letters of ten points are as high as the recogniser wants them
_MOST_PIXELS = 16_000_000  # a page of A3 at that resolution has half of it
_INSIDE = 1.5  # points between a cell's edge and what is read of it: half of a thick rule
_WIDE = 0.9  # of the size between two words: wider is a column's gap
_ABOVE, _BELOW = 0.9, 0.22  # of the size above and below the base line: as high as the boxes of printed letters
_ALIKE = 0.25  # of the page's usual size within which a line's own size is that


def read_scan(page: PdfPage, size: tuple[float, float]) -> Sheet:
    """What is recognised on an open page of pypdfium2, with the boxes of the page set straight.

    Args:
        page: the page.
        size: its width and height in points as it is seen.
    """
    straight = straightened(_drawn(page, size))
    grids = find_grids(find_rules(find_lines(straight)))
    picture = cleaned(straight)
    cells = [_inner(grid.cell_box(region)) for grid in grids for region in grid.regions]
    inside = _with_labels(grids, [list(mended(words)) for words in read_cells(picture, cells)])
    outside = list(mended(read_rest(picture, [grid.box for grid in grids])))
    parts = [(OUTSIDE, outside), *enumerate(inside)]
    usual = _usual_size(word for _, words in parts for word in words)
    stretches = [(cell, stretch) for cell, words in parts for stretch in _stretches(words, usual)]
    letters = sum(len(stretch.text.replace(" ", "")) for _, stretch in stretches)
    return Sheet(size, grids, letters, stretches, Rest(pictures=1, confidence=_sureness(stretches)))


def _with_labels(grids: Sequence[Grid], cells: list[list[Word]]) -> list[list[Word]]:
    """The words of all cells, with the numbers in the first column of each grid put right."""
    before = 0
    for grid in grids:
        first = [before + at for at, region in enumerate(grid.regions) if region.column == 0]
        single = [at for at in first if len(cells[at]) == 1]
        for at, label in zip(single, mended_labels([cells[at][0].text for at in single]), strict=True):
            cells[at] = [cells[at][0]._replace(text=label)]
        before += len(grid.regions)
    return cells


def _drawn(page: PdfPage, size: tuple[float, float]) -> Picture:
    width, height = size
    scale = min(_RESOLUTION, math.sqrt(_MOST_PIXELS / (width * height)))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    finally:
        bitmap.close()
    return Picture(pixels.reshape(pixels.shape[:2]), scale)


def _sureness(stretches: Iterable[tuple[int, Stretch]]) -> float:
    """How sure the recogniser is of a letter of the page, on the average."""
    rated = [(stretch.confidence or 0.0, len(stretch.text)) for _, stretch in stretches]
    return sum(sure * letters for sure, letters in rated) / max(sum(letters for _, letters in rated), 1)


def _inner(box: Box) -> Box:
    return Box(box.x0 + _INSIDE, box.top + _INSIDE, box.x1 - _INSIDE, box.bottom - _INSIDE)


def _usual_size(words: Iterable[Word]) -> float:
    """The size of most letters, in half points."""
    sizes = [word.size for word in words for _ in word.text]
    return round(2 * median(sizes)) / 2 if sizes else 0.0


def _stretches(words: Sequence[Word], usual: float) -> Iterator[Stretch]:
    """The words of each line as a stretch; what a column's gap divides are two."""
    for _, line in groupby(words, key=lambda word: word.line):
        run: list[Word] = []
        for word in line:
            if run and word.box.x0 - run[-1].box.x1 > _WIDE * word.size:
                yield _stretch(run, usual)
                run = []
            run.append(word)
        yield _stretch(run, usual)


def _stretch(run: Sequence[Word], usual: float) -> Stretch:
    size = run[0].size
    size = usual if abs(size - usual) <= _ALIKE * usual else round(2 * size) / 2
    base = median(word.base for word in run)
    letters = sum(len(word.text) for word in run)
    sure = sum(word.confidence * len(word.text) for word in run) / letters
    box = (run[0].box.x0, base - _ABOVE * size, max(word.box.x1 for word in run), base + _BELOW * size)
    text = " ".join(word.text for word in run)
    return Stretch(text, Box(*(round(side, 1) for side in box)), round(base, 1), 0, size, round(sure, 3))

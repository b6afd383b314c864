"""Stretches: words that follow each other in one cell, put together from a page's arrays."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.document import Box
from extract.reading.pdf.lines import BESIDE, Stretch
from extract.reading.pdf.sheet import OUTSIDE
from extract.reading.pdf.turn import Boxes
from extract.reading.pdf.words import Words, merged

ASLANT = -1
"""In place of a number of quarters: the word runs along neither axis."""

OFF_PAGE = -2
"""In place of a cell: the word stands on no visible part of the page."""

_SEVERAL = 2  # runs that begin where a column may, behind a broad gap: its title, and a cell
_MANY = 3  # of them behind a gap that is as wide as a space


class Setting(NamedTuple):
    """Where and how each word is printed.

    Attributes:
        cells: the number of its cell, or ``OUTSIDE``, or ``OFF_PAGE``.
        quarters: by how many quarters it is turned against the page's text, or ``ASLANT``.
        bold: whether it is bold.
        sizes: its size in points.
    """

    cells: NDArray[np.int64]
    quarters: NDArray[np.int8]
    bold: NDArray[np.bool_]
    sizes: NDArray[np.float64]


class Runs(NamedTuple):
    """Upright words that follow each other.

    Attributes:
        first: the first word of each run.
        last: its last.
        longest: its longest, which speaks for it.
        near: whether only a narrow gap divides it from the run before it, and a column of the page begins with it.
    """

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    longest: NDArray[np.int64]
    near: NDArray[np.bool_]


def find_runs(words: Words, setting: Setting) -> Runs:
    """The runs of upright words without a gap between columns, each in one cell or outside of all."""
    cells = setting.cells
    upright = setting.quarters == 0
    runs_on = words.follows & upright & ~words.wide
    runs_on[1:] &= (cells[1:] == cells[:-1]) & upright[:-1]
    runs_on[:1] = False
    near = runs_on & (cells == OUTSIDE)
    begun = _beginning(words.boxes[near, 0], words.boxes[~runs_on & (cells == OUTSIDE), 0])
    near[near] = begun >= np.where(words.broad[near], _SEVERAL, _MANY)
    bounds = np.append(np.flatnonzero(~runs_on | near), len(cells))
    lengths = words.ends - words.starts
    longest = np.array([a + lengths[a:b].argmax() for a, b in pairwise(bounds.tolist())], dtype=np.int64)
    firsts = bounds[:-1]
    shown = upright[firsts] & (cells[firsts] != OFF_PAGE)
    return Runs(firsts[shown], bounds[1:][shown] - 1, longest[shown], near[firsts][shown])


def _beginning(places: NDArray[np.float32], starts: NDArray[np.float32]) -> NDArray[np.int64]:
    """How many runs of the page begin at each of some places."""
    known = np.sort(starts)
    count: NDArray[np.int64] = np.searchsorted(known, places + BESIDE, "right")
    return count - np.searchsorted(known, places - BESIDE, "left")


def upright_stretches(
    text: str, words: Words, setting: Setting, runs: Runs, bases: NDArray[np.float32]
) -> Iterator[tuple[int, Stretch]]:
    """Each run as a stretch, with the number of its cell.

    Args:
        text: the characters that the words are cut from.
        words: all words of the page.
        setting: where and how they are printed.
        runs: which of them make up a stretch.
        bases: the base line of each run.
    """
    letters = np.cumsum((words.ends - words.starts) * setting.bold)
    bold = letters[runs.last] - letters[runs.first] + (words.ends - words.starts)[runs.first] * setting.bold[runs.first]
    columns = (
        setting.cells[runs.first].tolist(),
        words.starts[runs.first].tolist(),
        words.ends[runs.last].tolist(),
        _boxes(words, runs),
        bases.tolist(),
        bold.tolist(),
        setting.sizes[runs.longest].tolist(),
        runs.near.tolist(),
    )
    for cell, start, end, box, base, bold_letters, size, near in zip(*columns, strict=True):
        yield cell, Stretch(text[start:end], Box(*box), base, bold_letters, size, near=near)


def _boxes(words: Words, runs: Runs) -> list[list[float]]:
    ends = np.stack((runs.first, runs.last + 1), axis=1).ravel()  # every second stretch lies between two runs
    around = merged(np.concatenate((words.boxes, words.boxes[-1:])), ends)[::2]
    rounded: list[list[float]] = around.astype(np.float64).round(1).tolist()
    return rounded


def turned_stretches(text: str, words: Words, setting: Setting) -> Iterator[tuple[int, Stretch]]:
    """Words that run in another direction, each line of them as one, in the cell that most of it stands in.

    Args:
        text: the characters that the words are cut from.
        words: all words of the page.
        setting: where and how they are printed; what runs aslant stands in no cell.
    """
    shown = np.flatnonzero((setting.quarters != 0) & (setting.cells != OFF_PAGE))
    boxes, quarters = words.boxes, setting.quarters
    for run in _lines_of(shown.tolist(), boxes, quarters):
        printed = text[words.starts[run[0]] : words.ends[run[0]]]
        for before, word in pairwise(run):
            space = " " if words.starts[word] > words.ends[before] else ""
            printed += space + text[words.starts[word] : words.ends[word]]
        box = Box(*_around(boxes[run]))
        cells = Counter(setting.cells[run].tolist())
        cell = OUTSIDE if quarters[run[0]] == ASLANT else cells.most_common(1)[0][0]
        yield cell, Stretch(printed, box, box.bottom, 0, 0.0)


def _lines_of(turned: list[int], boxes: Boxes, quarters: NDArray[np.int8]) -> Iterator[list[int]]:
    """Words that follow each other in one direction, divided where one stands beside the one before it."""
    run = turned[:1]
    for before, word in pairwise(turned):
        if quarters[word] != quarters[before] or (quarters[word] in {1, 3} and _is_beside(boxes[before], boxes[word])):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_beside(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    return bool(min(a[2], b[2]) <= max(a[0], b[0]))


def _around(boxes: Boxes) -> list[float]:
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    rounded: list[float] = np.concatenate((low, high)).astype(np.float64).round(1).tolist()
    return rounded

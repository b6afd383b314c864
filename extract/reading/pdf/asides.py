"""Words that stand beside the text and are no part of it: the marks of footnotes, and the numbers of lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.reading.pdf.turn import Boxes
from extract.reading.pdf.words import SMALL, Words, are_raised

_MARK = re.compile(r"[\[(]?(?:\d{1,2}(?:,\d{1,2})*|[a-z]|[ivx]{2,4}|[*†‡§]{1,3})[\])]?")
_UNIT = re.compile(r"(?:^|\d)(?:[kcm]?m|ft|[kK]Wh?)$")  # what a raised 2 or 3 squares or cubes
_CLOSE = 0.5  # of the height between a word and its mark
_SAME = 2.0  # points by which numbers of one column may miss its edge
_LONGEST = 4  # figures of a line's number
_STEPS = {1: 10, 5: 3, 10: 3}  # by what line numbers grow, and how many of them a page has at least
_EVEN = 0.2  # of the usual distance between two numbers that others may differ by
_RUNNING = 2  # lines beside numbers that begin within a sentence: those of a list's items do not


def find_marks(text: str, words: Words, sizes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether each word is a raised mark that refers to a footnote and follows closely on another word.

    Args:
        text: the characters that the words are cut from.
        words: the words of the page.
        sizes: the size that each is printed in.
    """
    found = np.zeros(len(words.starts), dtype=np.bool_)
    if len(found) < 2:  # noqa: PLR2004 - a word and its mark
        return found
    before, after = words.boxes[:-1], words.boxes[1:]
    height = before[:, 3] - before[:, 1]
    beside = np.abs(after[:, 0] - before[:, 2]) <= _CLOSE * height
    level = (after[:, 1] < (before[:, 1] + before[:, 3]) / 2) & (after[:, 3] > before[:, 1])
    smaller = sizes[1:] <= SMALL * sizes[:-1]
    for at in np.flatnonzero(are_raised(before, after) & smaller & beside & level).tolist():
        word, mark = (text[words.starts[k] : words.ends[k]] for k in (at, at + 1))
        found[at + 1] = _MARK.fullmatch(mark) is not None and not _UNIT.search(word)
    return found


def find_line_numbers(text: str, words: Words, free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether each word is the number of a line, printed in the margin beside every line, or every fifth or tenth.

    They grow by one step down the page, at even distances; nothing stands between them and the edge of the page, and
    lines beside them begin within sentences, which items of a list do not.

    Args:
        text: the characters that the words are cut from.
        words: the words of the page.
        free: whether each stands outside of tables.
    """
    found = np.zeros(len(words.starts), dtype=np.bool_)
    numbers = [
        at
        for at in np.flatnonzero((words.ends - words.starts <= _LONGEST) & free).tolist()
        if text[words.starts[at] : words.ends[at]].isdecimal()
    ]
    if len(numbers) < min(_STEPS.values()):
        return found
    for column in _columns(numbers, words.boxes):
        if _counts_lines(column, text, words):
            found[column] = True
    return found


def _columns(numbers: Sequence[int], boxes: Boxes) -> Iterator[list[int]]:
    """Numbers below each other that share their left or right edge, top to bottom."""
    for side in (2, 0):
        columns: list[list[int]] = []
        for at in sorted(numbers, key=lambda at: float(boxes[at, side])):
            if columns and boxes[at, side] - boxes[columns[-1][0], side] <= _SAME:
                columns[-1].append(at)
            else:
                columns.append([at])
        yield from (sorted(column, key=lambda at: float(boxes[at, 1])) for column in columns)


def _counts_lines(column: Sequence[int], text: str, words: Words) -> bool:
    values = [int(text[words.starts[at] : words.ends[at]]) for at in column]
    steps = {after - before for before, after in pairwise(values)}
    step = steps.pop() if len(steps) == 1 else 0
    if len(column) < _STEPS.get(step, len(column) + 1) or values[0] % step:
        return False
    boxes = words.boxes[list(column)]
    return _is_at_edge(boxes, words.boxes) and _is_even(boxes) and (step > 1 or _runs_on(column, text, words))


def _is_at_edge(column: Boxes, boxes: Boxes) -> bool:
    """Whether nothing stands further left, or nothing further right, at the height of the numbers."""
    high, low = column[0, 1], column[-1, 3]
    level = boxes[(boxes[:, 3] > high) & (boxes[:, 1] < low)]
    left, right = column[:, 0].min(), column[:, 2].max()
    return not (level[:, 0] < left - _SAME).any() or not (level[:, 2] > right + _SAME).any()


def _is_even(column: Boxes) -> bool:
    pitches = np.diff(column[:, 3])
    usual = float(np.median(pitches))
    return bool((np.abs(pitches - usual) <= _EVEN * usual).mean() >= 2 / 3)  # the others are gaps of paragraphs


def _runs_on(column: Sequence[int], text: str, words: Words) -> bool:
    """Whether lines beside the numbers begin with a small letter."""
    begun = 0
    for at in column:
        x1, middle = words.boxes[at, 2], (words.boxes[at, 1] + words.boxes[at, 3]) / 2
        beside = (words.boxes[:, 0] > x1) & (words.boxes[:, 1] < middle) & (words.boxes[:, 3] > middle)
        if beside.any():
            first = int(np.where(beside, words.boxes[:, 0], np.inf).argmin())
            begun += text[words.starts[first]].islower()
    return begun >= _RUNNING

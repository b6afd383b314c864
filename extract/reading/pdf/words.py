"""Words: runs of characters that nothing divides, found for a whole page at once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.reading.pdf.characters import Characters
from extract.reading.pdf.turn import Boxes

_LEVEL = 0.4  # of the lower of two heights that must be shared on one line: superscripts are
_LOOSE = 0.35  # of the height between two characters that no space divides: pdfium tells narrower spaces itself
_BACK = 0.5  # of the height that a character may stand back: kerning, accents
_BROAD = 0.8  # of the height for each character: a run that is broader may hold a gap
_WIDE = 0.9  # of the height between two words: wider is a column's gap
_BROAD_GAP = 0.35  # of the height, likewise: broader than a space, and a column's gap where a column begins behind it
SMALL = 0.82  # of the height of what stands before it that a raised mark has at most
_RAISED = 0.1  # of that height that its foot stands higher
_HIDDEN_MARK = re.compile(r"\d[.,;:)’”]+(?= |$)")  # a raised figure that a stop follows is neither first nor last


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page, in the order of its characters.

    Attributes:
        starts: where each begins in the text of the characters.
        ends: where each ends.
        boxes: the box of each.
        follows: whether each stands on the line of the word before it, to the right of it and after a space.
        wide: whether the space before it is as wide as a gap between columns.
        broad: whether it is broader than spaces are, so that a narrow gap between columns may be there.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    boxes: Boxes
    follows: NDArray[np.bool_]
    wide: NDArray[np.bool_]
    broad: NDArray[np.bool_]


def find_words(
    characters: Characters,
    read: Callable[[NDArray[np.int64]], Boxes],
    sizes: Callable[[NDArray[np.int64]], NDArray[np.float64]],
) -> Words:
    """The words of a page.

    Reading a box costs more than all that is done with it, so that it is read for the first and the last character
    of what spaces divide, and for those between only where the two are further apart than one word is long.

    Args:
        characters: the characters of the page.
        read: gives the boxes of the characters with these numbers.
        sizes: gives the sizes that they are printed in.
    """
    solid = np.flatnonzero(~characters.spaces)
    if not len(solid):
        nothing, never = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_)
        return Words(nothing, nothing, np.zeros((0, 4), dtype=np.float32), never, never, never)
    opens = np.concatenate(([True], np.diff(solid) > 1))
    closes = np.concatenate((opens[1:], [True]))
    boxes = np.zeros((len(solid), 4), dtype=np.float32)
    boxes[opens | closes] = read(characters.index[solid[opens | closes]])
    token = np.cumsum(opens) - 1
    ends = _Ends(solid, token, boxes, np.flatnonzero(opens), np.flatnonzero(closes))
    marked = _marked(characters, ends, sizes)
    lengths = ends.last - ends.first + 1
    whole = _are_whole(boxes[ends.first], boxes[ends.last], lengths) & ~marked
    inner = ~(opens | closes | whole[token])
    boxes[inner] = read(characters.index[solid[inner]])
    sample = opens | closes | inner
    steps = np.zeros(int(sample.sum()) - 1, dtype=np.bool_)
    if marked.any():
        printed = np.where(marked[token[sample]], sizes(characters.index[solid[sample]]), 1.0)
        steps = np.minimum(printed[:-1], printed[1:]) <= SMALL * np.maximum(printed[:-1], printed[1:])
    return _divided(solid[sample], boxes[sample], token[sample], whole[token[sample]], steps)


class _Ends(NamedTuple):
    """What spaces divide, by the first and the last character of each run.

    Attributes:
        solid: where each character that is no space stands in the text.
        token: the run that each of them belongs to.
        boxes: the boxes of those that begin or end a run.
        first: the first character of each run.
        last: its last.
    """

    solid: NDArray[np.int64]
    token: NDArray[np.int64]
    boxes: Boxes
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def _marked(
    characters: Characters, ends: _Ends, sizes: Callable[[NDArray[np.int64]], NDArray[np.float64]]
) -> NDArray[np.bool_]:
    """Whether a raised mark in smaller print ends each run of characters, or stands before the stop that ends it."""
    marked = np.zeros(len(ends.first), dtype=np.bool_)
    figures = [found.start() for found in _HIDDEN_MARK.finditer(characters.text)]
    doubtful = np.flatnonzero(are_raised(ends.boxes[ends.first], ends.boxes[ends.last]))
    suspects = np.concatenate((ends.last[doubtful], np.searchsorted(ends.solid, figures))).astype(np.int64)
    if len(suspects):
        before = sizes(characters.index[ends.solid[ends.first[ends.token[suspects]]]])
        after = sizes(characters.index[ends.solid[suspects]])
        marked[ends.token[suspects[after <= SMALL * before]]] = True
    return marked


def _are_whole(first: Boxes, last: Boxes, lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether runs of characters are one word each, by their first and last boxes."""
    height, shared, _ = _steps(first, last)
    width = last[:, 2] - first[:, 0]
    close: NDArray[np.bool_] = (shared >= _LEVEL * height) & (width > 0) & (width <= _BROAD * height * lengths)
    close[lengths == 1] = True
    return close


def are_raised(before: Boxes, after: Boxes) -> NDArray[np.bool_]:
    """Whether each box is smaller and stands higher than the one before it, as the marks of footnotes do."""
    height = before[:, 3] - before[:, 1]
    small = after[:, 3] - after[:, 1] <= SMALL * height
    raised: NDArray[np.bool_] = small & (after[:, 3] < before[:, 3] - _RAISED * height)
    return raised


def _steps(before: Boxes, after: Boxes) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """The lower height of two boxes, how much of it they share, and how far it is from the one to the other."""
    height = np.minimum(before[:, 3] - before[:, 1], after[:, 3] - after[:, 1])
    shared = np.minimum(before[:, 3], after[:, 3]) - np.maximum(before[:, 1], after[:, 1])
    return height, shared, after[:, 0] - before[:, 2]


def _divided(
    solid: NDArray[np.int64], boxes: Boxes, token: NDArray[np.int64], whole: NDArray[np.bool_], steps: NDArray[np.bool_]
) -> Words:
    """Words of the sampled characters: divided by spaces, by gaps, by steps to another line or to another size."""
    before, after = boxes[:-1], boxes[1:]
    height, shared, step = _steps(before, after)
    level = (shared >= _LEVEL * height) & (step >= -_BACK * height)
    one_glyph = (before == after).all(axis=1)  # the letters of a ligature
    adjacent = np.diff(token) == 0
    inside = adjacent & (whole[1:] | (level & (step <= _LOOSE * height)) | one_glyph) & ~steps
    first = np.flatnonzero(np.concatenate(([True], ~inside)))
    last = np.append(first[1:], len(solid)) - 1
    follows = np.concatenate(([False], level & ~adjacent))[first]
    wide, broad = (np.concatenate(([False], step > least * height))[first] for least in (_WIDE, _BROAD_GAP))
    return Words(solid[first], solid[last] + 1, merged(boxes, first), follows, wide, broad)


def merged(boxes: Boxes, starts: NDArray[np.int64]) -> Boxes:
    """The box around each run of boxes; the runs begin at ``starts`` and follow each other."""
    if not len(starts):
        return np.zeros((0, 4), dtype=np.float32)
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    return np.concatenate((low, high), axis=1)

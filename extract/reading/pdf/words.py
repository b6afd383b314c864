"""Words: runs of characters that nothing divides, found for a whole page at once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.reading.pdf.characters import Characters
from extract.reading.pdf.turn import Boxes

_LEVEL = 0.4  # of the lower of two heights that must be shared on one line: superscripts are
_LOOSE = 0.35  # of the height between two characters that no space divides: pdfium tells narrower spaces itself
_BACK = 0.5  # of the height that a character may stand back: kerning, accents
_BROAD = 0.8  # of the height for each character: a run that is broader may hold a gap
_WIDE = 0.9  # of the height between two words: wider is a column's gap


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page, in the order of its characters.

    Attributes:
        starts: where each begins in the text of the characters.
        ends: where each ends.
        boxes: the box of each.
        follows: whether each stands on the line of the word before it, to the right of it and after a space.
        wide: whether the space before it is as wide as a gap between columns.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    boxes: Boxes
    follows: NDArray[np.bool_]
    wide: NDArray[np.bool_]


def find_words(characters: Characters, read: Callable[[NDArray[np.int64]], Boxes]) -> Words:
    """The words of a page.

    Reading a box costs more than all that is done with it, so that it is read for the first and the last character
    of what spaces divide, and for those between only where the two are further apart than one word is long.

    Args:
        characters: the characters of the page.
        read: gives the boxes of the characters with these numbers.
    """
    solid = np.flatnonzero(~characters.spaces)
    if not len(solid):
        nothing, never = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_)
        return Words(nothing, nothing, np.zeros((0, 4), dtype=np.float32), never, never)
    opens = np.concatenate(([True], np.diff(solid) > 1))
    closes = np.concatenate((opens[1:], [True]))
    boxes = np.zeros((len(solid), 4), dtype=np.float32)
    boxes[opens | closes] = read(characters.index[solid[opens | closes]])
    whole = _are_whole(boxes[opens], boxes[closes], np.diff(np.append(np.flatnonzero(opens), len(solid))))
    token = np.cumsum(opens) - 1
    inner = ~(opens | closes | whole[token])
    boxes[inner] = read(characters.index[solid[inner]])
    sample = opens | closes | inner
    return _divided(solid[sample], boxes[sample], token[sample], whole[token[sample]])


def _are_whole(first: Boxes, last: Boxes, lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether runs of characters are one word each, by their first and last boxes."""
    height, shared, _ = _steps(first, last)
    width = last[:, 2] - first[:, 0]
    close: NDArray[np.bool_] = (shared >= _LEVEL * height) & (width > 0) & (width <= _BROAD * height * lengths)
    close[lengths == 1] = True
    return close


def _steps(before: Boxes, after: Boxes) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """The lower height of two boxes, how much of it they share, and how far it is from the one to the other."""
    height = np.minimum(before[:, 3] - before[:, 1], after[:, 3] - after[:, 1])
    shared = np.minimum(before[:, 3], after[:, 3]) - np.maximum(before[:, 1], after[:, 1])
    return height, shared, after[:, 0] - before[:, 2]


def _divided(solid: NDArray[np.int64], boxes: Boxes, token: NDArray[np.int64], whole: NDArray[np.bool_]) -> Words:
    """Words of the sampled characters: divided by spaces, by gaps and by steps to another line."""
    before, after = boxes[:-1], boxes[1:]
    height, shared, step = _steps(before, after)
    level = (shared >= _LEVEL * height) & (step >= -_BACK * height)
    one_glyph = (before == after).all(axis=1)  # the letters of a ligature
    adjacent = np.diff(token) == 0
    inside = adjacent & (whole[1:] | (level & (step <= _LOOSE * height)) | one_glyph)
    first = np.flatnonzero(np.concatenate(([True], ~inside)))
    last = np.append(first[1:], len(solid)) - 1
    follows = np.concatenate(([False], level & ~adjacent))[first]
    wide = np.concatenate(([False], step > _WIDE * height))[first]
    return Words(solid[first], solid[last] + 1, merged(boxes, first), follows, wide)


def merged(boxes: Boxes, starts: NDArray[np.int64]) -> Boxes:
    """The box around each run of boxes; the runs begin at ``starts`` and follow each other."""
    if not len(starts):
        return np.zeros((0, 4), dtype=np.float32)
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    return np.concatenate((low, high), axis=1)

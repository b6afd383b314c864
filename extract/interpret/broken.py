"""Where a cell breaks a line though there was room for the next word: on purpose, and not to wrap it."""

from itertools import pairwise

from extract.document import Line
from extract.facts.owners import WRAP
from extract.text import Passage, clean

_TOLERANCE = 1.02  # of the widest line: a word that would just have fitted may have been wrapped


def broken_lines(passage: Passage) -> str:
    """The text with a line feed for each space that stands for a break on purpose, ``WRAP`` where it may be wrapped.

    A cell is as wide as its widest line at least: a line that would not have been longer than that with the first word
    of the next one was broken on purpose.
    """
    widest = max((_width(piece.line) for piece in passage.pieces), default=0.0)
    text = passage.text
    for one, other in pairwise(passage.pieces):
        if one.end + 1 == other.start and text[one.end] == " " and not _are_beside(one.line, other.line):
            mark = "\n" if _has_room(one.line, other.line, widest) else WRAP
            text = text[: one.end] + mark + text[other.start :]
    return text


def _are_beside(one: Line, other: Line) -> bool:
    """Whether two stand at one height: words of a line that a column's edges draw apart."""
    return bool(one.box and other.box and one.page == other.page and other.box.top < (one.box.top + one.box.bottom) / 2)


def _has_room(line: Line, following: Line, widest: float) -> bool:
    if line.box is None and line.size:  # a page of a web site or of Word: its lines are wrapped by whoever shows them
        return True
    words = clean(following.text).split()
    first = len(words[0]) / max(len(clean(following.text)), 1) * _width(following) if words else 0.0
    space = _width(line) / max(len(clean(line.text)), 1)
    return (_width(line) + space + first) * _TOLERANCE <= widest


def _width(line: Line) -> float:
    """How wide a line is, in points, or in characters where it has no place."""
    return line.box.x1 - line.box.x0 if line.box else float(len(clean(line.text)))

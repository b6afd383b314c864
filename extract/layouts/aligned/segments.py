"""Segments: stretches of text with a place, of printed pages and of text laid out with spaces alike."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import NamedTuple

from extract.document import Box, Document, Line, Page, Table

_LEVEL = 0.5  # of the lower of two heights that must be shared on one level
_WORDS = re.compile(r"\S+(?:[ \xa0]\S+)*")  # what two spaces divide stands apart
_BROAD = 0.29  # of the height between two parts of a line: a space is narrower
_BESIDE = 2.0  # points by which a part of a line may begin beside its column
_LEAD = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)](?=\s)")


class Segment(NamedTuple):
    """A stretch of one line, with its place in points or, in text, in characters and lines."""

    line: Line
    x0: float
    x1: float
    top: float
    bottom: float


class Level(NamedTuple):
    """Segments beside each other at one height, left to right."""

    top: float
    segments: tuple[Segment, ...]

    @property
    def bottom(self) -> float:
        """The lowest edge of its segments."""
        return max(segment.bottom for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page, or a run of text between tables: its levels, top to bottom.

    Attributes:
        levels: the levels.
        rules: y of the horizontal rules, with their ends: ``(y, x0, x1)``.
        exact: a segment's place is known to the character, so that it can be divided anywhere.
    """

    levels: tuple[Level, ...]
    rules: tuple[tuple[float, float, float], ...] = ()
    exact: bool = False


def find_leaves(document: Document) -> Iterator[Leaf]:
    """The pages of a document whose lines have places; otherwise its runs of text."""
    if not document.pages:
        yield from _runs_of_text(document)
        return
    lines = [block for block in document.blocks if isinstance(block, Line) and block.box]
    for page in document.pages:
        own = (line for line in lines if line.page == page.number)
        yield Leaf(tuple(_levels(_placed(line, line.box) for line in own if line.box)), _rules(page))


def _rules(page: Page) -> tuple[tuple[float, float, float], ...]:
    return tuple(((rule.top + rule.bottom) / 2, rule.x0, rule.x1) for rule in page.rules)


def _placed(line: Line, box: Box) -> Segment:
    return Segment(line, *(box.x0, box.x1, box.top, box.bottom))


def _levels(segments: Iterable[Segment]) -> Iterator[Level]:
    levels: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.top + s.bottom, s.x0)):
        if levels and _is_level(levels[-1][0], segment):
            levels[-1].append(segment)
        else:
            levels.append([segment])
    for level in levels:
        yield Level(min(s.top for s in level), tuple(sorted(level, key=lambda s: s.x0)))


def _is_level(a: Segment, b: Segment) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared >= _LEVEL * min(a.bottom - a.top, b.bottom - b.top)


def _runs_of_text(document: Document) -> Iterator[Leaf]:
    for is_table, blocks in groupby(document.blocks, key=lambda block: isinstance(block, Table)):
        if not is_table:
            yield Leaf(tuple(_text_levels([b for b in blocks if isinstance(b, Line)])), exact=True)


def _text_levels(lines: Sequence[Line]) -> Iterator[Level]:
    """A level for each line; a blank line above it, or a new page, leaves one out."""
    at = 0
    for before, line in zip((None, *lines), lines, strict=False):
        at += 2 if line.gap or (before and before.page != line.page) else 1
        text = line.text.expandtabs()
        found = _WORDS.finditer(text)
        yield Level(
            at, tuple(Segment(replace(line, text=m[0], gap=False), m.start(), m.end(), at, at + 1) for m in found)
        )


def parts_of(segment: Segment, *, broad: bool = True) -> tuple[Segment, ...]:
    """What narrow gaps divide a segment into where columns of its page begin; itself where none does.

    Args:
        segment: the segment.
        broad: only gaps broader than spaces divide it.
    """
    parts = [_placed(part, part.box) for part in segment.line.parts if part.box]
    if not parts:
        return (segment,)
    cuts = [at for at, part in enumerate(parts) if at and not (broad and _is_space(parts[at - 1], part))]
    return tuple(_joined(tuple(parts[a:b])) for a, b in pairwise([0, *cuts, len(parts)]))


def _is_space(before: Segment, after: Segment) -> bool:
    return after.x0 - before.x1 < _BROAD * (after.bottom - after.top)


def divide(segment: Segment, at: float, *, exact: bool, alone: bool) -> tuple[Segment, ...]:
    """The segment in two where a column begins at ``at``.

    In text it is divided after a space; elsewhere at a narrow gap, or after a leading numeral. One that stands alone on
    its level may be a heading across the table: only a gap that is broader than spaces divides it.
    """
    parts = parts_of(segment, broad=alone)
    for cut, part in enumerate(parts):
        if cut and abs(part.x0 - at) <= _BESIDE:
            return _joined(parts[:cut]), _joined(parts[cut:])
    text = segment.line.text
    if exact:
        cut = round(at - segment.x0)
        if 0 < cut < len(text) and text[cut - 1].isspace():
            return cut_in_two(segment, cut, at)
        return (segment,)
    lead = _LEAD.match(text)
    return cut_in_two(segment, lead.end(), at) if lead else (segment,)


def _joined(parts: tuple[Segment, ...]) -> Segment:
    """Parts of one line that stand in one column."""
    if len(parts) == 1:
        return parts[0]
    first, last = parts[0], parts[-1]
    box = Box(first.x0, min(part.top for part in parts), last.x1, max(part.bottom for part in parts))
    lines = tuple(part.line for part in parts)
    text = " ".join(line.text for line in lines)
    return _placed(replace(lines[0], text=text, box=box, hyphen=lines[-1].hyphen, parts=lines), box)


def cut_in_two(segment: Segment, cut: int, at: float) -> tuple[Segment, Segment]:
    """A segment as two, the second from a character and a place on."""
    text, line = segment.line.text, segment.line
    first, second = text[:cut].rstrip(), text[cut:].lstrip()
    box = line.box
    lines = (
        replace(line, text=first, hyphen=False, box=box and box._replace(x1=at)),
        replace(line, text=second, box=box and box._replace(x0=at)),
    )
    return segment._replace(line=lines[0], x1=at), segment._replace(line=lines[1], x0=at)

"""The lines of a document as paragraphs: hard-wrapped lines together, contents pages left out."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.document import Block, Document, Line, Table
from extract.layouts.labelled import LabelReader
from extract.layouts.prose.small import by_titles
from extract.text import clean, is_bullet, join_lines

_BIGGER = 1.08  # times the size of the line before: another kind of text
_EDGE = 3.0  # points: a box or an indent sets text further in than this
_ROOM = 0.1  # of the width: so much room must be left over for a line to count as broken off
_BESIDE = 0.2  # of the lines
_SHORT = 0.6  # of the width
_ENDED = re.compile(r"[.:;?!][\"'”’)\]]*$")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\s\.){4,}|\s{4,}|\t)\s*\d{1,3}\s*$")
_RULE = re.compile(r"[\s=_*~–—-]{4,}$")


_COURTESY = re.compile(
    r"dear\s+[^.:;?!]{2,50},?|yours\s+(?:\w+\s+)?(?:sincerely|faithfully|truly|ever),?"
    r"|(?:(?:with\s+)?(?:kind|best|warm|many)(?:est)?\s+)*(?:regards|wishes),?",
    re.IGNORECASE,
)
"""A line of its own at the head or at the foot of a letter."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        lines: the printed lines.
        text: them as running text.
        tabular: they stand in a table of several columns, where no recommendation of running prose begins.
        boxed: they stand in a box of their own.
        valued: they stand under a title across the top of a small table, and are none themselves.
        printed: the lines as printed, where numbers were taken off ``lines``.
    """

    lines: tuple[Line, ...]
    text: str
    tabular: bool = False
    boxed: bool = False
    valued: bool = False
    printed: tuple[Line, ...] = ()

    @property
    def bold(self) -> bool:
        """Most of its characters are bold."""
        bold = sum(len(line.text) for line in self.lines if line.bold)
        return 2 * bold > sum(len(line.text) for line in self.lines)

    @property
    def as_printed(self) -> tuple[Line, ...]:
        """Its lines with all that stands on them."""
        return self.printed or self.lines

    @property
    def counted(self) -> bool:
        """Whether a number was taken off that it has in a report which counts its paragraphs."""
        return bool(self.printed)

    @property
    def size(self) -> float:
        """The size of its first line; 0 where none is known."""
        return self.lines[0].size or 0.0

    @property
    def left(self) -> float | None:
        """Where its leftmost line begins; ``None`` for formats without places."""
        return min((line.box.x0 for line in self.lines if line.box), default=None)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line and the region of the document it stands in: 0 outside of tables, a number of its own for each cell."""

    line: Line
    region: int = 0
    tabular: bool = False
    valued: bool = False


def find_paragraphs(document: Document, opens: Callable[[str], bool], labels: LabelReader) -> tuple[Paragraph, ...]:
    """The paragraphs of a document in reading order.

    Args:
        document: the document.
        opens: whether a line's text opens a paragraph by what it says, as a label does.
        labels: tells titles: what stands below a line that is one is another paragraph, and so is ``Deadline: TBC``.
    """
    printed = [item for item in _without_contents(_printed(document.blocks, labels)) if clean(item.line.text)]
    printed = [item for item in printed if not _RULE.match(item.line.text)]
    width = _Width.of([item.line for item in printed if not item.tabular])
    runs = list[list[_Printed]]()
    for item in printed:
        below = bool(runs) and len(runs[-1]) == 1 and labels.is_title(clean(runs[-1][0].line.text))
        titled = not item.tabular and labels.is_known(clean(item.line.text))
        if not runs or below or titled or _parts(runs[-1][-1], item, width, opens):
            runs.append([])
        runs[-1].append(item)
    return tuple(_paragraph(run) for run in runs)


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs as one."""
    lines = (*first.lines, *second.lines)
    printed = (*first.as_printed, *second.as_printed) if first.printed or second.printed else ()
    return replace(second, lines=lines, text=join_lines(lines).text, printed=printed)


def are_beside(document: Document) -> bool:
    """Whether much of a document stands in columns side by side, which running prose does not."""
    lines = [block for block in document.blocks if isinstance(block, Line)]
    beside = sum(_beside(first, second) for first, second in pairwise(lines))
    return beside > _BESIDE * len(lines)


def _beside(first: Line, second: Line) -> bool:
    if first.box is None or second.box is None or first.page != second.page:
        return False
    shared = min(first.box.bottom, second.box.bottom) - max(first.box.top, second.box.top)
    apart = first.box.x1 < second.box.x0 or second.box.x1 < first.box.x0
    return apart and shared > (first.box.bottom - first.box.top) / 2


def _paragraph(run: Sequence[_Printed]) -> Paragraph:
    lines = (replace(run[0].line, gap=True), *(item.line for item in run[1:]))
    boxed = run[0].region > 0 and not run[0].tabular
    return Paragraph(lines, join_lines(lines).text, run[0].tabular, boxed, run[0].valued)


def _printed(blocks: Iterable[Block], labels: LabelReader) -> Iterator[_Printed]:
    region = 0
    for block in blocks:
        if isinstance(block, Line):
            yield _Printed(block)
            continue
        said = by_titles(block, labels) if block.columns > 1 else None
        for lines, valued, tabular in [(*one, True) for one in said] if said else _cells(block):
            region += 1
            yield from (_Printed(line, region, tabular, valued) for line in lines)


def _cells(table: Table) -> Iterator[tuple[tuple[Line, ...], bool, bool]]:
    """The lines of each cell, none of them under a title, and whether others stand beside it."""
    cells = (cell for row in table.rows for cell in row.cells)
    return ((cell.lines, False, cell.column_span < table.columns) for cell in cells)


def _without_contents(printed: Iterable[_Printed]) -> Iterator[_Printed]:
    """Without the lines of a contents page, which end with leaders and a page number."""
    listing = False
    for item in printed:
        text = item.line.text
        listing = bool(re.fullmatch(r"\s*(?:table of )?contents:?\s*", text, re.IGNORECASE)) or (
            listing and re.search(r"\S\s+\d{1,3}\s*$", text) is not None
        )
        if not listing and not _LEADER.search(text):
            yield item


@dataclass(frozen=True, slots=True)
class _Width:
    """How far lines reach, in points, or in characters where the format has no places."""

    right: float
    columns: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Width":
        """Where nearly all lines have ended, the odd one that runs over left out."""
        rights = sorted(line.box.x1 for line in lines if line.box)
        lengths = sorted(len(line.text) for line in lines)
        at = 0.95
        return cls(
            rights[int(len(rights) * at)] if rights else 0.0,
            lengths[int(len(lengths) * at)] if lengths else 0,
        )

    def is_short(self, line: Line) -> bool:
        """Whether a line of a format without places takes up so little of the width that it stands alone."""
        return len(line.text) < _SHORT * self.columns

    def breaks_off(self, line: Line, following: str) -> bool:
        """Whether the next word would have fitted on the line, so that the line was ended on purpose."""
        word = len(following.split(maxsplit=1)[0]) + 1 if following.split() else 0
        if line.box is None or not line.text:
            return len(line.text) + word < self.columns * (1 - _ROOM)
        one = (line.box.x1 - line.box.x0) / len(line.text)
        return line.box.x1 + word * one < self.right - _ROOM * (self.right - line.box.x0)


def _parts(before: _Printed, item: _Printed, width: _Width, opens: Callable[[str], bool]) -> bool:
    """Whether a line begins another paragraph than the line before it."""
    first, second = before.line, item.line
    text = clean(second.text)
    if before.region != item.region or second.gap or is_bullet(text) or _other_type(first, second):
        return True
    if any(_COURTESY.fullmatch(clean(line.text)) for line in (first, second)):
        return True
    if _indented(first, second) and _ENDED.search(clean(first.text)):
        return True
    ended = _ENDED.search(clean(first.text)) is not None
    if first.page != second.page and text[:1].isupper() and width.breaks_off(first, text):
        return True
    if first.box is None and text[:1].isupper() and width.is_short(first):
        return True
    return (ended or width.breaks_off(first, text)) and (opens(text) or (ended and width.breaks_off(first, text)))


def _other_type(first: Line, second: Line) -> bool:
    sizes = sorted((first.size or 0.0, second.size or 0.0))
    if sizes[0] and sizes[1] > sizes[0] * _BIGGER:
        return True
    text = clean(second.text)
    fresh = _ENDED.search(clean(first.text)) is not None or text[:1].isupper()
    return first.bold != second.bold and fresh and not text[:1].islower()


def _indented(first: Line, second: Line) -> bool:
    return first.box is not None and second.box is not None and abs(first.box.x0 - second.box.x0) > _EDGE

"""Prose set in two columns: its lines are put in the order of reading, one column after the other.

A table without rules looks much the same. There, what begins in one column begins at the same height in the other;
paragraphs of prose keep to no such thing, unless the columns say the same in two languages.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from extract.document import Block, Box, Line, Page, Table
from extract.vocabulary.languages import Languages, load_languages

_LEAST = 5  # lines of a column
_SAME = 3.0  # points by which the lines of a column may miss its edge, and beginnings one height
_MIDDLE = (0.35, 0.65)  # of a page's width, where the second column begins
_GUTTER = 8.0  # points between the columns at least
_ALIKE = 0.7  # of the wider column's width that the other has at least
_FULL = 0.8  # of a column's width that a full line covers
_FULL_LINES = 0.3  # of the lines of a column of prose that are full
_TOGETHER = 0.75  # of the beginnings in a column that have one beside them: the columns are a table's

_NOWHERE = Box(0, 0, 0, 0)


class _Columns(NamedTuple):
    """The lines of two columns, top to bottom."""

    left: list[Line]
    right: list[Line]


def in_reading_order(blocks: Sequence[Block], pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks, on each page those in two columns of prose one column after the other.

    Args:
        blocks: lines and tables, page by page from the top to the foot.
        pages: the pages.
    """
    widths = {page.number: page.width for page in pages}
    ordered: list[Block] = []
    for page, group in groupby(blocks, key=_page_of):
        ordered += _read_page(list(group), widths[page])
    return tuple(ordered)


def _page_of(block: Block) -> int:
    return block.page if isinstance(block, Line) else block.rows[0].page


def _read_page(blocks: Sequence[Block], width: float) -> Sequence[Block]:
    start = _second_start(blocks, width)
    if start is None:
        return blocks
    ordered: list[Block] = []
    for crossing, group in groupby(blocks, key=lambda block: _crosses(block, start)):
        band = list(group)
        ordered += band if crossing else _band(band, start)
    return ordered


def _second_start(blocks: Iterable[Block], width: float) -> float | None:
    """Where most lines in the middle of a page begin, if there are enough for a column."""
    low, high = (share * width for share in _MIDDLE)
    starts = Counter(round(b.box.x0) for b in blocks if isinstance(b, Line) and b.box and low <= b.box.x0 <= high)
    if not starts:
        return None
    start, count = starts.most_common(1)[0]
    return float(start) if count >= _LEAST else None


def _crosses(block: Block, start: float) -> bool:
    """Whether a block stands in neither column: a table, or a line across the gutter."""
    if isinstance(block, Table) or block.box is None:
        return True
    return block.box.x0 < start - _SAME and block.box.x1 > start - _GUTTER


def _band(blocks: Sequence[Block], start: float) -> Sequence[Block]:
    """Lines between two that cross the gutter, in the order of reading."""
    lines = [block for block in blocks if isinstance(block, Line)]
    left = [line for line in lines if _box(line).x0 < start - _SAME]
    right = [line for line in lines if _box(line).x0 >= start - _SAME]
    columns = _Columns(left, right)
    return [*left, *right] if _are_prose(columns) else blocks


def _are_prose(columns: _Columns) -> bool:
    if min(map(len, columns)) < _LEAST or not all(map(_is_column, columns)):
        return False
    narrow, wide = sorted(map(_width, columns))
    if narrow < _ALIKE * wide:
        return False
    return not _are_rows(columns) or _are_translations(columns, load_languages())


def _is_column(lines: Sequence[Line]) -> bool:
    """Whether lines fill a column from edge to edge as prose does."""
    width = _width(lines)
    full = sum(_box(line).x1 - _box(line).x0 >= _FULL * width for line in lines)
    return full >= _FULL_LINES * len(lines)


def _width(lines: Iterable[Line]) -> float:
    boxes = [_box(line) for line in lines]
    return max(box.x1 for box in boxes) - min(box.x0 for box in boxes)


def _are_rows(columns: _Columns) -> bool:
    """Whether what begins in one column begins in the other at the same height, as the rows of a table do."""
    fewer, more = sorted(([_box(line).top for line in lines[1:] if line.gap] for lines in columns), key=len)
    together = sum(any(abs(top - other) <= _SAME for other in more) for top in fewer)
    return bool(more) and together >= _TOGETHER * len(fewer)


def _are_translations(columns: _Columns, languages: Languages) -> bool:
    left, right = (languages.lean(" ".join(line.text for line in lines)) for lines in columns)
    return left * right < 0


def _box(line: Line) -> Box:
    return line.box or _NOWHERE

"""Tables of rows and cells, built from the levels of a run."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.document import Cell, Line, Row, Table
from extract.layouts.aligned.runs import Part, Placed, Run
from extract.layouts.aligned.segments import Segment
from extract.layouts.aligned.starts import Body, find_starts
from extract.layouts.aligned.titles import Header

_WIDE = 0.6  # of a table's width that a rule between rows covers
_ENDS = re.compile(r"[.?!:]['\"’”)\]]*$")
_ON = 1.5  # points by which a rule may stand within the line below it


def build_tables(run: Run, decision: re.Pattern[str]) -> Iterator[Table]:
    """A table for each part of the run, its titles as its first row where they are printed."""
    levels = [level for part in run.parts for level in part.levels]
    firsts, ruled, count = set[int](), set[int](), 0
    for part in run.parts:
        if part.levels:
            firsts.add(count)
        ruled |= {count + index for index in _below_rules(part)}
        count += len(part.levels)
    roles = tuple(title.role for title in run.header.titles)
    body = Body(levels, frozenset(firsts), roles, decision, frozenset(ruled))
    starts = find_starts(body) if levels else []
    edges = {count: _edges(run, count) for count in {len(part.gutters) for part in run.parts}}
    before = 0
    for part in run.parts:
        own = [start - before for start in starts if before <= start < before + len(part.levels)]
        yield _table(part, own, edges[len(part.gutters)])
        before += len(part.levels)


def _below_rules(part: Part) -> Iterator[int]:
    """The levels right below a rule that reaches over most of the table."""
    left, right = _sides(part)
    wide = sorted(y for y, x0, x1 in part.leaf.rules if min(x1, right) - max(x0, left) >= _WIDE * (right - left))
    tops = [level.top for level in part.levels]
    for y in wide:
        index = bisect_left(tops, y - _ON)
        if index < len(tops):
            yield index


def _table(part: Part, starts: Sequence[int], edges: tuple[float, ...]) -> Table:
    columns = len(part.gutters) + 1
    titles = [_title_row(part.header)] if part.header else []
    bounds = [*starts, len(part.levels)]
    rows = [_row(part.levels[a:b], columns, exact=part.leaf.exact) for a, b in pairwise(bounds)]
    return Table((*titles, *rows), columns, () if part.leaf.exact else edges)


def _title_row(header: Header) -> Row:
    cells = tuple(Cell(tuple(s.line for s in title.segments), i) for i, title in enumerate(header.titles))
    return Row(cells, header.titles[-1].segments[0].line.page)


def _row(levels: Sequence[Placed], columns: int, *, exact: bool) -> Row:
    page = next(s.line.page for segments in levels[0].cells.values() for s in segments)
    if levels[0].across:
        lines = tuple(s.line for level in levels for segments in level.cells.values() for s in segments)
        return Row((Cell(lines, 0, columns),), page)
    held = [[s for level in levels for s in level.cells.get(column, ())] for column in range(columns)]
    joined = _lines_of_text if exact else _printed_lines
    return Row(tuple(Cell(tuple(joined(segments)), i) for i, segments in enumerate(held)), page)


def _printed_lines(segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines of a cell; a gap stands before one only that is below another."""
    above: Segment | None = None
    for segment in segments:
        gap = segment.line.gap and above is not None and segment.top >= (above.top + above.bottom) / 2
        yield replace(segment.line, gap=gap)
        above = segment


def _lines_of_text(segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines of a cell: a gap stands after a blank line, and after one that ends a sentence early."""
    width = max((segment.x1 for segment in segments), default=0.0)
    above: Segment | None = None
    for segment in segments:
        gap = above is not None and (segment.top - above.top > 1 or _ends_early(above, segment, width))
        yield replace(segment.line, gap=gap)
        above = segment


def _ends_early(above: Segment, segment: Segment, width: float) -> bool:
    first = segment.line.text.split()[0]
    fits = above.x1 + 1 + len(first) <= width
    return fits and above.top < segment.top and _ENDS.search(above.line.text) is not None and not first[0].islower()


def _edges(run: Run, gutters: int) -> tuple[float, ...]:
    """The column edges of all parts with so many gutters, by which they are joined; their cells are placed already."""
    alike = [part for part in run.parts if len(part.gutters) == gutters]
    inner = [gutter.right for gutter in alike[0].gutters]
    left, right = zip(*(_sides(other) for other in alike), strict=True)
    return (min(*left, inner[0] - 1), *inner, max(*right, inner[-1] + 1))


def _sides(part: Part) -> tuple[float, float]:
    segments = [s for level in part.levels for cells in level.cells.values() for s in cells]
    segments += [s for title in (part.header.titles if part.header else ()) for s in title.segments]
    return min(s.x0 for s in segments), max(s.x1 for s in segments)

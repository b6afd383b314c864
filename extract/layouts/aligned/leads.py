"""Columns of numbers that have no title: they stand before what is asked, under its title."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layouts.aligned.gutters import Gutter
from extract.layouts.aligned.runs import Part, Placed, Run
from extract.layouts.aligned.segments import Segment
from extract.layouts.labels import read_number_cell
from extract.vocabulary.headings import ColumnRole

_NUMBERS = 2  # numbers before what is asked that make a column

_Pair = tuple[Segment, ...]


def with_lead(run: Run) -> Run:
    """The run with numbers that stand before what is asked as a column of their own, on all of its pages.

    A page on which a single row begins has as many columns as those that show what the column is.
    """
    titles = run.header.titles
    if any(title.role is ColumnRole.NUMBER for title in titles):
        return run
    for column in (i for i, title in enumerate(titles) if title.role is ColumnRole.RECOMMENDATION):
        pairs = [list(_pairs(part, column)) for part in run.parts]
        lead = _lead([pair for held in pairs for pair in held], _NUMBERS)
        if lead:
            parts = (_split(part, column, _lead(held, 1) or lead) for part, held in zip(run.parts, pairs, strict=True))
            return Run(run.header.with_lead(column), tuple(parts))
    return run


def _pairs(part: Part, column: int) -> Iterator[_Pair]:
    """The numbers in a column, each with what stands beside it."""
    held = (level.cells.get(column, ()) for level in part.levels if not level.across)
    return (segments for segments in held if len(segments) > 1 and read_number_cell(segments[0].line.text))


def _lead(pairs: Sequence[_Pair], least: int) -> Gutter | None:
    """The gutter behind the numbers, where at least so many have what is asked begin at one place beside them."""
    starts = Counter(round(pair[1].x0) for pair in pairs)
    start, count = starts.most_common(1)[0] if starts else (0, 0)
    if count < least:
        return None
    return Gutter(max(pair[0].x1 for pair in pairs), min(pair[1].x0 for pair in pairs if round(pair[1].x0) == start))


def _split(part: Part, column: int, lead: Gutter) -> Part:
    gutters = (*part.gutters[:column], lead, *part.gutters[column:])
    levels = tuple(_split_level(level, column, lead) for level in part.levels)
    return replace(part, header=part.header and part.header.with_lead(column), gutters=gutters, levels=levels)


def _split_level(level: Placed, column: int, lead: Gutter) -> Placed:
    cells = {i + (i > column): segments for i, segments in level.cells.items() if i != column}
    own = level.cells.get(column, ())
    before = tuple(s for s in own if s.x0 < lead.left)
    after = tuple(s for s in own if s.x0 >= lead.left)
    cells |= {i: segments for i, segments in ((column, before), (column + 1, after)) if segments}
    return replace(level, cells=dict(sorted(cells.items())))

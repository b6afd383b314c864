"""Runs: how far the columns under a header go, over page breaks and headings in between."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from extract.layouts.aligned.gutters import Gutter, find_gutters
from extract.layouts.aligned.segments import Leaf, Level, Segment, divide, parts_of
from extract.layouts.aligned.titles import Header, HeaderFinder
from extract.layouts.labels import read_label
from extract.vocabulary.headings import ColumnRole

_ENDS = re.compile(r"[.?!:]['\"’”)\]]*$")
_SENTENCE = re.compile(r"[.?!:;,)]['\"’”]*$|\d$")
_THEME_WORDS = 16
_TITLE_WORDS = 7
_FAR = 1.8  # line spacings: a distance that may end a table
_FARTHER = 1.3  # times the farthest that rows stand apart
_NARROW = 1.5  # characters: a gutter that a single line may seem to cross
_TAIL = 8  # levels below a table that look like part of it
_SELDOM = 0.3  # of all levels
_TELLING = 3  # distances that tell which are usual
_BESIDE = 3  # points or characters by which what stands in one column begins apart
_SHORT = 0.2  # of a column's width that a line falls short of it where the next word did not fit
LONG = {ColumnRole.RECOMMENDATION, ColumnRole.RESPONSE, ColumnRole.PROGRESS}
"""The roles of columns that hold running text."""
_OUTSIDE = 2.0  # points or characters by which a line may stand left of its column


@dataclass(frozen=True, slots=True)
class Placed:
    """A level of a table: its segments by column; or one line across the columns."""

    top: float
    bottom: float
    cells: Mapping[int, tuple[Segment, ...]]
    across: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a table on one leaf, under its own header or going on without one."""

    leaf: Leaf
    header: Header | None
    gutters: tuple[Gutter, ...]
    levels: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A table over all of its leaves."""

    header: Header
    parts: tuple[Part, ...]


def find_runs(leaves: Iterable[Leaf], finder: HeaderFinder) -> list[Run]:
    """The tables under known titles, those that go on over a page break as one."""
    runs: list[Run] = []
    is_open = False  # the last table reaches the foot of its leaf
    for leaf in leaves:
        at = 0.0
        for part in _parts(leaf, finder, runs[-1] if runs else None, is_open=is_open):
            header = part.header
            if runs and (header is None or runs[-1].header.says(header)):
                runs[-1] = Run(runs[-1].header, (*runs[-1].parts, part))
            elif header:
                runs.append(Run(header, (part,)))
            at = _end(part)
        is_open = bool(runs) and bool(leaf.levels) and at >= leaf.levels[-1].top
    return runs


def _end(part: Part) -> float:
    return part.levels[-1].top if part.levels else 0.0


def _parts(leaf: Leaf, finder: HeaderFinder, run: Run | None, *, is_open: bool) -> Iterator[Part]:
    header = finder.find(leaf.levels, 0, run.header if run else None)
    if run and is_open:
        gutters = run.parts[-1].gutters
        above = leaf.levels[: header.first] if header else leaf.levels
        placed = _placed_levels(above, gutters, exact=leaf.exact)
        if _goes_on(run, placed):
            yield Part(leaf, None, gutters, tuple(placed))
    while header:
        after = finder.find(leaf.levels, header.after, header)
        below = _before_other_titles(leaf.levels[header.after : after.first if after else None])
        gutters = find_gutters(header.titles, _pieces(below))
        placed = _placed_levels(below, gutters, exact=leaf.exact)
        trimmed = [level for level in below if placed and level.top <= placed[-1].top]
        gutters = find_gutters(header.titles, _pieces(trimmed))
        placed = _placed_levels(below, gutters, exact=leaf.exact)
        yield Part(leaf, header, gutters, tuple(placed))
        header = after


def _pieces(levels: Iterable[Level]) -> list[Segment]:
    """What stands on some levels, divided wherever a column of the page may begin."""
    return [part for level in levels for segment in level.segments for part in parts_of(segment, broad=False)]


def _goes_on(run: Run, placed: Sequence[Placed]) -> bool:
    """Whether what heads a page without titles is more of the table: in its columns, or the end of its last cell."""
    if not placed:
        return False
    held = [level for part in run.parts for level in part.levels]
    columns = any(len(level.cells) > 1 for level in placed) or _fills_column(run.header, held, placed)
    return (columns and _stands_in_columns(held, placed)) or _runs_over(run, placed[0])


def _fills_column(header: Header, held: Sequence[Placed], placed: Sequence[Placed]) -> bool:
    """Whether a page begins with running text that breaks its lines where one column of the table does."""
    (column, segments), *others = placed[0].cells.items()
    if others or placed[0].across or column >= len(header.titles) or header.titles[column].role not in LONG:
        return False
    ends = [s.x1 for level in held if not level.across for s in level.cells.get(column, ())]
    width = max(ends, default=0.0) - segments[0].x0
    follows = len(placed) > 1 and column in placed[1].cells
    return follows and not segments[0].line.bold and abs(segments[-1].x1 - segments[0].x0 - width) <= _SHORT * width


def _stands_in_columns(held: Sequence[Placed], others: Sequence[Placed]) -> bool:
    """Whether most of what stands in some levels begins where the same column begins on a table's levels."""
    begun = _beginnings(held)
    near = [
        any(abs(start - known) <= _BESIDE for known in begun[column])
        for column, starts in _beginnings(others).items()
        if column in begun
        for start in starts.elements()
    ]
    return 2 * sum(near) >= len(near)


def _beginnings(levels: Iterable[Placed]) -> dict[int, Counter[float]]:
    """Where what each column holds begins, counted."""
    begun = defaultdict[int, Counter[float]](Counter)
    for level in levels:
        for column, cells in level.cells.items() if not level.across else ():
            begun[column].update(segment.x0 for segment in cells)
    return begun


def _before_other_titles(levels: Sequence[Level]) -> Sequence[Level]:
    """The levels up to a row in bold, as titles of another table are; all of them where much of this one is bold."""
    bold = [_is_title_like(level) for level in levels]
    own = next((index for index, one in enumerate(bold) if not one), len(bold))  # what is left of a long title
    if sum(bold[own:]) > _SELDOM * len(levels):
        return levels
    return levels[: next((index for index in range(own, len(bold)) if bold[index]), len(bold))]


def _is_title_like(level: Level) -> bool:
    lines = [segment.line for segment in level.segments]
    return len(lines) > 1 and all(line.bold for line in lines) and not any(read_label(line.text) for line in lines)


def _runs_over(run: Run, first: Placed) -> bool:
    """Whether a line at the head of a page finishes the cell that the page before left unfinished."""
    levels = [level for part in run.parts for level in part.levels]
    for column, segments in first.cells.items():
        above = next((level.cells[column] for level in reversed(levels) if column in level.cells), None)
        if above and not first.across and not _ENDS.search(above[-1].line.text):
            return not segments[0].line.bold and segments[0].line.text[:1].islower()
    return False


def _placed_levels(levels: Sequence[Level], gutters: Sequence[Gutter], *, exact: bool) -> list[Placed]:
    """The levels that belong to the table, up to the first line that runs on across its columns."""
    placed = [_placed(level, gutters, exact=exact) for level in levels]
    if sum(_is_bold(level) for level in placed) < _SELDOM * len(placed):
        placed = [replace(level, across=level.across or _stands_alone(level)) for level in placed]
    if exact:
        placed = [replace(level, across=level.across or _stands_apart(placed, at)) for at, level in enumerate(placed)]
    kept: list[Placed] = []
    for index, level in enumerate(placed):
        if level.across and not _is_theme(level, placed[index + 1 :]):
            break
        kept.append(level)
    return _without_tail(kept, len(gutters) + 1)


def _placed(level: Level, gutters: Sequence[Gutter], *, exact: bool) -> Placed:
    segments, alone = list(level.segments), len(level.segments) == 1
    for gutter in gutters:
        if len(segments) > 1 or not exact or gutter.right - gutter.left <= _NARROW:
            segments = [part for segment in segments for part in _divided(segment, gutter, exact=exact, alone=alone)]
    across = len(segments) == 1 and any(gutter.is_crossed(segments[0]) for gutter in gutters)
    cells = dict[int, tuple[Segment, ...]]()
    for segment in segments:
        column = sum(segment.x0 >= (gutter.left + gutter.right) / 2 for gutter in gutters)
        cells[column] = (*cells.get(column, ()), segment)
    return Placed(level.top, level.bottom, cells, across)


def _is_bold(level: Placed) -> bool:
    return all(segment.line.bold for segments in level.cells.values() for segment in segments)


def _stands_alone(level: Placed) -> bool:
    """Whether a level holds one bold line in the first column: a heading, where cells are seldom bold."""
    return set(level.cells) == {0} and _is_bold(level) and not _is_labelled(level)


def _stands_apart(levels: Sequence[Placed], at: int) -> bool:
    """Whether a short line in the first column of text stands between blank lines with a row below: a heading."""
    level = levels[at]
    if at == 0 or at + 1 == len(levels) or set(level.cells) != {0} or len(levels[at + 1].cells) == 1:
        return False
    text = " ".join(segment.line.text for segment in level.cells[0])
    title = text[:1].isupper() and len(text.split()) <= _TITLE_WORDS and not _SENTENCE.search(text)
    apart = level.top - levels[at - 1].top > 1 and levels[at + 1].top - level.top > 1
    return title and apart and not _is_labelled(level)


def _divided(segment: Segment, gutter: Gutter, *, exact: bool, alone: bool) -> tuple[Segment, ...]:
    return divide(segment, gutter.right, exact=exact, alone=alone) if gutter.is_crossed(segment) else (segment,)


def _is_theme(level: Placed, below: Sequence[Placed]) -> bool:
    """Whether a line across the columns is a heading within the table: short, with rows or the page's end below it."""
    words = sum(len(s.line.text.split()) for segments in level.cells.values() for s in segments)
    if not below and _is_bold(level):
        return words <= _THEME_WORDS
    next_one = next((i for i, other in enumerate(below) if other.across), len(below))
    return words <= _THEME_WORDS and any(len(other.cells) > 1 for other in below[:next_one])


def _without_tail(levels: list[Placed], columns: int) -> list[Placed]:
    """The levels without what stands farther below than any row below another: a few unlabelled, or other columns."""
    distances = [b.top - a.top for a, b in pairwise(levels)]
    if len(distances) < _TELLING:
        return levels
    usual = median_low(distances)
    for at in range(len(distances) - 1, 0, -1):
        tail = levels[at + 1 :]
        if distances[at] <= max(_FAR * usual, _FARTHER * max(distances[:at])):
            continue
        few = len(tail) <= _TAIL and not any(2 * len(level.cells) > columns or _is_labelled(level) for level in tail)
        if few or not _stands_in_columns(levels[: at + 1], tail):
            return levels[: at + 1]
    return levels


def _is_labelled(level: Placed) -> bool:
    return any(read_label(segments[0].line.text) for segments in level.cells.values())

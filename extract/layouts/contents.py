"""Which role a column has, by what its cells hold, where its title is missing, unknown or says two things."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.layouts.headings import HeadingMatcher
from extract.layouts.labels import read_label, read_number_cell
from extract.layouts.tables import Column, Sheet
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole, ContentPatterns

_MOSTLY = 0.6
_SHORT = 8  # words: a decision with its rider is seldom longer
_LONG = 12  # words: a recommendation is seldom shorter


@dataclass(frozen=True, slots=True)
class _Contents:
    """What the filled cells of a column are like: shares of all filled cells, and the median length in words."""

    filled: int
    words: float
    labels: float
    numbers: float
    decisions: float
    owners: float
    timescales: float
    ticks: float
    asks: float


def with_roles(sheet: Sheet, matcher: HeadingMatcher, patterns: ContentPatterns) -> Sheet:
    """The sheet with a role for each column: its title's, checked against its cells, or the one that its cells show."""
    contents = [_contents(sheet, index, patterns) for index in range(len(sheet.columns))]
    ticks = sum(matcher.is_tick(column.title) for column in sheet.columns)
    columns = [
        replace(column, role=_role(column, found, matcher, ticks))
        for column, found in zip(sheet.columns, contents, strict=True)
    ]
    columns = _told_apart(columns, contents)
    return replace(sheet, columns=tuple(_completed(columns, contents)))


def _contents(sheet: Sheet, index: int, patterns: ContentPatterns) -> _Contents:
    cells = [join_lines(row.cells[index]).text for row in sheet.rows if index in row.cells and not row.spans]
    share = _Share(cells)
    return _Contents(
        filled=len(cells),
        words=median([len(cell.split()) for cell in cells]) if cells else 0.0,
        labels=share.of([read_label(cell) is not None for cell in cells]),
        numbers=share.of([read_number_cell(cell) is not None for cell in cells]),
        decisions=share.of([re.search(patterns.decision, cell, re.IGNORECASE) is not None for cell in cells]),
        owners=share.of([re.search(patterns.owner, cell) is not None for cell in cells]),
        timescales=share.of([re.search(patterns.timescale, cell) is not None for cell in cells]),
        ticks=share.of([re.search(patterns.tick, cell.strip(), re.IGNORECASE) is not None for cell in cells]),
        asks=share.of([re.search(r"\bThat\b|\bshould\b|\bto\b", cell) is not None for cell in cells]),
    )


@dataclass(frozen=True, slots=True)
class _Share:
    cells: Sequence[str]

    def of(self, hits: Sequence[bool]) -> float:
        return sum(hits) / len(self.cells) if self.cells else 0.0


def _role(column: Column, found: _Contents, matcher: HeadingMatcher, ticks: int) -> ColumnRole | None:
    """The role that the title claims, where the cells bear it out."""
    if matcher.is_tick(column.title) and (ticks > 1 or found.ticks >= _MOSTLY):
        return ColumnRole.TICK
    if column.role is ColumnRole.DECISION and found.filled and found.decisions < 1 - _MOSTLY:
        return ColumnRole.RESPONSE if found.words > _LONG else column.role
    if column.role is ColumnRole.RECOMMENDATION and found.numbers >= _MOSTLY and found.words <= 2:  # noqa: PLR2004 - "Rec 3"
        return ColumnRole.NUMBER
    if column.role is None and found.filled:
        return _by_contents(found)
    return column.role


def _by_contents(found: _Contents) -> ColumnRole | None:
    if found.numbers >= _MOSTLY:
        return ColumnRole.NUMBER
    if found.ticks >= _MOSTLY:
        return ColumnRole.TICK
    if found.decisions >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.DECISION
    if found.timescales >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.TIMESCALE
    if found.owners >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.OWNER
    return None


def _told_apart(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """Columns that share a role, told apart: of two "responses" the one with short answers is the decision."""
    roles = [column.role for column in columns]
    if ColumnRole.DECISION in roles or roles.count(ColumnRole.RESPONSE) < 2:  # noqa: PLR2004 - two of them
        return columns
    for index, found in enumerate(contents):
        if roles[index] is ColumnRole.RESPONSE and found.decisions >= _MOSTLY and found.words <= _SHORT:
            return [*columns[:index], replace(columns[index], role=ColumnRole.DECISION), *columns[index + 1 :]]
    return columns


def _completed(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """The columns, what was asked and what was answered found by length where no title or pattern told them."""
    asked = [(found.labels, found.asks) if found.words >= _LONG else None for found in contents]
    answered = [(found.words, 0.0) if found.words > 2 else None for found in contents]  # noqa: PLR2004 - more than a mark
    columns = _assigned(columns, ColumnRole.RECOMMENDATION, asked)
    return _assigned(columns, ColumnRole.RESPONSE, answered)


def _assigned(columns: list[Column], role: ColumnRole, ranks: list[tuple[float, float] | None]) -> list[Column]:
    """The columns, the role given to the best of those without one, the first of equals; unless one has it already."""
    free = [(rank, -i) for i, rank in enumerate(ranks) if rank and columns[i].role is None]
    if not free or any(column.role is role for column in columns):
        return columns
    best = -max(free)[1]
    return [replace(column, role=role) if i == best else column for i, column in enumerate(columns)]

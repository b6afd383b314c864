"""A ruled table in which one outcome, owner or date stands beside several rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from tests.generated.grids import Grid, draw_grid
from tests.generated.made import Made, opened
from tests.generated.pdf_tables import TableDrawer, draw_drawing
from tests.generated.truth import Truth

_SHARED = ("decision", "owner", "timescale")
_LONGEST = 4  # rows beside one cell

Lines = list[list[str]]


def merged(random: Random, truth: Truth) -> Made:
    """A PDF with a ruled table some of whose cells span several rows, over page breaks too."""
    starts = _starts(random, len(truth.rows))
    grid = _grid(random, _alike(truth, starts))
    columns = [at for at, role in enumerate(grid.roles) if role in _SHARED]
    paper, drawing = opened(random, truth), draw_drawing(random, random.choice(("lines", "thin", "double")))
    chosen = frozenset(random.sample(columns, random.randint(1, len(columns))))
    MergedDrawer(paper, drawing, grid, merged=chosen, starts=starts, centred=random.random() < 0.4).draw()
    return Made(paper.close(), "pdf", grid.expected)


def _starts(random: Random, count: int) -> tuple[int, ...]:
    """The first row of each group, and one past the last row."""
    starts = [0]
    while starts[-1] < count:
        starts.append(min(starts[-1] + random.randint(1, _LONGEST), count))
    return tuple(starts)


def _alike(truth: Truth, starts: Sequence[int]) -> Truth:
    """The truth with one outcome, owner and date in each group."""
    rows = list(truth.rows)
    for start, end in pairwise(starts):
        one = rows[start]
        for at in range(start, end):
            rows[at] = replace(
                rows[at],
                theme=None, decision=one.decision, outcome=one.outcome, owner=one.owner, timescale=one.timescale,
            )  # fmt: skip
    return replace(truth, rows=tuple(rows))


def _grid(random: Random, truth: Truth) -> Grid:
    """A table that has a column to share."""
    while True:
        grid = draw_grid(random, truth)
        if {"decision", "owner"} & {*grid.roles}:
            return grid


@dataclass
class MergedDrawer(TableDrawer):
    """Draws a table some of whose cells span the rows of a group.

    Attributes:
        merged: the columns of those cells.
        starts: the first row of each group, and one past the last row.
        centred: what stands in a merged cell stands in the middle of it where the group is on one page.
        at: the row that is drawn next.
        above: the merged cells go on from the row above on the same page.
        below: they go on in the row below.
    """

    merged: frozenset[int] = frozenset()
    starts: tuple[int, ...] = ()
    centred: bool = False
    at: int = 0
    above: bool = False
    below: bool = False

    def _row(self, lines: Lines) -> None:
        start, end = next(pair for pair in pairwise(self.starts) if pair[0] <= self.at < pair[1])
        self.above, self.below = self.at > start, self.at < end - 1
        if self.above or (self.centred and self._is_centred(lines, end)):
            lines = self._blanked(lines)
        super()._row(lines)
        self.above = self.below = False
        self.at += 1

    def _blanked(self, lines: Lines) -> Lines:
        return [[] if at in self.merged else cell for at, cell in enumerate(lines)]

    def _is_centred(self, lines: Lines, end: int) -> bool:
        """Whether the group fits on the page; what its merged cells hold is then set in the middle of them."""
        rows = [
            [self._wrapped(text, at, bold=False) for at, text in enumerate(self.grid.cells[row])]
            for row in range(self.at, end)
        ]
        height = sum(self._height(self._blanked(row)) for row in rows)
        shared = [(at, lines[at], self._height([lines[at]])) for at in self.merged]
        if height > self.paper.room or any(high > height for _, _, high in shared):
            return False
        top = self.paper.y
        for at, cell, high in shared:
            self.paper.y = top - (height - high) / 2
            self._lines(cell, self.edges[at], bold=False)
        self.paper.y = top
        return True

    def _turn(self) -> None:
        if self.above and not self.drawing.open:
            self._line(self.edges[0], self.paper.y, self.edges[-1], self.paper.y)
        below, self.above, self.below = self.below, False, False
        super()._turn()
        self.below = below

    def _rule(self, edges: Sequence[float], top: float, bottom: float, *, closed: bool) -> None:
        self._across(edges, top, partly=self.above)
        if closed:
            self._across(edges, bottom, partly=self.below)
        for edge in edges:
            self._line(edge, top, edge, bottom)

    def _across(self, edges: Sequence[float], y: float, *, partly: bool) -> None:
        for at, (left, right) in enumerate(pairwise(edges)):
            if not (partly and at in self.merged):
                self._line(left, y, right, y)

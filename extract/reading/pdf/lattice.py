"""Tables from rules: which rules belong together, the grid that they span, and the cells in it."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.document import Box
from extract.reading.pdf.rules import Rule, Rules, positions

_REACH = 2.5  # points by which a rule may miss the one that it should meet
_BEYOND = 6.0  # points that rules reach beyond the last one across them, where the cells are open
_APART = 3.0  # points between two grid lines; what is closer is one
_COVERED = 0.6  # of a cell's side must be drawn for it to divide


class Region(NamedTuple):
    """A cell in grid units: first row and column, and how many of each."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's outline.

    Attributes:
        xs: the column edges, left to right.
        ys: the row edges, top to bottom.
        regions: the cells, by row and then by column.
        open: for each column whether no rule is drawn at its foot.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    open: tuple[bool, ...]

    @property
    def box(self) -> Box:
        """Its outer edges."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_box(self, region: Region) -> Box:
        """The edges of one of its cells."""
        row, column, rows, columns = region
        return Box(self.xs[column], self.ys[row], self.xs[column + columns], self.ys[row + rows])

    def is_open(self, region: Region) -> bool:
        """Whether no rule is drawn below a cell that reaches down to the foot."""
        columns = self.open[region.column : region.column + region.columns]
        return region.row + region.rows == len(self.ys) - 1 and all(columns)

    def units(self) -> NDArray[np.int32]:
        """For each grid unit, by row and column, the index of its cell in ``regions``."""
        units = np.zeros((len(self.ys) - 1, len(self.xs) - 1), dtype=np.int32)
        for index, (row, column, rows, columns) in enumerate(self.regions):
            units[row : row + rows, column : column + columns] = index
        return units


def find_grids(rules: Rules) -> tuple[Grid, ...]:
    """The grids that the rules span, top to bottom; a frame around one cell is none."""
    return _outermost([grid for grid in _spanned(rules) if len(grid.regions) > 1])


def find_frames(rules: Rules) -> tuple[Grid, ...]:
    """The frames around one cell that rules make up: no grids, but boxes."""
    return tuple(grid for grid in _spanned(rules) if len(grid.regions) == 1)


def _spanned(rules: Rules) -> list[Grid]:
    spans = (span(group) for group in _connected(rules))
    return [grid for grid in spans if grid is not None]


def _connected(rules: Rules) -> list[Rules]:
    """Rules that meet, directly or over others, as groups; those that meet none are left out."""
    across, down = rules
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for i, j in _meetings(across, down):
        parent[root(i)] = root(len(across) + j)
    groups = defaultdict[int, list[int]](list)
    for item in range(len(parent)):
        groups[root(item)].append(item)
    return [
        Rules(
            tuple(across[i] for i in items if i < len(across)),
            tuple(down[i - len(across)] for i in items if i >= len(across)),
        )
        for items in groups.values()
        if len(items) > 1
    ]


def _meetings(across: Sequence[Rule], down: Sequence[Rule]) -> list[list[int]]:
    """Which horizontal rule meets which vertical one, by their positions in the two lists."""
    if not across or not down:
        return []
    flat, upright = np.array(across)[:, None], np.array(down)[None]
    meet = (
        (upright[..., 1] - _REACH <= flat[..., 0])
        & (flat[..., 0] <= upright[..., 2] + _REACH)
        & (flat[..., 1] - _REACH <= upright[..., 0])
        & (upright[..., 0] <= flat[..., 2] + _REACH)
    )
    meetings: list[list[int]] = np.argwhere(meet).tolist()
    return meetings


def span(rules: Rules) -> Grid | None:
    """The grid that rules which belong together span; ``None`` where they enclose nothing."""
    across, down = rules
    ys = positions([rule.at for rule in across] + _open_ends(down, across), _APART)
    xs = positions([rule.at for rule in down] + _open_ends(across, down), _APART)
    if len(xs) < 2 or len(ys) < 2:  # noqa: PLR2004 - a cell has two sides
        return None
    right = _drawn(down, xs[1:-1], ys)  # by column edge, then row
    *below, foot = _drawn(across, ys[1:], xs)  # by row edge, then column
    regions = tuple(sorted(_regions(len(ys) - 1, len(xs) - 1, right, below)))
    return Grid(_rounded(xs), _rounded(ys), regions, tuple(not drawn for drawn in foot))


def _rounded(edges: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(edge, 1) for edge in edges)


def _open_ends(along: Sequence[Rule], across: Sequence[Rule]) -> list[float]:
    """Where the rules of one direction end beyond the last rule across them: the sides of cells left open there.

    Browsers and some exports of Word draw no rule where a page break divides a cell.
    """
    first, last = min(rule.at for rule in across), max(rule.at for rule in across)
    starts = [rule.start for rule in along if rule.start < first - _BEYOND]
    ends = [rule.end for rule in along if rule.end > last + _BEYOND]
    return ([min(starts)] if len(starts) > 1 else []) + ([max(ends)] if len(ends) > 1 else [])


def _drawn(rules: Sequence[Rule], at: Sequence[float], marks: Sequence[float]) -> list[list[bool]]:
    """For each inner grid line, and each stretch between two marks along it, whether a rule is drawn there."""
    table: list[list[bool]] = []
    for line in at:
        near = [rule for rule in rules if abs(rule.at - line) <= _APART]
        table.append([_covers(near, low, high) for low, high in itertools.pairwise(marks)])
    return table


def _covers(rules: Iterable[Rule], low: float, high: float) -> bool:
    return sum(max(0.0, min(rule.end, high) - max(rule.start, low)) for rule in rules) >= _COVERED * (high - low)


def _regions(rows: int, columns: int, right: list[list[bool]], below: list[list[bool]]) -> list[Region]:
    """Grid units that no rule divides as cells; what is no rectangle is cut into its rows."""
    runs = [run for row in range(rows) for run in _runs(row, columns, right)]
    open_runs: dict[tuple[int, int], Region] = {}
    done: list[Region] = []
    for run in runs:
        key = (run.column, run.columns)
        above = open_runs.get(key)
        undivided = run.row > 0 and not any(below[run.row - 1][run.column : run.column + run.columns])
        if above is not None and undivided and above.row + above.rows == run.row:
            open_runs[key] = above._replace(rows=above.rows + 1)
            continue
        if above is not None:
            done.append(above)
        open_runs[key] = run
    return done + list(open_runs.values())


def _runs(row: int, columns: int, right: list[list[bool]]) -> list[Region]:
    """The stretches of one grid row that no vertical rule divides."""
    starts = [0] + [column + 1 for column in range(columns - 1) if right[column][row]]
    return [Region(row, a, 1, b - a) for a, b in zip(starts, [*starts[1:], columns], strict=True)]


def _outermost(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids without those inside another's cell, and without frames: single columns that hold a wider grid."""
    framed = [g for g in grids if len(g.xs) == 2 and any(_inside(o, g) and len(o.xs) > 2 for o in grids)]  # noqa: PLR2004 - two sides
    kept = [g for g in grids if g not in framed]
    outer = [g for g in kept if not any(_inside(g, other) for other in kept)]
    return tuple(sorted(outer, key=lambda grid: (grid.ys[0], grid.xs[0])))


def _inside(inner: Grid, outer: Grid) -> bool:
    a, b = inner.box, outer.box
    return inner is not outer and b.x0 <= a.x0 and b.top <= a.top and a.x1 <= b.x1 and a.bottom <= b.bottom

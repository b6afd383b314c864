"""Tables without rules whose rows are shaded, every one or every second: the outlines of the fills are their grid."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from extract.reading.pdf.lattice import Grid, span
from extract.reading.pdf.rules import Rule, Rules, positions
from extract.reading.pdf.turn import Boxes

_SAME = 2.0  # points by which edges that were meant to meet may differ
_LOWEST = 7.0  # points: a row holds a line of text
_APART = 1.2  # of a line's height between two lines of one cell; more begins another row
_COLUMNS = 3  # edges: two columns


class Band(NamedTuple):
    """A shaded row: its top and bottom, and the edges of its cells."""

    top: float
    bottom: float
    xs: tuple[float, ...]


def find_shaded_grids(fills: Boxes, words: Boxes, taken: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids of tables that at least two shaded rows with the same columns make up.

    A row that is not shaded is taken to lie between two that are, or before or after one, as long as its words keep
    to the columns and the first column holds one run of lines there; a table where that fails is left alone.

    Args:
        fills: filled rectangles.
        words: the boxes of the words.
        taken: the grids that rules make up; fills within them are their cells' backgrounds.
    """
    free = [box for box in fills.tolist() if not any(_is_within(box, grid) for grid in taken)]
    tables = (_grid(bands, words) for bands in _tables(_bands(free)))
    return tuple(grid for grid in tables if grid is not None)


def _is_within(box: Sequence[float], grid: Grid) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    outline = grid.box
    return outline.x0 <= x <= outline.x1 and outline.top <= y <= outline.bottom


def _bands(fills: Iterable[Sequence[float]]) -> list[Band]:
    """Fills beside each other as one row, top to bottom."""
    rows: list[list[Sequence[float]]] = []
    for fill in sorted(fills, key=lambda box: (box[1], box[0])):
        row = next((r for r in rows if abs(r[0][1] - fill[1]) <= _SAME and abs(r[0][3] - fill[3]) <= _SAME), None)
        if row is None:
            rows.append([fill])
        else:
            row.append(fill)
    bands = (Band(row[0][1], row[0][3], positions([x for box in row for x in box[::2]], 2 * _SAME)) for row in rows)
    return [band for band in bands if band.bottom - band.top >= _LOWEST]


def _tables(bands: Iterable[Band]) -> list[list[Band]]:
    """Bands with the same columns, one table each; fewer than two bands or two columns are none."""
    tables: list[list[Band]] = []
    for band in bands:
        alike = next((t for t in tables if _is_alike(t[0], band) and t[-1].bottom <= band.top + _SAME), None)
        if alike is None:
            tables.append([band])
        else:
            alike.append(band)
    return [table for table in tables if len(table) > 1 and len(table[0].xs) >= _COLUMNS]


def _is_alike(a: Band, b: Band) -> bool:
    return len(a.xs) == len(b.xs) and all(abs(x - y) <= _SAME for x, y in zip(a.xs, b.xs, strict=True))


def _grid(bands: Sequence[Band], words: Boxes) -> Grid | None:
    xs = bands[0].xs
    own = words[(words[:, 2] > xs[0]) & (words[:, 0] < xs[-1])]
    between = [(a.bottom, b.top) for a, b in pairwise(bands) if b.top - a.bottom >= _LOWEST]
    if not all(_is_row(_between(own, top, bottom), xs) for top, bottom in between):
        return None
    top, bottom = bands[0].top, bands[-1].bottom
    ys = [y for band in bands for y in (band.top, band.bottom)]
    ys += [_reach(_between(own, bottom, np.inf), xs, bottom), top - _reach(_mirrored(own, top), xs, 0.0)]
    edges = positions(ys, _LOWEST / 2)
    return span(Rules(tuple(Rule(y, xs[0], xs[-1]) for y in edges), tuple(Rule(x, edges[0], edges[-1]) for x in xs)))


def _between(words: Boxes, top: float, bottom: float) -> Boxes:
    middle = (words[:, 1] + words[:, 3]) / 2
    return words[(middle > top) & (middle < bottom)]


def _mirrored(words: Boxes, top: float) -> Boxes:
    """The words above a line, turned upside down: how far each is from it."""
    above = _between(words, -np.inf, top)
    return np.stack((above[:, 0], top - above[:, 3], above[:, 2], top - above[:, 1]), axis=1)


def _is_row(words: Boxes, xs: Sequence[float]) -> bool:
    return not _crosses(words, xs).any() and len(_runs(words[words[:, 0] < xs[1]])) <= 1


def _crosses(words: Boxes, xs: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether each word stands across an edge between columns."""
    inner = np.array(xs[1:-1])
    crossed: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
        (words[:, :1] < inner - _SAME) & (words[:, 2:3] > inner + _SAME)
    ).any(axis=1)
    return crossed


def _runs(words: Boxes) -> list[tuple[float, float]]:
    """The top and bottom of lines that follow each other closely."""
    runs: list[tuple[float, float]] = []
    for _, top, _, bottom in sorted(words.tolist(), key=lambda box: box[1]):
        if runs and top - runs[-1][1] <= _APART * (bottom - top):
            runs[-1] = (runs[-1][0], max(runs[-1][1], bottom))
        else:
            runs.append((top, bottom))
    return runs


def _reach(words: Boxes, xs: Sequence[float], edge: float) -> float:
    """How far a row that is not shaded reaches from an edge; the edge itself where there is none."""
    crossing = words[_crosses(words, xs)]
    kept = words[words[:, 3] <= crossing[:, 1].min() + _SAME] if len(crossing) else words
    runs = _runs(kept)
    if not runs or runs[0][0] - edge > 2 * _APART * (kept[0, 3] - kept[0, 1]):
        return edge
    return runs[0][1] + _SAME

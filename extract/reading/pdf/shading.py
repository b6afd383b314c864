"""Tables without rules whose rows are shaded, every one or every second: the outlines of the fills are their grid."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.reading.pdf.lattice import Grid, span
from extract.reading.pdf.rules import Rule, Rules, positions
from extract.reading.pdf.turn import Boxes

_SAME = 2.0  # points by which edges that were meant to meet may differ
_LOWEST = 7.0  # points: a row holds a line of text
_APART = 1.2  # of a line's height between two lines of one cell; more begins another row
_MORE = 2.0  # times the padding of shaded rows that a row may have at most
_COLUMNS = 3  # edges: two columns
_GUTTER = 8.0  # points between boxes beside each other: the cells of a table stand closer
_ALIKE = 3.0  # points by which the widths of boxes beside each other may differ


class Band(NamedTuple):
    """A shaded row: its top and bottom, and the edges of its cells."""

    top: float
    bottom: float
    xs: tuple[float, ...]


def find_shaded_grids(
    fills: Boxes, words: Boxes, taken: Sequence[Grid], known: Sequence[Sequence[float]] = ()
) -> tuple[Grid, ...]:
    """The grids of tables that at least two shaded rows with the same columns make up, or one with known columns.

    A row that is not shaded is taken to lie between two that are, or before or after one, as long as its words keep
    to the columns and the first column holds one run of lines there; a table where that fails is left alone.

    Args:
        fills: filled rectangles.
        words: the boxes of the words.
        taken: the grids that rules make up; fills within them are their cells' backgrounds.
        known: the column edges of tables on earlier pages.
    """
    free = [box for box in fills.tolist() if not any(_is_within(box, grid) for grid in taken)]
    tables = (_grid(bands, words) for bands in _tables(_bands(free), known))
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
    rows = [row for row in rows if not _are_apart(row)]
    bands = (Band(row[0][1], row[0][3], positions([x for box in row for x in box[::2]], 2 * _SAME)) for row in rows)
    return [band for band in bands if band.bottom - band.top >= _LOWEST]


def _are_apart(row: Sequence[Sequence[float]]) -> bool:
    """Whether fills beside each other are the heads of boxes, as wide as one another and with gutters between them."""
    widths = [box[2] - box[0] for box in row]
    gutters = [after[0] - before[2] for before, after in pairwise(row)]
    return bool(gutters) and min(gutters) >= _GUTTER and max(widths) - min(widths) <= _ALIKE


def _tables(bands: Iterable[Band], known: Sequence[Sequence[float]]) -> list[list[Band]]:
    """Bands with the same columns, one table each; a band by itself is none but where its columns are known."""
    tables: list[list[Band]] = []
    for band in bands:
        alike = next((t for t in tables if _is_alike(t[0].xs, band.xs) and t[-1].bottom <= band.top + _SAME), None)
        if alike is None:
            tables.append([band])
        else:
            alike.append(band)
    wide = (table for table in tables if len(table[0].xs) >= _COLUMNS)
    return [table for table in wide if len(table) > 1 or any(_is_alike(table[0].xs, xs) for xs in known)]


def _is_alike(xs: Sequence[float], others: Sequence[float]) -> bool:
    return len(xs) == len(others) and all(abs(x - y) <= _SAME for x, y in zip(xs, others, strict=True))


def _grid(bands: Sequence[Band], words: Boxes) -> Grid | None:
    xs = bands[0].xs
    own = words[(words[:, 2] > xs[0]) & (words[:, 0] < xs[-1])]
    between = [(a.bottom, b.top) for a, b in pairwise(bands) if b.top - a.bottom >= _LOWEST]
    if not all(_is_row(_between(own, top, bottom), xs) for top, bottom in between):
        return None
    top, bottom = bands[0].top, bands[-1].bottom
    padding = _MORE * median(_padding(own, band) for band in bands)
    ys = [y for band in bands for y in (band.top, band.bottom)]
    ys += [bottom + _reach(_below(own, bottom), xs, padding), top - _reach(_above(own, top), xs, padding)]
    edges = positions(ys, _LOWEST / 2)
    return span(Rules(tuple(Rule(y, xs[0], xs[-1]) for y in edges), tuple(Rule(x, edges[0], edges[-1]) for x in xs)))


def _between(words: Boxes, top: float, bottom: float) -> Boxes:
    middle = (words[:, 1] + words[:, 3]) / 2
    return words[(middle > top) & (middle < bottom)]


def _padding(words: Boxes, band: Band) -> float:
    """How far the words of a row are from its edge; a line's height where it holds none."""
    inside = _between(words, band.top, band.bottom)
    return max(float(inside[:, 1].min()) - band.top, 1.0) if len(inside) else _LOWEST


def _below(words: Boxes, edge: float) -> Boxes:
    """The words below an edge, measured from it."""
    return _between(words, edge, np.inf) - np.array([0, edge, 0, edge], dtype=np.float32)


def _above(words: Boxes, edge: float) -> Boxes:
    """The words above an edge, measured from it upwards."""
    above = _between(words, -np.inf, edge)
    return np.stack((above[:, 0], edge - above[:, 3], above[:, 2], edge - above[:, 1]), axis=1)


def _is_row(words: Boxes, xs: Sequence[float]) -> bool:
    return not _crosses(words, xs).any() and len(_runs(words[words[:, 0] < xs[1]])) <= 1


def _crosses(words: Boxes, xs: Sequence[float]) -> NDArray[np.bool_]:
    """Whether each word stands across an edge between columns."""
    inner = np.array(xs[1:-1])
    crossed: NDArray[np.bool_] = np.any((words[:, :1] < inner - _SAME) & (words[:, 2:3] > inner + _SAME), axis=1)
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


def _reach(words: Boxes, xs: Sequence[float], padding: float) -> float:
    """How far a row that is not shaded reaches from an edge; 0 where there is none.

    Args:
        words: the words beyond the edge, measured from it.
        xs: the column edges.
        padding: how far the row's first line may stand from the edge.
    """
    crossing = words[_crosses(words, xs)]
    kept = words[words[:, 3] <= crossing[:, 1].min() + _SAME] if len(crossing) else words
    runs = _runs(kept)
    return runs[0][1] + _SAME if runs and runs[0][0] <= padding else 0.0

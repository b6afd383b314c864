"""Cells that are marked by their colour alone: under ``Accept``, ``Amend`` and ``Reject`` one of three is filled."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from extract.document import Box
from extract.reading.grids import FILLED, only_filled
from extract.reading.pdf.lattice import Grid, Region
from extract.reading.pdf.lines import Stretch
from extract.reading.pdf.turn import Boxes

_MOST = 0.75  # of the cell and of the fill that they have in common


def find_filled(fills: Boxes, grids: Sequence[Grid], held: AbstractSet[int]) -> Iterator[tuple[int, Stretch]]:
    """A sign for each blank cell that alone among the blank ones of its row is filled, with the cell's number.

    Args:
        fills: the filled rectangles of the page.
        grids: its tables.
        held: the numbers of the cells that hold words.
    """
    before = 0
    for grid in grids if len(fills) else ():
        rows = defaultdict[int, list[tuple[int, Region]]](list)
        for at, region in enumerate(grid.regions):
            if before + at not in held:
                rows[region.row].append((before + at, region))
        for blank in rows.values():
            chosen = only_filled([_is_filled(grid.cell_box(region), fills) for _, region in blank])
            if chosen is not None:
                number, region = blank[chosen]
                yield number, _sign(grid.cell_box(region))
        before += len(grid.regions)


def _is_filled(cell: Box, fills: Boxes) -> bool:
    """Whether a fill covers most of a cell, and not much else."""
    across = np.minimum(fills[:, 2], cell.x1) - np.maximum(fills[:, 0], cell.x0)
    down = np.minimum(fills[:, 3], cell.bottom) - np.maximum(fills[:, 1], cell.top)
    shared = np.clip(across, 0, None) * np.clip(down, 0, None)
    own = (cell.x1 - cell.x0) * (cell.bottom - cell.top)
    areas = (fills[:, 2] - fills[:, 0]) * (fills[:, 3] - fills[:, 1])
    return bool(((shared >= _MOST * own) & (shared >= _MOST * areas)).any())


def _sign(cell: Box) -> Stretch:
    middle, height = (cell.top + cell.bottom) / 2, min(cell.bottom - cell.top, 10.0)
    box = Box(cell.x0 + 1, middle - height / 2, cell.x0 + 1 + height, middle + height / 2)
    return Stretch(FILLED, Box(*(round(side, 1) for side in box)), round(box.bottom, 1), 0, height)

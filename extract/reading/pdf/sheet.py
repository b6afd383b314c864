"""A page half read: its grids, and its words with the cell that each stands in. Both ways of reading end here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.document import Block, Box, Cell, Line, Page, Row, Table
from extract.reading.pdf.lattice import Grid
from extract.reading.pdf.lines import Draft, Spacing, Stretch, draft_cell, draft_page, finished, once
from extract.reading.pdf.rules import Rule
from extract.reading.pdf.turn import Boxes

OUTSIDE = -1
"""The cell of what stands in no cell."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page holds.

    Attributes:
        page: its number, size and count of characters.
        blocks: lines outside of tables, and tables, in reading order.
        aside: text that is no part of it: watermarks, stamps that stand aslant, marks of footnotes, numbers of lines.
        pictures: how many images there are.
        hidden: words in the file that nobody sees on the page.
        confidence: how sure its words are, 0 to 1, where they were recognised; 0 where they are the file's.
    """

    page: Page
    blocks: tuple[Block, ...]
    aside: tuple[Line, ...] = ()
    pictures: int = 0
    hidden: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Rest:
    """What else a page holds.

    Attributes:
        turned: text that runs in another direction, with the number of its cell.
        asides: marks of footnotes and numbers of lines.
        hidden: words in the file that nobody sees on the page.
        pictures: how many images there are.
        rules: the horizontal rules that are part of no grid.
        pictured: the share of the page that images cover.
        layered: most of the words have no ink: a recogniser put them behind a picture of the page.
        confidence: how sure the words are, 0 to 1, where they were recognised; 0 where they are the file's.
        boxes: frames, coloured areas and bars that are part of no grid.
    """

    turned: Sequence[tuple[int, Stretch]] = ()
    asides: Sequence[Stretch] = ()
    hidden: tuple[str, ...] = ()
    pictures: int = 0
    rules: tuple[Rule, ...] = ()
    pictured: float = 0.0
    layered: bool = False
    confidence: float = 0.0
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page half read.

    Attributes:
        size: width and height as they are seen.
        grids: the outlines of its tables.
        characters: how many characters other than space were read.
        stretches: its words, each with the number of its cell, counted through all grids; or ``OUTSIDE``.
        rest: what else it holds.
    """

    size: tuple[float, float]
    grids: tuple[Grid, ...]
    characters: int
    stretches: Sequence[tuple[int, Stretch]]
    rest: Rest = Rest()


def cells_of(boxes: Boxes, grids: Sequence[Grid]) -> NDArray[np.int64]:
    """The number of the cell that the middle of each box stands in."""
    across, down = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    cells = np.full(len(boxes), OUTSIDE, dtype=np.int64)
    before = 0
    for grid in grids:
        column, row = np.searchsorted(grid.xs, across) - 1, np.searchsorted(grid.ys, down) - 1
        inside = (column >= 0) & (column < len(grid.xs) - 1) & (row >= 0) & (row < len(grid.ys) - 1)
        cells[inside] = grid.units()[row[inside], column[inside]] + before
        before += len(grid.regions)
    return cells


def assembled(sheet: Sheet, number: int, spacing: Spacing) -> PageContent:
    """The page's lines and tables in reading order.

    Args:
        sheet: the page half read.
        number: its 1-based number.
        spacing: the line spacings counted so far; this page's are added.
    """
    held = defaultdict[int, list[Stretch]](list)
    twice = 0
    for cell, stretch in sheet.stretches:
        held[cell].append(stretch)
    for cell, stretches in held.items():
        held[cell] = once(stretches)
        twice += _letters(stretches) - _letters(held[cell])
    turned = defaultdict[int, list[Draft]](list)
    for cell, stretch in sheet.rest.turned:
        turned[cell] += draft_cell([stretch])
    outside = draft_page(held.pop(OUTSIDE, ()))
    apart = [*turned.pop(OUTSIDE, []), *(draft for aside in sheet.rest.asides for draft in draft_cell([aside]))]
    aside = finished(apart, number, spacing, cell=True)
    drafts = {cell: turned[cell] + draft_cell(held[cell]) for cell in sorted({*held, *turned})}
    for inside in drafts.values():
        spacing.count(inside, cell=True)
    spacing.count(outside, cell=False)
    lines = {cell: finished(inside, number, spacing, cell=True) for cell, inside in drafts.items()}
    blocks: list[Block] = [*finished(outside, number, spacing, cell=False), *_tables(sheet.grids, lines, number)]
    blocks.sort(key=_place)
    width, height = (round(side, 1) for side in sheet.size)
    rest = sheet.rest
    page = Page(number, width, height, sheet.characters - twice, tuple(map(_outline, rest.rules)), rest.boxes)
    return PageContent(page, tuple(blocks), aside, rest.pictures, rest.hidden, rest.confidence)


def _outline(rule: Rule) -> Box:
    return Box(*(round(side, 1) for side in (rule.start, rule.at, rule.end, rule.at)))


def _letters(stretches: Iterable[Stretch]) -> int:
    return sum(len(stretch.text.replace(" ", "")) for stretch in stretches)


def _place(block: Block) -> tuple[float, float]:
    box = block.box if isinstance(block, Line) else block.rows[0].box
    return (box.top, box.x0) if box else (0.0, 0.0)


def _tables(grids: Sequence[Grid], lines: dict[int, tuple[Line, ...]], page: int) -> list[Table]:
    """The grids that hold any text, as tables."""
    tables: list[Table] = []
    before = 0
    for grid in grids:
        own = {cell - before: lines[cell] for cell in range(before, before + len(grid.regions)) if cell in lines}
        if own:
            tables.append(_table(grid, own, page))
        before += len(grid.regions)
    return tables


def _table(grid: Grid, lines: dict[int, tuple[Line, ...]], page: int) -> Table:
    cells = defaultdict[int, list[Cell]](list)
    for index, region in enumerate(grid.regions):
        box = grid.cell_box(region)
        own = lines.get(index, ())
        cells[region.row].append(Cell(own, region.column, region.columns, region.rows, box, open=grid.is_open(region)))
    left, _, right, _ = grid.box
    rows = tuple(
        Row(tuple(cells[row]), page, Box(left, grid.ys[row], right, grid.ys[row + 1]))
        for row in range(len(grid.ys) - 1)
    )
    return Table(rows, len(grid.xs) - 1, grid.xs)

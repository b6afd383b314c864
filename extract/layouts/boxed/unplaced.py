"""Cards in formats without pages: their cells laid out, so that they are read as those that are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from extract.document import Box, Cell, Document, Line, Page, Row, Table

_WIDTH = 300.0  # points of a column
_PITCH = 12.0  # points from line to line
_HEIGHT = 10.0  # points of a line
_GAP = 10.0  # points before a paragraph
_PAD = 5.0  # points between the edge of a cell and its lines
_COLUMNS = 4  # a table of more is none of cards
_ROWS = 100  # likewise


def laid_out(document: Document) -> Document:
    """The document with a place for each line of its tables, each table below what stands before it, on its own page.

    Large tables are left out.
    """
    blocks, pages = list[Line | Table](), list[Page]()
    before = list[Line]()
    for block in document.blocks:
        if isinstance(block, Line):
            before.append(block)
            continue
        if block.columns <= _COLUMNS and 0 < len(block.rows) <= _ROWS:
            number = len(pages) + 1
            over = [_placed(line, number, 0.0, _PITCH * at) for at, line in enumerate(before)]
            table = _laid_out(block, number, _PITCH * len(before))
            foot = table.rows[-1].box.bottom if table.rows and table.rows[-1].box else 0.0
            blocks += [*over, table]
            pages.append(Page(number, 2 * _WIDTH * block.columns, 2 * foot, 0))
        before = []
    return replace(document, blocks=tuple(blocks), pages=tuple(pages))


def without_places(table: Table) -> Table:
    """A table of lines that were laid out, as it is without pages."""
    rows = (
        Row(tuple(replace(cell, lines=tuple(map(unplaced, cell.lines))) for cell in row.cells)) for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def unplaced(line: Line) -> Line:
    """A line that was laid out, as it is without pages."""
    return replace(line, box=None, page=1)


def _laid_out(table: Table, page: int, top: float) -> Table:
    heights = [max((_height(cell) for cell in row.cells if cell.row_span == 1), default=_PITCH) for row in table.rows]
    tops = list(accumulate(heights, initial=top))
    rows = [_row(row, page, tops, at) for at, row in enumerate(table.rows)]
    return replace(table, rows=tuple(rows))


def _height(cell: Cell) -> float:
    return 2 * _PAD + sum(_PITCH + _GAP * line.gap for line in cell.lines)


def _row(row: Row, page: int, tops: Sequence[float], at: int) -> Row:
    cells = tuple(_cell(cell, page, tops[at], tops[min(at + cell.row_span, len(tops) - 1)]) for cell in row.cells)
    right = max((cell.box.x1 for cell in cells if cell.box), default=0.0)
    return Row(cells, page, Box(0.0, tops[at], right, tops[at + 1]))


def _cell(cell: Cell, page: int, top: float, bottom: float) -> Cell:
    left, right = _WIDTH * cell.column, _WIDTH * (cell.column + cell.column_span)
    return replace(cell, lines=tuple(_lines(cell, page, left, top)), box=Box(left, top, right, bottom))


def _lines(cell: Cell, page: int, left: float, top: float) -> Iterator[Line]:
    y = top + _PAD
    for line in cell.lines:
        y += _GAP * line.gap
        yield _placed(line, page, left + _PAD, y)
        y += _PITCH


def _placed(line: Line, page: int, left: float, top: float) -> Line:
    return replace(line, page=page, box=Box(left, top, left + _WIDTH - 3 * _PAD, top + _HEIGHT))

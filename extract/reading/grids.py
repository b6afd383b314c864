"""Tables of formats that say themselves where their cells are: nested ones told apart from frames around the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Block, Cell, Line, Row, Table

FILLED = "■"
"""The sign for a cell that is marked by its colour alone."""

_UNCOLOURED = frozenset({None, "", "auto", "none", "white", "transparent", "inherit", "ffffff", "#ffffff", "#fff"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell that may hold tables: what stands in it, its first grid column, how far it reaches, and its colour."""

    blocks: tuple[Block, ...]
    column: int
    column_span: int = 1
    row_span: int = 1
    colour: str | None = None


def settled(rows: Sequence[Sequence[Draft]], pages: Sequence[int]) -> tuple[Block, ...]:
    """The table of these rows; where it only frames other tables, what stands in it.

    A table within a cell becomes lines of that cell, cell by cell, its rows divided by gaps.

    Args:
        rows: the cells that begin in each row; rows without any are left out.
        pages: the 1-based page of each row.
    """
    if _is_frame(rows):
        return tuple(block for cells in rows for cell in cells for block in cell.blocks)
    held = [(cells, page) for cells, page in zip(rows, pages, strict=True) if cells]
    if not held:
        return ()
    table = tuple(Row(tuple(_cell(cell) for cell in _marked(cells)), page) for cells, page in held)
    return (Table(table, max(cell.column + cell.column_span for cells, _ in held for cell in cells)),)


def only_filled(filled: Sequence[bool]) -> int | None:
    """Which of the blank cells of a row is told from the others by its colour: it is marked, as by a tick."""
    return filled.index(True) if len(filled) > 1 and sum(filled) == 1 else None


def _marked(cells: Sequence[Draft]) -> list[Draft]:
    """The cells of a row, a coloured one among its blank ones with a sign in it."""
    blank = [cell for cell in cells if not any(line.text.strip() for line in lines_of(cell.blocks))]
    others = {cell.colour for cell in cells if cell not in blank}
    at = only_filled([cell.colour not in {*others, *_UNCOLOURED} for cell in blank])
    if at is None:
        return list(cells)
    return [replace(cell, blocks=(Line(FILLED),)) if cell is blank[at] else cell for cell in cells]


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of the blocks, tables cell by cell; a gap stands before each of a table's rows."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                lines = [line for cell in row.cells for line in cell.lines]
                yield from (replace(line, gap=line.gap or i == 0) for i, line in enumerate(lines))


def _cell(draft: Draft) -> Cell:
    lines = tuple(replace(line, gap=line.gap and i > 0) for i, line in enumerate(lines_of(draft.blocks)))
    return Cell(lines, draft.column, draft.column_span, draft.row_span)


def _is_frame(rows: Sequence[Sequence[Draft]]) -> bool:
    """Whether a table is there for the look of the page: one column with tables in it, or one that is nearly all."""
    cells = [cell for row in rows for cell in row]
    inner = [block for cell in cells for block in cell.blocks if isinstance(block, Table) and _is_grid(block)]
    if not inner:
        return False
    if all(len(row) <= 1 for row in rows):
        return True
    return 2 * max(_letters([table]) for table in inner) > sum(_letters(cell.blocks) for cell in cells)


def _is_grid(table: Table) -> bool:
    return len(table.rows) > 1 and table.columns > 1


def _letters(blocks: Iterable[Block]) -> int:
    return sum(len(line.text) for line in lines_of(blocks))

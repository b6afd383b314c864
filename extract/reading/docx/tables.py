"""The grid of a Word table: which columns and rows each cell covers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from lxml.etree import _Element as Element

from extract.document import Block
from extract.reading.docx.names import MIXED, W, alternative, descend, number, value, whole
from extract.reading.grids import Draft

_SLIVER = 120  # twentieths of a point; a grid column no wider comes of edges that were drawn a little apart
_MOST_COLUMNS = 63  # that Word allows in a table


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a row.

    Attributes:
        elements: what it holds, not read yet.
        column: 0-based index of its first grid column.
        column_span: how many grid columns it covers.
        goes_on: it is the lower part of a cell that began in a row above.
        blocks: what it says, once it is read.
        row_span: how many rows it covers.
    """

    elements: Element
    column: int
    column_span: int
    goes_on: bool
    blocks: tuple[Block, ...] = ()
    row_span: int = 1


def table_rows(table: Element) -> Iterator[list[TableCell]]:
    """The cells of each row; rows whose deletion was tracked are left out."""
    for row in _members(table, "tr"):
        if descend(row, "trPr", "del") is None:
            yield list(_cells(row))


def drafts(table: Element, rows: Sequence[Sequence[TableCell]]) -> list[list[Draft]]:
    """The cells that begin in each row, parts of one cell joined, columns of no width left out."""
    joined = _joined(rows)
    columns = _columns(table, joined)
    return [[_draft(cell, columns) for cell in cells] for cells in joined]


def _members(parent: Iterable[Element], name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those within content controls and tracked changes too."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag == f"{MIXED}AlternateContent":
            yield from _members(alternative(child), name)
        elif child.tag in {f"{W}{each}" for each in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}:
            yield from _members(child, name)


def _cells(row: Element) -> Iterator[TableCell]:
    column = _bounded(number(row, "trPr", "gridBefore") or 0)
    held: TableCell | None = None
    for cell in _members(row, "tc"):
        properties = descend(cell, "tcPr")
        span = max(1, _bounded(number(properties, "gridSpan") or 1))
        if held and value(properties, "hMerge") == "continue":
            held = replace(held, column_span=held.column_span + span)
        else:
            if held:
                yield held
            merge = descend(properties, "vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            held = TableCell(cell, column, span, goes_on)
        column += span
    if held:
        yield held


def _bounded(count: int) -> int:
    return min(max(count, 0), _MOST_COLUMNS)


def _joined(rows: Sequence[Sequence[TableCell]]) -> list[list[TableCell]]:
    """The cells that begin in each row, each with the blocks of its lower parts and the rows that they cover."""
    begun = list[list[TableCell]]()
    above = dict[int, tuple[int, int]]()  # grid column -> row and place of the cell that reaches down to it
    for cells in rows:
        begun.append([])
        reaching = dict[int, tuple[int, int]]()
        for cell in cells:
            at = above.get(cell.column) if cell.goes_on else None
            if at is None:
                at = (len(begun) - 1, len(begun[-1]))
                begun[-1].append(cell)
            else:
                upper = begun[at[0]][at[1]]
                blocks = (*upper.blocks, *cell.blocks)
                begun[at[0]][at[1]] = replace(upper, blocks=blocks, row_span=len(begun) - at[0])
            reaching[cell.column] = at
        above = reaching
    return begun


def _columns(table: Element, rows: Sequence[Sequence[TableCell]]) -> list[int] | None:
    """For each edge of the grid its place once slivers are closed; ``None`` where all edges stay."""
    widths = [max(whole(each.get(f"{W}w")) or 0, 0) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    cells = [cell for row in rows for cell in row]
    if not cells or len(widths) < max(cell.column + cell.column_span for cell in cells) or not any(widths):
        return None
    places, kept, at = [0], 0, 0
    for edge in accumulate(widths):
        if edge - kept > _SLIVER:
            at, kept = at + 1, edge
        places.append(at)
    empty = any(places[cell.column] == places[cell.column + cell.column_span] for cell in cells)
    return None if empty else places


def _draft(cell: TableCell, columns: Sequence[int] | None) -> Draft:
    first, last = cell.column, cell.column + cell.column_span
    if columns is not None:
        first, last = columns[first], columns[last]
    return Draft(cell.blocks, first, last - first, cell.row_span, _colour(cell.elements))


def _colour(cell: Element) -> str | None:
    """The colour that a cell is filled with, as printed in the file."""
    shading = descend(cell, "tcPr", "shd")
    return None if shading is None else shading.get(f"{W}fill", "").lower()

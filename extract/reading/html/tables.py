"""The grid of an HTML table: the place of each cell among those that reach down from the rows above it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.document import Block
from extract.reading.grids import Draft, settled

_MOST_SPAN = 100  # columns; wider cells are slips or attacks, and no response has so many columns
_MOST_COLUMNS = 1000
_MOST_CELLS = 1_000_000  # blank ones included, as in a spreadsheet
_MOST_ROWS = 65534  # as browsers bound it (WHATWG HTML, section 4.9.11)


class TooWideError(Exception):
    """A table comes to more cells than anybody filled in."""


@dataclass(slots=True)
class TableDraft:
    """A table that is being read.

    Attributes:
        rows: the cells that begin in each row.
        reaching: for each column that a cell from above covers, how many rows more it does.
        gathering: what the open cell holds so far; ``None`` between cells.
        spans: columns and rows that the open cell covers.
        colour: that the open cell is filled with.
    """

    rows: list[list[Draft]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    gathering: list[Block] | None = None
    spans: tuple[int, int] = (1, 1)
    colour: str | None = None

    def begin_row(self) -> None:
        """Go on to the next row."""
        if self.rows:
            for cell in self.rows[-1]:
                below = cell.row_span
                self.reaching |= dict.fromkeys(range(cell.column, cell.column + cell.column_span), below)
            self.reaching = {column: left - 1 for column, left in self.reaching.items() if left > 1}
        self.rows.append([])

    def begin_cell(self, columns: str | None, rows: str | None, colour: str | None = None) -> list[Block]:
        """Open a cell with its ``colspan``, ``rowspan`` and colour, and return what is to hold its text."""
        if not self.rows:
            self.begin_row()
        self.spans = (_span(columns, _MOST_SPAN), _span(rows, _MOST_ROWS, all_left=_MOST_ROWS))
        self.colour = colour
        self.gathering = list[Block]()
        return self.gathering

    def end_cell(self) -> None:
        """Put the open cell into the first free place of its row.

        Raises:
            TooWideError: the table comes to more cells than anybody filled in.
        """
        cells, (columns, rows) = self.rows[-1], self.spans
        at = cells[-1].column + cells[-1].column_span if cells else 0
        while at in self.reaching:
            at += 1
        if at * len(self.rows) > _MOST_CELLS:
            raise TooWideError
        columns = max(1, min(columns, _MOST_COLUMNS - at))
        cells.append(Draft(tuple(self.gathering or ()), at, columns, rows, self.colour))
        self.gathering = None

    def blocks(self) -> tuple[Block, ...]:
        """The finished table, or what stands in it where it only lays out the page.

        Raises:
            TooWideError: it comes to more cells than anybody filled in.
        """
        widest = max((cell.column for cells in self.rows for cell in cells), default=0)
        if widest * len(self.rows) > _MOST_CELLS:
            raise TooWideError
        return settled([_within(cells, len(self.rows) - i) for i, cells in enumerate(self.rows)], [1] * len(self.rows))


def _within(cells: Sequence[Draft], rows: int) -> list[Draft]:
    """The cells of a row, none reaching below the last row."""
    return [replace(cell, row_span=min(cell.row_span, rows)) for cell in cells]


def _span(text: str | None, most: int, *, all_left: int = 1) -> int:
    """A span as browsers read it: 1 where it is no number; 0 stands for all rows that are left."""
    digits = (text or "").strip()
    if not digits.isdecimal() or not digits.isascii():
        return 1
    return min(int(digits[:6]), most) or all_left

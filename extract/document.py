"""The input side of the model: a document as its reader saw it, each line with its page and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page in points (1/72 inch), origin at the top left of the page as it is seen."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    Attributes:
        text: the words as printed: ligatures and soft hyphens resolved, white space not yet joined.
        page: 1-based page number; 1 for formats without pages.
        box: where it stands; ``None`` for formats without places.
        gap: a blank line, or a vertical gap wider than the line spacing, stands before it in its cell or column.
        bold: most of its characters are bold.
        size: size of most of its characters in points, where known.
        hyphen: the line ends with a hyphen that divides a word.
        cut: the line ends within a word: its cell was too narrow for it, and no hyphen was put.
        confidence: how sure its words are, 0 to 1, where they were recognised in a picture; ``None`` where printed.
        parts: what wide gaps divide it into, where it stands in a cell: two columns that no rule divides; elsewhere
            what narrow gaps do, where columns of its page begin.
    """

    text: str
    page: int = 1
    box: Box | None = None
    gap: bool = False
    bold: bool = False
    size: float | None = None
    hyphen: bool = False
    cut: bool = False
    confidence: float | None = None
    parts: tuple["Line", ...] = ()

    @property
    def letters(self) -> int:
        """How many characters other than space it holds."""
        return len("".join(self.text.split()))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, with its lines in reading order.

    Attributes:
        lines: its lines; empty for a blank cell.
        column: 0-based index of its first column in the table's grid.
        column_span: how many grid columns it covers.
        row_span: how many grid rows it covers.
        box: its outline, where known.
        open: no rule is drawn below it at the foot of its table: a cell that a page break divides goes on over it.
    """

    lines: tuple[Line, ...]
    column: int
    column_span: int = 1
    row_span: int = 1
    box: Box | None = None
    open: bool = False

    @property
    def text(self) -> str:
        """The lines as they were printed, one below the other."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table on one page: the cells that begin in it, left to right, blank ones included."""

    cells: tuple[Cell, ...]
    page: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under each other on one page (or in one run of text), over one grid of columns.

    Attributes:
        rows: the rows, top to bottom.
        columns: number of grid columns; every cell's ``column + column_span`` is at most this.
        edges: x of the ``columns + 1`` column edges in points; empty for formats without places.
        heading: the line above that heads it, where a layout found that the document's tables have such.
    """

    rows: tuple[Row, ...]
    columns: int
    edges: tuple[float, ...] = ()
    heading: Line | None = None

    def lines(self) -> Iterator[Line]:
        """Its lines, row by row and cell by cell."""
        return (line for row in self.rows for cell in row.cells for line in cell.lines)


Block = Line | Table


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """All lines in some blocks in their order, those in tables too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from block.lines()


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        number: 1-based.
        width: in points as it is seen.
        height: likewise.
        characters: how many characters other than space it holds.
        rules: horizontal lines that are part of no table's grid, top to bottom: they may divide rows.
        boxes: frames around text, coloured areas and bars that are no part of a table's grid, top to bottom.
    """

    number: int
    width: float
    height: float
    characters: int
    rules: tuple[Box, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at: a code of ``models/flags.toml``, a plain sentence, and the page if there is one."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The input: file name, sha256 of its bytes (hex), media type, page count (``None`` where it has none)."""

    name: str
    sha256: str
    media_type: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader saw, in reading order.

    Attributes:
        source: the input.
        reader: name of the reader: pdf, ocr, docx, xlsx, csv, html or text.
        blocks: lines outside of tables, and tables, in reading order over all pages; furniture is already out.
        pages: the pages; empty for formats without pages.
        furniture: running headers, footers and page numbers that were set aside (they may hold the date or authority).
        metadata: what the file says of itself, by lower-case key: title, author, creationdate …
        notices: what the reader could not read or doubts.
    """

    source: Source
    reader: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    furniture: tuple[Line, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()

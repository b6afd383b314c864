"""What is drawn over a page: each line by what it was read as, the rows, the grid of tables, and the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.document import Box, Document, Line, Table
from extract.layouts.entries import Entry, Explanation

GRID, RULE, ROW = "grid", "rule", "row"
TITLE, FURNITURE, UNEXPLAINED = "title", "furniture", "unexplained"
_PADDING = 2.0  # points around a row


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle to draw: what it stands for, and the words beside it."""

    kind: str
    box: Box
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a document by page, and the pages that hold rows."""

    by_page: Mapping[int, Sequence[Mark]]
    pages_with_rows: frozenset[int]

    def on(self, page: int) -> Sequence[Mark]:
        """The marks of a page, in the order of drawing."""
        return self.by_page.get(page, ())


def find_marks(document: Document, explanation: Explanation, unexplained: Sequence[Line]) -> Marks:
    """What is drawn over the pages of a document.

    Args:
        document: what was read.
        explanation: its rows.
        unexplained: its lines that nothing accounts for.
    """
    by_page = defaultdict[int, list[Mark]](list)
    for page, mark in (
        *_grids(document),
        *_lines(document, explanation, unexplained),
        *((page, mark) for at, entry in enumerate(explanation.entries, 1) for page, mark in _rows(entry, at)),
    ):
        by_page[page].append(mark)
    with_rows = frozenset(page for page, marks in by_page.items() if any(mark.kind == ROW for mark in marks))
    return Marks(by_page, with_rows)


def _grids(document: Document) -> Iterator[tuple[int, Mark]]:
    for page in document.pages:
        yield from ((page.number, Mark(RULE, rule)) for rule in page.rules)
    for block in document.blocks:
        if isinstance(block, Table):
            cells = ((row.page, cell.box) for row in block.rows for cell in row.cells)
            yield from ((page, Mark(GRID, box)) for page, box in cells if box)


def _lines(document: Document, explanation: Explanation, unexplained: Sequence[Line]) -> Iterator[tuple[int, Mark]]:
    """Each line by what it was read as; what is neither in a row nor left over is a title, a label or a fact."""
    cells = [cell for entry in explanation.entries for cell in entry.cells]
    in_rows = [(cell.role.value, piece.line) for cell in cells for piece in cell.passage.pieces]
    taken = {_place(line) for _, line in in_rows} | {_place(line) for line in unexplained}
    others = [line for line in (*explanation.lines, *_outside_tables(document)) if _place(line) not in taken]
    yield from _marked(TITLE, {_place(line): line for line in others}.values())
    for kind, line in in_rows:
        yield from _marked(kind, [line])
    yield from _marked(FURNITURE, document.furniture)
    yield from _marked(UNEXPLAINED, unexplained)


def _outside_tables(document: Document) -> Iterator[Line]:
    return (block for block in document.blocks if isinstance(block, Line))


def _place(line: Line) -> tuple[int, Box | None]:
    return line.page, line.box


def _marked(kind: str, lines: Iterable[Line]) -> Iterator[tuple[int, Mark]]:
    return ((line.page, Mark(kind, line.box)) for line in lines if line.box)


def _rows(entry: Entry, at: int) -> Iterator[tuple[int, Mark]]:
    """A frame around what each page holds of a row, with its number, or its place in the document."""
    by_page = defaultdict[int, list[Box]](list)
    for cell in entry.cells:
        for piece in cell.passage.pieces:
            if piece.line.box:
                by_page[piece.line.page].append(piece.line.box)
    for page, boxes in by_page.items():
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        around = Box(min(lefts) - _PADDING, min(tops) - _PADDING, max(rights) + _PADDING, max(bottoms) + _PADDING)
        yield page, Mark(ROW, around, entry.number or f"row {at}")

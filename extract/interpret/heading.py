"""The lines in which a document speaks of itself: those before its rows, its headers and footers, those after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.document import Document, Line, Row, Table
from extract.interpret.lines import UsedLines
from extract.layouts.entries import Explanation
from extract.text import clean

_FIRST_PAGES = 3
_LONGEST = 2000  # characters: what is longer is no line in which a document speaks of itself
_SIGNATURE = 80  # characters: longer lines after the last table are notes
_LABEL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Given:
    """What a person said of the documents with the command, for those that do not say it themselves."""

    authority: str | None = None
    document_date: date | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What a document says of itself, in its order, lines without words left out.

    Attributes:
        before: lines before the first table or entry on the first pages; a form there (``Date | 3 May 2024``) gives
            a line for each of its rows.
        furniture: running headers and footers, watermarks.
        after: short lines after the last table or entry.
    """

    before: tuple[Line, ...]
    furniture: tuple[Line, ...]
    after: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return (*self.before, *self.furniture, *self.after)

    @property
    def texts(self) -> tuple[str, ...]:
        """What all of them say."""
        return tuple(clean(line.text) for line in self.lines)


def lines_elsewhere(document: Document, explanation: Explanation) -> tuple[Line, ...]:
    """The lines outside of tables that no row holds, in the document's order."""
    read = _read(explanation)
    return tuple(block for block in document.blocks if isinstance(block, Line) and not read.holds(block))


def _read(explanation: Explanation) -> UsedLines:
    cells = (cell for entry in explanation.entries for cell in entry.cells)
    return UsedLines.of([*explanation.lines, *(piece.line for cell in cells for piece in cell.passage.pieces)])


def read_heading(document: Document, explanation: Explanation) -> Heading:
    """The lines in which a document speaks of itself."""
    read = _read(explanation)
    blocks = document.blocks
    body = [i for i, block in enumerate(blocks) if _is_body(block, read)]
    first, last = (body[0], body[-1] + 1) if body else (len(blocks), len(blocks))
    before = [line for block in blocks[:first] for line in _lines_of(block) if line.page <= _FIRST_PAGES]
    after = [block for block in blocks[last:] if isinstance(block, Line) and len(block.text) <= _SIGNATURE]
    return Heading(_said(before), _said(document.furniture), _said(after))


def _is_body(block: Line | Table, read: UsedLines) -> bool:
    if isinstance(block, Line):
        return read.holds(block)
    return not _is_form(block) or any(read.holds(line) for line in block.lines())


def _is_form(table: Table) -> bool:
    """Whether a table is the form at the head of a report: a short title on the left, and what it says beside it."""
    rows = [[cell.text for cell in row.cells if cell.text.strip()] for row in table.rows]
    pairs = [row for row in rows if len(row) == 2 and len(row[0].split()) <= _LABEL_WORDS]  # noqa: PLR2004 - title and value
    return bool(rows) and len(pairs) * 2 > len(rows) and all(len(row) <= 2 for row in rows)  # noqa: PLR2004 - the same


def _lines_of(block: Line | Table) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for row in block.rows if (line := _form_line(row)))


def _form_line(row: Row) -> Line | None:
    """A row of a form as the line that it would be: ``Date: 3 May 2024``."""
    cells = [[line for line in cell.lines if clean(line.text)] for cell in row.cells]
    texts = [" ".join(clean(line.text) for line in lines) for lines in cells if lines]
    first = next((lines[0] for lines in cells if lines), None)
    return replace(first, text=": ".join(text.rstrip(":") for text in texts)) if first else None


def _said(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if len(line.text) <= _LONGEST and clean(line.text))

"""Small tables without upright rules, below several recommendations: ``Action``, ``Owner``, ``Date`` and values."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document import Block, Box, Cell, Document, Line, Row, Table
from extract.layouts.headings import squash
from extract.layouts.labelled import LabelReader
from extract.layouts.labels import read_worded_label
from extract.layouts.prose.small import are_titles

_FEWEST = 2  # such tables; titles that stand beside one another once may be anything
_SAME = 4.0  # points by which the left edge of a value may differ from its title's
_PITCH = 1.6  # heights of a line: rows stand further apart than the lines of a cell

Lines = Sequence[Line]


def with_unruled_tables(document: Document, labels: LabelReader) -> Document:
    """The document, lines under titles that stand beside one another made tables, where the same titles recur."""
    blocks = document.blocks
    heads = {at: head for at in range(len(blocks)) if (head := _head(blocks, at, labels))}
    told = [_words(head) for head in heads.values()]
    usual = {at: head for at, head in heads.items() if told.count(_words(head)) >= _FEWEST}
    return replace(document, blocks=tuple(_rebuilt(blocks, usual, labels))) if usual else document


def _words(head: Lines) -> tuple[str, ...]:
    return tuple(squash(line.text) for line in head)


def _head(blocks: Sequence[Block], at: int, labels: LabelReader) -> list[Line]:
    """The titles of a table that begins with this block, left to right; empty where none does."""
    head = list[Line]()
    for block in blocks[at:]:
        if not isinstance(block, Line) or block.box is None or (head and not _is_beside(head[-1], block)):
            break
        head.append(block)
    return head if len(head) > 1 and are_titles(Row((*_cells([[line] for line in head]),)), labels) else []


def _is_beside(left: Line, right: Line) -> bool:
    if left.box is None or right.box is None or left.page != right.page:
        return False
    shared = min(left.box.bottom, right.box.bottom) - max(left.box.top, right.box.top)
    return right.box.x0 > left.box.x1 and shared > (left.box.bottom - left.box.top) / 2


def _cells(columns: Sequence[Lines]) -> Iterator[Cell]:
    return (Cell(tuple(lines), column) for column, lines in enumerate(columns))


def _rebuilt(blocks: Sequence[Block], heads: dict[int, list[Line]], labels: LabelReader) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        head = heads.get(at, [])
        below = _below(blocks[at + len(head) :], head, labels) if head else []
        if below:
            yield _table(head, below)
            at += len(head) + len(below)
        else:
            yield blocks[at]
            at += 1


def _below(blocks: Sequence[Block], head: Lines, labels: LabelReader) -> list[Line]:
    """The lines under titles: each within one column, none a title or a label."""
    below = list[Line]()
    for block in blocks:
        if not isinstance(block, Line) or _column(block, head) is None or _is_else(block, labels):
            break
        below.append(block)
    return below


def _is_else(line: Line, labels: LabelReader) -> bool:
    return line.bold or labels.read(line.text) is not None or read_worded_label(line.text) is not None


def _column(line: Line, head: Lines) -> int | None:
    """The column that a line stands in: it begins below its title, and ends before the next."""
    box = line.box
    edges = [title.box for title in head if title.box]
    if box is None:
        return None
    ends = [*(edge.x0 for edge in edges[1:]), float("inf")]
    within = (at for at, edge in enumerate(edges) if abs(box.x0 - edge.x0) <= _SAME and box.x1 < ends[at])
    return next(within, None)


def _table(head: Lines, below: Lines) -> Table:
    """The table of these titles and of the rows below them."""
    rows = [Row(tuple(_cells(_sorted(row, head))), row[0].page) for row in _rows(below)]
    return Table((Row(tuple(_cells([[line] for line in head])), head[0].page), *rows), len(head))


def _sorted(row: Lines, head: Lines) -> list[list[Line]]:
    return [[line for line in row if _column(line, head) == column] for column in range(len(head))]


def _rows(below: Lines) -> list[list[Line]]:
    """The lines by rows: a row begins where a page does, or below a gap over all columns."""
    rows = list[list[Line]]()
    for line in below:
        if rows and _goes_on(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _goes_on(row: Lines, line: Line) -> bool:
    """Whether a line stands beside a row, or right below its last line."""
    boxes = [each.box for each in row if each.box and each.page == line.page]
    if line.box is None or not boxes:
        return False
    return line.box.top - max(box.top for box in boxes) < _PITCH * _height(line.box)


def _height(box: Box) -> float:
    return box.bottom - box.top

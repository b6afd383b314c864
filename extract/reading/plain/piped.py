"""Tables drawn with upright strokes: Markdown, grids of ``+---+``, box drawing, or bare ``a | b | c``."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document import Line, Row, Table
from extract.reading.plain.printed import Found, cell_of, unmarked

_STROKES = str.maketrans(dict.fromkeys("│┃║\uffe8\uff5c", "|"))
_DIVIDER = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*[|+:=\-─━═┼├┤┌┐└┘┬┴╞╪╡╔╗╚╝╠╣╦╩╬ ]+\s*")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_GOES_ON = re.compile(r"<br\s*/?>\s*[a-z]")  # not at the end of what it stands in: the width of a page broke the line
_OPEN_LINES = 200  # how far the closing stroke of a row is looked for

Cells = list[list[Line]]


def read_piped(lines: Sequence[Line], at: int) -> Found | None:
    """The table that begins with ``lines[at]``, or ``None`` where none does."""
    end = at
    rows, ruled, between = list[Cells](), False, False
    divides = _breaks_divide(lines, at)
    while end < len(lines) and not (lines[end].gap and end > at and not _is_drawn(lines[end])):
        if _is_rule(lines[end]):
            ruled, between, end = True, False, end + 1
            continue
        drawn = _row(lines, end, divides=divides)
        if drawn is None:
            break
        cells, end = drawn
        if between and _is_grid(lines, at):
            _merge(rows[-1], cells)
        else:
            rows.append(cells)
        between = True
    return Found(_table(rows), end) if _is_table(rows, lines[at], ruled=ruled) else None


def _breaks_divide(lines: Sequence[Line], at: int) -> bool:
    """Whether ``<br>`` divides paragraphs or names in the table that begins here, and never a sentence."""
    table = itertools.takewhile(_is_drawn, (lines[i] for i in range(at, len(lines))))
    return not any(_GOES_ON.search(line.text) for line in table)


def _is_drawn(line: Line) -> bool:
    return _is_rule(line) or _DIVIDER.search(line.text.translate(_STROKES)) is not None


def _is_rule(line: Line) -> bool:
    """Whether the line only divides rows: ``|---|:--:|``, ``+----+----+``."""
    return _RULE.fullmatch(line.text) is not None and any(mark in line.text for mark in "-=─━═")


def _is_grid(lines: Sequence[Line], at: int) -> bool:
    """Whether rules stand between all rows, so that lines between two of them are one row: it opens with a rule."""
    return _is_rule(lines[at])


def _row(lines: Sequence[Line], at: int, *, divides: bool) -> tuple[Cells, int] | None:
    """The cells of the row that begins here, and the index after it; a row that opens with a stroke ends with one."""
    text = lines[at].text.translate(_STROKES).strip()
    if not _DIVIDER.search(text):
        return None
    after = at + 1
    if text.startswith("|") and not _closes(text):
        closing = range(after, min(at + _OPEN_LINES, len(lines)))
        last = next((i for i in closing if _closes(lines[i].text.translate(_STROKES))), None)
        if last is not None and not any(_begins(lines[i]) for i in range(after, last + 1)):
            text = "\n".join([text, *(lines[i].text.translate(_STROKES).strip() for i in range(after, last + 1))])
            after = last + 1
    pieces = _DIVIDER.split(text)
    inner = pieces[bool(text.startswith("|")) : len(pieces) - _closes(text)]
    return [list(_cell_lines(piece, lines[at], "\n\n" if divides else "\n")) for piece in inner], after


def _closes(text: str) -> bool:
    text = text.rstrip()
    return text.endswith("|") and not text.endswith("\\|")


def _begins(line: Line) -> bool:
    return line.text.translate(_STROKES).lstrip().startswith("|")


def _cell_lines(piece: str, line: Line, broken: str) -> Iterator[Line]:
    """The lines of a cell; ``broken`` is what ``<br>`` stands for in it."""
    gap = False
    for text in _LINE_BREAK.sub(broken, piece.replace("\\|", "|")).split("\n"):
        if text.strip():
            yield unmarked(replace(line, text=text.strip(), gap=gap))
        gap = not text.strip()


def _merge(row: Cells, more: Cells) -> None:
    for i, lines in enumerate(more[: len(row)]):
        row[i] += lines


def _is_table(rows: Sequence[Cells], first: Line, *, ruled: bool) -> bool:
    """Whether the rows are a table: two at least, of two columns; without any frame or rule, of three alike."""
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - no table is smaller
        return False
    framed = ruled or first.text.translate(_STROKES).lstrip().startswith("|")
    return framed or (len({len(cells) for cells in rows}) == 1 and len(rows) * len(rows[0]) > 4)  # noqa: PLR2004 - two rows of two


def _table(rows: Sequence[Cells]) -> Table:
    width = max(len(cells) for cells in rows)
    filled = [[*cells, *([] for _ in range(width - len(cells)))] for cells in rows]
    return Table(tuple(_as_row(cells) for cells in filled if any(cells)), width)


def _as_row(cells: Cells) -> Row:
    page = next(line.page for lines in cells for line in lines)
    return Row(tuple(cell_of(lines, column) for column, lines in enumerate(cells)), page)

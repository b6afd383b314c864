"""Tables whose cells are divided by tabs, as they come from a word processor or a spreadsheet by copy and paste.

A cell may run over many lines. Only the last cell of a row can do so without quotation marks, so a line without a tab
goes on with it, blank lines being gaps between its paragraphs; a line that begins with tabs goes on in the column that
it reaches. Where the table ends is told from what can be no part of a cell: see ``_ends``.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from extract.document import Line, Row, Table
from extract.reading.plain.printed import Found, cell_of
from extract.text import is_bullet

_ENUMERATOR = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\d{1,3})*[.)]*\s*", re.IGNORECASE)
_PAGE = re.compile(r"\s*\d{1,4}\s*")
_AFTER = re.compile(
    r"\s*(?:(?:key|notes?|glossary|abbreviations?|acronyms|footnotes?|endnotes?|references|background papers|"
    r"contact(?: officer)?|report author|signed|next steps|conclusion)\s*(?::|$)|"
    r"(?:appendix|annex|schedule)\s+\w{1,3}\b|\[[ivx\d]+\]\s|\+[-=]{3,}|\|.*\|\s*$)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\s*(?:theme|part|section|priority|objective|aim|chapter)\s+(?:\w{1,3}|[a-z]+)\s*[:.–-]", re.IGNORECASE
)
_TITLE_WORDS = 12  # a heading between rows is no longer than this
_COLUMN_TITLE_WORDS = 8  # nor is the title of a column
_SHORT_CELL = 6  # words; a last column of shorter cells (a decision, a date) holds no paragraphs
_LONG_LINE = 10  # words; a longer line is none of its cells
_LOOK_AHEAD = 500  # lines; a table whose second row stands further down is none
_QUOTED_LINES = 400  # how far the closing quotation mark of a cell is looked for


@dataclass(slots=True)
class _Draft:
    """A table in the making.

    Attributes:
        width: its number of columns.
        last_row: index of the last line of the text that fills a row of it.
        rows: its rows, of cells, of lines.
        spanning: indices of the rows that span all columns.
    """

    width: int
    last_row: int
    rows: list[list[list[Line]]] = field(default_factory=list)
    spanning: set[int] = field(default_factory=set)

    def table(self) -> Table:
        """The rows as a table of the document."""
        rows = []
        for i, cells in enumerate(self.rows):
            span = self.width if i in self.spanning else 1
            first = next(line for cell in cells for line in cell)
            rows.append(Row(tuple(cell_of(lines, j, span) for j, lines in enumerate(cells)), first.page))
        return Table(tuple(rows), self.width)


def read_tabbed(lines: Sequence[Line], at: int) -> Found | None:
    """The table that begins with ``lines[at]``, or ``None`` where none does."""
    width = _width(lines, at)
    if not width:
        return None
    full = (i for i in range(len(lines) - 1, at - 1, -1) if _is_full(lines, i, width))
    draft, end = _Draft(width, next(full, at)), at
    while end < len(lines):
        cells, after = _row(lines, end)
        if _is_row(cells, draft):
            if draft.rows and _begins_another(lines, end, draft):
                break
            draft.rows.append(_fitted(cells, width))
        elif _is_title_between(lines, end, draft):
            draft.spanning.add(len(draft.rows))
            draft.rows.append([[lines[end]]])
        elif _ends(lines, end, draft):
            break
        else:
            _go_on(draft, lines[end])
            after = end + 1
        end = after
    return Found(draft.table(), end)


def _width(lines: Sequence[Line], at: int) -> int:
    """The number of columns of the table that begins here; 0 where none does."""
    titles, after = _row(lines, at)
    columns = _filled(titles)
    if columns < 2 or not titles[0] or is_bullet(lines[at].text):  # noqa: PLR2004 - a table has two columns
        return 0
    if columns == 2:  # noqa: PLR2004 - two columns may as well be a list or a form
        return 2 if _is_pair_table(lines, at) else 0
    widths = list[int]()
    ahead = min(at + _LOOK_AHEAD, len(lines))
    while after < ahead:
        cells, next_after = _row(lines, after)
        if len(cells) > 1 and not is_bullet(lines[after].text):
            widths.append(_filled(cells))
        after = next_after
    wider = [width for width in widths if width >= columns]
    if not widths or max(widths) < columns - 1:
        return 0
    return max(columns, Counter(wider).most_common(1)[0][0]) if wider else columns


def _is_pair_table(lines: Sequence[Line], at: int) -> bool:
    """Whether rows of two cells are a table: no numbered list, no list of contents, no form of labels and values."""
    titles = _row(lines, at)[0]
    if _is_listed(_said(titles[0]), _said(titles[1])):
        return False
    pairs, ahead = list[tuple[str, str]](), min(at + _LOOK_AHEAD, len(lines))
    while at < ahead and (cells := _row(lines, at))[0]:
        if _filled(cells[0]) == 2:  # noqa: PLR2004 - a pair
            pairs.append((_said(cells[0][0]), _said(cells[0][1])))
        elif _filled(cells[0]) > 2:  # noqa: PLR2004 - more than a pair
            break
        at = cells[1]
    listed = sum(_is_listed(*pair) for pair in pairs)
    titled = all(0 < len(title.split()) <= _COLUMN_TITLE_WORDS for title in pairs[0])
    return len(pairs) > 1 and titled and 2 * listed < len(pairs)


def _is_listed(first: str, second: str) -> bool:
    """Whether a pair is an item of a list, a label with its value, or a line of a list of contents."""
    return bool(_ENUMERATOR.fullmatch(first) or first.endswith(":") or _PAGE.fullmatch(second))


def _said(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines).strip()


def _row(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The cells of the row that begins with ``lines[at]``, and the index after it."""
    text, after = lines[at].text, at + 1
    if "\t" not in text:
        return [[lines[at]]], after
    whole = _closed(lines, at) if _is_open(text) else None
    text, after = whole or (text, after)
    return [_lines_of(cell, lines[at]) for cell in _split(text)], after


def _filled(cells: Sequence[list[Line]]) -> int:
    """The number of cells up to the last that is not blank."""
    return max((i for i, cell in enumerate(cells, 1) if cell), default=0)


def _is_open(text: str) -> bool:
    """Whether the last cell begins with a quotation mark that this line does not close."""
    last = text.rsplit("\t", 1)[-1]
    return last.startswith('"') and last.count('"') % 2 == 1


def _closed(lines: Sequence[Line], at: int) -> tuple[str, int] | None:
    """The row with the lines that its quoted cells run over, or ``None`` where the quotation mark is only a mark."""
    text = lines[at].text
    for after in range(at + 1, min(at + _QUOTED_LINES, len(lines))):
        text += ("\n\n" if lines[after].gap else "\n") + lines[after].text
        if text.count('"') % 2 == 0 and not _is_open(text):
            return text, after + 1
    return None


def _split(text: str) -> list[str]:
    """The text of each cell; tabs within quoted cells divide nothing."""
    if '"' not in text:
        return text.split("\t")
    cells = list[str]()
    for piece in text.split("\t"):
        if cells and cells[-1].startswith('"') and cells[-1].count('"') % 2 == 1 and "\n" in text:
            cells[-1] += f" {piece}"
        else:
            cells.append(piece)
    return [_unquoted(cell) for cell in cells]


def _unquoted(cell: str) -> str:
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else cell


def _lines_of(cell: str, line: Line) -> list[Line]:
    lines, gap = list[Line](), False
    for text in cell.split("\n"):
        if text.strip():
            lines.append(replace(line, text=text.strip(), gap=gap))
        gap = not text.strip()
    return lines


def _is_row(cells: list[list[Line]], draft: _Draft) -> bool:
    """Whether a line with these cells is a row; one with a stray tab at its end, or after a bullet, is none."""
    return len(cells) > 1 and not _is_item(cells, draft) and (_filled(cells) > 1 or len(cells) >= draft.width)


def _is_item(cells: list[list[Line]], draft: _Draft) -> bool:
    """Whether a tab stands after the bullet or number of a list item within a cell: ``•<tab>By engaging``."""
    held = [_said(cell) for cell in cells if cell]
    if len(held) > 2 or not draft.rows or draft.width == 2:  # noqa: PLR2004 - a bullet and its words
        return False
    if is_bullet(f"{held[0]} x") and len(held[0].split()) == 1:
        return True
    if len(held) == 1:
        return is_bullet(held[0])
    numbered = any(cells[0] and _ENUMERATOR.fullmatch(_said(cells[0])) for cells in draft.rows)
    return not numbered and bool(cells[0]) and _ENUMERATOR.fullmatch(held[0]) is not None


def _fitted(cells: list[list[Line]], width: int) -> list[list[Line]]:
    """The cells of a row as wide as the table; what is beyond its last column belongs to that."""
    row = cells[:width] + [[] for _ in range(width - len(cells))]
    row[-1] = [*row[-1], *(line for cell in cells[width:] for line in cell)]
    return row


def _go_on(draft: _Draft, line: Line) -> None:
    """Add the line to the last cell; below a heading between rows it begins a row of its own."""
    if len(draft.rows) - 1 in draft.spanning:
        draft.rows.append([[] for _ in range(draft.width)])
    draft.rows[-1][-1].append(replace(line, text=line.text.strip().replace("\t", " ")))


def _begins_another(lines: Sequence[Line], at: int, draft: _Draft) -> bool:
    """Whether a row after a gap begins a table of other columns: titles, and a row of as many cells below them."""
    titles, after = _row(lines, at)
    columns = _filled(titles)
    if not lines[at].gap or columns in {1, draft.width} or after >= len(lines):
        return False
    short = all(cell and len(_said(cell).split()) <= _COLUMN_TITLE_WORDS for cell in titles[:columns])
    return short and _filled(_row(lines, after)[0]) == columns


def _is_heading(line: Line) -> bool:
    words = line.text.split()
    loud = line.text.isupper() and len(line.text.strip()) > 3  # noqa: PLR2004 - longer than an initialism
    return line.gap and len(words) <= _TITLE_WORDS and (loud or line.bold or _SECTION.match(line.text) is not None)


def _is_title_between(lines: Sequence[Line], at: int, draft: _Draft) -> bool:
    """Whether the line is a heading over the rows that follow: a row of the table comes next."""
    return at + 1 < len(lines) and _is_heading(lines[at]) and _is_full(lines, at + 1, draft.width)


def _is_full(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether a line fills a row of a table that wide, but for one cell at its end."""
    if "\t" not in lines[at].text:
        return False
    filled = _filled(_row(lines, at)[0])
    return 1 < width - 1 <= filled or filled == width


def _ends(lines: Sequence[Line], at: int, draft: _Draft) -> bool:
    """Whether the table ends before a line without tabs.

    It does before a heading, before what stands under tables (a key, notes, signatures), and before a long line where
    the last column holds only words such as a decision or a date. It never does while rows of it follow.
    """
    line = lines[at]
    if not line.gap or at < draft.last_row:
        return False
    return _is_heading(line) or _AFTER.match(line.text) is not None or _is_too_long(line, draft)


def _is_too_long(line: Line, draft: _Draft) -> bool:
    if len(line.text.split()) < _LONG_LINE:
        return False
    last = [cells[-1] for cells in draft.rows[1:] if len(cells) == draft.width and cells[-1]]
    sizes = [len(cell[0].text.split()) if len(cell) == 1 else _LONG_LINE for cell in last]
    return bool(sizes) and median(sizes) <= _SHORT_CELL

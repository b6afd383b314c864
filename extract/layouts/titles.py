"""The row of column titles among the first rows of a table: of titles that are known, or that look like some."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.document import Cell, Line, Row, Table
from extract.layouts.headings import HeadingMatcher
from extract.layouts.labels import read_label
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

_HEADER_ROWS = 6  # how far down a table its titles are looked for
_SUBTITLE_WORDS = 3
_CERTAIN = 2  # known titles; more of them are a row of titles though none is known to ask
_FEWEST_TITLES = 3
_FEWEST_ROWS = 2
_SHORT_TITLE = 6  # words
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TICK, ColumnRole.PROGRESS}
_NAMES = {None, ColumnRole.OWNER}  # what titles that are the names of bodies are read as
_NAME_WORDS = 8  # a body's name in a title is seldom longer


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its grid columns ``[first, last]``, its place in points, its title and its role, where known.

    Attributes:
        first: its first grid column.
        last: its last one.
        x0: its left edge.
        x1: its right edge.
        title: as printed.
        role: what its title says that it holds.
        group: the merged title that its own stands under; empty where there is none.
        whole: it is all columns of a group together, for the cells that are merged over several of them.
    """

    first: int
    last: int
    x0: float | None
    x1: float | None
    title: str = ""
    role: ColumnRole | None = None
    group: str = ""
    whole: bool = False

    def holds(self, other: "Column") -> bool:
        """Whether another column is one of the group that this one is the whole of."""
        return self.whole and not other.whole and self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Titled:
    """A row of titles, and a second one below it where there is one.

    Attributes:
        columns: under the titles.
        before: how many rows stand above them.
        after: the first row below them.
        lines: their own.
        known: enough of them are known to tell what the table is.
    """

    columns: tuple[Column, ...]
    before: int
    after: int
    lines: tuple[Line, ...]
    known: bool = True


def find_titles(table: Table, matcher: HeadingMatcher) -> Titled | None:
    """The row of titles among the first rows, with a second row of titles under it where there is one."""
    for index, row in enumerate(table.rows[:_HEADER_ROWS]):
        if any(read_label(_flat(cell)) for cell in row.cells):
            break
        columns = tuple(_column(table, cell, matcher) for cell in row.cells)
        below = table.rows[index + 1] if index + 1 < len(table.rows) else None
        if _is_title_row(row, matcher) or (below and _is_upper_row(row, below, columns, matcher)):
            lines = tuple(line for cell in row.cells for line in cell.lines)
            if below and not spans_table(below, columns) and _is_second_row(below, columns, matcher):
                columns = tuple(_split(table, columns, below, matcher))
                lines += tuple(line for cell in below.cells for line in cell.lines)
                return Titled(columns, index, index + 2, lines)
            return Titled(columns, index, index + 1, lines)
    return _unknown_titles(table, matcher)


def _unknown_titles(table: Table, matcher: HeadingMatcher) -> Titled | None:
    """The first row, where it looks like titles, of which too few are known: all of it short and bold, as no other."""
    first, *others = table.rows
    words = [_flat(cell) for cell in first.cells]
    if len(words) < _FEWEST_TITLES or len(others) < _FEWEST_ROWS or not all(words) or not is_bold(first.cells):
        return None
    if any(len(title.split()) > _SHORT_TITLE or title.endswith(".") for title in words):
        return None
    if any(is_bold(row.cells) for row in others):
        return None
    columns = tuple(_column(table, cell, matcher) for cell in first.cells)
    return Titled(columns, 0, 1, tuple(line for cell in first.cells for line in cell.lines), known=False)


def _flat(cell: Cell) -> str:
    return " ".join(join_lines(cell.lines).text.split())


def _column(table: Table, cell: Cell, matcher: HeadingMatcher) -> Column:
    last = min(cell.column + cell.column_span, table.columns) - 1
    x0, x1 = (table.edges[cell.column], table.edges[last + 1]) if table.edges else (None, None)
    title = _flat(cell)
    return Column(cell.column, last, x0, x1, title, matcher.role(title))


def _is_title_row(row: Row, matcher: HeadingMatcher) -> bool:
    """Whether most filled cells are known titles, one of the asked and one of the answered among them.

    Where all are known and one is of the recommendations, the answers may stand elsewhere: in rows below their own.
    """
    filled = [_flat(cell) for cell in row.cells if cell.lines]
    roles = [role for title in filled if (role := matcher.role(title))]
    asked = ColumnRole.RECOMMENDATION in roles or ColumnRole.NUMBER in roles
    ticks = sum(matcher.is_tick(title) and not matcher.role(title) for title in filled)
    answered = any(role in _ANSWERING for role in roles) or ticks > 1 or any(map(matcher.is_both, filled))
    known = len(roles) + ticks
    if ColumnRole.RECOMMENDATION in roles and known == len(filled) > _CERTAIN:
        return True
    return len(filled) > 1 and 2 * known >= len(filled) and answered and (asked or known > _CERTAIN)


def _is_upper_row(row: Row, below: Row, columns: tuple[Column, ...], matcher: HeadingMatcher) -> bool:
    """Whether a row tells what was asked and, over titles of answers in the row below, who gives them."""
    merged = [column for column in columns if column.first < column.last and column.title and column.role is None]
    asked = any(column.role is ColumnRole.RECOMMENDATION for column in columns)
    if not asked or not merged or not _is_subtitle_row(below, columns, matcher):
        return False
    answers = [{matcher.role(_flat(cell)) for cell in _parts(column, below)} for column in merged]
    return all(roles & _ANSWERING for roles in answers) and sum(1 for cell in row.cells if cell.lines) > 1


def _is_second_row(row: Row, columns: tuple[Column, ...], matcher: HeadingMatcher) -> bool:
    return _is_subtitle_row(row, columns, matcher) or _names_answerers(row, columns)


def _names_answerers(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row under the titles tells who answers in each column of a merged title: all of it short names."""
    filled = [cell for cell in row.cells if cell.lines]
    divided = [column for column in columns if column.role in _ANSWERING and len(_parts(column, row)) > 1]
    if not divided or len(filled) > sum(len(_parts(column, row)) for column in divided):
        return False
    titles = [_flat(cell) for cell in filled]
    return all(_is_name(title) for title in titles) and len(set(titles)) == len(titles)


def _is_name(title: str) -> bool:
    short = title[:1].isupper() and len(title.split()) <= _NAME_WORDS and not title.endswith((".", ",", ";"))
    return short and read_label(title) is None


def _is_subtitle_row(row: Row, columns: tuple[Column, ...], matcher: HeadingMatcher) -> bool:
    """Whether a row under the titles holds titles too: all of them known, or most where they divide merged titles."""
    filled = [_flat(cell) for cell in row.cells if cell.lines]
    if not filled or any(read_label(title) or title[:1].islower() for title in filled):
        return False
    if len(filled) == 1 and len(columns) > 1 and all(column.first == column.last for column in columns):
        return False  # a theme: Working with partners
    known = sum(matcher.is_tick(title) or matcher.role(title) is not None for title in filled)
    divided = any(len(_parts(column, row)) > 1 for column in columns)
    short = all(len(title.split()) <= _SUBTITLE_WORDS for title in filled)
    return short and (known == len(filled) or (divided and 2 * known > len(filled)))


def _split(table: Table, columns: tuple[Column, ...], below: Row, matcher: HeadingMatcher) -> Iterator[Column]:
    """The columns, each divided where the row below gives its parts titles of their own.

    Where those parts are the answers of several bodies, a last column is for the cells that are merged over them.
    """
    for column in columns:
        parts = [_column(table, cell, matcher) for cell in _parts(column, below)]
        named = all(part.role in _NAMES and not matcher.is_tick(part.title) for part in parts)
        yield from (_under(column, part, named=named) for part in parts)
        if not parts:
            yield column
    if _names_answerers(below, columns):
        yield from (replace(column, whole=True) for column in columns if len(_parts(column, below)) > 1)


def _under(column: Column, part: Column, *, named: bool) -> Column:
    """A part of a column; where all parts are titled with names, each is what the merged title says."""
    merged = column.title if column.first < column.last else ""
    if column.role is ColumnRole.PROGRESS and part.role is ColumnRole.RESPONSE:
        return replace(part, role=ColumnRole.PROGRESS, group=merged)  # Commentary under "Position as at …"
    if named and merged and column.role in _ANSWERING:
        return replace(part, role=column.role, group=merged)  # NHS Partners under "Response of each body"
    return replace(part, group=merged)


def _parts(column: Column, row: Row) -> list[Cell]:
    """The filled cells of a row that stand under a column."""
    return [cell for cell in row.cells if cell.lines and column.first <= cell.column <= column.last]


def is_bold(cells: Iterable[Cell]) -> bool:
    """Whether several cells hold text, and all of it is bold."""
    filled = [cell.lines for cell in cells if cell.lines]
    return len(filled) > 1 and all(line.bold for lines in filled for line in lines)


def grid_of(columns: tuple[Column, ...]) -> int:
    """How many grid columns some columns stand over."""
    return max(column.last for column in columns) + 1


def spans_table(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row holds one cell that covers most of the columns."""
    filled = [cell for cell in row.cells if cell.lines]
    return len(filled) == 1 and filled[0].column_span > max(1, grid_of(columns) // 2) and len(columns) > 1

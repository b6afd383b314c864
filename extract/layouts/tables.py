"""Tables of single pages joined to one table over page breaks, its columns told by their titles."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.document import Cell, Line, Row, Table
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.labels import read_label
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

_HEADER_ROWS = 6  # how far down a table its titles are looked for
_SAME_EDGE = 8.0  # points by which a column's edge may move from page to page
_SUBTITLE_WORDS = 3
_CERTAIN = 2  # known titles; more of them are a row of titles though none is known to ask
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TICK, ColumnRole.PROGRESS}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its grid columns ``[first, last]``, its place in points, its title and its role, where known."""

    first: int
    last: int
    x0: float | None
    x1: float | None
    title: str = ""
    role: ColumnRole | None = None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a joined table.

    Attributes:
        cells: the lines under each column, by the column's index; blank columns are left out.
        page: 1-based.
        breaks: it is the first row after a page break (or after a repeated header).
        spans: it holds one cell that covers most of the columns.
        covered: columns that a merged cell from a row above reaches down to.
        inherited: what those merged cells hold.
    """

    cells: Mapping[int, tuple[Line, ...]]
    page: int
    breaks: bool
    spans: bool
    inherited: Mapping[int, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table over all of its pages; ``titled`` where a row of column titles was found."""

    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    titled: bool
    title_lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class _Titled:
    columns: tuple[Column, ...]
    before: int
    after: int
    lines: tuple[Line, ...]


def join_tables(tables: Iterable[Table], matcher: HeadingMatcher) -> tuple[Sheet, ...]:
    """The tables of a document, those that go on over a page break joined, repeated titles dropped."""
    sheets = list[Sheet]()
    for table in tables:
        titles = _find_titles(table, matcher)
        current = sheets[-1] if sheets else None
        if titles and current and _same_titles(titles.columns, current.columns):
            sheets[-1] = _extend(current, table, titles)
        elif not titles and current and _fits(table, current):
            sheets[-1] = _extend(current, table, None)
        else:
            sheets.append(_start(table, titles))
    return tuple(sheets)


def _start(table: Table, titles: _Titled | None) -> Sheet:
    columns = titles.columns if titles else tuple(_grid_column(table, i) for i in range(table.columns))
    rows = table.rows[titles.after :] if titles else table.rows
    title_rows = table.rows[: titles.before] if titles else ()
    above = (line for row in title_rows for cell in row.cells for line in cell.lines)
    lines = (*above, *(titles.lines if titles else ()))
    read = (*_themes(table), *_sheet_rows(rows, table, columns))
    return Sheet(columns, read, titles is not None, lines)


def _extend(sheet: Sheet, table: Table, titles: _Titled | None) -> Sheet:
    rows = table.rows[titles.after :] if titles else table.rows
    own = titles.columns if titles else sheet.columns
    more = tuple(_sheet_rows(rows, table, own))
    if sheet.rows and more:
        merged = {column for row in sheet.rows for column in row.inherited}
        more = tuple(_reached(more, sheet.rows[-1], _blank_spans(rows[0], table, own), merged))
    lines = titles.lines if titles else ()
    more = (replace(more[0], breaks=True), *more[1:]) if more else ()
    return replace(sheet, rows=(*sheet.rows, *_themes(table), *more), title_lines=sheet.title_lines + lines)


def _themes(table: Table) -> Iterator[SheetRow]:
    """The heading above a table as the row of a theme, as if it stood within the table."""
    if heading := table.heading:
        yield SheetRow({0: (heading,)}, heading.page, breaks=False, spans=True, inherited={})


def _blank_spans(row: Row, table: Table, columns: tuple[Column, ...]) -> dict[int, int]:
    """How many rows each blank cell at the head of a page covers, by column."""
    return {_index_of(cell, table, columns): cell.row_span for cell in row.cells if not cell.lines}


def _reached(
    rows: tuple[SheetRow, ...], above: SheetRow, blank: Mapping[int, int], merged: AbstractSet[int]
) -> Iterator[SheetRow]:
    """The rows with what a merged cell, which the page break divided, held above.

    It is blank below, over several rows, or in a column whose cells are merged elsewhere in the table.
    """
    held = {
        column: lines
        for column, span in blank.items()
        if (lines := above.inherited.get(column) or (above.cells.get(column) if span > 1 or column in merged else None))
    }
    for index, row in enumerate(rows):
        own = {column: lines for column, lines in held.items() if index < blank[column] and column not in row.cells}
        yield replace(row, inherited={**row.inherited, **own})


def _grid_column(table: Table, index: int) -> Column:
    edges = table.edges
    return Column(index, index, edges[index] if edges else None, edges[index + 1] if edges else None)


def _find_titles(table: Table, matcher: HeadingMatcher) -> _Titled | None:
    """The row of titles among the first rows, with a second row of titles under it where there is one."""
    for index, row in enumerate(table.rows[:_HEADER_ROWS]):
        if any(read_label(_flat(cell)) for cell in row.cells):
            return None
        if _is_title_row(row, matcher):
            columns = tuple(_column(table, cell, matcher) for cell in row.cells)
            lines = tuple(line for cell in row.cells for line in cell.lines)
            below = table.rows[index + 1] if index + 1 < len(table.rows) else None
            if below and not _spans(below, columns) and _is_subtitle_row(below, columns, matcher):
                columns = tuple(_split(table, columns, below, matcher))
                lines += tuple(line for cell in below.cells for line in cell.lines)
                return _Titled(columns, index, index + 2, lines)
            return _Titled(columns, index, index + 1, lines)
    return None


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
    answered = any(role in _ANSWERING for role in roles) or ticks > 1
    known = len(roles) + ticks
    if ColumnRole.RECOMMENDATION in roles and known == len(filled) > _CERTAIN:
        return True
    return len(filled) > 1 and 2 * known >= len(filled) and answered and (asked or known > _CERTAIN)


def _is_subtitle_row(row: Row, columns: tuple[Column, ...], matcher: HeadingMatcher) -> bool:
    """Whether a row under the titles holds titles too: all of them known, or most where they divide merged titles."""
    filled = [_flat(cell) for cell in row.cells if cell.lines]
    if not filled or any(read_label(title) or title[0].islower() for title in filled):
        return False
    if len(filled) == 1 and len(columns) > 1 and all(column.first == column.last for column in columns):
        return False  # a theme: Working with partners
    known = sum(matcher.is_tick(title) or matcher.role(title) is not None for title in filled)
    divided = any(len(_parts(column, row)) > 1 for column in columns)
    short = all(len(title.split()) <= _SUBTITLE_WORDS for title in filled)
    return short and (known == len(filled) or (divided and 2 * known > len(filled)))


def _split(table: Table, columns: tuple[Column, ...], below: Row, matcher: HeadingMatcher) -> Iterator[Column]:
    """The columns, each divided where the row below gives its parts titles of their own."""
    for column in columns:
        parts = _parts(column, below)
        if not parts:
            yield column
        for cell in parts:
            part = _column(table, cell, matcher)
            told = column.role is ColumnRole.PROGRESS and part.role is ColumnRole.RESPONSE
            yield replace(part, role=ColumnRole.PROGRESS) if told else part  # Commentary under "Position as at …"


def _parts(column: Column, below: Row) -> list[Cell]:
    """The filled cells of a row that stand under a column."""
    return [cell for cell in below.cells if cell.lines and column.first <= cell.column <= column.last]


def _same_titles(new: tuple[Column, ...], old: tuple[Column, ...]) -> bool:
    return [squash(column.title) for column in new] == [squash(column.title) for column in old]


def _fits(table: Table, sheet: Sheet) -> bool:
    """Whether a table without titles goes on under the columns of the one before it.

    One that opens with a row in bold, as titles are set, has titles of its own that nothing is known of.
    """
    if _is_bold(table.rows[0].cells) and not any(_is_bold_row(row) for row in sheet.rows):
        return False
    if not table.edges or sheet.columns[0].x0 is None:
        return table.columns == sheet.columns[-1].last + 1
    old = {edge for column in sheet.columns for edge in (column.x0, column.x1) if edge is not None}
    near = [any(abs(edge - other) <= _SAME_EDGE for other in old) for edge in table.edges]
    whole = len(table.edges) > len(sheet.columns)
    return near[0] and near[-1] and sum(near) >= min(len(table.edges) - (1 if whole else 0), len(sheet.columns))


def _is_bold(cells: Iterable[Cell]) -> bool:
    """Whether several cells hold text, and all of it is bold."""
    filled = [cell.lines for cell in cells if cell.lines]
    return len(filled) > 1 and all(line.bold for lines in filled for line in lines)


def _is_bold_row(row: SheetRow) -> bool:
    return len(row.cells) > 1 and all(line.bold for lines in row.cells.values() for line in lines)


def _sheet_rows(rows: Iterable[Row], table: Table, columns: tuple[Column, ...]) -> Iterator[SheetRow]:
    reaching = dict[int, tuple[int, tuple[Line, ...]]]()  # column -> rows still covered, lines
    for row in rows:
        cells = dict[int, tuple[Line, ...]]()
        for cell in row.cells:
            index = _index_of(cell, table, columns)
            cells[index] = cells.get(index, ()) + cell.lines
        inherited = {index: lines for index, (_, lines) in reaching.items() if not cells.get(index)}
        yield SheetRow(
            cells={index: lines for index, lines in cells.items() if lines},
            page=row.page,
            breaks=False,
            spans=_spans(row, columns),
            inherited=inherited,
        )
        reaching = {index: (left - 1, lines) for index, (left, lines) in reaching.items() if left > 1}
        for cell in row.cells:
            if cell.row_span > 1 and cell.lines:
                reaching[_index_of(cell, table, columns)] = (cell.row_span - 1, cell.lines)


def _spans(row: Row, columns: tuple[Column, ...]) -> bool:
    filled = [cell for cell in row.cells if cell.lines]
    grid = columns[-1].last + 1
    return len(filled) == 1 and filled[0].column_span > max(1, grid // 2) and len(columns) > 1


def _index_of(cell: Cell, table: Table, columns: tuple[Column, ...]) -> int:
    """The column that a cell begins under: by its place, or by its grid column where there are no places."""
    if table.edges and columns[0].x0 is not None:
        x0, x1 = table.edges[cell.column], table.edges[cell.column + 1]
        return max(range(len(columns)), key=lambda i: _shared(x0, x1, columns[i]))
    inside = (i for i, column in enumerate(columns) if column.first <= cell.column <= column.last)
    return next(inside, len(columns) - 1)


def _shared(x0: float, x1: float, column: Column) -> float:
    return min(x1, column.x1 or 0.0) - max(x0, column.x0 or 0.0)

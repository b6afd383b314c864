"""Tables of single pages joined to one table over page breaks, its columns told by their titles."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.document import Cell, Line, Row, Table
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.titles import Column, Titled, find_titles, grid_of, is_bold, spans_table

_SAME_EDGE = 8.0  # points by which a column's edge may move from page to page
_MOST = 0.7  # of a column's width


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
    """A table over all of its pages; ``titled`` where a row of column titles was found of which enough are known."""

    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    titled: bool
    title_lines: tuple[Line, ...] = ()


def join_tables(tables: Iterable[Table], matcher: HeadingMatcher) -> tuple[Sheet, ...]:
    """The tables of a document, those that go on over a page break joined, repeated titles dropped."""
    sheets = list[Sheet]()
    for table in tables:
        titles = find_titles(table, matcher)
        current = sheets[-1] if sheets else None
        if titles and current and _same_titles(titles.columns, current.columns):
            sheets[-1] = _extend(current, table, titles)
        elif not titles and current and _fits(table, current):
            sheets[-1] = _extend(current, table, None)
        else:
            sheets.append(_start(table, titles))
    return tuple(_without_idle(sheet) for sheet in sheets)


def _without_idle(sheet: Sheet) -> Sheet:
    """The sheet without the columns for cells that are merged over several (they are its last), where none is."""
    filled = {index for row in sheet.rows for index in (*row.cells, *row.inherited)}
    return replace(sheet, columns=tuple(c for i, c in enumerate(sheet.columns) if i in filled or not c.whole))


def _start(table: Table, titles: Titled | None) -> Sheet:
    columns = titles.columns if titles else tuple(_grid_column(table, i) for i in range(table.columns))
    rows = table.rows[titles.after :] if titles else table.rows
    title_rows = table.rows[: titles.before] if titles else ()
    above = (line for row in title_rows for cell in row.cells for line in cell.lines)
    lines = (*above, *(titles.lines if titles else ()))
    read = (*_themes(table), *_sheet_rows(rows, table, columns))
    return Sheet(columns, read, titles is not None and titles.known, lines)


def _extend(sheet: Sheet, table: Table, titles: Titled | None) -> Sheet:
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


def _same_titles(new: tuple[Column, ...], old: tuple[Column, ...]) -> bool:
    return [squash(column.title) for column in new] == [squash(column.title) for column in old]


def _fits(table: Table, sheet: Sheet) -> bool:
    """Whether a table without titles goes on under the columns of the one before it.

    One that opens with a row in bold, as titles are set, has titles of its own that nothing is known of.
    """
    if is_bold(table.rows[0].cells) and not any(_is_bold_row(row) for row in sheet.rows):
        return False
    if not table.edges or sheet.columns[0].x0 is None:
        return table.columns == grid_of(sheet.columns)
    old = {edge for column in sheet.columns for edge in (column.x0, column.x1) if edge is not None}
    near = [any(abs(edge - other) <= _SAME_EDGE for other in old) for edge in table.edges]
    columns = sum(not column.whole for column in sheet.columns)
    least = len(table.edges) - (1 if len(table.edges) > columns else 0)
    return near[0] and near[-1] and sum(near) >= min(least, columns)


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
            spans=spans_table(row, columns),
            inherited=inherited,
        )
        reaching = {index: (left - 1, lines) for index, (left, lines) in reaching.items() if left > 1}
        for cell in row.cells:
            if cell.row_span > 1 and cell.lines:
                reaching[_index_of(cell, table, columns)] = (cell.row_span - 1, cell.lines)


def _index_of(cell: Cell, table: Table, columns: tuple[Column, ...]) -> int:
    """The column that a cell begins under: by its place, or by its grid column where there are no places.

    A cell that is merged over several columns of one group stands under all of them together.
    """
    reached = [column for column in columns if not column.whole and _reaches(cell, table, column)]
    for index, column in enumerate(columns):
        if sum(column.holds(one) for one in reached) > 1:
            return index
    single = [i for i, column in enumerate(columns) if not column.whole]
    if table.edges and columns[0].x0 is not None:
        x0, x1 = table.edges[cell.column], table.edges[cell.column + 1]
        return max(single, key=lambda i: _shared(x0, x1, columns[i]))
    return next((i for i in single if columns[i].first <= cell.column <= columns[i].last), single[-1])


def _reaches(cell: Cell, table: Table, column: Column) -> bool:
    """Whether a cell covers most of a column."""
    end = cell.column + cell.column_span
    if table.edges and column.x0 is not None and column.x1 is not None:
        return _shared(table.edges[cell.column], table.edges[end], column) > _MOST * (column.x1 - column.x0)
    return cell.column <= column.first and column.last < end


def _shared(x0: float, x1: float, column: Column) -> float:
    return min(x1, column.x1 or 0.0) - max(x0, column.x0 or 0.0)

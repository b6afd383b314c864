"""Forms made one table: a row a form, a column a title."""

from collections.abc import Iterable, Mapping, Sequence

from extract.document import Cell, Line, Row, Table

Lines = tuple[Line, ...]


def table_of(titles: Mapping[str, Lines], forms: Sequence[Mapping[str, Lines]]) -> Table:
    """The table that forms make up.

    Args:
        titles: for each key the lines of the title of its column, in the order of the columns.
        forms: for each form what it holds, by the same keys.
    """
    rows = [_row(titles.values()), *(_row(form.get(key, ()) for key in titles) for form in forms)]
    return Table(tuple(rows), len(titles))


def _row(contents: Iterable[Lines]) -> Row:
    cells = tuple(Cell(lines, column) for column, lines in enumerate(contents))
    return Row(cells, next((line.page for cell in cells for line in cell.lines), 1))

"""Small tables of answers below a recommendation: titles across the top, and below them what they are the titles of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document import Line, Row, Table
from extract.layouts.labelled import LabelReader
from extract.text import clean
from extract.vocabulary.headings import ColumnRole

_MOSTLY = 0.6  # of the titles must be known
_LETTER = re.compile(r"\(?(?:\d+\s?\(?)?(?P<letter>[a-z])\)?")
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION}

Lines = tuple[Line, ...]


def by_titles(table: Table, labels: LabelReader) -> list[tuple[Lines, bool]] | None:
    """The cells of a table in the order in which prose says them: each title, and then what stands below it.

    A column of letters stands before the cells of its rows: ``(a) Agreed``.

    Returns:
        The lines of each cell, and whether it stands under a title; titles without anything below them are left out.
        ``None`` for a table of another kind: without titles across the top, or with a column of recommendations.
    """
    titles, *rows = table.rows
    if not rows or len(titles.cells) != table.columns or not are_titles(titles, labels):
        return None
    letters = _letters(rows)
    said = list[tuple[Lines, bool]]()
    for column in range(1 if letters else 0, table.columns):
        if below := [(lines, True) for lines in _under(rows, column, letters) if lines]:
            said += [(titles.cells[column].lines, False), *below]
    return said


def are_titles(row: Row, labels: LabelReader) -> bool:
    """Whether most cells are known titles, one of an answer among them and none of a recommendation."""
    found = [labels.read(clean(cell.text)) if len(cell.lines) == 1 else None for cell in row.cells]
    roles = [label.role for label in found if label and not label.answers]
    known = len(roles) > 1 and len(roles) >= _MOSTLY * len(row.cells)
    return known and bool(_ANSWERING & {*roles}) and not {ColumnRole.RECOMMENDATION, ColumnRole.NUMBER} & {*roles}


def _letters(rows: Sequence[Row]) -> list[str]:
    """The letters of the parts that the rows answer, ``a`` first; empty where the first column holds none."""
    found = [_LETTER.fullmatch(clean(row.cells[0].text)) for row in rows]
    letters = [match["letter"] for match in found if match]
    return letters if letters == [chr(ord("a") + at) for at in range(len(rows))] and len(rows) > 1 else []


def _under(rows: Sequence[Row], column: int, letters: Sequence[str]) -> Iterator[Lines]:
    for at, row in enumerate(rows):
        lines = next((cell.lines for cell in row.cells if cell.column == column), ())
        if letters and lines:
            lines = (replace(lines[0], text=f"({letters[at]}) {lines[0].text}"), *lines[1:])
        yield lines

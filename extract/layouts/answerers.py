"""Rows that go on with one recommendation, each the answer of a body that it names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.document import Line
from extract.layouts.labels import read_label
from extract.layouts.rows import Gathered
from extract.layouts.tables import Sheet, SheetRow
from extract.layouts.titles import Column, grid_of
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

_FEWEST = 2  # bodies that answer
_NAME_WORDS = 8  # a body's name is seldom longer
_SAID = (ColumnRole.DECISION, ColumnRole.RESPONSE)
_NAMED = re.compile(r"(?P<name>[A-Z][^\n:;.]{1,60}?)\s*(?::|\s[–—-])\s+(?=\S)")

_Cells = Mapping[int, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The cells of one row under a recommendation, and the name of the body that answers in it."""

    name: str
    cells: _Cells


def find_answers(gathered: Gathered, columns: Sequence[Column], decision: re.Pattern[str]) -> tuple[Answer, ...]:
    """The rows of a recommendation where each has another body's name in it, and several decide; else nothing.

    ``Council | Agreed``, and below it ``ICB | Agreed in part``; or ``Council: Agreed`` in one cell. A body may go on
    in several rows. Rows that list actions name who leads on each, and hold one decision at most.

    Args:
        gathered: the recommendation with its rows.
        columns: the columns of its table.
        decision: what an answer opens with.
    """
    said = [i for role in _SAID for i, column in enumerate(columns) if column.role is role]
    named = [i for i, column in enumerate(columns) if column.role is ColumnRole.OWNER]
    rows = [row for row in _unbroken(gathered, named) if any(row.get(i) for i in said)]
    for names in ([_text(row, named[:1]) for row in rows], [_label(row, said) for row in rows]):
        told = all(0 < len(name.split()) <= _NAME_WORDS for name in names)
        deciding = {name for name, row in zip(names, rows, strict=True) if _decides(row, said, decision)}
        if told and len(deciding) >= _FEWEST:
            return tuple(Answer(name, row) for name, row in zip(names, rows, strict=True))
    return ()


def _unbroken(gathered: Gathered, named: Sequence[int]) -> Iterator[_Cells]:
    """The cells of the rows, what goes on over a page break joined to the row that it belongs to."""
    held = dict[int, tuple[Line, ...]]()
    for row in gathered.rows:
        if held and row.breaks and not any(row.cells.get(i) for i in named):
            held = {i: (*held.get(i, ()), *row.cells.get(i, ())) for i in {*held, *row.cells}}
            continue
        if held:
            yield held
        held = dict(row.cells)
    if held:
        yield held


def _text(cells: _Cells, columns: Sequence[int]) -> str:
    return " ".join(join_lines(line for i in columns for line in cells.get(i, ())).text.split())


def _label(cells: _Cells, said: Sequence[int]) -> str:
    """What the first cell of an answer opens with before a colon or dash; empty where it opens otherwise."""
    first = next((i for i in said if cells.get(i)), None)
    found = _NAMED.match(_text(cells, [first])) if first is not None else None
    return found["name"].strip() if found else ""


def _decides(cells: _Cells, said: Sequence[int], decision: re.Pattern[str]) -> bool:
    texts = [_text(cells, [i]) for i in said]
    return any(decision.search(_NAMED.sub("", text, count=1)) or decision.search(text) for text in texts)


def with_asked(sheet: Sheet) -> Sheet:
    """The sheet with a column for what is asked, where that stands across the table above the rows that answer it.

    ``Recommendation 1: That …`` over all columns, and under it ``Council | Agreed | …`` and ``ICB | Noted | …``.
    """
    roles = {column.role for column in sheet.columns}
    told = ColumnRole.OWNER in roles and roles & {*_SAID} and ColumnRole.RECOMMENDATION not in roles
    asked = [row for row in sheet.rows if row.spans and _is_asked(row)]
    if not told or not asked or len(sheet.rows) < (_FEWEST + 1) * len(asked):
        return sheet
    grid = grid_of(sheet.columns)
    column = Column(grid, grid, None, None, "", ColumnRole.RECOMMENDATION)
    return replace(sheet, columns=(*sheet.columns, column), rows=tuple(_below(sheet)))


def _is_asked(row: SheetRow) -> bool:
    return read_label(_text(row.cells, list(row.cells))) is not None


def _below(sheet: Sheet) -> Iterator[SheetRow]:
    """The rows, what is asked moved to a new last column and reaching down to the rows below it."""
    own, lines = len(sheet.columns), tuple[Line, ...]()
    for row in sheet.rows:
        if row.spans and _is_asked(row):
            lines = tuple(line for held in row.cells.values() for line in held)
            yield replace(row, cells={own: lines}, spans=False)
        else:
            yield replace(row, inherited={**row.inherited, own: lines}) if lines and not row.spans else row

"""Rows that go on with one recommendation, each the answer of a body that it names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.document import Line
from extract.layouts.rows import Gathered
from extract.layouts.titles import Column
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

_FEWEST = 2  # bodies that answer
_NAME_WORDS = 8  # a body's name is seldom longer

_Cells = Mapping[int, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The cells of one row under a recommendation, and the name of the body that answers in it."""

    name: str
    cells: _Cells


def find_answers(gathered: Gathered, columns: Sequence[Column], decision: re.Pattern[str]) -> tuple[Answer, ...]:
    """The rows of a recommendation where each has another body's name in it, and several decide; else nothing.

    ``Council | Agreed``, and below it ``ICB | Agreed in part``. Rows that list actions name who leads on each, and
    hold one decision at most.

    Args:
        gathered: the recommendation with its rows.
        columns: the columns of its table.
        decision: what an answer opens with.
    """
    named = [i for i, column in enumerate(columns) if column.role is ColumnRole.OWNER]
    rows = list(_unbroken(gathered, named))
    column = next((i for i in named if all(row.get(i) for row in rows)), None)
    if column is None or len(rows) < _FEWEST:
        return ()
    names = [" ".join(join_lines(row[column]).text.split()) for row in rows]
    alone = len(set(names)) == len(names) and all(len(name.split()) <= _NAME_WORDS for name in names)
    if not alone or sum(_decides(row, columns, decision) for row in rows) < _FEWEST:
        return ()
    return tuple(Answer(name, row) for name, row in zip(names, rows, strict=True))


def _unbroken(gathered: Gathered, named: Sequence[int]) -> Iterator[_Cells]:
    """The cells of the rows, what goes on over a page break joined to the row that it belongs to."""
    held = dict[int, tuple[Line, ...]]()
    for row in gathered.rows:
        if held and (row.breaks and not any(row.cells.get(i) for i in named)):
            held = {i: (*held.get(i, ()), *row.cells.get(i, ())) for i in {*held, *row.cells}}
            continue
        if held:
            yield held
        held = dict(row.cells)
    if held:
        yield held


def _decides(cells: _Cells, columns: Sequence[Column], decision: re.Pattern[str]) -> bool:
    answering = {ColumnRole.DECISION, ColumnRole.RESPONSE}
    said = (lines for i, lines in cells.items() if columns[i].role in answering)
    return any(decision.search(join_lines(lines).text) for lines in said)

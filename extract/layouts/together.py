"""Columns that hold a recommendation and its answer, one below the other in one cell, made two."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Line
from extract.layouts.headings import HeadingMatcher
from extract.layouts.labelled import LabelReader
from extract.layouts.tables import Sheet, SheetRow
from extract.text import clean
from extract.vocabulary.headings import ColumnRole, Headings

_MOSTLY = 0.6  # of the filled cells hold both
_FEWEST = 2
_HALF = " / "
_BREAK = re.compile(r"(?:\W*\w+){0,5}?\s*(?:[–—:.;-](?=\s|$)|$)")
"""What follows the words of a decision that stands at the head of an answer: a few words, and a stop or a dash."""
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.PROGRESS}


def with_answers_apart(sheet: Sheet, headings: Headings, matcher: HeadingMatcher) -> Sheet:
    """The sheet with the answers in a column of their own, where one column holds them below what was recommended.

    Its title names both (``Recommendation and Cabinet response``), or no title names answers; and most of its cells
    have a line, after the first, that opens with a decision or with the label of an answer.
    """
    both = [i for i, column in enumerate(sheet.columns) if matcher.is_both(column.title)]
    answered = any(
        column.role in _ANSWERING or (column.role is None and matcher.is_tick(column.title)) for column in sheet.columns
    )
    asked = [i for i, column in enumerate(sheet.columns) if column.role is ColumnRole.RECOMMENDATION]
    reader, decision = LabelReader(headings), headings.contents.decides
    for index in both or (asked if not answered else []):
        cuts = [_cut(row, index, reader, decision) for row in sheet.rows]
        filled = sum(index in row.cells and not row.spans for row in sheet.rows)
        if sum(cut is not None for cut in cuts) >= max(_FEWEST, _MOSTLY * filled):
            return _divided(sheet, index, cuts)
    return sheet


def _cut(row: SheetRow, index: int, reader: LabelReader, decision: re.Pattern[str]) -> int | None:
    """Which line of a cell opens the answer; ``None`` where none does."""
    lines = () if row.spans else row.cells.get(index, ())
    return next((at for at, line in enumerate(lines) if at and _answers(line, reader, decision)), None)


def _answers(line: Line, reader: LabelReader, decision: re.Pattern[str]) -> bool:
    text = clean(line.text)
    label = reader.read(text)
    if label is not None and label.role in _ANSWERING:
        return True
    halves = (text, text.partition(_HALF)[2])
    found = next((match for half in halves if (match := decision.match(half))), None)
    return found is not None and _BREAK.match(found.string, found.end()) is not None


def _divided(sheet: Sheet, index: int, cuts: Sequence[int | None]) -> Sheet:
    column, new = sheet.columns[index], len(sheet.columns)
    columns = [replace(each, role=ColumnRole.RECOMMENDATION) if each is column else each for each in sheet.columns]
    rows = [_apart(row, index, new, cut) for row, cut in zip(sheet.rows, cuts, strict=True)]
    return replace(sheet, columns=(*columns, replace(column, role=ColumnRole.RESPONSE)), rows=tuple(rows))


def _apart(row: SheetRow, index: int, new: int, cut: int | None) -> SheetRow:
    if cut is None:
        return row
    lines = row.cells[index]
    return replace(row, cells={**row.cells, index: lines[:cut], new: lines[cut:]})

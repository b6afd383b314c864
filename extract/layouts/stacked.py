"""Answers that stand below their row, across the whole table, given a column of their own.

A table leaves no room for long answers beside the rest: each row is followed by one cell that covers all columns. A
second row of titles may name it (``Response of the Executive``), or nothing does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Line
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.labels import read_label
from extract.layouts.tables import Sheet, SheetRow
from extract.layouts.titles import Column
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

_THEME_WORDS = 16  # a heading over rows is seldom longer
_MOSTLY = 0.6  # of the rows have one below
_FEWEST = 2
_LABEL = re.compile(r"\s*(?P<title>[A-Z][^:.;]{2,40}):\s*")
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.PROGRESS}


def with_stacked(sheet: Sheet, matcher: HeadingMatcher) -> Sheet:
    """The sheet, its full-width answers under a column of their own where its rows have such answers."""
    title = _title(sheet, matcher)
    below = _answers(sheet, title)
    rows = [row for row in sheet.rows if not row.spans]
    long = [at for at in below if len(_text(sheet.rows[at]).split()) > _THEME_WORDS]
    answered = any(column.role in _ANSWERING for column in sheet.columns)
    told = title is not None or (not answered and len(long) >= _MOSTLY * len(below))
    if not sheet.titled or not told or len(below) < max(_FEWEST, _MOSTLY * len(rows)):
        return sheet
    return _moved(sheet, below, title, matcher)


@dataclass(frozen=True, slots=True)
class _Title:
    """The title of the answers below the rows: its role, its words and its lines."""

    role: ColumnRole
    words: str
    lines: tuple[Line, ...]


def _title(sheet: Sheet, matcher: HeadingMatcher) -> _Title | None:
    """The first row, where it spans the table and is the title of answers."""
    first = sheet.rows[0] if sheet.rows else None
    if first is None or not first.spans:
        return None
    words = _text(first)
    role = matcher.role(words)
    return _Title(role, words, _lines(first)) if role in _ANSWERING else None


def _answers(sheet: Sheet, title: _Title | None) -> Sequence[int]:
    """The rows across the table that answer the row above them; a heading stands above a row and below an answer."""
    found = list[int]()
    for at, row in enumerate(sheet.rows):
        above = sheet.rows[at - 1] if at else None
        if not row.spans or above is None or _is_title(row, title) or read_label(_text(row)):
            continue
        goes_on = row.breaks or len(_text(row).split()) > _THEME_WORDS
        if not above.spans or (goes_on and at - 1 in found):
            found.append(at)
    return found


def _is_title(row: SheetRow, title: _Title | None) -> bool:
    return title is not None and squash(_text(row)) == squash(title.words)


def _moved(sheet: Sheet, below: Sequence[int], title: _Title | None, matcher: HeadingMatcher) -> Sheet:
    """The sheet with the answers in a new last column, and repeats of their title left out."""
    grid = max(column.last for column in sheet.columns) + 1
    column = Column(grid, grid, None, None, title.words if title else "", title.role if title else ColumnRole.RESPONSE)
    rows = [
        replace(row, cells={len(sheet.columns): _unlabelled(_lines(row), matcher)}, spans=False) if at in below else row
        for at, row in enumerate(sheet.rows)
        if not _is_title(row, title)
    ]
    lines = (*sheet.title_lines, *(line for row in sheet.rows if _is_title(row, title) for line in _lines(row)))
    return replace(sheet, columns=(*sheet.columns, column), rows=tuple(rows), title_lines=lines)


def _unlabelled(lines: tuple[Line, ...], matcher: HeadingMatcher) -> tuple[Line, ...]:
    """The lines without the title that opens them: ``Cabinet response: …``."""
    opens = _LABEL.match(lines[0].text)
    if not opens or matcher.role(opens["title"]) not in _ANSWERING:
        return lines
    rest = lines[0].text[opens.end() :]
    return (replace(lines[0], text=rest), *lines[1:]) if rest else lines[1:] or lines


def _text(row: SheetRow) -> str:
    return " ".join(join_lines(_lines(row)).text.split())


def _lines(row: SheetRow) -> tuple[Line, ...]:
    return tuple(line for lines in row.cells.values() for line in lines)

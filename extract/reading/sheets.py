"""The grid of a spreadsheet: rows and columns that hold anything, merged cells as one, lines above and below it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from extract.document import Block, Line
from extract.reading.grids import Draft, settled

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MOST_CELLS = 1_000_000  # blank ones included; a tracker of a thousand rows has twenty thousand
_MOST_LETTERS = 20_000_000  # of all cells, for many can show one string; a thousand pages have four million

Place = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, and whether most of it is bold."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells that are not blank, and first and last cell of each merged one."""

    cells: Mapping[Place, Said]
    merged: Sequence[tuple[Place, Place]]


def place_of(reference: str) -> Place | None:
    """Row and column that a reference names: ``B3`` is (2, 1); ``None`` where it names none."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def is_too_wide(sheet: Sheet) -> bool:
    """Whether the cells are spread so far, or say so much, that no person filled them in."""
    spread = len({row for row, _ in sheet.cells}) * len({column for _, column in sheet.cells})
    return spread > _MOST_CELLS or sum(len(said.text) for said in sheet.cells.values()) > _MOST_LETTERS


def blocks_of(sheet: Sheet) -> Iterator[Block]:
    """The lines above the table, the table, and the lines below it that a blank row divides from it."""
    rows = sorted({row for row, _ in sheet.cells})
    filled = _by_row(sheet.cells)
    body = list(dropwhile(lambda row: len(filled[row]) == 1, rows))
    above, below = rows[: len(rows) - len(body)], list[int]()
    tail = next((i for i in range(len(body), 0, -1) if len(filled[body[i - 1]]) > 1), 0)
    divided = next((i for i in range(tail, len(body)) if i and body[i] > body[i - 1] + 1), len(body))
    body, below = body[:divided], body[divided:]
    yield from _lines(above, filled)
    yield from settled(_drafts(sheet, body), [1] * len(body))
    yield from _lines(below, filled)


def _by_row(cells: Mapping[Place, Said]) -> dict[int, dict[int, Said]]:
    rows = dict[int, dict[int, Said]]()
    for (row, column), said in sorted(cells.items()):
        rows.setdefault(row, {})[column] = said
    return rows


def _lines(rows: Iterable[int], filled: Mapping[int, Mapping[int, Said]]) -> Iterator[Line]:
    for row in rows:
        for said in filled[row].values():
            yield from lines_in(said)


def lines_in(said: Said) -> tuple[Line, ...]:
    """The lines of a cell; a gap stands before the first, and where blank ones were."""
    lines, gap = list[Line](), True
    for text in said.text.replace("_x000D_", "").splitlines():
        if text.strip():
            lines.append(Line(text.strip(), gap=gap, bold=said.bold))
        gap = not text.strip()
    return tuple(lines)


def _drafts(sheet: Sheet, rows: Sequence[int]) -> list[list[Draft]]:
    """The cells of the rows over the columns that hold anything in them; merged ones cover what they cover of these."""
    held = set(rows)
    columns = sorted({column for row, column in sheet.cells if row in held})
    spans, covered, free = dict[Place, tuple[int, int]](), set[Place](), _MOST_CELLS
    for (top, left), (bottom, right) in sheet.merged:
        within_rows = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        within = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        free -= len(within_rows) * len(within)
        if within_rows and within and free >= 0:
            places = [(row, column) for row in within_rows for column in within]
            spans[places[0]] = (len(within), len(within_rows))
            covered.update(places[1:])
    return [
        [
            Draft(lines_in(sheet.cells.get((row, column), Said(""))), at, *spans.get((row, column), (1, 1)))
            for at, column in enumerate(columns)
            if (row, column) not in covered or (row, column) in sheet.cells
        ]
        for row in rows
    ]

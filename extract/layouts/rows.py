"""Rows of a sheet gathered to entries: which row begins a recommendation, which goes on with one, which is a theme."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from extract.document import Line
from extract.layouts.labels import Label, read_label, read_number_cell
from extract.layouts.legends import without_key
from extract.layouts.tables import Sheet, SheetRow
from extract.text import CLAUSE_END, join_lines
from extract.vocabulary.headings import ColumnRole

_THEME_WORDS = 16


@dataclass(frozen=True, slots=True)
class Gathered:
    """The lines of one recommendation under each column, the theme above it, and the rows that it was joined from."""

    cells: Mapping[int, tuple[Line, ...]]
    theme: str | None
    inherited: Mapping[int, tuple[Line, ...]] = field(default_factory=dict)
    rows: tuple[SheetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a sheet by role, and what its rows have in common."""

    asked: tuple[int, ...]
    number: tuple[int, ...]
    decision: tuple[int, ...]
    labelled: bool

    def text(self, cells: Mapping[int, tuple[Line, ...]], columns: tuple[int, ...]) -> str:
        """What the cells of these columns hold, as one text."""
        return join_lines(line for column in columns for line in cells.get(column, ())).text


def find_roles(sheet: Sheet) -> Roles:
    """The columns of the sheet by role; it is labelled where half of the rows that ask something have a label."""
    of = {role: tuple(i for i, c in enumerate(sheet.columns) if c.role is role) for role in ColumnRole}
    asked, number = of[ColumnRole.RECOMMENDATION], of[ColumnRole.NUMBER]
    decision = of[ColumnRole.DECISION] + of[ColumnRole.TICK]
    roles = Roles(asked, number, decision, labelled=False)
    asking = [row for row in sheet.rows if not row.spans and roles.text(row.cells, (*asked, *number))]
    labels = [row for row in asking if label_of(row.cells, roles)]
    return replace(roles, labelled=2 * len(labels) >= max(len(asking), 1))


def label_of(cells: Mapping[int, tuple[Line, ...]], roles: Roles) -> Label | None:
    """The label of a row: its number cell's, or the one that its recommendation opens with."""
    number = read_number_cell(number_text(cells, roles)) if roles.number else None
    return number or read_label(roles.text(cells, roles.asked))


def number_text(cells: Mapping[int, tuple[Line, ...]], roles: Roles) -> str:
    """What the number cell holds; a code that a narrow column broke within its brackets is closed up."""
    text, cut = "", True
    for column in roles.number:
        for line in cells.get(column, ()):
            opened = text.count("(") > text.count(")")
            text += ("" if opened or cut else " ") + line.text.strip()
            cut = line.cut
    return text


def gather_rows(sheet: Sheet, roles: Roles) -> Iterator[Gathered]:
    """The entries of the sheet in order, rows that belong together joined."""
    current: Gathered | None = None
    theme: str | None = None
    for row in without_key(sheet.rows):
        if not row.cells:
            continue
        if _is_theme(row, current, roles):
            theme = " ".join(join_lines(line for lines in row.cells.values() for line in lines).text.split())
        elif current and _goes_on(row, current, roles):
            current = _joined(current, row)
        else:
            if current:
                yield current
            current = Gathered(dict(row.cells), theme, row.inherited, (row,))
    if current:
        yield current


def _is_theme(row: SheetRow, current: Gathered | None, roles: Roles) -> bool:
    """Whether a row is a heading over those below it: one short cell, across the table or alone in its row."""
    if len(row.cells) != 1:
        return False
    text = join_lines(next(iter(row.cells.values()))).text
    if len(text.split()) > _THEME_WORDS:
        return False
    if row.spans:
        return True
    column = next(iter(row.cells))
    alone = column in (*roles.asked, *roles.number) and text[:1].isupper() and not CLAUSE_END.search(text)
    awaits = current is not None and (row.breaks or _is_bare_label(current, roles))
    return alone and not awaits and roles.labelled and not label_of(row.cells, roles) and _is_bold(row)


def _is_bold(row: SheetRow) -> bool:
    return all(line.bold for lines in row.cells.values() for line in lines)


def _is_bare_label(current: Gathered, roles: Roles) -> bool:
    """Whether an entry has a label and nothing asked yet, so that what is asked stands in the row below."""
    text = roles.text(current.cells, roles.asked)
    label = read_label(text)
    return not text or (label is not None and label.end >= len(text))


def _goes_on(row: SheetRow, current: Gathered, roles: Roles) -> bool:
    """Whether a row goes on with the entry above it."""
    asked = roles.text(row.cells, roles.asked)
    label = label_of(row.cells, roles)
    completes_label = _is_bare_label(current, roles) and asked and not label
    if completes_label or set(roles.asked) & row.inherited.keys():
        return True
    if row.breaks:
        return _goes_on_after_break(row, current, roles)
    if not asked or label:
        return not label
    undecided = not roles.text(row.cells, roles.decision)
    return undecided and (roles.labelled or _runs_on(roles.text(current.cells, roles.asked), asked))


def _goes_on_after_break(row: SheetRow, current: Gathered, roles: Roles) -> bool:
    """Whether the first row of a page finishes the last one of the page before, by what it lacks and how it opens."""
    number = number_text(row.cells, roles)
    asked = roles.text(row.cells, roles.asked)
    if read_label(asked) and roles.labelled and not number:
        return not _is_new_label(row, current, roles)
    if number and _is_whole(number, number_text(current.cells, roles)):
        return False
    before = roles.text(current.cells, roles.asked)
    decision = bool(roles.text(row.cells, roles.decision)) and (
        bool(asked) or not _is_marked_alike(row, current, roles)
    )
    score = 2 if roles.labelled else 0
    score += 3 if not asked else 2 if asked[0].islower() or asked[0] == "(" else 0
    score += 1 if before and not CLAUSE_END.search(before) else -2 if asked and not roles.labelled else 0
    score += -2 if decision else 1 if roles.decision else 0
    return score > 1


def _is_marked_alike(row: SheetRow, current: Gathered, roles: Roles) -> bool:
    """Whether a row repeats the marks of the one above, as a coloured cell does on both sides of a page break."""
    pairs = [(roles.text(row.cells, (c,)), roles.text(current.cells, (c,))) for c in roles.decision]
    return len(pairs) > 1 and all(below == above for below, above in pairs)


def _is_new_label(row: SheetRow, current: Gathered, roles: Roles) -> bool:
    """Whether a label at the head of a page is one: a lone bullet letter or a figure within a sentence is none."""
    asked = roles.text(row.cells, roles.asked)
    label, before = read_label(asked), label_of(current.cells, roles)
    same_form = label and before and _shape(label.number) == _shape(before.number)
    return bool(same_form) or bool(roles.text(row.cells, roles.decision))


def _is_whole(number: str, before: str) -> bool:
    """Whether a number cell at the head of a page holds a label of its own, and not the rest of the one before."""
    if before.count("(") > before.count(")"):
        return False
    return read_number_cell(number) is not None


def _shape(number: str) -> str:
    return re.sub(r"[a-z]", "a", re.sub(r"\d+", "9", number))


def _runs_on(before: str, after: str) -> bool:
    return bool(before) and not CLAUSE_END.search(before) and after[0].islower()


def _joined(current: Gathered, row: SheetRow) -> Gathered:
    """The entry with a row's lines added under each column; after a page break they go on in the same paragraph."""
    cells = dict(current.cells)
    for column, lines in row.cells.items():
        first = replace(lines[0], gap=not row.breaks and bool(cells.get(column)))
        cells[column] = (*cells.get(column, ()), first, *lines[1:])
    return replace(current, cells=cells, rows=(*current.rows, row))

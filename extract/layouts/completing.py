"""Tables that add to what was read elsewhere, by the numbers of recommendations: ``Rec. | Lead officer | By when``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.document import Document, Table
from extract.layouts.entries import Entry, Explanation, Filled
from extract.layouts.prose.openings import steps_of
from extract.layouts.sheets import are_numbered_as_such, explain_by_number, own_words
from extract.vocabulary.headings import ColumnRole, Headings

_ADDED = frozenset({ColumnRole.RESPONSE, ColumnRole.PROGRESS, ColumnRole.OWNER, ColumnRole.TIMESCALE})
_FEWEST = 2  # rows
_Steps = tuple[int, ...]


def with_details(document: Document, explanation: Explanation, headings: Headings) -> Explanation:
    """The explanation, its entries with what a table beside them says of their numbers.

    The table has no recommendations of its own, its numbers are titled as those of recommendations or are all of
    them, each once, and what it says of owners and days stands nowhere else.
    """
    read = {id(line) for line in explanation.lines}
    tables = [
        block
        for block in document.blocks
        if isinstance(block, Table) and not any(id(line) in read for line in block.lines())
    ]
    if not tables or not explanation.entries:
        return explanation
    found = explain_by_number(tables, headings, own_words(document), _ADDED)
    added = {steps_of(entry.number): entry for entry in found.entries}
    if not _belongs(found.entries, [steps_of(entry.number) for entry in explanation.entries]):
        return explanation
    entries = tuple(_completed(entry, added) for entry in explanation.entries)
    left = tuple(notice for notice in explanation.unexplained if notice.page not in {line.page for line in found.lines})
    return replace(
        explanation,
        entries=entries,
        explained=explanation.explained + found.explained,
        unexplained=left,
        lines=(*explanation.lines, *found.lines),
    )


def _belongs(rows: Sequence[Entry], known: Sequence[_Steps]) -> bool:
    """Whether the rows are of these recommendations."""
    numbers = [steps_of(row.number) for row in rows]
    if (
        len(rows) < _FEWEST
        or len({*numbers}) < len(numbers)
        or len({*known}) < len(known)
        or not {*numbers} <= {*known}
    ):
        return False
    return are_numbered_as_such(rows) or len(numbers) == len(known)


def _completed(entry: Entry, added: Mapping[_Steps, Entry]) -> Entry:
    row = added.get(steps_of(entry.number))
    cells = row.cells if row else ()
    return replace(entry, cells=(*entry.cells, *(cell for cell in cells if _is_new(cell, entry))))


def _is_new(cell: Filled, entry: Entry) -> bool:
    if cell.role not in _ADDED or not re.search(r"\w", cell.passage.text):
        return False
    return cell.role in {ColumnRole.RESPONSE, ColumnRole.PROGRESS} or not entry.passages(cell.role)

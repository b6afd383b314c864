"""Cells titled as progress that hold the decisions: ``Status: Partly agreed``, where nothing else decides."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extract.layouts.entries import Entry, Filled
from extract.vocabulary.headings import ColumnRole

_MOSTLY = 0.6  # of the cells under one title
_SHORT = 8  # words
_FEWEST = 2
_DECIDING = (ColumnRole.DECISION, ColumnRole.TICK)


def with_decisions(entries: Sequence[Entry], decision: re.Pattern[str]) -> tuple[Entry, ...]:
    """The entries, the short cells of a title of progress that mostly open as decisions taken as such.

    Args:
        entries: the recommendations.
        decision: what a decision opens with.
    """
    if any(entry.passages(*_DECIDING) for entry in entries):
        return tuple(entries)
    said = defaultdict[str, list[str]](list)
    for cell in (cell for entry in entries for cell in entry.cells if cell.role is ColumnRole.PROGRESS):
        said[cell.heading].append(cell.passage.text.strip())
    titles = {title for title, cells in said.items() if _decide([text for text in cells if text], decision)}
    return tuple(replace(entry, cells=tuple(_told(cell, titles) for cell in entry.cells)) for entry in entries)


def _decide(cells: Sequence[str], decision: re.Pattern[str]) -> bool:
    decided = sum(decision.search(text) is not None and len(text.split()) <= _SHORT for text in cells)
    return len(cells) >= _FEWEST and decided >= _MOSTLY * len(cells)


def _told(cell: Filled, titles: set[str]) -> Filled:
    is_decision = cell.role is ColumnRole.PROGRESS and cell.heading in titles
    return replace(cell, role=ColumnRole.DECISION) if is_decision else cell

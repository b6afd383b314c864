"""Cells that name an owner and a day: ``Head of Coast, 31 May 2027``, ``Q3 2026/27: Piers Team``, or line by line."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.interpret.broken import broken_lines
from extract.layouts.entries import Entry
from extract.text import Passage, join_passages
from extract.vocabulary.headings import ColumnRole, ContentPatterns

_LINE = re.compile(r"[^\n]+")
_FIGURE = re.compile(r"\d")
_DIVIDING = r"\s*[,;:(–—-]\s*"
_DANGLING = re.compile(r"\b(?:of|for|and|to|the|in|on|with)\s*$", re.IGNORECASE)


def owner_cells(entry: Entry, contents: ContentPatterns) -> tuple[tuple[str, str], ...]:
    """The headings and texts of an entry's owner cells, line by line, without what tells a day and nobody."""
    cells = (cell for cell in entry.cells if cell.role is ColumnRole.OWNER)
    return tuple((cell.heading, _without_days(cell.passage, contents)) for cell in cells)


def days_of_owners(entry: Entry, contents: ContentPatterns) -> tuple[Passage, ...]:
    """What tells a day and nobody in an entry's owner cells."""
    owners = entry.passages(ColumnRole.OWNER)
    return tuple(piece for passage in owners for piece, timed in _pieces(passage, contents) if timed)


def _without_days(passage: Passage, contents: ContentPatterns) -> str:
    pieces = list(_pieces(passage, contents))
    kept = [piece for piece, timed in pieces if not timed]
    return broken_lines(join_passages(kept) if len(kept) < len(pieces) else passage)


def _pieces(passage: Passage, contents: ContentPatterns) -> Iterator[tuple[Passage, bool]]:
    """The lines of a cell, apart from each the day that it begins or ends with, and whether each piece is a day."""
    for line in _LINE.finditer(passage.text):
        found = _ends(contents.day).fullmatch(line[0]) or _begins(contents.day).fullmatch(line[0])
        if found is None or _DANGLING.search(found["who"]) or not re.search(r"[A-Za-z]{2}", found["who"]):
            yield passage.cut(*line.span()), _is_day(line[0], contents)
            continue
        for name in sorted(("who", "when"), key=found.start):
            yield passage.cut(line.start() + found.start(name), line.start() + found.end(name)), name == "when"


@lru_cache
def _ends(day: str) -> re.Pattern[str]:
    more = rf"(?:\s*(?:[-–—/,&]|to|and)\s*{day})*"
    return re.compile(rf"(?P<who>.+?)(?:{_DIVIDING}|\s+)(?P<when>{day}{more})[.)\s]*")


@lru_cache
def _begins(day: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<when>{day}){_DIVIDING}(?P<who>.+)")


def _is_day(text: str, contents: ContentPatterns) -> bool:
    dated = _FIGURE.search(text) is not None and re.search(contents.timescale, text) is not None
    timed = dated or re.fullmatch(contents.contingent, text) is not None
    return timed and re.search(contents.owner, text) is None

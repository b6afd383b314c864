"""How much of a document is accounted for, page by page, and which of its lines are not."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from extract.document import Document, Line, lines_of
from extract.interpret.lines import UsedLines
from extract.interpret.paper import Paper
from extract.layouts.entries import Entry, Explanation
from extract.records import Coverage, FactName, PageCoverage
from extract.text import clean

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+")  # of a heading in a report that counts its paragraphs


def find_unexplained(document: Document, explanation: Explanation, paper: Paper) -> tuple[Line, ...]:
    """The lines that nothing accounts for: no row, no column title, no theme, none of the document's own facts.

    Running headers and footers are accounted for as such. A line that a layout divided counts by the parts that were
    used; in formats without places lines are known by their words.
    """
    used = UsedLines.of((*explanation.lines, *paper.lines))
    titles = {_known_by(title) for entry in explanation.entries for title in _titles(entry)}
    facts = {(fact.page, fact.text) for fact in paper.facts if fact.name is not FactName.AUTHORITY}
    return tuple(
        line
        for line in lines_of(document.blocks)
        if (text := clean(line.text))
        and not used.holds(line)
        and titles.isdisjoint((_known_by(text), _known_by(_NUMBER.sub("", text))))
        and not any(page == line.page and text in quote for page, quote in facts)
    )


def _titles(entry: Entry) -> tuple[str, ...]:
    """The theme of an entry, and the labels of its parts: ``Response:``."""
    return (entry.theme or "", *(cell.heading for cell in entry.cells))


def _known_by(title: str) -> str:
    return " ".join(title.split()).rstrip(" :.").lower()


def measure_coverage(document: Document, unexplained: Iterable[Line]) -> Coverage:
    """How many characters other than space the document holds, and how many of them are accounted for."""
    held, left = Counter[int](), Counter[int]()
    for line in chain(lines_of(document.blocks), document.furniture):
        held[line.page] += line.letters
    for line in unexplained:
        left[line.page] += line.letters
    pages = tuple(
        PageCoverage(page=page, characters=held[page], explained=held[page] - left[page])
        for page in sorted(held)
        if held[page]
    )
    total = held.total()
    return Coverage(characters=total, explained=total - left.total(), pages=pages)

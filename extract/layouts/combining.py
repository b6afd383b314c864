"""Explanations of several layouts made one: a table may answer some recommendations, and prose the others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document import Document, Line, lines_of
from extract.layouts.entries import Entry, Explanation
from extract.text import letters_of
from extract.vocabulary.headings import ColumnRole

_KNOWN_BY = 60  # squashed characters by which a recommendation that stands twice is known
_DECIDING = (ColumnRole.DECISION, ColumnRole.TICK)
_FIGURES = re.compile(r"\d+")

_Place = tuple[int, float, float] | str


def combine(document: Document, explanations: Sequence[Explanation]) -> Explanation:
    """The explanation that accounts for most of the document, with the entries of others that go on where it ends.

    Another layout adds entries only where none of their lines is explained yet, none of their recommendations is known
    yet by its number or words, and their numbers continue or complete those that are known: a second rendering of the
    same table and a covering report's own recommendations add nothing, and a summary no more than the decisions of
    entries that have none.

    Args:
        document: what was read.
        explanations: what the layouts made of it.
    """
    first, *others = sorted(explanations, key=lambda found: (len(found.entries) > 0, found.explained), reverse=True)
    for other in others if first.entries else ():
        if goes_on(first, other):
            first = _joined(document, first, other)
        else:
            first = replace(first, entries=tuple(_decided(entry, other.entries) for entry in first.entries))
    return first


def _decided(entry: Entry, others: Sequence[Entry]) -> Entry:
    """The entry with the decision of a summary, where it stands there with its number and words and has none here."""
    if entry.passages(*_DECIDING):
        return entry
    same = next((one for one in others if one.number == entry.number and _key(one) == _key(entry)), None)
    decisions = [cell for cell in same.cells if cell.role in _DECIDING and cell.passage.text] if same else []
    return replace(entry, cells=(*entry.cells, *decisions))


def goes_on(known: Explanation, other: Explanation) -> bool:
    """Whether all that another layout found is new, and goes on with what is known."""
    if not other.entries or _places(known) & _places(other) or _words(known) & _words(other):
        return False
    before, after = _numbers(known), _numbers(other)
    if None in after or before & after:
        return False
    leading = [_leading(number) for number in after if number]
    held = [_leading(number) for number in before if number]
    return None not in leading and None not in held and _completes({*held}, {*leading})


def _completes(held: set[int | None], added: set[int | None]) -> bool:
    """Whether numbers lie between others, or follow the last of them without a gap."""
    known, new = sorted(n for n in held if n is not None), sorted(n for n in added if n is not None)
    if not known or not new:
        return False
    follows = new[0] == known[-1] + 1 or new[-1] + 1 == known[0]
    return follows or known[0] < new[0] <= new[-1] < known[-1]


def _leading(number: str) -> int | None:
    """The first figures of a label: 4 of ``4(b)``; ``None`` for a label without any."""
    found = _FIGURES.search(number)
    return int(found[0]) if found else None


def _numbers(explanation: Explanation) -> set[str | None]:
    return {entry.number for entry in explanation.entries}


def _words(explanation: Explanation) -> set[str]:
    return {_key(entry) for entry in explanation.entries}


def _key(entry: Entry) -> str:
    return letters_of(entry.text.text)[:_KNOWN_BY]


def _places(explanation: Explanation) -> set[_Place]:
    """Where the lines of the entries stand; by their words in formats without places."""
    return {_place(line) for line in _lines(explanation.entries)}


def _lines(entries: Iterable[Entry]) -> Iterator[Line]:
    return (piece.line for entry in entries for cell in entry.cells for piece in cell.passage.pieces)


def _place(line: Line) -> _Place:
    return (line.page, round(line.box.top), round(line.box.x0)) if line.box else line.text.strip()


def _joined(document: Document, first: Explanation, other: Explanation) -> Explanation:
    order = {_place(line): at for at, line in enumerate(lines_of(document.blocks))}
    entries = sorted((*first.entries, *other.entries), key=lambda entry: _at(entry, order))
    return replace(
        first,
        entries=tuple(entries),
        explained=first.explained + other.explained,
        unexplained=(*first.unexplained, *(notice for notice in other.unexplained if notice not in first.unexplained)),
        lines=(*first.lines, *other.lines),
    )


def _at(entry: Entry, order: dict[_Place, int]) -> int:
    """Where an entry begins in the document."""
    return min((order.get(_place(line), len(order)) for line in _lines([entry])), default=len(order))

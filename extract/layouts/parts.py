"""Parts of recommendations: (a), (b), (c) in one cell, or in rows of their own under a stem that nobody answers.

Parts that share one decision stay together: they are bullets of one recommendation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.layouts.entries import Entry, Filled
from extract.text import Passage, join_passages
from extract.vocabulary.headings import ColumnRole

_MARK = re.compile(r"(?:(?<=\s)|^)\(?(?P<letter>[a-z])\)\s+")
_FEWEST = 2
_GIVEN = (ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TICK, ColumnRole.PROGRESS, ColumnRole.TIMESCALE)
_OWN_LETTER = re.compile(r"\(?(?P<letter>[a-z]|[ivx]{1,4})[).]?")
_FIRST = {"a", "i"}
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION}


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands before the first mark, and what stands after each, by its letter."""

    stem: Passage
    parts: Mapping[str, Passage]


def split_parts(entry: Entry, decision: re.Pattern[str]) -> tuple[Entry, ...]:
    """The entries of the parts where they are answered one by one; otherwise the entry alone.

    Args:
        entry: a recommendation.
        decision: what the answer to a part opens with.
    """
    asked = _divide(entry.text)
    answers = [None if cell.role is ColumnRole.RECOMMENDATION else _divide(cell.passage) for cell in entry.cells]
    decisive = [found for found, cell in zip(answers, entry.cells, strict=True) if found and cell.role in _ANSWERING]
    if len(asked.parts) < _FEWEST or not any(_decides(found, asked, decision) for found in decisive):
        return (entry,)
    return tuple(_part(entry, letter, asked, answers) for letter in asked.parts)


def _divide(passage: Passage) -> _Parts:
    """The passage at its marks, which must run a, b, c … without a gap."""
    marks = list[re.Match[str]]()
    for found in _MARK.finditer(passage.text):
        if found["letter"] == chr(ord("a") + len(marks)):
            marks.append(found)
    ends = [*(mark.start() for mark in marks[1:]), len(passage.text)][: len(marks)]
    parts = {mark["letter"]: passage.cut(mark.end(), end) for mark, end in zip(marks, ends, strict=True)}
    return _Parts(passage.cut(0, marks[0].start()) if marks else passage, parts)


def _decides(answer: _Parts, asked: _Parts, decision: re.Pattern[str]) -> bool:
    """Whether an answer has the same parts, and several or most of them open with a decision."""
    decided = sum(decision.search(part.text) is not None for part in answer.parts.values())
    return answer.parts.keys() == asked.parts.keys() and (decided > 1 or 2 * decided > len(answer.parts))


def _part(entry: Entry, letter: str, asked: _Parts, answers: list[_Parts | None]) -> Entry:
    cells = zip(entry.cells, answers, strict=True)
    return replace(
        entry,
        number=f"{entry.number or ''}({letter})",
        parent=entry.number,
        cells=tuple(_cells(cells, letter, asked)),
        text=asked.parts[letter],
    )


def _cells(cells: Iterator[tuple[Filled, _Parts | None]], letter: str, asked: _Parts) -> Iterator[Filled]:
    """The cells of a part: its own answer, owner or day where a cell is divided, the whole of every other cell."""
    for cell, answer in cells:
        if answer and answer.parts.keys() == asked.parts.keys():
            yield replace(cell, passage=join_passages([answer.stem, answer.parts[letter]], " "))
        else:
            yield cell


def with_stems(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries without stems: what introduces lettered parts and has no answer is no recommendation of its own.

    Each part gets the stem's number before its letter, and the stem's cell before its own: ``That the Council:``.
    """
    kept, stem = list[Entry](), None
    for entry, below in zip(entries, (*entries[1:], None), strict=False):
        if below is not None and _is_stem(entry, below):
            stem = entry
        elif stem is not None and _letter_under(stem, entry):
            kept.append(_under(stem, entry))
        else:
            stem = None
            kept.append(entry)
    return tuple(kept)


def _is_stem(entry: Entry, below: Entry) -> bool:
    return not entry.passages(*_GIVEN) and _letter_under(entry, below) in _FIRST


def _letter_under(stem: Entry, entry: Entry) -> str | None:
    """The letter or small numeral of a part of the stem: of ``(a)``, and of ``4(a)`` or ``4a`` under 4."""
    number = entry.number or ""
    if stem.number and entry.parent == stem.number:
        number = number.removeprefix(stem.number)
    found = _OWN_LETTER.fullmatch(number.strip())
    return found["letter"] if found else None


def _under(stem: Entry, entry: Entry) -> Entry:
    asked = [cell for cell in stem.cells if cell.role is ColumnRole.RECOMMENDATION]
    number = entry.number if entry.parent else f"{stem.number or ''}({_letter_under(stem, entry)})"
    return replace(entry, number=number, parent=stem.number, cells=(*asked, *entry.cells))


def with_letters(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries; those that share a number, each with a letter before what it asks, are parts of one recommendation.

    The number stands in a cell merged over all of them, or beside the first only: ``4`` beside ``a) That …``, below it
    ``b) That …``.
    """
    kept, number, letter = list[Entry](), None, ""
    for entry, below in zip(entries, (*entries[1:], None), strict=False):
        if number and _next_letter(entry, number, letter):
            letter = chr(ord(letter) + 1)
        elif below is not None and (first := entry.number) and _opens_parts(entry) and _next_letter(below, first, "a"):
            number, letter = first, "a"
        else:
            number = None
        kept.append(_lettered(entry, number, letter) if number else entry)
    return tuple(kept)


def _opens_parts(entry: Entry) -> bool:
    """Whether what is asked opens with the first letter, or comes to it and to no other one: ``That we: a) paint``."""
    return entry.parent is None and list(_divide(entry.text).parts) == ["a"]


def _next_letter(entry: Entry, number: str, letter: str) -> bool:
    """Whether an entry is the part after the one with a letter."""
    own, after = entry.number or "", chr(ord(letter) + 1)
    found = _MARK.match(entry.text.text)
    return own == after or (own in {number, ""} and found is not None and found["letter"] == after)


def _lettered(entry: Entry, number: str, letter: str) -> Entry:
    marks = [found for found in _MARK.finditer(entry.text.text) if found["letter"] == letter]
    text = entry.text.cut(marks[0].end()) if marks else entry.text
    return replace(entry, number=f"{number}({letter})", parent=number, text=text)

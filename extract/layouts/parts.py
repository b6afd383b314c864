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
_PART = re.compile(r"(?:(?<=\s)|^)\(?(?P<mark>[a-z]|[ivx]{1,4})\)\s+")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
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
    ``b) That …``; or ``i)`` and ``ii)``.
    """
    kept, number = list[Entry](), ""
    marks: tuple[str, ...] = ()
    for entry, below in zip(entries, (*entries[1:], None), strict=False):
        if number and _is_marked(entry, number, marks[1:2]):
            marks = marks[1:]
        else:
            number, marks = entry.number or "", _opened_series(entry)
            number = number if below is not None and _is_marked(below, number, marks[1:2]) else ""
        kept.append(_lettered(entry, number, marks[0]) if number else entry)
    return tuple(kept)


def _opened_series(entry: Entry) -> tuple[str, ...]:
    """The marks that go on from the one that what is asked opens with, or comes to: ``That we: a) paint``."""
    found = [mark["mark"] for mark in _PART.finditer(entry.text.text)] if entry.parent is None else []
    return next((series for series in (_LETTERS, _NUMERALS) if found == [series[0]]), ())


def _is_marked(entry: Entry, number: str, mark: tuple[str, ...]) -> bool:
    """Whether an entry is the part with a mark."""
    found = _PART.match(entry.text.text)
    own = entry.number or ""
    return bool(mark) and (own == mark[0] or (own in {number, ""} and found is not None and found["mark"] == mark[0]))


def _lettered(entry: Entry, number: str, mark: str) -> Entry:
    found = next((each for each in _PART.finditer(entry.text.text) if each["mark"] == mark), None)
    text = entry.text.cut(found.end()) if found else entry.text
    return replace(entry, number=f"{number}({mark})", parent=number, text=text)

"""A row whose cell asks for (a), (b), (c) and whose answer decides on (a), (b), (c): an entry for each part.

Parts that share one decision stay together: they are bullets of one recommendation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extract.layouts.entries import Entry, Filled
from extract.text import Passage, join_passages
from extract.vocabulary.headings import ColumnRole

_MARK = re.compile(r"(?:(?<=\s)|^)\(?(?P<letter>[a-z])\)\s+")
_FEWEST = 2
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
    answers = [_divide(cell.passage) if cell.role in _ANSWERING else None for cell in entry.cells]
    if len(asked.parts) < _FEWEST or not any(_decides(found, asked, decision) for found in answers if found):
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
    """Whether an answer has the same parts, and most of them open with a decision."""
    decided = sum(decision.search(part.text) is not None for part in answer.parts.values())
    return answer.parts.keys() == asked.parts.keys() and 2 * decided > len(answer.parts)


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
    """The cells of a part: its own answer where a cell is divided, the whole of every other cell."""
    for cell, answer in cells:
        if answer and answer.parts.keys() == asked.parts.keys():
            yield replace(cell, passage=join_passages([answer.stem, answer.parts[letter]], " "))
        else:
            yield cell

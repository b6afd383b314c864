"""Recommendations in a list, and a table that answers them by their numbers: ``No. | Response | Lead``."""

from collections.abc import Sequence
from dataclasses import replace

from extract.document import Document, Line, Table
from extract.layouts.entries import Entry, Explanation, Filled
from extract.layouts.prose import Section, read_requests
from extract.layouts.prose.openings import steps_of
from extract.layouts.sheets import are_numbered_as_such, explain_by_number, own_words
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole, Headings
from extract.vocabulary.prose import load_prose_words

_FEWEST = 2  # answers
_MOSTLY = 0.6


def read_listed(document: Document, headings: Headings) -> Explanation:
    """What a table without recommendations answers, with the recommendations of a list that has all of its numbers."""
    words = own_words(document)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    answers = explain_by_number(tables, headings, words)
    numbers = [steps_of(entry.number) for entry in answers.entries]
    apart = len(numbers) >= _FEWEST and len(set(numbers)) == len(numbers) and all(numbers)
    if not apart or not _meant(answers.entries):
        return Explanation((), 0)
    lists = ({point.opening.steps: point for point in points} for points in read_requests(document, headings))
    asked = next((points for points in lists if points.keys() >= set(numbers)), None)
    if asked is None:
        return Explanation((), 0)
    entries = tuple(
        _asking(entry, asked[number], words) for entry, number in zip(answers.entries, numbers, strict=True)
    )
    lines = (*(line for number in numbers for line in _lines(asked[number])), *answers.lines)
    return Explanation(entries, sum(line.letters for line in lines), lines=lines)


def _meant(entries: Sequence[Entry]) -> bool:
    """Whether the rows answer recommendations: their numbers are titled so, or most open as answers do."""
    if are_numbered_as_such(entries):
        return True
    opens = load_prose_words().opens_reply
    answers = (entry.passages(ColumnRole.DECISION, ColumnRole.RESPONSE) for entry in entries)
    return sum(any(opens(passage.text) for passage in passages) for passages in answers) >= _MOSTLY * len(entries)


def _asking(entry: Entry, request: Section, words: frozenset[str]) -> Entry:
    """The entry of an answer with the recommendation."""
    whole = join_lines(_lines(request), words=words)
    cell = Filled(ColumnRole.RECOMMENDATION, "", whole)
    return replace(entry, cells=(cell, *entry.cells), text=whole.cut(request.opening.end))


def _lines(request: Section) -> tuple[Line, ...]:
    return tuple(line for paragraph in request.paragraphs for line in paragraph.lines)

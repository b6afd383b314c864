"""Targets that were put off or brought forward: which of two dates is the original one, and which holds now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from re import Pattern

from extract.findings import Span
from extract.records import DateExpression
from extract.vocabulary.dates import DateWords, RevisionMark, phrase_pattern

_REACH = 60
_FAR = 90
_FILLERS = (
    r"(?:\s*\b(?:target|completion|end|delivery|implementation|due|date|deadline|timescale|timetable|milestone|is|was|of|for|to"
    r"|in|by|on|at|the|set|planned|expected|anticipated|scheduled|be|been|held|until)\b)*[\s:(\[–—-]*$"
)
_CLOSED = r"^\s*[(\[]?\s*(?:{})(?:\s+(?:target|date|deadline))?\s*[)\]]"
_TO = re.compile(r"\s*(?:to|until|till)\s+(?:the\s+)?")
_ASIDE = re.compile(r"[\s,;:.(\[–—-]*")
_LINKED = re.compile(
    r"[\s,;:.(\[–—-]*(?:(?:and|but|has|have|had|which|this|it|was|is|been|since|now|later|then|subsequently)\s+)*"
)
_STRUCK = "~~"


@dataclass(frozen=True, slots=True)
class Revision:
    """A target that was changed: the date that was set first, and the one that holds."""

    original: DateExpression
    revised: DateExpression


def find_revisions(text: str, dates: Sequence[DateExpression], words: DateWords) -> tuple[Revision, ...]:
    """The dates of a field that were changed for others: ``March 2025 (revised: June 2025)``; empty where none was.

    Args:
        text: the field's text.
        dates: its expressions, in order, as ``find_dates`` gives them.
        words: the vocabulary of dates.
    """
    spans = [Span(each.start, each.end) for each in dates]
    return tuple(Revision(dates[old], dates[new]) for old, new in pairs_of(text, spans, words))


def pairs_of(text: str, spans: Sequence[Span], words: DateWords) -> tuple[tuple[int, int], ...]:
    """Of expressions in order those of a changed target, as places in the sequence: the original, the revised."""
    found = list[tuple[int, int]]()
    for at, (first, second) in enumerate(pairwise(spans)):
        taken = bool(found) and at in found[-1]
        if taken or second.start - first.end > _FAR:
            continue
        if (original := _original(text, first, second, words)) is not None:
            found.append((at + original, at + 1 - original))
    return tuple(found)


def moves_from(text: str, start: int, words: DateWords) -> bool:
    """Whether the words before an offset say that a target was moved from there: ``slipped from``."""
    return RevisionMark.MOVED in _before(text, start, 0, words)


def _original(text: str, first: Span, second: Span, words: DateWords) -> int | None:
    """Which of two dates that follow each other is the original of the other, 0 or 1; ``None`` if neither is."""
    between = text[first.end : second.start]
    marks = _marks(text, first, 0, words), _marks(text, second, first.end, words)
    old = [bool(each & {RevisionMark.ORIGINAL, RevisionMark.MOVED}) for each in marks]
    new = [RevisionMark.REVISED in each for each in marks]
    if RevisionMark.MOVED in marks[0] and _TO.fullmatch(between):
        return 0
    if any(old) and any(new) and old != new:
        return None if all(old) or all(new) else old.index(True)
    if old[1] and not any(marks[0]) and _is_aside(between, _ASIDE, RevisionMark.ORIGINAL, words):
        return 1
    if new[1] and not any(marks[0]) and _is_aside(between, _LINKED, RevisionMark.REVISED, words):
        return 0
    return 0 if old[0] and RevisionMark.MOVED not in marks[0] and not between.strip(f" \n~{_STRUCK}") else None


def _is_aside(between: str, opening: Pattern[str], mark: RevisionMark, words: DateWords) -> bool:
    """Whether nothing but the mark and what opens it stands between two dates."""
    opened = opening.match(between)
    rest = between[opened.end() if opened else 0 :]
    return not rest.strip() or any(
        (found := pattern.match(rest)) is not None and re.fullmatch(_FILLERS, rest[found.end() :]) is not None
        for each, pattern in _phrases(words)
        if each is mark
    )


def _marks(text: str, span: Span, least: int, words: DateWords) -> frozenset[RevisionMark]:
    """What the words before a date, the strokes around it or a bracket after it say of it."""
    struck = text[: span.start].endswith(_STRUCK) and text[span.end :].lstrip().startswith(_STRUCK)
    after = text[span.end : span.end + _REACH]
    closed = {mark for mark, pattern in _closings(words) if pattern.match(after)}
    return frozenset((*_before(text, span.start, least, words), *closed, *((RevisionMark.ORIGINAL,) if struck else ())))


def _before(text: str, start: int, least: int, words: DateWords) -> Iterator[RevisionMark]:
    ahead = text[max(least, start - _REACH) : start]
    yield from (mark for mark, pattern in _leads(words) if pattern.search(ahead))


@lru_cache(maxsize=4)
def _phrases(words: DateWords) -> tuple[tuple[RevisionMark, Pattern[str]], ...]:
    return tuple((each.mark, phrase_pattern(each)) for each in words.revisions)


@lru_cache(maxsize=4)
def _leads(words: DateWords) -> tuple[tuple[RevisionMark, Pattern[str]], ...]:
    return tuple((mark, re.compile(found.pattern + _FILLERS, found.flags)) for mark, found in _phrases(words))


@lru_cache(maxsize=4)
def _closings(words: DateWords) -> tuple[tuple[RevisionMark, Pattern[str]], ...]:
    return tuple((mark, re.compile(_CLOSED.format(found.pattern), found.flags)) for mark, found in _phrases(words))

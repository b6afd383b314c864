"""Expressions of time found in a field and resolved, step by step: match, choose, join, resolve."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import takewhile
from re import Match, Pattern

from msgspec.structs import replace as replace_fields

from extract.facts.dates.day_rules import day_rules
from extract.facts.dates.duration_rules import duration_rules
from extract.facts.dates.feast_rules import feast_rules
from extract.facts.dates.found import Ahead, Around, Found, Meaning, Range, Rule, Steady, UpTo
from extract.facts.dates.grammar import grammar_of
from extract.facts.dates.joining import join_ranges
from extract.facts.dates.mending import mended
from extract.facts.dates.moments import Days, Moment
from extract.facts.dates.month_rules import month_rules
from extract.facts.dates.open_rules import open_rules
from extract.facts.dates.quarter_rules import quarter_rules
from extract.facts.dates.recurrence_rules import recurrence_rules
from extract.facts.dates.resolve import interval_of, precision_of, resolve, type_of, value_of
from extract.facts.dates.revisions import pairs_of
from extract.facts.dates.roles import role_of
from extract.facts.dates.tense import is_past
from extract.facts.dates.term_rules import term_rules
from extract.facts.dates.told_rules import told_rules
from extract.facts.dates.updates import find_updates
from extract.facts.dates.year_rules import year_rules
from extract.findings import Span
from extract.records import Because, DateExpression, DateRole, DateType, Field, Reasons
from extract.vocabulary.dates import DateWords

_AROUND = 60
_LONGEST = 200
_OF_ONE_TIME = frozenset({Field.TEXT, Field.TIMESCALE})
"""Fields that hold no updates."""


def find_dates(text: str, field: Field, anchor: date | None, words: DateWords) -> tuple[DateExpression, ...]:
    """The expressions of calendar time, duration and frequency in a field, in order and not overlapping.

    Args:
        text: the field's text; every expression obeys ``text[start:end] == expression.text``.
        field: the field that the text is of; in a timescale cell a bare year, month or word stands for a time.
        anchor: the document's date, from which what is relative or without a year is resolved.
        words: the vocabulary of dates.
    """
    if field is Field.TIMESCALE and (whole := mended(text, words))[0] != text:
        return tuple(_printed(each, text, whole[1]) for each in find_dates(whole[0], field, anchor, words))
    around = Around(grammar_of(words), field, anchor, text)
    found = _found(around)
    roles = _roles_of_revised(found, text, words)
    updates = [] if field in _OF_ONE_TIME else list(find_updates(text, found))
    if not updates:
        return tuple(_expression(each, around, roles.get(at)) for at, each in enumerate(found))
    return tuple(
        _expression(each, there, roles.get(at)) for at, (each, there) in enumerate(_dated(around, found, updates))
    )


def _found(around: Around) -> list[Found]:
    windows = _windows(around)
    candidates = _candidates(rules_of(around.grammar.words), around, windows)
    return join_ranges(choose(candidates, _shadows(around, windows)), around.text, around.grammar.words)


def _dated(
    around: Around, found: Sequence[Found], updates: Sequence[tuple[Span, Days]]
) -> Iterator[tuple[Found, Around]]:
    """The expressions of a field in updates, each with the date that it counts from: that of its update."""
    yield from ((each, around) for each in found if each.start < updates[0][0].start)
    for span, days in updates:
        there = replace(around, anchor=days.last, since=days.first)
        for each in _found(replace(there, text=span.of(around.text))):
            yield replace(each, start=each.start + span.start, end=each.end + span.start), there


def _roles_of_revised(found: Sequence[Found], text: str, words: DateWords) -> dict[int, DateRole]:
    """The roles of targets that were changed: the one that holds is the deadline, the original is no more than told."""
    roles = dict[int, DateRole]()
    for original, revised in pairs_of(text, [Span(each.start, each.end) for each in found], words):
        roles |= {original: DateRole.EVENT, revised: DateRole.DEADLINE}
    return roles


def _printed(found: DateExpression, text: str, places: Sequence[int]) -> DateExpression:
    """The expression with its place in the text as printed."""
    start, end = places[found.start], places[found.end - 1] + 1
    return replace_fields(found, text=text[start:end], start=start, end=end)


@lru_cache(maxsize=4)
def rules_of(words: DateWords) -> tuple[Rule, ...]:
    """The rules of the grammar for a vocabulary."""
    grammar = grammar_of(words)
    days = (*day_rules(grammar), *feast_rules(grammar))
    longer = (*month_rules(grammar), *term_rules(grammar), *year_rules(grammar), *quarter_rules(grammar))
    longer = (*longer, *told_rules(grammar), *duration_rules(grammar))
    return (*days, *longer, *recurrence_rules(grammar), *open_rules(grammar))


def _candidates(rules: Sequence[Rule], around: Around, windows: Sequence[tuple[int, int]]) -> list[Found]:
    found, lowered = list[Found](), around.text.lower()
    for rule in rules:
        if rule.needs and not any(word in lowered for word in rule.needs):
            continue
        for match in _matches(rule.pattern, around.text, None if rule.anywhere else windows):
            meaning = rule.read(match, around)
            if meaning is not None:
                start, end = match.span("span" if "span" in rule.pattern.groupindex else 0)
                found.append(Found(start, end, meaning, rule.bare, rule.code))
    return [_trimmed(each, around.text) for each in found]


def _windows(around: Around) -> list[tuple[int, int]]:
    """The stretches of the text that hold a digit or the name of a time, with what stands around them.

    Most of a page holds none, and the patterns of dates cost more than the search for these.
    """
    windows = list[tuple[int, int]]()
    for hint in around.grammar.hints.finditer(around.text):
        start, end = max(0, hint.start() - _AROUND), min(len(around.text), hint.end() + _AROUND)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _matches(pattern: Pattern[str], text: str, windows: Sequence[tuple[int, int]] | None) -> Iterator[Match[str]]:
    if windows is None:
        yield from pattern.finditer(text)
        return
    for start, end in windows:
        yield from pattern.finditer(text, start, end)


def _trimmed(found: Found, text: str) -> Found:
    """The expression without white space or punctuation at its ends."""
    words = text[found.start : found.end]
    start = found.start + len(words) - len(words.lstrip())
    return replace(found, start=start, end=found.start + len(words.rstrip(" \n\t,.(")))


@dataclass(frozen=True, slots=True)
class _Shadow:
    start: int
    end: int
    bare: bool


def _shadows(around: Around, windows: Sequence[tuple[int, int]]) -> list[_Shadow]:
    return [
        _Shadow(match.start(), match.end(), phrase.bare)
        for pattern, phrase in around.grammar.friends
        for match in _matches(pattern, around.text, windows)
    ]


def choose(candidates: Iterable[Found], shadows: Sequence[_Shadow]) -> list[Found]:
    """The candidates in no false friend that do not overlap, in order: the earliest wins, then the longest."""
    chosen, shadows = list[Found](), sorted(shadows, key=lambda shadow: shadow.start)
    for each in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if chosen and each.start < chosen[-1].end:
            continue
        first = bisect_left(shadows, each.start - _LONGEST, key=lambda shadow: shadow.start)
        near = takewhile(lambda shadow: shadow.start < each.end, shadows[first : first + _LONGEST])  # noqa: B023 - used at once
        if not any(_hides(shadow, each) for shadow in near):
            chosen.append(each)
    return chosen


def _hides(shadow: _Shadow, found: Found) -> bool:
    """Whether a false friend takes an expression away: not where the expression says more, nor an open one as long."""
    if found.bare < shadow.bare or not (shadow.start < found.end and found.start < shadow.end):
        return False
    if not (found.start <= shadow.start and shadow.end <= found.end):
        return True
    is_open = isinstance(found.meaning, Steady) and found.meaning.type is DateType.OPEN
    return (shadow.start, shadow.end) == (found.start, found.end) and not is_open


def _expression(found: Found, around: Around, role: DateRole | None) -> DateExpression:
    past = _needs_tense(found) and is_past(
        around.text,
        found.start,
        found.end,
        around.grammar.words.tense,
        untold=around.field is Field.PROGRESS,
    )
    anchor = around.anchor if past or not around.since else around.since
    days, last = resolve(found.meaning, anchor, past=past)
    kind = type_of(found.meaning, days)
    text = around.text[found.start : found.end]
    return DateExpression(
        text=text,
        field=around.field,
        start=found.start,
        end=found.end,
        type=kind,
        interval=interval_of(days, last),
        value=value_of(found.meaning, days),
        precision=precision_of(found.meaning),
        role=role or role_of(found, kind, around),
        because=_because(found, text, from_document=days is not None and _lacks_year(found.meaning)),
    )


def _because(found: Found, words: str, *, from_document: bool) -> Reasons:
    rules = (found.rule, "date_from_document") if from_document else (found.rule,)
    return tuple(Because(rule=rule, words=words) for rule in rules)


def _lacks_year(meaning: Meaning) -> bool:
    """Whether an expression says no year of its own, so that its days depend on the document's date."""
    last = meaning.last if isinstance(meaning, Range | UpTo) else meaning
    return isinstance(last, Ahead) or (isinstance(last, Moment) and last.year is None)


def _needs_tense(found: Found) -> bool:
    meaning = found.meaning
    if isinstance(meaning, Range | UpTo):
        return meaning.last.year is None
    return isinstance(meaning, Moment) and meaning.year is None and meaning.shift is None

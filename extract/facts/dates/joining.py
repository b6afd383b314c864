"""Expressions that are the two ends of one time, made one: ``11 September to 20 October 2023``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.facts.dates.found import Found, Range, Steady, UpTo
from extract.facts.dates.moments import Moment
from extract.facts.dates.resolve import sharing_years
from extract.facts.dates.revisions import moves_from
from extract.records import DateType, Precision
from extract.vocabulary.dates import DateWords

_RANGE = re.compile(r"\s?(?:[-–—]|\bto\b|\buntil\b|\btill\b|\bthrough(?:\sto)?\b|\bup\sto\b)\s?(?:the\s)?")
_PAIR = re.compile(r"\s?(?:/|\bor\b)\s?")
_AND = re.compile(r"\s?(?:\band\b|&)\s?(?:the\s)?")
_LIST = re.compile(r"\s?(?:,|,?\s?\band\b|&|,?\s?\bor\b)\s?")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN_NOW = re.compile(r"\b(?:between|from)\s(?P<now>now)\s(?:and|to|until)\s$", re.IGNORECASE)
_UP_TO = re.compile(r"\s(?:(?:up\s)?to|ending|ended|to\sthe\send\sof)\s(?:the\s)?(?:in\s)?", re.IGNORECASE)
_UNIT_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_UNIT_TO = re.compile(
    r"\b(?:the\s)?(?:financial\s)?(?P<unit>year|quarter|month)\s(?:to|ending|ended)\s$", re.IGNORECASE
)
_BEFORE = 40
_LAST_DAY = 31


def join_ranges(found: Sequence[Found], text: str, words: DateWords) -> list[Found]:
    """The expressions with those that are the two ends of one made one: ``11 September to 20 October 2023``."""
    joined = list[Found]()
    for each in found:
        if joined and (pair := _moved(joined[-1], each, text, words) or _joined(joined[-1], each, text)):
            joined[-1:] = pair
        else:
            joined.append(_reaching(each, text))
    return joined


def _reaching(found: Found, text: str) -> Found:
    """The expression with the words before it that make it a stretch: ``now and 2030``, ``the year to March 2024``."""
    if not isinstance(found.meaning, Moment):
        return found
    from_here = max(0, found.start - _BEFORE)
    before = text[from_here : found.start]
    if now := _BETWEEN_NOW.search(before):
        return Found(from_here + now.start("now"), found.end, Range(None, found.meaning), rule="date_range")
    if unit := _UNIT_TO.search(before):
        months = _UNIT_MONTHS[unit["unit"].lower()]
        return Found(from_here + unit.start(), found.end, UpTo(months, found.meaning), rule="date_up_to")
    return found


def _moved(before: Found, after: Found, text: str, words: DateWords) -> list[Found] | None:
    """Both ends with a shared year, where a target was moved from one to the other and they are no range."""
    first, last = before.meaning, after.meaning
    if not (
        isinstance(first, Moment) and isinstance(last, Moment) and _RANGE.fullmatch(text[before.end : after.start])
    ):
        return None
    if not moves_from(text, before.start, words):
        return None
    first, last = sharing_years(first, last)
    return [replace(before, meaning=first), replace(after, meaning=last)]


def _joined(before: Found, after: Found, text: str) -> list[Found] | None:
    """One range, or both with a shared year, or ``None`` where they have nothing to do with each other."""
    first, last = before.meaning, after.meaning
    if isinstance(first, Steady) and isinstance(last, Moment):
        return _up_to(before, first, after, text)
    if not (isinstance(first, Moment) and isinstance(last, Moment)):
        return None
    between = text[before.end : after.start]
    if _one_time(first, last, between, text[max(0, before.start - _BEFORE) : before.start]):
        first, last = sharing_years(first, last)
        if _is_reversed(first, last):
            return None
        return [Found(before.start, after.end, Range(first, last), rule="date_range")]
    if first.year is None and last.year is not None and _LIST.fullmatch(between) and first.precision is last.precision:
        return [replace(before, meaning=sharing_years(first, last)[0]), after]
    return None


def _is_reversed(first: Moment, last: Moment) -> bool:
    """Whether the first begins after the last ends, where both have their year."""
    if first.year is None or last.year is None:
        return False
    return (first.year, first.month, first.day or 0) > (last.year, last.month, last.day or _LAST_DAY)


def _up_to(before: Found, length: Steady, after: Found, text: str) -> list[Found] | None:
    """``the six months to December`` as one period."""
    months = re.fullmatch(r"P(\d{1,3})([MY])", length.value or "")
    if length.type is not DateType.DURATION or not months or not isinstance(after.meaning, Moment):
        return None
    if not _UP_TO.fullmatch(text[before.end : after.start]):
        return None
    meaning = UpTo(int(months[1]) * (12 if months[2] == "Y" else 1), after.meaning)
    return [Found(before.start, after.end, meaning, rule="date_up_to")]


def _one_time(first: Moment, last: Moment, between: str, before: str) -> bool:
    if _RANGE.fullmatch(between):
        return True
    if _AND.fullmatch(between) and _BETWEEN.search(before):
        return True
    pairs = first.year is None and first.precision is last.precision and first.day is None
    neighbours = (last.month - first.month) % 12 <= first.months
    if _PAIR.fullmatch(between):
        return pairs or (first.part is not None and last.part is not None and first.year is not None)
    return pairs and neighbours and first.precision is not Precision.YEAR and _AND.fullmatch(between) is not None

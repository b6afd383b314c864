"""Rules for days and weeks by their number: ``31 March 2023``, ``w/c 4/11/24``, ``5-7 June``."""

import re
from dataclasses import replace
from re import Match

from extract.facts.dates.context import is_cell
from extract.facts.dates.found import Around, Meaning, Range, Rule, Steady
from extract.facts.dates.grammar import DAY, LEFT, ORDINAL_DAY, RIGHT, YEAR, Grammar
from extract.facts.dates.moments import Moment, days_of
from extract.facts.dates.years import OF_YEAR, YEAR_AFTER, full_year, year_of
from extract.records import DateType, Precision

_MONTHS = 12
_LEAP = 2024
_MONDAY = 0
_LEAST_SHORT_YEAR = 20
_LAST_DAY = 31
_WEEK = r"(?P<week>(?i:w/?c|w/?b|w/?e|week\s+(?:commencing|beginning|ending|of|starting))\.?:?\s+(?:the\s+)?)?"
_FIRST = rf"(?P<day>{DAY})(?:\s?(?:st|nd|rd|th)(?![a-z]))?"


def day_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of days and weeks for a vocabulary."""
    return (*_named_rules(grammar), *_numeric_rules())


def _month(grammar: Grammar) -> str:
    return rf"(?P<month>{grammar.fragments.month})\b\.?"


def _named_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``Friday 31 March 2023``, ``March 31st``, ``5-7 June``, the first of ``5, 6 and 7 June``."""
    f, month = grammar.fragments, _month(grammar)
    weekday = rf"(?:(?P<weekday>{f.weekday})\.?,?\s+(?:the\s+)?)?"
    return (
        Rule(
            re.compile(rf"{LEFT}{_WEEK}{weekday}{_FIRST}(?:(?:\s+of)?[\s-]\s?)?{month}{YEAR_AFTER}{RIGHT}"), _read_day
        ),
        Rule(
            re.compile(rf"{LEFT}{_WEEK}{weekday}{month}\s+{_FIRST},?(?:\s+(?P<year>{YEAR})|\s+{OF_YEAR})?{RIGHT}"),
            _read_american_day,
        ),
        Rule(
            re.compile(
                rf"{LEFT}{weekday}(?P<from>{ORDINAL_DAY})\s?(?:-|–|—|to|until|and|&|/)\s?(?:(?i:{f.weekday})\s+)?{_FIRST}(?:\s+of)?\s+{month}{YEAR_AFTER}{RIGHT}"
            ),
            _read_days,
        ),
        Rule(
            re.compile(
                rf"{LEFT}{_FIRST}(?=(?:,\s?{ORDINAL_DAY})*,?\s(?:and|&)\s(?:the\s)?{ORDINAL_DAY}(?:\s+of)?\s{month}{YEAR_AFTER}{RIGHT})"
            ),
            _read_day,
        ),
    )


def _numeric_rules() -> tuple[Rule, ...]:
    """``14/11/2024``, ``2024-11-14``."""
    return (
        Rule(
            re.compile(
                rf"{LEFT}{_WEEK}(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>{YEAR}|\d\d)(?![\w%])(?![/.,-]\d)"
            ),
            _read_numeric_day,
        ),
        Rule(
            re.compile(rf"{LEFT}(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+Z?)?(?![\w-])"),
            _read_numeric_day,
        ),
        Rule(re.compile(r"(?<![\w£/.,-])(?P<day>\d\d?)/(?P<month>\d\d)(?![\w/%])(?!\s(?:of|\w+s)\b)"), _read_short_day),
    )


def _read_day(match: Match[str], around: Around) -> Meaning | None:
    groups = match.groupdict()
    return _existing(_day(groups, around, year_of(groups, around)))


def _existing(day: Moment) -> Meaning:
    """The day; where the calendar has none such (31 June 2025) a date of which no more is known."""
    return day if days_of(day, day.year or _LEAP) else Steady(DateType.DATE, None, Precision.DAY)


def _day(groups: dict[str, str | None], around: Around, year: int | None) -> Moment:
    names = around.grammar.names
    weekday, week = groups.get("weekday"), (groups.get("week") or "").lower()
    ending = "ending" in week or week.strip(" .:").replace("/", "") == "we"
    return Moment(
        Precision.WEEK if week else Precision.DAY,
        names.months[(groups["month"] or "").lower()],
        year=year,
        day=int(groups["day"] or 0),
        weekday=names.weekdays[weekday.lower()] if weekday else _MONDAY if week and not ending else None,
        week=(-1 if ending else 1) if week else 0,
    )


def _read_short_day(match: Match[str], around: Around) -> Meaning | None:
    """``by 30/09`` in a timescale cell: a day and a month, where the numbers are no running years (11/12)."""
    day, month = int(match["day"]), int(match["month"])
    if not is_cell(around) or day + 1 == month or not (1 <= month <= _MONTHS and 1 <= day <= _LAST_DAY):
        return None
    return _existing(Moment(Precision.DAY, month, day=day))


def _read_american_day(match: Match[str], around: Around) -> Meaning | None:
    """``March 31st 2023``; a number of 20 or more without ordinal or year is a year (Feb 24), not a day."""
    groups = match.groupdict()
    ordinal = re.search(r"\d\s?(?:st|nd|rd|th)\b", match[0])
    if not (ordinal or groups["year"] or groups["of"]) and int(groups["day"] or 0) >= _LEAST_SHORT_YEAR:
        return None
    return _read_day(match, around)


def _read_days(match: Match[str], around: Around) -> Meaning | None:
    """``5-7 June 2024``; ``and`` and a stroke join only days that follow each other, for others are two dates."""
    last = _read_day(match, around)
    digits = re.match(r"\d+", match["from"])
    if not isinstance(last, Moment) or last.day is None or digits is None:
        return None
    apart = last.day - int(digits[0])
    if apart < 1 or (apart > 1 and re.search(r"\s(?:and|&)\s|/", match[0][: match.start("day") - match.start()])):
        return None
    return Range(replace(last, day=int(digits[0]), weekday=None), last)


def _read_numeric_day(match: Match[str], _: Around) -> Meaning | None:
    """``14/11/2024``, ``14.11.24``, ``2024-11-14``; with stops and a short year both numbers need two digits."""
    groups = match.groupdict()
    short = len(match["year"]) == len("24")
    if short and groups.get("mark") != "/" and not (len(match["day"]) == len(match["month"]) == len("01")):
        return None
    month, day = int(match["month"]), int(match["day"])
    week = (groups.get("week") or "").lower()
    moment = Moment(
        Precision.WEEK if week else Precision.DAY, month, year=full_year(match["year"]), day=day, week=1 if week else 0
    )
    return _existing(moment) if 1 <= month <= _MONTHS and 1 <= day <= _LAST_DAY else None

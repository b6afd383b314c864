"""Rules for days and weeks by their name: ``by Christmas``, ``August bank holiday``, ``first Monday in October``."""

import re
from re import Match

from extract.facts.dates.context import is_cell, is_lead
from extract.facts.dates.found import Around, Meaning, Rule, Steady, needing
from extract.facts.dates.grammar import LEFT, RIGHT, YEAR, Grammar, plain_name
from extract.facts.dates.moments import Moment
from extract.facts.dates.years import OF_YEAR, YEAR_AFTER, year_of
from extract.records import DateType, Precision
from extract.vocabulary.dates import FeastWord

_JOINING = "and|or|but|at|to|with|the|when|so|for|in|if|subject|on|as|is|was|will|has"
_NO_NOUN = rf"(?!['’]?s?[\s-]+(?!(?:{_JOINING})\b)[A-Za-z])"
"""A noun after the name takes it away: the Christmas lights."""


def feast_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of named days, of weekdays by their number in a month, and of weeks by theirs."""
    f, month = grammar.fragments, rf"(?P<month>{grammar.fragments.month})\b\.?"
    nth = rf"(?P<nth>(?i:{f.ordinal}|last|final))\s+"
    year = rf"(?:,?\s+(?P<year>{YEAR})|\s?(?P<short>['’]\d\d)|\s+{OF_YEAR})?"
    return (
        Rule(re.compile(rf"{LEFT}(?P<feast>{f.feast}){year}{RIGHT}{_NO_NOUN}"), _read_feast, bare=True),
        *needing(
            ("week",),
            Rule(
                re.compile(rf"{LEFT}{nth}(?:(?i:full\s+))?week\s+(?:of|in)\s+{month}{YEAR_AFTER}{RIGHT}"),
                _read_nth_week,
            ),
        ),
        *needing(
            ("day", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            Rule(
                re.compile(rf"{LEFT}{nth}(?P<weekday>{f.weekday})\s+(?:of|in)\s+{month}{YEAR_AFTER}{RIGHT}"),
                _read_nth_day,
            ),
            Rule(
                re.compile(
                    rf"{LEFT}(?i:(?:next|this|this\s+coming|last))\s+{f.weekday}{RIGHT}(?!\s+\d)(?!\s+(?:of|in)\b)"
                ),
                _read_told_weekday,
            ),
        ),
    )


def _read_feast(match: Match[str], around: Around) -> Meaning | None:
    """``by Christmas``, ``Easter 2024``: the day itself; without a year only where a word leads it in."""
    year = year_of(match.groupdict(), around)
    if year is None and not (is_cell(around) or is_lead(around, match.start())):
        return None
    feast = around.grammar.names.feasts[plain_name(match["feast"])]
    return Steady(DateType.PERIOD) if feast.moon else _day_of(feast, year, around)


def _day_of(feast: FeastWord, year: int | None, around: Around) -> Moment:
    weekday = around.grammar.names.weekdays[feast.weekday] if feast.weekday else None
    return Moment(
        Precision.DAY,
        feast.month or 1,
        year=year,
        day=feast.day,
        easter=feast.easter,
        nth_day=None if weekday is None else (weekday, feast.nth),
        moved=feast.moved,
    )


def _nth(match: Match[str], around: Around) -> int:
    return around.grammar.names.ordinals.get(match["nth"].lower(), -1)


def _read_nth_week(match: Match[str], around: Around) -> Meaning:
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(Precision.WEEK, month, year=year_of(match.groupdict(), around), nth_week=_nth(match, around))


def _read_nth_day(match: Match[str], around: Around) -> Meaning:
    names = around.grammar.names
    month, weekday = names.months[match["month"].lower()], names.weekdays[match["weekday"].lower()]
    year = year_of(match.groupdict(), around)
    return Moment(Precision.DAY, month, year=year, nth_day=(weekday, _nth(match, around)))


def _read_told_weekday(_: Match[str], __: Around) -> Meaning:
    """``next Friday``: a day, and writers differ on which."""
    return Steady(DateType.DATE, None, Precision.DAY)

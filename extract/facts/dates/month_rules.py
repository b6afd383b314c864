"""Rules for months and seasons: ``March 2023``, ``the end of May``, ``Dec 25``, ``next spring``."""

import re
from dataclasses import replace
from re import Match

from extract.facts.dates.context import names_a_month, names_a_season, read_part
from extract.facts.dates.found import Around, Meaning, Rule
from extract.facts.dates.grammar import FISCAL, LEFT, RIGHT, YEAR, Grammar
from extract.facts.dates.moments import Moment, precision_with
from extract.facts.dates.years import OF_YEAR, TOLD, fiscal_start, told_shift, year_of
from extract.records import Precision

_SHORT_YEAR = r"['’]\d\d|(?:2\d|3\d)(?!\s+[a-z]+s\b)(?!\s*[-–]?\s*(?:%|year))"
_FISCAL_MONTH = 4


def month_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of months and seasons for a vocabulary."""
    return (*_month_rules(grammar), *_season_rules(grammar))


def _month_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    part = rf"(?:(?P<part>{f.part})[\s-]\s?(?:the\s+month\s+of\s+)?)?"
    month = rf"(?P<month>{f.month})\b\.?"
    year = (
        rf"(?:,?\s?(?:of\s+)?[\s-]?\s?(?P<year>{YEAR})(?!\s?[/–-]\s?\d\d\b)"
        rf"|[\s/-]?(?P<short>{_SHORT_YEAR})|,?\s{OF_YEAR})"
    )
    return (
        Rule(re.compile(rf"{LEFT}{part}{month}{year}{RIGHT}"), _read_month),
        Rule(
            re.compile(
                rf"{LEFT}{part}{month}(?=\W|$)(?:\s(?i:(?:spring\s|early\s|late\s)?bank\s+holidays?|half[\s-]term))?{RIGHT}"
            ),
            _read_bare_month,
            bare=True,
        ),
        Rule(re.compile(rf"{LEFT}{TOLD}{month}(?![\w])"), _read_told_month),
        Rule(re.compile(rf"{LEFT}(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?![\w/])"), _read_numeric_month),
    )


def _season_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    part = rf"(?:(?P<part>{f.part})[\s-]\s?(?:the\s+)?)?"
    season = rf"(?P<season>{f.season})(?!\s+(?i:(?:half[\s-]?|school\s+)?terms?|bank\s+holidays?)\b)"
    year = (
        rf"(?:\s+(?:of\s+)?|['’]?\s?)(?:(?P<fiscal>{FISCAL})|(?P<year>{YEAR})|['’](?P<short>\d\d)"
        r"|(?<=\s)(?P<last>2\d|3\d)(?=\s*(?:$|[.,;)\n]|to\b|and\b|[–-])))"
    )
    return (
        Rule(re.compile(rf"{LEFT}{part}(?:[Tt]he\s+)?{season}{year}{RIGHT}"), _read_season),
        Rule(re.compile(rf"{LEFT}(?P<year>{YEAR})\s+{season}{RIGHT}"), _read_season),
        Rule(
            re.compile(rf"{LEFT}{part}(?:[Tt]he\s+)?{season}(?:\s+months)?(?:,?\s+{OF_YEAR})?{RIGHT}"),
            _read_bare_season,
            bare=True,
        ),
        Rule(re.compile(rf"{LEFT}{TOLD}{season}{RIGHT}"), _read_told_season),
    )


def _read_month(match: Match[str], around: Around) -> Meaning:
    part = read_part(match, around)
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(precision_with(part, Precision.MONTH), month, year=year_of(match.groupdict(), around), part=part)


def _read_bare_month(match: Match[str], around: Around) -> Meaning | None:
    part = read_part(match, around)
    if part is None and not names_a_month(around, match.start("month"), match.end("month")):
        return None
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(precision_with(part, Precision.MONTH), month, part=part)


def _read_told_month(match: Match[str], around: Around) -> Meaning:
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(Precision.MONTH, month, shift=told_shift(match["shift"]))


def _read_numeric_month(match: Match[str], _: Around) -> Meaning:
    return Moment(Precision.MONTH, int(match["month"]), year=int(match["year"]))


def _season(match: Match[str], around: Around) -> Moment:
    part = read_part(match, around)
    month = around.grammar.names.seasons[match["season"].lower()]
    return Moment(precision_with(part, Precision.SEASON), month, 3, part=part)


def _read_season(match: Match[str], around: Around) -> Meaning | None:
    groups, moment = match.groupdict(), _season(match, around)
    if not groups.get("fiscal"):
        return replace(moment, year=year_of(groups, around))
    first = fiscal_start(groups["fiscal"] or "")
    if first is None:
        return None
    return replace(moment, year=first + (moment.month < _FISCAL_MONTH))


def _read_bare_season(match: Match[str], around: Around) -> Meaning | None:
    if around.grammar.season_nouns.match(around.text, match.end()):
        return None
    year = year_of(match.groupdict(), around)
    told_so = read_part(match, around) or match["of"]
    if not told_so and not names_a_season(around, match.start("season"), match.end("season")):
        return None
    return replace(_season(match, around), year=year)


def _read_told_season(match: Match[str], around: Around) -> Meaning | None:
    if around.grammar.season_nouns.match(around.text, match.end()):
        return None
    return replace(_season(match, around), shift=told_shift(match["shift"]))

"""Rules for school terms and half terms: ``the autumn term 2025``, ``October half term``, ``Term 3``."""

import re
from dataclasses import replace
from re import Match

from extract.facts.dates.context import is_cell, is_lead, read_part
from extract.facts.dates.found import Around, Meaning, Range, Rule, Steady, needing
from extract.facts.dates.grammar import FISCAL, LEFT, RIGHT, YEAR, Grammar
from extract.facts.dates.moments import Moment, precision_with
from extract.facts.dates.resolve import sharing_years
from extract.facts.dates.years import OF_YEAR, TOLD, fiscal_start, told_shift, year_of
from extract.records import DateType, Precision

_SCHOOL_YEAR = 9  # the month in which it begins


def term_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of school terms and of the holidays between them for a vocabulary."""
    f = grammar.fragments
    part = rf"(?:(?P<part>{f.part})[\s-]\s?)?(?:[Tt]he\s+)?"
    year = (
        rf"(?:(?:,?\s+(?:of\s+|in\s+)?)(?:(?P<fiscal>{FISCAL})|(?P<year>{YEAR}))|\s?(?P<short>['’]\d\d)"
        rf"|\s(?P<last>2\d|3\d)(?=\s*(?:$|[.,;)\n]))|,?\s{OF_YEAR})?"
    )
    season, term = rf"(?P<season>{f.season})", r"(?i:(?:school\s+)?terms?)(?![\s-]time)"
    terms = needing(
        ("term",),
        Rule(re.compile(rf"{LEFT}{part}{season}\s+{term}{year}{RIGHT}"), _read_term),
        Rule(re.compile(rf"{LEFT}(?P<year>{YEAR})\s+{season}\s+{term}{RIGHT}"), _read_term),
        Rule(re.compile(rf"{LEFT}{TOLD}{season}\s+{term}{RIGHT}"), _read_told_term),
        Rule(
            re.compile(rf"{LEFT}(?P<first>{f.season})(?:\s(?:and|to|&)\s|\s?[/–-]\s?){season}\s+{term}{year}{RIGHT}"),
            _read_terms,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?:[Tt]he\s+)?(?:{season}|(?P<month>{f.month}))\s+(?i:half[\s-]?term)"
                rf"(?:(?:,?\s+(?:of\s+)?)(?P<year>{YEAR})|\s?(?P<short>['’]\d\d))?{RIGHT}"
            ),
            _read_half_term,
        ),
        Rule(re.compile(rf"{LEFT}(?i:term)\s+[1-6](?:,?\s+(?:of\s+)?{FISCAL})?{RIGHT}"), _read_numbered),
    )
    return (*terms, *_holiday_rules(grammar))


def _holiday_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    holidays = rf"(?:{f.season}|{f.feast}|(?i:half[\s-]?term))\s+(?i:(?:school\s+)?(?:holidays?|break|recess))"
    return needing(
        ("holiday", "break", "recess"),
        Rule(re.compile(rf"{LEFT}{holidays}\s+(?:of\s+|in\s+)?(?:{FISCAL}|{YEAR}){RIGHT}"), _read_holidays),
    )


def _term(season: str, groups: dict[str, str | None], around: Around) -> Moment:
    """The term of a season; the year of ``2025/26`` is the school year's, and the spring term is in its second half."""
    term = around.grammar.names.terms[around.grammar.names.seasons[season.lower()]]
    whole = Moment(Precision.SEASON, term.month, term.months)
    if groups.get("fiscal"):
        first = fiscal_start(groups["fiscal"] or "")
        return replace(whole, year=None if first is None else first + (term.month < _SCHOOL_YEAR))
    return replace(whole, year=year_of(groups, around))


def _read_term(match: Match[str], around: Around) -> Meaning | None:
    part = read_part(match, around)
    term = _term(match["season"], match.groupdict(), around)
    return replace(term, part=part, precision=precision_with(part, Precision.SEASON))


def _read_told_term(match: Match[str], around: Around) -> Meaning | None:
    return replace(_term(match["season"], {}, around), shift=told_shift(match["shift"]))


def _read_terms(match: Match[str], around: Around) -> Meaning | None:
    """``spring and summer terms 2026``, as one period."""
    last = _term(match["season"], match.groupdict(), around)
    first = replace(_term(match["first"], {}, around), year=None)
    return Range(*sharing_years(first, last))


def _read_half_term(match: Match[str], around: Around) -> Meaning | None:
    """``spring half term 2026``: the month that holds it, for its week differs from place to place."""
    names = around.grammar.names
    month = names.months[match["month"].lower()] if match["month"] else None
    month = month or names.terms[names.seasons[match["season"].lower()]].half
    return Moment(Precision.MONTH, month, year=year_of(match.groupdict(), around))


def _read_numbered(match: Match[str], around: Around) -> Meaning | None:
    """``Term 3``: which of six terms it is, where schools have so many; their days are each place's own."""
    return Steady(DateType.PERIOD) if is_cell(around) or is_lead(around, match.start()) else None


def _read_holidays(_: Match[str], __: Around) -> Meaning:
    """``the summer holidays 2025``: each authority sets its own."""
    return Steady(DateType.PERIOD)

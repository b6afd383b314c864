"""Rules for years of every kind: ``2024/25``, ``the 2025 financial year``, ``2021 to 2023``, ``next year``."""

import re
from re import Match

from extract.facts.dates.context import is_cell, is_lead, names_a_year, opens, read_part
from extract.facts.dates.found import Around, Meaning, Range, Rule, needing
from extract.facts.dates.grammar import LEFT, RIGHT, YEAR, Grammar
from extract.facts.dates.moments import Moment, partly
from extract.facts.dates.years import (
    printed_year,
    read_printed_year,
    read_told_year,
    told_year,
)
from extract.records import Precision
from extract.vocabulary.dates import Part

_MONTHS = 12
_SHORT = len("24/25")


def year_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of years for a vocabulary."""
    part = rf"(?:(?P<part>{grammar.fragments.part})[\s-]\s?(?:the\s+)?)?"
    kind = grammar.fragments.kind
    span = r"\s?(?:[-–—/]|to|and|until)\s?"
    return (
        Rule(re.compile(rf"{LEFT}{part}{printed_year(grammar)}{RIGHT}(?!\s?[/–-]\s?\d)"), _read_year, bare=True),
        Rule(re.compile(rf"{LEFT}(?P<first>{YEAR}){span}(?P<last>{YEAR}|\d\d){RIGHT}(?![/–-]\d)"), _read_years),
        *needing(
            ("year",),
            Rule(re.compile(rf"{LEFT}{part}{told_year(grammar)}{RIGHT}"), _read_told),
            Rule(
                re.compile(
                    rf"{LEFT}(?P<part>(?i:year[\s-]?end|end)(?=\s+of\s+(?i:the\s+)?{kind}))\s+of\s+(?P<told>(?i:{kind})\s+year){RIGHT}"
                ),
                _read_end,
            ),
            Rule(re.compile(rf"{LEFT}(?P<told>{kind}\s+year)[\s-](?:end|close){RIGHT}"), _read_end),
            Rule(
                re.compile(rf"{LEFT}(?i:year[\s-]end)\s+(?:of\s+)?{printed_year(grammar)}{RIGHT}"), _read_end_of_printed
            ),
        ),
    )


def _read_year(match: Match[str], around: Around) -> Meaning | None:
    groups, part = match.groupdict(), read_part(match, around)
    moment = read_printed_year(match, around)
    if moment is None:
        return None
    named = groups["kind_before"] or groups["kind_after"] or groups["fy"] or part
    fiscal = groups["fiscal"] and len(groups["fiscal"].replace(" ", "")) > _SHORT
    if not (named or fiscal):
        start = match.start("fiscal") if groups["fiscal"] else match.start("year")
        if (
            groups["short"]
            or (groups["fiscal"] and not _leads_short(around, match))
            or (groups["year"] and not names_a_year(around, start, match.end()))
        ):
            return None
    return partly(moment, part)


def _leads_short(around: Around, match: Match[str]) -> bool:
    """Whether ``24/25`` is a year: led in, or in a timescale cell, and not from before the century's teens."""
    return match["fiscal"] >= "15" and (is_cell(around) or is_lead(around, match.start()))


def _read_years(match: Match[str], around: Around) -> Meaning | None:
    """``2021 to 2023``: calendar years, unless the second follows the first with a stroke between (2024-25)."""
    if not (is_cell(around) or is_lead(around, match.start()) or opens(around, match.start())):
        return None
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == len("2024") else first // 100 * 100 + int(match["last"])
    words = re.search(r"\s(?:to|and|until)\s", match[0])
    if last <= first or (words and len(match["last"]) == len("24")):
        return None
    if (words and "and" in words[0] and not re.search(r"between\s+$", around.text[: match.start()])) or (
        not words and last == first + 1
    ):
        return None
    return Range(Moment(Precision.YEAR, 1, _MONTHS, year=first), Moment(Precision.YEAR, 1, _MONTHS, year=last))


def _read_told(match: Match[str], around: Around) -> Meaning | None:
    part = read_part(match, around)
    if (
        match["shift"].lower() in {"the", "new"}
        and not match["kind_told"]
        and (part is None or match["shift"].lower() == "new")
    ):
        return None
    if match["shift"].lower() == "the" and not part and not is_lead(around, match.start()):
        return None
    return partly(read_told_year(match, around), part)


def _read_end(match: Match[str], around: Around) -> Meaning:
    kind = match["told"].split()[0].lower()
    word = around.grammar.names.years[kind]
    return Moment(Precision.DAY, word.month, _MONTHS, part=Part.END)


def _read_end_of_printed(match: Match[str], around: Around) -> Meaning | None:
    whole = read_printed_year(match, around)
    return None if whole is None else partly(whole, Part.END)

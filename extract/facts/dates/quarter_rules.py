"""Rules for quarters and halves of years: ``Q1 2023/24``, ``Qtr 3``, ``the final quarter of 2025/26``, ``H1``."""

import re
from dataclasses import replace
from datetime import date
from re import Match

from extract.facts.dates.context import is_cell, is_lead, read_part
from extract.facts.dates.found import Around, Meaning, Rule, needing
from extract.facts.dates.grammar import LEFT, RIGHT, Grammar
from extract.facts.dates.moments import Moment, partly
from extract.facts.dates.years import printed_year, read_printed_year, read_told_year, told_year
from extract.records import Precision

_NEEDS = ("quarter", "qtr", *(f"{letter}{space}{digit}" for letter in "qh" for space in ("", " ") for digit in "1234"))
_FISCAL_MONTH = 4
_QUARTERS = 4
_ASKING = "asked|asks|respon|question|of the survey"
_QUESTION = "how|what|which|who|why|where|when|do|does|did|is|are|have|has|would|could|can|please"
"""What follows the number of a question (Q4: How often …), which is no quarter."""


def quarter_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of quarters and halves for a vocabulary."""
    f = grammar.fragments
    number = (
        rf"(?:(?:the\s+)?(?:F?Q\s?(?P<digit>[1-4])(?:\s?(?:[/&–-]|(?:and|to)\s(?=F?Q))\s?(?:F?Q\s?)?(?P<upto>[2-4])(?!\d|\s?[/–-]))?"
        rf"|(?i:(?:quarters|qtrs)\s(?P<first>[1-4]|{f.number})\s?(?:[/&–-]|and|to)\s?(?P<second>[2-4]|{f.number}))"
        rf"|(?i:(?:quarter|qtr)\.?\s*(?P<after>[1-4]|{f.number}))|(?P<ordinal>{f.ordinal}|(?i:final|last))\s+(?i:quarter|qtr)))"
    )
    half = r"(?:H(?P<half>[12]))"
    part = rf"(?:(?P<part>{f.part})[\s-]\s?(?:the\s+)?)?"
    of = r"[\s,]*(?:(?i:of|in|for)\s+)?(?:the\s+)?(?P<open>\()?"
    return needing(
        _NEEDS,
        Rule(
            re.compile(
                rf"{LEFT}{part}(?:{number}|{half}){of}(?:{printed_year(grammar)}|{told_year(grammar)})(?(open)\)|){RIGHT}"
            ),
            _read_quarter,
        ),
        Rule(re.compile(rf"{LEFT}{printed_year(grammar)}[\s,:-]+{part}(?:{number}|{half}){RIGHT}"), _read_quarter),
        Rule(
            re.compile(
                rf"{LEFT}{part}(?:{number}|{half})(?!\w)(?!\s+(?i:of|report|{_ASKING}))(?!\s?[:.]\s?(?i:{_QUESTION})\b)"
            ),
            _read_bare_quarter,
        ),
    )


def _quarter_number(match: Match[str], around: Around) -> int:
    groups = match.groupdict()
    names = around.grammar.names
    if groups["digit"]:
        return int(groups["digit"])
    if after := groups["after"] or groups["first"]:
        return _number_of(after, around)
    return names.ordinals.get((groups["ordinal"] or "").lower(), _QUARTERS)


def _number_of(printed: str, around: Around) -> int:
    return around.grammar.names.numbers.get(printed.lower()) or int(printed)


def _stretch(match: Match[str], around: Around, first_month: int) -> Moment:
    """The quarter or half of a year that starts in ``first_month``."""
    if half := match["half"]:
        return Moment(Precision.HALF, first_month + 6 * (int(half) - 1), 6)
    number = min(_quarter_number(match, around), _QUARTERS)
    last = max(number, _number_of(match["upto"] or match["second"] or str(number), around))
    return Moment(Precision.QUARTER, first_month + 3 * (number - 1), 3 * (last - number + 1))


def _read_quarter(match: Match[str], around: Around) -> Meaning | None:
    """A quarter or half of a year: from April in a financial year, from January in a calendar year."""
    groups = match.groupdict()
    whole = read_told_year(match, around) if groups.get("shift") else read_printed_year(match, around)
    if whole is None:
        return None
    return partly(replace(_stretch(match, around, whole.month), year=whole.year), read_part(match, around))


def _read_bare_quarter(match: Match[str], around: Around) -> Meaning | None:
    """``Q2`` alone is that of the financial year; ``the last quarter`` is the one before the document's date."""
    ordinal = (match["ordinal"] or "").lower()
    if match["half"] and not (is_cell(around) or is_lead(around, match.start())):
        return None
    part = read_part(match, around)
    if ordinal == "last" and part is None:
        return told_quarter(-1, around.anchor)
    if ordinal and ordinal != "final" and not is_lead(around, match.start()):
        return None
    return partly(_stretch(match, around, _FISCAL_MONTH), part)


def told_quarter(shift: int, anchor: date | None) -> Moment:
    """The quarter so many on from the one of the document's date."""
    if anchor is None:
        return Moment(Precision.QUARTER, 1, 3)
    return Moment(Precision.QUARTER, (anchor.month - 1) // 3 * 3 + 1 + 3 * shift, 3, year=anchor.year)

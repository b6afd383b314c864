"""Rules for years of every kind, their quarters and halves, and what is told from the document's date."""

import re
from dataclasses import replace
from datetime import date, timedelta
from re import Match

from extract.facts.dates.context import is_cell, is_lead, names_a_year, opens, read_part
from extract.facts.dates.found import Around, Meaning, Range, Rule, Steady
from extract.facts.dates.grammar import DAY, LEFT, RIGHT, YEAR, Grammar
from extract.facts.dates.moments import Moment, months_of, precision_with
from extract.facts.dates.years import (
    SHIFT,
    SHIFTS,
    printed_year,
    read_printed_year,
    read_told_year,
    told_year,
)
from extract.records import DateType, Precision
from extract.vocabulary.dates import Part

_FISCAL_MONTH = 4
_MONTHS = 12
_QUARTERS = 4
_SHORT = len("24/25")
_ASKING = "asked|asks|respon|question|of the survey"
_QUESTION = "how|what|which|who|why|where|when|do|does|did|is|are|have|has|would|could|can|please"
"""What follows the number of a question (Q4: How often …), which is no quarter."""


def year_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of years, quarters and halves for a vocabulary."""
    return (*_plain_year_rules(grammar), *_quarter_rules(grammar), *_told_rules(grammar))


def _plain_year_rules(grammar: Grammar) -> tuple[Rule, ...]:
    part = rf"(?:(?P<part>{grammar.fragments.part})[\s-]\s?(?:the\s+)?)?"
    kind = grammar.fragments.kind
    span = r"\s?(?:[-–—/]|to|and|until)\s?"
    return (
        Rule(re.compile(rf"{LEFT}{part}{printed_year(grammar)}{RIGHT}(?!\s?[/–-]\s?\d)"), _read_year, bare=True),
        Rule(re.compile(rf"{LEFT}(?P<first>{YEAR}){span}(?P<last>{YEAR}|\d\d){RIGHT}(?![/–-]\d)"), _read_years),
        Rule(re.compile(rf"{LEFT}{part}{told_year(grammar)}{RIGHT}"), _read_told),
        Rule(
            re.compile(
                rf"{LEFT}(?P<part>(?i:year[\s-]?end|end)(?=\s+of\s+(?i:the\s+)?{kind}))\s+of\s+(?P<told>(?i:{kind})\s+year){RIGHT}"
            ),
            _read_end,
        ),
        Rule(re.compile(rf"{LEFT}(?P<told>{kind}\s+year)[\s-](?:end|close){RIGHT}"), _read_end),
        Rule(re.compile(rf"{LEFT}(?i:year[\s-]end)\s+(?:of\s+)?{printed_year(grammar)}{RIGHT}"), _read_end_of_printed),
    )


def _quarter_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    number = (
        rf"(?:(?:the\s+)?(?:F?Q\s?(?P<digit>[1-4])(?:\s?[/&–-]\s?(?P<upto>[2-4])(?!\d|\s?[/–-]))?"
        rf"|(?i:(?:quarter|qtr)\.?\s*(?P<after>[1-4]|{f.number}))|(?P<ordinal>{f.ordinal}|(?i:final|last))\s+(?i:quarter|qtr)))"
    )
    half = r"(?:H(?P<half>[12]))"
    part = rf"(?:(?P<part>{f.part})[\s-]\s?(?:the\s+)?)?"
    of = r"[\s,]*(?:(?i:of|in|for)\s+)?(?:the\s+)?(?P<open>\()?"
    return (
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


def _told_rules(grammar: Grammar) -> tuple[Rule, ...]:
    part = rf"(?:(?P<part>{grammar.fragments.part})[\s-]\s?(?:the\s+)?)?"
    return (
        Rule(
            re.compile(rf"{LEFT}{part}(?P<shift>(?i:{SHIFT}))\s+(?P<unit>(?i:week|month|quarter)){RIGHT}"),
            _read_told_unit,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?P<day>{DAY})(?:st|nd|rd|th)\s+(?:day\s+)?of\s+(?P<shift>(?i:this|next|last))\s+month{RIGHT}"
            ),
            _read_day_of_told_month,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:year\s+(?:{grammar.fragments.number})){RIGHT}(?!\s+(?i:pupil|child|student|group))"
            ),
            _read_untold,
        ),
        Rule(
            re.compile(rf"{LEFT}(?i:year)\s+[1-9]{RIGHT}(?=\s*(?:$|[-–(:;,/&\n]|and\b|to\b|onwards))"),
            _read_numbered_year,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:later|earlier|the\s+rest\s+of|the\s+remainder\s+of)\s+(?i:in\s+)?(?i:this|the|next|last)\s+(?i:(?:financial|calendar|academic|municipal)\s+)?(?P<unit>(?i:week|month|year|term)){RIGHT}"
            ),
            _read_untold,
        ),
        Rule(
            re.compile(rf"{LEFT}(?:(?i:early|late)\s+(?:in\s+)?)?(?i:(?:in\s+)?the\s+new\s+year){RIGHT}(?!['’]s)"),
            _read_untold,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:the\s+(?:following|same|previous|preceding)\s+(?:(?:financial|academic|municipal)\s+)?(?P<unit>week|month|quarter|term|year)){RIGHT}"
            ),
            _read_untold,
        ),
        Rule(re.compile(rf"{LEFT}(?i:(?:next|this|last)\s+(?P<unit>term)){RIGHT}"), _read_untold),
    )


def _partly(moment: Moment, part: Part | None) -> Moment:
    return replace(moment, part=part, precision=precision_with(part, moment.precision))


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
    return _partly(moment, part)


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
    return _partly(read_told_year(match, around), part)


def _read_end(match: Match[str], around: Around) -> Meaning:
    kind = match["told"].split()[0].lower()
    word = around.grammar.names.years[kind]
    return Moment(Precision.DAY, word.month, _MONTHS, part=Part.END)


def _read_end_of_printed(match: Match[str], around: Around) -> Meaning | None:
    whole = read_printed_year(match, around)
    return None if whole is None else _partly(whole, Part.END)


def _quarter_number(match: Match[str], around: Around) -> int:
    groups = match.groupdict()
    names = around.grammar.names
    if groups["digit"]:
        return int(groups["digit"])
    if after := groups["after"]:
        return names.numbers.get(after.lower()) or int(after)
    return names.ordinals.get((groups["ordinal"] or "").lower(), _QUARTERS)


def _stretch(match: Match[str], around: Around, first_month: int) -> Moment:
    """The quarter or half of a year that starts in ``first_month``."""
    if half := match["half"]:
        return Moment(Precision.HALF, first_month + 6 * (int(half) - 1), 6)
    number = min(_quarter_number(match, around), _QUARTERS)
    last = max(number, int(match["upto"] or number))
    return Moment(Precision.QUARTER, first_month + 3 * (number - 1), 3 * (last - number + 1))


def _read_quarter(match: Match[str], around: Around) -> Meaning | None:
    """A quarter or half of a year: from April in a financial year, from January in a calendar year."""
    groups = match.groupdict()
    whole = read_told_year(match, around) if groups.get("shift") else read_printed_year(match, around)
    if whole is None:
        return None
    return _partly(replace(_stretch(match, around, whole.month), year=whole.year), read_part(match, around))


def _read_bare_quarter(match: Match[str], around: Around) -> Meaning | None:
    """``Q2`` alone is that of the financial year; ``the last quarter`` is the one before the document's date."""
    ordinal = (match["ordinal"] or "").lower()
    if match["half"] and not (is_cell(around) or is_lead(around, match.start())):
        return None
    part = read_part(match, around)
    if ordinal == "last" and part is None:
        return _told_quarter(-1, around.anchor)
    if ordinal and ordinal != "final" and not is_lead(around, match.start()):
        return None
    return _partly(_stretch(match, around, _FISCAL_MONTH), part)


def _told_quarter(shift: int, anchor: date | None) -> Moment:
    if anchor is None:
        return Moment(Precision.QUARTER, 1, 3)
    return Moment(Precision.QUARTER, (anchor.month - 1) // 3 * 3 + 1 + 3 * shift, 3, year=anchor.year)


def _read_told_unit(match: Match[str], around: Around) -> Meaning | None:
    shift, part = SHIFTS[match["shift"].lower()], read_part(match, around)
    if match["shift"].lower() in {"the", "coming"} and part is None:
        return None
    return _partly(_told_unit(match["unit"].lower(), shift, around.anchor), part)


def _told_unit(unit: str, shift: int, anchor: date | None) -> Moment:
    if unit == "quarter":
        return _told_quarter(shift, anchor)
    if anchor is None:
        return Moment(Precision.MONTH if unit == "month" else Precision.WEEK)
    if unit == "month":
        return Moment(Precision.MONTH, anchor.month + shift, year=anchor.year)
    monday = anchor + timedelta(days=7 * shift - anchor.weekday())
    return Moment(Precision.WEEK, monday.month, year=monday.year, day=monday.day, week=1)


def _read_day_of_told_month(match: Match[str], around: Around) -> Meaning:
    """``the 1st of next month``."""
    if around.anchor is None:
        return Steady(DateType.DATE, None, Precision.DAY)
    month = months_of(around.anchor.year, around.anchor.month + SHIFTS[match["shift"].lower()]).first
    return Moment(Precision.DAY, month.month, year=month.year, day=int(match["day"]))


def _read_numbered_year(_: Match[str], around: Around) -> Meaning | None:
    """``Year 2`` of a programme, in a timescale cell; elsewhere it is a year of school."""
    return Steady(DateType.PERIOD, None, Precision.YEAR) if is_cell(around) else None


def _read_untold(match: Match[str], _: Around) -> Meaning:
    """A period whose days are not told: ``later this year``, ``the same week``, ``the new year``."""
    unit = (match.groupdict().get("unit") or "year").lower()
    precision = {"week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER}.get(
        unit, Precision.YEAR
    )
    return Steady(DateType.PERIOD, None, precision)

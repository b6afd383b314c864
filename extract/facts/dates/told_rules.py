"""Rules for what is told from the document's date: ``next month``, ``the end of the week``, ``later this year``."""

import re
from datetime import date, timedelta
from re import Match

from extract.facts.dates.context import is_cell, read_part
from extract.facts.dates.found import Around, Meaning, Rule, Steady, needing
from extract.facts.dates.grammar import DAY, LEFT, RIGHT, Grammar
from extract.facts.dates.moments import Moment, months_of, partly
from extract.facts.dates.quarter_rules import told_quarter
from extract.facts.dates.years import SHIFT, SHIFTS
from extract.records import DateType, Precision


def told_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of weeks, months, terms and numbered years that are told."""
    part = rf"(?:(?P<part>{grammar.fragments.part})[\s-]\s?(?:the\s+)?)?"
    return needing(
        ("week", "month", "quarter", "term", "year"),
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
            re.compile(
                rf"{LEFT}(?i:(?:years?|months?))\s+\d\d?(?:\s?(?:[-–&]|to|and)\s?\d\d?)?{RIGHT}(?=\s*(?:$|[-–(:;,/&\n]|and\b|to\b|onwards))"
            ),
            _read_numbered_year,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:later|earlier|the\s+rest\s+of|the\s+remainder\s+of)\s+(?i:in\s+)?(?i:this|the|next|last)\s+(?i:(?:financial|calendar|academic|municipal)\s+)?(?P<unit>(?i:week|month|year|term)){RIGHT}"
            ),
            _read_untold,
        ),
        Rule(
            re.compile(r"(?i:(?:before|by|until|ahead\s+of))\s+(?P<span>(?i:the\s+new\s+year))(?!\w)(?!['’]s)"),
            _read_year_out,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:(?:before|by\s+the\s+time)\s+the\s+year(?:\s+is\s+(?:out|over)|\s+ends|['’]s\s+end)|(?:by|before)\s+the\s+turn\s+of\s+the\s+year){RIGHT}"
            ),
            _read_year_out,
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


def _read_told_unit(match: Match[str], around: Around) -> Meaning | None:
    shift, part = SHIFTS[match["shift"].lower()], read_part(match, around)
    if match["shift"].lower() in {"the", "coming"} and part is None:
        return None
    return partly(_told_unit(match["unit"].lower(), shift, around.anchor), part)


def _told_unit(unit: str, shift: int, anchor: date | None) -> Moment:
    if unit == "quarter":
        return told_quarter(shift, anchor)
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


def _read_year_out(_: Match[str], __: Around) -> Meaning:
    """The end of the calendar year: ``before the new year``, ``before the year is out``."""
    return Moment(Precision.DAY, 12, day=31)


def _read_untold(match: Match[str], _: Around) -> Meaning:
    """A period whose days are not told: ``later this year``, ``the same week``, ``the new year``."""
    unit = (match.groupdict().get("unit") or "year").lower()
    precision = {"week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER}.get(
        unit, Precision.YEAR
    )
    return Steady(DateType.PERIOD, None, precision)

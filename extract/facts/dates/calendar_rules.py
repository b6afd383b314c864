"""Rules for days, weeks, months and seasons."""

import re
from dataclasses import replace
from re import Match

from extract.facts.dates.context import is_cell, is_lead, names_a_month, names_a_season, read_part
from extract.facts.dates.found import Around, Meaning, Range, Rule, Steady
from extract.facts.dates.grammar import DAY, FISCAL, LEFT, ORDINAL_DAY, RIGHT, YEAR, Grammar
from extract.facts.dates.moments import Moment, days_of
from extract.facts.dates.years import SHIFTS, fiscal_start, full_year
from extract.records import DateType, Precision
from extract.vocabulary.dates import Part

_MONTHS = 12
_SHORT_YEAR = r"['’]\d\d|(?:2\d|3\d)(?!\s+[a-z]+s\b)(?!\s*[-–]?\s*(?:%|year))"
_OF_YEAR = r"(?i:(?:of\s+)?(?P<of>this|next|last)\s+year)"
_LEAP = 2024
_MONDAY = 0
_HALF_TERMS = {3: 2, 6: 5, 9: 10}
"""The first month of a season to the month in which schools of England and Wales have its half term."""
_LEAST_SHORT_YEAR = 20
_LAST_DAY = 31


def calendar_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of days, weeks, months and seasons for a vocabulary."""
    return (*_day_rules(grammar), *_month_rules(grammar), *_season_rules(grammar))


def _day_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    weekday = rf"(?:(?P<weekday>{f.weekday})\.?,?\s+(?:the\s+)?)?"
    year = (
        rf"(?:(?:,?[\s-]\s?(?P<year>{YEAR})|[\s-]?(?P<short>['’]\d\d)|(?P<hyphened>(?<=[A-Za-z])-\d\d)"
        rf"|\s(?P<last>\d\d)(?=\s*(?:$|[.,;)\n])))|,?\s{_OF_YEAR})?"
    )
    week = r"(?P<week>(?i:w/?c|w/?b|w/?e|week\s+(?:commencing|beginning|ending|of|starting))\.?:?\s+(?:the\s+)?)?"
    first = rf"(?P<day>{DAY})(?:\s?(?:st|nd|rd|th)\b)?"
    month = rf"(?P<month>{f.month})\b\.?"
    return (
        Rule(re.compile(rf"{LEFT}{week}{weekday}{first}(?:\s+of)?[\s-]\s?{month}{year}{RIGHT}"), _read_day),
        Rule(
            re.compile(rf"{LEFT}{week}{weekday}{month}\s+{first},?(?:\s+(?P<year>{YEAR})|\s+{_OF_YEAR})?{RIGHT}"),
            _read_american_day,
        ),
        Rule(
            re.compile(
                rf"{LEFT}{weekday}(?P<from>{ORDINAL_DAY})\s?(?:-|–|—|to|until|and|&)\s?(?:(?i:{f.weekday})\s+)?{first}(?:\s+of)?\s+{month}{year}{RIGHT}"
            ),
            _read_days,
        ),
        Rule(
            re.compile(
                rf"{LEFT}{first}(?=(?:,\s?{ORDINAL_DAY})*,?\s(?:and|&)\s(?:the\s)?{ORDINAL_DAY}(?:\s+of)?\s{month}{year}{RIGHT})"
            ),
            _read_day,
        ),
        Rule(
            re.compile(
                rf"{LEFT}{week}(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>{YEAR}|\d\d)(?![\w%])(?![/.,-]\d)"
            ),
            _read_numeric_day,
        ),
        Rule(
            re.compile(rf"{LEFT}(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+Z?)?(?![\w-])"),
            _read_numeric_day,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?P<feast>{f.feast})(?:\s+(?P<year>{YEAR})|\s+{_OF_YEAR})?{RIGHT}(?!['’]?s?[\s-]+(?!and\b|or\b|but\b|at\b|to\b|with\b|the\b|when\b|so\b|for\b|in\b|if\b|subject\b)[A-Za-z])"
            ),
            _read_feast,
            bare=True,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?P<nth>(?i:{f.ordinal}|last|final))\s+(?:(?i:full\s+))?week\s+(?:of|in)\s+{month}{year}{RIGHT}"
            ),
            _read_nth_week,
        ),
    )


def _month_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    part = rf"(?:(?P<part>{f.part})[\s-]\s?(?:the\s+month\s+of\s+)?)?"
    month = rf"(?P<month>{f.month})\b\.?"
    year = (
        rf"(?:,?\s?(?:of\s+)?[\s-]?\s?(?P<year>{YEAR})(?!\s?[/–-]\s?\d\d\b)"
        rf"|[\s-]?(?P<short>{_SHORT_YEAR})|,?\s{_OF_YEAR})"
    )
    shift = r"(?P<shift>(?i:last|next|this(?:\s+coming)?|the\s+coming|previous))\s+"
    return (
        Rule(re.compile(rf"{LEFT}{part}{month}{year}{RIGHT}"), _read_month),
        Rule(
            re.compile(
                rf"{LEFT}{part}{month}(?=\W|$)(?:\s(?i:(?:spring\s|early\s|late\s)?bank\s+holidays?|half[\s-]term))?{RIGHT}"
            ),
            _read_bare_month,
            bare=True,
        ),
        Rule(re.compile(rf"{LEFT}{shift}{month}(?![\w])"), _read_told_month),
        Rule(re.compile(rf"{LEFT}(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?![\w/])"), _read_numeric_month),
    )


def _season_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    part = rf"(?:(?P<part>{f.part})[\s-]\s?(?:the\s+)?)?"
    season = rf"(?P<season>{f.season})(?P<term>\s+(?i:term)(?![\s-]time))?"
    year = rf"(?:\s+(?:of\s+)?|['’]?\s?)(?:(?P<fiscal>{FISCAL})|(?P<year>{YEAR})|['’](?P<short>\d\d))"
    shift = r"(?P<shift>(?i:last|next|this(?:\s+coming)?|the\s+coming|previous))\s+"
    return (
        Rule(re.compile(rf"{LEFT}{part}(?:[Tt]he\s+)?{season}{year}{RIGHT}"), _read_season),
        Rule(re.compile(rf"{LEFT}(?P<year>{YEAR})\s+{season}{RIGHT}"), _read_season),
        Rule(
            re.compile(rf"{LEFT}{part}(?:[Tt]he\s+)?{season}(?:\s+months)?(?:,?\s+{_OF_YEAR})?{RIGHT}"),
            _read_bare_season,
            bare=True,
        ),
        Rule(re.compile(rf"{LEFT}{shift}{season}{RIGHT}"), _read_told_season),
        Rule(
            re.compile(
                rf"{LEFT}(?:[Tt]he\s+)?(?:(?P<season>{f.season})|(?P<month>{f.month}))\s+(?i:half[\s-]?term)"
                rf"(?:(?:,?\s+(?:of\s+)?)(?P<year>{YEAR})|['’](?P<short>\d\d))?{RIGHT}"
            ),
            _read_half_term,
        ),
    )


def _read_day(match: Match[str], around: Around) -> Meaning | None:
    groups = match.groupdict()
    return _existing(_day(groups, around, _year(groups, around)))


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


def _year(groups: dict[str, str | None], around: Around) -> int | None:
    if (of := groups.get("of")) and around.anchor:
        return around.anchor.year + SHIFTS[of.lower()]
    printed = next((groups[name] for name in ("year", "short", "hyphened", "last") if groups.get(name)), None)
    return full_year(printed.strip("-'’")) if printed else None


def _read_american_day(match: Match[str], around: Around) -> Meaning | None:
    """``March 31st 2023``; a number of 20 or more without ordinal or year is a year (Feb 24), not a day."""
    groups = match.groupdict()
    ordinal = re.search(r"\d\s?(?:st|nd|rd|th)\b", match[0])
    if not (ordinal or groups["year"] or groups["of"]) and int(groups["day"] or 0) >= _LEAST_SHORT_YEAR:
        return None
    return _read_day(match, around)


def _read_days(match: Match[str], around: Around) -> Meaning | None:
    """``5-7 June 2024``; ``and`` joins only days that follow each other, for others are two dates."""
    last = _read_day(match, around)
    digits = re.match(r"\d+", match["from"])
    if not isinstance(last, Moment) or last.day is None or digits is None:
        return None
    apart = last.day - int(digits[0])
    if apart < 1 or (apart > 1 and re.search(r"\s(?:and|&)\s", match[0])):
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


def _read_feast(match: Match[str], around: Around) -> Meaning | None:
    """``by Christmas``, ``Easter 2024``: the day itself; without a year only where a word leads it in."""
    groups = match.groupdict()
    year = _year(groups, around)
    if year is None and not (is_cell(around) or is_lead(around, match.start())):
        return None
    feast = around.grammar.names.feasts[re.sub(r"\s+", " ", match["feast"].lower())]
    return Moment(Precision.DAY, feast.month or 1, year=year, day=feast.day, easter=feast.easter)


def _read_nth_week(match: Match[str], around: Around) -> Meaning:
    groups = match.groupdict()
    nth = around.grammar.names.ordinals.get(match["nth"].lower(), -1)
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(Precision.WEEK, month, year=_year(groups, around), nth_week=nth)


def _precision(part: Part | None, whole: Precision) -> Precision:
    return Precision.DAY if part in {Part.START, Part.END} else whole


def _read_month(match: Match[str], around: Around) -> Meaning:
    part = read_part(match, around)
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(_precision(part, Precision.MONTH), month, year=_year(match.groupdict(), around), part=part)


def _read_bare_month(match: Match[str], around: Around) -> Meaning | None:
    part = read_part(match, around)
    if part is None and not names_a_month(around, match.start("month"), match.end("month")):
        return None
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(_precision(part, Precision.MONTH), month, part=part)


def _shift(words: str) -> int:
    return SHIFTS[words.lower().split()[-1]]


def _read_told_month(match: Match[str], around: Around) -> Meaning:
    month = around.grammar.names.months[match["month"].lower()]
    return Moment(Precision.MONTH, month, shift=_shift(match["shift"]))


def _read_numeric_month(match: Match[str], _: Around) -> Meaning:
    return Moment(Precision.MONTH, int(match["month"]), year=int(match["year"]))


def _season(match: Match[str], around: Around) -> Moment:
    """A season; ``spring term`` is the middle third of the academic year, January to April."""
    month = around.grammar.names.seasons[match["season"].lower()]
    part = read_part(match, around)
    if match.groupdict().get("term"):
        terms = {9: 9, 12: 9, 3: 1, 6: 5}
        return Moment(_precision(part, Precision.SEASON), terms[month], 4, part=part)
    return Moment(_precision(part, Precision.SEASON), month, 3, part=part)


def _read_season(match: Match[str], around: Around) -> Meaning | None:
    groups, moment = match.groupdict(), _season(match, around)
    if not groups.get("fiscal"):
        return replace(moment, year=_year(groups, around))
    first = fiscal_start(groups["fiscal"] or "")
    if first is None:
        return None
    return replace(moment, year=first + (moment.month < (9 if groups["term"] else 4)))


def _read_bare_season(match: Match[str], around: Around) -> Meaning | None:
    if around.grammar.season_nouns.match(around.text, match.end()):
        return None
    year = _year(match.groupdict(), around)
    told_so = read_part(match, around) or match["of"] or match["term"]
    if not told_so and not names_a_season(around, match.start("season"), match.end("season")):
        return None
    return replace(_season(match, around), year=year)


def _read_half_term(match: Match[str], around: Around) -> Meaning | None:
    """``spring half term 2026``: the month that holds it, for its week differs from place to place."""
    names = around.grammar.names
    month = names.months[match["month"].lower()] if match["month"] else None
    month = month or _HALF_TERMS.get(names.seasons[(match["season"] or "").lower()])
    return Moment(Precision.MONTH, month, year=_year(match.groupdict(), around)) if month else None


def _read_told_season(match: Match[str], around: Around) -> Meaning | None:
    if around.grammar.season_nouns.match(around.text, match.end()) and not match["term"]:
        return None
    return replace(_season(match, around), shift=_shift(match["shift"]))

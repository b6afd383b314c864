"""Years as they are printed: ``2024``, ``2024/25``, ``the 2024/25 academic year``, ``next financial year``."""

from datetime import date
from re import Match

from extract.facts.dates.found import Around
from extract.facts.dates.grammar import FISCAL, YEAR, Grammar
from extract.facts.dates.moments import Moment
from extract.records import Precision

_CENTURY = 100
_THIS_CENTURY = 2000
SHIFTS = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "the": 0,
    "next": 1,
    "new": 1,
    "coming": 1,
    "forthcoming": 1,
}
"""How many units on from the document's date a word points."""

SHIFT = "|".join(SHIFTS)
OF_YEAR = r"(?i:(?:of\s+)?(?P<of>this|next|last)\s+year)"
"""The pattern of a year told behind a day or a month: ``in May next year``."""


YEAR_AFTER = (
    rf"(?:(?:,?[\s-]\s?(?P<year>{YEAR})|[\s-]?(?P<short>['’]\d\d)|(?P<hyphened>(?<=[A-Za-z])-\d\d)"
    rf"|\s(?P<last>\d\d)(?=\s*(?:$|[.,;)\n])))|,?\s{OF_YEAR})?"
)
"""The pattern of a year that may follow a day and a month."""


TOLD = r"(?P<shift>(?i:last|next|this(?:\s+coming)?|the\s+coming|previous))\s+"
"""The pattern of words that tell a month or season from the document's date: ``next spring``."""


def told_shift(words: str) -> int:
    """How many on the words of ``TOLD`` point."""
    return SHIFTS[words.lower().split()[-1]]


def printed_year(grammar: Grammar) -> str:
    """The pattern of a printed year with the kind of year before or after it; groups fiscal, year, short and kinds."""
    kind = grammar.fragments.kind
    return (
        rf"(?:(?:[Tt]he\s+)?(?P<kind_before>{kind}|calendar)\s+[Yy]ears?[\s:,]+(?:of\s+)?|(?P<fy>F/?Y|AY)\s?)?"
        rf"(?:(?P<fiscal>{FISCAL})|(?P<year>{YEAR})|['’](?P<short>\d\d))"
        rf"(?:\s+(?P<kind_after>{kind}|calendar)\s+[Yy]ears?)?"
    )


def told_year(grammar: Grammar) -> str:
    """The pattern of a year told from the document's date: ``the current financial year``, ``next year``."""
    kind = grammar.fragments.kind
    return rf"(?i:(?:the\s+)?(?P<shift>{SHIFT})\s+(?:(?P<kind_told>{kind}|calendar)\s+)?year)(?!\s+\d)"


def full_year(printed: str | None) -> int | None:
    """A year as a number: ``2024`` and ``24`` are 2024."""
    if printed is None:
        return None
    return int(printed) + (_THIS_CENTURY if len(printed) == len("24") else 0)


def year_of(groups: dict[str, str | None], around: Around) -> int | None:
    """The year beside a day, month or season, from the groups of, year, short, hyphened or last; ``None`` without."""
    if (of := groups.get("of")) and around.anchor:
        return around.anchor.year + SHIFTS[of.lower()]
    printed = next((groups[name] for name in ("year", "short", "hyphened", "last") if groups.get(name)), None)
    return full_year(printed.strip("-'’")) if printed else None


def read_printed_year(match: Match[str], around: Around) -> Moment | None:
    """The year of a match of ``printed_year``; ``None`` for two numbers that are no running years (2018-22, 9/71)."""
    groups = match.groupdict()
    kind = groups["kind_before"] or groups["kind_after"]
    if groups["fiscal"]:
        first = fiscal_start(groups["fiscal"])
        kind = kind or ("academic" if groups["fy"] == "AY" else "financial")
        return None if first is None else _year_of_kind(kind, around.grammar, first)
    year = full_year(groups["year"] or groups["short"])
    if year is None:
        return None
    if groups["fy"] and groups["fy"] != "AY":
        return _year_of_kind("financial", around.grammar, year - 1)
    return _year_of_kind(kind or ("academic" if groups["fy"] else "calendar"), around.grammar, year)


def read_told_year(match: Match[str], around: Around) -> Moment:
    """The year of a match of ``told_year``; without a document date its ``year`` is ``None``."""
    kind = (match["kind_told"] or "calendar").lower()
    moment = _year_of_kind(kind, around.grammar, None)
    return told(moment, SHIFTS[match["shift"].lower()], around.anchor)


def told(moment: Moment, shift: int, anchor: date | None) -> Moment:
    """A year so many years on from the one that holds the document's date."""
    if anchor is None:
        return moment
    year = anchor.year - (anchor.month < moment.month) + shift
    return Moment(moment.precision, moment.month, moment.months, year=year)


def fiscal_start(printed: str) -> int | None:
    """The first year of ``2024/25``, ``2024-2025``, ``2024/5`` or ``24/25``; ``None`` where they do not follow on."""
    digits = [part.strip() for part in printed.replace("–", "/").replace("-", "/").split("/")]
    first, second = full_year(digits[0]), int(digits[1])
    turn = 10 if len(digits[1]) == 1 else _CENTURY
    if first is None or (first + 1) % turn != second % turn:
        return None
    return first


def _year_of_kind(kind: str, grammar: Grammar, year: int | None) -> Moment:
    word = grammar.names.years.get(kind.lower())
    if word is None:
        return Moment(Precision.YEAR, 1, 12, year=year)
    return Moment(word.precision, word.month, 12, year=year)

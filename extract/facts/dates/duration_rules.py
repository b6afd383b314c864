"""Rules for lengths of time: ``six months``, ``within ten working days``, ``several years``."""

import re
from re import Match

from extract.facts.dates.context import is_cell
from extract.facts.dates.found import PRECISIONS, Ahead, Around, Meaning, Rule, Steady, needing
from extract.facts.dates.grammar import LEFT, Grammar
from extract.facts.dates.tense import is_past
from extract.records import DateType

_VAGUE = r"several|some|a\s+few|a\s+couple\s+of|a\s+number\s+of|many|half\s+a|the\s+coming|coming"
_ADJECTIVE = (
    r"(?:full|whole|further|additional|more|calendar|consecutive|complete|working|school|clear|week"
    r"|financial|academic|municipal)"
)
_ADJECTIVES = rf"(?P<adjectives>(?:[\s-]{_ADJECTIVE}){{0,2}})"
_DIRECTION = (
    r"(?:(?i:the|a|an)\s+)?(?:(?i:next|last|past|previous|first|following|coming|final|further|initial|additional"
    r"|another|preceding|intervening)\s+)"
)
_WITHIN = r"(?:(?i:within|inside)\s+(?:(?i:the|a|an)\s+)?(?:(?i:next|further|coming|maximum\s+of|period\s+of)\s+)?)"
_NOT_OLD = r"(?![\s-]+(?:olds?|of\s+age)\b)(?!\s*(?:['’]s)?-)"
_RULED = re.compile(r"\b(?:where|unless)\s[^,.;:]*$", re.IGNORECASE)
"""Before a limit that is a condition: ``only where numbers are expected to recover within five years``."""
_REACH = 90
_NO_SHARE = r"(?!(?<=quarter)\s+(?i:of|as|more|less|higher|lower|fewer)\b)"
"""Behind a quarter that is a fraction: ``more than a quarter of all homes``."""
_ENDS = r"(?=\s*(?:[.,;:)]|$)|\s+(?:and|but|or|to|for|at|from|in)\b)"
"""Behind a length of time that describes no noun after it: ``the target is an hour and we miss it``."""
_FROM_NOW = r"\s+(?i:from\s+(?:now|today|the\s+date\s+of\s+this\s+\w+))(?!\w)"
_WORKING = re.compile(r"\bworking\b|\bweek\s?days?\b", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:time|now|today|this)\b")
_ELSEWHERE = re.compile(
    r"\s+(?:of|from|after|following|before|ahead)\s+(?!(?:this|today|now|the\s+date\s+of\s+this)\b)", re.IGNORECASE
)


def duration_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of lengths of time for a vocabulary."""
    return (*_counted_rules(grammar), *_vague_rules(grammar), *_single_rules(grammar))


def _unit(grammar: Grammar) -> str:
    return rf"{_ADJECTIVES}[\s-]?(?P<unit>{grammar.fragments.unit}|(?i:hours?|minutes(?!\s+\d+\s+seconds)))\b"


def _counted_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``within six months``, ``in two weeks' time``, ``the next three years``."""
    number, unit = rf"(?:\d{{1,3}}(?:\.\d+)?|{grammar.fragments.number})", _unit(grammar)
    count = rf"(?:(?P<least>{number})\s?(?:to|or|(?<!ty)-|–)\s?)?(?P<number>{number})(?:\s\(\d+\))?"
    return (
        *needing(("within", "inside"), Rule(re.compile(rf"{LEFT}{_WITHIN}{count}{unit}{_NOT_OLD}"), _read_within)),
        *needing(
            ("time",),
            Rule(
                re.compile(
                    rf"{LEFT}(?i:in)\s+(?:(?i:about|around|approximately)\s+)?(?:{count}|(?P<one>(?i:an?)))\s?{unit}['’]?s?\s+(?i:time)\b"
                ),
                _read_within,
            ),
        ),
        *needing(
            ("now", "today", "date"),
            Rule(re.compile(rf"{LEFT}(?:{count}|(?P<one>(?i:an?)))\s?{unit}{_FROM_NOW}"), _read_within),
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:in)\s+{count}[\s-](?P<adjectives>)(?P<unit>(?i:weeks?|months?))(?=\s*(?:$|[.,;)]))"
            ),
            _read_in,
        ),
        *needing(
            ("within",),
            Rule(
                re.compile(rf"{LEFT}(?i:within)\s+(?:(?i:the\s+next|a|an)\s+)(?P<number>){unit}{_NOT_OLD}"),
                _read_within,
            ),
        ),
        Rule(re.compile(rf"{LEFT}{_DIRECTION}?{count}{unit}{_NOT_OLD}"), _read_duration),
    )


def _vague_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``the coming months``, ``several years``."""
    unit = _unit(grammar)
    return (
        Rule(re.compile(rf"{LEFT}{_DIRECTION}(?P<number>){unit}(?<=s){_NOT_OLD}"), _read_vague),
        Rule(
            re.compile(
                rf"{LEFT}(?i:(?:the\s+)?(?:next\s+|last\s+|past\s+|coming\s+)?(?:{_VAGUE}))\s+(?P<number>){unit}"
            ),
            _read_vague,
        ),
    )


def _single_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``for a year``, ``a month later``, ``the year before``, ``year-long``."""
    f = grammar.fragments
    return (
        Rule(
            re.compile(
                rf"{LEFT}(?i:for|over|in|within|than|after|about|almost|nearly|around)\s+(?P<span>(?i:an?)\s+(?:(?i:further|full|whole)\s+)?(?P<number>)(?P<adjectives>){f.unit})\b(?!-){_NO_SHARE}"
            ),
            _read_single,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?P<span>(?i:an?)\s+(?P<number>)(?P<adjectives>){f.unit})\s+(?i:ago|later|earlier|late|early|or\s+(?:two|more|so)|on(?=\s*(?:[,.;:)]|$|from\b)))\b"
            ),
            _read_single,
        ),
        Rule(
            re.compile(
                rf"\b(?i:is|was|be|takes?|took|lasts?|lasted)\s+(?P<span>(?i:an?)\s+(?P<number>)(?P<adjectives>)(?:{f.unit}|hour)){_ENDS}"
            ),
            _read_single,
        ),
        Rule(
            re.compile(rf"{LEFT}(?i:the\s+(?:year|month|week|quarter)\s+(?:before|after)(?!\w)(?=\s*(?:$|[).,;])))"),
            _read_period,
        ),
        Rule(re.compile(rf"{LEFT}(?i:(?:year|month|week)-long)\b"), _read_period),
        Rule(re.compile(rf"{LEFT}(?i:a\s+(?P<number>)(?P<adjectives>)(?P<unit>fortnight))\b(?!['’-])"), _read_duration),
    )


def _amount(match: Match[str], around: Around) -> tuple[float, str, bool] | None:
    """How many of which ISO 8601 letter, and whether of working days; ``None`` for hours and minutes."""
    groups = match.groupdict()
    unit = around.grammar.names.units.get(groups["unit"].lower().removesuffix("s")) if groups.get("unit") else None
    if unit is None:
        return None
    printed = (groups["number"] or "one").lower()
    number = float(around.grammar.names.numbers.get(printed) or printed)
    return number * unit.times, unit.letter, _WORKING.search(groups["adjectives"] or "") is not None


def _length(match: Match[str], around: Around) -> Steady:
    amount = _amount(match, around)
    if amount is None:
        return Steady(DateType.DURATION)
    return Steady(DateType.DURATION, f"P{amount[0]:g}{amount[1]}", PRECISIONS[amount[1]])


def _read_duration(match: Match[str], around: Around) -> Meaning | None:
    return _length(match, around)


def _read_within(match: Match[str], around: Around) -> Meaning | None:
    """``within six months``: so far after the document's date, unless it counts from an event of its own.

    A limit in a condition has no day; one in days stands for a standard of service (within ten working days) but in a
    timescale cell.
    """
    amount = _amount(match, around)
    length = _length(match, around)
    ruled = _RULED.search(around.text[max(0, match.start() - _REACH) : match.start()])
    if amount is None or ruled or _ELSEWHERE.match(around.text, match.end()) or amount[0] != int(amount[0]):
        return length
    if amount[1] == "D" and not is_cell(around) and not _POINTING.search(match[0]):
        return length
    return Ahead(int(amount[0]), "B" if amount[2] else amount[1])


def _read_in(match: Match[str], around: Around) -> Meaning | None:
    """``report back in six months``: ahead, unless the clause tells how long something took."""
    if is_past(around.text, match.start(), match.end(), around.grammar.words.tense):
        return _length(match, around)
    return _read_within(match, around)


def _read_vague(match: Match[str], around: Around) -> Meaning | None:
    """``several years``, ``the coming months``: a length that is not told."""
    amount = _amount(match, around)
    return Steady(DateType.DURATION, None, PRECISIONS[amount[1]] if amount else None)


def _read_single(match: Match[str], around: Around) -> Meaning | None:
    unit = re.split(r"\s+", match["span"].lower())[-1].removesuffix("s")
    word = around.grammar.names.units.get(unit)
    return (
        Steady(DateType.DURATION, f"P{word.times}{word.letter}", PRECISIONS[word.letter])
        if word
        else Steady(DateType.DURATION)
    )


def _read_period(_: Match[str], __: Around) -> Meaning:
    return Steady(DateType.PERIOD)

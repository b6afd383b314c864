"""Rules for what returns: ``every six months``, ``twice a year``, ``each April and October``, ``quarterly``."""

import re
from re import Match

from extract.facts.dates.found import PRECISIONS, Around, Meaning, Rule, Steady, needing, steady
from extract.facts.dates.grammar import LEFT, ORDINAL_DAY, Grammar
from extract.records import DateType, Precision

_DAYTIME = r"(?:\s+(?:morning|afternoon|evening|night))?s?"
_LEAST = r"(?:(?i:at\s+least|not\s+less\s+than|a\s+minimum\s+of|about|up\s+to)\s+)?"
_ADVERB = r"(?:daily|weekly|fortnightly|monthly|quarterly|termly|yearly|annually|annual)"


def recurrence_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of recurrences for a vocabulary."""
    return (
        *_every_rules(grammar),
        *_yearly_rules(grammar),
        *_adverb_rules(grammar),
        *_nth_rules(grammar),
        *_rate_rules(grammar),
        *_phrase_rules(grammar),
    )


def _number(grammar: Grammar) -> str:
    return rf"(?:\d+|{grammar.fragments.number})"


def _kind(grammar: Grammar) -> str:
    """The pattern of what sort of unit it is: ``each financial year``."""
    return rf"(?:(?:{grammar.fragments.kind}|(?i:calendar|working|school|half|half-|single))[\s-]?\s?)?"


def _thing(grammar: Grammar) -> str:
    """The pattern of what returns: a unit, a month, a season, a day of the week, a feast."""
    f = grammar.fragments
    return (
        rf"(?:{f.unit}|{f.month}|{f.season}|(?i:half[\s-]?terms?|weekends?|mornings?|afternoons?|evenings?|nights?|hours?(?!\s+of\b)|christmas|easter|annum)"
        rf"|(?:{f.weekday}{_DAYTIME}))\b"
    )


def _per(grammar: Grammar) -> str:
    return rf"\s+(?i:a|an|per|each|every|in\s+(?:a|each|every|any))\s+{_kind(grammar)}{_thing(grammar)}"


def _every_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``three times a year``, ``every other month``."""
    number, kind, thing, per = _number(grammar), _kind(grammar), _thing(grammar), _per(grammar)
    return needing(
        ("every", "each", "once", "twice", "thrice", "times"),
        Rule(
            re.compile(rf"{LEFT}{_LEAST}(?:(?i:once|twice|thrice)|{number}(?:\s(?:or|to)\s{number})?\s+times){per}"),
            steady(DateType.RECURRENCE),
        ),
        Rule(
            re.compile(
                rf"{LEFT}{_LEAST}(?:(?i:once)\s+)?(?i:every|each)\s+(?:(?i:other|second|third|few|alternate|single)\s+)?(?:{number}(?:\s?(?:to|or|-|–)\s?{number})?[\s-]+)?{kind}{thing}"
            ),
            _read_every,
        ),
    )


def _yearly_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``each April and October``, ``September each year``: months, seasons and days that come back every year."""
    month = rf"(?:(?:{ORDINAL_DAY}\s)?{grammar.fragments.month}|{grammar.fragments.season})"
    months = rf"{month}(?:,\s?{month})*(?:,?\s(?:and|&)\s{month})"
    weekday, every = grammar.fragments.weekday, r"(?i:each|every)"
    return needing(
        ("every", "each", "annually", "day", "tue", "wed", "thu", "fri"),
        Rule(re.compile(rf"{LEFT}{every}\s{months}(?!\w)(?!\s\d)"), steady(DateType.RECURRENCE, "P1Y")),
        Rule(
            re.compile(rf"{LEFT}{every}\s{weekday}(?:,\s?{weekday})*,?\s(?:and|&)\s{weekday}(?!\w)"),
            steady(DateType.RECURRENCE, "P1W"),
        ),
        Rule(
            re.compile(rf"{LEFT}{weekday}s?\s?(?:to|-|–)\s?{weekday}s?(?!\w)(?!,?\s(?:the\s)?\d)"),
            steady(DateType.RECURRENCE, "P1W"),
        ),
        Rule(
            re.compile(rf"{LEFT}(?:{months}|{month}),?\s(?:(?:of\s)?{every}\syear|annually)\b"),
            steady(DateType.RECURRENCE, "P1Y"),
        ),
    )


def _adverb_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``two days a week``, ``on a quarterly basis``, ``six-monthly``."""
    number, per = _number(grammar), _per(grammar)
    return (
        Rule(re.compile(rf"{LEFT}{number}[\s-](?i:days?|hours?|nights?|evenings?){per}"), steady(DateType.RECURRENCE)),
        Rule(
            re.compile(
                rf"{LEFT}(?:(?i:on\s+)?(?i:an?\s+))(?:(?:{number}|(?i:twice|thrice|bi|half))[\s-]?)?(?i:{_ADVERB})\s+(?i:basis|cycle)\b"
            ),
            steady(DateType.RECURRENCE),
        ),
        Rule(re.compile(rf"{LEFT}(?:{number}|(?i:twice|thrice|once|three\s+times))[\s-](?i:{_ADVERB})\b"), _read_times),
    )


def _nth_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``the first Monday of every month``."""
    f = grammar.fragments
    nth = (
        rf"(?:{f.ordinal}|(?i:last))\s+(?:working\s+|full\s+)?(?:(?i:day|week|weekday)|{f.weekday})"
        r"\s+(?:of|in)\s+(?:the|each|every)\s+(?i:month|quarter|term|year|week)"
    )
    return needing(
        ("month", "quarter", "term", "year", "week"),
        Rule(re.compile(rf"{LEFT}(?:(?i:on\s+))?(?i:the)\s+{nth}\b"), steady(DateType.RECURRENCE)),
    )


def _rate_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``per year``, ``£4m a year``, ``two courses a year``, ``at weekends``."""
    f, kind = grammar.fragments, _kind(grammar)
    return (
        *needing(("per",), Rule(re.compile(rf"{LEFT}(?i:per)\s+{kind}(?P<unit>{f.unit})\b"), _read_per)),
        Rule(
            re.compile(
                rf"(?:(?:£|\d)[\d,.]*(?:k|m|bn)?|{LEFT}(?!(?i:one)\b){f.number}(?=\s+[\w’'-]+\s))(?:\s+[\w’'-]+){{0,3}}\s+(?P<span>(?i:an?)\s+(?P<unit>(?i:year|month|week|day|term|quarter)))\b(?!\s+(?:ago|old|later|or\s+two|group))"
            ),
            _read_per,
        ),
        Rule(
            re.compile(rf"{LEFT}(?:(?i:on|at)\s+)?(?:(?i:weekends|weekdays)|(?<=on\s){f.weekday}s)\b"),
            steady(DateType.RECURRENCE),
        ),
    )


def _phrase_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The phrases of the vocabulary, each with its value."""
    return tuple(
        Rule(pattern, steady(DateType.RECURRENCE, phrase.value), anywhere=True)
        for pattern, phrase in grammar.recurrences
    )


def _read_every(match: Match[str], around: Around) -> Meaning:
    """``every six months`` has the value P6M; ``each April`` P1Y; ``every Monday`` P1W."""
    names = around.grammar.names
    words = re.findall(r"[a-z]+|\d+", match[0].lower())
    numbers = [names.numbers.get(word) or int(word) for word in words if word in names.numbers or word.isdigit()]
    number = 2 if "other" in words or "second" in words or "alternate" in words else (numbers or [1])[-1]
    unit = names.units.get(words[-1].removesuffix("s"))
    if unit is not None:
        return Steady(DateType.RECURRENCE, f"P{number * unit.times}{unit.letter}", PRECISIONS[unit.letter])
    if words[-1] in names.months or words[-1] in names.seasons:
        return Steady(DateType.RECURRENCE, "P1Y", Precision.YEAR)
    return Steady(DateType.RECURRENCE)


def _read_times(match: Match[str], around: Around) -> Meaning:
    """``six-monthly`` has the value P6M; ``thrice-weekly`` is no period of its own."""
    times, adverb = re.split(r"[\s-]", match[0].lower())[0], re.split(r"[\s-]", match[0].lower())[-1]
    number = around.grammar.names.numbers.get(times) or (int(times) if times.isdigit() else None)
    unit = around.grammar.names.units.get(adverb.removesuffix("ly"))
    if number is None or unit is None:
        return Steady(DateType.RECURRENCE)
    return Steady(DateType.RECURRENCE, f"P{number * unit.times}{unit.letter}", PRECISIONS[unit.letter])


def _read_per(match: Match[str], around: Around) -> Meaning | None:
    unit = around.grammar.names.units.get(match["unit"].lower().removesuffix("s"))
    return Steady(DateType.RECURRENCE, f"P{unit.times}{unit.letter}", PRECISIONS[unit.letter]) if unit else None

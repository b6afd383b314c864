"""Rules for lengths of time, for what returns, and for what has no fixed time."""

import re
from re import Match

from extract.facts.dates.context import is_cell
from extract.facts.dates.found import Ahead, Around, Meaning, Reader, Rule, Steady
from extract.facts.dates.grammar import LEFT, ORDINAL_DAY, Grammar
from extract.facts.dates.tense import is_past
from extract.records import DateType, Precision

_PRECISIONS = {"D": Precision.DAY, "B": Precision.DAY, "W": Precision.WEEK, "M": Precision.MONTH, "Y": Precision.YEAR}
_VAGUE = r"several|some|a\s+few|a\s+couple\s+of|a\s+number\s+of|many|half\s+a|the\s+coming|coming"
_ADJECTIVE = r"(?:full|whole|further|additional|more|calendar|consecutive|complete|working|school|clear|week)"
_WORKING = re.compile(r"\bworking\b|\bweek\s?days?\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\s+(?:of|from|after|following|before|ahead)\s+(?!(?:this|today|now|the\s+date\s+of\s+this)\b)", re.IGNORECASE
)
_DAYTIME = r"(?:\s+(?:morning|afternoon|evening|night))?s?"


def length_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of durations, recurrences and open times for a vocabulary."""
    return (*_duration_rules(grammar), *_recurrence_rules(grammar), *_open_rules(grammar))


def _duration_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    number = rf"(?:\d+(?:\.\d+)?|{f.number})"
    count = rf"(?:(?P<least>{number})\s?(?:to|or|-|–)\s?)?(?P<number>{number})(?:\s\(\d+\))?"
    direction = (
        r"(?:(?i:the|a|an)\s+)?(?:(?i:next|last|past|previous|first|following|coming|final|further|initial|additional"
        r"|another|preceding|intervening)\s+)"
    )
    unit = rf"(?P<adjectives>(?:[\s-]{_ADJECTIVE}){{0,2}})[\s-]?(?P<unit>{f.unit}|(?i:hours?))\b"
    within = r"(?:(?i:within|inside)\s+(?:(?i:the|a|an)\s+)?(?:(?i:next|further|coming|maximum\s+of|period\s+of)\s+)?)"
    not_old = r"(?![\s-]+(?:olds?|of\s+age)\b)(?!\s*(?:['’]s)?-)"
    return (
        Rule(re.compile(rf"{LEFT}{within}{count}{unit}{not_old}"), _read_within),
        Rule(
            re.compile(
                rf"{LEFT}(?i:in)\s+(?:(?i:about|around|approximately)\s+)?(?:{count}|(?P<one>(?i:an?)))\s?{unit}['’]?s?\s+(?i:time)\b"
            ),
            _read_within,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:in)\s+{count}[\s-](?P<adjectives>)(?P<unit>(?i:weeks?|months?))(?=\s*(?:$|[.,;)]))"
            ),
            _read_in,
        ),
        Rule(re.compile(rf"{LEFT}(?i:within)\s+(?:(?i:the\s+next|a|an)\s+)(?P<number>){unit}{not_old}"), _read_within),
        Rule(re.compile(rf"{LEFT}{direction}?{count}{unit}{not_old}"), _read_duration),
        Rule(re.compile(rf"{LEFT}{direction}(?P<number>){unit}(?<=s){not_old}"), _read_vague),
        Rule(
            re.compile(
                rf"{LEFT}(?i:(?:the\s+)?(?:next\s+|last\s+|past\s+|coming\s+)?(?:{_VAGUE}))\s+(?P<number>){unit}"
            ),
            _read_vague,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?i:for|over|in|within|than|after|about|almost|nearly|around)\s+(?P<span>(?i:an?)\s+(?:(?i:further|full|whole)\s+)?(?P<number>)(?P<adjectives>){f.unit})\b(?!-)"
            ),
            _read_single,
        ),
        Rule(
            re.compile(
                rf"{LEFT}(?P<span>(?i:an?)\s+(?P<number>)(?P<adjectives>){f.unit})\s+(?i:ago|later|earlier|late|early|or\s+(?:two|more|so))\b"
            ),
            _read_single,
        ),
        Rule(
            re.compile(rf"{LEFT}(?i:the\s+(?:year|month|week|quarter)\s+(?:before|after)(?!\w)(?=\s*(?:$|[).,;])))"),
            _read_period,
        ),
        Rule(re.compile(rf"{LEFT}(?i:(?:year|month|week)-long)\b"), _read_period),
    )


def _recurrence_rules(grammar: Grammar) -> tuple[Rule, ...]:
    f = grammar.fragments
    number = rf"(?:\d+|{f.number})"
    kind = rf"(?:(?:{f.kind}|(?i:calendar|working|school|half|half-|single))[\s-]?\s?)?"
    least = r"(?:(?i:at\s+least|not\s+less\s+than|a\s+minimum\s+of|about|up\s+to)\s+)?"
    thing = (
        rf"(?:{f.unit}|{f.month}|{f.season}|(?i:half[\s-]?terms?|weekends?|mornings?|evenings?|christmas|easter|annum)"
        rf"|(?:{f.weekday}{_DAYTIME}))\b"
    )
    per = rf"\s+(?i:a|an|per|each|every|in\s+(?:a|each|every|any))\s+{kind}{thing}"
    adverb = r"(?:daily|weekly|fortnightly|monthly|quarterly|termly|yearly|annually|annual)"
    nth = (
        rf"(?:{f.ordinal}|(?i:last))\s+(?:working\s+|full\s+)?(?:(?i:day|week|weekday)|{f.weekday})"
        r"\s+(?:of|in)\s+(?:the|each|every)\s+(?i:month|quarter|term|year|week)"
    )
    return (
        Rule(
            re.compile(rf"{LEFT}{least}(?:(?i:once|twice|thrice)|{number}(?:\s(?:or|to)\s{number})?\s+times){per}"),
            _steady(DateType.RECURRENCE),
        ),
        Rule(
            re.compile(
                rf"{LEFT}{least}(?:(?i:once)\s+)?(?i:every|each)\s+(?:(?i:other|second|third|few|alternate|single)\s+)?(?:{number}(?:\s?(?:to|or|-|–)\s?{number})?[\s-]+)?{kind}{thing}"
            ),
            _read_every,
        ),
        *_yearly_rules(grammar),
        Rule(re.compile(rf"{LEFT}{number}[\s-](?i:days?|hours?|nights?|evenings?){per}"), _steady(DateType.RECURRENCE)),
        Rule(
            re.compile(
                rf"{LEFT}(?:(?i:on\s+)?(?i:an?\s+))(?:(?:{number}|(?i:twice|thrice|bi|half))[\s-]?)?(?i:{adverb})\s+(?i:basis|cycle)\b"
            ),
            _steady(DateType.RECURRENCE),
        ),
        Rule(re.compile(rf"{LEFT}(?:{number}|(?i:twice|thrice|once|three\s+times))[\s-](?i:{adverb})\b"), _read_times),
        Rule(re.compile(rf"{LEFT}(?:(?i:on\s+))?(?i:the)\s+{nth}\b"), _steady(DateType.RECURRENCE)),
        Rule(re.compile(rf"{LEFT}(?i:per)\s+{kind}(?P<unit>{f.unit})\b"), _read_per),
        Rule(
            re.compile(
                r"(?:£|\d)[\d,.]*(?:k|m|bn)?(?:\s+\w+){0,3}\s+(?P<span>(?i:an?)\s+(?P<unit>(?i:year|month|week|day|term|quarter)))\b(?!\s+(?:ago|later|or\s+two|group))"
            ),
            _read_per,
        ),
        Rule(
            re.compile(rf"{LEFT}(?:(?i:on|at)\s+)?(?:(?i:weekends)|(?<=on\s){f.weekday}s)\b"),
            _steady(DateType.RECURRENCE),
        ),
        *(
            Rule(pattern, _steady(DateType.RECURRENCE, phrase.value), anywhere=True)
            for pattern, phrase in grammar.recurrences
        ),
    )


def _yearly_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """``each April and October``, ``September each year``: months, seasons and days that come back every year."""
    month = rf"(?:(?:{ORDINAL_DAY}\s)?{grammar.fragments.month}|{grammar.fragments.season})"
    months = rf"{month}(?:,\s?{month})*(?:,?\s(?:and|&)\s{month})"
    weekday, every = grammar.fragments.weekday, r"(?i:each|every)"
    return (
        Rule(re.compile(rf"{LEFT}{every}\s{months}(?!\w)(?!\s\d)"), _steady(DateType.RECURRENCE, "P1Y")),
        Rule(
            re.compile(rf"{LEFT}{every}\s{weekday}(?:,\s?{weekday})*,?\s(?:and|&)\s{weekday}(?!\w)"),
            _steady(DateType.RECURRENCE, "P1W"),
        ),
        Rule(
            re.compile(rf"{LEFT}(?:{months}|{month}),?\s(?:(?:of\s)?{every}\syear|annually)\b"),
            _steady(DateType.RECURRENCE, "P1Y"),
        ),
    )


def _open_rules(grammar: Grammar) -> tuple[Rule, ...]:
    everywhere = tuple(
        Rule(pattern, _steady(DateType.OPEN), anywhere=True) for pattern, phrase in grammar.open if not phrase.cell
    )
    return (
        *everywhere,
        *(Rule(pattern, _read_open_cell, anywhere=True) for pattern, phrase in grammar.open if phrase.cell),
    )


def _steady(kind: DateType, value: str | None = None) -> Reader:
    precision = _PRECISIONS.get(value[-1]) if value else None
    return lambda match, around: Steady(kind, value, precision)  # noqa: ARG005 - a reader's arguments


def _read_open_cell(match: Match[str], around: Around) -> Meaning | None:
    alone = match[0].strip() == around.text.strip(" .-–()")
    return Steady(DateType.OPEN) if alone and is_cell(around) else None


def _amount(match: Match[str], around: Around) -> tuple[float, str, bool] | None:
    """How many of which ISO 8601 letter, and whether of working days; ``None`` for hours."""
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
    return Steady(DateType.DURATION, f"P{amount[0]:g}{amount[1]}", _PRECISIONS[amount[1]])


def _read_duration(match: Match[str], around: Around) -> Meaning | None:
    return _length(match, around)


def _read_within(match: Match[str], around: Around) -> Meaning | None:
    """``within six months``: so far after the document's date, unless it counts from an event of its own.

    A limit in days stands for a standard of service (within ten working days) but in a timescale cell.
    """
    amount = _amount(match, around)
    length = _length(match, around)
    if amount is None or _ELSEWHERE.match(around.text, match.end()) or amount[0] != int(amount[0]):
        return length
    if amount[1] == "D" and not is_cell(around) and "time" not in match[0]:
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
    return Steady(DateType.DURATION, None, _PRECISIONS[amount[1]] if amount else None)


def _read_single(match: Match[str], around: Around) -> Meaning | None:
    unit = re.split(r"\s+", match["span"].lower())[-1].removesuffix("s")
    word = around.grammar.names.units.get(unit)
    return Steady(DateType.DURATION, f"P{word.times}{word.letter}", _PRECISIONS[word.letter]) if word else None


def _read_period(_: Match[str], __: Around) -> Meaning:
    return Steady(DateType.PERIOD)


def _read_every(match: Match[str], around: Around) -> Meaning:
    """``every six months`` has the value P6M; ``each April`` P1Y; ``every Monday`` P1W."""
    names = around.grammar.names
    words = re.findall(r"[a-z]+|\d+", match[0].lower())
    numbers = [names.numbers.get(word) or int(word) for word in words if word in names.numbers or word.isdigit()]
    number = 2 if "other" in words or "second" in words or "alternate" in words else (numbers or [1])[-1]
    unit = names.units.get(words[-1].removesuffix("s"))
    if unit is not None:
        return Steady(DateType.RECURRENCE, f"P{number * unit.times}{unit.letter}", _PRECISIONS[unit.letter])
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
    return Steady(DateType.RECURRENCE, f"P{number * unit.times}{unit.letter}", _PRECISIONS[unit.letter])


def _read_per(match: Match[str], around: Around) -> Meaning | None:
    unit = around.grammar.names.units.get(match["unit"].lower().removesuffix("s"))
    return Steady(DateType.RECURRENCE, f"P{unit.times}{unit.letter}", _PRECISIONS[unit.letter]) if unit else None

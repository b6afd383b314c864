"""The pieces that patterns of dates are made of, compiled once for a vocabulary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from extract.vocabulary.dates import (
    DateWords,
    FeastWord,
    Part,
    PhraseWord,
    TermWord,
    UnitWord,
    YearWord,
    phrase_pattern,
)

LEFT = r"(?<![\w£$€#])(?!(?<=\d[./:,])\d)"
"""No word, sum or number runs into the expression from the left."""

RIGHT = r"(?![\w%])(?![.,:/]\d)"
"""No word or number runs on from the expression to the right."""

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL_DAY = rf"{DAY}(?:\s?(?:st|nd|rd|th))?"
YEAR = r"(?:19|20)\d\d"
FISCAL = r"(?:(?:(?:19|20)?\d\d)\s?[/–-]\s?(?:(?:19|20)?\d\d)|20\d\d/\d(?!\d))"


@dataclass(frozen=True, slots=True)
class Names:
    """The vocabulary's names turned about: from a lower-case name to what it stands for."""

    months: dict[str, int]
    seasons: dict[str, int]
    weekdays: dict[str, int]
    years: dict[str, YearWord]
    units: dict[str, UnitWord]
    parts: dict[str, Part]
    feasts: dict[str, FeastWord]
    terms: dict[int, TermWord]
    numbers: dict[str, int]
    ordinals: dict[str, int]


@dataclass(frozen=True, slots=True)
class Fragments:
    """Alternations for patterns, longest name first; each is a group of its own without a name."""

    month: str
    season: str
    weekday: str
    kind: str
    unit: str
    part: str
    feast: str
    number: str
    ordinal: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """A vocabulary made ready for matching."""

    words: DateWords
    names: Names
    fragments: Fragments
    recurrences: tuple[tuple[Pattern[str], PhraseWord], ...]
    open: tuple[tuple[Pattern[str], PhraseWord], ...]
    friends: tuple[tuple[Pattern[str], PhraseWord], ...]
    hints: Pattern[str]
    leads: Pattern[str]
    season_nouns: Pattern[str]


@lru_cache(maxsize=4)
def grammar_of(words: DateWords) -> Grammar:
    """The vocabulary made ready for matching; the same object for the same words."""
    names = _names(words)
    leads = one_of(word for lead in words.leads for word in lead.words)
    nouns = one_of(name for entry in words.season_nouns for name in entry.names)
    return Grammar(
        words=words,
        names=names,
        fragments=_fragments(words, names),
        recurrences=tuple((phrase_pattern(phrase), phrase) for phrase in words.recurrences),
        open=tuple((phrase_pattern(phrase), phrase) for phrase in words.open),
        friends=tuple((phrase_pattern(phrase), phrase) for phrase in words.false_friends),
        hints=_hints(words, names),
        leads=re.compile(rf"(?:^|\W){leads}(?:\s+the)?(?:\s+|-)[(]?$", re.IGNORECASE),
        season_nouns=re.compile(rf"[\s-]+{nouns}\b", re.IGNORECASE),
    )


def one_of(names: Iterable[str]) -> str:
    """An alternation of names, longest first; any white space for a space in them, either apostrophe for one."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in ordered) + ")"


def plain_name(printed: str) -> str:
    """A name as the vocabulary has it: small letters, single spaces, straight apostrophes."""
    return " ".join(printed.lower().replace("’", "'").split())


def _hints(words: DateWords, names: Names) -> Pattern[str]:
    """What every expression of calendar time holds: a digit, or the name of a time."""
    fragments = _fragments(words, names)
    times = one_of(
        (*names.seasons, *names.weekdays, *names.feasts, *names.units, "hour", "minute", "weekend", "annum", "recess")
    )
    returns = "annual|half|(?:bi|twice|thrice)[- ]|(?:dai|week|month|quarter|term|year)ly"
    return re.compile(
        rf"\d|(?<!\w)(?:{fragments.month}(?!\w)|(?i:{times}s?(?!\w)|{returns}|mornings?|afternoons?|evenings?|nights?))"
    )


def _names(words: DateWords) -> Names:
    return Names(
        months={name: at for at, month in enumerate(words.months, 1) for name in month.names},
        seasons={season.name: season.month for season in words.seasons},
        weekdays={name: at for at, names in enumerate(words.weekdays) for name in names},
        years={name: year for year in words.years for name in year.names},
        units={name: unit for unit in words.units for name in unit.names},
        parts={name: entry.part for entry in words.parts for name in entry.names},
        feasts={name: feast for feast in words.feasts for name in feast.names},
        terms={season.month: term for season in words.seasons for term in words.terms if term.season == season.name},
        numbers=_numbers(words),
        ordinals={name: at for at, names in enumerate(words.ordinals, 1) for name in names},
    )


def _numbers(words: DateWords) -> dict[str, int]:
    """The numbers that are written out, by their names: one to twenty, the tens, and what is between them."""
    named = {name: at for at, name in enumerate(words.numbers, 1)}
    tens = {name: 10 * at for at, name in enumerate(words.tens, 2)}
    digits = [(name, number) for name, number in named.items() if number < 10]  # noqa: PLR2004 - the digits
    between = {f"{ten}-{name}": tens[ten] + number for ten in tens for name, number in digits}
    return named | tens | between


def _fragments(words: DateWords, names: Names) -> Fragments:
    return Fragments(
        month=one_of(form for month in words.months for name in month.names for form in _forms(name, month.plain)),
        season=rf"(?i:{one_of(names.seasons)})",
        weekday=rf"(?i:{one_of(names.weekdays)})",
        kind=rf"(?i:{one_of(names.years)})",
        unit=rf"(?i:{one_of(names.units)}s?)",
        part=rf"(?i:{one_of(names.parts)})",
        feast=rf"(?i:{one_of(names.feasts)})",
        number=rf"(?i:{one_of(names.numbers)})",
        ordinal=rf"(?i:{one_of(names.ordinals)})",
    )


def _forms(name: str, plain: bool) -> tuple[str, ...]:  # noqa: FBT001 - a property of the month, told apart by name
    """How a month may be printed: with a capital, all in capitals, and in small letters where it is no other word."""
    forms = (name.capitalize(), name.upper())
    return (*forms, name) if plain and len(name) > len("sept") else forms

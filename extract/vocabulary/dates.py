"""The words of dates: months, seasons, what returns, what stays open, and what only looks like a date."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from extract.records import DateRole, Precision
from extract.vocabulary.source import find_twice, read_toml, refuse

_FILE = "dates.toml"
_MONTHS = 12
_WEEKDAYS = 7

MonthNumber = Annotated[int, Meta(ge=1, le=12)]


class Part(StrEnum):
    """The part of a stretch of time that is meant: a third, a half, its first or its last day."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    EARLY_TO_MID = "early_to_mid"
    MID_TO_LATE = "mid_to_late"
    START = "start"
    END = "end"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries share: frozen, unknown keys refused."""


class MonthWord(_Entry, frozen=True, kw_only=True):
    """A month's names in lower case; ``plain`` is false where they are common words, ``person`` true where people's."""

    names: tuple[str, ...]
    plain: bool = True
    person: bool = False


class SeasonWord(_Entry, frozen=True, kw_only=True):
    """A season and its first month."""

    name: str
    month: MonthNumber


class YearWord(_Entry, frozen=True, kw_only=True):
    """A year that starts in a month of its own: its adjectives, its precision, its first month."""

    names: tuple[str, ...]
    precision: Precision
    month: MonthNumber


class UnitWord(_Entry, frozen=True, kw_only=True):
    """A unit of time: its singular names, its ISO 8601 letter, how many of that letter it holds."""

    names: tuple[str, ...]
    letter: Annotated[str, Meta(pattern="^[DWMY]$")]
    times: Annotated[int, Meta(ge=1)] = 1


class PartWord(_Entry, frozen=True, kw_only=True):
    """Words for a part of what follows them: ``early``, ``the end of``."""

    names: tuple[str, ...]
    part: Part
    example: str


class FeastWord(_Entry, frozen=True, kw_only=True):
    """A named day, told in one of four ways.

    Attributes:
        month: its month, with ``day``, or with ``weekday`` and ``nth``.
        day: its day of the month.
        weekday: the weekday that it falls on: of those in its month the one of number ``nth``; -1 is the last.
        easter: how many days after Easter Sunday it is.
        moon: it follows the moon, and no rule that is kept here tells when it is.
        moved: days on which it was held instead in their year, by proclamation.
    """

    names: tuple[str, ...]
    month: MonthNumber | None = None
    day: Annotated[int, Meta(ge=1, le=31)] | None = None
    weekday: str | None = None
    nth: Annotated[int, Meta(ge=-1, le=4)] = 1
    easter: int | None = None
    moon: bool = False
    moved: tuple[date, ...] = ()
    example: str

    @property
    def tellings(self) -> int:
        """In how many ways it is told; one is right."""
        dated = self.month is not None and (self.day is None) != (self.weekday is None)
        return sum((dated, self.easter is not None, self.moon))


class TermWord(_Entry, frozen=True, kw_only=True):
    """A school term by its season: its first month, how many it has, and the month that holds its half term."""

    season: str
    month: MonthNumber
    months: Annotated[int, Meta(ge=1, le=6)]
    half: MonthNumber
    example: str


class PhraseWord(_Entry, frozen=True, kw_only=True):
    """A phrase as a regular expression.

    Attributes:
        pattern: a space in it stands for any white space.
        example: words that it is found in.
        value: the ISO 8601 value that it stands for.
        cell: it counts only where it fills its cell.
        cased: capitals matter.
        bare: it shadows only expressions of a bare word, such as a month without day or year.
    """

    pattern: str
    example: str
    value: str | None = None
    cell: bool = False
    cased: bool = False
    bare: bool = False


class RevisionMark(StrEnum):
    """What a phrase says of the date after it: set first, moved from there, or set anew."""

    ORIGINAL = "original"
    MOVED = "moved"
    REVISED = "revised"


class RevisionWord(PhraseWord, frozen=True, kw_only=True):
    """A phrase that tells which of two dates of one target was the first and which holds now."""

    mark: RevisionMark


class NounWord(_Entry, frozen=True, kw_only=True):
    """Nouns that a season before them only describes."""

    names: tuple[str, ...]
    example: str


class CueWord(_Entry, frozen=True, kw_only=True):
    """Words before a date that say what it does."""

    role: DateRole
    words: tuple[str, ...]
    example: str


class LeadWord(_Entry, frozen=True, kw_only=True):
    """Words that make a bare year, month or season after them a time."""

    words: tuple[str, ...]
    example: str


class TenseWords(_Entry, frozen=True, kw_only=True):
    """Words that put the clause they stand in into the future or the past.

    Attributes:
        future: words of what is to come.
        past: words of what has been; every word in -ed is one of them without being listed.
        unchanged: those of ``past`` that are the verb's own first form too, and after ``will`` tell nothing.
        tasks: verbs that are still to be done after ``to``, where no past verb stands before it.
        promised: words in -ed that look ahead where ``to`` follows them.
        neutral: words in -ed that tell nothing.
        counts: numbers after which ``last`` tells of the past only where a time is counted: ``the last two weeks``.
        spans: times that are counted.
    """

    future: frozenset[str]
    past: frozenset[str]
    unchanged: frozenset[str]
    tasks: frozenset[str]
    promised: frozenset[str]
    neutral: frozenset[str]
    counts: frozenset[str]
    spans: frozenset[str]


class DateWords(_Entry, frozen=True, kw_only=True):
    """Everything that the grammar of dates knows by name."""

    numbers: tuple[str, ...]
    tens: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[MonthWord, ...]
    seasons: tuple[SeasonWord, ...]
    years: tuple[YearWord, ...]
    units: tuple[UnitWord, ...]
    parts: tuple[PartWord, ...]
    feasts: tuple[FeastWord, ...]
    terms: tuple[TermWord, ...]
    recurrences: tuple[PhraseWord, ...]
    open: tuple[PhraseWord, ...]
    false_friends: tuple[PhraseWord, ...]
    season_nouns: tuple[NounWord, ...]
    cues: tuple[CueWord, ...]
    revisions: tuple[RevisionWord, ...]
    leads: tuple[LeadWord, ...]
    tense: TenseWords


def load_date_words() -> DateWords:
    """The words of ``models/dates.toml``.

    Raises:
        VocabularyError: the file is missing or faulty; every fault is listed.
    """
    words = read_toml(_FILE, DateWords)
    refuse(_FILE, list(_faults(words)))
    return words


def phrase_pattern(phrase: PhraseWord) -> re.Pattern[str]:
    """A phrase compiled: whole words only, any white space character for a space.

    Raises:
        re.error: the phrase is no regular expression.
    """
    spaced = phrase.pattern.replace(" ", r"\s")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", 0 if phrase.cased else re.IGNORECASE)


def _faults(words: DateWords) -> Iterator[str]:
    if len(words.months) != _MONTHS:
        yield f"{len(words.months)} months, not {_MONTHS}"
    if len(words.weekdays) != _WEEKDAYS:
        yield f"{len(words.weekdays)} weekdays, not {_WEEKDAYS}"
    yield from find_twice([name for month in words.months for name in month.names])
    for feast in words.feasts:
        if feast.tellings != 1:
            yield f"{feast.names[0]}: told in {feast.tellings} ways, not one"
        if feast.weekday is not None and not any(feast.weekday in names for names in words.weekdays):
            yield f"{feast.names[0]}: {feast.weekday} is no weekday"
    for phrase in (*words.recurrences, *words.open, *words.false_friends, *words.revisions):
        yield from _phrase_faults(phrase)
    if strange := words.tense.unchanged - words.tense.past:
        yield f"unchanged in the past, and not listed there: {', '.join(sorted(strange))}"
    if both := words.tense.future & words.tense.past:
        yield f"both future and past: {', '.join(sorted(both))}"


def _phrase_faults(phrase: PhraseWord) -> Iterator[str]:
    try:
        found = phrase_pattern(phrase).search(phrase.example)
    except re.error as fault:
        yield f"{phrase.pattern}: {fault}"
        return
    if not found or not found[0]:
        yield f"{phrase.pattern} is not in its example {phrase.example!r}"

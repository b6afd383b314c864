"""What the rules find, before it is resolved against the document's date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from re import Match, Pattern

from extract.facts.dates.grammar import Grammar
from extract.facts.dates.moments import Moment
from extract.records import DateType, Field, Precision


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another, both inclusive; a first of ``None`` is the document's date (between now and …)."""

    first: Moment | None
    last: Moment


@dataclass(frozen=True, slots=True)
class UpTo:
    """So many months that end with a moment: ``the six months to December``."""

    months: int
    last: Moment


@dataclass(frozen=True, slots=True)
class Ahead:
    """The day that lies so far after the document's date: ``within six months``.

    Attributes:
        amount: how many of ``letter``.
        letter: D, W, M or Y; B for working days.
    """

    amount: int
    letter: str


@dataclass(frozen=True, slots=True)
class Steady:
    """Something that has no days of its own: a duration, a recurrence, an open time, or a period that is not told."""

    type: DateType
    value: str | None = None
    precision: Precision | None = None


Meaning = Moment | Range | UpTo | Ahead | Steady


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and what it means; ``bare`` for a single word that another reading may take away.

    ``rule`` is the code of the rule that found it.
    """

    start: int
    end: int
    meaning: Meaning
    bare: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may know beside its match.

    Attributes:
        grammar: the vocabulary made ready.
        field: what the text is of.
        anchor: the day that relative times count from: the document's date, or that of an update in it.
        text: the whole text.
        since: where the update is dated by a month, its first day, from which what is to come counts.
    """

    grammar: Grammar
    field: Field
    anchor: date | None
    text: str
    since: date | None = None


PRECISIONS = {"D": Precision.DAY, "B": Precision.DAY, "W": Precision.WEEK, "M": Precision.MONTH, "Y": Precision.YEAR}
"""The unit that the letter of an ISO 8601 length stands for; B for working days."""

Reader = Callable[[Match[str], Around], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means; the group ``span``, where there is one, is the expression.

    Attributes:
        pattern: what is looked for.
        read: the meaning of a match, or ``None`` where it is no date.
        bare: its matches are single words.
        anywhere: it is a phrase of its own that need not hold a digit or the name of a time.
        needs: words in small letters of which a text must hold one; to look for them is cheaper than the pattern.
    """

    pattern: Pattern[str]
    read: Reader
    bare: bool = False
    anywhere: bool = False
    needs: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Its code in ``models/rules.toml``: ``date_`` and what it reads."""
        return self.read.__name__.replace("_read_", "date_")


def steady(kind: DateType, value: str | None = None) -> Reader:
    """A reader to whom every match means the same: a time of this kind and value without days of its own."""
    meaning = Steady(kind, value, PRECISIONS.get(value[-1]) if value else None)

    def read(_match: Match[str], _around: Around) -> Meaning:
        return meaning

    read.__name__ = f"_read_{kind}"
    return read


def needing(words: tuple[str, ...], *rules: Rule) -> tuple[Rule, ...]:
    """The rules, each for texts only that hold one of the words."""
    return tuple(replace(rule, needs=words) for rule in rules)

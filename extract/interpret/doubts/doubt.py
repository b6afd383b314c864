"""What was understood of a row, and one thing about it that a person should look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from extract.facts.dates import Revision
from extract.findings import Span
from extract.interpret.decision import Decision
from extract.interpret.fields import Fields
from extract.layouts.entries import Entry
from extract.records import Commitment, DateExpression, DocumentDate, Field, Flag, Owner, Position, Quotation
from extract.vocabulary.flags import Flags

_QUOTE_WORDS = 40


class Answered(Protocol):
    """What tells the doubts about the answer and its promises: of a row as it is understood, or as it is written."""

    @property
    def decision(self) -> Decision:
        """Its outcome."""

    @property
    def contradiction(self) -> Span | None:
        """The words of the response that speak against it."""

    @property
    def positions(self) -> Sequence[Position]:
        """The bodies whose answer differs."""

    @property
    def owners(self) -> Sequence[Owner]:
        """Who is to act."""

    @property
    def commitments(self) -> Sequence[Commitment]:
        """What is undertaken."""

    @property
    def dates(self) -> Sequence[DateExpression]:
        """Its expressions of time."""

    @property
    def revisions(self) -> Sequence[Revision]:
        """Its targets that were changed for others."""

    @property
    def date(self) -> DocumentDate | None:
        """The document's date, where it proves anything."""

    @property
    def response(self) -> str:
        """What the answering body says."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a row, for its flags."""

    entry: Entry
    fields: Fields
    decision: Decision
    contradiction: Span | None
    positions: Sequence[Position]
    owners: Sequence[Owner]
    commitments: Sequence[Commitment]
    dates: Sequence[DateExpression]
    revisions: Sequence[Revision]
    date: DocumentDate | None

    @property
    def response(self) -> str:
        """What the answering body says."""
        return self.fields[Field.RESPONSE]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A code of ``models/flags.toml``, the words for the braces of its sentence, and the passages that caused it."""

    code: str
    words: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Quotation, ...] = ()

    def flag(self, flags: Flags) -> Flag:
        """The flag as it is written."""
        return Flag(code=self.code, message=flags.sentence(self.code, self.words), passages=self.passages)


def quotation(text: str, where: Field, span: Span) -> Quotation:
    """A stretch of a field of the row, without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    words = words.strip()
    return Quotation(text=words, field=where, start=start, end=start + len(words))


def quoted(found: Commitment | Position | DateExpression) -> Quotation:
    """The passage that a finding stands in."""
    return Quotation(text=found.text, field=found.field, start=found.start, end=found.end)


def quote(text: str) -> str:
    """A passage on one line, cut to a length that can be read at a glance."""
    words = text.split()
    return " ".join(words[:_QUOTE_WORDS]) + (" …" if len(words) > _QUOTE_WORDS else "")

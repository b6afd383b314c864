"""The form of a file of corrections, as published in ``docs/corrections.schema.json``."""

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from extract.records import CommitmentStatus, Field, OutcomeDetail, OutcomeValue, OwnerCapacity, OwnerKind

FORMAT: Final = "scrutiny-extract corrections"
VERSION: Final = 1

DETAILS: Final = {
    OutcomeValue.ACCEPT: (None, OutcomeDetail.IN_PRINCIPLE, OutcomeDetail.CONDITIONAL, OutcomeDetail.ALREADY_IN_PLACE),
    OutcomeValue.AMEND: (None, OutcomeDetail.IN_PART, OutcomeDetail.WITH_CHANGES),
    OutcomeValue.REJECT: (None,),
    OutcomeValue.NONE: (OutcomeDetail.NOT_STATED, OutcomeDetail.NOTED, OutcomeDetail.DEFERRED),
}
"""The details that go with each outcome; the first holds where only the outcome is given."""

# the title of a type is what a fault says that a value should be
Words = Annotated[str, Meta(title="some words", pattern=r"\S")]
Text = Annotated[str, Meta(title="text")]
Sha256 = Annotated[str, Meta(title="a SHA-256 of 64 hexadecimal digits", pattern="^[0-9a-f]{64}$")]
Digest = Annotated[str, Meta(title="16 hexadecimal digits", pattern="^[0-9a-f]{16}$")]
Nth = Annotated[int, Meta(title="a whole number from 1 on", ge=1)]
Day = Annotated[str, Meta(title="a date, as 2024-03-31", pattern=r"^\d{4}-\d{2}-\d{2}$")]
Moment = Annotated[
    str,
    Meta(
        title="a date or a time, as 2024-03-31 or 2024-03-31T10:00:00Z",
        pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$",
    ),
]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts of the file share: frozen, built by keyword, unknown fields refused."""


class NamedBody(Part, frozen=True, kw_only=True):
    """A body, post, person or group by its name in full, with its public identifier where it has one."""

    name: Words
    id: Words | None = None


class OwnerValues(NamedBody, frozen=True, kw_only=True):
    """An owner; what is not given of one that was read is as it was read."""

    kind: OwnerKind | UnsetType = UNSET
    capacity: OwnerCapacity | UnsetType | None = UNSET
    uncertain: bool | UnsetType = UNSET


class PositionValues(Part, frozen=True, kw_only=True):
    """The answer of a body that is not the row's outcome, and the words that say so; ``nth`` as in ``Change``."""

    organisation: Words
    value: OutcomeValue
    detail: OutcomeDetail | None = None
    quote: Words
    field: Field
    nth: Nth | None = None

    def __post_init__(self) -> None:
        """Refuse a detail that does not go with the answer."""
        _refuse_detail(self.value, self.detail)


class Days(Part, frozen=True, kw_only=True):
    """The first and the last day of a deadline; one of them may be open."""

    start: Day | None = None
    end: Day | None = None

    def __post_init__(self) -> None:
        """Refuse what is no stretch of days."""
        days = [dt.date.fromisoformat(day) for day in (self.start, self.end) if day]
        if not days:
            raise ValueError("neither the first nor the last day is given; write null in place of the deadline")
        if days[0] > days[-1]:
            raise ValueError("the last day is before the first")


class RowValues(Part, frozen=True, kw_only=True):
    """What a row should say; only what was changed is given."""

    text: Words | UnsetType = UNSET
    response: Text | UnsetType = UNSET
    timescale: Words | UnsetType | None = UNSET
    progress: Words | UnsetType | None = UNSET
    number: Words | UnsetType | None = UNSET
    theme: Words | UnsetType | None = UNSET
    outcome: OutcomeValue | UnsetType = UNSET
    detail: OutcomeDetail | UnsetType | None = UNSET
    positions: tuple[PositionValues, ...] | UnsetType = UNSET
    owners: tuple[OwnerValues, ...] | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Refuse a detail that does not go with the outcome."""
        if not isinstance(self.outcome, UnsetType) and not isinstance(self.detail, UnsetType):
            _refuse_detail(self.outcome, self.detail)


class CommitmentValues(Part, frozen=True, kw_only=True):
    """What a commitment should say; only what was changed is given."""

    status: CommitmentStatus | UnsetType = UNSET
    name: Words | UnsetType | None = UNSET
    actor: NamedBody | UnsetType | None = UNSET
    deadline: Days | UnsetType | None = UNSET
    condition: Words | UnsetType | None = UNSET
    targets: tuple[Words, ...] | UnsetType = UNSET


class NewCommitment(Part, frozen=True, kw_only=True):
    """What a commitment says that was not found; what is not given is not said."""

    status: CommitmentStatus
    name: Words | None = None
    actor: NamedBody | None = None
    deadline: Days | None = None
    condition: Words | None = None
    targets: tuple[Words, ...] = ()


class Change(Part, frozen=True, kw_only=True, tag_field="do", tag="change"):
    """A commitment that was read wrongly; of several with the same words in the field, the ``nth``."""

    quote: Words
    field: Field
    nth: Nth | None = None
    set: CommitmentValues


class Strike(Part, frozen=True, kw_only=True, tag_field="do", tag="strike"):
    """A commitment that is none; ``nth`` as in ``Change``."""

    quote: Words
    field: Field
    nth: Nth | None = None


class Add(Part, frozen=True, kw_only=True, tag_field="do", tag="add"):
    """A commitment that was not found: the words marked in the field, where they stand there for the ``nth`` time."""

    quote: Words
    field: Field
    nth: Nth | None = None
    set: NewCommitment


class CorrectedRow(Part, frozen=True, kw_only=True):
    """A row, found again by its text as it was read, and what a person says of it.

    ``by`` and ``at`` say who and when, and go before those of the file. ``read`` is its digest, by which the row of
    another edition of the document is known to be as it was. Of rows with the same text and number, ``read`` and
    ``nth`` tell which is meant. A row that is ``struck`` is no recommendation. One that was ``missed`` stands after the
    row with the text ``after``, or last; ``set`` says what it holds.
    """

    text: Text
    number: Text | None = None
    read: Digest | None = None
    nth: Nth | None = None
    missed: bool = False
    after: Text | None = None
    struck: bool | UnsetType = UNSET
    checked: bool = False
    by: Text | None = None
    at: Moment | None = None
    set: RowValues = RowValues()
    commitments: tuple[Change | Strike | Add, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a row that was missed and has no words by which it can be known."""
        if self.missed and not self.text.strip():
            raise ValueError("a row that was missed has a text")


class CorrectedDocument(Part, frozen=True, kw_only=True):
    """A document, found again by its bytes; its name is for people."""

    sha256: Sha256
    name: Words
    rows: tuple[CorrectedRow, ...]


class CorrectionsFile(Part, frozen=True, kw_only=True):
    """All of the file: who made it, when it was exported, and what they say of which documents."""

    format: Literal["scrutiny-extract corrections"]
    version: Literal[1]
    by: Text | None = None
    exported: Moment | None = None
    documents: tuple[CorrectedDocument, ...]


def _refuse_detail(value: OutcomeValue, detail: OutcomeDetail | None) -> None:
    if detail not in DETAILS[value]:
        known = ", ".join(str(each or "null") for each in DETAILS[value])
        raise ValueError(f"the detail {detail or 'null'} does not go with {value}, but {known} do")

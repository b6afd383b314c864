"""A report as far as it is compared: read from the JSON of this version or of an earlier one, the rest passed over."""

import msgspec

from extract.records import (
    Basis,
    CommitmentStatus,
    DateBasis,
    DateRole,
    Field,
    OutcomeDetail,
    OutcomeValue,
)


class ReadAuthority(msgspec.Struct, frozen=True):
    """Who is answering."""

    name: str
    id: str | None = None


class ReadDate(msgspec.Struct, frozen=True):
    """The date of the document."""

    start: str
    end: str
    basis: DateBasis
    text: str = ""


class ReadFact(msgspec.Struct, frozen=True):
    """Words that a fact of the document was read from."""

    text: str


class ReadSource(msgspec.Struct, frozen=True):
    """The input file."""

    name: str
    sha256: str


class ReadDocument(msgspec.Struct, frozen=True):
    """The document's own facts."""

    id: str
    source: ReadSource
    title: str | None = None
    authority: ReadAuthority | None = None
    date: ReadDate | None = None
    review: str | None = None
    committee: str | None = None
    facts: tuple[ReadFact, ...] = ()


class ReadCell(msgspec.Struct, frozen=True):
    """A cell of a row."""

    heading: str
    text: str


class ReadOutcome(msgspec.Struct, frozen=True):
    """What was answered."""

    value: OutcomeValue
    detail: OutcomeDetail | None
    basis: Basis


class ReadOwner(msgspec.Struct, frozen=True):
    """Who is to act."""

    name: str
    id: str | None = None


class ReadActor(msgspec.Struct, frozen=True):
    """Who acts in a commitment."""

    name: str
    raw: str


class ReadInterval(msgspec.Struct, frozen=True):
    """The days that an expression covers."""

    start: str | None
    end: str | None


class ReadDeadline(msgspec.Struct, frozen=True):
    """By when."""

    text: str
    start: str | None
    end: str | None


class ReadExpression(msgspec.Struct, frozen=True):
    """An expression of time."""

    text: str
    field: Field
    interval: ReadInterval
    role: DateRole


class ReadCommitment(msgspec.Struct, frozen=True):
    """A commitment."""

    id: str
    text: str
    status: CommitmentStatus
    name: str | None = None
    actor: ReadActor | None = None
    condition: str | None = None
    deadline: ReadDeadline | None = None


class ReadEvidence(msgspec.Struct, frozen=True):
    """Where a row stands."""

    page: int


class ReadRow(msgspec.Struct, frozen=True):
    """A recommendation with its answer."""

    id: str
    text: str
    response: str
    outcome: ReadOutcome
    number: str | None = None
    progress: str | None = None
    cells: tuple[ReadCell, ...] = ()
    owners: tuple[ReadOwner, ...] = ()
    commitments: tuple[ReadCommitment, ...] = ()
    dates: tuple[ReadExpression, ...] = ()
    evidence: tuple[ReadEvidence, ...] = ()


class ReadReport(msgspec.Struct, frozen=True):
    """A report."""

    document: ReadDocument
    recommendations: tuple[ReadRow, ...]

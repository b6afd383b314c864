"""The output side of the model: what is written of a document, as published in ``schema.json``.

Every type is frozen and built by keyword. ``None`` means that the document does not say; it is never a guess.
"""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

SCHEMA_VERSION = "1.0"

Confidence = Annotated[float, Meta(ge=0, le=1)]
IsoDate = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="An ISO 8601 date.")]
Offset = Annotated[int, Meta(ge=0, description="Characters from the start of the field.")]
PageNumber = Annotated[int, Meta(ge=1, description="1-based page number.")]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all records share: frozen, built by keyword, unknown fields refused."""


class OutcomeValue(StrEnum):
    """What was answered."""

    ACCEPT = "accept"
    AMEND = "amend"
    REJECT = "reject"
    NONE = "none"


class OutcomeDetail(StrEnum):
    """In what way it was answered."""

    IN_PRINCIPLE = "in_principle"
    CONDITIONAL = "conditional"
    ALREADY_IN_PLACE = "already_in_place"
    IN_PART = "in_part"
    WITH_CHANGES = "with_changes"
    NOTED = "noted"
    DEFERRED = "deferred"
    NOT_STATED = "not_stated"


class Basis(StrEnum):
    """How an outcome is known: a decision column or phrase, the prose of the response, or not at all."""

    STATED = "stated"
    INFERRED = "inferred"
    ABSENT = "absent"


class DateBasis(StrEnum):
    """How a document's date is known: printed in it, from the file's metadata, inferred, or given with the command."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"
    GIVEN = "given"


class Field(StrEnum):
    """The field of a recommendation that a span counts its characters in."""

    TEXT = "text"
    RESPONSE = "response"
    TIMESCALE = "timescale"
    PROGRESS = "progress"


class OwnerKind(StrEnum):
    """What sort of owner it is."""

    ORGANISATION = "organisation"
    ROLE = "role"
    PERSON = "person"
    GROUP = "group"


class CommitmentStatus(StrEnum):
    """How far a commitment is, or what stands in its place."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    ONGOING = "ongoing"
    EXISTING_PRACTICE = "existing_practice"
    CONSIDERING = "considering"
    DECLINED = "declined"
    REQUESTED = "requested"


class DateType(StrEnum):
    """A single day, something longer, a length of time, something that returns, or no fixed time."""

    DATE = "date"
    PERIOD = "period"
    DURATION = "duration"
    RECURRENCE = "recurrence"
    OPEN = "open"


class Precision(StrEnum):
    """The unit that a date expression is printed in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    MUNICIPAL_YEAR = "municipal_year"


class DateRole(StrEnum):
    """What a date does in its clause."""

    DEADLINE = "deadline"
    START = "start"
    EVENT = "event"
    PERIOD = "period"
    FREQUENCY = "frequency"


class Interval(Record, frozen=True, kw_only=True):
    """The days that an expression covers, both ends inclusive; ``None`` where they cannot be known."""

    start: IsoDate | None
    end: IsoDate | None


class DateExpression(Record, frozen=True, kw_only=True):
    """An expression of calendar time, duration or frequency."""

    text: str
    field: Field
    start: Offset
    end: Offset
    type: DateType
    interval: Interval
    value: Annotated[str | None, Meta(description="ISO 8601 or TIMEX3 value: 2024-03, P3Y, 2022-10/2022-11.")]
    precision: Precision | None
    role: DateRole


class OrganisationMention(Record, frozen=True, kw_only=True):
    """An organisation named in the text or the response."""

    text: str
    field: Field
    start: Offset
    end: Offset
    name: str
    id: Annotated[str | None, Meta(description="Public identifier with its scheme: gss:, ods:, police: …")]
    type: str | None
    confidence: Confidence


class Owner(Record, frozen=True, kw_only=True):
    """A body, role or person that is to act."""

    raw: Annotated[str, Meta(description="As printed.")]
    kind: OwnerKind
    name: str
    id: str | None = None
    type: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """Who acts in a commitment: the printed words and what they stand for."""

    raw: str
    name: str
    id: str | None = None


class Deadline(Record, frozen=True, kw_only=True):
    """By when: the printed words and the days that they cover."""

    text: str
    start: IsoDate | None
    end: IsoDate | None


class Commitment(Record, frozen=True, kw_only=True):
    """A clause in which somebody undertakes, reports or refuses an action in answer to a recommendation."""

    id: str
    text: str
    field: Field
    start: Offset
    end: Offset
    name: Annotated[str | None, Meta(description="The programme, post, group, board, contract, plan or service named.")]
    actor: Actor | None
    status: CommitmentStatus
    condition: str | None
    deadline: Deadline | None
    confidence: Confidence


class Outcome(Record, frozen=True, kw_only=True):
    """What was answered, in what way, how that is known and from which words."""

    value: OutcomeValue
    detail: OutcomeDetail | None
    basis: Basis
    raw: str | None
    confidence: Confidence


class Position(Record, frozen=True, kw_only=True):
    """The answer of one body where it is not the row's outcome."""

    organisation: str
    value: OutcomeValue
    detail: OutcomeDetail | None
    text: str
    field: Field
    start: Offset
    end: Offset


class PrintedCell(Record, frozen=True, kw_only=True):
    """A cell of the row as it was read, with the heading that it stands under."""

    heading: str
    text: str


class Flag(Record, frozen=True, kw_only=True):
    """Something about a recommendation that a person should look at."""

    code: str
    message: str


class DocumentWarning(Record, frozen=True, kw_only=True):
    """Something about a document that a person should look at."""

    code: str
    message: str
    page: PageNumber | None = None


class Evidence(Record, frozen=True, kw_only=True):
    """Where on a page something stands."""

    page: PageNumber
    bbox: Annotated[
        tuple[float, float, float, float] | None,
        Meta(description="x0, top, x1, bottom in points, origin top left; null for formats without places."),
    ]


class Recommendation(Record, frozen=True, kw_only=True):
    """One recommendation with its answer."""

    id: str
    number: Annotated[str | None, Meta(description="The label as printed, without the word: 1, 2.3, 9(b), CH1.")]
    parent: str | None
    theme: str | None
    text: str
    response: str
    timescale: str | None
    progress: str | None
    cells: tuple[PrintedCell, ...]
    outcome: Outcome
    positions: tuple[Position, ...]
    owners: tuple[Owner, ...]
    commitments: tuple[Commitment, ...]
    dates: tuple[DateExpression, ...]
    organisations: tuple[OrganisationMention, ...]
    flags: tuple[Flag, ...]
    evidence: tuple[Evidence, ...]


class SourceFile(Record, frozen=True, kw_only=True):
    """The input file."""

    name: str
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    media_type: str
    pages: Annotated[int, Meta(ge=1)] | None


class Authority(Record, frozen=True, kw_only=True):
    """Who is answering."""

    id: str | None
    name: str


class DocumentDate(Record, frozen=True, kw_only=True):
    """The date of the document and how it is known."""

    text: str
    start: IsoDate
    end: IsoDate
    basis: DateBasis


class DocumentRecord(Record, frozen=True, kw_only=True):
    """The document's own facts."""

    id: Annotated[str, Meta(description="Slug of the file's stem and the first 8 hex digits of its sha256.")]
    source: SourceFile
    reader: str
    title: str | None
    authority: Authority | None
    date: DocumentDate | None
    warnings: tuple[DocumentWarning, ...]


class Report(Record, frozen=True, kw_only=True):
    """Everything that is written of one document: the root of ``outputs/<document id>.json``."""

    schema_version: str
    document: DocumentRecord
    recommendations: tuple[Recommendation, ...]

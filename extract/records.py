"""The output side of the model: what is written of a document, as published in ``schema.json``.

Every type is frozen and built by keyword. ``None`` means that the document does not say; it is never a guess.
"""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

SCHEMA_VERSION = "1.5"

Confidence = Annotated[float, Meta(ge=0, le=1)]
IsoDate = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="An ISO 8601 date.")]
Offset = Annotated[int, Meta(ge=0, description="Characters from the start of the field.")]
Count = Annotated[int, Meta(ge=0)]
PageNumber = Annotated[int, Meta(ge=1, description="1-based page number.")]
IsoMoment = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$",
        description="An ISO 8601 date, or a date and a time.",
    ),
]
RuleCode = Annotated[str, Meta(pattern=r"^[a-z][a-z_]*(?::.+)?$", description="A code of models/rules.toml.")]


_MEASURED = "the share that was right of findings made alike in documents with known answers; null where too few were."


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
    """How an outcome is known: a decision column or phrase, the prose of the response, a person, or not at all."""

    STATED = "stated"
    INFERRED = "inferred"
    ABSENT = "absent"
    CORRECTED = "corrected"


class DateBasis(StrEnum):
    """How a document's date is known: printed in it, from the file's metadata, inferred, or given with the command."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"
    GIVEN = "given"


class FactName(StrEnum):
    """One of the document's own facts."""

    TITLE = "title"
    AUTHORITY = "authority"
    DATE = "date"
    REVIEW = "review"
    COMMITTEE = "committee"
    DRAFT = "draft"


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


class OwnerCapacity(StrEnum):
    """In what capacity an owner is named, where its column or label tells."""

    ADDRESSEE = "addressee"
    DECISION_MAKER = "decision_maker"
    LEAD = "lead"
    SUPPORT = "support"


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


class CorrectionKind(StrEnum):
    """What a person has put right: in a row, or of a document the rows themselves."""

    TEXT = "text"
    RESPONSE = "response"
    TIMESCALE = "timescale"
    PROGRESS = "progress"
    NUMBER = "number"
    THEME = "theme"
    OUTCOME = "outcome"
    POSITIONS = "positions"
    OWNERS = "owners"
    COMMITMENT_CHANGED = "commitment_changed"
    COMMITMENT_STRUCK = "commitment_struck"
    COMMITMENT_ADDED = "commitment_added"
    ROW_STRUCK = "row_struck"
    ROW_ADDED = "row_added"


class Because(Record, frozen=True, kw_only=True):
    """What made a finding: a rule, and the words of the document that it was applied to."""

    rule: Annotated[
        RuleCode, Meta(description="Its code in models/rules.toml; after a colon, the entry of a vocabulary that fits.")
    ]
    words: Annotated[str | None, Meta(description="As printed; null where it is that nothing is printed.")]


Reasons = Annotated[tuple[Because, ...], Meta(description="Which rules made it, of which words.")]


class Check(Record, frozen=True, kw_only=True):
    """That a person has compared a row with the document."""

    by: Annotated[str | None, Meta(description="Who; null where they did not say.")]
    at: Annotated[IsoMoment | None, Meta(description="When; null where that was not noted.")]


class Correction(Record, frozen=True, kw_only=True):
    """That a person has put something right, and how it was read before."""

    what: Annotated[CorrectionKind, Meta(description="What was put right.")]
    was: Annotated[
        str | None,
        Meta(description="As it was read: the words, the outcome, the owners or the commitment; null where none was."),
    ]
    by: Annotated[str | None, Meta(description="Who; null where they did not say.")]
    at: Annotated[IsoMoment | None, Meta(description="When; null where that was not noted.")]


class Interval(Record, frozen=True, kw_only=True):
    """The days that an expression covers, both ends inclusive; ``None`` where they cannot be known."""

    start: Annotated[IsoDate | None, Meta(description="First day.")]
    end: Annotated[IsoDate | None, Meta(description="Last day.")]


class DateExpression(Record, frozen=True, kw_only=True):
    """An expression of calendar time, duration or frequency."""

    text: Annotated[str, Meta(description="As printed: field[start:end].")]
    field: Annotated[Field, Meta(description="The field that it stands in.")]
    start: Offset
    end: Offset
    type: Annotated[DateType, Meta(description="What kind of time it is.")]
    interval: Annotated[Interval, Meta(description="The days that it covers.")]
    value: Annotated[str | None, Meta(description="ISO 8601 or TIMEX3 value: 2024-03, P3Y, 2022-10/2022-11.")]
    precision: Annotated[Precision | None, Meta(description="The unit that it is printed in.")]
    role: Annotated[DateRole, Meta(description="What it does in its clause.")]
    because: Reasons = ()


class OrganisationMention(Record, frozen=True, kw_only=True):
    """An organisation named in the text or the response."""

    text: Annotated[str, Meta(description="As printed: field[start:end].")]
    field: Annotated[Field, Meta(description="The field that it stands in.")]
    start: Offset
    end: Offset
    name: Annotated[str, Meta(description="Its name in full.")]
    id: Annotated[str | None, Meta(description="Public identifier with its scheme: gss:, ods:, police: …")]
    type: Annotated[
        str | None, Meta(description="What sort of organisation it is: local_authority, police_force, charity …")
    ]
    confidence: Annotated[Confidence | None, Meta(description=f"How sure the name is; {_MEASURED}")] = None
    because: Reasons = ()


class Owner(Record, frozen=True, kw_only=True):
    """A body, role or person that is to act."""

    raw: Annotated[str, Meta(description="As printed; the name where a person gave it.")]
    kind: Annotated[OwnerKind, Meta(description="What sort of owner it is.")]
    name: Annotated[str, Meta(description="In full, without a courtesy title.")]
    id: Annotated[str | None, Meta(description="Public identifier with its scheme, where it is a registered body.")] = (
        None
    )
    type: Annotated[str | None, Meta(description="What sort of organisation it is, where it is one.")] = None
    capacity: Annotated[
        OwnerCapacity | None,
        Meta(description="Who was asked, decides as a member, leads or supports; null where no title or label tells."),
    ] = None
    uncertain: Annotated[
        bool, Meta(description="Whether it is printed as a doubtful one: Tim Bradley?, Legal (TBC).")
    ] = False
    because: Reasons = ()


class Actor(Record, frozen=True, kw_only=True):
    """Who acts in a commitment: the printed words and what they stand for."""

    raw: Annotated[str, Meta(description="As printed: we, the Council, they; empty where a person named who is not.")]
    name: Annotated[str, Meta(description="Whom the words stand for, in full.")]
    id: Annotated[str | None, Meta(description="Public identifier with its scheme, where it is a registered body.")] = (
        None
    )
    because: Reasons = ()


class Deadline(Record, frozen=True, kw_only=True):
    """By when: the printed words and the days that they cover."""

    text: Annotated[str, Meta(description="As printed; empty where a person gave days that are not.")]
    start: Annotated[IsoDate | None, Meta(description="First day that it covers.")]
    end: Annotated[IsoDate | None, Meta(description="Last day that it covers.")]
    because: Reasons = ()


class Quotation(Record, frozen=True, kw_only=True):
    """A stretch of a field of a recommendation."""

    text: Annotated[str, Meta(description="Its words.")]
    field: Annotated[Field, Meta(description="The field that they stand in.")]
    start: Offset
    end: Offset


class Commitment(Record, frozen=True, kw_only=True):
    """A clause in which somebody undertakes, reports or refuses an action in answer to a recommendation."""

    id: Annotated[str, Meta(description="The recommendation's id, a stroke, and c with a running number.")]
    text: Annotated[str, Meta(description="The clause as printed: field[start:end].")]
    field: Annotated[Field, Meta(description="The field that it stands in.")]
    start: Offset
    end: Offset
    name: Annotated[str | None, Meta(description="The programme, post, group, board, contract, plan or service named.")]
    actor: Annotated[Actor | None, Meta(description="Who acts, where that is clear.")]
    status: Annotated[CommitmentStatus, Meta(description="How far it is.")]
    condition: Annotated[str | None, Meta(description="The words that it depends on: subject to funding.")]
    deadline: Annotated[Deadline | None, Meta(description="By when, where that is said.")]
    targets: Annotated[
        tuple[Quotation, ...],
        Meta(description="How many, of what, for whom: 300 places, around 200 properties a year."),
    ] = ()
    confidence: Annotated[
        Confidence | None,
        Meta(description=f"How sure it is that this is a commitment, with this status; {_MEASURED}"),
    ] = None
    because: Reasons = ()
    correction: Annotated[
        Correction | None, Meta(description="What a person did to it; null where it stands as it was read.")
    ] = None


class Outcome(Record, frozen=True, kw_only=True):
    """What was answered, in what way, how that is known and from which words."""

    value: Annotated[OutcomeValue, Meta(description="What was answered.")]
    detail: Annotated[OutcomeDetail | None, Meta(description="In what way, where more is said than the value.")]
    basis: Annotated[Basis, Meta(description="How it is known.")]
    raw: Annotated[str | None, Meta(description="The words that it was read from.")]
    confidence: Annotated[
        Confidence | None, Meta(description=f"How sure it is that value and detail are right; {_MEASURED}")
    ] = None
    because: Reasons = ()


class Position(Record, frozen=True, kw_only=True):
    """The answer of one body where it is not the row's outcome."""

    organisation: Annotated[str, Meta(description="The body whose answer differs.")]
    value: Annotated[OutcomeValue, Meta(description="What it answers.")]
    detail: Annotated[OutcomeDetail | None, Meta(description="In what way, where more is said than the value.")]
    text: Annotated[str, Meta(description="Its words: field[start:end].")]
    field: Annotated[Field, Meta(description="The field that they stand in.")]
    start: Offset
    end: Offset
    because: Reasons = ()


class PrintedCell(Record, frozen=True, kw_only=True):
    """A cell of the row as it was read, with the heading that it stands under."""

    heading: Annotated[
        str, Meta(description="The title of its column, or the label before it; empty where there is none.")
    ]
    text: Annotated[str, Meta(description="What it holds.")]


class Flag(Record, frozen=True, kw_only=True):
    """Something about a recommendation that a person should look at."""

    code: Annotated[str, Meta(description="The stable name of what was noticed.")]
    message: Annotated[str, Meta(description="The same as a plain sentence.")]
    passages: Annotated[
        tuple[Quotation, ...],
        Meta(description="The words that caused it; none where it is about something that is not there."),
    ]


class DocumentWarning(Record, frozen=True, kw_only=True):
    """Something about a document that a person should look at."""

    code: Annotated[str, Meta(description="The stable name of what was noticed.")]
    message: Annotated[str, Meta(description="The same as a plain sentence.")]
    page: Annotated[PageNumber | None, Meta(description="The page, where it is about one.")] = None


class Evidence(Record, frozen=True, kw_only=True):
    """Where on a page something stands."""

    page: Annotated[PageNumber, Meta(description="1-based page number; 1 for formats without pages.")]
    bbox: Annotated[
        tuple[float, float, float, float] | None,
        Meta(description="x0, top, x1, bottom in points, origin top left; null for formats without places."),
    ]


class Recommendation(Record, frozen=True, kw_only=True):
    """One recommendation with its answer."""

    id: Annotated[str, Meta(description="The document's id, a stroke, and the label; stable for the same bytes.")]
    number: Annotated[str | None, Meta(description="The label as printed, without the word: 1, 2.3, 9(b), CH1.")]
    parent: Annotated[str | None, Meta(description="Number of the recommendation that it is a part of.")]
    theme: Annotated[str | None, Meta(description="The heading or section that it stands under.")]
    text: Annotated[str, Meta(description="What is recommended, without the label.")]
    response: Annotated[str, Meta(description="What the answering body says; cells joined by a blank line.")]
    timescale: Annotated[str | None, Meta(description="The cell that says by when, where there is one.")]
    progress: Annotated[str | None, Meta(description="The cell that says how far it is, where there is one.")]
    cells: Annotated[tuple[PrintedCell, ...], Meta(description="Every cell of the row as it was read.")]
    outcome: Annotated[Outcome, Meta(description="What was answered.")]
    positions: Annotated[tuple[Position, ...], Meta(description="The bodies whose answer is not the outcome.")]
    owners: Annotated[tuple[Owner, ...], Meta(description="Who is to act.")]
    commitments: Annotated[tuple[Commitment, ...], Meta(description="What is undertaken, reported or refused.")]
    dates: Annotated[tuple[DateExpression, ...], Meta(description="Every expression of time.")]
    organisations: Annotated[tuple[OrganisationMention, ...], Meta(description="Every organisation named.")]
    flags: Annotated[tuple[Flag, ...], Meta(description="What a person should look at.")]
    confidence: Annotated[
        Confidence | None,
        Meta(description=f"How sure it is that the row was read right: its words, its bounds, its number; {_MEASURED}"),
    ]
    confidence_reasons: Annotated[
        tuple[str, ...], Meta(description="What speaks against that: the codes of models/confidence.toml.")
    ]
    evidence: Annotated[tuple[Evidence, ...], Meta(description="Where it stands, one box for each page.")]
    checked: Annotated[
        Check | None, Meta(description="Who has compared the row with the document; null if nobody.")
    ] = None
    corrections: Annotated[
        tuple[Correction, ...],
        Meta(description="What a person has put right in it; empty where all is as it was read."),
    ] = ()


class SourceFile(Record, frozen=True, kw_only=True):
    """The input file."""

    name: Annotated[str, Meta(description="The file's name, without its folder.")]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Hex digest of its bytes.")]
    media_type: Annotated[str, Meta(description="What its bytes are: application/pdf, text/plain …")]
    pages: Annotated[
        Annotated[int, Meta(ge=1)] | None, Meta(description="How many pages it has; null for formats without pages.")
    ]


class Authority(Record, frozen=True, kw_only=True):
    """Who is answering."""

    id: Annotated[str | None, Meta(description="Public identifier with its scheme: gss:E09000031.")]
    name: Annotated[str, Meta(description="Its name in full.")]


class DocumentDate(Record, frozen=True, kw_only=True):
    """The date of the document and how it is known."""

    text: Annotated[str, Meta(description="As printed.")]
    start: Annotated[IsoDate, Meta(description="First day.")]
    end: Annotated[IsoDate, Meta(description="Last day; the same for a single day.")]
    basis: Annotated[DateBasis, Meta(description="How it is known.")]


class Fact(Record, frozen=True, kw_only=True):
    """The words that one of the document's own facts was read from."""

    name: Annotated[FactName, Meta(description="The fact.")]
    text: Annotated[str, Meta(description="The line or paragraph as printed, or what the file says of itself.")]
    page: Annotated[
        PageNumber | None, Meta(description="Where it stands; null where the file says it and no page prints it.")
    ]


class PageCoverage(Record, frozen=True, kw_only=True):
    """How much of a page was understood."""

    page: Annotated[PageNumber, Meta(description="1-based page number; 1 for formats without pages.")]
    characters: Annotated[Count, Meta(description="Characters on it, space left out.")]
    explained: Annotated[Count, Meta(description="Those of them that are accounted for.")]


class Coverage(Record, frozen=True, kw_only=True):
    """How much of the text is accounted for: by rows, column titles, themes, the document's facts, or as furniture."""

    characters: Annotated[Count, Meta(description="Characters in the document, space left out.")]
    explained: Annotated[Count, Meta(description="Those of them that are accounted for.")]
    pages: Annotated[tuple[PageCoverage, ...], Meta(description="The same for each page that holds text.")]


class DocumentRecord(Record, frozen=True, kw_only=True):
    """The document's own facts."""

    id: Annotated[str, Meta(description="Slug of the file's stem and the first 8 hex digits of its sha256.")]
    source: Annotated[SourceFile, Meta(description="The input file.")]
    reader: Annotated[str, Meta(description="What read it: pdf, ocr, docx, xlsx, csv, html or text.")]
    title: Annotated[str | None, Meta(description="Its title as printed.")]
    authority: Annotated[Authority | None, Meta(description="Who is answering.")]
    date: Annotated[DocumentDate | None, Meta(description="The date of the document.")]
    review: Annotated[str | None, Meta(description="The title of the scrutiny review that it answers.")]
    committee: Annotated[str | None, Meta(description="The scrutiny committee or panel that recommended.")]
    draft: Annotated[bool, Meta(description="It says of itself that it is a draft, or subject to approval.")]
    facts: Annotated[tuple[Fact, ...], Meta(description="The words that its facts were read from.")]
    coverage: Annotated[Coverage, Meta(description="How much of its text is accounted for.")]
    warnings: Annotated[tuple[DocumentWarning, ...], Meta(description="What a person should look at.")]
    corrections: Annotated[
        tuple[Correction, ...], Meta(description="The rows that a person has struck out, for they are none.")
    ] = ()


class Report(Record, frozen=True, kw_only=True):
    """Everything that is written of one document: the root of ``outputs/<document id>.json``."""

    schema_version: Annotated[str, Meta(description="The version of this schema.")]
    document: Annotated[DocumentRecord, Meta(description="The document's own facts.")]
    recommendations: Annotated[
        tuple[Recommendation, ...], Meta(description="Its recommendations, in the order of the document.")
    ]

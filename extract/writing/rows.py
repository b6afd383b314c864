"""The rows of the five tables: every column with its type, what it holds, its unit and what it must satisfy.

The types are the one definition: CSV headers, typed data frames and the data package are all derived from them.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from extract.records import (
    Basis,
    CommitmentStatus,
    Confidence,
    DateRole,
    DateType,
    OutcomeDetail,
    OutcomeValue,
    PageNumber,
    Precision,
)
from extract.results import Status
from extract.writing.described import confidence, count, day, key, page, text


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the rows of all tables share: ``None`` is an empty cell, and means that the document does not say."""


class OrganisationRole(StrEnum):
    """What an organisation does in a recommendation."""

    OWNER = "owner"
    ACTOR = "actor"
    MENTIONED = "mentioned"


class YesNo(StrEnum):
    """An answer to a plain question."""

    YES = "yes"
    NO = "no"


class DocumentRow(Row, frozen=True, kw_only=True):
    """An input, read or failed."""

    document_id: Annotated[str, key("Slug of the file's stem and the first 8 hex digits of its sha256.")]
    source_name: Annotated[str, key("The input's file name.")]
    sha256: Annotated[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")] | None, text("Hex digest of the input's bytes.")]
    media_type: Annotated[str | None, text("What the input's bytes are: application/pdf, text/plain …")]
    reader: Annotated[str | None, text("The reader that read it: pdf, ocr, docx, xlsx, csv, html or text.")]
    pages: Annotated[PageNumber | None, text("Its length, where it has pages.", unit="pages")]
    title: Annotated[str | None, text("Its title as printed.")]
    authority: Annotated[str | None, text("Who is answering.")]
    authority_id: Annotated[str | None, text("Public identifier of the authority, with its scheme: gss:E09000031.")]
    document_date: Annotated[date | None, day("The date of the document; of a longer period its first day.")]
    status: Annotated[
        Status,
        text("ok; partial: read, something is doubtful, see warnings; no_response: answers no recommendation; failed."),
    ]
    recommendations: Annotated[int, count("How many recommendations were read.")]
    commitments: Annotated[int, count("How many commitments were found in their responses.")]
    warnings: Annotated[str | None, text("What to look at, in plain sentences, joined by '; '.")]
    error: Annotated[str | None, text("What went wrong with a failed input, and what to try.")]
    review: Annotated[str | None, text("The title of the scrutiny review that it answers.")]
    committee: Annotated[str | None, text("The scrutiny committee or panel that recommended.")]
    draft: Annotated[YesNo | None, text("yes: it says of itself that it is a draft, or subject to approval; or no.")]
    coverage: Annotated[
        Annotated[float, Meta(ge=0, le=1)] | None,
        text("Share of its characters that rows, titles, facts or furniture account for.", unit="0..1"),
    ]
    error_code: Annotated[
        str | None, text("The stable name of what went wrong: unknown_format, damaged_file, timed_out …")
    ]


class RecommendationRow(Row, frozen=True, kw_only=True):
    """A recommendation with its answer."""

    recommendation_id: Annotated[str, key("The document's id, a stroke, and the recommendation's label.")]
    document_id: Annotated[str, key("The document that it stands in.")]
    source_name: Annotated[str, key("The input's file name.")]
    authority: Annotated[str | None, text("Who is answering.")]
    document_date: Annotated[date | None, day("The date of the document; of a longer period its first day.")]
    number: Annotated[str | None, text("The label as printed, without the word: 1, 2.3, 9(b), CH1.")]
    parent: Annotated[str | None, text("Number of the recommendation that it is a part of.")]
    theme: Annotated[str | None, text("The heading that it stands under.")]
    recommendation: Annotated[str, text("Its text, without the label.")]
    outcome: Annotated[OutcomeValue, text("What was answered: accept, amend, reject or none.")]
    outcome_detail: Annotated[OutcomeDetail | None, text("In what way it was answered.")]
    outcome_raw: Annotated[str | None, text("The words that the outcome was read from.")]
    outcome_basis: Annotated[Basis, text("stated (a decision is printed), inferred (from prose), corrected or absent.")]
    outcome_confidence: Annotated[Confidence | None, confidence("How sure the outcome is.")]
    owners: Annotated[str | None, text("Who is to act, joined by '; '.")]
    owner_ids: Annotated[
        str | None,
        text("Public identifiers in the order of owners, joined by '; ', nothing for one without; empty if none has."),
    ]
    owners_raw: Annotated[str | None, text("The owners as printed, in the order of owners, joined by '; '.")]
    response: Annotated[str, text("What the answering body says.")]
    positions: Annotated[
        str | None,
        text("Bodies whose answer is not the outcome, each with it: 'Kent Police: reject'; joined by '; '."),
    ]
    commitments: Annotated[int, count("How many commitments were found in the response.")]
    earliest_deadline: Annotated[
        date | None, day("The earliest last day of its commitments' deadlines and of the deadlines in its response.")
    ]
    latest_deadline: Annotated[
        date | None, day("The latest last day of its commitments' deadlines and of the deadlines in its response.")
    ]
    flags: Annotated[str | None, text("Codes of what a person should look at, joined by '; '.")]
    page_first: Annotated[PageNumber | None, page("The page that it begins on.")]
    page_last: Annotated[PageNumber | None, page("The page that it ends on.")]
    confidence: Annotated[
        float | None, confidence("How sure it is that the row was read right; the outcome has its own.")
    ]
    owner_capacities: Annotated[
        str | None,
        text(
            "addressee, decision_maker, lead or support, in the order of owners, joined by '; ', nothing where the "
            "document does not tell; empty if it tells of none."
        ),
    ]
    checked: Annotated[YesNo, text("yes: a person has compared the row with the document; or no.")]
    corrected: Annotated[
        str | None,
        text(
            "What a person has put right: row_added, text, response, timescale, progress, number, theme, outcome, "
            "positions, owners, commitment_changed, commitment_struck, commitment_added; joined by '; '."
        ),
    ]


class CommitmentRow(Row, frozen=True, kw_only=True):
    """A clause in which somebody undertakes, reports or refuses an action."""

    commitment_id: Annotated[str, key("The recommendation's id, a stroke, and c with a running number.")]
    recommendation_id: Annotated[str, key("The recommendation that it answers.")]
    document_id: Annotated[str, key("The document that it stands in.")]
    number: Annotated[str | None, text("The recommendation's label as printed.")]
    outcome: Annotated[OutcomeValue, text("The outcome of the recommendation.")]
    name: Annotated[str | None, text("The programme, post, group, board, contract, plan or service named.")]
    commitment: Annotated[str, text("The clause as printed.")]
    actor: Annotated[str | None, text("Who will act, in full.")]
    actor_id: Annotated[str | None, text("Public identifier of the actor, with its scheme.")]
    actor_raw: Annotated[str | None, text("The actor as printed: we, the Council, they.")]
    status: Annotated[CommitmentStatus, text("How far it is, or what stands in its place.")]
    condition: Annotated[str | None, text("The words that it depends on: subject to funding.")]
    deadline_text: Annotated[str | None, text("By when, as printed.")]
    deadline_start: Annotated[date | None, day("First day of the deadline.")]
    deadline_end: Annotated[date | None, day("Last day of the deadline.")]
    confidence: Annotated[Confidence | None, confidence("How sure it is that this is a commitment, with this status.")]
    page: Annotated[PageNumber | None, page("The page that it begins on.")]
    targets: Annotated[str | None, text("How many, of what: 300 places; joined by '; '.")]
    corrected: Annotated[YesNo, text("yes: a person has changed or added it; or no, it stands as it was read.")]


class DateRow(Row, frozen=True, kw_only=True):
    """An expression of calendar time, duration or frequency."""

    recommendation_id: Annotated[str, key("The recommendation that it stands in.")]
    commitment_id: Annotated[str | None, text("The commitment that it stands in.")]
    text: Annotated[str, key("The expression as printed.")]
    type: Annotated[DateType, text("date (one day), period, duration, recurrence, or open (no fixed time).")]
    start: Annotated[date | None, day("First day that it covers.")]
    end: Annotated[date | None, day("Last day that it covers.")]
    value: Annotated[str | None, text("What it means: 2024-03, P3Y.", unit="ISO 8601 or TIMEX3 value")]
    precision: Annotated[Precision | None, text("The unit that it is printed in.")]
    role: Annotated[DateRole, text("What it does in its clause: deadline, start, event, period or frequency.")]
    page: Annotated[PageNumber | None, page("The page that it stands on.")]


class OrganisationRow(Row, frozen=True, kw_only=True):
    """An organisation in a recommendation, once for each role that it has there."""

    recommendation_id: Annotated[str, key("The recommendation.")]
    organisation_id: Annotated[str | None, text("Public identifier, with its scheme: gss:, ods:, police: …")]
    name: Annotated[str, key("Its name in full.")]
    type: Annotated[str | None, text("What sort of organisation it is: local_authority, police_force …")]
    role: Annotated[
        OrganisationRole, text("owner (of the recommendation), actor (of a commitment) or mentioned (in the text).")
    ]
    mentions: Annotated[int, count("How often it stands there in this role.")]
    raw: Annotated[str, text("Its different printed forms, joined by '; '.")]

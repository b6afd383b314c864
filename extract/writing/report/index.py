"""What the overview, the lists and the search of a report need of each document, and no more."""

from collections.abc import Iterator

import msgspec

from extract.records import (
    Basis,
    Commitment,
    CommitmentStatus,
    Field,
    OutcomeDetail,
    OutcomeValue,
    Owner,
    Recommendation,
)
from extract.results import Result, Status


class IndexedCommitment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A commitment: where its words stand, and what was made of them."""

    field: Field
    start: int
    end: int
    status: CommitmentStatus
    name: str | None = None
    actor: str | None = None
    actor_id: str | None = None
    deadline: tuple[str, str | None, str | None] | None = None
    condition: str | None = None


class IndexedRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recommendation; ``label`` is the end of its id."""

    label: str
    number: str | None
    text: str
    outcome: OutcomeValue
    basis: Basis
    detail: OutcomeDetail | None = None
    theme: str | None = None
    response: str = ""
    timescale: str | None = None
    progress: str | None = None
    owners: tuple[tuple[str, str | None], ...] = ()
    positions: tuple[str, ...] = ()
    commitments: tuple[IndexedCommitment, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    page: int | None = None


class IndexedWarning(msgspec.Struct, frozen=True, array_like=True):
    """A warning of a document."""

    code: str
    message: str
    page: int | None


class IndexedDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An input, read or failed."""

    id: str
    name: str
    sha256: str | None
    status: Status
    error: str | None = None
    title: str | None = None
    authority: str | None = None
    authority_id: str | None = None
    date: tuple[str, str] | None = None
    review: str | None = None
    committee: str | None = None
    reader: str | None = None
    pages: int | None = None
    draft: bool = False
    warnings: tuple[IndexedWarning, ...] = ()
    rows: tuple[IndexedRow, ...] = ()


def index(result: Result) -> IndexedDocument:
    """What is needed of a result."""
    report = result.report
    if report is None:
        return IndexedDocument(
            id=result.document_id, name=result.name, sha256=result.sha256, status=result.status, error=result.error
        )
    document = report.document
    return IndexedDocument(
        id=document.id,
        name=document.source.name,
        sha256=document.source.sha256,
        status=result.status,
        title=document.title,
        authority=document.authority.name if document.authority else None,
        authority_id=document.authority.id if document.authority else None,
        date=(document.date.start, document.date.basis) if document.date else None,
        review=document.review,
        committee=document.committee,
        reader=document.reader,
        pages=document.source.pages,
        draft=document.draft,
        warnings=tuple(IndexedWarning(each.code, each.message, each.page) for each in document.warnings),
        rows=tuple(_rows(report.recommendations)),
    )


def _rows(rows: tuple[Recommendation, ...]) -> Iterator[IndexedRow]:
    for row in rows:
        yield IndexedRow(
            label=row.id.partition("/")[2],
            number=row.number,
            text=row.text,
            outcome=row.outcome.value,
            basis=row.outcome.basis,
            detail=row.outcome.detail,
            theme=row.theme,
            response=row.response,
            timescale=row.timescale,
            progress=row.progress,
            owners=tuple(_owner(owner) for owner in row.owners),
            positions=tuple(f"{each.organisation}: {each.value}" for each in row.positions),
            commitments=tuple(_commitment(made) for made in row.commitments),
            flags=tuple((flag.code, flag.message) for flag in row.flags),
            page=row.evidence[0].page if row.evidence else None,
        )


def _owner(owner: Owner) -> tuple[str, str | None]:
    return owner.name, owner.id


def _commitment(made: Commitment) -> IndexedCommitment:
    deadline = made.deadline
    return IndexedCommitment(
        field=made.field,
        start=made.start,
        end=made.end,
        status=made.status,
        name=made.name,
        actor=made.actor.name if made.actor else None,
        actor_id=made.actor.id if made.actor else None,
        deadline=(deadline.text, deadline.start, deadline.end) if deadline else None,
        condition=made.condition,
    )

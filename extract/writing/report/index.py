"""What the overview, the lists and the search of a report need of each document, and no more."""

import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from extract.records import (
    Basis,
    Commitment,
    CommitmentStatus,
    Field,
    OutcomeDetail,
    OutcomeValue,
    Owner,
    OwnerCapacity,
    OwnerKind,
    Position,
    Recommendation,
)
from extract.results import Result, Status
from extract.writing.sinks import AsRead


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
    targets: tuple[str, ...] = ()


class IndexedOwner(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An owner."""

    name: str
    id: str | None = None
    kind: OwnerKind
    capacity: OwnerCapacity | None = None
    uncertain: bool = False


class IndexedPosition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer of a body that differs, with its words."""

    organisation: str
    value: OutcomeValue
    detail: OutcomeDetail | None = None
    quote: str
    field: Field


class IndexedRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recommendation; ``label`` is the end of its id, and ``missed`` that a person has added it."""

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
    owners: tuple[IndexedOwner, ...] = ()
    positions: tuple[IndexedPosition, ...] = ()
    commitments: tuple[IndexedCommitment, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    page: int | None = None
    missed: bool = False


class IndexedWarning(msgspec.Struct, frozen=True, array_like=True):
    """A warning of a document."""

    code: str
    message: str
    page: int | None


class IndexedDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An input, read or failed; ``wishes`` are what people have put right in it, and ``wished`` their digest."""

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
    wishes: Sequence[msgspec.Struct] = ()
    wished: str | None = None


def index(result: Result, as_read: AsRead | None = None) -> IndexedDocument:
    """What is needed of a result; of one that people have put right, what was read and what they want."""
    report = as_read.result.report if as_read else result.report
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
        rows=tuple(_rows(report.recommendations, as_read.missed if as_read else frozenset())),
        wishes=as_read.wishes if as_read else (),
        wished=hashlib.sha256(msgspec.json.encode(as_read.wishes)).hexdigest() if as_read else None,
    )


def _rows(rows: tuple[Recommendation, ...], missed: frozenset[str]) -> Iterator[IndexedRow]:
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
            positions=tuple(_position(each) for each in row.positions),
            commitments=tuple(_commitment(made) for made in row.commitments),
            flags=tuple((flag.code, flag.message) for flag in row.flags),
            page=row.evidence[0].page if row.evidence else None,
            missed=row.id in missed,
        )


def _owner(owner: Owner) -> IndexedOwner:
    return IndexedOwner(
        name=owner.name, id=owner.id, kind=owner.kind, capacity=owner.capacity, uncertain=owner.uncertain
    )


def _position(each: Position) -> IndexedPosition:
    return IndexedPosition(
        organisation=each.organisation, value=each.value, detail=each.detail, quote=each.text, field=each.field
    )


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
        targets=tuple(each.text for each in made.targets),
    )

"""What the overview, the lists and the search of a report need of each document, and no more."""

import hashlib
from collections.abc import Iterator
from typing import Final

import msgspec

from extract.records import Commitment, DateExpression, DateRole, Field, OutcomeDetail, Owner, Position, Recommendation
from extract.results import Result, row_digest
from extract.writing.report.indexed import (
    IndexedCommitment,
    IndexedDocument,
    IndexedOwner,
    IndexedPosition,
    IndexedRow,
    IndexedWarning,
)
from extract.writing.sinks import AsRead

_MONEY: Final = "conditional_on_money"


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
        money = _money(row)
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
            commitments=tuple(_commitment(made, money) for made in row.commitments),
            flags=tuple((flag.code, flag.message) for flag in row.flags),
            page=row.evidence[0].page if row.evidence else None,
            dated=any(_is_due(date) for date in row.dates),
            money=_decided_by_money(row),
            missed=row.id in missed,
            digest=row_digest(row),
        )


def _is_due(date: DateExpression) -> bool:
    """Whether it is a deadline that the answering body names: one in the recommendation itself is the panel's."""
    if date.role is not DateRole.DEADLINE or date.field not in {Field.RESPONSE, Field.TIMESCALE}:
        return False
    return date.interval.start is not None or date.interval.end is not None


_Place = tuple[Field, int, int]


def _money(row: Recommendation) -> frozenset[_Place]:
    """Where the words stand that depend on money."""
    passages = (each for flag in row.flags if flag.code == _MONEY for each in flag.passages)
    return frozenset((each.field, each.start, each.end) for each in passages)


def _decided_by_money(row: Recommendation) -> bool:
    """Whether the decision depends on money; where it stands in a cell of its own, its flag quotes no passage."""
    if row.outcome.detail is not OutcomeDetail.CONDITIONAL:
        return False
    flags = [flag for flag in row.flags if flag.code == _MONEY]
    return any(not flag.passages or any(each.text == row.outcome.raw for each in flag.passages) for flag in flags)


def _owner(owner: Owner) -> IndexedOwner:
    return IndexedOwner(
        name=owner.name, id=owner.id, kind=owner.kind, capacity=owner.capacity, uncertain=owner.uncertain
    )


def _position(each: Position) -> IndexedPosition:
    return IndexedPosition(
        organisation=each.organisation, value=each.value, detail=each.detail, quote=each.text, field=each.field
    )


def _commitment(made: Commitment, money: frozenset[_Place]) -> IndexedCommitment:
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
        money=(made.field, made.start, made.end) in money,
        targets=tuple(each.text for each in made.targets),
    )

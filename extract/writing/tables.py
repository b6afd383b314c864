"""Results as the rows of the five tables; nothing is written here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from extract.records import (
    Commitment,
    Coverage,
    DateExpression,
    DateRole,
    Field,
    OwnerKind,
    Position,
    Recommendation,
    Report,
)
from extract.results import PageMarks, Result
from extract.writing.pages import first_page, page_of
from extract.writing.rows import (
    CommitmentRow,
    DateRow,
    DocumentRow,
    OrganisationRole,
    OrganisationRow,
    RecommendationRow,
    Row,
    YesNo,
)

SEPARATOR = "; "
"""What stands between the items of a list in a cell."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of a batch, in the order of the inputs and then of each document."""

    documents: tuple[DocumentRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    commitments: tuple[CommitmentRow, ...]
    dates: tuple[DateRow, ...]
    organisations: tuple[OrganisationRow, ...]

    def rows_of(self, name: str) -> tuple[Row, ...]:
        """The rows of the table of that name."""
        rows: dict[str, tuple[Row, ...]] = {
            "documents": self.documents,
            "recommendations": self.recommendations,
            "commitments": self.commitments,
            "dates": self.dates,
            "organisations": self.organisations,
        }
        return rows[name]


class _Place(NamedTuple):
    """A recommendation, the report that it is of, and its pages."""

    report: Report
    recommendation: Recommendation
    marks: PageMarks


def to_tables(results: Iterable[Result]) -> Tables:
    """The rows of all results. Of results with the same document id (the same file given twice) the first counts."""
    first: dict[str, Result] = {}
    for result in results:
        first.setdefault(result.document_id, result)
    each = [tables_of(result) for result in first.values()]
    return Tables(
        tuple(row for tables in each for row in tables.documents),
        tuple(row for tables in each for row in tables.recommendations),
        tuple(row for tables in each for row in tables.commitments),
        tuple(row for tables in each for row in tables.dates),
        tuple(row for tables in each for row in tables.organisations),
    )


def tables_of(result: Result) -> Tables:
    """The rows of one result."""
    places = tuple(_places(result))
    return Tables(
        (_document(result),),
        tuple(_recommendation(place) for place in places),
        tuple(row for place in places for row in _commitments(place)),
        tuple(row for place in places for row in _dates(place)),
        tuple(row for place in places for row in _organisations(place.recommendation)),
    )


def _places(result: Result) -> Iterator[_Place]:
    if result.report:
        for recommendation in result.report.recommendations:
            yield _Place(result.report, recommendation, result.page_marks.get(recommendation.id, ()))


def _document(result: Result) -> DocumentRow:
    report = result.report
    document = report.document if report else None
    authority = document.authority if document else None
    recommendations = report.recommendations if report else ()
    return DocumentRow(
        document_id=result.document_id,
        source_name=result.name,
        sha256=result.sha256,
        media_type=result.media_type,
        reader=document.reader if document else None,
        pages=document.source.pages if document else None,
        title=document.title if document else None,
        authority=authority.name if authority else None,
        authority_id=authority.id if authority else None,
        document_date=_document_date(report) if report else None,
        status=result.status,
        recommendations=len(recommendations),
        commitments=sum(len(each.commitments) for each in recommendations),
        warnings=_listed(warning.message for warning in document.warnings) if document else None,
        error=result.error,
        review=document.review if document else None,
        committee=document.committee if document else None,
        draft=_said(document.draft) if document else None,
        coverage=_share(document.coverage) if document else None,
        error_code=result.error_code,
    )


def _recommendation(place: _Place) -> RecommendationRow:
    report, this, _ = place
    document, outcome = report.document, this.outcome
    due = tuple(_deadlines(this))
    return RecommendationRow(
        recommendation_id=this.id,
        document_id=document.id,
        source_name=document.source.name,
        authority=document.authority.name if document.authority else None,
        document_date=_document_date(report),
        number=this.number,
        parent=this.parent,
        theme=this.theme,
        recommendation=this.text,
        outcome=outcome.value,
        outcome_detail=outcome.detail,
        outcome_raw=outcome.raw,
        outcome_basis=outcome.basis,
        outcome_confidence=outcome.confidence,
        owners=_listed(owner.name for owner in this.owners),
        owner_ids=_listed(owner.id or "" for owner in this.owners),
        owners_raw=_listed(owner.raw for owner in this.owners),
        response=this.response,
        positions=_listed(_position(each) for each in this.positions),
        commitments=len(this.commitments),
        earliest_deadline=min(due, default=None),
        latest_deadline=max(due, default=None),
        flags=_listed(flag.code for flag in this.flags),
        page_first=first_page(this),
        page_last=max((each.page for each in this.evidence), default=None),
        confidence=this.confidence,
        owner_capacities=_listed(owner.capacity or "" for owner in this.owners),
        checked=_said(this.checked is not None),
        corrected=_listed(dict.fromkeys(str(each.what) for each in this.corrections)),
    )


def _commitments(place: _Place) -> Iterator[CommitmentRow]:
    report, recommendation, _ = place
    for this in recommendation.commitments:
        actor, deadline = this.actor, this.deadline
        yield CommitmentRow(
            commitment_id=this.id,
            recommendation_id=recommendation.id,
            document_id=report.document.id,
            number=recommendation.number,
            outcome=recommendation.outcome.value,
            name=this.name,
            commitment=this.text,
            actor=actor.name if actor else None,
            actor_id=actor.id if actor else None,
            actor_raw=actor.raw if actor else None,
            status=this.status,
            condition=this.condition,
            deadline_text=deadline.text if deadline else None,
            deadline_start=_day(deadline.start) if deadline else None,
            deadline_end=_day(deadline.end) if deadline else None,
            confidence=this.confidence,
            page=_page(place, this.field, this.start),
            targets=_listed(target.text for target in this.targets),
            corrected=_said(this.correction is not None),
        )


def _dates(place: _Place) -> Iterator[DateRow]:
    for this in place.recommendation.dates:
        yield DateRow(
            recommendation_id=place.recommendation.id,
            commitment_id=_commitment_around(this, place.recommendation.commitments),
            text=this.text,
            type=this.type,
            start=_day(this.interval.start),
            end=_day(this.interval.end),
            value=this.value,
            precision=this.precision,
            role=this.role,
            page=_page(place, this.field, this.start),
        )


def _organisations(this: Recommendation) -> Iterator[OrganisationRow]:
    """The organisations of a recommendation, one row for each pair of name and role, in order of appearance."""
    seen: dict[tuple[OrganisationRole, str], list[_Naming]] = {}
    for naming in _namings(this):
        seen.setdefault((naming.role, naming.name), []).append(naming)
    for (role, name), namings in seen.items():
        yield OrganisationRow(
            recommendation_id=this.id,
            organisation_id=next((each.id for each in namings if each.id), None),
            name=name,
            type=next((each.type for each in namings if each.type), None),
            role=role,
            mentions=len(namings),
            raw=SEPARATOR.join(dict.fromkeys(each.raw for each in namings)),
        )


class _Naming(NamedTuple):
    role: OrganisationRole
    name: str
    id: str | None
    type: str | None
    raw: str


def _namings(this: Recommendation) -> Iterator[_Naming]:
    """Every time that an organisation is named. An actor counts where it is known to be an organisation."""
    owners = tuple(owner for owner in this.owners if owner.kind is OwnerKind.ORGANISATION)
    types = {owner.name: owner.type for owner in owners} | {each.name: each.type for each in this.organisations}
    for owner in owners:
        yield _Naming(OrganisationRole.OWNER, owner.name, owner.id, owner.type, owner.raw)
    for commitment in this.commitments:
        actor = commitment.actor
        if actor and (actor.id or actor.name in types):
            yield _Naming(OrganisationRole.ACTOR, actor.name, actor.id, types.get(actor.name), actor.raw)
    for mention in this.organisations:
        yield _Naming(OrganisationRole.MENTIONED, mention.name, mention.id, mention.type, mention.text)


def _deadlines(this: Recommendation) -> Iterator[date]:
    """The last days of the deadlines that the answering body names; the panel's own (in the text) are none."""
    for commitment in this.commitments:
        if commitment.deadline and (day := _day(commitment.deadline.end or commitment.deadline.start)):
            yield day
    for expression in this.dates:
        answered = expression.role is DateRole.DEADLINE and expression.field in {Field.RESPONSE, Field.TIMESCALE}
        if answered and (day := _day(expression.interval.end or expression.interval.start)):
            yield day


def _commitment_around(this: DateExpression, commitments: Iterable[Commitment]) -> str | None:
    around = (
        each for each in commitments if each.field is this.field and each.start <= this.start and this.end <= each.end
    )
    return next((each.id for each in around), None)


def _page(place: _Place, field: Field, offset: int) -> int | None:
    return page_of(place.recommendation, place.marks, field, offset)


def _position(this: Position) -> str:
    return f"{this.organisation}: {this.value}" + (f" ({this.detail})" if this.detail else "")


def _document_date(report: Report) -> date | None:
    return _day(report.document.date.start) if report.document.date else None


def _said(holds: bool) -> YesNo:  # noqa: FBT001 - one value
    return YesNo.YES if holds else YesNo.NO


def _share(coverage: Coverage) -> float:
    """The share of the characters that are accounted for; all of none are."""
    return round(coverage.explained / coverage.characters, 3) if coverage.characters else 1.0


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _listed(items: Iterable[str]) -> str | None:
    """The items in one cell; ``None`` where there are none or all are empty."""
    together = tuple(items)
    return SEPARATOR.join(together) if any(together) else None

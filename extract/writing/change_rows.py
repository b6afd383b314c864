"""The rows of ``changes.csv``: a difference between an earlier reading and this one, with both places."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from extract.changes import Change, DocumentComparison, DocumentNamed, Kind, Where
from extract.records import PageNumber
from extract.writing.rows import Row


def _meta(description: str, unit: str = "none") -> Meta:
    return Meta(description=description, extra={"unit": unit})


class ChangeRow(Row, frozen=True, kw_only=True):
    """A difference between an earlier reading and this one."""

    change: Annotated[Kind, _meta("What became of it; models/comparing.toml has a sentence for each.")]
    seriousness: Annotated[int, Meta(description="1 is the most serious.", ge=1, extra={"unit": "rank"})]
    authority: Annotated[str | None, _meta("Who is answering.")]
    review: Annotated[str | None, _meta("The title of the scrutiny review, or else of the document.")]
    number: Annotated[str | None, _meta("The label of the recommendation now, or then where it is gone.")]
    recommendation: Annotated[str | None, _meta("Its text.")]
    before: Annotated[str | None, _meta("What was read then: words, an outcome, a status, an owner, a date.")]
    after: Annotated[str | None, _meta("What is read now.")]
    promised: Annotated[str | None, _meta("The words of the promise then, of a difference that is about one.")]
    reported: Annotated[str | None, _meta("What is said of it now.")]
    days: Annotated[
        int | None,
        _meta("By how many days a date moved (negative: it came earlier), or how many an answer was late.", "days"),
    ]
    explanation: Annotated[str, _meta("The same as a plain sentence.")]
    because: Annotated[str | None, _meta("Why the two are taken to be the same thing.")]
    old_document_id: Annotated[str | None, _meta("The document of then.")]
    old_document_date: Annotated[date | None, _meta("Its date, where it prints one.", "ISO 8601 date")]
    old_recommendation_id: Annotated[str | None, _meta("The recommendation of then.")]
    old_commitment_id: Annotated[str | None, _meta("The commitment of then.")]
    old_page: Annotated[PageNumber | None, _meta("The first page of the recommendation then.", "page number")]
    new_document_id: Annotated[str | None, _meta("The document of now.")]
    new_document_date: Annotated[date | None, _meta("Its date, where it prints one.", "ISO 8601 date")]
    new_recommendation_id: Annotated[str | None, _meta("The recommendation of now.")]
    new_commitment_id: Annotated[str | None, _meta("The commitment of now.")]
    new_page: Annotated[PageNumber | None, _meta("The first page of the recommendation now.", "page number")]


def change_row(change: Change, compared: DocumentComparison, seriousness: int) -> ChangeRow:
    """The row of a difference."""
    old, new, named = change.old, change.new, compared.new or compared.old
    return ChangeRow(
        change=change.kind,
        seriousness=seriousness,
        authority=named.authority if named else None,
        review=named.review if named else None,
        number=change.number,
        recommendation=change.recommendation,
        before=change.before,
        after=change.after,
        promised=change.promised,
        reported=change.reported,
        days=change.days,
        explanation=change.explanation,
        because=change.because,
        old_document_id=old.document if old else None,
        old_document_date=_date(old, compared.old),
        old_recommendation_id=old.recommendation if old else None,
        old_commitment_id=old.commitment if old else None,
        old_page=old.page if old else None,
        new_document_id=new.document if new else None,
        new_document_date=_date(new, compared.new),
        new_recommendation_id=new.recommendation if new else None,
        new_commitment_id=new.commitment if new else None,
        new_page=new.page if new else None,
    )


def _date(where: Where | None, named: DocumentNamed | None) -> date | None:
    """The date of a document, where the difference is seen in it."""
    shown = named and named.date and where and where.document == named.id
    return date.fromisoformat(named.date) if shown and named and named.date else None

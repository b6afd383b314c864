"""The rows of the tables that hold, item by item, what the five tables join in one cell; and the places on the pages.

They are of databases, Parquet and data frames; the CSV files stay five.
"""

from typing import Annotated

from extract.records import OutcomeDetail, OutcomeValue, OwnerCapacity, OwnerKind, PageNumber
from extract.writing.described import count, key, page, points, text
from extract.writing.rows import Row, YesNo


class WarningRow(Row, frozen=True, kw_only=True):
    """Something about a document that a person should look at."""

    document_id: Annotated[str, key("The document.")]
    place: Annotated[int, count("Its place among the warnings of the document, from 0.")]
    code: Annotated[str, key("The stable name of what was noticed.")]
    message: Annotated[str, text("The same as a plain sentence.")]
    page: Annotated[PageNumber | None, page("The page, where it is about one.")]


class EvidenceRow(Row, frozen=True, kw_only=True):
    """Where a recommendation stands: one row for each page."""

    recommendation_id: Annotated[str, key("The recommendation.")]
    place: Annotated[int, count("Its place among those of the recommendation, from 0.")]
    page: Annotated[PageNumber, page("The page; 1 for formats without pages.")]
    x0: Annotated[float | None, points("Its left edge from the left of the page; empty for formats without places.")]
    top: Annotated[float | None, points("Its upper edge from the top of the page.")]
    x1: Annotated[float | None, points("Its right edge from the left of the page.")]
    bottom: Annotated[float | None, points("Its lower edge from the top of the page.")]


class OwnerRow(Row, frozen=True, kw_only=True):
    """Somebody who is to act on a recommendation."""

    recommendation_id: Annotated[str, key("The recommendation.")]
    place: Annotated[int, count("Its place among the owners of the recommendation, from 0.")]
    name: Annotated[str, text("In full, without a courtesy title.")]
    id: Annotated[str | None, text("Public identifier with its scheme, where it is a registered body.")]
    kind: Annotated[OwnerKind, text("organisation, role, person or group.")]
    capacity: Annotated[
        OwnerCapacity | None,
        text("addressee, decision_maker, lead or support; empty where the document does not tell."),
    ]
    raw: Annotated[str, text("As printed.")]
    type: Annotated[str | None, text("What sort of organisation it is, where it is one: local_authority …")]
    uncertain: Annotated[YesNo, text("yes: it is printed as a doubtful one, as Legal (TBC); or no.")]


class PositionRow(Row, frozen=True, kw_only=True):
    """The answer of one body where it is not the outcome of the recommendation."""

    recommendation_id: Annotated[str, key("The recommendation.")]
    place: Annotated[int, count("Its place among the positions of the recommendation, from 0.")]
    organisation: Annotated[str, text("The body whose answer differs.")]
    value: Annotated[OutcomeValue, text("What it answers: accept, amend, reject or none.")]
    detail: Annotated[OutcomeDetail | None, text("In what way, where more is said than the value.")]
    words: Annotated[str, text("Its words as printed.")]


class FlagRow(Row, frozen=True, kw_only=True):
    """Something about a recommendation that a person should look at."""

    recommendation_id: Annotated[str, key("The recommendation.")]
    place: Annotated[int, count("Its place among the flags of the recommendation, from 0: the gravest first.")]
    code: Annotated[str, key("The stable name of what was noticed.")]
    message: Annotated[str, text("The same as a plain sentence.")]
    words: Annotated[str | None, text("The first words that caused it; empty where something is not there.")]

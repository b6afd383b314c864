"""The tables of details, and results as their rows; nothing is written here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extract.records import Recommendation
from extract.results import Result
from extract.writing.columns import Link, TableType
from extract.writing.detail_rows import EvidenceRow, FlagRow, OwnerRow, PositionRow, WarningRow
from extract.writing.rows import Row, YesNo

_OF_RECOMMENDATION: Final = (Link("recommendation_id", "recommendations"),)
_KEY: Final = ("recommendation_id", "place")
_NO_BOX: Final = (None, None, None, None)

EVIDENCE: Final = TableType("evidence", EvidenceRow, "Where recommendations stand", _KEY, _OF_RECOMMENDATION)
OWNERS: Final = TableType("recommendation_owners", OwnerRow, "Who is to act", _KEY, _OF_RECOMMENDATION)
POSITIONS: Final = TableType("positions", PositionRow, "Answers that differ", _KEY, _OF_RECOMMENDATION)
FLAGS: Final = TableType("recommendation_flags", FlagRow, "What to look at", _KEY, _OF_RECOMMENDATION)
WARNINGS: Final = TableType(
    "document_warnings",
    WarningRow,
    "What to look at in documents",
    ("document_id", "place"),
    (Link("document_id", "documents"),),
)
DETAILS: Final = (WARNINGS, EVIDENCE, OWNERS, POSITIONS, FLAGS)
"""The tables of details; those of the five that they refer to come before them."""


@dataclass(frozen=True, slots=True)
class Details:
    """The rows of details of a result, in the order of the document."""

    warnings: tuple[WarningRow, ...]
    evidence: tuple[EvidenceRow, ...]
    owners: tuple[OwnerRow, ...]
    positions: tuple[PositionRow, ...]
    flags: tuple[FlagRow, ...]

    def rows_of(self, name: str) -> tuple[Row, ...]:
        """The rows of the table of that name."""
        rows: dict[str, tuple[Row, ...]] = {
            WARNINGS.name: self.warnings,
            EVIDENCE.name: self.evidence,
            OWNERS.name: self.owners,
            POSITIONS.name: self.positions,
            FLAGS.name: self.flags,
        }
        return rows[name]


def details_of(result: Result) -> Details:
    """The rows of details of one result; none where it failed."""
    each = result.report.recommendations if result.report else ()
    return Details(
        tuple(_warnings(result)),
        tuple(row for this in each for row in evidence_of(this)),
        tuple(row for this in each for row in owners_of(this)),
        tuple(row for this in each for row in positions_of(this)),
        tuple(row for this in each for row in flags_of(this)),
    )


def evidence_of(this: Recommendation) -> Iterator[EvidenceRow]:
    """Where a recommendation stands."""
    for place, found in enumerate(this.evidence):
        x0, top, x1, bottom = found.bbox or _NO_BOX
        yield EvidenceRow(recommendation_id=this.id, place=place, page=found.page, x0=x0, top=top, x1=x1, bottom=bottom)


def owners_of(this: Recommendation) -> Iterator[OwnerRow]:
    """Who is to act on a recommendation."""
    for place, owner in enumerate(this.owners):
        yield OwnerRow(
            recommendation_id=this.id,
            place=place,
            name=owner.name,
            id=owner.id,
            kind=owner.kind,
            capacity=owner.capacity,
            raw=owner.raw,
            type=owner.type,
            uncertain=YesNo.YES if owner.uncertain else YesNo.NO,
        )


def positions_of(this: Recommendation) -> Iterator[PositionRow]:
    """The answers of bodies that are not the outcome of a recommendation."""
    for place, position in enumerate(this.positions):
        yield PositionRow(
            recommendation_id=this.id,
            place=place,
            organisation=position.organisation,
            value=position.value,
            detail=position.detail,
            words=position.text,
        )


def flags_of(this: Recommendation) -> Iterator[FlagRow]:
    """What a person should look at in a recommendation."""
    for place, flag in enumerate(this.flags):
        words = flag.passages[0].text if flag.passages else None
        yield FlagRow(recommendation_id=this.id, place=place, code=flag.code, message=flag.message, words=words)


def _warnings(result: Result) -> Iterator[WarningRow]:
    document = result.report.document if result.report else None
    for place, warning in enumerate(document.warnings if document else ()):
        yield WarningRow(
            document_id=result.document_id, place=place, code=warning.code, message=warning.message, page=warning.page
        )

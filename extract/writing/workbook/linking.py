"""What the cells of a row lead to: other rows of the same document, and the report."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extract.writing.change_rows import ChangeRow
from extract.writing.rows import CommitmentRow, DateRow, DocumentRow, OrganisationRow, RecommendationRow, Row
from extract.writing.tables import Tables
from extract.writing.workbook.about import A_ROW
from extract.writing.workbook.headings import REPORT
from extract.writing.workbook.own_rows import EVERYTHING, AboutRow, LookRow, SummaryRow
from extract.writing.workbook.places import Link, Place, to_report, to_row, to_sheet
from extract.writing.workbook.streaming import Sheet


class Targets(NamedTuple):
    """Where the rows of a document stand, by the id of a recommendation or of the document.

    Attributes:
        rows: its own row.
        first: the first of its commitments, or the first recommendation of the document.
    """

    rows: Mapping[str, Place]
    first: Mapping[str, Place]


def targets_of(tables: Tables, sheets: Mapping[str, Sheet]) -> Targets:
    """Where the rows of a document, none of which is written yet, will stand."""
    rows = {row.document_id: sheets["documents"].next(number) for number, row in enumerate(tables.documents)}
    first = dict[str, Place]()
    for number, row in enumerate(tables.recommendations):
        rows[row.recommendation_id] = place = sheets["recommendations"].next(number)
        first.setdefault(row.document_id, place)
    for number, made in enumerate(tables.commitments):
        first.setdefault(made.recommendation_id, sheets["commitments"].next(number))
    return Targets(rows, first)


def links_of(row: Row, targets: Targets) -> dict[str, Link]:
    """What the cells of a row lead to, by the names of their columns."""
    return _given(dict(_links(row, targets)))


def _links(row: Row, targets: Targets) -> Iterator[tuple[str, Link | None]]:
    match row:
        case DocumentRow():
            yield "recommendations", _to(targets.first.get(row.document_id), "Go to its first recommendation")
        case RecommendationRow():
            yield "commitments", _to(targets.first.get(row.recommendation_id), "Go to the first of its commitments")
            yield REPORT, to_report(row.recommendation_id)
        case CommitmentRow():
            name = "number" if row.number else "recommendation_id"
            yield name, _to(targets.rows.get(row.recommendation_id), "Go to its recommendation")
            yield REPORT, to_report(row.recommendation_id)
        case DateRow() | OrganisationRow():
            yield "recommendation_id", _to(targets.rows.get(row.recommendation_id), "Go to its recommendation")
        case _:
            return


def summary_links(row: SummaryRow) -> dict[str, Link]:
    """What the cells of a row of the summary lead to: the count of all rows of a sheet, to that sheet."""
    return {"measure": to_sheet(row.measure)} if row.group == EVERYTHING else {}


def about_links(row: AboutRow) -> dict[str, Link]:
    """What the cells of a row of About lead to: the row that tells what a sheet is, to that sheet."""
    return {"sheet": to_sheet(row.sheet)} if row.subject == A_ROW else {}


def look_links(row: LookRow, place: Place | None) -> dict[str, Link]:
    """What the cells of a row of Needs a look lead to; ``place`` is where its recommendation or document stands."""
    report = to_report(row.recommendation_id or row.document_id) if row.in_the_report else None
    about = "number" if row.number else "recommendation_id" if row.recommendation_id else "document_id"
    return _given({about: _to(place, "Go to its row"), REPORT: report})


def change_links(row: ChangeRow, place: Place | None) -> dict[str, Link]:
    """What the cells of a row of Changes lead to; what is gone has no place, and no link."""
    own = row.new_recommendation_id or row.new_document_id
    about = "number" if row.number else "new_recommendation_id" if row.new_recommendation_id else "new_document_id"
    return _given({about: _to(place, "Go to its row"), REPORT: to_report(own) if own else None})


def _given(links: Mapping[str, Link | None]) -> dict[str, Link]:
    return {name: link for name, link in links.items() if link}


def _to(place: Place | None, tip: str) -> Link | None:
    return to_row(place, tip) if place else None

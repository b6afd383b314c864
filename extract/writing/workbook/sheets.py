"""The sheets of the workbook, in their order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.writing.columns import CHANGES, TABLES, Column, ColumnType, TableType
from extract.writing.workbook.headings import NOTE, REPORT, Heading, SheetType, heading_of
from extract.writing.workbook.own_rows import ABOUT, LOOKS, SUMMARY

_ORDER: Final = ("recommendations", "commitments", "dates", "organisations", "documents")

_FIRST: Final = {
    "recommendations": (
        *("number", "authority", "recommendation", "outcome", "outcome_detail", "owners", "response", "commitments"),
        *("earliest_deadline", "latest_deadline", "flags", REPORT),
    ),
    "commitments": (
        *("number", "commitment", "status", "actor", "deadline_end", "deadline_text", "condition", "name", "targets"),
        *("outcome", REPORT, "recommendation_id"),
    ),
    "dates": ("text", "type", "role", "start", "end", "value", "precision", "page", "recommendation_id"),
    "organisations": ("name", "type", "role", "mentions", "raw", "organisation_id", "recommendation_id"),
    "documents": (
        *("source_name", "status", "authority", "title", "document_date", "pages", "recommendations", "commitments"),
        *("warnings", "error"),
    ),
}
"""The columns of each table that a person reads, in that order; all others come after them."""

_FIRST_OF_CHANGES: Final = (
    *("number", "change", "authority", "review", "recommendation", "before", "after", "days", "promised"),
    *("reported", "explanation", "old_document_date", "new_document_date", REPORT),
)

_REPORT: Final = Column(
    name=REPORT,
    type=ColumnType.STRING,
    description="A link to the place of the recommendation in report.html, in the folder of this workbook.",
    unit="none",
    optional=False,
    required=True,
)


def _sheet(table: TableType, names: Sequence[str]) -> SheetType:
    """The sheet of a table of files; the columns of these names stand first, and are for reading."""
    columns = {column.name: column for column in (*table.columns, _REPORT)}
    first = [columns.pop(name) for name in names]
    rest = [column for column in columns.values() if column is not _REPORT]
    return SheetType(table, tuple(heading_of(table, column) for column in (*first, *rest)), len(first))


def _own(table: TableType, note: str = NOTE) -> SheetType:
    """A sheet that only the workbook has."""
    headings = tuple(heading_of(table, column) for column in table.columns)
    return SheetType(table, headings, sum(not heading.is_identifier for heading in headings), note)


_TABLES: Final = {table.name: table for table in TABLES}

SHEETS: Final = (
    _own(
        SUMMARY, "One table of counts. The name of a sheet leads to it. The sheet About explains each sheet and column."
    ),
    *(_sheet(_TABLES[name], _FIRST[name]) for name in _ORDER),
    _own(LOOKS),
    _own(
        ABOUT, "One table. It begins with what holds of all sheets; each sheet with its columns, and the flags, follow."
    ),
)
"""All sheets, but for that of a comparison."""


def with_changes(names: Sequence[str]) -> tuple[SheetType, ...]:
    """The sheets of a batch that is compared with an earlier output: “Changes” stands before “About”.

    Args:
        names: what kinds of differences are called in the cells.
    """
    kind = _sheet(CHANGES, _FIRST_OF_CHANGES)
    told = replace(kind, headings=tuple(_told(heading, names) for heading in kind.headings))
    return (*SHEETS[:-1], told, SHEETS[-1])


def _told(heading: Heading, names: Sequence[str]) -> Heading:
    """The heading of a column of differences, of which one has words instead of codes."""
    if heading.column.name != "change":
        return heading
    description = "What became of it; the files have a code for each."
    return replace(heading, column=replace(heading.column, values=tuple(names), description=description))

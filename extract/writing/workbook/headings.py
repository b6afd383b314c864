"""What a sheet is: its columns, in an order for reading, with their widths, choices and colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extract.writing.columns import Column, ColumnType, TableType
from extract.writing.workbook.tones import TONES, Tone

REPORT: Final = "in_the_report"
"""The column that leads to a place in the report; no CSV file has it."""

ABOUT: Final = "About"
"""The sheet that explains all others."""

NOTE: Final = (
    "One table. An empty cell: the document does not say it, or it does not apply. "
    "The sheet About explains each column."
)
"""What is to be known of the table of a sheet before it is read."""

_WIDTHS: Final = {ColumnType.STRING: 22, ColumnType.INTEGER: 12, ColumnType.NUMBER: 12, ColumnType.DATE: 13}
_OWN_WIDTHS: Final = {
    "number": 13,
    "authority": 28,
    "recommendation": 60,
    "recommendations": 18,
    "response": 70,
    "commitment": 60,
    "commitments": 16,
    "outcome": 11,
    "outcome_detail": 15,
    "owners": 28,
    "flags": 30,
    "positions": 28,
    "source_name": 34,
    "title": 40,
    "warnings": 60,
    "error": 40,
    "status": 16,
    "actor": 26,
    "name": 30,
    "raw": 28,
    "text": 28,
    "role": 12,
    "page": 8,
    "level": 9,
    "message": 55,
    "words": 50,
    "measure": 42,
    "group": 46,
    "code": 30,
    "recommendation_id": 40,
    "document_id": 36,
    "organisation_id": 34,
    "subject": 30,
    "explanation": 90,
    "change": 24,
    "before": 45,
    "after": 45,
    "promised": 45,
    "reported": 45,
    "days": 9,
    "because": 40,
    REPORT: 16,
}
"""Where a column is wider or narrower than others of its type."""

_CHOSEN: Final = {("recommendations", "outcome"), ("recommendations", "outcome_detail"), ("commitments", "status")}
"""The columns whose values a person may well correct, of which each offers its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column of a sheet.

    Attributes:
        column: what it holds.
        width: in characters.
        choices: the values that it offers when a cell is changed.
        tones: the colours of its words.
        is_identifier: it is for programs, and stands on one line, however long it is.
    """

    column: Column
    width: int
    choices: tuple[str, ...]
    tones: Mapping[str, Tone]
    is_identifier: bool

    @property
    def title(self) -> str:
        """What stands in the first row."""
        return titled(self.column.name)


@dataclass(frozen=True, slots=True)
class SheetType:
    """A kind of sheet.

    Attributes:
        table: what its rows are.
        headings: its columns in order.
        printed: how many of them are printed: those that a person reads, and not the identifiers after them.
        note: what is to be known before its table is read.
    """

    table: TableType
    headings: tuple[Heading, ...]
    printed: int
    note: str = NOTE

    @property
    def name(self) -> str:
        """What its tab says."""
        return titled(self.table.name)

    @property
    def row_is(self) -> str:
        """What each row is, as a sentence."""
        return (self.table.row.__doc__ or "").strip().partition("\n")[0]


def titled(name: str) -> str:
    """The name of a column or table as people write it: ``Outcome detail``."""
    return name.replace("_", " ").capitalize()


def heading_of(table: TableType, column: Column) -> Heading:
    """The column of a table as one of its sheet."""
    tones = TONES.get(column.name, {})
    return Heading(
        column=column,
        width=_OWN_WIDTHS.get(column.name, _WIDTHS[column.type]),
        choices=column.values if (table.name, column.name) in _CHOSEN else (),
        tones={value: tones[value] for value in column.values if value in tones},
        is_identifier=column.name.endswith(("_id", "_ids", "sha256")),
    )

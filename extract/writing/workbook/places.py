"""Places that a cell leads to: a row of the workbook, or the report beside it."""

from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import quote

REPORT_FILE: Final = "report.html"

MOST_ROWS: Final = 1_048_576
"""The rows that a sheet of Excel has, those above a table included."""

HEADING_ROW: Final = 3
"""The row of the headings: the title of the sheet stands above them, and what is to be known of its table."""

_LONGEST_ADDRESS = 2_000  # Excel takes 2,079 characters


class Place(NamedTuple):
    """A row of a sheet, counted from 1 as Excel does."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Link:
    """What a cell leads to.

    Attributes:
        address: as XlsxWriter takes it.
        tip: what is shown of it to a person.
    """

    address: str
    tip: str


def place_of(name: str, index: int) -> Place:
    """The place of a row of a table, which goes on in ``Dates 2`` where a sheet is full.

    Args:
        name: of its first sheet.
        index: how many rows of the table stand before it.
    """
    sheet, row = divmod(index, MOST_ROWS - HEADING_ROW)
    return Place(name if sheet == 0 else f"{name} {sheet + 1}", row + HEADING_ROW + 1)


def to_row(place: Place, tip: str) -> Link:
    """The link to a row of the workbook."""
    return Link(f"internal:'{place.sheet}'!A{place.row}", tip)


def to_sheet(name: str) -> Link:
    """The link to a sheet, which is read from its title on."""
    return Link(f"internal:'{name}'!A1", f"Go to the sheet {name}")


def to_report(identifier: str) -> Link | None:
    """The link to a document or a recommendation in the report; ``None`` where its id is too long for Excel.

    The stroke of the id is written by its number, for XlsxWriter would turn it round as in a path of Windows; browsers
    read one for the other.
    """
    address = f"external:{REPORT_FILE}#{quote(identifier, safe='', errors='replace')}"
    return Link(address, "Go to its place in the report") if len(address) <= _LONGEST_ADDRESS else None

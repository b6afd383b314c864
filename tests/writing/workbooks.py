"""What tests of the workbook share: reading it back as another program does."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl

from extract.writing.workbook.texts import to_text

NAMES = (
    *("Summary", "Recommendations", "Commitments", "Dates", "Organisations", "Documents", "Needs a look", "About"),
)


HEADINGS = 3
"""The row of the headings; the title stands above, and what is to be known of the table."""

FIRST = HEADINGS + 1
"""The first row of a table."""


def opened(folder: Path) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The workbook in a folder; whatever openpyxl has to warn of is a fault."""
    return openpyxl.load_workbook(folder / "recommendations.xlsx")


def rows(sheet: Any) -> list[dict[str, object]]:  # noqa: ANN401
    """The rows of a sheet below its headings, each cell by the name of its column."""
    first, *others = sheet.iter_rows(min_row=HEADINGS, values_only=True)
    names = [str(title).lower().replace(" ", "_") for title in first]
    return [dict(zip(names, map(shown, cells), strict=True)) for cells in others]


def shown(value: object) -> object:
    """What Excel shows of a value that openpyxl has read: it leaves escapes of the file format as they are."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def expected(value: object) -> object:
    """What a cell is to hold of a value of a table."""
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - days have no time zone
    if isinstance(value, str):
        return to_text(str(value)) or None
    return value


def inner_links(sheet: Any) -> Iterator[tuple[Any, str, int]]:  # noqa: ANN401
    """The cells of a table that lead to another sheet, with the name of that and the row."""
    for cell in _linked(sheet):
        if cell.hyperlink.target is None:
            name, _, target = cell.hyperlink.location.partition("!")
            yield cell, name.strip("'"), int(target.removeprefix("A"))


def report_links(sheet: Any) -> Mapping[int, str]:  # noqa: ANN401
    """The places of the report that the rows of a sheet lead to."""
    cells = [cell for cell in _linked(sheet) if cell.hyperlink.target is not None]
    assert {cell.hyperlink.target for cell in cells} <= {"report.html"}
    return {cell.row: unquote(cell.hyperlink.location) for cell in cells}


def _linked(sheet: Any) -> Iterator[Any]:  # noqa: ANN401
    return (cell for row in sheet.iter_rows(min_row=FIRST) for cell in row if cell.hyperlink)

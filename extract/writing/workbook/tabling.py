"""A table of Excel over the rows of a sheet, by which programs and screen readers know its headings.

``add_table`` of XlsxWriter notes every cell of a table in memory, and so refuses where rows are written as they come.
The note of the table itself, which is all that goes into the file, is made here in its form.
"""

from typing import Any

from extract.writing.workbook.headings import SheetType
from extract.writing.workbook.places import HEADING_ROW


def add_table(sheet: Any, kind: SheetType, last: int) -> None:  # noqa: ANN401
    """Make a table of the headings and rows of a worksheet of XlsxWriter.

    Args:
        sheet: the worksheet, of which the headings are written as texts.
        kind: what it is.
        last: its last row, counted from 1 as Excel does.
    """
    cells = f"A{HEADING_ROW}:{_letters(len(kind.headings))}{last}"
    sheet.tables.append(
        {
            "name": sheet.name.replace(" ", "_"),
            "title": kind.table.title,
            "description": f"Each row is: {kind.row_is}",
            "range": cells,
            "autofilter": cells,
            "header_row_count": 1,
            "totals_row_shown": False,
            "style": "",  # cells have a look of their own
            **dict.fromkeys(("show_first_col", "show_last_col", "show_row_stripes", "show_col_stripes"), False),
            "columns": [{"id": number, "name": each.title} for number, each in enumerate(kind.headings, 1)],
        }
    )


def _letters(number: int) -> str:
    """The letters of a column, counted from 1: 27 is ``AA``."""
    above, within = divmod(number - 1, 26)
    return (_letters(above) if above else "") + chr(ord("A") + within)

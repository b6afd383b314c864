"""What a sheet gets when all its rows are written: its table, choices, colours, and how it is printed."""

from collections.abc import Mapping
from typing import Any

from extract.writing.workbook.headings import Heading, SheetType
from extract.writing.workbook.places import HEADING_ROW
from extract.writing.workbook.styles import Look, Style
from extract.writing.workbook.tabling import add_table

_A4, _A3 = 9, 8
_WIDE = 180  # characters: printed on A4, they could not be read
_NARROW = 0.4  # inches


def finish(sheet: Any, kind: SheetType, last: int, styles: Mapping[Look, Any]) -> None:  # noqa: ANN401
    """Complete a worksheet of XlsxWriter, which has no types.

    Args:
        sheet: the worksheet.
        kind: what it is.
        last: its last row, counted from 0: that of the headings where there is no other, and then it is no table.
        styles: the formats of XlsxWriter.
    """
    sheet.freeze_panes(HEADING_ROW, 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # labels such as 1 and 2.3 are texts, rightly
    for column, heading in enumerate(kind.headings):
        sheet.set_column(column, column, heading.width)
        if last >= HEADING_ROW:
            _offer(sheet, heading, column, last)
            _colour(sheet, heading, (column, last), styles)
    if last >= HEADING_ROW:
        # lines round each cell, empty ones included: long texts are hard to tell apart without
        rule = {"type": "formula", "criteria": "=TRUE", "format": styles[Style.LINE]}
        sheet.conditional_format(HEADING_ROW, 0, last, len(kind.headings) - 1, rule)
        add_table(sheet, kind, last + 1)
    _set_print(sheet, kind, last)


def _offer(sheet: Any, heading: Heading, column: int, last: int) -> None:  # noqa: ANN401
    """Offer the values that a column may have."""
    if heading.choices:
        rule = {
            "validate": "list",
            "source": list(heading.choices),
            "ignore_blank": heading.column.optional,
            "error_title": heading.title,
            "error_message": "Choose one of the values in the list; the sheet About says what they mean.",
        }
        sheet.data_validation(HEADING_ROW, column, last, column, rule)


def _colour(sheet: Any, heading: Heading, at: tuple[int, int], styles: Mapping[Look, Any]) -> None:  # noqa: ANN401
    """Colour the cells of a column by their words."""
    column, last = at
    for word, tone in heading.tones.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": styles[tone]}
        sheet.conditional_format(HEADING_ROW, column, last, column, rule)


def _set_print(sheet: Any, kind: SheetType, last: int) -> None:  # noqa: ANN401
    sheet.set_landscape()
    sheet.set_paper(_A3 if sum(heading.width for heading in kind.headings[: kind.printed]) > _WIDE else _A4)
    sheet.set_margins(_NARROW, _NARROW, _NARROW, 2 * _NARROW)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING_ROW - 1)
    sheet.print_area(0, 0, last, kind.printed - 1)
    sheet.set_footer("&L&A&RPage &P of &N")

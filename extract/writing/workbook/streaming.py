"""A table as sheets that are written row by row."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from extract.writing.cells import is_formula
from extract.writing.columns import ColumnType
from extract.writing.workbook.finishing import finish
from extract.writing.workbook.headings import ABOUT, Heading, SheetType
from extract.writing.workbook.places import HEADING_ROW, Link, Place, place_of, to_sheet
from extract.writing.workbook.styles import Look, Style
from extract.writing.workbook.texts import count_lines, to_text

MOST_LINKS: Final = 65_530
"""The links that a sheet of Excel has; further ones are left out. XlsxWriter keeps some 700 bytes of each in memory."""

MOST_HEIGHTS: Final = 20_000
"""The rows of a sheet that are given a height, which XlsxWriter keeps; what opens the workbook sees to further ones."""

_MOST_LINES = 12  # of a cell that show: a row that fills the window is hard to scroll past
_LINE = 15  # points
_FIRST_DAY = date(1900, 3, 1)  # Excel knows a 29 February 1900, and no day before that year
_NO_LINKS: Final[Mapping[str, Link]] = MappingProxyType({})


class Sheet:
    """A table that is being written: on one sheet, and on further ones where it has more rows than a sheet."""

    def __init__(self, kind: SheetType, begin: Callable[[str], Any], styles: Mapping[Look, Any]) -> None:
        """Begin the first sheet.

        Args:
            kind: what it is.
            begin: gives a new worksheet of XlsxWriter by its name.
            styles: its formats.
        """
        self.kind = kind
        self._begin = begin
        self._styles = styles
        self._count = 0
        self._begin_sheet()

    def next(self, ahead: int = 0) -> Place:
        """The place of the next row, or of one so many rows after it."""
        return place_of(self.kind.name, self._count + ahead)

    def add(self, values: Mapping[str, Any], links: Mapping[str, Link] = _NO_LINKS) -> None:
        """Write a row: its values (text, numbers, days), and what they lead to, by the names of the columns."""
        if self.next().sheet != self._sheet.name:
            self.finish()
            self._begin_sheet()
        row = self.next().row - 1  # XlsxWriter counts from 0
        self._set_height(row, values)
        for column, heading in enumerate(self.kind.headings):
            name = heading.column.name
            self._write((row, column), values[name], links.get(name))
        self._count += 1

    def finish(self) -> None:
        """Complete the sheet that is being written."""
        finish(self._sheet, self.kind, self._last, self._styles)

    def _begin_sheet(self) -> None:
        """Begin the sheet that the next row stands on."""
        self._sheet = self._begin(self.next().sheet)
        self._links, self._last = 0, HEADING_ROW - 1
        self._write_top()
        for column, heading in enumerate(self.kind.headings):
            number = heading.column.type in {ColumnType.INTEGER, ColumnType.NUMBER}
            style = Style.NUMBER_HEADING if number else Style.HEADING
            self._sheet.write_string(HEADING_ROW - 1, column, heading.title, self._styles[style])
        self._sheet.set_row(HEADING_ROW - 1, 2 * _LINE)

    def _write_top(self) -> None:
        """Write what stands above the table: the title of the sheet, and what is to be known before reading."""
        self._sheet.write_string(0, 0, self.kind.table.title, self._styles[Style.TITLE])
        about = to_sheet(ABOUT) if self.kind.name != ABOUT else None
        if about:
            self._links += 1
            self._sheet.write_url(1, 0, about.address, tip=about.tip)
        self._sheet.set_row(1, _LINE + 5)
        self._sheet.write_string(1, 0, self.kind.note, self._styles[Style.NOTE_LINK if about else Style.NOTE])

    def _set_height(self, row: int, values: Mapping[str, Any]) -> None:
        """Make a row as high as its longest cell needs, of those that a person reads."""
        if row > MOST_HEIGHTS:
            return
        read = self.kind.headings[: self.kind.printed]
        cells = ((values[each.column.name], each.width) for each in read if not each.is_identifier)
        lines = [count_lines(value, width, _MOST_LINES) for value, width in cells if isinstance(value, str)]
        if max(lines, default=1) > 1:
            self._sheet.set_row(row, max(lines) * _LINE)

    def _write(self, at: tuple[int, int], value: str | float | date | None, link: Link | None) -> None:
        """Write a cell; one with nothing in it is left out."""
        if value is None or value == "":
            return
        self._last = at[0]
        linked = link is not None and self._links < MOST_LINKS
        if link and linked:
            self._links += 1
            self._sheet.write_url(*at, link.address, tip=link.tip)  # its text is written over by the value
        heading = self.kind.headings[at[1]]
        if isinstance(value, date) and value >= _FIRST_DAY:
            self._sheet.write_datetime(*at, value, self._styles[Style.DAY])
        elif isinstance(value, int | float):
            self._sheet.write_number(*at, value, self._styles[_number_style(heading, linked=linked)])
        else:
            text = to_text(str(value))
            self._sheet.write_string(*at, text, self._styles[_text_style(heading, text, linked=linked)])


def _number_style(heading: Heading, *, linked: bool) -> Style:
    if linked:
        return Style.COUNT_LINK
    if heading.column.unit == "per cent":
        return Style.SHARE
    return Style.COUNT if heading.column.type is ColumnType.INTEGER else Style.MEASURE


def _text_style(heading: Heading, text: str, *, linked: bool) -> Style:
    if linked:
        return Style.LINK
    if is_formula(text):
        return Style.FORMULA
    return Style.IDENTIFIER if heading.is_identifier else Style.TEXT

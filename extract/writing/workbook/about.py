"""The rows of the sheet About: what every sheet and column holds, and how cells are to be read."""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.records import SCHEMA_VERSION
from extract.vocabulary.flags import Flags
from extract.writing.columns import CHANGES, TABLES
from extract.writing.workbook.headings import REPORT, SheetType, titled
from extract.writing.workbook.own_rows import LOOKS, AboutRow
from extract.writing.workbook.texts import MARK
from extract.writing.workbook.tones import Tone

_ALL: Final = "all sheets"
A_ROW: Final = "a row"
"""The subject of the row that tells what a sheet is."""

_ONLY_HERE: Final = "only here"
_UNITS: Final = {"ISO 8601 date": "date"}
"""Units that are others here than in the CSV files."""

_NOTES: Final = {
    "made by": (
        "{made_by}, with schema {schema} of its data. The file says of itself that it was made on 1 January 2000, so "
        "that the same documents always give the same file."
    ),
    "empty cell": "The document does not say it, or it does not apply. It never means nought: that is written 0.",
    "apostrophe": (
        "Text that could be taken for a formula, as in a list with dashes, is kept as text. Excel shows an apostrophe "
        "before it in the formula bar; it is not part of the text. In the CSV files it is written."
    ),
    "hidden characters": (
        "A control character, or whatever else cannot be seen or written, stands as its number: four hex digits "
        "between _x and an underscore."
    ),
    MARK: (
        "A cell holds 32,767 characters at most. A longer text is cut, and stands whole in the JSON file of its "
        "document and in the CSV files."
    ),
    "height of rows": "A row shows 12 lines at most. Make it higher, or select a cell, to read a longer text.",
    "days": (
        "Days are dates that can be sorted and counted with. Excel knows none before 1 March 1900: an earlier one is "
        "text, year first."
    ),
    "lists": (
        "The cells of outcome and outcome detail (Recommendations) and of status (Commitments) offer their values when "
        "you change them. What you change here changes no other file."
    ),
    "links": (
        "A count of commitments leads to the first of them; the number of a recommendation, or its id, to its row; "
        "“report, page 3” to that place in report.html, where that was written beside this workbook; what the summary "
        "counts, to its sheet; and what stands above each table, to this one. "
        "Links lead to where a row stood when it was written: filter rather than sort, or sort a copy. A sheet of "
        "Excel has 65,530 links at most; further cells have none."
    ),
    "printing": "The columns for reading are printed, and not the identifiers after them.",
    "long tables": (
        "A sheet of Excel has 1,048,576 rows. A longer table goes on in a further sheet, such as “Dates 2”."
    ),
}
"""What holds of all sheets; {braces} are filled in."""


def about_rows(sheets: Sequence[SheetType], flags: Flags, made_by: str) -> Iterator[AboutRow]:
    """The rows of the sheet: what holds of all sheets, then the sheets and their columns, and the codes of flags."""
    for subject, explanation in _NOTES.items():
        yield _row(_ALL, subject, explanation.format(made_by=made_by, schema=SCHEMA_VERSION))
    for tone in Tone:
        colour, _, meaning = tone.partition(": ")
        yield _row(_ALL, f"colour: {colour}", f"{meaning.capitalize()}. The words of the cell say the same.")
    for kind in sheets:
        yield _row(kind.name, A_ROW, f"{kind.table.title}. Each row is: {kind.row_is}")
        yield from _columns(kind)
    for flag in flags.flag:
        yield _row(titled(LOOKS.name), f"code: {flag.code}", f"{flag.level.capitalize()}: {flag.sentence}")


def _columns(kind: SheetType) -> Iterator[AboutRow]:
    """A row for each column of a sheet."""
    for heading in kind.headings:
        column = heading.column
        listed = f" One of: {', '.join(column.values)}." if column.values else ""
        own = kind.table not in {*TABLES, CHANGES} or column.name == REPORT
        yield AboutRow(
            sheet=kind.name,
            subject=heading.title,
            explanation=column.description + listed,
            unit=_UNITS.get(column.unit, column.unit),
            name_in_files=_ONLY_HERE if own else column.name,
        )


def _row(sheet: str, subject: str, explanation: str) -> AboutRow:
    return AboutRow(sheet=sheet, subject=subject, explanation=explanation, unit="none", name_in_files=_ONLY_HERE)

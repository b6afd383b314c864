"""The workbook of a run: ``recommendations.xlsx``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import asdict

from extract.results import Result
from extract.storage.local import writing
from extract.vocabulary.comparing import load_comparing_words
from extract.vocabulary.flags import load_flags
from extract.writing.columns import CHANGES, TABLES
from extract.writing.rows import CommitmentRow, RecommendationRow, Row
from extract.writing.sinks import Begun, Options
from extract.writing.tables import tables_of
from extract.writing.workbook.about import about_rows
from extract.writing.workbook.book import Book
from extract.writing.workbook.differences import Differences
from extract.writing.workbook.headings import REPORT
from extract.writing.workbook.linking import about_links, links_of, look_links, summary_links, targets_of
from extract.writing.workbook.looks import looks_of, page_text
from extract.writing.workbook.own_rows import ABOUT, LOOKS, SUMMARY, LookRow
from extract.writing.workbook.sheets import SHEETS, with_changes
from extract.writing.workbook.spool import Spool, Waiting
from extract.writing.workbook.summary import Counts

FILE_NAME: Final = "recommendations.xlsx"


class WorkbookSink:
    """The tables of a run as sheets; the summary and what needs a look are written at the end, when all is known."""

    def __init__(self, folder: Path, options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin the workbook."""
        self._flags = load_flags()
        self._path = folder / FILE_NAME
        self._made_by = options.made_by
        with writing(self._path):
            self._book = Book(self._path, options.made_by)
        self._spool = Spool(self._book.folder, LookRow)
        self._counts = Counts()
        compared = options.comparisons
        self._differences = Differences(compared, self._book.folder) if compared else None
        self._kinds = with_changes(tuple(load_comparing_words().names.values())) if compared else SHEETS
        with writing(self._path):
            self._sheets = {kind.table.name: self._book.sheet(kind) for kind in self._kinds}

    def add(self, result: Result) -> None:
        """Write the rows of a result, and keep what needs a look."""
        tables = tables_of(result)
        self._counts.add(result, tables)
        targets = targets_of(tables, self._sheets)
        with writing(self._path):
            for table in TABLES:
                for row in tables.rows_of(table.name):
                    self._sheets[table.name].add(_values(row), links_of(row, targets))
            for look in looks_of(result, self._flags):
                self._counts.add_look(look)
                place = targets.rows[look.row.recommendation_id or look.row.document_id]
                self._spool.add(look.rank, Waiting(look.row, place))
            if self._differences:
                self._differences.add(result.document_id, targets.rows)

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for the workbook is put together at the end."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The name of the workbook."""
        with writing(self._path):
            for each in self._spool.ranked():
                self._sheets[LOOKS.name].add(asdict(each.row), look_links(each.row, each.place))
            if self._differences:
                self._differences.write(self._sheets[CHANGES.name])
            for row in self._counts.rows(self._differences.count if self._differences else None):
                self._sheets[SUMMARY.name].add(asdict(row), summary_links(row))
            for about in about_rows(self._kinds, self._flags, self._made_by):
                self._sheets[ABOUT.name].add(asdict(about), about_links(about))
            for sheet in self._sheets.values():
                sheet.finish()
            self._book.close()
        return (FILE_NAME,)

    def abandon(self) -> None:
        """Let go of the files as they are."""
        self._spool.abandon()
        if self._differences:
            self._differences.abandon()
        self._book.abandon()


def _values(row: Row) -> dict[str, object]:
    """What stands in the cells of a row, by the names of their columns."""
    match row:
        case RecommendationRow():
            return asdict(row) | {REPORT: page_text(row.page_first)}
        case CommitmentRow():
            return asdict(row) | {REPORT: page_text(row.page)}
        case _:
            return asdict(row)

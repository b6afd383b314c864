"""The sheet Changes: how a batch differs from an earlier output, with what its cells lead to."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import asdict

from extract.changes import DocumentComparison
from extract.vocabulary.comparing import ComparingWords, load_comparing_words
from extract.writing.change_rows import ChangeRow, change_row
from extract.writing.comparisons import Comparisons
from extract.writing.workbook.headings import REPORT
from extract.writing.workbook.linking import change_links
from extract.writing.workbook.looks import page_text
from extract.writing.workbook.places import Place
from extract.writing.workbook.spool import Spool, Waiting
from extract.writing.workbook.streaming import Sheet


class Differences:
    """The differences of a batch, which wait on the disk until all its documents are written.

    Attributes:
        count: how many there are so far.
    """

    def __init__(self, comparisons: Comparisons, folder: Path) -> None:
        """Use a folder that exists for what waits."""
        self._comparisons = comparisons
        self._words = load_comparing_words()
        self._spool = Spool(folder, ChangeRow)
        self.count = 0

    def add(self, document_id: str, places: Mapping[str, Place]) -> None:
        """Keep the differences of a document, of which ``places`` are where its rows stand."""
        self._keep(self._comparisons.of(document_id), places)

    def write(self, sheet: Sheet) -> None:
        """Write all differences, most serious first; those of papers without a partner are the last of their kind."""
        self._keep(self._comparisons.of(None), {})
        for each in self._spool.ranked():
            sheet.add(_values(each.row, self._words), change_links(each.row, each.place))

    def abandon(self) -> None:
        """Let go of what waits."""
        self._spool.abandon()

    def _keep(self, comparisons: Iterable[DocumentComparison], places: Mapping[str, Place]) -> None:
        for row in _rows(comparisons, self._words):
            place = places.get(row.new_recommendation_id or row.new_document_id or "")
            self.count += 1
            self._spool.add((row.seriousness, 0), Waiting(row, place))


def _rows(comparisons: Iterable[DocumentComparison], words: ComparingWords) -> Iterator[ChangeRow]:
    for compared in comparisons:
        for change in compared.changes:
            yield change_row(change, compared, words.seriousness[change.kind])


def _values(row: ChangeRow, words: ComparingWords) -> dict[str, object]:
    """What stands in the cells of a row: the kind in words, and days as such."""
    return asdict(row) | {
        "change": words.names[row.change],
        "before": _day(row.before),
        "after": _day(row.after),
        REPORT: page_text(row.new_page) if row.new_document_id else None,
    }


def _day(text: str | None) -> str | date | None:
    """The day that a text is, as differences print it, or else the text: 20241231 may well be a label."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return text
    return day if day.isoformat() == text else text

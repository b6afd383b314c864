"""When a report was made and when it was answered, as far as the paper that answers it prints both.

The date of the report is looked for in the columns of the table whose titles say so, and in the lines that the facts of
the document were read from (“Response to the report of the Panel of 3 March 2024”). The date of the answer is a
column's, or the document's own, if it is printed and is not the report's.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from extract.comparing.reports import ReadReport
from extract.comparing.wording import Wording
from extract.facts.dates import find_dates
from extract.records import DateBasis, Field, Precision
from extract.vocabulary.papers import Telling

_PRECISE: Final = (Precision.DAY, Precision.MONTH)


class Days(NamedTuple):
    """The days that a date covers: one, or those of a month."""

    start: date
    end: date


class Printed(NamedTuple):
    """The dates of a paper.

    Attributes:
        own: of the paper itself, printed or given with the command.
        reported: of the report that it answers.
        answered: of the answer.
    """

    own: Days | None = None
    reported: Days | None = None
    answered: Days | None = None


def dates_of(read: ReadReport, words: Wording) -> Printed:
    """The dates that a paper prints of itself, of the report that it answers, and of the answer.

    Where it answers reports of several dates, that of the report is not known.
    """
    lines = tuple(dict.fromkeys(fact.text for fact in read.document.facts))
    of_report, of_others = _told(lines, words, of_report=True), _told(lines, words, of_report=False)
    own = _own(read)
    if own is None or own in of_report:  # the one date that was found is the report's
        own = max(of_others, default=None)
    reports = _under(read, words.comparing.report_heading, words) or of_report
    answers = _under(read, words.comparing.response_heading, words) or ({own} if own else set())
    return Printed(own, _only(reports), _only(answers))


def _only(days: set[Days]) -> Days | None:
    return next(iter(days)) if len(days) == 1 else None


def _own(read: ReadReport) -> Days | None:
    """The date of the document; that of its file is none."""
    found = read.document.date
    if found is None or found.basis is DateBasis.METADATA:
        return None
    return Days(date.fromisoformat(found.start), date.fromisoformat(found.end))


def _under(read: ReadReport, heading: Telling, words: Wording) -> set[Days]:
    """The dates in columns whose titles say what they are."""
    cells = (cell for row in read.recommendations for cell in row.cells)
    texts = dict.fromkeys(cell.text for cell in cells if heading.expression.search(cell.heading))
    return {days for text in texts for _, days in _dated(text, words)}


def _told(lines: Iterable[str], words: Wording, *, of_report: bool) -> set[Days]:
    """The dates in the lines about the document: those of the report, or those that are not."""
    found = ((line[:place], days) for line in lines for place, days in _dated(line, words))
    search = words.comparing.report_dated.expression.search
    return {days for before, days in found if bool(search(before)) is of_report}


def _dated(text: str, words: Wording) -> Iterator[tuple[int, Days]]:
    """The days and months in a text, with their places."""
    for each in find_dates(text, Field.TEXT, None, words.dates):
        if each.interval.start and each.interval.end and each.precision in _PRECISE:
            yield each.start, Days(date.fromisoformat(each.interval.start), date.fromisoformat(each.interval.end))

"""The day that a field counts from: the document's, or an earlier one in the title of its column."""

import datetime as dt
from functools import lru_cache

from extract.facts.dates import find_dates
from extract.layouts.entries import Entry
from extract.records import Field, Precision
from extract.vocabulary.dates import DateWords
from extract.vocabulary.headings import ColumnRole

_ROLES = {Field.RESPONSE: ColumnRole.RESPONSE, Field.PROGRESS: ColumnRole.PROGRESS}
_UNITS = {Precision.DAY, Precision.MONTH}


def anchor_of(field: Field, entry: Entry, today: dt.date | None, words: DateWords) -> dt.date | None:
    """The day from which what is relative in a field is resolved: ``Response given (March 2025)`` counts from then.

    Args:
        field: the field.
        entry: the row that it is of.
        today: the document's own day, which holds where no title tells an earlier one, or titles differ.
        words: the vocabulary of dates.
    """
    titles = {cell.heading for cell in entry.cells if cell.role is _ROLES.get(field) and cell.passage.text}
    told = {day for title in titles for day in _days(title, words)}
    earlier = told.pop() if len(titles) == 1 and len(told) == 1 else None
    return earlier if earlier and today and earlier < today else today


@lru_cache(maxsize=64)  # each row of a table asks of the same titles
def _days(title: str, words: DateWords) -> tuple[dt.date, ...]:
    """The last days of the dates that a title prints with their year."""
    found = (each for each in find_dates(title, Field.RESPONSE, None, words) if each.precision in _UNITS)
    return tuple(dt.date.fromisoformat(each.interval.end) for each in found if each.interval.end)

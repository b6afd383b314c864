"""Columns whose titles are dated: what stands below counts from that day."""

import datetime as dt

import pytest

from extract.document import Line
from extract.interpret.anchors import anchor_of
from extract.layouts.entries import Entry, Filled
from extract.records import Field
from extract.text import join_lines
from extract.vocabulary.dates import load_date_words
from extract.vocabulary.headings import ColumnRole

_TODAY = dt.date(2026, 4, 21)


def _anchor(*titles: str, field: Field = Field.RESPONSE, role: ColumnRole = ColumnRole.RESPONSE) -> dt.date | None:
    said = join_lines([Line("The gate will be painted in May.")])
    entry = Entry("1", None, None, tuple(Filled(role, title, said) for title in titles), said)
    return anchor_of(field, entry, _TODAY, load_date_words())


@pytest.mark.parametrize(
    "title", ["Response given (March 2025)", "Cabinet response, 31 March 2025", "March 2025: what we said"]
)
def test_a_dated_title_tells_the_day(title: str) -> None:
    assert _anchor(title) == dt.date(2025, 3, 31)


@pytest.mark.parametrize(
    "titles",
    [("Response",), ("Action by May 2027",), ("Response 2025/26",), ("Response (May 2025)", "Action (June 2025)")],
)
def test_other_titles_leave_the_day_of_the_document(titles: tuple[str, ...]) -> None:
    assert _anchor(*titles) == _TODAY


def test_each_field_has_the_day_of_its_own_columns() -> None:
    assert _anchor("Update (May 2025)", role=ColumnRole.PROGRESS) == _TODAY
    assert _anchor("Update (May 2025)", field=Field.PROGRESS, role=ColumnRole.PROGRESS) == dt.date(2025, 5, 31)

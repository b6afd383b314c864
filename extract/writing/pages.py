"""The page that a finding stands on."""

from extract.records import Field, Recommendation
from extract.results import PageMarks


def page_of(this: Recommendation, marks: PageMarks, field: Field, offset: int) -> int | None:
    """The page of a finding: that of the last mark before it, or else the one that the recommendation begins on."""
    passed = (mark for mark in marks if mark.field is field and mark.start <= offset)
    last = max(passed, key=lambda mark: mark.start, default=None)
    return last.page if last else first_page(this)


def first_page(this: Recommendation) -> int | None:
    """The page that a recommendation begins on; ``None`` where that is not known."""
    return min((each.page for each in this.evidence), default=None)

"""Papers of one run compared with each other: each with the last one before it about the same review."""

from datetime import date

import msgspec
import pytest

from extract.changes import Kind, Timing
from extract.comparing import compare_each_other
from extract.records import CommitmentStatus, Fact, FactName, OutcomeValue, Report
from tests.comparing.made import commitment, report, row

COUNCIL, REVIEW = "Harrowmere Borough Council", "Scrutiny Review of Buses"


def paper(name: str, day: date | None, status: CommitmentStatus, review: str = REVIEW, topic: str = "buses") -> Report:
    """A paper with one recommendation and one promise."""
    made = commitment(f"We will publish a timetable of {topic}", status, None, None)
    asked = row(f"That a timetable of {topic} be published", "1", OutcomeValue.ACCEPT, "Head of Transport", [made])
    return report(name, [asked], COUNCIL, review, day)


FIRST = paper("c-first", date(2024, 3, 12), CommitmentStatus.PLANNED)
SECOND = paper("b-second", date(2024, 9, 10), CommitmentStatus.IN_PROGRESS)
THIRD = paper("a-third", date(2025, 3, 11), CommitmentStatus.COMPLETED)


def pairs(*reports: Report) -> list[tuple[str | None, str | None]]:
    found = compare_each_other(reports)
    return [(each.old.id if each.old else None, each.new.id if each.new else None) for each in found]


def test_each_is_compared_with_the_last_one_before_it() -> None:
    assert pairs(THIRD, FIRST, SECOND) == [("c-first", "b-second"), ("b-second", "a-third")]
    steps = [
        (change.before, change.after) for each in compare_each_other([THIRD, FIRST, SECOND]) for change in each.changes
    ]
    assert steps == [("planned", "in progress"), ("in progress", "completed")]


def test_papers_without_a_date_and_of_one_day_are_compared_with_none() -> None:
    undated = paper("undated", None, CommitmentStatus.COMPLETED)
    same_day = paper("same-day", date(2024, 3, 12), CommitmentStatus.COMPLETED)
    assert pairs(undated, FIRST) == []
    assert pairs(same_day, FIRST) == []


def test_papers_about_other_reviews_are_told_of_only_where_something_is_asked_again() -> None:
    parks = paper("parks", date(2025, 3, 11), CommitmentStatus.PLANNED, "Scrutiny Review of Parks", "parks")
    assert pairs(FIRST, parks) == []
    again = paper("again", date(2025, 6, 3), CommitmentStatus.PLANNED, "Inquiry into Ferries", "buses")
    (found,) = compare_each_other([FIRST, again])
    assert found.old is None
    assert [change.kind for change in found.changes] == [Kind.ASKED_AGAIN]


def test_that_the_first_answer_was_late_is_told_once() -> None:
    told = Fact(name=FactName.REVIEW, text="Response to the report dated 2 January 2024", page=1)
    late = msgspec.structs.replace(FIRST, document=msgspec.structs.replace(FIRST.document, facts=(told,)))
    found = compare_each_other([late, SECOND])
    kinds = [change.kind for each in found for change in each.changes]
    assert kinds == [Kind.LATE_RESPONSE, Kind.PROGRESSED]
    assert [each.response_time and each.response_time.timing for each in found] == [Timing.LATE, None]


@pytest.mark.parametrize("reports", [(), (FIRST,)])
def test_nothing_is_told_of_fewer_than_two(reports: tuple[Report, ...]) -> None:
    assert pairs(*reports) == []

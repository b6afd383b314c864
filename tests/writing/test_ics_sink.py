"""The calendar holds the deadlines that are to come, each as a day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from extract.records import Commitment, CommitmentStatus, Deadline, Report
from extract.results import Result, result_of
from tests.writing.written import write

icalendar = pytest.importorskip("icalendar")


def _made(report: Report, commitments: Sequence[Commitment]) -> Report:
    """The report with these commitments alone, each with an id of its own."""
    row, *_ = report.recommendations
    numbered = tuple(replace(each, id=f"{row.id}/c{number}") for number, each in enumerate(commitments, 1))
    return replace(report, recommendations=(replace(row, commitments=numbered),))


def _events(results: Sequence[Result], folder: Path) -> list[Any]:
    written = write("ics", results, folder)["deadlines.ics"]
    (calendar,) = icalendar.Calendar.from_ical(written, multiple=True)
    assert not calendar.errors
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//scrutiny-extract//deadlines//EN")
    return list(calendar.walk("VEVENT"))


@pytest.fixture
def promise(report: Report) -> Commitment:
    """The commitment of the report, with a deadline in March 2023."""
    return report.recommendations[0].commitments[0]


def test_an_event_says_who_what_when_and_where_from(results: Sequence[Result], tmp_path: Path) -> None:
    (event,) = _events(results, tmp_path)
    assert (event["uid"], event["transp"]) == ("review-0a1b2c3d/1/c1", "TRANSPARENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2023, 3, 31), date(2023, 4, 1))
    assert event["dtstamp"].dt == datetime(2022, 9, 1, tzinfo=UTC)
    assert event["categories"].cats == ["planned"]
    assert event["summary"] == "Kent County Council: We will publish it by March 2023 (rec 1)"
    assert event["description"].splitlines() == [
        "We will publish it by March 2023",
        "By when: by March 2023 (2023-03-01 to 2023-03-31)",
        "Who: Kent County Council",
        "Status: planned",
        "Document: Réview.pdf, page 2",
    ]


def test_a_single_day_is_not_told_twice_and_a_condition_is_told(
    report: Report, promise: Commitment, tmp_path: Path
) -> None:
    day = Deadline(text="by 1 May 2024", start="2024-05-01", end="2024-05-01")
    made = replace(promise, deadline=day, condition="subject to funding", actor=None)
    (event,) = _events([result_of(_made(report, [made]))], tmp_path)
    assert event["description"].splitlines()[1:4] == [
        "By when: by 1 May 2024",
        "Status: planned",
        "Condition: subject to funding",
    ]


@pytest.mark.parametrize("status", CommitmentStatus)
def test_what_is_done_refused_or_asked_of_others_is_no_deadline(
    status: CommitmentStatus, report: Report, promise: Commitment, tmp_path: Path
) -> None:
    events = _events([result_of(_made(report, [replace(promise, status=status)]))], tmp_path)
    assert len(events) == (status in {"planned", "in_progress", "ongoing", "considering"})


@pytest.mark.parametrize("deadline", [None, Deadline(text="soon", start=None, end=None)])
def test_what_has_no_last_day_is_no_deadline(
    deadline: Deadline | None, report: Report, promise: Commitment, tmp_path: Path
) -> None:
    assert _events([result_of(_made(report, [replace(promise, deadline=deadline)]))], tmp_path) == []


def test_a_long_promise_is_shortened_in_the_title_alone(report: Report, promise: Commitment, tmp_path: Path) -> None:
    long = replace(promise, text="We will publish it, " * 20)
    unknown = _made(report, [long])
    unknown = replace(unknown, document=replace(unknown.document, authority=None, date=None))
    unknown = replace(unknown, recommendations=(replace(unknown.recommendations[0], number=None),))
    (event,) = _events([result_of(unknown)], tmp_path)
    assert event["summary"] == "We will publish it, " * 3 + "We will publish …"
    assert event["description"].startswith(long.text)
    assert event["dtstamp"].dt == datetime(2000, 1, 1, tzinfo=UTC)


def test_the_last_day_of_the_calendar_has_none_after_it(report: Report, promise: Commitment, tmp_path: Path) -> None:
    last = Deadline(text="by the end", start="9999-12-31", end="9999-12-31")
    (event,) = _events([result_of(_made(report, [replace(promise, deadline=last)]))], tmp_path)
    assert (event["dtstart"].dt, "dtend" in event) == (date.max, False)


def test_what_no_calendar_may_hold_becomes_a_space(report: Report, promise: Commitment, tmp_path: Path) -> None:
    (event,) = _events([result_of(_made(report, [replace(promise, text="We\x00 act\x0bnow\x7f.")]))], tmp_path)
    assert event["description"].splitlines()[0] == "We  act now ."


_printed = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,;\\:\"'é—’😀"), min_size=1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_printed, min_size=1, max_size=4))
def test_whatever_is_promised_is_read_back_from_short_lines(
    texts: list[str], report: Report, promise: Commitment, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("calendar")
    events = _events([result_of(_made(report, [replace(promise, text=text) for text in texts]))], folder)
    said = [str(event["description"]).rpartition("\nBy when: ")[0] for event in events]
    assert said == texts
    *lines, last = (folder / "deadlines.ics").read_bytes().split(b"\r\n")
    assert last == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)

"""The deadlines of commitments as a calendar that grows, ``deadlines.ics`` (RFC 5545): a day of its own for each."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from textwrap import shorten
from typing import Final

from icalendar import Calendar, Event

from extract.records import CommitmentStatus
from extract.results import Result
from extract.writing.growing import GrowingFile
from extract.writing.rows import CommitmentRow, DocumentRow
from extract.writing.sinks import Begun, Options
from extract.writing.tables import tables_of

FILE_NAME: Final = "deadlines.ics"

_TO_COME: Final = frozenset(
    {
        CommitmentStatus.PLANNED,
        CommitmentStatus.IN_PROGRESS,
        CommitmentStatus.ONGOING,
        CommitmentStatus.CONSIDERING,
    }
)
_LONGEST: Final = 80  # characters of a commitment in a title
_UNDATED: Final = date(2000, 1, 1)  # stands for when a document without a date was made, which an event must say
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # no calendar may hold them


class IcsSink:
    """The calendar of a run; it goes on from that of an earlier one where its file is given."""

    def __init__(self, folder: Path, _options: Options, begun: Mapping[str, Begun]) -> None:
        """Begin the calendar."""
        head, self._end = _calendar()
        self._file = GrowingFile(folder / FILE_NAME, head, begun.get(FILE_NAME))

    def add(self, result: Result) -> None:
        """Write an event for each deadline of a result."""
        tables = tables_of(result)
        (document,) = tables.documents
        for event in _events(document, tables.commitments):
            self._file.write(event.to_ical())

    def lengths(self) -> Mapping[str, int]:
        """How many bytes stand in the calendar, its end not yet among them."""
        return {FILE_NAME: self._file.length()}

    def close(self) -> tuple[str, ...]:
        """The name of the calendar, which has its end now."""
        self._file.write(self._end)
        self._file.close()
        return (FILE_NAME,)

    def abandon(self) -> None:
        """Let go of the calendar as it is."""
        self._file.abandon()


def _calendar() -> tuple[bytes, bytes]:
    """What stands before the events, and what stands after them."""
    calendar = Calendar()
    calendar.add("prodid", "-//scrutiny-extract//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Deadlines of scrutiny responses")
    end = b"END:VCALENDAR\r\n"
    return calendar.to_ical().removesuffix(end), end


def _events(document: DocumentRow, commitments: tuple[CommitmentRow, ...]) -> Iterator[Event]:
    for made in commitments:
        if made.deadline_end and made.status in _TO_COME:
            yield _event(document, made, made.deadline_end)


def _event(document: DocumentRow, made: CommitmentRow, day: date) -> Event:
    """The last day of a deadline, all day long; it keeps nobody from being free."""
    event = Event()
    event.add("uid", made.commitment_id)
    event.add("dtstamp", datetime.combine(document.document_date or _UNDATED, time(), UTC))
    event.add("dtstart", day)
    if day < date.max:  # after the last day of the calendar there is none to end on
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", _text(_title(document, made)))
    event.add("description", _text("\n".join(_lines(document, made))))
    event.add("categories", [made.status.value])
    event.add("transp", "TRANSPARENT")
    return event


def _title(document: DocumentRow, made: CommitmentRow) -> str:
    """Who, what, and in answer to which recommendation: ``Kent County Council: We will publish it (rec 3)``."""
    who = f"{document.authority}: " if document.authority else ""
    number = f" (rec {made.number})" if made.number else ""
    return f"{who}{shorten(made.commitment, _LONGEST, placeholder=' …')}{number}"


def _lines(document: DocumentRow, made: CommitmentRow) -> Iterator[str]:
    yield made.commitment
    yield f"By when: {_when(made)}"
    if made.actor:
        yield f"Who: {made.actor}"
    yield f"Status: {made.status.replace('_', ' ')}"
    if made.condition:
        yield f"Condition: {made.condition}"
    page = f", page {made.page}" if made.page else ""
    yield f"Document: {document.source_name}{page}"


def _when(made: CommitmentRow) -> str:
    """The deadline as printed, with its days where it covers more than one."""
    longer = made.deadline_start and made.deadline_start != made.deadline_end
    return f"{made.deadline_text}" + (f" ({made.deadline_start} to {made.deadline_end})" if longer else "")


def _text(text: str) -> str:
    return _CONTROL.sub(" ", text)

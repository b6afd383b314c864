"""``run.json``: what a run did, for whoever comes after it: versions, options, counts, durations, failures."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from extract import __version__
from extract.correcting.corrections import Unfit
from extract.running.edition import program_digest, versions
from extract.running.ledger import Totals
from extract.running.plan import Entry
from extract.storage.addresses import printable, without_secret

NAME: Final = "run.json"


class Failed(msgspec.Struct, frozen=True):
    """A document that could not be read, and why."""

    name: str
    location: str
    code: str
    error: str


class RunFile(msgspec.Struct, frozen=True):
    """What a run did.

    Attributes:
        program: its version.
        digest: of its own files, its vocabulary and what it reads with.
        versions: of Python and of the packages that read.
        options: what it was asked for; a password is not told.
        started: when, in UTC.
        finished: when, in UTC.
        seconds: what each step took.
        inputs: how many documents there were, copies included.
        read: how many of them were read by this run; the others were read before, are copies or failed.
        totals: what is in the tables.
        failures: what could not be read, and why.
        given_again: names of documents that came twice with the same name and content, and are listed once.
        unfit_corrections: what people have put right and could not be applied, and why.
    """

    program: str
    digest: str
    versions: dict[str, str]
    options: dict[str, object]
    started: str
    finished: str
    seconds: dict[str, float]
    inputs: int
    read: int
    totals: Totals
    failures: tuple[Failed, ...]
    given_again: tuple[str, ...]
    unfit_corrections: tuple[Unfit, ...]


class Course(msgspec.Struct):
    """What a run has to tell of itself, noted as it goes."""

    options: Mapping[str, object]
    started: datetime = msgspec.field(default_factory=lambda: datetime.now(UTC))
    seconds: dict[str, float] = msgspec.field(default_factory=dict)
    read: int = 0
    unfit: tuple[Unfit, ...] = ()


def encode_run(course: Course, entries: Sequence[Entry], totals: Totals, again: Sequence[str]) -> bytes:
    """The bytes of ``run.json``."""
    told = RunFile(
        program=__version__,
        digest=program_digest(),
        versions=versions(),
        options=dict(course.options),
        started=course.started.isoformat(timespec="seconds"),
        finished=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds={name: round(taken, 3) for name, taken in course.seconds.items()},
        inputs=len(entries),
        read=course.read,
        totals=totals,
        failures=tuple(_failed(entry) for entry in entries if entry.failure),
        given_again=tuple(again),
        unfit_corrections=course.unfit,
    )
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _failed(entry: Entry) -> Failed:
    failure = entry.failure
    code, error = (failure.code, failure.error) if failure else ("", "")
    return Failed(entry.given.name, printable(without_secret(entry.given.location)), code, error)

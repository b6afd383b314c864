"""A run: the inputs are surveyed, what is new is read, and the files are made of what is kept and put in place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from extract.correcting.corrections import NONE, Corrections, Unfit
from extract.running.composing import Composition, Shown, compose, listed
from extract.running.corrections import find_unfit
from extract.running.edition import program_digest
from extract.running.engines import Engine
from extract.running.inputs import Input
from extract.running.kept import forget_older
from extract.running.ledger import Totals
from extract.running.leftovers import keep_aside, outdated, stale
from extract.running.messages import Settings
from extract.running.plan import Entry, Told, is_stopped, read, survey, to_read
from extract.running.run_file import NAME, Course, encode_run
from extract.storage import LocalStore, Store
from extract.writing.formats import Format

if TYPE_CHECKING:
    from extract.running.comparing import Compared
    from extract.running.earlier import Earlier


class Observer(Protocol):
    """What shows a person how far a run is."""

    def surveying(self, count: int) -> Told:
        """Begin to show how many inputs are looked at; returns what is told of each."""

    def reading(self, entries: Sequence[Entry], known: int) -> Told:
        """Begin to show how many documents are read; ``known`` were read before."""

    def writing(self, count: int) -> Shown:
        """Begin to show the results as they are written."""


class Asked(NamedTuple):
    """What a run is asked for, beside its inputs.

    Attributes:
        settings: how documents are read.
        formats: what is written.
        bom: a byte order mark stands first in CSV files.
        force: documents are read though they were before.
        fail_fast: the run stops at the first document that fails.
        options: all that was asked for, as ``run.json`` tells it.
        corrections: what people have put right.
        earlier: the earlier output that what is read is compared with.
    """

    settings: Settings
    formats: Sequence[Format]
    bom: bool = True
    force: bool = False
    fail_fast: bool = False
    options: Mapping[str, object] = MappingProxyType({})
    corrections: Corrections = NONE
    earlier: "Earlier | None" = None


class Ran(NamedTuple):
    """What a run came to.

    Attributes:
        totals: what is in the tables.
        failed: the documents that could not be read.
        stopped: it was stopped before all was read.
        kept_aside: the names of files that somebody had changed, under which they are kept.
        unfit: the corrections that could not be applied.
        compared: how it differs from an earlier output, if that was asked for and all was read.
        removed: the files that told how an earlier run differed from another; of this one they tell nothing.
    """

    totals: Totals
    failed: tuple[Entry, ...]
    stopped: bool
    kept_aside: tuple[str, ...]
    unfit: tuple[Unfit, ...]
    compared: "Compared | None" = None
    removed: tuple[str, ...] = ()


class _Run(NamedTuple):
    """What the steps of a run share."""

    asked: Asked
    store: Store
    observer: Observer
    course: Course


def run(inputs: Sequence[Input], asked: Asked, store: Store, engine: Callable[[], Engine], observer: Observer) -> Ran:
    """What a run came to, once its files are in place.

    Whatever ends it, the files of the run before stand or those of this one, and what was read is kept.

    Raises:
        ExtractError: a fault that ends a run: the results cannot be written, another run writes them, or a cluster is
            gone.
    """
    this = _Run(asked, store, observer, Course(asked.options))
    with store.lock(), _recovered(store).staging() as staged:
        with engine() as at_work:
            with _timed(this.course, "surveying"):
                entries = survey(inputs, at_work, observer.surveying(len(inputs)))
            with _timed(this.course, "reading"):
                entries = _read(this, entries, at_work)
        return _written(this, entries, staged)


def _recovered(store: Store) -> Store:
    """The folder, once what a stopped run has left there is finished or cleared away."""
    store.recover()
    return store


def _read(this: _Run, entries: list[Entry], engine: Engine) -> list[Entry]:
    numbers = to_read(entries, force=this.asked.force)
    told = this.observer.reading([entries[number] for number in numbers], sum(entry.known for entry in entries))
    after = read(entries, numbers, engine, told, fail_fast=this.asked.fail_fast)
    this.course.read = sum(after[number].known for number in numbers)
    return after


def _written(this: _Run, entries: list[Entry], staged: Path) -> Ran:
    """Make the files and put them in place."""
    asked, store, edition = this.asked, this.store, this.asked.settings.edition
    stopped = is_stopped(entries)
    with _timed(this.course, "writing"):
        documents, again = listed(entries, store, edition)
        composition = _composition(asked, store, documents, entries)
        this.course.unfit = find_unfit(composition.corrections, entries, composition.read)
        earlier = None if stopped else asked.earlier  # what was not read is not gone
        compared = _compared(earlier, composition, staged) if earlier else None
        composition = replace(composition, comparisons=compared.comparisons if compared else None)
        composed = compose(composition, staged, this.observer.writing(len(documents)))
        changes = _described(compared, composition, staged) if compared else ()
        names = tuple(dict.fromkeys((*composed.names, *changes)))
        removed = outdated(store, names)
        kept_aside = tuple(keep_aside(store, (*names, *removed)))
    LocalStore(staged).write(NAME, encode_run(this.course, entries, composed.totals, again))
    store.publish(staged, (*names, NAME), (*stale(store, names), *removed))
    if not stopped:
        forget_older(store, program_digest()[:12])
    failed = tuple(entry for entry in documents if entry.failure)
    return Ran(composed.totals, failed, stopped, kept_aside, this.course.unfit, compared, removed)


def _compared(earlier: "Earlier", composition: Composition, staged: Path) -> "Compared":
    from extract.running.comparing import write_changes  # noqa: PLC0415 - few runs compare, and all would wait for it

    return write_changes(earlier, composition, staged)


def _described(compared: "Compared", composition: Composition, staged: Path) -> Sequence[str]:
    from extract.running.comparing import described  # noqa: PLC0415 - as above

    return described(compared.names, composition, staged)


def _composition(asked: Asked, store: Store, documents: Sequence[Entry], entries: Sequence[Entry]) -> Composition:
    return Composition(
        documents,
        asked.settings.edition,
        store,
        asked.formats,
        asked.bom,
        corrections=asked.corrections.among({entry.sha256 for entry in entries}),
    )


@contextmanager
def _timed(course: Course, step: str) -> Iterator[None]:
    began = monotonic()
    try:
        yield
    finally:
        course.seconds[step] = monotonic() - began

"""The files of a run, made of what is kept of its documents, one document in memory at a time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from extract import __version__
from extract.correcting.corrections import NONE, Corrections
from extract.results import Pictures, Result, Status, renamed
from extract.running.corrections import as_read, elsewhere, put_right
from extract.running.edition import program_digest
from extract.running.kept import kept_digest, kept_pictures, kept_result, report_digest
from extract.running.ledger import (
    EVERY,
    NAME,
    START,
    Checkpoint,
    Ledger,
    Totals,
    before,
    chained,
    common,
    file_digest,
    is_whole,
    load_ledger,
    writer_digest,
)
from extract.running.plan import Entry, changed
from extract.storage import LocalStore, Store
from extract.writing.comparisons import Comparisons
from extract.writing.formats import Format
from extract.writing.sinks import AsRead, Begun, Options, Sink

Shown = Callable[[Result], None]
"""Is shown every result that is written anew."""

JSON: Final = "json"
"""The format of one file a document, of which each is compared with what is there."""


@dataclass(frozen=True, slots=True)
class Composition:
    """What is composed.

    Attributes:
        entries: the documents that are listed, in their order, each id once.
        edition: under which what was read of them is kept.
        store: where that is, and the files go.
        formats: what is written.
        bom: a byte order mark stands first in CSV files.
        every: so many documents lie between two places at which the files of a later run may go on.
        corrections: what people have put right; what is kept stays as it was read.
        comparisons: how it differs from an earlier output, which is described together with the tables.
    """

    entries: Sequence[Entry]
    edition: str
    store: Store
    formats: Sequence[Format]
    bom: bool
    every: int = EVERY
    corrections: Corrections = NONE
    comparisons: Comparisons | None = None

    def result(self, number: int) -> Result:
        """The result of a document, put right."""
        return put_right(self.read(self.entries[number]), self.corrections)

    def read(self, entry: Entry) -> Result:
        """The result of an input as it was read."""
        return result_of_entry(entry, self.store, self.edition)

    def as_read(self, result: Result) -> AsRead | None:
        """What was read of a document that people have put right, and what they want of it."""
        wanted = self.corrections.of(result.sha256, result.name)
        kept = kept_result(self.store, self.edition, result.sha256) if wanted and result.sha256 else None
        return as_read(renamed(kept, result.name), self.corrections) if kept else None

    def pictures(self, result: Result) -> Pictures:
        """The pictures of a document's pages, as far as they were asked for when it was read."""
        return kept_pictures(self.store, self.edition, result.sha256) if result.sha256 else ()

    def keys(self) -> Iterator[str]:
        """For each document what tells its result from any other."""
        for entry in self.entries:
            failed = entry.failure.error if entry.failure else ""
            wanted = self.corrections.digest(entry.sha256, entry.given.name)
            yield "\n".join((self.edition, entry.sha256 or "", entry.given.name, failed, wanted))


class Composed(NamedTuple):
    """What was composed: the names of the files that are staged, and how much there is in all."""

    names: tuple[str, ...]
    totals: Totals


class _Opened(NamedTuple):
    """A sink, and the first document that it needs: those before it are in what it goes on from."""

    sink: Sink
    start: int


def listed(entries: Sequence[Entry], store: Store, edition: str) -> tuple[list[Entry], list[str]]:
    """The documents to list, each id once, and the names of those that are left out because they come again.

    What came along with a message and answers nothing is left out altogether.
    """
    first, again = dict[str, Entry](), list[str]()
    for entry in entries:
        if entry.given.incidental and entry.failure is None and _is_empty(entry, store, edition):
            continue
        if first.setdefault(entry.document_id, entry) is not entry:
            again.append(entry.given.name)
    return list(first.values()), again


def _is_empty(entry: Entry, store: Store, edition: str) -> bool:
    return result_of_entry(entry, store, edition).status is Status.NO_RESPONSE


def result_of_entry(entry: Entry, store: Store, edition: str) -> Result:
    """The result of a document: as it is kept, under its own name, or the failure."""
    if entry.failure:
        return entry.failed(entry.failure)
    kept = kept_result(store, edition, entry.sha256) if entry.sha256 else None
    if kept is None:  # it was changed under the run's hands, or somebody has cleared what was kept
        return entry.failed(changed(entry.given.name))
    return renamed(kept, entry.given.name)


def compose(composition: Composition, staged: Path, shown: Shown) -> Composed:
    """The files of a run, staged; what is as it should be already is left out.

    Args:
        composition: what is composed.
        staged: the folder for the files.
        shown: is shown every result that is written into the tables.

    Raises:
        OutputError: a file could not be written.
    """
    digests = tuple(chained(composition.keys()))
    ledger = _usable(composition)
    place = common(ledger, digests) if ledger and len(digests) > composition.every else None
    documents = _stage_documents(composition, staged)
    if ledger and place and place == ledger.checkpoints[-1] and place.totals.documents == len(digests):
        return Composed(documents, place.totals)
    with ExitStack() as open_files:
        opened = [_open(composition, each, staged, place) for each in composition.formats if each.name != JSON]
        for each in opened:
            open_files.callback(each.sink.abandon)  # nothing, once they are closed
        fresh = tuple(_filled(composition, opened, digests, place or START, shown))
        tables = tuple(name for each in opened for name in each.sink.close())
    checkpoints = (*(before(ledger, place, composition.every) if ledger and place else ()), *fresh)
    files = {name: digest for name in tables if (digest := file_digest(LocalStore(staged), name))}
    LocalStore(staged).write(NAME, msgspec.json.encode(Ledger(_writer(composition), files, checkpoints)))
    return Composed((*documents, *tables, NAME), checkpoints[-1].totals if checkpoints else Totals())


def _usable(composition: Composition) -> Ledger | None:
    """The ledger of the run before, if this one writes in the same way and nobody has touched its files since."""
    ledger = load_ledger(composition.store)
    same = ledger is not None and ledger.writer == _writer(composition) and is_whole(ledger, composition.store)
    return ledger if same else None


def _writer(composition: Composition) -> str:
    names = [each.name for each in composition.formats]
    corrects = any(each.corrects for each in composition.formats)
    others = elsewhere(composition.corrections, composition.entries) if corrects else ()
    said = {"formats": names, "bom": composition.bom, "compared": _compared(composition), "elsewhere": others}
    return writer_digest(program_digest(), said)


def _compared(composition: Composition) -> str | bool:
    """Whether an earlier output is compared; where something that is written shows it, which differences there are."""
    comparisons = composition.comparisons
    shown = comparisons is not None and any(each.compares for each in composition.formats)
    return comparisons.digest if comparisons and shown else comparisons is not None


def _stage_documents(composition: Composition, staged: Path) -> tuple[str, ...]:
    """The names of the JSON documents that are not there yet as they should be, staged."""
    sink = next(
        (_open(composition, each, staged, None).sink for each in composition.formats if each.name == JSON), None
    )
    if sink is None:
        return ()
    for number, entry in enumerate(composition.entries):
        if entry.failure is None and not _is_published(composition, number):
            sink.add(composition.result(number))
    return sink.close()


def _is_published(composition: Composition, number: int) -> bool:
    """Whether the JSON of a document is there, with the bytes that it was kept with, or has once it is put right."""
    entry = composition.entries[number]
    there = file_digest(composition.store, f"{entry.document_id}.json")
    if there and composition.corrections.of(entry.sha256, entry.given.name):
        return report_digest(composition.result(number)).hex() == there
    kept = kept_digest(composition.store, composition.edition, entry.sha256) if there and entry.sha256 else None
    return kept is not None and kept.hex() == there


def _open(composition: Composition, form: Format, staged: Path, place: Checkpoint | None) -> _Opened:
    """The sink of a format, which goes on from the place where its files can and are on this machine."""
    begun = dict(_begun(composition.store, place)) if place and form.grows else {}
    options = Options(
        bom=composition.bom,
        published=composition.store.local(""),
        made_by=f"scrutiny-extract {__version__}",
        pictures=composition.pictures,
        as_read=composition.as_read,
        elsewhere=elsewhere(composition.corrections, composition.entries) if form.corrects else (),
        comparisons=composition.comparisons,
    )
    return _Opened(form.open(staged, options, begun), place.totals.documents if begun and place else 0)


def _begun(store: Store, place: Checkpoint) -> Iterator[tuple[str, Begun]]:
    for name, length in place.lengths.items():
        if path := store.local(name):
            yield name, Begun(path, length)


def _filled(
    composition: Composition, opened: Sequence[_Opened], digests: Sequence[str], place: Checkpoint, shown: Shown
) -> Iterator[Checkpoint]:
    """Give each sink the documents that it needs; yields the places after ``place``."""
    totals = place.totals
    for number in range(min((each.start for each in opened), default=0), len(digests)):
        result = composition.result(number)
        for each in opened:
            if number >= each.start:
                each.sink.add(result)
        if number >= place.totals.documents:
            totals = totals.with_result(result)
            shown(result)
            if totals.documents % composition.every == 0 or totals.documents == len(digests):
                lengths = {name: length for each in opened for name, length in each.sink.lengths().items()}
                yield Checkpoint(digests[number], lengths, totals)

"""The step of a run that compares: the documents of a council, then and now, at a time.

It goes over what was read twice: once for what tells which documents belong together, which is all that is held (see
``extract.comparing.grouping`` for how much), and once for the documents themselves. Councils in which every document is
as it was are passed over.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from extract.changes import DocumentComparison, Timing
from extract.comparing import (
    Digest,
    Paper,
    compare_in_order,
    compare_papers,
    digest_of,
    group,
    in_words,
    load_wording,
    paper_of,
    tally_of,
)
from extract.errors import OutputError
from extract.running.composing import Composition
from extract.running.earlier import Earlier, read_earlier
from extract.running.ledger import NAME, Ledger, file_digest
from extract.storage import LocalStore
from extract.storage.local import writing
from extract.vocabulary.comparing import Tally
from extract.writing.changes_files import ChangesFiles
from extract.writing.columns import CHANGES
from extract.writing.comparisons import Comparisons
from extract.writing.datapackage import FILE_NAME, with_table


class Compared(NamedTuple):
    """How what was read differs from an earlier output.

    Attributes:
        names: the files that are staged.
        counted: the differences by sort: how one and how many are called, and the number.
        timed: how many answers came in time, late, and so on.
        comparisons: the differences themselves, for whatever else shows them.
        undated: how many documents could not be compared with each other, since they print no date.
    """

    names: tuple[str, ...]
    counted: tuple[tuple[str, str, int], ...]
    timed: Mapping[Timing, int]
    comparisons: Comparisons
    undated: int = 0


class _Read(NamedTuple):
    """The numbers of the documents that were read, what tells which belong together, and how many print no date."""

    numbers: Sequence[int]
    digests: Sequence[Digest]
    undated: int


def write_changes(earlier: Earlier, composition: Composition, staged: Path) -> Compared:
    """How what was read differs from an earlier output, staged; it comes before what is composed, which may show it.

    Raises:
        ExtractError: a file could not be written, or the earlier output cannot be read any more.
    """
    words, counted, timed = load_wording().comparing, Counter[Tally](), Counter[Timing]()
    read = _read(composition)
    files = ChangesFiles(staged, words.seriousness, bom=composition.bom)
    try:
        for compared in _among(read, composition) if earlier.each_other else _since(earlier, read, composition):
            files.add(compared)
            counted.update(tally for change in compared.changes if (tally := tally_of(change, words)))
            timed.update([compared.response_time.timing] if compared.response_time else ())
        names = files.close()
    finally:
        files.abandon()  # nothing, once they are closed
    undated = read.undated if earlier.each_other else 0
    return Compared(names, in_words(counted, words), timed, files.comparisons(), undated)


def _among(read: _Read, composition: Composition) -> Iterator[DocumentComparison]:
    """The documents of each council, compared with each other."""
    for places in group([], read.digests):
        papers = [paper for at in places.new for paper in _paper(composition, read.numbers[at])]
        yield from compare_in_order(papers, load_wording().comparing)


def _since(earlier: Earlier, read: _Read, composition: Composition) -> Iterator[DocumentComparison]:
    """The documents of each council, compared with those of then."""
    kept, digests = _readable(earlier, composition), read.digests
    olds = [earlier.digests[at] for at in kept]
    words = load_wording()
    for places in group(olds, digests):
        if {olds[at].content for at in places.old} == {digests[at].content for at in places.new}:
            continue
        old = [paper_of(read_earlier(earlier.places[kept[at]]), words) for at in places.old]
        new = [paper for at in places.new for paper in _paper(composition, read.numbers[at])]
        yield from compare_papers(old, new, words.comparing)


def _read(composition: Composition) -> _Read:
    """The documents that were read."""
    numbers, digests, undated = list[int](), list[Digest](), 0
    for number in range(len(composition.entries)):
        for paper in _paper(composition, number):
            numbers.append(number)
            digests.append(digest_of(paper))
            undated += bool(paper.rows) and paper.printed.own is None
    return _Read(numbers, digests, undated)


def _paper(composition: Composition, number: int) -> Iterator[Paper]:
    report = composition.result(number).report
    if report is not None:
        yield paper_of(report, load_wording())


def _readable(earlier: Earlier, composition: Composition) -> list[int]:
    """The places of the earlier documents but those that could not be read this time: they are not gone."""
    failed = {entry.document_id for entry in composition.entries if entry.failure}
    return [at for at, digest in enumerate(earlier.digests) if digest.id not in failed]


def described(names: Sequence[str], composition: Composition, staged: Path) -> tuple[str, ...]:
    """The names, with those of the description of the tables, if there is one, and of the ledger: both know them.

    Both have to be composed.

    Raises:
        OutputError: one cannot be written.
    """
    local, store = LocalStore(staged), composition.store
    package = _latest(FILE_NAME, composition, staged) if _writes_tables(composition) else None
    if package is not None:
        with writing(staged / FILE_NAME):
            local.write(FILE_NAME, with_table(package, CHANGES, staged))
        names = (*names, FILE_NAME)
    ledger = _latest(NAME, composition, staged)
    if ledger is None:
        raise OutputError("The list of what was written is gone.", store.location, "Give the same command again.")
    known = msgspec.json.decode(ledger, type=Ledger)
    digests = {name: digest for name in names if (digest := file_digest(local, name))}
    local.write(NAME, msgspec.json.encode(Ledger(known.writer, known.files | digests, known.checkpoints)))
    return (*names, NAME)


def _latest(name: str, composition: Composition, staged: Path) -> bytes | None:
    """The bytes of a file as it is staged, or else as it is in place."""
    return LocalStore(staged).read(name) or composition.store.read(name)


def _writes_tables(composition: Composition) -> bool:
    return any(form.name == "csv" for form in composition.formats)

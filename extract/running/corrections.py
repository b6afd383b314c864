"""The corrections of a run: where they come from, and what of them no longer fits."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from extract.correcting.corrections import Corrections, Source, Unfit, gathered, read_corrections
from extract.results import Result, row_digest
from extract.running.plan import Entry
from extract.storage import Store, load
from extract.storage.addresses import file_name, without_secret
from extract.writing.sinks import AsRead

NAME: Final = "corrections.json"
"""The file in the folder of the results that is applied without being named."""


def load_corrections(locations: Sequence[str], store: Store) -> Corrections:
    """What is to be put right: by the file that lies among the results, and by those that are named.

    Args:
        locations: paths and addresses; where two files disagree, the later one holds.
        store: where the results are.

    Raises:
        InputMissingError: a file is not there or may not be read.
        CorrectionsError: a file is faulty.
    """
    return gathered(_sources(locations, store))


def _sources(locations: Sequence[str], store: Store) -> Iterator[Source]:
    if lying := store.read(NAME):
        yield read_corrections(lying, NAME, f"{without_secret(store.location)}/{NAME}")
    for location in locations:
        yield read_corrections(load(location), file_name(location), without_secret(location))


def put_right(result: Result, corrections: Corrections) -> Result:
    """The result as people say that it should be."""
    return _corrected(result, corrections)[0] if corrections.of(result.sha256, result.name) else result


def as_read(read: Result, corrections: Corrections) -> AsRead | None:
    """What was read of a document and what is wanted of it, if people have put it right."""
    if not corrections.of(read.sha256, read.name):
        return None
    from extract.correcting import layers  # noqa: PLC0415 - as said below

    return layers.as_read(read, put_right(read, corrections), corrections)


def elsewhere(corrections: Corrections, entries: Sequence[Entry]) -> tuple[Struct, ...]:
    """What is wanted of documents that were not read, in the form of a file."""
    if not corrections.asks:
        return ()
    from extract.correcting import layers  # noqa: PLC0415 - as said below

    here = frozenset(entry.sha256 for entry in entries if entry.sha256 and entry.failure is None)
    return layers.elsewhere(corrections, here)


def find_unfit(
    corrections: Corrections, entries: Sequence[Entry], read: Callable[[Entry], Result]
) -> tuple[Unfit, ...]:
    """What does not fit: of documents among the inputs each correction, of others no more than that they are not there.

    Args:
        corrections: what people have put right.
        entries: all inputs.
        read: what was read of one of them.
    """
    found = dict[Unfit, None]()
    first = {entry.sha256: entry for entry in reversed(entries)}
    for sha256 in corrections.asks:
        if sha256 in first:
            found |= dict.fromkeys(_corrected(read(first[sha256]), corrections)[1])
    found |= dict.fromkeys(_editions(corrections, entries, read))
    found |= dict.fromkeys(_elsewhere(corrections, entries))
    return tuple(found)


def _corrected(result: Result, corrections: Corrections) -> tuple[Result, tuple[Unfit, ...]]:
    # what raises flags anew takes a second to import; few runs have anything to put right
    from extract.correcting.applying import corrected  # noqa: PLC0415 - as said above

    return corrected(result, corrections)


def _editions(corrections: Corrections, entries: Sequence[Entry], read: Callable[[Entry], Result]) -> Iterator[Unfit]:
    """What does not fit of what was wanted of documents whose names are there with other bytes."""
    for name, asks in corrections.absent.items():
        there = [entry for entry in entries if entry.given.name == name]
        if not there:
            continue
        rows = {digest for entry in there for digest in _digests(read(entry))}
        holding = sum(ask.row.read in rows for ask in asks)
        applied = f"{holding} of {len(asks)} corrections of rows that are as they were then are applied"
        what = f"it is another file than the one that was corrected, for its bytes differ; {applied}"
        yield from dict.fromkeys(Unfit(ask.file, name, None, what) for ask in asks)


def _digests(result: Result) -> Iterator[str]:
    yield from (row_digest(row) for row in result.report.recommendations) if result.report else ()


def _elsewhere(corrections: Corrections, entries: Sequence[Entry]) -> Iterator[Unfit]:
    """How many documents are not among the inputs."""
    names = {entry.given.name for entry in entries}
    absent = corrections.absent.items()
    files = Counter(file for name, asks in absent if name not in names for file in {ask.file for ask in asks})
    for file, count in files.items():
        yield Unfit(file, f"{count} document{'' if count == 1 else 's'}", None, "not among the inputs of this run")

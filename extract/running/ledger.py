"""What was written before: so that files which only grow go on where they ended, and nothing is written twice.

The documents of a run are chained: the digest after each holds all before it. A later run whose first documents are the
same finds the last place up to which it is, and takes the bytes of the files up to there as they are.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from extract.results import Result, Status
from extract.storage import STATE, Store
from extract.storage.local import writing

NAME: Final = f"{STATE}/ledger.json"
EVERY: Final = 64  # documents from one place at which files may go on to the next


class Totals(msgspec.Struct, frozen=True):
    """How much there is of a run's documents, as far as it has come."""

    documents: int = 0
    failed: int = 0
    no_response: int = 0
    partial: int = 0
    recommendations: int = 0
    commitments: int = 0

    def with_result(self, result: Result) -> "Totals":
        """The totals after one more document."""
        rows = result.report.recommendations if result.report else ()
        return Totals(
            documents=self.documents + 1,
            failed=self.failed + (result.status is Status.FAILED),
            no_response=self.no_response + (result.status is Status.NO_RESPONSE),
            partial=self.partial + (result.status is Status.PARTIAL),
            recommendations=self.recommendations + len(rows),
            commitments=self.commitments + sum(len(row.commitments) for row in rows),
        )


class Checkpoint(msgspec.Struct, frozen=True):
    """A place between two documents.

    Attributes:
        digest: of all documents before it.
        lengths: how long each growing file is there, in bytes.
        totals: of all documents before it.
    """

    digest: str
    lengths: dict[str, int]
    totals: Totals


START: Final = Checkpoint("", {}, Totals())
"""The place before the first document."""


class Ledger(msgspec.Struct, frozen=True):
    """What a run has written.

    Attributes:
        writer: the digest of the program and the options that wrote it.
        files: the hex digest of each file but the documents' JSON.
        checkpoints: places, the last of them after the last document.
    """

    writer: str
    files: dict[str, str]
    checkpoints: tuple[Checkpoint, ...]


def load_ledger(store: Store) -> Ledger | None:
    """What the last complete run has written; ``None`` where there was none, or its ledger cannot be read."""
    data = store.read(NAME)
    try:
        return None if data is None else msgspec.json.decode(data, type=Ledger)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def chained(keys: Iterable[str]) -> Iterator[str]:
    """For each document the digest of it and all before it."""
    digest = hashlib.sha256()
    for key in keys:
        digest.update(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest())
        yield digest.hexdigest()


def common(ledger: Ledger, digests: Sequence[str]) -> Checkpoint | None:
    """The last place up to which a ledger has the same documents."""
    places = (place for place in reversed(ledger.checkpoints) if 0 < place.totals.documents <= len(digests))
    return next((place for place in places if digests[place.totals.documents - 1] == place.digest), None)


def before(ledger: Ledger, place: Checkpoint, every: int) -> tuple[Checkpoint, ...]:
    """The places of a ledger up to this one that a run from the first document on would have passed too."""
    passed = (each for each in ledger.checkpoints if each.totals.documents <= place.totals.documents)
    return tuple(each for each in passed if each.totals.documents % every == 0)


def changed_by_hand(ledger: Ledger, store: Store, names: Sequence[str]) -> list[str]:
    """Which of these files are there and are not as they were written."""
    written = ((name, digest) for name, digest in ledger.files.items() if name in names)
    return [name for name, digest in written if (found := file_digest(store, name)) and found != digest]


def is_whole(ledger: Ledger, store: Store) -> bool:
    """Whether all files are as they were written."""
    return all(file_digest(store, name) == digest for name, digest in ledger.files.items())


def file_digest(store: Store, name: str) -> str | None:
    """The hex digest of a file; ``None`` where there is none."""
    path = store.local(name)
    if path is None:
        data = store.read(name)
        return None if data is None else hashlib.sha256(data).hexdigest()
    with writing(path):
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def writer_digest(program: str, options: Mapping[str, object]) -> str:
    """The digest of what has a say in how results are written."""
    return hashlib.sha256(msgspec.json.encode([program, options], order="sorted")).hexdigest()

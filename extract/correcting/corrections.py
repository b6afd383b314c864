"""The corrections of a run: those of all its files, by the document that they are of."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import msgspec

from extract.correcting.faults import find_faults
from extract.correcting.file import FORMAT, VERSION, CorrectedDocument, CorrectedRow, CorrectionsFile
from extract.errors import CorrectionsError

_MOST_FAULTS = 50
_ADVICE = "Put the file right, or export it again from the report; docs/corrections.schema.json says what it may hold."


class Source(NamedTuple):
    """A file of corrections by its name, and what it says."""

    name: str
    file: CorrectionsFile


class Ask(NamedTuple):
    """What one file wants of a row, and on whose word.

    Attributes:
        file: the name of the file.
        document: the name of the document there.
        row: what is wanted.
        by: who says so.
        at: when.
        edition: it was said of another edition of the document, and holds of a row that is as it was there.
    """

    file: str
    document: str
    row: CorrectedRow
    by: str | None
    at: str | None
    edition: bool = False


class Unfit(msgspec.Struct, frozen=True):
    """A correction that could not be applied.

    Attributes:
        file: the name of the file that it stands in.
        document: the name of the document there.
        row: the number of the row there, or how its text begins; ``None`` where it is about the whole document.
        what: why, in plain words.
    """

    file: str
    document: str
    row: str | None
    what: str

    def __str__(self) -> str:
        """The same as one line."""
        row = f", {self.row}" if self.row else ""
        return f"{self.file}: {self.document}{row}: {self.what}."


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is to be put right in the documents of a run.

    Attributes:
        asks: by the SHA-256 of a document, what is wanted of its rows, in the order of the files; what is wanted twice
            stands once.
        absent: what was wanted of documents that are not there; one of the same name may be another edition.
    """

    asks: Mapping[str, Sequence[Ask]] = field(default_factory=dict)
    absent: Mapping[str, Sequence[Ask]] = field(default_factory=dict)

    def of(self, sha256: str | None, name: str) -> Sequence[Ask]:
        """What is wanted of the rows of a document."""
        return self.asks.get(sha256 or "") or self.absent.get(name, ())

    def among(self, here: Collection[str | None]) -> "Corrections":
        """The same where the documents with these digests are there, and others may be there in another edition."""
        absent = dict[str, list[Ask]]()
        for ask in (ask for sha256, asks in self.asks.items() if sha256 not in here for ask in asks):
            absent.setdefault(ask.document, []).append(ask._replace(edition=True))
        return replace(self, absent=absent)

    def digest(self, sha256: str | None, name: str) -> str:
        """Hex digest of what is wanted of a document; empty where nothing is."""
        wanted = [(ask.row, ask.by, ask.at) for ask in self.of(sha256, name)]
        return hashlib.sha256(msgspec.json.encode(wanted)).hexdigest() if wanted else ""


NONE = Corrections()
"""Nothing is to be put right."""


def read_corrections(data: bytes, name: str, where: str | None = None) -> Source:
    """A file of corrections.

    Args:
        data: its bytes, with or without a byte order mark.
        name: what it is called where its corrections are told of.
        where: what it is called where a fault is told of; its name where nothing else is given.

    Raises:
        CorrectionsError: it is no such file, or holds what is unknown, of the wrong type or not in the closed sets;
            every fault is told with its place.
    """
    place = where or name
    try:
        value = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise CorrectionsError(f"This is no JSON: {fault}.", place, _ADVICE) from fault
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise CorrectionsError(f"This is no file of corrections: its format is not “{FORMAT}”.", place, _ADVICE)
    if value.get("version") != VERSION:
        raise CorrectionsError(f"Its version is not {VERSION}, the one that is known.", place, "Use a newer program.")
    if faults := list(find_faults(value, CorrectionsFile)):
        more = [f"and {len(faults) - _MOST_FAULTS} more"] if len(faults) > _MOST_FAULTS else []
        raise CorrectionsError("; ".join([*faults[:_MOST_FAULTS], *more]) + ".", place, _ADVICE)
    return Source(name, msgspec.convert(value, CorrectionsFile))


def gathered(sources: Iterable[Source]) -> Corrections:
    """The corrections of several files; where two disagree, the later one holds."""
    found = dict[str, dict[CorrectedRow, Ask]]()
    for source in sources:
        for document in source.file.documents:
            asks = found.setdefault(document.sha256, {})
            for ask in _asks(source, document):
                asks[ask.row] = asks.pop(ask.row, ask)  # on the first one's word, after what was wanted in between
    return Corrections({sha256: tuple(asks.values()) for sha256, asks in found.items()})


def _asks(source: Source, document: CorrectedDocument) -> Iterable[Ask]:
    for row in document.rows:
        by, at = row.by or source.file.by or None, row.at or source.file.exported
        yield Ask(source.name, document.name, row, by, at)

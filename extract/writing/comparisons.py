"""What an earlier output is compared to, for the forms of output that show it: read from the disk, none of it held."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from extract.changes import DocumentComparison
from extract.storage.local import writing


class Stretch(NamedTuple):
    """Where a comparison stands in the file, in bytes."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The comparisons of a run.

    Attributes:
        path: the file that holds them, ``changes.json``.
        places: where those of each document of now stand, and, under ``None``, those of papers that have none.
        digest: of the file, by which what shows them is known to be as it should.
    """

    path: Path
    places: Mapping[str | None, Sequence[Stretch]]
    digest: str

    def of(self, document_id: str | None) -> Iterator[DocumentComparison]:
        """Those of a document of now; of ``None`` those of earlier papers that have no partner.

        Raises:
            OutputError: they cannot be read any more.
        """
        return self._read(self.places.get(document_id, ()))

    def all(self) -> Iterator[DocumentComparison]:
        """All, in the order of the file.

        Raises:
            OutputError: they cannot be read any more.
        """
        return self._read(sorted(place for places in self.places.values() for place in places))

    def _read(self, places: Iterable[Stretch]) -> Iterator[DocumentComparison]:
        if not places:
            return
        with writing(self.path), self.path.open("rb") as file:
            for place in places:
                file.seek(place.start)
                yield msgspec.json.decode(file.read(place.length), type=DocumentComparison)

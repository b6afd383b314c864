"""Rows that wait in temporary files, to be given back most serious first."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from extract.writing.growing import GrowingFile
from extract.writing.rows import Row
from extract.writing.workbook.places import Place

AnyRow = TypeVar("AnyRow", bound=Row)

Rank = tuple[int, int]
"""What comes first: the lower."""


class Waiting(NamedTuple, Generic[AnyRow]):
    """A row, and the place that it leads to, if there is one."""

    row: AnyRow
    place: Place | None


class Spool(Generic[AnyRow]):
    """A file for each rank; there are no more ranks than kinds of flags, or of differences."""

    def __init__(self, folder: Path, kind: type[AnyRow]) -> None:
        """Use a folder that exists for rows of a kind."""
        self._folder = folder
        self._kind = kind
        self._files: dict[Rank, GrowingFile] = {}

    def add(self, rank: Rank, waiting: Waiting[AnyRow]) -> None:
        """Put a row after those of its rank.

        Raises:
            OutputError: it cannot be written.
        """
        if rank not in self._files:
            self._files[rank] = GrowingFile(self._path(rank))
        # not by msgspec, which holds to Unicode: the name of a file may have half of a surrogate pair
        self._files[rank].write(json.dumps([_plain(waiting.row), waiting.place]).encode() + b"\n")

    def ranked(self) -> Iterator[Waiting[AnyRow]]:
        """All rows by rank, and then in the order that they came in.

        Raises:
            OutputError: one could not be written.
        """
        for rank, file in sorted(self._files.items()):
            file.close()
            with self._path(rank).open("rb") as lines:
                for row, place in map(json.loads, lines):
                    yield Waiting(msgspec.convert(row, self._kind), Place(*place) if place else None)

    def abandon(self) -> None:
        """Let go of the files as they are."""
        for file in self._files.values():
            file.abandon()

    def _path(self, rank: Rank) -> Path:
        return self._folder / f"{self._kind.__name__}-{rank[0]}-{rank[1]}"


def _plain(row: Row) -> dict[str, object]:
    """The values of a row, days as ISO dates."""
    values = msgspec.structs.asdict(row).items()
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values}

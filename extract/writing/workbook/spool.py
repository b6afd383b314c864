"""Rows that wait in temporary files, to be given back most serious first."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from extract.writing.growing import GrowingFile
from extract.writing.workbook.own_rows import LookRow
from extract.writing.workbook.places import Place

Rank = tuple[int, int]
"""What comes first: the lower."""


class Waiting(NamedTuple):
    """A row, and the place that it leads to."""

    row: LookRow
    place: Place


class Spool:
    """A file for each rank; there are no more ranks than kinds of flags."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that exists."""
        self._folder = folder
        self._files: dict[Rank, GrowingFile] = {}

    def add(self, rank: Rank, waiting: Waiting) -> None:
        """Put a row after those of its rank.

        Raises:
            OutputError: it cannot be written.
        """
        if rank not in self._files:
            self._files[rank] = GrowingFile(self._path(rank))
        # not by msgspec, which holds to Unicode: the name of a file may have half of a surrogate pair
        self._files[rank].write(json.dumps([msgspec.structs.asdict(waiting.row), waiting.place]).encode() + b"\n")

    def ranked(self) -> Iterator[Waiting]:
        """All rows by rank, and then in the order that they came in.

        Raises:
            OutputError: one could not be written.
        """
        for rank, file in sorted(self._files.items()):
            file.close()
            with self._path(rank).open("rb") as lines:
                for row, place in map(json.loads, lines):
                    yield Waiting(msgspec.convert(row, LookRow), Place(*place))

    def abandon(self) -> None:
        """Let go of the files as they are."""
        for file in self._files.values():
            file.abandon()

    def _path(self, rank: Rank) -> Path:
        return self._folder / f"looks-{rank[0]}-{rank[1]}"

"""What every form of output is to a run: something that takes one result after the other, and keeps none of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec import Struct

from extract.results import Pictures, Result
from extract.writing.comparisons import Comparisons


def _no_pictures(_result: Result) -> Pictures:
    """No picture: nothing was drawn."""
    return ()


class AsRead(NamedTuple):
    """A result as it was read, where people have put something right in it, and what they want.

    Attributes:
        result: as it was read, but for its flags, which are those that it has once it is put right; with the rows that
            were missed, of which no more is said than their number and their text.
        missed: the ids of those.
        wishes: what is wanted of its rows, in the form of a file of corrections, each row by its text as it was read.
    """

    result: Result
    missed: frozenset[str]
    wishes: Sequence[Struct]


def _nothing_else(_result: Result) -> AsRead | None:
    """Nothing: all is as it was read."""
    return None


@dataclass(frozen=True, slots=True)
class Begun:
    """A file of an earlier run that goes on.

    Attributes:
        path: where it stands.
        length: how many of its first bytes are kept.
    """

    path: Path
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person may choose of how results are written.

    Attributes:
        bom: a byte order mark stands first in each CSV file, so that Excel shows accents and quotation marks right.
        published: the output folder; a JSON document that stands there with the very bytes is not written again.
        part_rows: how many rows a Parquet file holds at most.
        made_by: the program and its version, for files that say what made them.
        pictures: gives the pictures of a result's pages.
        as_read: gives what was read of a result that people have put right, and what they want of it.
        elsewhere: what they want of other documents than those of the batch, in the form of a file of corrections.
        comparisons: how the batch differs from an earlier output; ``None`` where it is compared with none.
    """

    bom: bool = True
    published: Path | None = None
    part_rows: int = 100_000
    made_by: str = "scrutiny-extract"
    pictures: Callable[[Result], Pictures] = _no_pictures
    as_read: Callable[[Result], AsRead | None] = _nothing_else
    elsewhere: Sequence[Struct] = ()
    comparisons: Comparisons | None = None


class Sink(Protocol):
    """A form of output that is being written into a folder; every method may raise an ``OutputError``."""

    def add(self, result: Result) -> None:
        """Write what there is of a result; document ids are unique."""

    def lengths(self) -> Mapping[str, int]:
        """How many bytes stand in each of its files by name, all handed to the disk; none where it does not grow."""

    def close(self) -> tuple[str, ...]:
        """The names of its files, now complete."""

    def abandon(self) -> None:
        """Let go of its files as they are, after a fault or instead of ``close``; this raises nothing."""

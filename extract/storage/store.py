"""What a folder for results can do, wherever it is."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

STATE: Final = ".scrutiny-extract"
"""The folder, within that of the results, of what the program keeps to go on from."""


class Store(Protocol):
    """A folder for results. Names are relative to it, with strokes: ``dates.csv``, ``parquet/dates/part-00001``.

    Every file is written whole or not at all. Faults are raised as ``OutputError``.
    """

    @property
    def location(self) -> str:
        """Its absolute path, or its address."""

    def local(self, name: str) -> Path | None:
        """The path of a file, where the folder is on this machine."""

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; ``None`` where there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file."""

    def has(self, name: str) -> bool:
        """Whether a file is there."""

    def children(self, folder: str) -> Sequence[str]:
        """The names of the files and folders in a folder, sorted; none where there is no such folder."""

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and folders with all that is in them; what is not there is passed over."""

    def lock(self) -> AbstractContextManager[None]:
        """Keeps other runs away while it lasts.

        Raises:
            OutputBusyError: another run is at work there.
        """

    def staging(self) -> AbstractContextManager[Path]:
        """A new, empty folder of this machine for files that are to be published; removed in the end."""

    def publish(self, staged: Path, names: Sequence[str], stale: Sequence[str]) -> None:
        """Put staged files in their places and remove stale ones, all together.

        What is stopped midway is finished by ``recover``.
        """

    def recover(self) -> None:
        """Finish a publication that was stopped midway, and clear away what else a stopped run has left."""

"""The file of the workbook: faults of the disk told once, and the same bytes on every machine."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile


class Target:
    """A file for a ``ZipFile``, which keeps the first fault until it is closed, and takes no heed of what comes then.

    A ``ZipFile`` that met a fault writes once more when it is let go of. What goes wrong there would be told by the
    interpreter, where nobody can catch it.
    """

    def __init__(self, path: Path) -> None:
        """Begin the file.

        Raises:
            OSError: it cannot be written.
        """
        self._file = path.open("wb")
        self._fault: OSError | None = None

    def write(self, data: bytes) -> int:
        """How many bytes were written: all of them, as far as the caller is told."""
        self._try(lambda: self._file.write(data))
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """The place that the next bytes go to."""
        return self._try(lambda: self._file.seek(offset, whence)) or 0

    def tell(self) -> int:
        """The place that the next bytes go to."""
        return self._try(self._file.tell) or 0

    def flush(self) -> None:
        """Hand to the disk what waits in memory."""
        self._try(self._file.flush)

    def close(self) -> None:
        """Complete the file.

        Raises:
            OSError: the first fault that was met.
        """
        self._try(self._file.close)
        if self._fault:
            raise self._fault

    def _try(self, step: Callable[[], int | None]) -> int | None:
        if self._file.closed:
            return None
        try:
            return step()
        except OSError as fault:
            self._fault = self._fault or fault
            return None


def settle(path: Path) -> None:
    """Take out of a ZIP archive what is of this machine and not of its contents: who may read its temporary files.

    Raises:
        OSError: it cannot be written.
    """
    with ZipFile(path, "a") as archive:
        for member in archive.infolist():
            member.external_attr = 0
            member.create_system = 0
        archive.comment = b""  # setting it, to whatever it may be, has the directory of the archive written again

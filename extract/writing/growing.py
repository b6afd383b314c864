"""A file that grows at its end and can go on from where an earlier run left it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from extract.errors import OutputError
from extract.storage.local import writing
from extract.writing.sinks import Begun

_CHUNK = 2**20  # bytes copied at a time
_ADVICE = "Give another output folder, so that everything is written anew."


class GrowingFile:
    """A file that bytes are added to."""

    def __init__(self, path: Path, head: bytes = b"", begun: Begun | None = None) -> None:
        """Begin the file with ``head``, or with the first bytes of an earlier one in its place.

        Raises:
            OutputError: it cannot be written, or the earlier one cannot be read or is too short.
        """
        self._path = path
        with writing(path):
            self._file = path.open("wb")
        try:
            for chunk in _kept(begun) if begun else (head,):
                self.write(chunk)
        except OutputError:
            self.abandon()
            raise

    def write(self, data: bytes) -> None:
        """Add bytes at its end."""
        with writing(self._path):
            self._file.write(data)

    def length(self) -> int:
        """How many bytes it holds; none of them waits in memory."""
        with writing(self._path):
            self._file.flush()
            return self._file.tell()

    def close(self) -> None:
        """Complete it."""
        with writing(self._path):
            self._file.close()

    def abandon(self) -> None:
        """Let go of it as it is."""
        with suppress(OSError):  # a full disk is full for what waits in memory, too
            self._file.close()


def _kept(begun: Begun) -> Iterator[bytes]:
    """The bytes that are kept of an earlier file, some at a time."""
    left = begun.length
    try:
        with begun.path.open("rb") as file:
            while left and (chunk := file.read(min(left, _CHUNK))):
                left -= len(chunk)
                yield chunk
    except OSError as fault:
        message = f"This file of an earlier run cannot go on: {fault.strerror}."
        raise OutputError(message, str(begun.path), _ADVICE) from fault
    if left:
        raise OutputError("This file of an earlier run lost some of its bytes.", str(begun.path), _ADVICE)

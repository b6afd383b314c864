"""All reports in one compressed file, a line each: JSON Lines within Zstandard (RFC 8878); and read from it again."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

import pyarrow as pa

from extract.results import Result
from extract.storage.local import writing
from extract.writing.json_file import encode_line
from extract.writing.sinks import Begun, Options

FILE_NAME: Final = "documents.jsonl.zst"
_PART: Final = 2**20  # bytes


def unpack(packed: BinaryIO, into: BinaryIO) -> None:
    """Write what a compressed file holds into another, part by part.

    Raises:
        OSError: it is no such file, or cut off; or the other cannot be written.
    """
    with pa.CompressedInputStream(pa.PythonFile(packed, "r"), "zstd") as stream:
        while part := stream.read(_PART):
            into.write(part)


class ZstandardSink:
    """The reports of a run. What is compressed depends on all before it, so the file cannot go on."""

    def __init__(self, folder: Path, _options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin the file."""
        self._path = folder / FILE_NAME
        with writing(self._path):
            self._file = self._path.open("wb")
        self._stream = pa.CompressedOutputStream(self._file, "zstd")

    def add(self, result: Result) -> None:
        """Write the report of a result, if it has one."""
        if result.report:
            with writing(self._path):
                self._stream.write(encode_line(result.report))

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for the file does not grow."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The name of the file."""
        with writing(self._path):
            self._stream.close()
            self._file.close()
        return (FILE_NAME,)

    def abandon(self) -> None:
        """Let go of the file as it is."""
        for held in (self._stream, self._file):
            with suppress(OSError):
                held.close()

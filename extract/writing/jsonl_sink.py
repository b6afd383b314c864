"""All reports in one file that grows, a line each: JSON Lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extract.results import Result
from extract.writing.growing import GrowingFile
from extract.writing.json_file import encode_line
from extract.writing.sinks import Begun, Options

FILE_NAME: Final = "documents.jsonl"


class JsonlSink:
    """The reports of a run; they go on from those of an earlier one where its file is given."""

    def __init__(self, folder: Path, _options: Options, begun: Mapping[str, Begun]) -> None:
        """Begin the file."""
        self._file = GrowingFile(folder / FILE_NAME, begun=begun.get(FILE_NAME))

    def add(self, result: Result) -> None:
        """Write the report of a result, if it has one."""
        if result.report:
            self._file.write(encode_line(result.report))

    def lengths(self) -> Mapping[str, int]:
        """How many bytes stand in the file."""
        return {FILE_NAME: self._file.length()}

    def close(self) -> tuple[str, ...]:
        """The name of the file."""
        self._file.close()
        return (FILE_NAME,)

    def abandon(self) -> None:
        """Let go of the file as it is."""
        self._file.abandon()

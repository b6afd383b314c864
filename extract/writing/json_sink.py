"""A JSON document for each input that was read, unless it stands in the output folder already."""

from collections.abc import Mapping
from pathlib import Path

from extract.results import Result
from extract.storage.local import writing
from extract.writing.json_file import encode_report
from extract.writing.sinks import Begun, Options


class JsonSink:
    """The JSON documents of a run; each is complete as soon as it is written."""

    def __init__(self, folder: Path, options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin with no document."""
        self._folder = folder
        self._published = options.published
        self._written: list[str] = []

    def add(self, result: Result) -> None:
        """Write the document of a result, if it is a new one."""
        if not result.report:
            return
        name, data = f"{result.document_id}.json", encode_report(result.report)
        if self._published and _holds(self._published / name, data):
            return
        path = self._folder / name
        with writing(path):
            path.write_bytes(data)
        self._written.append(name)

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for none of the documents grows."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The names of the documents that were written."""
        return tuple(self._written)

    def abandon(self) -> None:
        """Nothing is held."""


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file has these very bytes; of another size it need not be read."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:  # what is wrong with it is told when it is to be replaced
        return False

"""The report of a run: one page, or, of a large batch, a page for the lists and one for each document."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from extract.results import Result
from extract.storage.local import writing
from extract.writing.report.blocks import block, encode
from extract.writing.report.changes import changes_block
from extract.writing.report.document import Entry, entry
from extract.writing.report.page import about_block, frame
from extract.writing.report.wording import load_wording
from extract.writing.sinks import Begun, Options

FILE_NAME: Final = "report.html"
FOLDER: Final = "report"
MOST_DOCUMENTS: Final = 60
MOST_BYTES: Final = 25_000_000
"""Beyond either, a browser would open the page slowly."""
_TITLE: Final = "Scrutiny responses"
_INDEX: Final = b'<script type="application/json" id="index">['
_BETWEEN: Final = b",\n"


class _Waiting(NamedTuple):
    """A document whose index and blocks wait on the disk: their lengths, and the rest of what it is."""

    id: str
    title: str
    codes: frozenset[str]
    indexed: int
    blocks: int


class ReportSink:
    """The report of a run. Results wait on the disk, since the page begins with what is known last."""

    def __init__(self, folder: Path, options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin with no document."""
        self._folder, self._pictures = folder, options.pictures
        self._comparisons = options.comparisons
        self._as_read, self._elsewhere = options.as_read, options.elsewhere
        with writing(folder):
            self._index: BinaryIO = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - held until the run ends
            self._blocks: BinaryIO = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - the same
        self._waiting = list[_Waiting]()
        self._codes = set[str]()
        self._documents = 0
        self._names: list[str] | None = None  # of the pages of documents, once they have their own

    def add(self, result: Result) -> None:
        """Take in a result."""
        new = entry(result, self._pictures(result) if result.report else (), self._as_read(result))
        self._documents += 1
        self._codes |= new.codes
        with writing(self._folder / FILE_NAME):
            self._index.write((_BETWEEN if self._documents > 1 else b"") + new.indexed)
            if self._names is None:
                self._blocks.write(new.blocks)
                self._waiting.append(_Waiting(new.id, new.title, new.codes, len(new.indexed), len(new.blocks)))
                if self._documents > MOST_DOCUMENTS or self._blocks.tell() > MOST_BYTES:
                    self._divide()
            else:
                self._write_alone(new)

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for the page does not grow."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The names of the pages, now complete."""
        page = frame(_TITLE)
        divided = self._names is not None
        with writing(self._folder / FILE_NAME), (self._folder / FILE_NAME).open("wb") as file:
            file.write(page.head + about_block(load_wording(), self._codes, divided=divided) + _INDEX)
            _copy(self._index, file)
            file.write(b"]</script>\n")
            file.write(block("elsewhere", encode(self._elsewhere)) if self._elsewhere else b"")
            file.writelines(changes_block(self._comparisons.all()) if self._comparisons else ())
            file.write(page.program)
            _copy(self._blocks, file)
            file.write(page.tail)
        self.abandon()
        return (FILE_NAME, *(self._names or ()))

    def abandon(self) -> None:
        """Let go of what waits."""
        for held in (self._index, self._blocks):
            with suppress(OSError):
                held.close()

    def _divide(self) -> None:
        """Give each document so far a page of its own, and those to come."""
        (self._folder / FOLDER).mkdir(exist_ok=True)
        self._names = []
        for each in self._waited():
            self._write_alone(each)
        self._waiting.clear()
        self._blocks.seek(0)
        self._blocks.truncate()

    def _waited(self) -> Iterator[Entry]:
        self._blocks.seek(0)
        self._index.seek(0)
        for each in self._waiting:
            indexed = self._index.read(each.indexed)
            self._index.seek(len(_BETWEEN), os.SEEK_CUR)
            yield Entry(each.id, each.title, indexed, each.codes, self._blocks.read(each.blocks))
        self._index.seek(0, os.SEEK_END)

    def _write_alone(self, new: Entry) -> None:
        if self._names is None or not new.blocks:
            return
        name = f"{FOLDER}/{new.id}.html"
        page = frame(new.title)
        with writing(self._folder / name), (self._folder / name).open("wb") as file:
            file.write(page.head + about_block(load_wording(), new.codes, alone=True) + _INDEX)
            file.write(new.indexed + b"]</script>\n")
            file.writelines(changes_block(self._comparisons.of(new.id)) if self._comparisons else ())
            file.write(page.program + new.blocks + page.tail)
        self._names.append(name)


def _copy(source: BinaryIO, target: BinaryIO) -> None:
    source.seek(0)
    shutil.copyfileobj(source, target)

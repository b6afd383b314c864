"""Differences as files: ``changes.csv``, a row each, and ``changes.json``, with the pairs and why they are pairs."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from extract.changes import CHANGES_VERSION, DocumentComparison, Kind
from extract.storage.local import writing
from extract.writing.change_rows import change_row
from extract.writing.columns import CHANGES
from extract.writing.comparisons import Comparisons, Stretch
from extract.writing.csv_files import encode_header, encode_rows
from extract.writing.growing import GrowingFile

JSON_NAME: Final = "changes.json"
NAMES: Final = (CHANGES.file_name, JSON_NAME)
_INDENT: Final = b"\n    "


class ChangesFiles:
    """The two files in a folder; they are given one comparison after the other, and keep none but where it stands."""

    def __init__(self, folder: Path, seriousness: Mapping[Kind, int], *, bom: bool) -> None:
        """Begin the files."""
        self._path = folder / JSON_NAME
        self._seriousness = seriousness
        self._table = GrowingFile(folder / CHANGES.file_name, encode_header(CHANGES, bom=bom))
        head = b'{\n  "changes_version": "' + CHANGES_VERSION.encode() + b'",\n  "comparisons": ['
        self._json = GrowingFile(self._path, head)
        self._length = len(head)
        self._places = dict[str | None, list[Stretch]]()
        self._separator = b""

    def add(self, compared: DocumentComparison) -> None:
        """Write the differences of two documents."""
        rows = (change_row(change, compared, self._seriousness[change.kind]) for change in compared.changes)
        self._table.write(encode_rows(CHANGES, rows))
        text = msgspec.json.format(msgspec.json.encode(compared), indent=2).replace(b"\n", _INDENT)
        before = self._separator + _INDENT
        self._json.write(before + text)
        place = Stretch(self._length + len(before), len(text))
        self._places.setdefault(compared.new.id if compared.new else None, []).append(place)
        self._length = place.start + place.length
        self._separator = b","

    def close(self) -> tuple[str, ...]:
        """The names of the files, now complete."""
        self._json.write((b"\n  " if self._separator else b"") + b"]\n}\n")
        self._json.close()
        self._table.close()
        return NAMES

    def comparisons(self) -> Comparisons:
        """What was written, to be read again from the files, now complete.

        Raises:
            OutputError: they cannot be read.
        """
        with writing(self._path), self._path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Comparisons(self._path, self._places, digest)

    def abandon(self) -> None:
        """Let go of the files as they are, after a fault."""
        self._table.abandon()
        self._json.abandon()

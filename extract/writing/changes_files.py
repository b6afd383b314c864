"""Differences as files: ``changes.csv``, a row each, and ``changes.json``, with the pairs and why they are pairs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from extract.changes import CHANGES_VERSION, DocumentComparison, Kind
from extract.writing.change_rows import change_row
from extract.writing.columns import CHANGES
from extract.writing.csv_files import encode_header, encode_rows
from extract.writing.growing import GrowingFile

JSON_NAME: Final = "changes.json"
_INDENT: Final = b"\n    "


class ChangesFiles:
    """The two files in a folder; they are given one comparison after the other, and keep none."""

    def __init__(self, folder: Path, seriousness: Mapping[Kind, int], *, bom: bool) -> None:
        """Begin the files."""
        self._seriousness = seriousness
        self._table = GrowingFile(folder / CHANGES.file_name, encode_header(CHANGES, bom=bom))
        head = b'{\n  "changes_version": "' + CHANGES_VERSION.encode() + b'",\n  "comparisons": ['
        self._json = GrowingFile(folder / JSON_NAME, head)
        self._separator = b""

    def add(self, compared: DocumentComparison) -> None:
        """Write the differences of two documents."""
        rows = (change_row(change, compared, self._seriousness[change.kind]) for change in compared.changes)
        self._table.write(encode_rows(CHANGES, rows))
        text = msgspec.json.format(msgspec.json.encode(compared), indent=2)
        self._json.write(self._separator + _INDENT + text.replace(b"\n", _INDENT))
        self._separator = b","

    def close(self) -> tuple[str, ...]:
        """The names of the files, now complete."""
        self._json.write((b"\n  " if self._separator else b"") + b"]\n}\n")
        self._json.close()
        self._table.close()
        return CHANGES.file_name, JSON_NAME

    def abandon(self) -> None:
        """Let go of the files as they are, after a fault."""
        self._table.abandon()
        self._json.abandon()

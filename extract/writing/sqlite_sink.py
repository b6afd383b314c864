"""The tables as a SQLite database with keys, search and views, ``scrutiny.db``; and what Datasette shows of it."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from extract.errors import OutputError
from extract.results import Result
from extract.storage.local import writing
from extract.writing.columns import TABLES
from extract.writing.database.metadata import NAME, encode_metadata
from extract.writing.database.schema import closing_statements, insertion, table_statements
from extract.writing.database.views import view_statements
from extract.writing.details import DETAILS, details_of
from extract.writing.rows import Row
from extract.writing.sinks import Begun, Options
from extract.writing.tables import tables_of

FILE_NAME: Final = f"{NAME}.db"
METADATA: Final = "metadata.json"

# a database that is not complete is thrown away, so nothing need be undone in it, or be safe before the end
_SETTINGS: Final = (
    "page_size = 4096",
    "encoding = 'UTF-8'",
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -32768",  # kibibytes
    "foreign_keys = ON",
)
_ADVICE: Final = (
    "Leave sqlite out of --format, or use a Python with SQLite 3.35 or newer and its full-text search, FTS5."
)
_FAULTS: Final = {"SQLITE_FULL": errno.ENOSPC, "SQLITE_CANTOPEN": errno.ENOENT, "SQLITE_READONLY": errno.EACCES}


class SqliteSink:
    """The database of a run. Its pages change until the end, so it cannot go on."""

    def __init__(self, folder: Path, _options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin the database with its empty tables."""
        self._path = folder / FILE_NAME
        with _told(self._path):
            self._base = sqlite3.connect(self._path, isolation_level=None)
        try:
            self._run(f"PRAGMA {setting}" for setting in _SETTINGS)
            self._run(("BEGIN", *table_statements()))
        except OutputError:
            self.abandon()
            raise

    def add(self, result: Result) -> None:
        """Write the rows of a result."""
        tables, details = tables_of(result), details_of(result)
        with _told(self._path):
            for table in TABLES:
                self._base.executemany(insertion(table), map(_values, tables.rows_of(table.name)))
            for table in DETAILS:
                self._base.executemany(insertion(table), map(_values, details.rows_of(table.name)))

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for the database does not grow at its end alone."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The names of the database, with its indices, search and views, and of what Datasette shows of it."""
        self._run((*closing_statements(), *view_statements(), "ANALYZE", "COMMIT"))
        described = encode_metadata(self._base)
        with _told(self._path):
            self._base.close()
        metadata = self._path.with_name(METADATA)
        with writing(metadata):
            metadata.write_bytes(described)
        return (FILE_NAME, METADATA)

    def abandon(self) -> None:
        """Let go of the database as it is."""
        with suppress(sqlite3.Error):
            self._base.close()

    def _run(self, statements: Iterable[str]) -> None:
        with _told(self._path):
            for statement in statements:
                self._base.execute(statement)


def _values(row: Row) -> tuple[object, ...]:
    return tuple(map(_value, msgspec.structs.astuple(row)))


def _value(value: object) -> object:
    """A cell as SQLite keeps it; half of a surrogate pair, as in the name of a file, is no text and becomes ``?``."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value.isoformat() if isinstance(value, date) else value


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Nothing; a fault of SQLite within it is told as one of this file.

    Raises:
        OutputError: the disk is full, the folder is not there, or SQLite cannot do what is asked.
    """
    try:
        yield
    except sqlite3.Error as fault:
        if number := _FAULTS.get(getattr(fault, "sqlite_errorname", "")):
            with writing(path):
                raise OSError(number, os.strerror(number)) from fault
        raise OutputError(f"The database could not be written: {fault}.", str(path), _ADVICE) from fault

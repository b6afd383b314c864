"""The one place that knows XlsxWriter: a workbook of which one row of each sheet at a time is in memory.

Each worksheet keeps its rows in a temporary file of its own, so that rows of several may be written in turn.
"""

from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from extract.writing.workbook.headings import SheetType
from extract.writing.workbook.streaming import Sheet
from extract.writing.workbook.styles import STYLES
from extract.writing.workbook.target import Target, settle

_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same for every workbook, so that the same input gives the same bytes
_PROPERTIES: Final = {
    "title": "Scrutiny recommendations and the answers to them",
    "subject": "What scrutiny bodies recommended, what was answered, who is to act, what was promised and by when",
    "comments": "Read from the documents that the sheet Documents lists. The sheet About explains every column.",
    "created": _DAY.replace(tzinfo=None),
}


class Book:
    """A workbook that is being written.

    Attributes:
        folder: for temporary files; it lies beside the workbook, and is gone when that is closed.
    """

    def __init__(self, path: Path, made_by: str) -> None:
        """Begin the workbook.

        Args:
            path: where it is to stand.
            made_by: the program and its version.

        Raises:
            OSError: it cannot be written.
        """
        self._path = path
        with ExitStack() as held:
            self.folder = Path(held.enter_context(TemporaryDirectory(prefix=".workbook-", dir=path.parent)))
            self._target = Target(path)
            self._held = held.pop_all()
        options = {"constant_memory": True, "tmpdir": str(self.folder), "use_zip64": True}
        self._workbook: Any = xlsxwriter.Workbook(self._target, options)
        self._workbook.set_properties(_PROPERTIES | {"author": made_by})
        self._workbook.set_custom_property("Language", "en-GB")
        self._formats = {look: self._workbook.add_format(dict(properties)) for look, properties in STYLES.items()}

    def sheet(self, kind: SheetType) -> Sheet:
        """A new table, on a sheet after those that there are."""
        return Sheet(kind, self._workbook.add_worksheet, self._formats)

    def close(self) -> None:
        """Complete the workbook.

        Raises:
            OSError: it could not be written.
        """
        try:
            self._workbook.close()
        except FileCreateError as fault:
            raise fault.args[0] from fault  # an OSError
        self._target.close()
        settle(self._path)
        self._held.close()

    def abandon(self) -> None:
        """Let go of the files as they are."""
        for held in (*(sheet.row_data_fh for sheet in self._workbook.worksheets()), self._target):
            with suppress(OSError):
                held.close()
        with suppress(OSError):
            self._held.close()

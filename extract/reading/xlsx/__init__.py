"""Excel workbooks (``.xlsx``, ECMA-376): the sheets that are shown, each as a table under the lines above it."""

from typing import Final

from extract.document import Document, Source
from extract.reading.zips import names_in

_ZIP: Final = b"PK\x03\x04"
_MAIN: Final = "xl/workbook.xml"


def is_xlsx(data: bytes) -> bool:
    """Whether the bytes are of an Excel workbook."""
    if not data.startswith(_ZIP):
        return False
    names = names_in(data)
    return _MAIN.encode() in data if names is None else _MAIN in names  # cut short, its list of parts is lost


def read_xlsx(data: bytes, source: Source) -> Document:
    """The document in the bytes of a workbook, sheet by sheet.

    Cells hold what they show: dates as day, month and year, formulas their last result. Hidden rows are kept, hidden
    sheets, which as a rule hold the choices of drop-down lists, are not.

    Args:
        data: the file.
        source: what is known of it.

    Raises:
        DamagedFileError: it is cut short, broken, or would unpack beyond all bounds.
        ProtectedFileError: it is locked with a password.
        NoTextError: it holds no text.
    """
    from extract.reading.xlsx.workbook import read_workbook  # noqa: PLC0415 - lxml is loaded only for files that need it

    return read_workbook(data, source)

"""Which reader a file is for: told by what its bytes are, never by its name.

To add a format, write its reader and give it a line in ``READERS``.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extract.document import Document, Source
from extract.errors import EmptyFileError, UnknownFormatError
from extract.reading.conversion import convert
from extract.reading.docx import is_docx, read_docx
from extract.reading.html import is_html, read_html
from extract.reading.languages import set_welsh_aside
from extract.reading.mending import mended
from extract.reading.pdf import read_pdf, unlock_pdf
from extract.reading.plain import read_plain
from extract.reading.separated import is_separated, read_separated
from extract.reading.xlsx import is_xlsx, read_xlsx
from extract.storage import load_bytes

_HEAD = 1024  # bytes within which a PDF's own mark must stand (ISO 32000-1, annex H.3.4.1)
_MAIL = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?i:mime-version|message-id):")
_OASIS = "application/vnd.oasis.opendocument."
_MICROSOFT = "application/vnd.ms-excel"
_SAVE_AS_PDF = "Open it and save it as PDF, then give the PDF."


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that is read.

    Attributes:
        name: the reader's name, as in a document's ``reader``.
        media_type: of the files that it reads.
        sniff: whether bytes are of its format.
        read: the document in the bytes.
    """

    name: str
    media_type: str
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, Source], Document]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that is known and not read: what it is called, how its bytes are told, and what to do instead."""

    name: str
    sniff: Callable[[bytes], bool]
    advice: str = _SAVE_AS_PDF


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


def _zipped(member: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and member in data


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


def _is_mail(data: bytes) -> bool:
    return _MAIL.match(data[:_HEAD].replace(b"\r\n", b"\n")) is not None


def _old_office(stream: str) -> Callable[[bytes], bool]:
    """Whether bytes are of an Office file of before 2007 that has this stream (MS-CFB)."""
    mark = stream.encode("utf-16-le")
    return lambda data: data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") and mark in data


def _converted(suffix: str, target: str) -> Callable[[bytes, Source], Document]:
    """Reads a format by way of another that LibreOffice makes of it."""
    read = {"docx": read_docx, "xlsx": read_xlsx}[target]
    return lambda data, source: read(convert(data, source.name, suffix, target), source)


FOREIGN: Final = (
    Foreign("a PowerPoint presentation (.pptx)", _zipped(b"ppt/presentation.xml")),
    Foreign("an OpenDocument file that is neither a text nor a spreadsheet", _zipped(b"vnd.oasis.opendocument")),
    Foreign("a ZIP archive", _starts(b"PK\x03\x04", b"PK\x05\x06"), "Unpack it and give the documents in it."),
    Foreign("an archive", _starts(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), "Unpack it and give the documents in it."),
    Foreign("an older Office file or an Outlook message", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    Foreign("PostScript", _starts(b"%!PS"), "Convert it to PDF, then give the PDF."),
    Foreign(
        "a picture",
        _starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"),
        "Read it with character recognition (OCR) into a PDF, then give the PDF.",
    ),
    Foreign("an e-mail message (.eml)", _is_mail, "Save its attachment, and give that."),
)
"""Formats that are told apart only to say what to do with them; the first that fits counts."""

READERS: Final = (
    Reader("pdf", "application/pdf", _is_pdf, read_pdf),
    Reader("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_docx, read_docx),
    Reader("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_xlsx, read_xlsx),
    Reader("docx", f"{_OASIS}text", _zipped(f"{_OASIS}text".encode()), _converted("odt", "docx")),
    Reader("xlsx", f"{_OASIS}spreadsheet", _zipped(f"{_OASIS}spreadsheet".encode()), _converted("ods", "xlsx")),
    Reader("docx", "application/msword", _old_office("WordDocument"), _converted("doc", "docx")),
    Reader("xlsx", "application/vnd.ms-excel", _old_office("Workbook"), _converted("xls", "xlsx")),
    Reader(
        "xlsx", f"{_MICROSOFT}.sheet.binary.macroenabled.12", _zipped(b"xl/workbook.bin"), _converted("xlsb", "xlsx")
    ),
    Reader("docx", "application/rtf", _starts(b"{\\rtf"), _converted("rtf", "docx")),
    Reader("html", "text/html", is_html, read_html),
    Reader("csv", "text/csv", is_separated, read_separated),
    Reader("text", "text/plain", lambda data: not any(each.sniff(data) for each in FOREIGN), read_plain),
)
"""The formats that are read, in the order of asking; the first whose ``sniff`` says yes reads the file."""


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises:
        InputMissingError: it is not there, is a folder, or may not be read.
        ExtractError: as ``read_bytes`` raises.
    """
    return read_bytes(load_bytes(path), path.name)


def read_bytes(data: bytes, name: str, password: str | None = None) -> Document:
    """The document in the bytes of a file.

    Args:
        data: the file.
        name: its name, for the document's source and for messages; it has no say in what format it is.
        password: opens it, where it is a PDF that asks for one.

    Raises:
        EmptyFileError: it holds nothing.
        UnknownFormatError: it is of no format that is read; the message names the format where it is known.
        DamagedFileError: it claims a format and does not keep to it.
        ProtectedFileError: it asks for a password.
        NoTextError: it holds pictures of pages and no text.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyFileError("The file is empty.", name, "Check that it was saved or downloaded completely.")
    reader = find_reader(data, name)
    document = reader.read(
        unlocked(data, name, password), Source(name, hashlib.sha256(data).hexdigest(), reader.media_type)
    )
    return set_welsh_aside(mended(document))


def unlocked(data: bytes, name: str, password: str | None) -> bytes:
    """The bytes of a file without the lock that the password opens; as they are where there is no such lock.

    Raises:
        ProtectedFileError: the password is not the one.
    """
    return unlock_pdf(data, name, password) if password and _is_pdf(data) else data


def find_reader(data: bytes, name: str) -> Reader:
    """The reader for the bytes of a file.

    Raises:
        UnknownFormatError: there is none; the message names the format and says what to do.
    """
    for reader in READERS:
        if reader.sniff(data):
            return reader
    foreign = next(each for each in FOREIGN if each.sniff(data))
    raise UnknownFormatError(f"This is {foreign.name}, which cannot be read.", name, foreign.advice)

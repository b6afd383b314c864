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
from extract.errors import EmptyFileError, InputMissingError, UnknownFormatError
from extract.reading.docx import is_docx, read_docx
from extract.reading.html import is_html, read_html
from extract.reading.pdf import read_pdf
from extract.reading.plain import read_plain
from extract.reading.xlsx import is_xlsx, read_xlsx

_HEAD = 1024  # bytes within which a PDF's own mark must stand (ISO 32000-1, annex H.3.4.1)
_MAIL = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?i:mime-version|message-id):")
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


FOREIGN: Final = (
    Foreign("a binary Excel workbook (.xlsb)", _zipped(b"xl/workbook.bin"), "Save it as .xlsx and give that."),
    Foreign("a PowerPoint presentation (.pptx)", _zipped(b"ppt/presentation.xml")),
    Foreign("an OpenDocument file (.odt, .ods)", _zipped(b"application/vnd.oasis.opendocument")),
    Foreign("a ZIP archive", _starts(b"PK\x03\x04", b"PK\x05\x06"), "Unpack it and give the documents in it."),
    Foreign("an archive", _starts(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), "Unpack it and give the documents in it."),
    Foreign(
        "an older Office document (.doc, .xls) or an Outlook message", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ),
    Foreign("a Rich Text document (.rtf)", _starts(b"{\\rtf")),
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
    Reader("html", "text/html", is_html, read_html),
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


def load_bytes(path: Path) -> bytes:
    """The bytes of an input.

    Raises:
        InputMissingError: it is not there, is a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise InputMissingError("There is no such file.", str(path), "Check its name and folder.") from fault
    except IsADirectoryError as fault:
        raise InputMissingError("This is a folder.", str(path), "Give the documents in it.") from fault
    except PermissionError as fault:
        advice = "Close it where it is open, or ask for the right to read it."
        raise InputMissingError("This file may not be read.", str(path), advice) from fault
    except OSError as fault:
        advice = "Check that its disk or share is there."
        raise InputMissingError(f"This file cannot be read: {fault.strerror}.", str(path), advice) from fault


def read_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a file.

    Args:
        data: the file.
        name: its name, for the document's source and for messages; it has no say in what format it is.

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
    return reader.read(data, Source(name, hashlib.sha256(data).hexdigest(), reader.media_type))


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

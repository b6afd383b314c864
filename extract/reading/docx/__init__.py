"""Word documents (``.docx``, ECMA-376): paragraphs with their automatic numbers, and tables."""

from typing import Final

from extract.document import Document, Source
from extract.errors import ProtectedFileError
from extract.reading.zips import names_in

_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE file: older documents, and newer ones under a password
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")  # the stream that such a file is locked in ([MS-OFFCRYPTO] 2.3)
_MAIN: Final = "word/document"  # .xml, or as Word on the web names it, 2.xml


def is_docx(data: bytes) -> bool:
    """Whether the bytes are of a Word document, or of an Office document that is locked with a password."""
    if data.startswith(_COMPOUND):
        return _LOCKED in data
    if not data.startswith(_ZIP):
        return False
    names = names_in(data)
    if names is None:
        return _MAIN.encode() in data  # cut short, its list of parts is lost
    return any(name.startswith(_MAIN) for name in names)


def read_docx(data: bytes, source: Source) -> Document:
    """The document in the bytes of a Word file, in reading order.

    Automatic numbers and bullets are printed before their paragraphs. Tracked changes are taken as accepted; what is
    hidden, and the prompts of fields that nobody filled in, is left out. Foot- and endnotes follow the text. Pages are
    counted where Word marked them, else by the breaks that the author set; without either every line is on page 1.

    Args:
        data: the file.
        source: what is known of it; its page count is filled in where breaks tell it.

    Raises:
        DamagedFileError: it is cut short, broken, or would unpack beyond all bounds.
        ProtectedFileError: it is locked with a password.
        NoTextError: it holds no text.
    """
    if data.startswith(_COMPOUND):
        advice = "Open it in Office, take the password off, save it and try again."
        raise ProtectedFileError("The document asks for a password.", source.name, advice)
    from extract.reading.docx.document import read_package  # noqa: PLC0415 - lxml is loaded only for files that need it

    return read_package(data, source)

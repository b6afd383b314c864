"""Bytes as text, whatever wrote them."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from extract.errors import DamagedFileError, EmptyFileError, UnknownFormatError

_MARKS: Final = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE: Final = ("cp1252", "mac_roman")  # what British offices wrote before UTF-8, likeliest first
_MOST_CONTROLS = 0.002  # of all characters; text has none, a text with a stray one is still text
_MOST_NULS_LEFT = 0.1  # of the bytes of one half where the other half of UTF-16 holds the letters
_SAMPLE = 4096
_MOST_BYTES = 32 * 2**20  # a thousand pages of text have four

_ESCAPED = re.compile("[\udc80-\udcff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decode_text(data: bytes, where: str) -> str:
    """The text of the bytes, without byte order mark.

    Args:
        data: UTF-8, UTF-16 or UTF-32, with or without mark, or an encoding of one byte a character.
        where: the file's name, for the message of a fault.

    Raises:
        EmptyFileError: it holds nothing but white space.
        UnknownFormatError: the bytes are no text.
        DamagedFileError: they are more than any document has.
    """
    if len(data) > _MOST_BYTES:
        raise DamagedFileError(
            "The text is longer than any document.", where, "Divide it, or give the part that answers."
        )
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise EmptyFileError("The file is empty.", where, "Check that it was saved or downloaded completely.")
    text = _decoded(data)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnknownFormatError(
            "The file is neither a PDF nor text.", where, "Save the document as PDF, or as plain text in UTF-8."
        )
    if not text.strip():
        raise EmptyFileError("The file is empty.", where, "Check that it was saved or downloaded completely.")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked, "replace")
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(text))
    if strays == 0:
        return text
    if strays < len(_NOT_ASCII.findall(text)) - strays:
        return _ESCAPED.sub(lambda stray: bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    return _single_byte(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """The form of UTF-16 in which English text has a NUL at nearly every second byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > half / 2 and even < half * _MOST_NULS_LEFT:
        return "utf-16-le"
    return "utf-16-be" if even > half / 2 and odd < half * _MOST_NULS_LEFT else None


def _single_byte(data: bytes) -> str:
    best = from_bytes(data, cp_isolation=list(_SINGLE_BYTE)).best()
    return data.decode(best.encoding if best else _SINGLE_BYTE[0], "replace")

"""The text of a web page, by its byte order mark, by the encoding that it declares, or by its bytes."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; browsers look at the first kilobyte, some editors put long comments there
_SINGLE_BYTE: Final = ("cp1252", "mac_roman")  # what British offices wrote before UTF-8, likeliest first
_WIDER: Final = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # as browsers read them (WHATWG Encoding, section 4.2)
_TEXT_ENCODINGS: Final = ("utf-16", "utf-32", "utf-7")  # a declaration that was read as ASCII cannot be in these


def decode_page(data: bytes) -> str:
    """The text of the bytes, without byte order mark; bytes of no character become U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", _declared(data)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(data, cp_isolation=list(_SINGLE_BYTE)).best()
    return data.decode(best.encoding if best else _SINGLE_BYTE[0], "replace")


def _declared(data: bytes) -> str:
    """The encoding that a page declares, by Python's name; UTF-8 where it declares none that is known."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    label = next((group.decode("ascii", "replace") for group in found.groups() if group), "utf-8") if found else "utf-8"
    try:
        known = codecs.lookup(label)
    except LookupError:
        return "utf-8"
    return _WIDER.get(known.name, known.name if _is_text(known) else "utf-8")


def _is_text(known: codecs.CodecInfo) -> bool:
    """Whether a codec turns bytes to text and is one that a declaration in ASCII can speak of."""
    return known._is_text_encoding and not known.name.startswith(_TEXT_ENCODINGS)  # noqa: SLF001 - the only place it says so

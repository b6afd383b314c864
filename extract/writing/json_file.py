"""A report as JSON, and back: the document that ``docs/schema.json`` describes, one file for each input."""

import msgspec

from extract.errors import DamagedFileError
from extract.records import Report

_DECODER = msgspec.json.Decoder(Report)


def encode_report(report: Report) -> bytes:
    """The report as UTF-8 JSON: two spaces of indent, keys in the order of the types, a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def encode_line(report: Report) -> bytes:
    """The report as one line of JSON Lines: UTF-8, no space between, a line feed at the end and none before it."""
    return msgspec.json.encode(report) + b"\n"


def decode_report(data: bytes, where: str = "JSON") -> Report:
    """The report that ``encode_report`` wrote.

    Args:
        data: UTF-8 JSON, with or without a byte order mark.
        where: the file's name, for the message of a fault.

    Raises:
        DamagedFileError: it is no JSON, or not of the published schema.
    """
    try:
        return _DECODER.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise DamagedFileError(
            f"This is no report of this program: {fault}.", where, "Run the program again on the document itself."
        ) from fault

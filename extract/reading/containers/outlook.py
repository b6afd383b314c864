"""Outlook messages (``.msg``, MS-OXMSG): the text of the message and its attachments."""

import io
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from extract.errors import DamagedFileError
from extract.reading.containers.members import Entry, is_noise

if TYPE_CHECKING:
    from oxmsg import Message

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM: Final = "__properties_version1.0".encode("utf-16-le")  # every message has a stream of this name
_PICTURES: Final = ("image/", "audio/", "video/")
_SAVE = "Open it in Outlook, save its attachments, and give those."
_FAULTS = (
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    StopIteration,
    struct.error,
)
"""What the library raises for streams that are cut short, lead in circles, or are missing."""


def is_outlook(data: bytes) -> bool:
    """Whether the bytes are of a message that Outlook saved."""
    return data.startswith(_OLE) and _STREAM in data


def outlook_entries(data: bytes, where: str) -> tuple[Entry, ...]:
    """The text of a message, and then its attachments; pictures are left out.

    Args:
        data: the file.
        where: its name.

    Raises:
        DamagedFileError: it is broken.
    """
    from oxmsg import Message  # noqa: PLC0415 - few inputs are of this kind

    try:
        _check_sizes(data, where)
        message = Message.load(io.BytesIO(data))
        attached = tuple(_attachments(message))
        body = (message.body or "").encode("utf-8", "replace")
    except _FAULTS as fault:
        raise DamagedFileError(f"The message is damaged ({fault}).", where, _SAVE) from fault
    text = (_entry("message.txt", body, incidental=bool(attached)),) if body.strip() else ()
    return (*text, *attached)


def _check_sizes(data: bytes, where: str) -> None:
    """Refuse a message whose streams share their bytes: it would take many times its size in memory."""
    from olefile import STGTY_STREAM, OleFileIO  # noqa: PLC0415 - few inputs are of this kind

    with OleFileIO(io.BytesIO(data)) as held:
        sizes = (entry.size for entry in held.direntries if entry and entry.entry_type == STGTY_STREAM)
        if sum(sizes) > len(data):
            raise DamagedFileError("The message says that it holds more than it does.", where, _SAVE)


def _attachments(message: "Message") -> Iterator[Entry]:
    for number, attachment in enumerate(message.attachments, 1):
        name = attachment.file_name or f"attachment-{number}"
        if not (attachment.mime_type or "").startswith(_PICTURES) and not is_noise(name):
            yield _entry(name, attachment.file_bytes or b"")


def _entry(name: str, data: bytes, *, incidental: bool = False) -> Entry:
    """An attachment as a file of the container; the library has its bytes in memory once it has read the message."""
    return Entry(name, 0, lambda count: data[:count], incidental)

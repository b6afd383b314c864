"""Outlook messages (``.msg``, MS-OXMSG): the text of the message and its attachments."""

import io
from collections.abc import Iterator
from typing import Final

from extract.errors import DamagedFileError
from extract.reading.containers.members import Member, is_noise, joined

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM: Final = "__properties_version1.0".encode("utf-16-le")  # every message has a stream of this name
_PICTURES: Final = ("image/", "audio/", "video/")
_SAVE = "Open it in Outlook, save its attachments, and give those."


def is_outlook(data: bytes) -> bool:
    """Whether the bytes are of a message that Outlook saved."""
    return data.startswith(_OLE) and _STREAM in data


def outlook_members(data: bytes, where: str) -> Iterator[Member]:
    """The text of a message, and then its attachments; pictures are left out.

    Args:
        data: the file.
        where: its name.

    Raises:
        DamagedFileError: it is broken.
    """
    from oxmsg import Message  # noqa: PLC0415 - few inputs are of this kind

    try:
        message = Message.load(io.BytesIO(data))
        attached = [
            Member(joined(where, name), attachment.file_bytes or b"")
            for number, attachment in enumerate(message.attachments, 1)
            if not (attachment.mime_type or "").startswith(_PICTURES)
            and not is_noise(name := attachment.file_name or f"attachment-{number}")
        ]
        body = message.body
    except (OSError, KeyError, ValueError, IndexError, TypeError) as fault:
        raise DamagedFileError(f"The message is damaged ({fault}).", where, _SAVE) from fault
    if body and body.strip():
        yield Member(joined(where, "message.txt"), body.encode(), incidental=bool(attached))
    yield from attached

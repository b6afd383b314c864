"""E-mail messages (``.eml``, RFC 5322): the text of the message and its attachments."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import EmailPolicy
from functools import partial
from typing import Final, cast

from extract.errors import DamagedFileError
from extract.reading.containers.members import Entry, is_noise

_HEAD = 4096  # bytes within which a message's own header stands
_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?i:mime-version|message-id):")
_PASSED_OVER: Final = frozenset({"image", "audio", "video"})
_SIGNATURES: Final = frozenset({"application/pkcs7-signature", "application/pgp-signature", "text/calendar"})
_KINDS = (("plain", "message.txt"), ("html", "message.html"))
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""What Python knows as encodings and no message is written in; some take time that grows with the square of a text."""
_BOUNDARY = re.compile(rb"(?i:boundary)[*0-9]*\s*=")
_MOST_PARTS = 50_000  # each takes a kilobyte of memory, whatever it holds
_MOST_WORK = 2 * 10**8  # lines times boundaries, for each line is compared with all that are open: some 20 seconds
_LONGEST_HEADER = 4000  # characters; the parser takes time that grows with the square
_SAVE = "Open it in a mail program, save its attachments, and give those."
_FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What the library raises for headers and parts that no mail program writes."""


class _Policy(EmailPolicy):
    """The library's usual ways, with an end to headers."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header as it stands in the message, the value cut."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def is_mail(data: bytes) -> bool:
    """Whether the bytes are of a message as it is sent, with its header."""
    return _HEADER.match(data[:_HEAD].replace(b"\r\n", b"\n")) is not None


def mail_entries(data: bytes, where: str) -> tuple[Entry, ...]:
    """The text of a message, and then its attachments; pictures and signatures are left out.

    Args:
        data: the file.
        where: its name.

    Raises:
        DamagedFileError: it is broken, or has more parts than any message.
    """
    _check_work(data, where)
    with _told(where):
        message = cast("EmailMessage", BytesParser(policy=_Policy()).parsebytes(data))  # as this policy makes them
        attached = tuple(_attachments(message, where))
        text = tuple(_text(message, incidental=bool(attached)))
    return (*text, *attached)


def _check_work(data: bytes, where: str) -> None:
    """Refuse a message that would take the parser memory and time out of all proportion."""
    parts = data.count(b"\n--") + data.count(b"\r--")
    lines = data.count(b"\n") + data.count(b"\r")
    if parts > _MOST_PARTS or lines * len(_BOUNDARY.findall(data)) > _MOST_WORK:
        raise DamagedFileError("The message has more parts than any message.", where, _SAVE)


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Where the library fails on a message, the message is damaged."""
    try:
        yield
    except _FAULTS as fault:
        raise DamagedFileError(f"The message is damaged ({fault}).", where, _SAVE) from fault


def _text(message: EmailMessage, *, incidental: bool) -> Iterator[Entry]:
    """The message's own words: plain where it has them so, else as a web page; nothing where it has none."""
    for kind, name in _KINDS:
        body = message.get_body((kind,))
        if body is not None and (words := _content(body)).strip():
            text = _head(message) + words if kind == "plain" else words
            yield Entry(name, 0, partial(_beginning, text), incidental)
            return


def _head(message: EmailMessage) -> bytes:
    """What a reader sees above the words: what the message is about, and the day that it was sent."""
    sent = message["date"].datetime if message["date"] else None
    lines = [f"Subject: {message['subject']}"] if message["subject"] else []
    lines += [f"Date: {sent.day} {sent:%B %Y}"] if sent else []
    return "".join(f"{line}\n\n" for line in lines).encode("utf-8", "replace")


def _attachments(message: EmailMessage, where: str) -> Iterator[Entry]:
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment-{number}"
        passed = part.get_content_maintype() in _PASSED_OVER or part.get_content_type() in _SIGNATURES
        if not passed and not is_noise(name):
            yield Entry(name, 0, partial(_first_bytes, part, where))


def _beginning(text: bytes, count: int) -> bytes:
    return text[:count]


def _first_bytes(part: MIMEPart, where: str, count: int) -> bytes:
    with _told(where):
        return _content(part)[:count]


def _content(part: MIMEPart) -> bytes:
    """The bytes of a part: text in UTF-8 whatever it was sent in, a message within the message as it was sent."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() != "text" or charset is None:
        return raw
    try:
        known = codecs.lookup(charset).name not in _NO_CHARSETS
        return raw.decode(charset, "replace").encode("utf-8", "replace") if known else raw
    except (LookupError, ValueError):  # a charset that nobody knows, or that is no charset's name
        return raw

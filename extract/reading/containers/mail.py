"""E-mail messages (``.eml``, RFC 5322): the text of the message and its attachments."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import Final

from extract.reading.containers.members import Member, is_noise, joined

_HEAD = 4096  # bytes within which a message's own header stands
_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?i:mime-version|message-id):")
_PASSED_OVER: Final = frozenset({"image", "audio", "video"})
_SIGNATURES: Final = frozenset({"application/pkcs7-signature", "application/pgp-signature", "text/calendar"})
_KINDS = (("plain", "message.txt"), ("html", "message.html"))


def is_mail(data: bytes) -> bool:
    """Whether the bytes are of a message as it is sent, with its header."""
    return _HEADER.match(data[:_HEAD].replace(b"\r\n", b"\n")) is not None


def mail_members(data: bytes, where: str) -> Iterator[Member]:
    """The text of a message, and then its attachments; pictures and signatures are left out.

    Args:
        data: the file.
        where: its name.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    attached = list(_attachments(message, where))
    if text := _text(message):
        name, body = text
        yield Member(joined(where, name), body, incidental=bool(attached))
    yield from attached


def _text(message: EmailMessage) -> tuple[str, bytes] | None:
    """The message's own words: plain where it has them so, else as a web page."""
    for kind, name in _KINDS:
        body = message.get_body((kind,))
        if body is not None and (words := _content(body)).strip():
            return name, (_head(message) + words if kind == "plain" else words)
    return None


def _head(message: EmailMessage) -> bytes:
    """What a reader sees above the words: what the message is about, and the day that it was sent."""
    sent = message["date"].datetime if message["date"] else None
    lines = [f"Subject: {message['subject']}"] if message["subject"] else []
    lines += [f"Date: {sent.day} {sent:%B %Y}"] if sent else []
    return "".join(f"{line}\n\n" for line in lines).encode()


def _attachments(message: EmailMessage, where: str) -> Iterator[Member]:
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment-{number}"
        passed = part.get_content_maintype() in _PASSED_OVER or part.get_content_type() in _SIGNATURES
        if not passed and not is_noise(name):
            yield Member(joined(where, name), _content(part))


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
        return raw.decode(charset, "replace").encode()
    except LookupError:  # a charset that nobody knows
        return raw

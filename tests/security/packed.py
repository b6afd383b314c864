"""Archives and messages made to take a reader's memory or time out of all proportion to their size."""

import io
import zipfile
from collections.abc import Sequence

from tests.reading.compound import compound
from tests.reading.word import zipped

_LINE = "Recommendation 1: That a plan be published."
_MAIL = b"Message-ID: <1@example.org>\nMIME-Version: 1.0\n"


def nested_archives() -> bytes:
    """An archive of archives that comes to many times what one may hold, and is but a few kilobytes."""
    inner = _archive([(f"{number}.txt", bytes(50 * 2**20)) for number in range(2)])
    return zipped({f"{number}.zip": zipped({"in.zip": inner}) for number in range(40)})


def overlapping_archive() -> bytes:
    """An archive of three thousand entries that are one and the same file of ten megabytes."""
    whole = _archive([("a.txt", bytes(10 * 2**20))])
    at, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    listed = whole[at:end] * 3000
    tail = bytearray(whole[end:])
    tail[8:12] = (3000).to_bytes(2, "little") * 2
    tail[12:16] = len(listed).to_bytes(4, "little")
    return whole[:at] + listed + bytes(tail)


def crowded_archive() -> bytes:
    """An archive of three hundred thousand empty files."""
    return _archive([(str(number), b"") for number in range(300_000)])


def closely_packed_archive(megabytes: int = 1000) -> bytes:
    """An archive of one file packed into less than a kilobyte, which unpacks at once and says that it is small."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_BZIP2) as archive, archive.open("a.txt", "w") as opened:
        for _ in range(megabytes // 10):
            opened.write(bytes(10 * 2**20))
    true, small = (megabytes * 2**20).to_bytes(4, "little"), (10).to_bytes(4, "little")
    return held.getvalue().replace(true, small)


def _archive(members: Sequence[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def crowded_message() -> bytes:
    """A message of two million parts."""
    return _MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 2_000_000


def nested_message() -> bytes:
    """A message of a thousand parts within each other, and a million lines."""
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900))
    return _MAIL + parts + b"\n" + b"x\n" * 1_000_000


def long_header() -> bytes:
    """A message whose subject is a million encoded words."""
    return _MAIL + b"Subject: " + b"=?utf-8?q?a?= " * 1_000_000 + b"\n\n" + _LINE.encode() + b"\n"


def shared_streams() -> bytes:
    """An Outlook message of nine hundred streams that are the same three megabytes."""
    properties = {"__properties_version1.0": bytes(4096), "s": bytes(3 * 2**20)}
    return compound(properties, [f"s{number}" for number in range(900)])

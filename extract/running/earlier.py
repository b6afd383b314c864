"""The documents of an earlier output: found once, and read again one by one where they are compared."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from extract.comparing import Digest, ReadReport, digest_of, load_wording, paper_of
from extract.errors import DamagedFileError, InputMissingError
from extract.running.earlier_files import ADVICE, files_of, holding, why_none
from extract.storage import is_address, load

EACH_OTHER: Final = "each-other"
"""What stands for an earlier output where the documents of a run are compared with each other."""

_DECODER = msgspec.json.Decoder(ReadReport)


class Place(NamedTuple):
    """Where the JSON of a document is: a file, or a line of one."""

    location: str
    start: int = 0
    length: int | None = None


class Earlier(NamedTuple):
    """The documents of an earlier output.

    Attributes:
        places: where each is.
        digests: what is kept of each to find those that it belongs with.
        each_other: there are none; the documents of the run are compared with each other.
    """

    places: tuple[Place, ...] = ()
    digests: tuple[Digest, ...] = ()
    each_other: bool = False


def find_earlier(location: str) -> Earlier:
    """The documents of an earlier output, each id once.

    Args:
        location: its folder, its ``documents.jsonl``, or the JSON of one document; a path or an address. Or
            ``each-other``.

    Raises:
        InputMissingError: it is not there, or holds no document.
        DamagedFileError: a file in it claims to be a document and does not fit.
    """
    if location == EACH_OTHER:
        return Earlier(each_other=True)
    words, found, names = load_wording(), dict[str, tuple[Place, Digest]](), files_of(location)
    for place in (place for name in holding(names) for place in _places(name)):
        report = _decoded(place)
        if report is not None:
            found.setdefault(report.document.id, (place, digest_of(paper_of(report, words))))
    if not found:
        what, advice = why_none(names)
        raise InputMissingError(what, location, advice)
    return Earlier(tuple(place for place, _ in found.values()), tuple(digest for _, digest in found.values()))


def read_earlier(place: Place) -> ReadReport:
    """What was read of a document.

    Raises:
        InputMissingError: it is not there any more.
        DamagedFileError: it is no such document any more.
    """
    report = _decoded(place)
    if report is None:
        raise _damaged(place, "it was changed during the run")
    return report


def _places(name: str) -> Iterator[Place]:
    """The documents of a file: one, or one a line."""
    if not name.lower().endswith(".jsonl"):
        yield Place(name)
        return
    start = 0
    for line in _lines(name):
        if line.strip():
            yield Place(name, start, len(line))
        start += len(line)


def _lines(name: str) -> Iterator[bytes]:
    if is_address(name):
        yield from _whole(name).splitlines(keepends=True)
        return
    with _reading(name), open(name, "rb") as file:  # noqa: PTH123 - as above
        yield from file


def _bytes_of(place: Place) -> bytes:
    if place.length is None:
        return load(place.location)
    if is_address(place.location):
        return _whole(place.location)[place.start : place.start + place.length]
    with _reading(place.location), open(place.location, "rb") as file:  # noqa: PTH123 - as above
        file.seek(place.start)
        return file.read(place.length)


@lru_cache(maxsize=1)
def _whole(address: str) -> bytes:
    """The bytes of a file elsewhere, of which lines are read one by one."""
    return load(address)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise InputMissingError(f"This file cannot be read: {fault.strerror}.", name, ADVICE) from fault


def _decoded(place: Place) -> ReadReport | None:
    """What was read of a document; ``None`` where the file is JSON of something else.

    Raises:
        DamagedFileError: it is no JSON, or claims to be of this program and does not fit.
    """
    data = _bytes_of(place).removeprefix(b"\xef\xbb\xbf")
    try:
        return _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        if _is_anothers(data):
            return None
        raise _damaged(place, str(fault)) from fault


def _is_anothers(data: bytes) -> bool:
    """Whether a file is JSON that does not claim to be a document of this program."""
    try:
        held = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return not (isinstance(held, dict) and "schema_version" in held and "document" in held)


def _damaged(place: Place, why: str) -> DamagedFileError:
    advice = (
        "Run the program again on the document itself, or compare with another output. To compare two documents, name "
        "both as inputs and give --compare each-other."
    )
    return DamagedFileError(f"This cannot be read as an earlier output: {why}.", place.location, advice)

"""The documents of an earlier output: found once, and read again one by one where they are compared."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

import msgspec

from extract.comparing import Digest, ReadReport, digest_of, load_wording, paper_of
from extract.errors import DamagedFileError, InputMissingError
from extract.storage import is_address, load
from extract.storage.addresses import file_name

_OTHERS = frozenset({"changes.json", "datapackage.json", "run.json"})
_ADVICE = "Give the folder of an earlier output (its .json files or documents.jsonl), or the JSON of one document."
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
    """

    places: tuple[Place, ...]
    digests: tuple[Digest, ...]


def find_earlier(location: str) -> Earlier:
    """The documents of an earlier output, each id once.

    Args:
        location: its folder, its ``documents.jsonl``, or the JSON of one document; a path or an address.

    Raises:
        InputMissingError: it is not there, or holds no document.
        DamagedFileError: a file in it claims to be a document and does not fit.
    """
    words, found = load_wording(), dict[str, tuple[Place, Digest]]()
    for place in (place for name in _files(location) for place in _places(name)):
        report = _decoded(place)
        if report is not None:
            found.setdefault(report.document.id, (place, digest_of(paper_of(report, words))))
    if not found:
        raise InputMissingError("No document that was read before is in this place.", location, _ADVICE)
    return Earlier(*(tuple(each) for each in zip(*found.values(), strict=True)))


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


def _files(location: str) -> list[str]:
    """The files of a folder that may hold documents, those of one document first; or the file itself."""
    if is_address(location):
        from extract.storage.remote import expand  # noqa: PLC0415 - few runs need fsspec

        names = list(expand(location))
    elif os.path.isdir(location):  # noqa: PTH112 - names that are no UTF-8 are strings from end to end
        names = [os.path.join(location, name) for name in os.listdir(location)]  # noqa: PTH118, PTH208 - as above
    else:
        return [location]
    suffixes = [(PurePath(file_name(name)).suffix.lower(), name) for name in names if file_name(name) not in _OTHERS]
    return [name for suffix, name in sorted(suffixes) if suffix in {".json", ".jsonl"}]


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
        raise InputMissingError(f"This file cannot be read: {fault.strerror}.", name, _ADVICE) from fault


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
    advice = "Run the program again on the document itself, or compare with another output."
    return DamagedFileError(f"This cannot be read as an earlier output: {why}.", place.location, advice)

"""The documents that the inputs of a command stand for."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.errors import ExtractError, UnknownFormatError
from extract.reading.containers import HEAD, is_container, list_members, may_hold_documents, read_member
from extract.storage import is_address, load
from extract.storage.addresses import file_name, printable

_LEFT_OUT = (".", "~$", "README")


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read.

    Attributes:
        location: the path or the address of the file.
        member: which it is within the file, where that is an archive or a message (see ``list_members``).
        held: its name there: ``pack.zip/response.pdf``.
        incidental: it is left out of the results where it answers no recommendation.
    """

    location: str
    member: tuple[int, ...] = ()
    held: str | None = None
    incidental: bool = False

    @property
    def name(self) -> str:
        """What it is called in results and messages."""
        return self.held or file_name(self.location)

    def read(self) -> bytes:
        """Its bytes.

        Raises:
            ExtractError: the file is not there, may not be read, is a damaged container, or an empty one.
        """
        if self.member:
            name = file_name(self.location)
            return read_member(_container(self.location, _stamp(self.location)), name, self.member)
        data = load(self.location)
        if is_container(data):
            raise _without_documents(data, file_name(self.location))
        return data


def find_inputs(locations: Iterable[str], outputs: str) -> tuple[Input, ...]:
    """The documents to read: the files named, and all within the folders named, in the order of their names, each once.

    Archives and messages stand for the documents in them; one that cannot be opened stands for itself, so that it is
    reported with the others. Hidden files, README files, and what lies in the folder ``outputs``, are left out of
    folders. A path that is not there is kept.

    Args:
        locations: paths, patterns (``2019/*.pdf``, ``**/response*.docx``) and addresses (``s3://bucket/responses/``).
        outputs: where the results go.
    """
    return tuple(document for location in find_files(locations, outputs) for document in _documents(location))


def find_files(locations: Iterable[str], outputs: str) -> tuple[str, ...]:
    """The files that locations stand for, as ``find_inputs`` says, archives unopened."""
    left_out = None if is_address(outputs) else os.path.realpath(outputs)
    found = dict[str, str]()
    for location in locations:
        for each in _files(location, left_out):
            found.setdefault(each if is_address(each) else os.path.realpath(each), each)
    return tuple(found.values())


def read_list(lines: bytes) -> tuple[str, ...]:
    """The locations in a list: one a line, or with a NUL after each, as ``find -print0`` writes them."""
    separator = b"\0" if b"\0" in lines else b"\n"
    return tuple(os.fsdecode(line.strip(b"\r\n")) for line in lines.split(separator) if line.strip())


def _files(location: str, left_out: str | None) -> Iterator[str]:
    """The files that a location stands for."""
    if is_address(location):
        from extract.storage.remote import expand  # noqa: PLC0415 - few runs need fsspec

        yield from (each for each in expand(location) if not _is_left_out(file_name(each)))
    elif os.path.isdir(location):  # noqa: PTH112 - names that are no UTF-8 are strings from end to end
        yield from _within(location, left_out)
    elif glob.has_magic(location) and not os.path.lexists(location):
        yield from _matching(location, left_out)
    else:
        yield location


def _matching(pattern: str, left_out: str | None) -> Iterator[str]:
    """The files that a pattern stands for; itself where there is none, so that it is reported."""
    matching = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - as above
    yield from (each for found in matching for each in _files(found, left_out)) if matching else (pattern,)


def _within(folder: str, left_out: str | None) -> Iterator[str]:
    """The files of a folder and of those in it; a folder that may not be looked into stands for itself."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if _is_left_out(entry.name) or (left_out and os.path.realpath(entry.path) == left_out):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path, left_out)
        elif entry.is_file():
            yield entry.path


def _is_left_out(name: str) -> bool:
    return name.startswith(_LEFT_OUT)


def _documents(location: str) -> Iterator[Input]:
    """The documents of a file; itself where it holds none, or cannot be opened."""
    try:
        data = load(location) if _may_hold_documents(location) else b""
        held = list_members(data, file_name(location)) if is_container(data) else ()
    except ExtractError:  # told when it is read
        held = ()
    yield from [Input(location, each.place, printable(each.name), each.incidental) for each in held] or [
        Input(location)
    ]


@lru_cache(maxsize=1)
def _container(location: str, _stamp: tuple[int, int]) -> bytes:
    """The bytes of a container: those of the last one are kept, for its documents are read in turn."""
    return load(location)


def _stamp(location: str) -> tuple[int, int]:
    """What changes when a file does."""
    try:
        about = os.stat(location)  # noqa: PTH116 - as above
    except OSError:
        return 0, 0
    return about.st_size, about.st_mtime_ns


def _may_hold_documents(location: str) -> bool:
    """Whether the first bytes of a file are of a container; at an address, whether its name is of one."""
    if is_address(location):
        return Path(file_name(location)).suffix.lower() in {".zip", ".eml", ".msg"}
    try:
        if not os.path.isfile(location):  # noqa: PTH113 - as above; a pipe would keep the run waiting
            return False
        with open(location, "rb") as file:  # noqa: PTH123 - as above
            head = file.read(HEAD)
    except OSError:
        return False
    return may_hold_documents(head)


def _without_documents(data: bytes, name: str) -> UnknownFormatError:
    """The fault of a container that is given as a document."""
    what = "It holds documents and is none." if list_members(data, name) else "There is no document in it."
    return UnknownFormatError(what, name, "Check that it is the right file.")

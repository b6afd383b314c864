"""The documents that the inputs of a command stand for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.errors import ExtractError, UnknownFormatError
from extract.reading.containers import Member, is_container, open_container
from extract.reading.formats import load_bytes

_HEAD = 4096  # bytes that tell most files that hold documents from those that are some
_CONTAINERS = (b"PK", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read.

    Attributes:
        path: the file.
        member: its name within the file, where that is an archive or a message: ``pack.zip/response.pdf``.
        incidental: it is left out of the results where it answers no recommendation.
    """

    path: Path
    member: str | None = None
    incidental: bool = False

    @property
    def name(self) -> str:
        """What it is called in results and messages."""
        return self.member or self.path.name

    def read(self) -> bytes:
        """Its bytes.

        Raises:
            ExtractError: the file is not there, may not be read, is a damaged container, or an empty one.
        """
        if self.member is not None:
            return _held(self.path)[self.member]
        data = load_bytes(self.path)
        if is_container(data):
            raise _without_documents(list(open_container(data, self.path.name)), self.path)
        return data


def find_inputs(paths: Iterable[Path], outputs: Path) -> tuple[Input, ...]:
    """The documents to read: the files named, and all within the folders named, in the order of their names, each once.

    Archives and messages stand for the documents in them; one that cannot be opened stands for itself, so that it is
    reported with the others. Hidden files, README files, and what lies in the folder ``outputs``, are left out of
    folders. A path that is not there is kept.
    """
    seen = dict[Path, Path]()
    for path in paths:
        for found in _within(path, outputs.resolve()) if path.is_dir() else (path,):
            seen.setdefault(found.resolve(), found)
    return tuple(each for path in seen.values() for each in _documents(path))


def _within(folder: Path, outputs: Path) -> Iterator[Path]:
    for found in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$", "README")) for part in found.relative_to(folder).parts)
        if found.is_file() and not hidden and not found.resolve().is_relative_to(outputs):
            yield found


def _documents(path: Path) -> Iterator[Input]:
    """The documents of a file; itself where it holds none, or cannot be opened."""
    try:
        data = load_bytes(path) if _may_hold_documents(path) else b""
        held = (
            [Input(path, m.name, m.incidental) for m in open_container(data, path.name)] if is_container(data) else []
        )
    except ExtractError:  # told when it is read
        held = []
    yield from held or [Input(path)]


@lru_cache(maxsize=1)
def _held(path: Path) -> dict[str, bytes]:
    """The documents of a container by their names: those of the last one are kept, for they are read in turn."""
    return {member.name: member.data for member in open_container(load_bytes(path), path.name)}


def _may_hold_documents(path: Path) -> bool:
    """Whether the first bytes of a file are of a container."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(_CONTAINERS) or is_container(head)


def _without_documents(members: list[Member], path: Path) -> UnknownFormatError:
    """The fault of a container that is given as a document."""
    what = "It holds documents and is none." if members else "There is no document in it."
    return UnknownFormatError(what, path.name, "Check that it is the right file.")

"""The documents that the inputs of a command stand for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.errors import ExtractError, UnknownFormatError
from extract.reading.containers import HEAD, Member, is_container, list_members, may_hold_documents, read_member
from extract.reading.formats import load_bytes


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read.

    Attributes:
        path: the file.
        member: its name within the file, where that is an archive or a message: ``pack.zip/response.pdf``.
        place: the member's place within the file; none where the file itself is the document.
        incidental: it is left out of the results where it answers no recommendation.
    """

    path: Path
    member: str | None = None
    place: tuple[int, ...] = ()
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
        if self.place:
            return read_member(_last(self.path), self.path.name, self.place)
        data = load_bytes(self.path)
        if is_container(data):
            raise _without_documents(list_members(data, self.path.name), self.path)
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
        members = list_members(data, path.name) if is_container(data) else ()
        held = [Input(path, member.name, member.place, member.incidental) for member in members]
    except ExtractError:  # told when it is read
        held = []
    yield from held or [Input(path)]


@lru_cache(maxsize=1)
def _last(path: Path) -> bytes:
    """The bytes of a container: the last one's are kept, packed as they are, for its documents are read in turn."""
    return load_bytes(path)


def _may_hold_documents(path: Path) -> bool:
    """Whether the first bytes of a file are of a container."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    return may_hold_documents(head)


def _without_documents(members: Sequence[Member], path: Path) -> UnknownFormatError:
    """The fault of a container that is given as a document."""
    what = "It holds documents and is none." if members else "There is no document in it."
    return UnknownFormatError(what, path.name, "Check that it is the right file.")

"""Files that hold documents: ZIP archives and e-mail messages, each listed and read member by member.

To add a kind of container, write the function that opens it and give it a line in ``CONTAINERS``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.errors import DamagedFileError, InputMissingError, ProtectedFileError
from extract.reading.containers.archive import archive_entries, is_archive
from extract.reading.containers.listing import MOST_BYTES, MOST_EACH, MOST_MEMBERS, UNPACK, Listing, cleaned
from extract.reading.containers.mail import is_mail, mail_entries
from extract.reading.containers.members import Entry, Member
from extract.reading.containers.outlook import is_outlook, outlook_entries

HEAD: Final = 4096
"""As many of a file's first bytes as tell whether it may hold documents."""

_DEEPEST = 3  # containers within containers: a message in an archive in a message
_MAYBE: Final = (b"PK", b"\xd0\xcf\x11\xe0")  # archives and Outlook messages, and Office's own files
_CHANGED = "Leave the file as it is while it is read."

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds documents: how its bytes are told, and what is in it, not unpacked yet."""

    sniff: Callable[[bytes], bool]
    entries: Callable[[bytes, str], Entries]


CONTAINERS: Final = (
    Container(is_archive, archive_entries),
    Container(is_outlook, outlook_entries),
    Container(is_mail, mail_entries),
)


def is_container(data: bytes) -> bool:
    """Whether the bytes are of a file that holds documents."""
    return any(container.sniff(data) for container in CONTAINERS)


def may_hold_documents(head: bytes) -> bool:
    """Whether a file may hold documents, as far as its first bytes tell; the whole of it tells for certain."""
    return head.startswith(_MAYBE) or is_container(head)


def list_members(data: bytes, name: str) -> tuple[Member, ...]:
    """The documents that a file holds, those of containers within it included, in its order; none is kept.

    A container within it that is damaged or locked stands for itself, and is told when it is read.

    Args:
        data: the file.
        name: its name, for messages; members are named ``pack.zip/papers/response.pdf``.

    Raises:
        DamagedFileError: it is broken, or would unpack beyond all bounds.
        ProtectedFileError: it asks for a password.
    """
    return tuple(_listed(_opened(data, name), name, (), Listing(MOST_MEMBERS, MOST_BYTES)))


def read_member(data: bytes, name: str, place: tuple[int, ...]) -> bytes:
    """The bytes of a document that a file holds; nothing is unpacked but it and the containers around it.

    The last few containers stay open: documents are read in turn, and each in a moment where ``data`` is one object.

    Args:
        data: the file.
        name: its name, for messages.
        place: the place of the member, as it is listed.

    Raises:
        DamagedFileError: it is broken, or unpacks beyond all bounds.
        ProtectedFileError: the file asks for a password.
        InputMissingError: there is no such member: the file is another now.
    """
    around = _entries(data, name, place[:-1])
    if place[-1] >= len(around):
        raise InputMissingError("There is no such document in it any more.", name, _CHANGED)
    return _unpacked(around[place[-1]], name)


@lru_cache(maxsize=_DEEPEST)
def _entries(data: bytes, name: str, place: tuple[int, ...]) -> Entries:
    """What is in the container at a place in a file."""
    return _opened(read_member(data, name, place) if place else data, name)


def _opened(data: bytes, where: str) -> Entries:
    container = next((container for container in CONTAINERS if container.sniff(data)), None)
    if container is None:
        raise InputMissingError("It holds no documents.", where, _CHANGED)
    return container.entries(data, where)


def _listed(entries: Entries, where: str, place: tuple[int, ...], listing: Listing) -> Iterator[Member]:
    listing.take(entries, where)
    for number, entry in enumerate(entries):
        at, name = (*place, number), listing.named(where, entry.name)
        inner = _within(entry, name) if len(at) < _DEEPEST else ()
        if inner:
            yield from _listed(inner, name, at, listing)
        else:
            yield Member(name, at, entry.incidental)


def _within(entry: Entry, name: str) -> Entries:
    """What is in an entry that is a container itself; nothing where it is none, or cannot be opened."""
    try:
        if not may_hold_documents(entry.read(HEAD)):
            return ()
        data = _unpacked(entry, name)
        return _opened(data, name) if is_container(data) else ()
    except (DamagedFileError, ProtectedFileError):  # told when it is read
        return ()


def _unpacked(entry: Entry, where: str) -> bytes:
    """The whole of an entry; what it says of its own size is not believed."""
    data = entry.read(MOST_EACH + 1)
    if len(data) > MOST_EACH:
        raise DamagedFileError(f"“{cleaned(entry.name)}” unpacks beyond all bounds.", where, UNPACK)
    return data


__all__ = [
    "CONTAINERS",
    "HEAD",
    "Container",
    "Entry",
    "Member",
    "is_container",
    "list_members",
    "may_hold_documents",
    "read_member",
]

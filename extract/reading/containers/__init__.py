"""Files that hold documents: ZIP archives and e-mail messages, each opened to its members.

To add a kind of container, write the function that lists its members and give it a line in ``CONTAINERS``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from extract.reading.containers.archive import archive_members, is_archive
from extract.reading.containers.mail import is_mail, mail_members
from extract.reading.containers.members import Member
from extract.reading.containers.outlook import is_outlook, outlook_members

_DEEPEST = 3  # containers within containers: a message in an archive in a message


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds documents: how its bytes are told, and what lists its members."""

    sniff: Callable[[bytes], bool]
    members: Callable[[bytes, str], Iterator[Member]]


CONTAINERS: Final = (
    Container(is_archive, archive_members),
    Container(is_outlook, outlook_members),
    Container(is_mail, mail_members),
)


def is_container(data: bytes) -> bool:
    """Whether the bytes are of a file that holds documents."""
    return any(container.sniff(data) for container in CONTAINERS)


def open_container(data: bytes, name: str, depth: int = 1) -> Iterator[Member]:
    """The documents that a file holds, those of containers within it included, in the order of the file.

    Args:
        data: the file.
        name: its name, for messages; members are named ``pack.zip/papers/response.pdf``.
        depth: how many containers it stands in, itself included.

    Raises:
        DamagedFileError: it is broken, or would unpack beyond all bounds.
        ProtectedFileError: it asks for a password.
    """
    container = next(container for container in CONTAINERS if container.sniff(data))
    for member in container.members(data, name):
        if depth < _DEEPEST and is_container(member.data):
            yield from open_container(member.data, member.name, depth + 1)
        else:
            yield member


__all__ = ["CONTAINERS", "Container", "Member", "is_container", "open_container"]

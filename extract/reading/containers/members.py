"""What a container holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_NOISE = re.compile(
    r"(?:^|/)(?:__MACOSX|\.[^./][^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini|README[^/]*)(?:/|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Member:
    """A document in a container.

    Attributes:
        name: the container's name, a stroke, and its own name: ``pack.zip/response.pdf``; no other has the same.
        place: which it is: its number among what the container holds, from 0, and so on within containers in it.
        incidental: it may well be no response (the text of a message with attachments), and is left out then.
    """

    name: str
    place: tuple[int, ...]
    incidental: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a container that is open, not unpacked yet.

    Attributes:
        name: as the container has it, and no name to trust.
        size: how many bytes it unpacks to at the most; 0 where that is no more than the container itself has.
        read: its first bytes, as many as are asked for; raises DamagedFileError where it is broken.
        incidental: as of the member that it becomes.
    """

    name: str
    size: int
    read: Callable[[int], bytes]
    incidental: bool = False


def is_noise(name: str) -> bool:
    """Whether a member is there for a program's own use, or is hidden."""
    return _NOISE.search(name.replace("\\", "/")) is not None

"""What a container holds."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

_NOISE = re.compile(
    r"(?:^|/)(?:__MACOSX|\.[^./][^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini|README[^/]*)(?:/|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Member:
    """A document in a container.

    Attributes:
        name: the container's name, a stroke, and its own name: ``pack.zip/response.pdf``.
        data: its bytes.
        incidental: it may well be no response (the text of a message with attachments), and is left out then.
    """

    name: str
    data: bytes
    incidental: bool = False


def is_noise(name: str) -> bool:
    """Whether a member is there for a program's own use, or is hidden."""
    return _NOISE.search(name) is not None


def joined(container: str, name: str) -> str:
    """The name of a member: no part of it leads out of the container."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."}]
    return "/".join([container, *parts]) if parts else f"{container}/unnamed"

"""The members of a container as they are listed: each with a name of its own, all of them within bounds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from extract.errors import DamagedFileError
from extract.reading.containers.members import Entry

MOST_EACH = 256 * 2**20  # bytes of one member, unpacked; an agenda pack of a thousand pages has some fifty
MOST_MEMBERS = 5000
MOST_BYTES = 2**30  # of all members together, unpacked
_LONGEST = 200  # characters of a name; most file systems allow 255 bytes
_END = 60  # of these that are kept of its end, where the name's ending stands
_DRIVE = re.compile(r"^([A-Za-z]):")
UNPACK = "Unpack it, and give the documents in it."


@dataclass(slots=True)
class Listing:
    """What is known while a container is listed, the containers in it included.

    Attributes:
        members: how many members there may still be.
        left: how many bytes may still be unpacked.
        given: how often each name was asked for.
    """

    members: int
    left: int
    given: dict[str, int] = field(default_factory=dict)

    def take(self, entries: Sequence[Entry], where: str) -> None:
        """Take note of what a container holds.

        Raises:
            DamagedFileError: with all that was listed before, it is more than any collection of documents.
        """
        self.members -= len(entries)
        self.left -= sum(entry.size for entry in entries)
        if self.members < 0 or self.left < 0:
            raise DamagedFileError("The archive holds too much to be a collection of documents.", where, UNPACK)
        huge = next((entry.name for entry in entries if entry.size > MOST_EACH), None)
        if huge is not None:
            raise DamagedFileError(f"“{cleaned(huge)}” unpacks beyond all bounds.", where, UNPACK)

    def named(self, container: str, name: str) -> str:
        """The name of a member: ``pack.zip/response.pdf``, and of the next that is called so ``response (2).pdf``."""
        wanted = PurePosixPath(f"{container}/{cleaned(name)}")
        found = str(wanted)
        while found in self.given:
            self.given[str(wanted)] += 1
            found = str(wanted.with_name(f"{wanted.stem} ({self.given[str(wanted)]}){wanted.suffix}"))
        self.given[found] = 1
        return found


def cleaned(name: str) -> str:
    """A member's own name that can be printed, of sensible length, no part of which leads out of the container."""
    shown = "".join(letter if letter.isprintable() else "_" for letter in name.replace("\\", "/"))
    parts = (_DRIVE.sub(r"\1_", part.strip()) for part in shown.split("/"))
    joined = "/".join(part for part in parts if part.strip(". ")) or "unnamed"
    return joined if len(joined) <= _LONGEST else f"{joined[: _LONGEST - _END - 1]}…{joined[-_END:]}"

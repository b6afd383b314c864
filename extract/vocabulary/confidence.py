"""What speaks against a row having been read right: the reasons for doubt, the gravest first."""

from collections.abc import Collection

import msgspec

from extract.vocabulary.source import find_twice, read_toml, refuse

_FILE = "confidence.toml"


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reason for doubt: its code, and why."""

    code: str
    why: str


class Doubts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/confidence.toml``."""

    reason: tuple[Reason, ...]

    def __contains__(self, code: str) -> bool:
        """Whether a code is one of them."""
        return any(reason.code == code for reason in self.reason)

    def gravest(self, codes: Collection[str]) -> str | None:
        """The gravest of these codes; ``None`` for none."""
        return next((reason.code for reason in self.reason if reason.code in codes), None)

    def why(self, code: str) -> str:
        """The sentence of a reason; its code where none is known."""
        return next((reason.why for reason in self.reason if reason.code == code), code)


def load_doubts() -> Doubts:
    """The reasons of ``models/confidence.toml``.

    Raises:
        VocabularyError: the file is missing or faulty, or a code stands twice.
    """
    doubts = read_toml(_FILE, Doubts)
    refuse(_FILE, find_twice(reason.code for reason in doubts.reason))
    return doubts

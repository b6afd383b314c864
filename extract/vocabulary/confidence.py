"""How sure a row is: the reasons for doubt, and how much each takes."""

from collections.abc import Iterable
from functools import cached_property
from math import prod

import msgspec

from extract.vocabulary.source import read_toml, refuse

_FILE = "confidence.toml"


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reason for doubt: its code, what the confidence is multiplied by, and why."""

    code: str
    factor: float
    why: str


class Doubts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/confidence.toml``."""

    reason: tuple[Reason, ...]

    @cached_property
    def factors(self) -> dict[str, float]:
        """The factor of each code."""
        return {reason.code: reason.factor for reason in self.reason}

    def why(self, code: str) -> str:
        """The sentence of a reason; its code where none is known."""
        return next((reason.why for reason in self.reason if reason.code == code), code)

    def confidence(self, codes: Iterable[str]) -> float:
        """The product of the factors of these codes; 1 for none."""
        return prod(self.factors[code] for code in codes)


def load_doubts() -> Doubts:
    """The reasons of ``models/confidence.toml``.

    Raises:
        VocabularyError: the file is missing or faulty, a code stands twice, or a factor is not above 0 and up to 1.
    """
    doubts = read_toml(_FILE, Doubts)
    codes = [reason.code for reason in doubts.reason]
    twice = sorted({f"{code} stands twice" for code in codes if codes.count(code) > 1})
    outside = [
        f"{reason.code} has the factor {reason.factor}" for reason in doubts.reason if not 0 < reason.factor <= 1
    ]
    refuse(_FILE, twice + outside)
    return doubts

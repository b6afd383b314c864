"""How sure a finding is: the share that was right of those that were made alike in documents with known answers."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

from extract.vocabulary.source import find_twice, read_toml, refuse

FILE = "calibration.toml"

Kind = Literal["outcome", "commitment", "organisation", "row"]
KINDS: tuple[Kind, ...] = ("outcome", "commitment", "organisation", "row")

PLAIN_ROW = "row_plain"
"""The code of a row that nothing speaks against; others go by their gravest reason of ``models/confidence.toml``."""

_FEWEST = 3  # findings; of fewer no share is told
_WEIGHT = 2  # findings as right as the others of the kind, which every code is given beside its own
_DIGITS = 2
_SUREST = 0.99  # no count of findings makes one certain


class Count(NamedTuple):
    """Of how many findings it was judged whether they are right, and how many were."""

    right: float
    all: float


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The count of a code; a text that was read in several layouts counts as one, so that it may hold fractions."""

    code: str
    right: float
    all: float


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/calibration.toml``."""

    outcome: tuple[Counted, ...]
    commitment: tuple[Counted, ...]
    organisation: tuple[Counted, ...]
    row: tuple[Counted, ...]

    @cached_property
    def _shares(self) -> Mapping[Kind, Mapping[str, float]]:
        return {kind: shares_of({each.code: Count(each.right, each.all) for each in self.of(kind)}) for kind in KINDS}

    def of(self, kind: Kind) -> tuple[Counted, ...]:
        """The counts of a kind of finding."""
        counts: tuple[Counted, ...] = getattr(self, kind)
        return counts

    def confidence(self, kind: Kind, code: str) -> float | None:
        """How sure a finding of this code is; ``None`` where too few like it were judged."""
        return self._shares[kind].get(code)


def shares_of(counts: Mapping[str, Count]) -> dict[str, float]:
    """The confidence of each code that was counted often enough, drawn a little towards that of all codes together."""
    together = _sum(counts.values())
    usual = (together.right + 1) / (together.all + 2)
    return {
        code: min(round((count.right + _WEIGHT * usual) / (count.all + _WEIGHT), _DIGITS), _SUREST)
        for code, count in counts.items()
        if count.all >= _FEWEST
    }


def _sum(counts: Iterable[Count]) -> Count:
    rights, alls = zip(*counts, strict=True) if (counts := tuple(counts)) else ((), ())
    return Count(sum(rights), sum(alls))


def load_calibration() -> Calibration:
    """The counts of ``models/calibration.toml``.

    Raises:
        VocabularyError: the file is missing or faulty, a code stands twice, or more are right than there are.
    """
    calibration = read_toml(FILE, Calibration)
    counted = [each for kind in KINDS for each in calibration.of(kind)]
    wrong = [f"{each.code}: {each.right} right of {each.all}" for each in counted if not 0 <= each.right <= each.all]
    refuse(FILE, find_twice(each.code for each in counted) + wrong)
    return calibration

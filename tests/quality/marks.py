"""Judgements on single findings, and their sums: precision, recall and F1."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    """What is measured."""

    ROWS = "rows"
    OUTCOME = "outcome"
    DETAIL = "detail"
    OWNERS = "owners"
    POSITIONS = "positions"
    COMMITMENTS = "commitments"
    STATUS = "status"
    ACTOR = "actor"
    NAME = "name"
    DEADLINE = "deadline"
    DATES = "dates"
    INTERVALS = "intervals"
    SPANS = "spans"


class Verdict(StrEnum):
    """How a finding compares with the gold; a wrong one is both missed and invented."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    INVENTED = "invented"


class Mark(NamedTuple):
    """One judgement; ``fault`` says what was found in the place of what, and is empty for what is right."""

    measure: Measure
    verdict: Verdict
    fault: str = ""


def judge(measure: Measure, fault: str, *, right: bool) -> Mark:
    """A mark that is right, or wrong for the reason ``fault``."""
    return Mark(measure, Verdict.RIGHT) if right else Mark(measure, Verdict.WRONG, fault)


def mark_expected(measure: Measure, expected: Iterable[tuple[str, bool]]) -> Iterator[Mark]:
    """A mark for each thing to be found: its words, and whether it was found."""
    for words, found in expected:
        yield Mark(measure, Verdict.RIGHT) if found else Mark(measure, Verdict.MISSED, f"missed {words!r}")


def mark_invented(measure: Measure, found: Iterable[str]) -> Iterator[Mark]:
    """A mark for each thing that was found and is not there."""
    return (Mark(measure, Verdict.INVENTED, f"invented {words!r}") for words in found)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings were right, how many were made and how many there were to make."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def value(self) -> float | None:
        """F1, which is the accuracy where every finding has one answer; ``None`` where there was nothing to find."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else None

    def __str__(self) -> str:
        """``0.667 (4 right of 5 found, 7 expected)``."""
        counts = f"{self.right} right of {self.found} found, {self.expected} expected"
        return "-" if self.value is None else f"{self.value:.3f} ({counts})"


def count(marks: Iterable[Mark]) -> dict[Measure, Tally]:
    """The tally of each measure, in the order of ``Measure``."""
    verdicts = {measure: list[Verdict]() for measure in Measure}
    for mark in marks:
        verdicts[mark.measure].append(mark.verdict)
    return {measure: _tally(given) for measure, given in verdicts.items()}


def _tally(verdicts: list[Verdict]) -> Tally:
    return Tally(
        right=verdicts.count(Verdict.RIGHT),
        found=len(verdicts) - verdicts.count(Verdict.MISSED),
        expected=len(verdicts) - verdicts.count(Verdict.INVENTED),
    )

"""Random documents read and compared with their truth."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from extract.errors import ExtractError
from extract.interpret.fields import read_fields
from extract.layouts import explain
from extract.layouts.entries import Explanation
from extract.reading.formats import read_bytes
from extract.records import Field
from extract.vocabulary.headings import load_headings
from tests.generated.grids import Expected
from tests.generated.made import Made
from tests.generated.shapes import SHAPES
from tests.generated.truth import draw_truth
from tests.quality.matching import alike, same_number

_ROW_ALIKE = 0.97  # as in the quality benchmark
HEADINGS = load_headings()


@dataclass(frozen=True, slots=True)
class Found:
    """A row as it was read."""

    number: str | None
    text: str
    response: str


@dataclass(frozen=True, slots=True)
class Score:
    """What became of a document: rows owed, found and right, whether anything warns, and the first fault."""

    shape: str
    seed: int
    owed: int
    found: int
    right: int
    warned: bool
    fault: str

    @property
    def f1(self) -> float:
        """The harmonic mean of the shares of what was owed and of what was found that is right."""
        return 2 * self.right / (self.owed + self.found) if self.owed + self.found else 1.0


def make(shape: str, seed: int) -> Made:
    """The random document of a shape and a seed: always the same."""
    random = Random(f"{shape}/{seed}")  # noqa: S311 - drawn again from the same seed, and no secret
    return SHAPES[shape](random, draw_truth(random))


def score(shape: str, seed: int) -> Score:
    """How well the document of a shape and a seed is read."""
    made = make(shape, seed)
    try:
        document = read_bytes(made.data, f"{shape}-{seed}.{made.suffix}")
    except ExtractError as fault:
        return Score(shape, seed, len(made.expected), 0, 0, warned=True, fault=str(fault))
    explanation = explain(document, HEADINGS)
    rows = _found(explanation)
    right = [any(is_right(one, row) for row in rows) for one in made.expected]
    warned = bool(explanation.unexplained or document.notices) or len(rows) == 0
    said = next(_faults(made.expected, rows), "")
    return Score(shape, seed, len(made.expected), len(rows), sum(right), warned=warned, fault=said)


def _found(explanation: Explanation) -> list[Found]:
    fields = [(entry.number, read_fields(entry, HEADINGS.contents)) for entry in explanation.entries]
    return [Found(number, read[Field.TEXT], read[Field.RESPONSE]) for number, read in fields]


def is_right(expected: Expected, row: Found) -> bool:
    """Whether a row was read as it was written."""
    numbered = expected.number is None or same_number(expected.number, row.number)
    return (
        numbered
        and alike(expected.text, row.text) >= _ROW_ALIKE
        and alike(expected.response, row.response) >= _ROW_ALIKE
    )


def _faults(expected: tuple[Expected, ...], rows: list[Found]) -> Iterator[str]:
    for one in expected:
        if not any(is_right(one, row) for row in rows):
            best = max(rows, key=lambda row: alike(one.text, row.text), default=None)
            yield f"{one.number}: {one.text!r} / {one.response!r}\n      read as {best}"
    if len(rows) > len(expected):
        yield f"{len(rows)} rows for {len(expected)}"

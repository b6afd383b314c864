"""What a shape makes of a truth, and how its PDF begins."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.generated.grids import Expected
from tests.generated.paper import Paper, draw_paper
from tests.generated.surroundings import OWN, cover
from tests.generated.truth import Truth


@dataclass(frozen=True, slots=True)
class Made:
    """A document: its bytes, what its name ends with, and the rows that a reader owes."""

    data: bytes
    suffix: str
    expected: tuple[Expected, ...]


Shape = Callable[[Random, Truth], Made]


def opened(random: Random, truth: Truth) -> Paper:
    """Paper with the document's title and some covering paragraphs."""
    paper = draw_paper(random, truth.title)
    paper.write(truth.title, bold=True, size=15)
    paper.write(f"{truth.authority}, 12 July 2024")
    for paragraph in cover(random, truth):
        paper.write(paragraph)
    if random.random() < 0.15:
        paper.write(OWN, bold=True)
    return paper

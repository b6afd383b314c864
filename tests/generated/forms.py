"""Several small forms in one file: a heading and the same table for each meeting, review or body."""

from dataclasses import replace
from itertools import pairwise
from random import Random

from tests.generated import words
from tests.generated.drawn import Part, pdf_or_word, plain_grid
from tests.generated.grids import Grid, draw_grid
from tests.generated.made import Made
from tests.generated.prose import Paragraph
from tests.generated.truth import Truth
from tests.generated.wrappings import headed

_MEETINGS = ("Meeting date", "Date of meeting")
_MINUTES = ("Minute №", "Minute number", "Minute no.")
_DATES = ("15 April 2024", "9 July 2024", "17 September 2024", "12 November 2024")
_HEADINGS = (
    "{topic}", "Review of {topic}", "{at}. {topic}", "Recommendations arising from the review of {topic}",
    "Appendix {letter}: {topic}",
)  # fmt: skip


def forms(random: Random, truth: Truth) -> Made:
    """Two to four small tables under headings of their own, in each of which numbers begin at 1."""
    count = min(random.randint(2, 4), len(truth.rows))
    starts = [0, *sorted(random.sample(range(1, len(truth.rows)), count - 1)), len(truth.rows)]
    rows = [
        replace(row, number=str(at + 1), theme=None)
        for start, end in pairwise(starts)
        for at, row in enumerate(truth.rows[start:end])
    ]
    grid = _numbered(random, replace(truth, rows=tuple(rows)))
    heading, style = random.choice(_HEADINGS), random.choice(("heading", "lines", "table"))
    parts = list[Part]()
    for at, topic in enumerate(random.sample(words.TOPICS, count)):
        parts += _head(random, heading.format(topic=headed(topic), at=at + 1, letter="ABCD"[at]), style)
        parts.append(_slice(grid, starts[at], starts[at + 1]))
    return pdf_or_word(random, truth, parts, grid.expected)


def _numbered(random: Random, truth: Truth) -> Grid:
    """A table whose rows have numbers."""
    while True:
        grid = draw_grid(random, truth)
        if all(row.number for row in grid.expected):
            return grid


def _head(random: Random, heading: str, style: str) -> list[Part]:
    """What stands above a table: a heading, and at times when the committee met, as lines or as a small table."""
    if style == "heading":
        return [Paragraph(heading, bold=True)]
    said = (
        ("Committee", random.choice(words.COMMITTEES)),
        (random.choice(_MEETINGS), random.choice(_DATES)),
        (random.choice(_MINUTES), str(random.randint(11, 98))),
        ("Topic", heading),
    )
    if style == "lines":
        return [Paragraph(f"{name}: {value}", bold=name == "Topic") for name, value in said]
    return [Paragraph(heading, bold=True), plain_grid(("owner", "response"), said[0], said[1:])]


def _slice(grid: Grid, start: int, end: int) -> Grid:
    return replace(grid, cells=grid.cells[start:end], themes=grid.themes[start:end])

"""Tables and running text as parts of one document, which a PDF or a Word file may hold."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.generated import word
from tests.generated.grids import Expected, Grid
from tests.generated.made import Made, opened
from tests.generated.pdf_tables import RULES, TableDrawer, draw_drawing
from tests.generated.prose import Paragraph
from tests.generated.surroundings import cover
from tests.generated.truth import Truth

Part = Paragraph | Grid


def plain_grid(roles: Sequence[str], titles: Sequence[str], cells: Sequence[Sequence[str]]) -> Grid:
    """A table without themes, for which nothing is owed yet."""
    return Grid(tuple(roles), tuple(titles), tuple(map(tuple, cells)), (None,) * len(cells), ())


def pdf_or_word(random: Random, truth: Truth, parts: Sequence[Part], expected: Sequence[Expected]) -> Made:
    """The parts below the document's title, as a PDF more often than as a Word file."""
    if random.random() < 0.6:
        return pdf(random, truth, parts, expected)
    front = [Paragraph(truth.title, bold=True), *map(Paragraph, cover(random, truth))]
    body = [one for part in [*front, *parts] for one in _word(part)]
    return Made(word.document(body), "docx", tuple(expected))


def pdf(random: Random, truth: Truth, parts: Sequence[Part], expected: Sequence[Expected]) -> Made:
    """The parts below the document's title, as a PDF with one way of ruling."""
    paper, drawing = opened(random, truth), draw_drawing(random, random.choice(RULES))
    for part in parts:
        if isinstance(part, Grid):
            TableDrawer(paper, replace(drawing, repeated=drawing.repeated and len(part.cells) > 2), part).draw()
        else:
            if part.bold and paper.room < 6 * paper.type.leading:
                paper.turn()
            paper.write(part.text, bold=part.bold, indent=18.0 if part.indented else 0.0)
    return Made(paper.close(), "pdf", tuple(expected))


def _word(part: Part) -> list[str]:
    return [word.table(part)] if isinstance(part, Grid) else word.paragraphs([part])

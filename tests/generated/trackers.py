"""Tables that colour or marks decide in, and trackers of many columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape

from tests.generated import word
from tests.generated.drawn import plain_grid
from tests.generated.grids import Expected, Grid, draw_grid
from tests.generated.made import Made, opened
from tests.generated.paper import Paper, Type
from tests.generated.pdf_tables import RULES, TableDrawer, draw_drawing
from tests.generated.surroundings import cover
from tests.generated.truth import Row, Truth
from tests.generated.word import FILLED

_FILLS = ("00B050", "92D050", "FFC000", "4472C4", "BFBFBF")
_MARKS = ("✓", "✔", "✗", "X", "x", "•", "Y")
_COLOURS = {"Red": "FF0000", "Amber": "FFC000", "Green": "00B050"}
_KEYS = (
    ("Green – achieved or on track", "Amber – some slippage, recovery planned", "Red – not on track"),
    ("Green: recommendation fully implemented", "Amber: acceptable progress", "Red: unacceptable progress"),
)
_MEETINGS = ("12/03/2024", "9 April 2024", "18 June 2024", "05.02.24")
_WIDE_AS = {"origin": "timescale", "review": "timescale", "rag": "tick"}  # columns of the width of others
_HELD = {
    "number": ("Ref", "No.", "Ref."),
    "origin": ("Committee date", "Date of meeting", "Date considered by Committee"),
    "asked": ("Recommendation", "Scrutiny recommendation"),
    "owner": ("Lead officer", "Responsible officer", "Lead"),
    "response": ("Executive response", "Cabinet response", "Response"),
    "timescale": ("Target date", "Due date", "Timescale"),
    "progress": ("Progress update", "Latest progress", "Progress to date"),
    "rag": ("RAG", "RAG status", "Status"),
    "review": ("Next report to Committee", "Review date", "Date to report back"),
}


def filled(random: Random, truth: Truth) -> Made:
    """Columns to accept, amend or reject in which a coloured cell, or one mark of many, is the decision."""
    grid, fill = draw_grid(random, truth, ticks=True), random.choice(_FILLS)
    chosen, others = random.choice(((FILLED, ""), (FILLED, ""), (random.choice(_MARKS), ""), ("✓", "✗")))
    grid = _marked(grid, chosen, others)
    if random.random() < 0.4:
        front = [word.paragraph(text, bold=text == truth.title) for text in (truth.title, *cover(random, truth))]
        return Made(word.document([*front, word.table(grid, fill)]), "docx", grid.expected)
    paper, drawing = opened(random, truth), draw_drawing(random, random.choice(RULES))
    PaintedDrawer(paper, drawing, grid, fills={FILLED: HexColor(f"#{fill}")}).draw()
    return Made(paper.close(), "pdf", grid.expected)


def _marked(grid: Grid, chosen: str, others: str) -> Grid:
    """The table with other signs in the columns to decide in, without themes."""
    cells = tuple(
        tuple(
            (chosen if cell else others) if role.startswith("tick") else cell
            for role, cell in zip(grid.roles, row, strict=True)
        )
        for row in grid.cells
    )
    return replace(grid, cells=cells, themes=(None,) * len(cells))


@dataclass
class PaintedDrawer(TableDrawer):
    """Draws a table that has coloured cells.

    Attributes:
        fills: the colour of a cell that holds nothing but this text; ``FILLED`` itself is not printed.
        painted: the colours of the row that is drawn, by column.
    """

    fills: dict[str, Color] | None = None
    painted: dict[int, Color] | None = None

    def _row(self, lines: list[list[str]]) -> None:
        fills = self.fills or {}
        self.painted = {at: fills[cell[0]] for at, cell in enumerate(lines) if len(cell) == 1 and cell[0] in fills}
        super()._row([[] if cell == [FILLED] else cell for cell in lines])

    def _slab(self, lines: Sequence[Sequence[str]], height: float, *, bold: bool, closed: bool = True) -> None:
        for at, colour in () if bold else (self.painted or {}).items():
            self._fill(self.edges[at], self.edges[at + 1], height, colour)
        super()._slab(lines, height, bold=bold, closed=closed)


def progress(random: Random, truth: Truth) -> Made:
    """A tracker of seven to nine columns: committee dates, progress, red, amber and green, a key below it."""
    roles = [*_HELD]
    for role in random.sample(("origin", "review", "timescale", "owner"), random.randint(0, 2)):
        roles.remove(role)
    if random.random() < 0.3:
        roles.remove("rag")
        roles.insert(roles.index("progress"), "rag")
    cells = [_tracked(random, row, roles) for row in truth.rows]
    titles = [random.choice(_HELD[role]) for role in roles]
    grid = plain_grid([_WIDE_AS.get(role, role) for role in roles], titles, cells)
    expected = tuple(Expected(row.number, row.text, row.response, "") for row in truth.rows)
    return Made(_tracker(random, truth, grid), "pdf", expected)


def _tracked(random: Random, row: Row, roles: Sequence[str]) -> list[str]:
    said = {
        "number": row.number,
        "origin": random.choice(_MEETINGS),
        "asked": row.text,
        "owner": row.owner,
        "response": row.response,
        "timescale": row.timescale,
        "progress": row.progress,
        "rag": random.choice(tuple(_COLOURS)),
        "review": random.choice(("September 2024", "March 2025", "Completed – remove", "12 November 2024")),
    }
    return [said[role] for role in roles]


def _tracker(random: Random, truth: Truth, grid: Grid) -> bytes:
    size, font = random.choice((6.5, 7.0, 7.5)), random.choice(("Helvetica", "Times-Roman"))
    kind = Type(font, {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[font], size, size * 1.2)
    width, height = landscape(A4)
    paper = Paper(kind, width, height, 30.0, random.choice(("", "OFFICIAL")), random.choice(("", "Page {page}")))
    paper.write(f"Scrutiny recommendations tracker: {truth.topic}", bold=True, size=13)
    paper.write(f"{truth.committee} of {truth.authority}, 12 July 2024")
    key = random.choice(_KEYS)
    painted = random.random() < 0.5
    drawing = draw_drawing(random, random.choice(RULES))
    fills = {name: HexColor(f"#{colour}") for name, colour in _COLOURS.items()} if painted else {}
    PaintedDrawer(paper, drawing, grid, fills=fills).draw()
    if random.random() < 0.5:
        paper.write("Key\n" + "\n".join(key))
    else:
        rows = [each.replace(": ", " – ").split(" – ", 1) for each in key]
        TableDrawer(paper, drawing, plain_grid(("owner", "response"), ("RAG key", "Meaning"), rows)).draw()
    return paper.close()

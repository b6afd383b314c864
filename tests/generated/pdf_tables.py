"""A table drawn on paper: ruled in every way, or not at all; its rows may break over pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from reportlab.lib.colors import Color, black, lightgrey

from tests.generated.grids import Grid
from tests.generated.paper import Paper, edges_of, wrap_cell

RULES = ("lines", "lines", "thin", "double", "dashed")
_PALE = Color(0.93, 0.93, 0.93)


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a table is drawn.

    Attributes:
        rules: lines, thin (filled rectangles), double, dashed, across (only between rows), zebra (fills), none.
        repeated: the titles stand again on every page.
        breaks: a row may go on on the next page.
        open: no rule is drawn where it does.
        gap: points between rows, for tables without rules.
        pad: points between an edge and what stands in the cell; Word's own are 5.4.
        shaded: the titles stand on grey.
    """

    rules: str
    repeated: bool
    breaks: bool
    open: bool
    gap: float
    pad: float
    shaded: bool


def draw_drawing(random: Random, rules: str) -> Drawing:
    """A random way to draw, with these rules."""
    bare = rules in {"none", "zebra", "across"}
    return Drawing(
        rules=rules,
        repeated=random.random() < 0.5,
        breaks=random.random() < 0.7,
        open=random.random() < 0.4,
        gap=random.uniform(6.0, 10.0) if bare else 0.0,
        pad=5.4 if bare else random.choice((3.0, 5.4)),
        shaded=random.random() < 0.3 and not bare,
    )


@dataclass
class TableDrawer:
    """Draws one table row by row."""

    paper: Paper
    drawing: Drawing
    grid: Grid
    striped: bool = False

    def draw(self) -> None:
        """Draw the table from where the paper stands."""
        columns = list(zip(self.grid.titles, *self.grid.cells, strict=True))
        self.edges = edges_of(self.paper, self.grid.weights, columns, self.drawing.pad)
        self.paper.canvas.setLineWidth(0.6)
        self._titles()
        for cells, theme in zip(self.grid.cells, self.grid.themes, strict=True):
            if theme:
                self._band(theme)
            self._row([self._wrapped(text, at, bold=False) for at, text in enumerate(cells)])
        self.paper.y -= 14

    def _wrapped(self, text: str, at: int, *, bold: bool) -> list[str]:
        width = self.edges[at + 1] - self.edges[at] - 2 * self.drawing.pad
        return wrap_cell(text, self.paper.type.bold if bold else self.paper.type.font, self.paper.type.size, width)

    def _titles(self) -> None:
        lines = [self._wrapped(text, at, bold=True) for at, text in enumerate(self.grid.titles)]
        height = self._height(lines)
        if self.paper.room < height + 4 * self.paper.type.leading:
            self.paper.turn()
        if self.drawing.shaded:
            self._fill(self.edges[0], self.edges[-1], height, _PALE)
        self._slab(lines, height, bold=True)

    def _band(self, theme: str) -> None:
        """A theme across the whole table."""
        if self.paper.room < 6 * self.paper.type.leading:
            self._turn()
        height = self.paper.type.leading + 2 * self.drawing.pad
        self._rule([self.edges[0], self.edges[-1]], self.paper.y, self.paper.y - height, closed=True)
        self._lines(theme.split("\n"), self.edges[0], bold=True)
        self.paper.y -= height + self.drawing.gap

    def _row(self, lines: list[list[str]]) -> None:
        self.striped = not self.striped
        while any(lines):
            height = self._height(lines)
            if height <= self.paper.room:
                self._slab(lines, height, bold=False)
                return
            fits = int((self.paper.room - 2 * self.drawing.pad) / self.paper.type.leading)
            whole = self._height(lines) <= self.paper.height - 2 * self.paper.margin - 120
            if fits < 3 or (whole and not self.drawing.breaks):
                self._turn()
                continue
            part = [cell[:fits] for cell in lines]
            self._slab(part, self._height(part), bold=False, closed=not self.drawing.open)
            lines = [cell[fits:] for cell in lines]
            self._turn()

    def _turn(self) -> None:
        self.paper.turn()
        self.paper.canvas.setLineWidth(0.6)
        if self.drawing.repeated:
            self._titles()

    def _height(self, lines: Sequence[Sequence[str]]) -> float:
        return max(map(len, lines)) * self.paper.type.leading + 2 * self.drawing.pad

    def _slab(self, lines: Sequence[Sequence[str]], height: float, *, bold: bool, closed: bool = True) -> None:
        """Part of a row on one page."""
        if self.drawing.rules == "zebra" and self.striped and not bold:
            self._fill(self.edges[0], self.edges[-1], height, lightgrey)
        self._rule(self.edges, self.paper.y, self.paper.y - height, closed=closed)
        for at, cell in enumerate(lines):
            self._lines(cell, self.edges[at], bold=bold)
        self.paper.y -= height + (self.drawing.gap if closed else 0)

    def _lines(self, lines: Sequence[str], x: float, *, bold: bool) -> None:
        kind = self.paper.type
        self.paper.canvas.setFont(kind.bold if bold else kind.font, kind.size)
        for at, line in enumerate(lines):
            self.paper.canvas.drawString(
                x + self.drawing.pad, self.paper.y - self.drawing.pad - kind.size - at * kind.leading, line
            )

    def _fill(self, x0: float, x1: float, height: float, colour: Color) -> None:
        self.paper.canvas.setFillColor(colour)
        self.paper.canvas.rect(x0, self.paper.y - height, x1 - x0, height, stroke=0, fill=1)
        self.paper.canvas.setFillColor(black)

    def _rule(self, edges: Sequence[float], top: float, bottom: float, *, closed: bool) -> None:
        if self.drawing.rules in {"none", "zebra"}:
            return
        if self.drawing.rules == "across":
            self._line(edges[0], bottom - self.drawing.gap / 2, edges[-1], bottom - self.drawing.gap / 2)
            return
        self._line(edges[0], top, edges[-1], top)
        if closed:
            self._line(edges[0], bottom, edges[-1], bottom)
        for edge in edges:
            self._line(edge, top, edge, bottom)

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas = self.paper.canvas
        if self.drawing.rules == "thin":
            canvas.rect(x0 - 0.3, y1 - 0.3, x1 - x0 + 0.6, y0 - y1 + 0.6, stroke=0, fill=1)
            return
        if self.drawing.rules == "dashed":
            canvas.setDash(2, 1)
        canvas.line(x0, y0, x1, y1)
        canvas.setDash()
        if self.drawing.rules == "double":
            aside = (1.5, 0.0) if x0 == x1 else (0.0, 1.5)
            canvas.line(x0 + aside[0], y0 - aside[1], x1 + aside[0], y1 - aside[1])

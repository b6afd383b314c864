"""Pages of a PDF that fill from the top: running heads, paragraphs, and tables in every drawing."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}


@dataclass(frozen=True, slots=True)
class Type:
    """The type that a document is set in: fonts, size and line spacing in points."""

    font: str
    bold: str
    size: float
    leading: float


@dataclass
class Paper:
    """A PDF under construction; ``y`` is where the next line's top stands, in points from the foot."""

    type: Type
    width: float
    height: float
    margin: float
    head: str
    foot: str
    held: io.BytesIO = field(default_factory=io.BytesIO)
    number: int = 0
    y: float = 0.0

    def __post_init__(self) -> None:
        """Open the first page."""
        self.canvas = Canvas(self.held, pagesize=(self.width, self.height), invariant=True)
        self.turn()

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def room(self) -> float:
        """The height that is left on the page."""
        return self.y - self.margin - 20

    def turn(self) -> None:
        """Begin a new page, with its running head and foot."""
        if self.number:
            self.canvas.showPage()
        self.number += 1
        self.y = self.height - self.margin - 24
        self.canvas.setFont(self.type.font, 8)
        if self.head:
            self.canvas.drawString(self.margin, self.height - self.margin, self.head)
        if self.foot:
            self.canvas.drawCentredString(self.width / 2, self.margin - 6, self.foot.format(page=self.number))

    def write(self, text: str, *, bold: bool = False, size: float = 0.0, indent: float = 0.0) -> None:
        """Set paragraphs, a line of the text each, and a gap after them."""
        set_in = Type(
            self.type.bold if bold else self.type.font,
            self.type.bold,
            size or self.type.size,
            (size or self.type.size) * 1.25,
        )
        for paragraph in text.split("\n"):
            for line in wrap(paragraph, set_in.font, set_in.size, self.inner - indent):
                if self.room < set_in.leading:
                    self.turn()
                self.canvas.setFont(set_in.font, set_in.size)
                self.canvas.drawString(self.margin + indent, self.y - set_in.size, line)
                self.y -= set_in.leading
            self.y -= set_in.leading * 0.6

    def close(self) -> bytes:
        """The bytes of the file."""
        self.canvas.save()
        return self.held.getvalue()


def draw_paper(random: Random, title: str) -> Paper:
    """Paper of a random size and type."""
    font = random.choice(tuple(_BOLD))
    size = random.choice((8.5, 9.0, 10.0, 11.0))
    wide = random.random() < 0.6
    width, height = landscape(A4) if wide else A4
    head = random.choice(("", "", title[:70], "OFFICIAL"))
    foot = random.choice(("", "Page {page}", "{page}", "Page {page} of 9"))
    leading = size * random.choice((1.15, 1.2, 1.3))
    return Paper(Type(font, _BOLD[font], size, leading), width, height, random.choice((36.0, 50.0, 64.0)), head, foot)


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """The lines of a paragraph; a word that is wider than the column is cut."""
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            line = longer
            continue
        lines += [line] if line else []
        pieces = _cut(word, font, size, width)
        lines += pieces[:-1]
        line = pieces[-1]
    return [*lines, line] if line else lines


def _cut(word: str, font: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and stringWidth(pieces[-1] + letter, font, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def wrap_cell(text: str, font: str, size: float, width: float) -> list[str]:
    """The lines of a cell, its paragraphs one below the other."""
    return [line for paragraph in text.split("\n") for line in wrap(paragraph, font, size, width)]


def edges_of(paper: Paper, weights: Sequence[float], columns: Sequence[Sequence[str]], pad: float) -> list[float]:
    """The x of each column edge, in points: no column is narrower than its longest word, as word processors see to.

    Args:
        paper: what the table is drawn on.
        weights: how the width that is left over is shared out.
        columns: the texts of each column, its title first.
        pad: points between an edge and the text.
    """
    kind = paper.type
    least = [
        2 * pad + max(stringWidth(word, kind.bold, kind.size) for text in texts for word in [*text.split(), "No."])
        for texts in columns
    ]
    over = max(paper.inner - sum(least), 0.0)
    edges = [paper.margin]
    for weight, width in zip(weights, least, strict=True):
        edges.append(edges[-1] + width + weight * over)
    return edges

"""Cards drawn on the pages of a PDF, in every frame and with their titles set in every way."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

Fields = Sequence[tuple[str, str]]

_PAD = 6.0
_FOOT = 40.0  # points that are left free at the foot and at the head of a page
_PALE, _GREY = HexColor("#eaf2f4"), HexColor("#d5d5d5")


@dataclass(frozen=True, slots=True)
class Matter:
    """What stands on a card: its head, what is decided where that stands in the head, and titles with values.

    One that ``breaks`` stands at the top of the next column or page.
    """

    head: str
    fields: Fields
    pill: str = ""
    body: str = ""
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How cards are drawn.

    Attributes:
        frame: draws the outline of a card: its left, foot, width and height, and that of its head.
        fields: sets the titles and values, and returns how high they are.
        across: how many stand beside each other.
        down: whether they are read down the columns.
        level: whether those beside each other have their heads at one height.
        gap: points between them.
        white: the head is set in white.
    """

    frame: Callable[[Canvas, float, float, float, float, float], None]
    fields: "Callable[[Pen, Fields], None]"
    across: int = 2
    down: bool = False
    level: bool = True
    gap: float = 12.0
    white: bool = False


@dataclass(slots=True)
class Pen:
    """Sets lines below each other; without a canvas it only measures."""

    canvas: Canvas | None
    x: float
    y: float
    width: float

    def write(self, text: str, *, bold: bool = False, size: float = 8.0, white: bool = False) -> None:
        """Set a text at the left edge, as wide as the pen goes."""
        font = "Helvetica-Bold" if bold else "Helvetica"
        for line in simpleSplit(text, font, size, self.width):
            if self.canvas:
                self.canvas.setFont(font, size)
                self.canvas.setFillGray(1 if white else 0)
                self.canvas.drawString(self.x, self.y - size, line)
            self.y -= size * 1.2

    def column(self, share: float, width: float) -> "Pen":
        """A pen at the same height, some share of the width to the right."""
        return Pen(self.canvas, self.x + share * self.width, self.y, width * self.width)


@dataclass
class Deck:
    """The pages of a PDF that fill with cards."""

    look: Look
    grey: bool = False
    size: tuple[float, float] = (842.0, 595.0)
    held: io.BytesIO = field(default_factory=io.BytesIO)

    def draw(self, title: str, matters: Sequence[Matter]) -> bytes:
        """The file with the cards below a title."""
        self.canvas = Canvas(self.held, pagesize=self.size, invariant=True)
        self._turn()
        self.canvas.setFillGray(0)
        self.canvas.setFont("Helvetica-Bold", 14)
        self.canvas.drawString(40, self.size[1] - 50, title)
        self.canvas.setFont("Helvetica", 9)
        self.canvas.drawString(40, self.size[1] - 64, "Westmorland Council, response of the Cabinet, 4 March 2025")
        self._fill(matters, self.size[1] - 80)
        self.canvas.save()
        return self.held.getvalue()

    def _turn(self) -> None:
        if self.grey:
            self.canvas.setFillColor(_GREY)
            self.canvas.rect(0, 0, *self.size, stroke=0, fill=1)

    def _fill(self, matters: Sequence[Matter], top: float) -> None:
        across = [matters[at : at + self.look.across] for at in range(0, len(matters), self.look.across)]
        if self.look.down:
            self._fill_down(matters, top)
        elif self.look.level:
            self._fill_across(across, top)
        else:
            self._fill_freely(matters, top)

    def _fill_down(self, matters: Sequence[Matter], top: float) -> None:
        column, y = 0, top
        for matter in matters:
            height = self._height(matter)
            if y - height < _FOOT or matter.breaks:
                column, y = column + 1, top
            if column == self.look.across:
                column, y = 0, self._next_page()
                top = y
            self.card(matter, column, y)
            y -= height + self.look.gap

    def _fill_freely(self, matters: Sequence[Matter], top: float) -> None:
        """From left to right, each right below the one above it."""
        tops = [top] * self.look.across
        for at, matter in enumerate(matters):
            column = at % self.look.across
            self.card(matter, column, tops[column])
            tops[column] -= self._height(matter) + self.look.gap

    def _fill_across(self, rows: Sequence[Sequence[Matter]], y: float) -> None:
        for row in rows:
            height = max(map(self._height, row))
            if y - height < _FOOT:
                y = self._next_page()
            for column, matter in enumerate(row):
                self.card(matter, column, y)
            y -= height + self.look.gap

    def _next_page(self) -> float:
        self.canvas.showPage()
        self._turn()
        return self.size[1] - _FOOT

    @property
    def width(self) -> float:
        """How wide a card is."""
        gaps = self.look.gap * (self.look.across - 1)
        return (self.size[0] - 80 - gaps) / self.look.across

    def _height(self, matter: Matter) -> float:
        return sum(self._write(None, matter, 0, 0))

    def card(self, matter: Matter, column: int, top: float) -> None:
        """Draw a card in a column, from its top."""
        x = 40 + column * (self.width + self.look.gap)
        head, body = self._write(None, matter, x, top)
        self.look.frame(self.canvas, x, top - head - body, self.width, head + body, head)
        self._write(self.canvas, matter, x, top)

    def _write(self, canvas: Canvas | None, matter: Matter, x: float, top: float) -> tuple[float, float]:
        pen = Pen(canvas, x + _PAD + 3, top - 5, self.width - 2 * _PAD - 3 - (110 if matter.pill else 0))
        if canvas and matter.pill:
            canvas.setFillColor(_PALE)
            canvas.roundRect(x + self.width - 100, top - 18, 90, 13, 6, stroke=0, fill=1)
            Pen(canvas, x + self.width - 94, top - 7, 90).write(matter.pill)
        pen.write(matter.head, bold=True, size=9, white=self.look.white)
        head = top - pen.y + 5
        pen = Pen(canvas, x + _PAD + 3, top - head - 5, self.width - 2 * _PAD - 3)
        if matter.body:
            pen.write(matter.body)
            pen.y -= 4
        self.look.fields(pen, matter.fields)
        return head, top - head - pen.y + 5

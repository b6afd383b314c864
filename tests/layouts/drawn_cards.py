"""Cards drawn on the pages of a PDF: in frames, with corners cut round, on colours, under bars, beside bars."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Fields = Sequence[tuple[str, str]]

_PAD = 6.0
_FOOT = 40.0  # points that are left free at the foot and at the head of a page
_TEAL, _PALE, _GREY = HexColor("#205c66"), HexColor("#eaf2f4"), HexColor("#d5d5d5")


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


def above(pen: Pen, fields: Fields, size: float = 6.0) -> None:
    """Small bold titles above their values, all but the last in a column to the left of it."""
    left, right = pen.column(0, 0.3), pen.column(0.34, 0.66)
    for at, (title, value) in enumerate(fields):
        into = right if at == len(fields) - 1 else left
        into.write(title, bold=True, size=size)
        into.write(value)
        into.y -= 4
    pen.y = min(left.y, right.y)


def stacked(pen: Pen, fields: Fields) -> None:
    """Bold titles above their values, one below the other."""
    for title, value in fields:
        pen.write(title, bold=True)
        pen.write(value)
        pen.y -= 3


def beside(pen: Pen, fields: Fields) -> None:
    """Bold titles, their values in a column beside them."""
    for title, value in fields:
        left, right = pen.column(0, 0.2), pen.column(0.24, 0.76)
        left.write(title, bold=True)
        right.write(value)
        pen.y = min(left.y, right.y) - 3


def two_pairs(pen: Pen, fields: Fields) -> None:
    """Titles beside their values, two pairs in a line; the last one by itself."""
    for first, second in zip(fields[:-1:2], fields[1:-1:2], strict=True):
        pens = [pen.column(share, 0.22) for share in (0, 0.25, 0.5, 0.75)]
        for one, text in zip(pens, (*first, *second), strict=True):
            one.write(text, bold=one in pens[::2])
        pen.y = min(one.y for one in pens) - 3
    beside(pen, fields[-1:])


def row_of_titles(pen: Pen, fields: Fields) -> None:
    """Titles side by side above their values, and the last one below them, across the card."""
    pens = [pen.column(at / (len(fields) - 1), 0.9 / (len(fields) - 1)) for at in range(len(fields) - 1)]
    for one, (title, value) in zip(pens, fields[:-1], strict=True):
        one.write(title, bold=True, size=7)
        one.write(value)
    pen.y = min(one.y for one in pens) - 5
    pen.write(fields[-1][0], bold=True, size=7)
    pen.write(fields[-1][1])


def with_colons(pen: Pen, fields: Fields) -> None:
    """Titles before a colon, and the value after it."""
    for title, value in fields:
        pen.write(f"{title}: {value}")
        pen.y -= 3


def running_in(pen: Pen, fields: Fields) -> None:
    """Bold titles, and the value after them on the same line, without a colon."""
    for title, value in fields:
        indent = stringWidth(title, "Helvetica-Bold", 8) + 2.5
        first, *rest = simpleSplit(value, "Helvetica", 8, pen.width - indent)
        Pen(pen.canvas, pen.x + indent, pen.y, pen.width).write(first)
        pen.write(title, bold=True)
        if rest:
            pen.write(" ".join(rest))
        pen.y -= 3


def colons_beside(pen: Pen, fields: Fields) -> None:
    """Titles with a colon, in the same print as their values, which stand beside them."""
    for title, value in fields:
        left, right = pen.column(0, 0.25), pen.column(0.27, 0.73)
        left.write(title + ":")
        right.write(value)
        pen.y = min(left.y, right.y) - 2


def unmarked(pen: Pen, fields: Fields) -> None:
    """Titles above their values, in the same print."""
    for title, value in fields:
        pen.write(title)
        pen.write(value)
        pen.y -= 3


def in_capitals(pen: Pen, fields: Fields) -> None:
    """Small titles in capitals above their values."""
    for title, value in fields:
        pen.write(title.upper(), size=6)
        pen.write(value)
        pen.y -= 3


def in_cells(pen: Pen, fields: Fields) -> None:
    """A ruled row of cells, each with a title over its value, and the last one below them, across the card."""
    *several, last = fields
    width, top = pen.width / len(several), pen.y
    pens = [Pen(pen.canvas, pen.x + at * width, top - 3, width - 6) for at in range(len(several))]
    for one, (title, value) in zip(pens, several, strict=True):
        one.write(title, bold=True, size=7)
        one.write(value)
    foot = min(one.y for one in pens) - 4
    if pen.canvas:
        for y in (top, foot):
            pen.canvas.line(pen.x - 9, y, pen.x + pen.width + 6, y)
        for one in pens[1:]:
            pen.canvas.line(one.x - 4, top, one.x - 4, foot)
    pen.y = foot - 3
    stacked(pen, [last])


def divided(pen: Pen, fields: Fields) -> None:
    """Titles above their values, and a rule between them and the last one at their right."""
    top = pen.y
    above(pen, fields)
    if pen.canvas:
        pen.canvas.line(pen.x + 0.32 * pen.width, top + 5, pen.x + 0.32 * pen.width, pen.y - 5)


def at_the_right(pen: Pen, fields: Fields) -> None:
    """Titles above their values in a column to the right of the last one."""
    left, right = pen.column(0, 0.62), pen.column(0.66, 0.34)
    for at, (title, value) in enumerate(fields):
        into = left if at == len(fields) - 1 else right
        into.write(title, bold=True, size=7)
        into.write(value)
        into.y -= 3
    pen.y = min(left.y, right.y)


def framed(canvas: Canvas, *box: float) -> None:
    """A frame, its head coloured."""
    x, y, width, height, head = box
    canvas.setFillColor(_TEAL)
    canvas.rect(x, y + height - head, width, head, stroke=0, fill=1)
    canvas.setStrokeColor(_TEAL)
    canvas.rect(x, y, width, height)


def ruled(canvas: Canvas, *box: float) -> None:
    """A frame, and a rule below its head."""
    x, y, width, height, head = box
    canvas.rect(x, y, width, height)
    canvas.line(x, y + height - head, x + width, y + height - head)


def rounded(canvas: Canvas, *box: float) -> None:
    """A frame with round corners."""
    x, y, width, height, _ = box
    canvas.roundRect(x, y, width, height, 8)


def dashed(canvas: Canvas, *box: float) -> None:
    """A dashed frame with round corners."""
    canvas.setDash(3, 2)
    rounded(canvas, *box)
    canvas.setDash()


def shaded(canvas: Canvas, *box: float) -> None:
    """A colour behind the card, and no frame."""
    x, y, width, height, _ = box
    canvas.setFillColor(_PALE)
    canvas.rect(x, y, width, height, stroke=0, fill=1)


def bordered(canvas: Canvas, *box: float) -> None:
    """A frame, its head coloured, on a page with a border."""
    framed(canvas, *box)
    canvas.rect(20, 20, 802, 555)


def raised(canvas: Canvas, *box: float) -> None:
    """A white card with round corners, on a page that is grey."""
    x, y, width, height, _ = box
    canvas.setFillGray(1)
    canvas.roundRect(x, y, width, height, 6, stroke=0, fill=1)


def below_bar(canvas: Canvas, *box: float) -> None:
    """A coloured bar behind the head, and nothing else."""
    x, y, width, height, head = box
    canvas.setFillColor(_TEAL)
    canvas.rect(x, y + height - head, width, head, stroke=0, fill=1)


def below_head(canvas: Canvas, *box: float) -> None:
    """A frame below the head."""
    x, y, width, height, head = box
    canvas.rect(x, y, width, height - head)


def coloured_below_head(canvas: Canvas, *box: float) -> None:
    """A colour behind all but the head."""
    x, y, width, height, head = box
    canvas.setFillColor(_PALE)
    canvas.rect(x, y, width, height - head, stroke=0, fill=1)


def below_rule(canvas: Canvas, *box: float) -> None:
    """A rule over the card, and nothing else."""
    x, y, width, height, _ = box
    canvas.line(x, y + height, x + width, y + height)


def beside_bar(canvas: Canvas, *box: float) -> None:
    """A thin coloured bar to the left of the card, and nothing else."""
    x, y, _, height, _ = box
    canvas.setFillColor(_TEAL)
    canvas.rect(x, y, 3, height, stroke=0, fill=1)


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

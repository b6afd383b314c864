"""Ways in which cards are outlined: frames, colours, bars and rules; each is given left, foot, width, height, head."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

_TEAL, _PALE = HexColor("#205c66"), HexColor("#eaf2f4")


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

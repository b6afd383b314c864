"""Bullets and boxes that are drawn as paths, as browsers do, are read as the signs that they stand for."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.colors import blue, grey, red, white
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document, Line, Source
from extract.reading.pdf import read_pdf
from extract.text import join_lines

SOURCE = Source("drawn.pdf", "0" * 64, "application/pdf")
Draw = Callable[[Canvas], None]


def read(draw: Draw) -> Document:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return read_pdf(file.getvalue(), SOURCE)


def lines(document: Document) -> list[Line]:
    found: list[Line] = []
    for block in document.blocks:
        found += [block] if isinstance(block, Line) else [x for r in block.rows for c in r.cells for x in c.lines]
    assert sum(page.characters for page in document.pages) == sum(len("".join(x.text.split())) for x in found)
    return found


def disc(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x, y, 1.8, stroke=0, fill=1)


def circle(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x, y, 2)


def square(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 1.8, y - 1.8, 3.6, 3.6, stroke=0, fill=1)


def twice(canvas: Canvas, x: float, y: float) -> None:
    disc(canvas, x, y)
    circle(canvas, x, y)


@pytest.mark.parametrize("sign", [disc, circle, square, twice])
@pytest.mark.parametrize("framed", [False, True])
def test_drawn_bullets_divide_a_list(sign: Callable[[Canvas, float, float], None], *, framed: bool) -> None:
    def page(canvas: Canvas) -> None:
        for k, text in enumerate(("We will train", "staff in every team", "We will report")):
            canvas.drawString(70, 700 - 12 * k, text)
        for k in (0, 2):
            sign(canvas, 60, 703.5 - 12 * k)
        if framed:
            canvas.grid((50, 300, 500), (660, 720))

    found = lines(read(page))
    assert [line.text for line in found] == ["• We will train", "staff in every team", "• We will report"]
    assert join_lines(found).text == "• We will train staff in every team\n• We will report"


def no_lists(canvas: Canvas) -> None:
    for k in range(40):
        square(canvas, 300 + 4 * k, 703.5)  # a leader of dots
        square(canvas, 60, 740 - 4 * k)  # a dotted rule
    disc(canvas, 124, 653.5)  # a point within a line
    disc(canvas, 64, 623.5)  # not level with the text


def test_other_dots_are_no_bullets() -> None:
    def page(canvas: Canvas) -> None:
        no_lists(canvas)
        canvas.drawString(70, 700, "Agreed")
        canvas.drawString(462, 700, "12")
        canvas.drawString(70, 650, "before it")
        canvas.drawString(130, 650, "after it")
        canvas.drawString(70, 612, "below it")

    assert not [line.text for line in lines(read(page)) if "•" in line.text]


def empty(canvas: Canvas, x: float) -> None:
    canvas.setStrokeColor(grey)
    canvas.setFillColor(white)
    canvas.roundRect(x, 700, 9.5, 9.5, 2, stroke=0, fill=1)
    canvas.roundRect(x - 0.3, 699.7, 10.1, 10.1, 2)


def checked(canvas: Canvas, x: float) -> None:
    """As Chromium draws it: a filled square, and a white tick in it."""
    canvas.setFillColor(blue)
    canvas.roundRect(x, 700, 9.5, 9.5, 2, stroke=0, fill=1)
    path = canvas.beginPath()
    path.moveTo(x + 1, 705)
    path.lineTo(x + 4, 702)
    path.lineTo(x + 8.5, 708)
    canvas.setStrokeColor(white)
    canvas.drawPath(path)


def crossed(canvas: Canvas, x: float) -> None:
    canvas.rect(x, 700, 9.5, 9.5)
    canvas.line(x + 1, 701, x + 8.5, 708.5)
    canvas.line(x + 1, 708.5, x + 8.5, 701)


def chosen(canvas: Canvas, x: float) -> None:
    """A round button with a dot in it."""
    canvas.circle(x + 4.75, 704.75, 4.75)
    canvas.circle(x + 4.75, 704.75, 2.8, stroke=0, fill=1)


def status(canvas: Canvas, x: float) -> None:
    """The colour of a rating, which is no box to be ticked."""
    canvas.setFillColor(red)
    canvas.rect(x, 700, 9.5, 9.5, fill=1)


BOXES = [(empty, "☐"), (checked, "☒"), (crossed, "☒"), (chosen, "☒"), (status, "")]


@pytest.mark.parametrize(("box", "sign"), BOXES)
def test_boxes_before_their_words(box: Callable[[Canvas, float], None], sign: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(75, 701, "Accepted")
        box(canvas, 60)

    assert [line.text for line in lines(read(page))] == [f"{sign} Accepted".strip()]


@pytest.mark.parametrize(("box", "sign"), BOXES)
def test_boxes_alone_in_a_cell(box: Callable[[Canvas, float], None], sign: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid((50, 100, 300), (690, 720, 750))
        canvas.drawString(110, 701, "That signs be put up")
        box(canvas, 70)

    assert [line.text for line in lines(read(page))] == [*([sign] if sign else []), "That signs be put up"]


def test_what_is_written_in_a_box_stands_for_itself() -> None:
    def page(canvas: Canvas) -> None:
        empty(canvas, 60)
        canvas.setFillColor(grey)
        canvas.drawString(61.5, 701, "X")
        canvas.drawString(75, 701, "Accepted")

    assert [line.text for line in lines(read(page))] == ["X Accepted"]

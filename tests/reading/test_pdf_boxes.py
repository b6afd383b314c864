"""Boxes on the pages of a PDF that are no tables, and the parts of lines in cells."""

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document, Line, Source, Table
from extract.reading.pdf import read_pdf


def _document(draw: Callable[[Canvas], None], pages: int = 1) -> Document:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(600, 800), invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(60, 690, f"The words on page {number} stand by themselves")
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read_pdf(held.getvalue(), Source("made.pdf", "0" * 64, "application/pdf"))


def _boxes(draw: Callable[[Canvas], None]) -> list[tuple[int, ...]]:
    return [tuple(round(side) for side in box) for box in _document(draw).pages[0].boxes]


def _white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.rect(100, 500, 200, 100, stroke=0, fill=1)


def _dashed(canvas: Canvas) -> None:
    canvas.setDash(3, 2)
    canvas.rect(100, 500, 200, 100)


def _filled(canvas: Canvas) -> None:
    canvas.setFillGray(0.9)
    canvas.rect(100, 500, 200, 100, stroke=0, fill=1)


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.rect(100, 500, 200, 100),
        lambda canvas: canvas.roundRect(100, 500, 200, 100, 8),
        lambda canvas: canvas.roundRect(100, 500, 200, 100, 8, stroke=0, fill=1),
        _filled,
        _dashed,
        _white,
    ],
    ids=["frame", "round frame", "round area", "area", "dashed frame", "white area"],
)
def test_a_box_is_told_once(draw: Callable[[Canvas], None]) -> None:
    (box,) = _boxes(draw)
    assert all(abs(side - wanted) <= 1 for side, wanted in zip(box, (100, 200, 300, 300), strict=True))


def test_a_bar_beside_text_is_told() -> None:
    (box,) = _boxes(lambda canvas: canvas.rect(100, 500, 3, 100, stroke=0, fill=1))
    assert (box[1], box[3]) == (200, 300)
    assert box[2] - box[0] < 10


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.circle(200, 550, 50),
        lambda canvas: canvas.rect(100, 500, 9, 9),
        lambda canvas: canvas.line(100, 500, 300, 500),
        lambda canvas: canvas.grid([100, 200, 300], [500, 550, 600]),
    ],
    ids=["circle", "box to tick", "rule", "table"],
)
def test_other_drawings_are_no_boxes(draw: Callable[[Canvas], None]) -> None:
    assert _boxes(draw) == []


def test_a_drawing_of_very_many_boxes_has_none() -> None:
    def chart(canvas: Canvas) -> None:
        for at in range(500):
            canvas.roundRect(10 + at % 10 * 58, 10 + at // 10 * 15, 48, 10, 3)

    assert _boxes(chart) == []


def test_a_line_in_a_cell_keeps_the_parts_that_gaps_divide() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 500], [500, 550, 600])
        canvas.drawString(70, 580, "Owner")
        canvas.drawString(200, 580, "Target date")
        canvas.drawString(70, 520, "One part only")

    (table,) = [block for block in _document(draw).blocks if isinstance(block, Table)]
    divided, whole = table.lines()
    assert (divided.text, [part.text for part in divided.parts]) == ("Owner Target date", ["Owner", "Target date"])
    assert (whole.text, whole.parts) == ("One part only", ())


@pytest.mark.parametrize(("height", "kept"), [(200, True), (20, False), (760, False)])
def test_what_stands_in_a_box_that_reaches_into_the_text_is_no_running_head(height: int, *, kept: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 785 - height, 300, height)
        canvas.drawString(60, 770, "Response of the Cabinet")

    document = _document(draw, pages=2)
    texts = [block.text for block in document.blocks if isinstance(block, Line)]
    assert ("Response of the Cabinet" in texts) is kept

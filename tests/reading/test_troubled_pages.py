"""Pages that are turned, cropped, stamped, or hold what nobody sees: the rows are read as if they were not."""

from collections.abc import Callable
from functools import partial

import pytest
from pypdfium2 import PdfDocument, raw
from reportlab.lib.colors import Color, black, red, white
from reportlab.pdfgen.canvas import Canvas

from tests.reading.troubled import (
    A4,
    ROWS,
    SIDEWAYS,
    TITLES,
    Draw,
    aside,
    drawn,
    edited,
    heading,
    read,
    rows_of,
    ruled,
    upright,
)

QUARTERS = (90, 180, 270)


def turned(document: PdfDocument, degrees: int) -> None:
    for page in document:
        page.set_rotation(degrees)


def landscape(canvas: Canvas, degrees: int) -> None:
    """A wide page that stands turned by so much on its sheet."""
    canvas.translate(*{90: (595, 0), 180: (842, 595), 270: (0, 842)}[degrees])
    canvas.rotate(degrees)
    heading(canvas, (50, 540))
    ruled(canvas, at=(50, 520), width=740)


@pytest.mark.parametrize("degrees", QUARTERS)
def test_a_rotated_page(degrees: int) -> None:
    assert rows_of(read(edited(drawn(upright), partial(turned, degrees=degrees)))) == ROWS


@pytest.mark.parametrize("degrees", QUARTERS)
@pytest.mark.parametrize("shown_upright", [True, False])
def test_a_page_whose_text_is_turned_by_its_matrix(degrees: int, *, shown_upright: bool) -> None:
    data = drawn(partial(landscape, degrees=degrees), size=SIDEWAYS if degrees == 180 else A4)
    data = edited(data, partial(turned, degrees=degrees)) if shown_upright else data
    assert rows_of(read(data)) == ROWS


def test_portrait_and_landscape_pages_in_one_table() -> None:
    def wide(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        ruled(canvas, ROWS[2:], (50, 520), 740)

    data = drawn(lambda canvas: ruled(canvas, ROWS[:2]), wide)
    assert rows_of(read(edited(data, lambda document: document[1].set_rotation(90)))) == ROWS


def test_a_table_that_stands_sideways_between_upright_headers() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(270, 20, "Page 1 of 3")
        canvas.drawString(50, 820, "Cabinet, 3 June 2024")
        canvas.translate(570, 30)
        canvas.rotate(90)
        ruled(canvas, at=(20, 500), width=740)

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert sorted(aside(document)) == ["Cabinet, 3 June 2024", "Page 1 of 3"]


@pytest.mark.parametrize("lines", [1, 2])
def test_titles_of_columns_that_run_upwards(lines: int) -> None:
    def page(canvas: Canvas) -> None:
        heading(canvas)
        ruled(canvas, (("<br/>" * 8 + "&nbsp;",) * 6, *ROWS), titles=())
        x = 50.0
        for width, title in zip((0.06, 0.24, 0.1, 0.34, 0.14, 0.12), TITLES, strict=True):
            for k, line in enumerate(title.split(" ", lines - 1)):
                canvas.saveState()
                canvas.translate(x + 12 + 11 * k, 650)
                canvas.rotate(90)
                canvas.setFont("Helvetica-Bold", 9)
                canvas.drawString(0, 0, line)
                canvas.restoreState()
            x += width * 495

    assert rows_of(read(drawn(page))) == ROWS


def test_what_lies_outside_of_the_crop_is_not_read() -> None:
    def page(canvas: Canvas) -> None:
        upright(canvas)
        canvas.drawString(10, 820, "CROP MARK")
        canvas.drawString(60, 8, "printer: file 9934, 12/3/2024")

    document = read(edited(drawn(page), lambda document: document[0].set_cropbox(40, 30, 560, 800)))
    assert rows_of(document) == ROWS
    assert "CROP MARK" not in str(document)


def test_the_other_half_of_a_spread_is_not_read() -> None:
    others = tuple(("9", *row[1:]) for row in ROWS)

    def page(canvas: Canvas) -> None:
        ruled(canvas, others, (30, 560), 500)
        ruled(canvas, ROWS, (590, 560), 500)

    data = drawn(page, size=(1120, 595))
    assert rows_of(read(edited(data, lambda document: document[0].set_cropbox(560, 0, 1120, 595)))) == ROWS


def test_a_shifted_page() -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(-200, 300)
        upright(canvas)

    data = edited(drawn(page), lambda document: document[0].set_mediabox(-200, 300, 395, 1142))
    assert rows_of(read(data)) == ROWS


def test_a_page_in_larger_units() -> None:
    def page(canvas: Canvas) -> None:
        canvas.scale(0.5, 0.5)
        upright(canvas)

    data = drawn(page, size=(297.5, 421)).replace(b"/Type /Page\n", b"/UserUnit 2 /Type /Page\n")
    assert b"UserUnit" in data
    assert rows_of(read(data)) == ROWS


def stamp(canvas: Canvas, text: str, colour: Color, angle: float = 0, size: float = 80) -> None:
    canvas.saveState()
    canvas.setFillColor(colour)
    canvas.setFont("Helvetica-Bold", size)
    canvas.translate(90, 610)
    canvas.rotate(angle)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def outlined(canvas: Canvas) -> None:
    text = canvas.beginText(90, 610)
    text.setFont("Helvetica-Bold", 80)
    text.setTextRenderMode(raw.FPDF_TEXTRENDERMODE_STROKE)
    text.textOut("DRAFT")
    canvas.saveState()
    canvas.drawText(text)
    canvas.restoreState()


GREY, GLASS = Color(0.85, 0.85, 0.85), Color(0, 0, 0, alpha=0.15)
WATERMARKS: dict[str, Draw] = {
    "aslant": lambda canvas: stamp(canvas, "DRAFT", GREY, 40),
    "level": lambda canvas: stamp(canvas, "DRAFT", GREY),
    "upwards": lambda canvas: stamp(canvas, "DRAFT", GREY, 90, 40),
    "transparent": lambda canvas: stamp(canvas, "DRAFT", GLASS),
    "dark": lambda canvas: stamp(canvas, "DRAFT", black),
    "red stamp": lambda canvas: stamp(canvas, "DRAFT", red, 12, 16),
    "outlined": outlined,
}


@pytest.mark.parametrize("mark", WATERMARKS.values(), ids=WATERMARKS.keys())
@pytest.mark.parametrize("behind", [True, False])
def test_a_watermark_is_no_part_of_a_row(mark: Draw, *, behind: bool) -> None:
    def page(canvas: Canvas) -> None:
        for draw in (mark, upright) if behind else (upright, mark):
            draw(canvas)

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert aside(document) == ["DRAFT"]


def test_a_large_title_is_no_watermark() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(50, 780, "School Travel")
        ruled(canvas)

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert aside(document) == []


def unseen(canvas: Canvas, x: float, y: float, text: str) -> None:
    written = canvas.beginText(x, y)
    written.setTextRenderMode(raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    written.textOut(text)
    canvas.saveState()
    canvas.drawText(written)
    canvas.restoreState()


def in_white(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.saveState()
    canvas.setFillColor(white)
    canvas.drawString(x, y, text)
    canvas.restoreState()


def tiny(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.setFont("Helvetica", 0.01)
    canvas.drawString(x, y, text)


def blacked_out(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.drawString(x, y, text)
    canvas.rect(x - 2, y - 3, 300, 14, stroke=0, fill=1)


@pytest.mark.parametrize("write", [unseen, in_white, tiny, blacked_out])
def test_what_cannot_be_seen_is_not_read(write: Callable[[Canvas, float, float, str], None]) -> None:
    def page(canvas: Canvas) -> None:
        upright(canvas)
        write(canvas, 60, 400, "Recommendation 9: an older wording")

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert "older" not in str(document.blocks)
    assert [(notice.code, notice.page) for notice in document.notices] == [("hidden_text", 1)]


@pytest.mark.parametrize("write", [unseen, in_white])
def test_what_cannot_be_seen_in_a_cell_is_not_read(write: Callable[[Canvas, float, float, str], None]) -> None:
    def page(canvas: Canvas) -> None:
        upright(canvas)
        write(canvas, 201, 700, "Reject")

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert "“Reject”" in document.notices[0].message


def test_what_lies_behind_a_picture_of_it_is_read() -> None:
    """As recognition leaves it: letters without ink under the picture of a page."""

    def page(canvas: Canvas) -> None:
        for k in range(6):
            unseen(canvas, 50, 700 - 20 * k, f"Recommendation {k}: recognised")

    assert "Recommendation 5: recognised" in str(read(drawn(page)).blocks)


def test_white_letters_on_a_dark_ground_are_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(40, 690, 300, 30, stroke=0, fill=1)
        in_white(canvas, 50, 700, "Response of the Cabinet")
        canvas.drawString(50, 600, "Agreed")

    document = read(drawn(page))
    assert [block.text for block in document.blocks if hasattr(block, "text")] == ["Response of the Cabinet", "Agreed"]
    assert document.notices == ()


@pytest.mark.parametrize("shift", [0.0, 0.35, 1.0])
def test_a_page_that_is_printed_twice_is_read_once(shift: float) -> None:
    def page(canvas: Canvas) -> None:
        upright(canvas)
        canvas.translate(shift, -shift / 2)
        upright(canvas)

    assert rows_of(read(drawn(page))) == ROWS


HEADERS = ("Overview and Scrutiny Committee - 12 March 2024", "Response of Cllr Ann Example, Leader of the Council")


@pytest.mark.parametrize("alternating", [False, True])
@pytest.mark.parametrize("classified_on", [(), (0, 3), (0, 1, 2, 3)])
def test_running_headers_and_footers(classified_on: tuple[int, ...], *, alternating: bool) -> None:
    def page(canvas: Canvas, number: int) -> None:
        canvas.drawString(50, 815, HEADERS[number % 2 if alternating else 0])
        canvas.drawRightString(545, 25, f"Page {number + 1} of 142")
        if number in classified_on:
            canvas.drawString(50, 25, "OFFICIAL")
        ruled(canvas, ROWS[number : number + 1], (50, 790))

    document = read(drawn(*(partial(page, number=number) for number in range(4))))
    assert rows_of(document) == ROWS
    assert len(document.furniture) == 8 + len(classified_on)


def test_a_stamped_box_above_the_table() -> None:
    def page(canvas: Canvas, number: int) -> None:
        canvas.rect(450, 795, 100, 22)
        canvas.drawString(458, 801, "APPENDIX A")
        ruled(canvas, ROWS[2 * number : 2 * number + 2])

    assert rows_of(read(drawn(*(partial(page, number=number) for number in range(2))))) == ROWS

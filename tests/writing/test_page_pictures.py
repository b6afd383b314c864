"""Pictures of pages: every line is drawn by what it was read as, where it stands on the page."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extract.document import Box, Cell, Document, Line, Page, Row, Source, Table
from extract.flow import Wishes, read_result
from extract.layouts.entries import Entry, Explanation, Filled
from extract.reading.formats import read_bytes
from extract.reading.pdf.pictures import read_pictures
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole
from extract.writing.page_pictures.marks import Mark, find_marks

TITLE = Line("Response", box=Box(10, 5, 60, 15))
ASKED = Line("That A be done.", box=Box(10, 20, 90, 30))
ANSWER = Line("Agreed.", 2, box=Box(100, 20, 140, 30))
LEFT = Line("Left over", box=Box(10, 50, 60, 60))
FOOT = Line("Page 1", box=Box(10, 90, 60, 99))


def _document(*lines: Line) -> Document:
    cell = Cell((ASKED,), 0, box=Box(8, 18, 95, 35))
    table = Table((Row((cell,)),), 1)
    pages = (Page(1, 100, 100, 30, (Box(0, 40, 100, 41),)), Page(2, 100, 100, 10))
    return Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", (*lines, table), pages, (FOOT,))


def test_each_line_is_drawn_once_by_what_it_was_read_as() -> None:
    cells = (
        Filled(ColumnRole.RECOMMENDATION, "", join_lines([ASKED])),
        Filled(ColumnRole.RESPONSE, "", join_lines([ANSWER])),
    )
    explanation = Explanation((Entry("4", None, None, cells, join_lines([ASKED])),), 0, lines=(ASKED, ANSWER))
    marks = find_marks(_document(TITLE, LEFT), explanation, [LEFT])
    assert list(marks.on(1)) == [
        Mark("rule", Box(0, 40, 100, 41)),
        Mark("grid", Box(8, 18, 95, 35)),
        Mark("title", TITLE.box or Box(0, 0, 0, 0)),
        Mark("recommendation", ASKED.box or Box(0, 0, 0, 0)),
        Mark("furniture", FOOT.box or Box(0, 0, 0, 0)),
        Mark("unexplained", LEFT.box or Box(0, 0, 0, 0)),
        Mark("row", Box(8, 18, 92, 32), "4"),
    ]
    assert [mark.kind for mark in marks.on(2)] == ["response", "row"]
    assert marks.pages_with_rows == {1, 2}


def _pdf(rotation: int = 0) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 340), invariant=1)
    canvas.setPageRotation(rotation)
    canvas.drawString(50, 250, "Response to the Parks Review")
    canvas.drawString(50, 200, "Recommendation 1: That the Council plants trees.")
    canvas.drawString(50, 180, "Response: Agreed. We will plant ten trees.")
    canvas.drawString(50, 60, "A line about something else altogether")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_picture_shows_the_words_where_they_were_read(rotation: int) -> None:
    data = _pdf(rotation)
    page, *_ = read_bytes(data, "parks.pdf").pages
    ((number, picture),) = read_pictures(data, [1], 1.0)
    ink = picture.convert("L").point(lambda shade: 255 if shade < 128 else 0).getbbox()
    boxes = [block.box for block in read_bytes(data, "parks.pdf").blocks if isinstance(block, Line) and block.box]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    assert (number, picture.size) == (1, (page.width, page.height))
    assert ink == pytest.approx((min(lefts), min(tops), max(rights), max(bottoms)), abs=6)


def test_pictures_are_written_where_they_are_asked_for_and_show_what_is_left_over(tmp_path: Path) -> None:
    file = tmp_path / "parks.pdf"
    file.write_bytes(_pdf())
    result = read_result(file.read_bytes(), file.name, Wishes(debug_pages=tmp_path / "pages"))
    with Image.open(tmp_path / "pages" / result.document_id / "page-001.png") as picture:
        assert picture.width == 600
        colours = picture.convert("RGB").getcolors(1 << 20) or []
    reddish = sum(count for count, (red, green, blue) in colours if red - max(green, blue) > 60)  # type: ignore[misc]
    assert reddish > 200


def test_no_picture_is_written_unasked_or_of_what_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Recommendation 1: That A be done.\nResponse: Agreed.\n", encoding="utf-8")
    read_result((tmp_path / "a.txt").read_bytes(), "a.txt", Wishes(debug_pages=tmp_path / "pages"))
    (tmp_path / "parks.pdf").write_bytes(_pdf())
    read_result(_pdf(), "parks.pdf")
    assert not (tmp_path / "pages").exists()

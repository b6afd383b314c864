"""PDF files drawn for the purpose, in the many ways that tables are drawn, read back; pdfplumber is the oracle."""

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO

import pdfplumber
import pytest
from pypdfium2 import PdfDocument, PdfiumError
from reportlab.lib.colors import Color, black, darkblue, lightgrey, white
from reportlab.pdfgen.canvas import Canvas

from extract.document import Block, Document, Line, Source, Table
from extract.errors import DamagedFileError, NoTextError, ProtectedFileError
from extract.reading import pdf as reading
from extract.reading.pdf import read_pdf

WIDTH, HEIGHT = 595.0, 842.0
XS = (50.0, 150.0, 300.0, 545.0)
YS = (700.0, 670.0, 600.0, 540.0)
WORDS = (
    ("No", "Recommendation", "Response"),
    ("1", "That the Council publish\nits plan by June", "Agreed. We will publish it."),
    ("2", "That signs be put up", "Not agreed"),
)
SOURCE = Source("drawn.pdf", "0" * 64, "application/pdf")
Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def rotated_by(degrees: int, data: bytes) -> bytes:
    document, file = PdfDocument(data), BytesIO()
    document[0].set_rotation(degrees)
    document.save(file)
    document.close()
    return file.getvalue()


def write(canvas: Canvas, x: float, y: float, text: str) -> None:
    for k, line in enumerate(text.split("\n")):
        canvas.drawString(x, y - 12 * k, line)


def write_words(canvas: Canvas) -> None:
    for top, row in zip(YS, WORDS, strict=False):
        for left, text in zip(XS, row, strict=False):
            write(canvas, left + 5, top - 14, text)


def lines(canvas: Canvas) -> None:
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])


def thin_rectangles(canvas: Canvas) -> None:
    for y in YS:
        canvas.rect(XS[0], y, XS[-1] - XS[0], 0.5, stroke=0, fill=1)
    for x in XS:
        canvas.rect(x, YS[-1], 0.5, YS[0] - YS[-1], stroke=0, fill=1)


def cell_frames(canvas: Canvas) -> None:
    for top, bottom in itertools.pairwise(YS):
        for left, right in itertools.pairwise(XS):
            canvas.rect(left, bottom, right - left, top - bottom)


def short_pieces(canvas: Canvas) -> None:
    """Every side of every cell by itself, as Word draws them."""
    for y in YS:
        for left, right in itertools.pairwise(XS):
            canvas.rect(left + 0.5, y, right - left - 0.5, 0.5, stroke=0, fill=1)
    for x in XS:
        for top, bottom in itertools.pairwise(YS):
            canvas.rect(x, bottom, 0.5, top - bottom - 0.5, stroke=0, fill=1)


def double_rules(canvas: Canvas) -> None:
    for shift in (-0.9, 0.9):
        for y in YS:
            canvas.line(XS[0], y + shift, XS[-1], y + shift)
        for x in XS:
            canvas.line(x + shift, YS[0], x + shift, YS[-1])


def one_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for y in YS:
        path.moveTo(XS[0], y)
        path.lineTo(XS[-1], y)
    for x in XS:
        path.moveTo(x, YS[0])
        path.lineTo(x, YS[-1])
    canvas.drawPath(path)


def dashes(canvas: Canvas) -> None:
    for y in YS:
        for k in range(int(XS[-1] - XS[0]) // 5):
            canvas.line(XS[0] + 5 * k, y, XS[0] + 5 * k + 3, y)
    for x in XS:
        for k in range(int(YS[0] - YS[-1]) // 5):
            canvas.line(x, YS[-1] + 5 * k, x, YS[-1] + 5 * k + 3)


def dark_header(canvas: Canvas) -> None:
    canvas.setFillColor(darkblue)
    canvas.rect(XS[0], YS[1], XS[-1] - XS[0], YS[0] - YS[1], stroke=0, fill=1)
    canvas.setFillColor(lightgrey)
    canvas.rect(XS[0], YS[3], XS[-1] - XS[0], YS[2] - YS[3], stroke=0, fill=1)
    canvas.setFillColor(white)
    lines(canvas)


def no_sides(canvas: Canvas) -> None:
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        canvas.line(x, YS[0], x, YS[-1])


def in_a_form(canvas: Canvas) -> None:
    """Drawn at half the size in another place, and brought back by the form's matrix."""
    canvas.beginForm("table")
    canvas.saveState()
    canvas.scale(0.5, 0.5)
    canvas.translate(-100, -40)
    lines(canvas)
    canvas.restoreState()
    canvas.endForm()
    canvas.saveState()
    canvas.translate(100, 40)
    canvas.scale(2, 2)
    canvas.doForm("table")
    canvas.restoreState()


WAYS: tuple[Draw, ...] = (
    lines,
    thin_rectangles,
    cell_frames,
    short_pieces,
    double_rules,
    one_path,
    dashes,
    dark_header,
    no_sides,
    in_a_form,
)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    return [
        line
        for block in blocks
        for line in ((block,) if isinstance(block, Line) else [x for r in block.rows for c in r.cells for x in c.lines])
    ]


def assert_covered(document: Document) -> None:
    """Every character of a page is in exactly one line of a block, a cell or the furniture."""
    for page in document.pages:
        own = [line for line in (*lines_of(document.blocks), *document.furniture) if line.page == page.number]
        assert sum(len("".join(line.text.split())) for line in own) == page.characters


@pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.__name__))
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("rotated", [True, False], ids=["page", "contents"])
def test_a_table_is_read_however_it_is_drawn(way: Draw, turned: int, *, rotated: bool) -> None:
    """What is drawn is turned on the page, and the page is turned back to show it upright, or is not."""

    def page(canvas: Canvas) -> None:
        canvas.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (HEIGHT, HEIGHT), 270: (0, HEIGHT)}[turned])
        canvas.rotate(turned)
        way(canvas)
        canvas.setFillColor(black)
        write_words(canvas)

    data = drawn(page, size=(HEIGHT, HEIGHT))
    document = read_pdf(rotated_by(turned, data) if rotated else data, SOURCE)
    (table,) = tables(document)
    assert texts(table) == WORDS
    assert table.columns == 3
    assert len(table.edges) == 4
    assert_covered(document)


@pytest.mark.parametrize("way", [lines, thin_rectangles, cell_frames, short_pieces, one_path])
def test_cells_are_those_of_pdfplumber(way: Draw) -> None:
    def page(canvas: Canvas) -> None:
        way(canvas)
        write_words(canvas)

    data = drawn(page)
    with pdfplumber.open(BytesIO(data)) as document:
        (expected,) = document.pages[0].extract_tables()
    (table,) = tables(read_pdf(data, SOURCE))
    assert [list(row) for row in texts(table)] == expected


def shaded(canvas: Canvas, rows: Sequence[int]) -> None:
    canvas.setFillColor(lightgrey)
    for row in rows:
        for left, right in itertools.pairwise(XS):
            canvas.rect(left, YS[row + 1], right - left, YS[row] - YS[row + 1], stroke=0, fill=1)
    canvas.setFillColor(black)


@pytest.mark.parametrize("rows", [(0, 2), (0, 1), (0, 1, 2)])
def test_shaded_rows_without_rules_are_a_table(rows: Sequence[int]) -> None:
    """Rows that are not shaded lie between two that are, or follow the last one closely."""

    def page(canvas: Canvas) -> None:
        shaded(canvas, rows)
        write_words(canvas)
        write(canvas, 50, 440, "A paragraph below the table that runs across all of its columns")

    document = read_pdf(drawn(page), SOURCE)
    (table,) = tables(document)
    assert texts(table) == WORDS
    assert_covered(document)


def test_one_shaded_row_is_a_table_only_where_its_columns_are_known() -> None:
    def header(canvas: Canvas) -> None:
        shaded(canvas, (0,))
        for left, text in zip(XS, WORDS[0], strict=False):
            write(canvas, left + 5, YS[0] - 14, text)

    def page(canvas: Canvas) -> None:
        shaded(canvas, (0, 2))
        write_words(canvas)

    assert [texts(table) for table in tables(read_pdf(drawn(header), SOURCE))] == []
    assert [texts(table) for table in tables(read_pdf(drawn(page, header), SOURCE))] == [WORDS, WORDS[:1]]


def test_spans() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(50, 500, 300, 200)
        canvas.line(50, 600, 350, 600)
        canvas.line(150, 500, 150, 600)
        canvas.line(150, 550, 350, 550)
        write(canvas, 60, 680, "Proposed response")
        write(canvas, 60, 580, "1")
        write(canvas, 160, 580, "first")
        write(canvas, 160, 530, "second")

    (table,) = tables(read_pdf(drawn(page), SOURCE))
    found = [[(c.text, c.column, c.column_span, c.row_span) for c in row.cells] for row in table.rows]
    assert found == [
        [("Proposed response", 0, 2, 1)],
        [("1", 0, 1, 2), ("first", 1, 1, 1)],
        [("second", 1, 1, 1)],
    ]


def test_cells_open_at_a_page_break_are_closed() -> None:
    def first(canvas: Canvas) -> None:
        for y in YS[:2]:
            canvas.line(XS[0], y, XS[-1], y)
        for x in XS:
            canvas.line(x, YS[0], x, 40)
        write_words(canvas)

    def second(canvas: Canvas) -> None:
        canvas.line(XS[0], 700, XS[-1], 700)
        for x in XS:
            canvas.line(x, 800, x, 700)
        write(canvas, XS[2] + 5, 780, "the rest of it")

    document = read_pdf(drawn(first, second), SOURCE)
    before, after = tables(document)
    assert texts(before)[0] == WORDS[0]
    assert len(before.rows) == 2
    assert texts(after) == (("", "", "the rest of it"),)
    assert [row.page for table in (before, after) for row in table.rows] == [1, 1, 2]


def test_a_merged_cell_that_a_page_break_divides_is_open() -> None:
    """Browsers draw no rule below the part of a merged cell that ends with the page."""

    def page(canvas: Canvas, *, foot: float) -> None:
        for y in YS[:-1]:
            canvas.line(XS[0], y, XS[-1], y)
        canvas.line(foot, YS[-1], XS[-1], YS[-1])
        for x in XS:
            canvas.line(x, YS[0], x, YS[-1])
        write_words(canvas)

    for foot, expected in ((XS[1], [True, False, False]), (XS[0], [False] * 3), (XS[2], [True, True, False])):
        (table,) = tables(read_pdf(drawn(partial(page, foot=foot)), SOURCE))
        assert [cell.open for cell in table.rows[-1].cells] == expected
        assert not any(cell.open for row in table.rows[:-1] for cell in row.cells)


def test_frames_and_underlines_are_no_tables() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(20, 20, WIDTH - 40, HEIGHT - 40)
        canvas.rect(40, 690, 300, 40)
        write(canvas, 50, 710, "A paragraph in a box")
        write(canvas, 50, 600, "An underlined heading")
        canvas.line(50, 598, 150, 598)

    document = read_pdf(drawn(page), SOURCE)
    assert [line.text for line in lines_of(document.blocks)] == ["A paragraph in a box", "An underlined heading"]
    assert not tables(document)


def test_a_page_border_does_not_swallow_the_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(20, 20, WIDTH - 40, HEIGHT - 40)
        lines(canvas)
        write_words(canvas)

    (table,) = tables(read_pdf(drawn(page), SOURCE))
    assert texts(table) == WORDS


def test_gaps_hyphens_bullets_and_bold() -> None:
    def page(canvas: Canvas) -> None:
        y = 700
        for text in ("We will work with the anti-", "social behaviour team and", "with all of its partners"):
            write(canvas, 50, y, text)
            y -= 12
        y -= 8
        canvas.setFont("Helvetica-Bold", 10)
        write(canvas, 50, y, "Next steps")
        canvas.setFont("Helvetica", 10)
        write(canvas, 50, y - 12, "•")
        write(canvas, 74, y - 12, "a bullet far to the left")

    found = [b for b in read_pdf(drawn(page), SOURCE).blocks if isinstance(b, Line)]
    assert [(b.text, b.gap, b.bold, b.hyphen, b.size) for b in found] == [
        ("We will work with the anti-", False, False, True, 10),
        ("social behaviour team and", False, False, False, 10),
        ("with all of its partners", False, False, False, 10),
        ("Next steps", True, True, False, 10),
        ("• a bullet far to the left", False, False, False, 10),
    ]


def test_words_printed_twice_are_read_once() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 50, 700, "Proposed response")
        for k in range(8):
            write(canvas, 50, 600 - 20 * k, f"line {k}")
        write(canvas, 50.4, 700, "Proposed response")

    document = read_pdf(drawn(page), SOURCE)
    assert [line.text for line in lines_of(document.blocks)].count("Proposed response") == 1
    assert_covered(document)


def test_a_watermark_is_set_aside() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        write_words(canvas)
        canvas.translate(200, 560)
        canvas.rotate(40)
        canvas.setFillColor(Color(0.8, 0.8, 0.8))
        canvas.setFont("Helvetica", 60)
        write(canvas, 0, 0, "DRAFT")

    document = read_pdf(drawn(page), SOURCE)
    (table,) = tables(document)
    assert texts(table) == WORDS
    assert [line.text for line in document.furniture] == ["DRAFT"]
    assert_covered(document)


def test_a_heading_turned_upright_stays_in_its_cell() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        for left, text in zip(XS, ("1", "That signs be put up", "Not agreed"), strict=False):
            write(canvas, left + 5, YS[1] - 14, text)
            write(canvas, left + 5, YS[2] - 14, text)
        canvas.translate(XS[1] + 12, YS[1] + 2)
        canvas.rotate(90)
        write(canvas, 0, 0, "Accept")

    (table,) = tables(read_pdf(drawn(page), SOURCE))
    assert texts(table)[0] == ("", "Accept", "")


def test_a_drawing_behind_words_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid((100, 108, 117, 130), (640, 648, 660, 672))
        for y in (641, 651, 663):
            write(canvas, 80, y, "Written over a coat of arms")

    document = read_pdf(drawn(page), SOURCE)
    assert not tables(document)
    assert [line.text for line in lines_of(document.blocks)] == ["Written over a coat of arms"] * 3


def test_words_that_touch_a_rule_are_not_cut() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        write(canvas, XS[0] + 60, YS[1] - 14, "Implementation")
        write(canvas, XS[2] + 5, YS[1] - 14, "Agreed")

    (table,) = tables(read_pdf(drawn(page), SOURCE))
    assert texts(table)[1] in {("Implementation", "", "Agreed"), ("", "Implementation", "Agreed")}


def test_columns_without_rules_are_lines_of_their_own() -> None:
    document = read_pdf(drawn(write_words), SOURCE)
    assert [line.text for line in lines_of(document.blocks)][:3] == list(WORDS[0])


def test_what_is_filled_into_a_form_is_read() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 50, 700, "Response:")
        canvas.acroForm.textfield(name="response", value="Agreed in full", x=120, y=690, width=200, height=20)

    assert "Agreed in full" in [line.text for line in lines_of(read_pdf(drawn(page), SOURCE).blocks)]


def test_pages_metadata_and_notices() -> None:
    def picture(canvas: Canvas) -> None:
        canvas.drawInlineImage(_picture(), 50, 50, 100, 100)

    def page(canvas: Canvas) -> None:
        canvas.setTitle("Response to the review")
        write(canvas, 50, 700, "one two")

    document = read_pdf(drawn(page, picture), SOURCE)
    assert document.source.pages == 2
    assert [(p.number, p.width, p.height, p.characters) for p in document.pages] == [(1, 595, 842, 6), (2, 595, 842, 0)]
    assert dict(document.metadata)["title"] == "Response to the review"
    assert [(n.code, n.page) for n in document.notices] == [("page_without_text", 2)]
    with pytest.raises(NoTextError):
        read_pdf(drawn(picture), SOURCE)


def _picture() -> object:
    from PIL import Image  # noqa: PLC0415 - only this test draws one

    return Image.new("RGB", (4, 4), "grey")


def test_damaged_and_protected_files_say_so() -> None:
    with pytest.raises(DamagedFileError):
        read_pdf(b"%PDF-1.7 and no more", SOURCE)
    file = BytesIO()
    canvas = Canvas(file, encrypt="secret")
    write(canvas, 50, 700, "hidden")
    canvas.save()
    with pytest.raises(ProtectedFileError):
        read_pdf(file.getvalue(), SOURCE)


def test_a_page_that_pdfium_cannot_read_is_read_the_slow_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        write_words(canvas)

    data = drawn(page)
    usual = read_pdf(data, SOURCE)

    def fail(*asked: object) -> None:
        raise PdfiumError(str(asked))

    monkeypatch.setattr(reading, "read_sheet", fail)
    slow = read_pdf(data, SOURCE)
    assert [texts(t) for t in tables(slow)] == [texts(t) for t in tables(usual)]
    assert slow.pages == usual.pages
    assert [notice.code for notice in slow.notices] == ["read_by_fallback"]


def test_the_same_bytes_give_the_same_document() -> None:
    data = drawn(lines, write_words)
    assert read_pdf(data, SOURCE) == read_pdf(data, SOURCE)

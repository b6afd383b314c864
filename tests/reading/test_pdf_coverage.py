"""Nothing that is printed is lost, and nothing is read twice: random pages of words and rules, read back."""

from collections import Counter
from io import BytesIO

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extract.document import Block, Document, Line, Source
from extract.errors import ExtractError
from extract.reading.pdf import read_pdf

SOURCE = Source("drawn.pdf", "0" * 64, "application/pdf")
PLACES = st.tuples(st.integers(2, 25), st.integers(2, 55))
WORDS = st.lists(st.text("abcdefgXYZ019.,:-()£é", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
RULES = st.tuples(PLACES, st.integers(1, 20), st.booleans())


@settings(max_examples=40, deadline=None)
@given(
    words=st.dictionaries(PLACES, WORDS, min_size=1, max_size=25),
    rules=st.lists(RULES, max_size=25),
    angle=st.sampled_from([0, 0, 0, 90, 35]),
)
def test_every_character_is_read_once(
    words: dict[tuple[int, int], str], rules: list[tuple[tuple[int, int], int, bool]], angle: int
) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 840))
    for (x, y), length, flat in rules:
        end = (x + length, y) if flat else (x, y + length)
        canvas.line(20 * x - 3, 14 * y - 4, 20 * end[0] - 3, 14 * end[1] - 4)
    for (x, y), text in words.items():
        canvas.setFont("Helvetica", 4)
        canvas.drawString(20 * x, 14 * y, text)
    canvas.translate(300, 60)
    canvas.rotate(angle)
    canvas.drawString(0, 0, "aslant")
    canvas.save()
    document = read_pdf(file.getvalue(), SOURCE)
    printed = Counter("".join("".join(words.values()).split()) + "aslant")
    assert letters(document) == printed
    assert document.pages[0].characters == printed.total()


@settings(max_examples=40, deadline=None)
@example(cut=237, length=318, put=b"\x01]")  # a page's size that is no numbers
@given(cut=st.integers(0, 4000), length=st.integers(0, 400), put=st.binary(max_size=20))
def test_a_damaged_file_is_read_or_refused(cut: int, length: int, put: bytes) -> None:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for page in range(3):
        canvas.rect(50, 700, 100, 50)
        canvas.drawString(60, 720, f"page {page}")
        canvas.showPage()
    canvas.save()
    data = file.getvalue()
    at = cut % len(data)
    try:
        document = read_pdf(data[:at] + put + data[at + length :], SOURCE)
    except ExtractError:
        return
    assert letters(document).total() == sum(page.characters for page in document.pages)


def letters(document: Document) -> Counter[str]:
    lines = [*(line for block in document.blocks for line in lines_of(block)), *document.furniture]
    return Counter("".join("".join(line.text.split()) for line in lines))


def lines_of(block: Block) -> tuple[Line, ...]:
    return (block,) if isinstance(block, Line) else tuple(x for r in block.rows for c in r.cells for x in c.lines)

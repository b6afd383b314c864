"""Words that a narrow cell divides without a hyphen are told from words that just fit."""

from io import BytesIO

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract.document import Source, Table
from extract.reading.pdf import read_pdf
from extract.text import join_lines

SOURCE = Source("drawn.pdf", "0" * 64, "application/pdf")
PADDING = 5.0


def joined(first: str, second: str, *, elsewhere: str, room: float = 1.0) -> str:
    """Two lines of a cell that is ``room`` wider than the first, read and joined."""
    width = stringWidth(first, "Helvetica", 10) + 2 * PADDING + room
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 10)
    canvas.grid((50, 50 + width, 500), (650, 700))
    canvas.drawString(50 + PADDING, 685, first)
    canvas.drawString(50 + PADDING, 673, second)
    canvas.drawString(50 + width + PADDING, 685, elsewhere)
    canvas.save()
    (table,) = (block for block in read_pdf(file.getvalue(), SOURCE).blocks if isinstance(block, Table))
    return join_lines(table.rows[0].cells[0].lines).text


@pytest.mark.parametrize(
    ("first", "second", "elsewhere"),
    [
        ("amendmen", "t: yes", "Agreed"),
        ("Complete", "d", "It is complete."),
        ("Completio", "n date", "n/a"),
        ("considerati", "on", "We act on it."),
        ("recommend", "ation 4", "The recommendation stands."),
        ("recommendatio", "ns", "Agreed"),
    ],
)
def test_the_rest_of_a_word_is_closed_up(first: str, second: str, elsewhere: str) -> None:
    assert joined(first, second, elsewhere=elsewhere) == first + second


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "room"),
    [
        ("Maintenance", "and roads", "Parks and roads", 1.0),
        ("Partially", "accept", "Agreed", 1.0),
        ("Supported", "with changes", "Agreed", 1.0),
        ("Complete", "d) plan", "Agreed", 1.0),
        ("Agreed", "s/he will", "s/he", 1.0),
        ("amendmen", "t: yes", "Agreed", 30.0),
        ("amendmen", "T: yes", "Agreed", 1.0),
        ("an amendmen", "t: yes", "Agreed", 1.0),
    ],
)
def test_whole_words_stay_apart(first: str, second: str, elsewhere: str, room: float) -> None:
    found = joined(first, second, elsewhere=elsewhere, room=room)
    assert found.split() == f"{first} {second}".split()


def test_a_word_in_three_pieces() -> None:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Courier", 10)
    canvas.grid((50, 50 + 24 + 2 * PADDING, 500), (640, 700))
    for k, piece in enumerate(("impl", "emen", "ted.")):
        canvas.drawString(50 + PADDING, 685 - 12 * k, piece)
    canvas.drawString(90 + PADDING, 685, "All was implemented.")
    canvas.save()
    (table,) = (block for block in read_pdf(file.getvalue(), SOURCE).blocks if isinstance(block, Table))
    assert join_lines(table.rows[0].cells[0].lines).text == "implemented."

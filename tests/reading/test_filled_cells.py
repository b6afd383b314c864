"""Cells that are marked by their colour alone, in every format that tells colours."""

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document, Source, Table
from extract.reading.html import read_html
from extract.reading.pdf import read_pdf
from tests.reading.test_pdf import drawn

SOURCE = Source("a", "0" * 64, "text/html")
HEAD = "<table><tr><th>Recommendation</th><th>Accept</th><th>Amend</th><th>Reject</th></tr>"


def marked(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for b in document.blocks if isinstance(b, Table) for row in b.rows[1:]]


@pytest.mark.parametrize("colour", ['bgcolor="#00B050"', 'style="background-color: rgb(0, 176, 80)"'])
def test_the_one_coloured_blank_cell_of_a_row_is_marked(colour: str) -> None:
    rows = f"<tr><td>That it be done</td><td></td><td {colour}></td><td bgcolor='white'></td></tr></table>"
    assert marked(read_html((HEAD + rows).encode(), SOURCE)) == [["That it be done", "", "■", ""]]


@pytest.mark.parametrize(
    "row",
    [
        "<tr bgcolor='grey'><td>That it be done</td><td></td><td></td><td></td></tr>",
        "<tr><td>Done</td><td bgcolor='red'></td><td bgcolor='red'></td><td bgcolor='red'></td></tr>",
        "<tr><td bgcolor='red'>Done</td><td bgcolor='red'></td><td>x</td><td></td></tr>",
    ],
)
def test_a_shaded_row_marks_nothing(row: str) -> None:
    assert "■" not in str(marked(read_html((HEAD + row + "</table>").encode(), SOURCE)))


def test_a_filled_cell_of_a_page_is_marked() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColor(colors.green)
        canvas.rect(300, 600, 100, 50, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        canvas.grid([50, 200, 300, 400, 500], [600, 650, 700])
        for x, words in ((55, "Recommendation"), (205, "Accept"), (305, "Amend"), (405, "Reject")):
            canvas.drawString(x, 680, words)
        canvas.drawString(55, 630, "That it be done")

    assert marked(read_pdf(drawn(page), SOURCE)) == [["That it be done", "", "■", ""]]

"""Parts of a Word document that a shape puts together: paragraphs, and tables with shaded cells."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.generated.grids import Grid
from tests.generated.prose import Paragraph
from tests.reading.word import package

FILLED = "\u25a0"  # the text of a cell that is nothing but colour


def document(parts: Sequence[str]) -> bytes:
    """The bytes of a document of these parts, top to bottom."""
    return package("".join(parts))


def paragraphs(said: Sequence[Paragraph]) -> list[str]:
    """Parts for running text, a paragraph for each line."""
    return [paragraph(line, bold=each.bold) for each in said for line in each.text.split("\n")]


def paragraph(text: str, *, bold: bool = False) -> str:
    """A part for a paragraph."""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p><w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(grid: Grid, fill: str = "00B050") -> str:
    """A part for a table and the blank paragraph below it; cells that hold ``FILLED`` are painted."""
    rows = [_row(grid.titles, fill, bold=True), *(_row(cells, fill, bold=False) for cells in grid.cells)]
    columns = "<w:gridCol/>" * len(grid.titles)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"


def _row(cells: Sequence[str], fill: str, *, bold: bool) -> str:
    return f"<w:tr>{''.join(_cell(text, fill, bold=bold) for text in cells)}</w:tr>"


def _cell(text: str, fill: str, *, bold: bool) -> str:
    if text == FILLED:
        return f'<w:tc><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr><w:p/></w:tc>'
    return f"<w:tc>{''.join(paragraph(line, bold=bold) for line in text.split(chr(10)))}</w:tc>"

"""Word documents and Excel workbooks."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.generated.grids import Grid
from tests.generated.prose import Prose
from tests.reading.word import package, zipped

_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_table(title: str, cover: Sequence[str], grid: Grid) -> bytes:
    """A title, paragraphs and a table."""
    rows = [_word_row(grid.titles, bold=True)]
    for cells, theme in zip(grid.cells, grid.themes, strict=True):
        if theme:
            span = f'<w:tcPr><w:gridSpan w:val="{len(cells)}"/></w:tcPr>'
            rows.append(f"<w:tr><w:tc>{span}{_word_paragraph(theme, bold=True)}</w:tc></w:tr>")
        rows.append(_word_row(cells, bold=False))
    columns = "<w:gridCol/>" * len(grid.titles)
    table = f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    return package(_word_paragraph(title, bold=True) + "".join(map(_word_paragraph, cover)) + table)


def word_prose(title: str, cover: Sequence[str], prose: Prose) -> bytes:
    """A title and paragraphs."""
    said = [
        _word_paragraph(line, bold=paragraph.bold)
        for paragraph in prose.paragraphs
        for line in paragraph.text.split("\n")
    ]
    return package(_word_paragraph(title, bold=True) + "".join(map(_word_paragraph, cover)) + "".join(said))


def _word_row(cells: Sequence[str], *, bold: bool) -> str:
    inside = ("".join(_word_paragraph(line, bold=bold) for line in cell.split("\n")) for cell in cells)
    return "<w:tr>" + "".join(f"<w:tc>{each}</w:tc>" for each in inside) + "</w:tr>"


def _word_paragraph(text: str, *, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p><w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def workbook(title: str, grid: Grid) -> bytes:
    """One sheet: a title, a blank row, and the table."""
    rows = [_sheet_row(1, (title,)), *(_sheet_row(at, cells) for at, cells in enumerate((grid.titles, *grid.cells), 3))]
    return zipped(
        {
            "xl/workbook.xml": (
                f'<workbook {_SPACE}><sheets><sheet name="Response" sheetId="1" xmlns:r="{_KINDS}" r:id="r0"/>'
                "</sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r0" Type="{_KINDS}/worksheet" '
                'Target="sheets/0.xml"/></Relationships>'
            ),
            "xl/sheets/0.xml": f"<worksheet {_SPACE}><sheetData>{''.join(rows)}</sheetData></worksheet>",
        }
    )


def _sheet_row(number: int, cells: Sequence[str]) -> str:
    inside = (
        f'<c r="{chr(ord("A") + at)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
        for at, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}">{"".join(inside)}</row>'

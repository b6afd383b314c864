"""Word documents built for tests: the parts of the package as strings, zipped in memory."""

import io
import zipfile
from collections.abc import Mapping

from extract.document import Block, Document, Line, Source, Table
from extract.reading.docx import read_docx

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(root: str, inside: str) -> str:
    """A part of the package with this root: ``document``, ``styles``, ``numbering`` and so on."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inside}</w:{root}>'


def package(body: str, **parts: str) -> bytes:
    """A Word file with this body; other parts by their kind: ``styles``, ``numbering``, ``header`` and so on."""
    related = "".join(f'<Relationship Id="{kind}" Type="{KINDS}{kind}" Target="{kind}.xml"/>' for kind in parts)
    members = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
        **{f"word/{kind}.xml": text for kind, text in parts.items()},
    }
    return zipped(members)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these members, the same bytes whenever it is made: no member has the clock's time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def read(data: bytes) -> Document:
    """The document in the bytes."""
    return read_docx(data, Source("a.docx", "0" * 64, "application/docx"))


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    """What is read of a body."""
    return read(package(body, **parts)).blocks


def texts(body: str, **parts: str) -> list[str]:
    """The text of each line of a body, its tables' lines too."""
    found = list[str]()
    for block in blocks(body, **parts):
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else []
        found += [block.text] if isinstance(block, Line) else [line.text for cell in cells for line in cell.lines]
    return found


def table(body: str, **parts: str) -> Table:
    """The one table of a body."""
    (found,) = (block for block in blocks(body, **parts) if isinstance(block, Table))
    return found


def grid(found: Table) -> list[list[tuple[int, int, int, str]]]:
    """Column, spans and text of each cell of a table."""
    return [[(c.column, c.column_span, c.row_span, c.text) for c in row.cells] for row in found.rows]


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of these runs, or of plain words."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of these words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def tc(inside: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of a table, of cells or of plain words."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table of these rows."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"

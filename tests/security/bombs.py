"""Files made to take a reader's memory or time out of all proportion to their size."""

from collections.abc import Callable, Mapping

from tests.reading.word import SPACES, p, package, part, tbl, tc, tr, zipped
from tests.security import packed, pdfs
from tests.security.workbooks import cell, row, workbook

_HUGE = "1000000000"
_LINE = "Recommendation 1: That a plan be published."
_TITLES = row(1, "Recommendation", "Response")


def _laughs(root: str) -> str:
    """A document type whose last entity stands for a thousand million words."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "ha">{entities}]>'


def laughing_workbook() -> bytes:
    """A workbook whose cell is a thousand million words, by entities of entities."""
    return workbook(_TITLES + row(2, "&l9;", "x"), kinds=_laughs("sst"), strings="<si><t>&l9;</t></si>")


def quadratic_workbook() -> bytes:
    """A workbook whose cell is one long entity ten thousand times."""
    return workbook(_TITLES + row(2, "&l;" * 10_000), kinds=f'<!DOCTYPE x [<!ENTITY l "{"ha" * 100_000}">]>')


def quadratic_word() -> bytes:
    """A Word document whose text is one long entity ten thousand times."""
    kinds = f'<!DOCTYPE d [<!ENTITY l "{"ha" * 100_000}">]>'
    body = f"<w:body><w:p><w:r><w:t>{'&l;' * 10_000}</w:t></w:r></w:p></w:body>"
    return zipped({"word/document.xml": f"{kinds}<w:document {SPACES}>{body}</w:document>"})


def laughing_page() -> bytes:
    """A web page that declares entities of entities."""
    return f"{_laughs('html')}<html><body><p>&l9;</p><p>{_LINE}</p></body></html>".encode()


def deep_workbook() -> bytes:
    """A workbook whose cell holds elements a hundred thousand deep."""
    return workbook(f"<row><c>{'<is>' * 100_000}{'</is>' * 100_000}</c></row>")


def wide_workbook() -> bytes:
    """A workbook with a cell in each of a thousand columns and rows, and ten thousand merged cells over all of them."""
    names = [_letters(number) for number in range(1000)]
    first = f'<row r="1">{"".join(cell(f"{name}1", "x") for name in names)}</row>'
    rows = "".join(
        f'<row r="{number}">{cell(f"A{number}", "x")}{cell(f"B{number}", "y")}</row>' for number in range(2, 1000)
    )
    merged = "".join('<mergeCell ref="A1:ALL999"/>' for _ in range(10_000))
    return workbook(first + rows, after=f"<mergeCells>{merged}</mergeCells>")


def _letters(number: int) -> str:
    """The name of a column, from 0."""
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(65 + number % 26)


def repeated_string() -> bytes:
    """A workbook of fifty thousand cells, each of which shows the same hundred thousand letters."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="B{n}" t="s"><v>0</v></c></row>' for n in range(2, 25_000)
    )
    return workbook(_TITLES + rows, strings=f"<si><t>{'word ' * 20_000}</t></si>")


def long_format() -> bytes:
    """A workbook of two thousand numbers with a million places after the point."""
    form = f'<numFmt numFmtId="170" formatCode="0.{"0" * 1_000_000}"/>'
    styles = f'<numFmts>{form}</numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" s="0"><v>1</v></c><c r="B{n}" s="0"><v>2</v></c></row>' for n in range(2, 1000)
    )
    return workbook(_TITLES + rows, styles=styles)


def spanning_page() -> bytes:
    """A web page whose cells claim thousands of millions of columns and rows."""
    rows = f'<tr><td colspan="{_HUGE}" rowspan="{_HUGE}">Accept</td><td colspan="-1" rowspan="0">x</td></tr>' * 200
    return f"<html><body><table>{rows}</table></body></html>".encode()


def tall_page() -> bytes:
    """A web page with ten thousand rows under cells that reach down over all of them."""
    rows = '<tr><td rowspan="65534">x</td><td>y</td></tr>' * 10_000
    return f"<html><body><table>{rows}</table></body></html>".encode()


def nested_page(tag: str = "b") -> bytes:
    """A web page with a million tags within each other."""
    return b"<html><body>" + f"<{tag}>".encode() * 1_000_000 + b"Recommendation"


def hidden_page() -> bytes:
    """A web page of fifty thousand hidden sections, for each of which there may be a button that opens it."""
    parts = "".join(f'<div id="s{n}" hidden>x</div>' for n in range(50_000))
    return f"<html><body><p>{_LINE}</p>{parts}</body></html>".encode()


def spanning_word() -> bytes:
    """A Word document whose cells claim a thousand million columns, and whose lists begin beyond all numbers."""
    wide = tc("Accept", f'<w:gridSpan w:val="{_HUGE}"/>')
    rows = tr(wide, wide, properties=f'<w:gridBefore w:val="{_HUGE}"/>')
    return package(p(_LINE) + tbl(*[rows] * 200, widths=(1000,) * 50))


def circular_word() -> bytes:
    """A Word document whose styles are based on each other."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 3000}"/></w:style>'
        for n in range(3000)
    )
    return package(p(_LINE, properties='<w:pStyle w:val="s0"/>'), styles=part("styles", styles))


def huge_cell() -> bytes:
    """Separated values with a cell of fifty megabytes."""
    return b'Recommendation,Response,Date\n"1. Act",Agreed,x\n"2. Act","' + b"yes " * (50 * 2**18) + b'",x\n'


QUICK: Mapping[str, Callable[[], bytes]] = {
    "laughs.xlsx": laughing_workbook,
    "quadratic.xlsx": quadratic_workbook,
    "quadratic.docx": quadratic_word,
    "laughs.html": laughing_page,
    "deep.xlsx": deep_workbook,
    "endless.pdf": pdfs.endless_page,
    "claimed-pages.pdf": pdfs.claimed_pages,
    "object-stream.pdf": pdfs.circular_object_stream,
    "long-header.eml": packed.long_header,
    "tall.html": tall_page,
    "nested.html": nested_page,
    "hidden.html": hidden_page,
    "huge-jpeg.pdf": pdfs.huge_jpeg,
    "nested.eml": packed.nested_message,
    "shared-streams.msg": packed.shared_streams,
    "crowded.eml": packed.crowded_message,
}
"""Files that are made, and read or refused, in a moment."""

SLOW: Mapping[str, Callable[[], bytes]] = {
    "circular.docx": circular_word,
    "spans.docx": spanning_word,
    "spans.html": spanning_page,
    "wide.xlsx": wide_workbook,
    "repeated-string.xlsx": repeated_string,
    "long-format.xlsx": long_format,
    "huge-cell.csv": huge_cell,
    "huge-picture.pdf": pdfs.huge_picture,
    "nested.zip": packed.nested_archives,
    "overlapping.zip": packed.overlapping_archive,
    "crowded.zip": packed.crowded_archive,
    "closely-packed.zip": packed.closely_packed_archive,
}
"""Files that take a while to make or to read."""

FATAL: Mapping[str, Callable[[], bytes]] = {
    "form-of-itself.pdf": pdfs.form_of_itself,
    "forms-of-forms.pdf": pdfs.forms_of_forms,
}
"""Files that pdfium itself takes all the memory for that it is given."""

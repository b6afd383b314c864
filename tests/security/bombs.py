"""Files made to take a reader's memory or time out of all proportion to their size."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

from tests.properties.bad_files import raw_pdf
from tests.reading.compound import compound
from tests.reading.word import SPACES, p, package, part, tbl, tc, tr, zipped

_HUGE = "1000000000"
_LINE = "Recommendation 1: That a plan be published."
_X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIL = b"Message-ID: <1@example.org>\nMIME-Version: 1.0\n"


def workbook(rows: str, *, kinds: str = "", strings: str = "", styles: str = "", after: str = "") -> bytes:
    """An Excel workbook of one sheet with these rows.

    Args:
        rows: the sheet's rows.
        kinds: a document type for each part that is given.
        strings: the shared strings.
        styles: what its styles hold.
        after: what follows the rows in the sheet.
    """
    sheet = '<sheet name="S" sheetId="1" r:id="r1"/>'
    relation = f'<Relationship Id="r1" Type="{_KIND}" Target="worksheets/sheet1.xml"/>'
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {_X} {_R}><sheets>{sheet}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>',
            "xl/worksheets/sheet1.xml": f"{kinds}<worksheet {_X}><dimension ref='A1:XFD1048576'/>"
            f"<sheetData>{rows}</sheetData>{after}</worksheet>",
            "xl/sharedStrings.xml": f"{kinds}<sst {_X}>{strings}</sst>",
            "xl/styles.xml": f"<styleSheet {_X}>{styles}</styleSheet>",
        }
    )


def cell(place: str, words: str) -> str:
    """A cell of a sheet with these words in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def row(number: int, *words: str) -> str:
    """A row of a sheet."""
    return f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", each) for at, each in enumerate(words))}</row>'


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


def huge_picture(colours: bytes = b"/DeviceGray", depth: int = 1) -> bytes:
    """A PDF of one picture of a hundred thousand by a hundred thousand pixels, blank and so packed into a megabyte."""
    packed = zlib.compressobj(9)
    held = b"".join(packed.compress(bytes(12_500 * 1000)) for _ in range(100)) + packed.flush()
    return picture_pdf(
        b"/Width 100000 /Height 100000 /BitsPerComponent %d /ColorSpace %s /Filter /FlateDecode" % (depth, colours),
        held,
    )


def huge_jpeg() -> bytes:
    """A PDF of a JPEG that claims more pixels than there is memory for."""
    head = b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    return picture_pdf(
        b"/Width 65535 /Height 65535 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode", head + b"\xff\xd9"
    )


def picture_pdf(entries: bytes, data: bytes) -> bytes:
    """A PDF whose page is filled with a picture."""
    resources = b"/Resources << /XObject << /I 6 0 R >> >>"
    picture = b"<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)
    return pdf_of(b"595 0 0 842 0 0 cm /I Do", resources, [picture])


def pdf_of(content: bytes, resources: bytes, more: Sequence[bytes]) -> bytes:
    """A PDF of one page with these resources; more objects count from 6. Its table of places is left to the reader."""
    whole = raw_pdf(content)
    at = whole.index(b"xref\n")
    held = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(more, 6))
    page = whole[:at].replace(b"/Resources <</Font << /F1 5 0 R >> >>", resources)
    return page + held + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def endless_page() -> bytes:
    """A PDF whose page is a million kilometres wide."""
    return raw_pdf(b"BT /F1 9 Tf 72 700 Td (Recommendation 1) Tj ET").replace(
        b"[0 0 595 842]", b"[-1000000000 -1000000000 4000000000000 4000000000000]"
    )


def forms_of_forms(deep: int = 7) -> bytes:
    """A PDF whose page shows a form of ten forms of ten forms, and so on."""
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F %d 0 R >> >> /Length 50 >>"
        b"\nstream\n%s\nendstream" % (7 + number, b"/F Do" * 10)
        for number in range(deep)
    ]
    leaf = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 17 >>\nstream\n0 0 9 9 re f     \nendstream"
    return pdf_of(b"/F Do", b"/Resources << /XObject << /F 6 0 R >> >>", [*forms, leaf])


def form_of_itself() -> bytes:
    """A PDF whose page shows a form that shows itself twice."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 6 0 R >> >> /Length 12 >>"
        b"\nstream\n/F Do /F Do \nendstream"
    )
    return pdf_of(b"/F Do", b"/Resources << /XObject << /F 6 0 R >> >>", [form])


def circular_object_stream() -> bytes:
    """A PDF whose catalogue is said to be in an object stream that is said to be in itself."""
    held = b"%PDF-1.7\n"
    streams = b"1 0 2 20 << /Type /Catalog /Pages 2 0 R >>"
    held += b"3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Extends 3 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        len(streams),
        streams,
    )
    rows = b"".join(
        bytes((kind, at >> 8, at & 255, index)) for kind, at, index in ((0, 0, 0), (2, 3, 0), (2, 3, 1), (2, 3, 0))
    )
    last = len(held)
    held += (
        b"4 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Prev %d /Length %d >>\n"
        b"stream\n%s\nendstream\nendobj\n" % (last, len(rows), rows)
    )
    return held + b"startxref\n%d\n%%%%EOF\n" % last


def claimed_pages() -> bytes:
    """A PDF of one page that claims two thousand million."""
    return raw_pdf(b"BT /F1 9 Tf 72 700 Td (Recommendation 1) Tj ET").replace(b"/Count 1", b"/Count 2000000000")


def nested_archives() -> bytes:
    """An archive of archives that comes to many times what one may hold, and is but a few kilobytes."""
    inner = _archive([(f"{number}.txt", bytes(50 * 2**20)) for number in range(2)])
    return zipped({f"{number}.zip": zipped({"in.zip": inner}) for number in range(40)})


def overlapping_archive() -> bytes:
    """An archive of three thousand entries that are one and the same file of ten megabytes."""
    whole = _archive([("a.txt", bytes(10 * 2**20))])
    at, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    listed = whole[at:end] * 3000
    tail = bytearray(whole[end:])
    tail[8:12] = (3000).to_bytes(2, "little") * 2
    tail[12:16] = len(listed).to_bytes(4, "little")
    return whole[:at] + listed + bytes(tail)


def crowded_archive() -> bytes:
    """An archive of three hundred thousand empty files."""
    return _archive([(str(number), b"") for number in range(300_000)])


def closely_packed_archive() -> bytes:
    """An archive whose one file of hundreds of megabytes is packed into less than a kilobyte, which unpacks at once."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_BZIP2) as archive, archive.open("a.txt", "w") as opened:
        for _ in range(60):
            opened.write(bytes(10 * 2**20))
    return held.getvalue()


def _archive(members: Sequence[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def crowded_message() -> bytes:
    """A message of two million parts."""
    return _MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 2_000_000


def nested_message() -> bytes:
    """A message of a thousand parts within each other, and a million lines."""
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900))
    return _MAIL + parts + b"\n" + b"x\n" * 1_000_000


def long_header() -> bytes:
    """A message whose subject is a million encoded words."""
    return _MAIL + b"Subject: " + b"=?utf-8?q?a?= " * 1_000_000 + b"\n\n" + _LINE.encode() + b"\n"


def shared_streams() -> bytes:
    """An Outlook message of nine hundred streams that are the same three megabytes."""
    properties = {"__properties_version1.0": bytes(4096), "s": bytes(3 * 2**20)}
    return compound(properties, [f"s{number}" for number in range(900)])


QUICK: Mapping[str, Callable[[], bytes]] = {
    "laughs.xlsx": laughing_workbook,
    "quadratic.xlsx": quadratic_workbook,
    "quadratic.docx": quadratic_word,
    "laughs.html": laughing_page,
    "deep.xlsx": deep_workbook,
    "endless.pdf": endless_page,
    "claimed-pages.pdf": claimed_pages,
    "object-stream.pdf": circular_object_stream,
    "long-header.eml": long_header,
    "tall.html": tall_page,
    "nested.html": nested_page,
    "hidden.html": hidden_page,
    "huge-jpeg.pdf": huge_jpeg,
    "nested.eml": nested_message,
    "shared-streams.msg": shared_streams,
    "crowded.eml": crowded_message,
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
    "huge-picture.pdf": huge_picture,
    "nested.zip": nested_archives,
    "overlapping.zip": overlapping_archive,
    "crowded.zip": crowded_archive,
    "closely-packed.zip": closely_packed_archive,
}
"""Files that take a while to make or to read."""

FATAL: Mapping[str, Callable[[], bytes]] = {
    "form-of-itself.pdf": form_of_itself,
    "forms-of-forms.pdf": forms_of_forms,
}
"""Files that pdfium itself takes all the memory for that it is given."""

"""Files that nobody should send, made on the spot: broken, locked, hostile or beyond all measure."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.reading.word import SPACES, zipped

_LINE = "Recommendation 1: That a plan be published."


def locked_pdf(password: str = "secret") -> bytes:  # noqa: S107 - a test's own
    """A PDF that asks for a password."""
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=password, invariant=True)
    canvas.drawString(72, 700, _LINE)
    canvas.drawString(72, 680, "Response: Agreed. We will publish it by 31 March 2025.")
    canvas.save()
    return held.getvalue()


def many_pages(count: int = 10_000) -> bytes:
    """A PDF of ten thousand pages with a line of text each."""
    held = io.BytesIO()
    canvas = Canvas(held, pageCompression=1, invariant=True)
    for number in range(count):
        canvas.drawString(72, 700, f"Page {number}. {_LINE}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def blank_pages(count: int = 2_000) -> bytes:
    """A PDF of blank pages."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(*A4)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def huge_page() -> bytes:
    """A PDF whose only page is a picture of a wall: five metres by five."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(14_400, 14_400), invariant=True)
    canvas.rect(100, 100, 14_000, 14_000, fill=1)
    canvas.save()
    return held.getvalue()


def bomb_stream(megabytes: int = 300) -> bytes:
    """A PDF whose page content unpacks to hundreds of megabytes of nothing."""
    return raw_pdf(zlib.compress(b" " * (megabytes * 2**20)), filtered=True)


def deep_dictionary(depth: int = 100_000) -> bytes:
    """A PDF with a dictionary a hundred thousand deep."""
    return raw_pdf(b"BT ET", extra=b"/Deep " + b"<< /A " * depth + b"1" + b" >>" * depth)


def deep_graphics(depth: int = 200_000) -> bytes:
    """A PDF that saves its graphics state two hundred thousand times."""
    return raw_pdf(b"q " * depth + b"BT /F1 9 Tf (Hello) Tj ET")


def circular_pages() -> bytes:
    """A PDF whose page tree holds itself."""
    return raw_pdf(b"BT ET").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")


def lying_xref() -> bytes:
    """A PDF whose table of places points into the middle of things."""
    whole = raw_pdf(b"BT ET")
    at = whole.index(b"xref\n")
    return whole[:at] + whole[at:].replace(b"0000000", b"0009999")


def raw_pdf(content: bytes, *, filtered: bool = False, extra: bytes = b"") -> bytes:
    """A PDF of one page, written by hand."""
    packed = b" /Filter /FlateDecode" if filtered else b""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R " + extra + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font << /F1 5 0 R >> >>>>",
        b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), packed, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    held, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return held + head + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(held)


def word_bomb(megabytes: int = 300) -> bytes:
    """A Word file that unpacks to hundreds of megabytes."""
    return _deflated({"word/document.xml": b"<w:document>" + b" " * (megabytes * 2**20) + b"</w:document>"})


def word_with_entities() -> bytes:
    """A Word file that asks the reader for a file of the machine, and for a billion laughs."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
    kinds = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l0 "ha">{laughs}]>'
    text = f"{kinds}<w:document {SPACES}><w:body><w:p><w:r><w:t>&x;&l8;</w:t></w:r></w:p></w:body></w:document>"
    return zipped({"word/document.xml": text})


def deep_page(depth: int = 50_000) -> bytes:
    """A web page of elements fifty thousand deep."""
    return b"<html><body>" + b"<div>" * depth + b"Recommendation" + b"</div>" * depth


def archive_bomb(megabytes: int = 600) -> bytes:
    """An archive that unpacks to hundreds of megabytes."""
    return _deflated({"a.txt": b"\0" * (megabytes * 2**20)})


def one_line(megabytes: int = 20) -> bytes:
    """A text file of one line without an end."""
    return b"Recommendation 1 accept " * (megabytes * 2**20 // 24)


def wide_values(columns: int = 20_000) -> bytes:
    """Separated values twenty thousand columns wide."""
    return "\n".join(",".join(f"c{i}" for i in range(columns)) for _ in range(80)).encode()


def _deflated(members: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


SMALL: Mapping[str, Callable[[], bytes]] = {
    "nothing.pdf": lambda: b"",
    "blank.txt": lambda: b" \n\t\n",
    "rubbish.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20,
    "no-pdf.pdf": lambda: b"\x7fELF" + bytes(range(256)) * 20,
    "locked.pdf": locked_pdf,
    "circular.pdf": circular_pages,
    "lying.pdf": lying_xref,
    "entities.docx": word_with_entities,
    "deep.html": deep_page,
}
"""Files that are made and refused in a moment."""

LARGE: Mapping[str, Callable[[], bytes]] = {
    "many-pages.pdf": many_pages,
    "blank-pages.pdf": blank_pages,
    "huge-page.pdf": huge_page,
    "bomb.pdf": bomb_stream,
    "deep-dictionary.pdf": deep_dictionary,
    "deep-graphics.pdf": deep_graphics,
    "bomb.docx": word_bomb,
    "bomb.zip": archive_bomb,
    "one-line.txt": one_line,
    "wide.csv": wide_values,
}
"""Files that take a while."""

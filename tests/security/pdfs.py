"""PDF files made to take a reader's memory or time out of all proportion to their size."""

import zlib
from collections.abc import Sequence

from tests.properties.bad_files import raw_pdf


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

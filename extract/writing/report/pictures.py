"""Pictures of the pages that hold findings, small enough to be carried along with a report."""

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageChops

from extract.document import Document
from extract.reading.pdf.pictures import read_pictures
from extract.records import Report
from extract.results import PagePicture, Pictures

_MOST: Final = 60  # pages of a document
_SCALE: Final = 110 / 72  # pixels a point: 110 dots an inch, at which small print is read with ease
_GREY: Final = 24  # of 255: channels that differ by less, as in the noise of a scan, are no colour
_FLAT: Final = 0.5  # share of a page that has its commonest shade: drawn by a program; a scan has noise instead
_SHADES: Final = [round(shade / 17) * 17 for shade in range(256)]  # 16 a channel: small print is legible with so many
_QUALITY: Final = 50  # of a scan


def draw_pictures(data: bytes, document: Document, report: Report) -> Pictures:
    """The pictures of the pages that hold rows or facts, in their order; of very many, the first.

    Args:
        data: the bytes of the PDF file, which asks for no password.
        document: what was read of it.
        report: its findings.
    """
    sizes = {page.number: (page.width, page.height) for page in document.pages}
    numbers = [number for number in _pages(report) if number in sizes][:_MOST]
    return tuple(
        PagePicture(number, *sizes[number], _encoded(picture))
        for number, picture in read_pictures(data, numbers, _SCALE)
    )


def _pages(report: Report) -> Sequence[int]:
    rows = {place.page for row in report.recommendations for place in row.evidence}
    return sorted(rows | {fact.page for fact in report.document.facts if fact.page})


def _encoded(picture: Image.Image) -> bytes:
    """A picture as WebP: a few shades, each kept, of a page that a program drew; less exact of a scan."""
    plain = picture.convert("L") if _is_grey(picture) else picture
    buffer = io.BytesIO()
    if max(picture.convert("L").histogram()) > _FLAT * picture.width * picture.height:
        shades = plain.point(_SHADES * len(plain.getbands()))
        shades.convert("RGB").save(buffer, "WEBP", lossless=True, method=4)
    else:
        plain.save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue()


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return not any(sum(each.histogram()[_GREY:]) for each in apart)

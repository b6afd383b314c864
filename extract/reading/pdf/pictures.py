"""Pages of a PDF file as pictures, turned as their text is read."""

from collections.abc import Iterable, Iterator

from PIL.Image import Image
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from extract.reading.pdf import native
from extract.reading.pdf.drawings import read_drawings
from extract.reading.pdf.page import find_turn


def read_pictures(data: bytes, pages: Iterable[int], scale: float) -> Iterator[tuple[int, Image]]:
    """The number and the picture of each page, one at a time; a page that cannot be drawn is passed over.

    A picture has the directions of the boxes that were read from the page, so that both lie on each other.

    Args:
        data: the file, which could be read and asks for no password.
        pages: 1-based numbers of the pages wanted.
        scale: pixels a point.
    """
    document = PdfDocument(data)
    try:
        for number in pages:
            if (picture := _picture(document, number, scale)) is not None:
                yield number, picture
    finally:
        document.close()


def _picture(document: PdfDocument, number: int, scale: float) -> Image | None:
    try:
        page = document[number - 1]
    except PdfiumError:
        return None
    try:
        picture: Image = page.render(scale=scale, rotation=90 * _quarters(page)).to_pil()
        return picture.convert("RGB")
    except PdfiumError:
        return None
    finally:
        page.close()


def _quarters(page: PdfPage) -> int:
    """How often the page is to be turned, beyond what the file says, for its text to stand upright."""
    turn = find_turn(page, read_drawings(native.handle(page.raw)))
    quarters: int = (turn.quarters - page.get_rotation() // 90) % 4
    return quarters

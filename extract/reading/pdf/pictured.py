"""Which pages are pictures of text, and what is read of them where recognition is installed."""

from collections.abc import Iterator

from pypdfium2 import PdfImage, PdfiumError, PdfPage, raw

from extract.document import Notice
from extract.reading.pdf.sheet import Sheet
from extract.reading.pdf.wording import is_garbled, shared_words
from extract.reading.recognition.installation import whats_missing

_COVERED = 0.5  # of the page that pictures cover, where text on it may be a stamp on a scan
_STAMP = 300  # characters that a stamp, a running header and a page number may have
_MORE = 2  # times the text of the file that recognition finds where the page is a scan
_SURE = 0.7  # how sure recognition is, from which it goes before another's
_MOST_PIXELS = 300_000_000  # of a picture, each up to four bytes: thrice a sheet of A2 at 600 dots an inch
_UNLIKE = 0.5  # of the words that are in both the file and the picture: garbled text has fewer


def read_pictured(page: PdfPage, sheet: Sheet, number: int) -> tuple[Sheet, tuple[Notice, ...]]:
    """The page as recognised, where that is better than what the file says; else as it was, and what is amiss.

    Args:
        page: the open page.
        sheet: what the file says of it.
        number: its 1-based number.
    """
    if not _is_asked(sheet):
        return sheet, ()
    if advice := whats_missing():
        return sheet, tuple(_lacking(sheet, number, advice))
    if _is_vast(page):
        message = f"Page {number} holds a picture too large to be recognised: scan it anew."
        return sheet, (Notice("page_unreadable", message, number),)
    from extract.reading.pdf.scans import read_scan  # noqa: PLC0415 - few documents need the libraries of recognition

    recognised = read_scan(page, sheet.size)
    if not recognised.characters and not sheet.characters:
        message = f"Page {number} holds a picture on which no words were found: look at it."
        return sheet, (Notice("page_without_text", message, number),)
    return (recognised if _is_better(recognised, sheet) else sheet), ()


def _is_asked(sheet: Sheet) -> bool:
    """Whether the page may be a picture: it has no text, a stamp's, what another recogniser left, or garbled text."""
    rest = sheet.rest
    if not sheet.characters:
        return rest.pictures > 0
    if rest.pictured >= _COVERED and (rest.layered or sheet.characters <= _STAMP):
        return True
    return is_garbled(sheet)


def _is_vast(page: PdfPage) -> bool:
    """Whether a picture on the page has more pixels than a scan, all of which would be unpacked to draw it."""
    return any(_pixels(picture) > _MOST_PIXELS for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))


def _pixels(picture: PdfImage) -> int:
    """How many pixels a picture has; none where it cannot be drawn."""
    try:
        width, height = picture.get_px_size()
    except PdfiumError:
        return 0
    return int(width * height)


def _is_better(recognised: Sheet, sheet: Sheet) -> bool:
    if not sheet.characters:
        return recognised.characters > 0
    sure = recognised.rest.confidence >= _SURE
    if is_garbled(sheet):
        return sure and shared_words(recognised, sheet) < _UNLIKE
    if sheet.rest.layered:
        return sure
    return sure and recognised.characters >= _MORE * sheet.characters


def _lacking(sheet: Sheet, number: int, advice: str) -> Iterator[Notice]:
    if not sheet.characters:
        yield Notice("page_without_text", f"Page {number} holds a picture and no text. {advice}", number)
    elif is_garbled(sheet):
        yield Notice(
            "text_garbled", f"The text of page {number} may be garbled: compare it with the page. {advice}", number
        )

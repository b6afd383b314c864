"""PDF files: every page's lines and ruled tables, read with pdfium."""

import ctypes
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, raw

from extract.document import Document, Notice, Source
from extract.errors import DamagedFileError, ExtractError, NoTextError, ProtectedFileError
from extract.reading.furniture import set_aside
from extract.reading.pdf.cuts import mark_cuts
from extract.reading.pdf.lines import Spacing
from extract.reading.pdf.page import read_sheet
from extract.reading.pdf.sheet import PageContent, Sheet, assembled

_KEYS = ("Title", "Author", "Subject", "CreationDate", "ModDate", "Producer")
_SAVE_ANEW = "Open it in a PDF viewer, save it anew and try again."
_UNREADABLE = Sheet((0.0, 0.0), (), 0, ())


@dataclass(frozen=True, slots=True)
class _Read:
    """A page's content and what is to be said of it."""

    content: PageContent
    notices: tuple[Notice, ...]


def read_pdf(data: bytes, source: Source) -> Document:
    """The document in the bytes of a PDF file: lines and tables page by page, running headers and footers set aside.

    Tables are left as they stand on each page: what goes on over a page break is joined by the layouts. Text that runs
    aslant, such as a watermark, is put with the furniture.

    Args:
        data: the file.
        source: what is known of it; its page count is filled in.

    Raises:
        DamagedFileError: it is no PDF, or too broken to be read.
        ProtectedFileError: it asks for a password.
        NoTextError: none of its pages holds text.
    """
    document = _opened(data, source)
    try:
        with _without_collector():
            pages = list(_pages(document, data))
        metadata = tuple((key.lower(), text) for key in _KEYS if (text := _said(document, key)))
    finally:
        document.close()
    contents = [read.content for read in pages]
    notices = tuple(notice for read in pages for notice in read.notices)
    if not any(content.page.characters for content in contents):
        raise _without_text(source, notices)
    blocks, furniture = set_aside([content.blocks for content in contents], [content.page for content in contents])
    aslant = (line for content in contents for line in content.aslant)
    return Document(
        source=replace(source, pages=len(pages)),
        reader="pdf",
        blocks=mark_cuts(blocks),
        pages=tuple(content.page for content in contents),
        furniture=(*furniture, *aslant),
        metadata=metadata,
        notices=notices,
    )


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stops Python's search for cycles: the many small objects of a page make none, and it is a sixth of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _opened(data: bytes, source: Source) -> PdfDocument:
    try:
        document = PdfDocument(data)
    except PdfiumError as fault:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            what, advice = "The document asks for a password.", "Save it without the password and try again."
            raise ProtectedFileError(what, source.name, advice) from fault
        raise DamagedFileError("The file is damaged, or is no PDF.", source.name, _SAVE_ANEW) from fault
    if not len(document):
        document.close()
        raise DamagedFileError("The file has no pages.", source.name, "Open it in a PDF viewer to see what it holds.")
    return document


def _said(document: PdfDocument, key: str) -> str:
    """What the file says of itself under a key; half of a surrogate pair is no character and is replaced."""
    name = key.encode()
    buffer = ctypes.create_string_buffer(raw.FPDF_GetMetaText(document.raw, name, None, 0))
    raw.FPDF_GetMetaText(document.raw, name, buffer, len(buffer))
    return buffer.raw.decode("utf-16-le", errors="replace").strip("\0 \t\r\n")


def _without_text(source: Source, notices: Sequence[Notice]) -> ExtractError:
    """Why a document has no text: it could not be read, or it is a scan."""
    if any(notice.code == "page_unreadable" for notice in notices):
        return DamagedFileError("None of the pages could be read.", source.name, _SAVE_ANEW)
    what, advice = "No page holds any text: this looks like a scan.", "Read it with character recognition (OCR)."
    return NoTextError(what, source.name, advice)


def _pages(document: PdfDocument, data: bytes) -> Iterator[_Read]:
    spacing = Spacing()
    known = set[tuple[float, ...]]()
    for number in range(1, len(document) + 1):
        sheet, notices = _sheet(document, number, data, sorted(known))
        known |= {grid.xs for grid in sheet.grids}
        content = assembled(sheet, number, spacing)
        if content.pictures and not content.page.characters:
            message = f"Page {number} holds a picture and no text."
            notices = (*notices, Notice("page_without_text", message, number))
        yield _Read(content, notices)


def _sheet(
    document: PdfDocument, number: int, data: bytes, known: Sequence[Sequence[float]]
) -> tuple[Sheet, tuple[Notice, ...]]:
    """What a page holds, read the slow way where pdfium fails, and what is to be said of that."""
    try:
        with _open_page(document, number) as page:
            return read_sheet(page, known), ()
    except PdfiumError:
        return _slow_sheet(data, number)


@contextmanager
def _open_page(document: PdfDocument, number: int) -> Iterator[PdfPage]:
    """The page, with what was filled into its form fields printed on it; closed in the end."""
    page = document[number - 1]
    try:
        filled = document.get_formtype() != raw.FORMTYPE_NONE
        if filled and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
            page.close()
            page = document[number - 1]
        yield page
    finally:
        page.close()


def _slow_sheet(data: bytes, number: int) -> tuple[Sheet, tuple[Notice, ...]]:
    from extract.reading.pdf import fallback  # noqa: PLC0415 - pdfplumber takes long to import; few documents need it

    try:
        sheet = fallback.read_sheet_slowly(data, number)
    except fallback.FAULTS as fault:
        message = f"Page {number} could not be read: {fault}"
        return _UNREADABLE, (Notice("page_unreadable", message, number),)
    message = f"Page {number} is damaged and was read in another, slower way: look it over."
    return sheet, (Notice("read_by_fallback", message, number),)

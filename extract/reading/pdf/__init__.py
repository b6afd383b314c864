"""PDF files: every page's lines and ruled tables, read with pdfium."""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, raw

from extract.document import Document, Notice, Source
from extract.errors import DamagedFileError, ExtractError, NoTextError
from extract.reading.furniture import set_aside
from extract.reading.pdf.columns import in_reading_order
from extract.reading.pdf.cuts import mark_cuts
from extract.reading.pdf.footnotes import set_footnotes_aside
from extract.reading.pdf.lines import Spacing
from extract.reading.pdf.locks import is_locked, locked, unlock_pdf
from extract.reading.pdf.page import read_sheet
from extract.reading.pdf.pictured import read_pictured
from extract.reading.pdf.sheet import PageContent, Sheet, assembled
from extract.reading.recognition.installation import whats_missing

_KEYS = ("Title", "Author", "Subject", "CreationDate", "ModDate", "Producer")
_WORDS_SHOWN = 12
_SAVE_ANEW = "Open it in a PDF viewer, save it anew and try again."
_UNREADABLE = Sheet((0.0, 0.0), (), 0, ())


@dataclass(frozen=True, slots=True)
class _Read:
    """A page's content and what is to be said of it."""

    content: PageContent
    notices: tuple[Notice, ...]


def read_pdf(data: bytes, source: Source) -> Document:
    """The document in the bytes of a PDF file: lines and tables page by page, running headers and footers set aside.

    Tables are left as they stand on each page: what goes on over a page break is joined by the layouts. Watermarks,
    text that runs aslant, footnotes with their marks and the numbers of lines are put with the furniture. What is in
    the file and cannot be seen on the page is left out, and a notice says so.

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
        pages = list(_pages(document, data))
        metadata = tuple((key.lower(), text) for key in _KEYS if (text := _said(document, key)))
    finally:
        document.close()
    contents = [read.content for read in pages]
    recognised = [content for content in contents if content.confidence]
    notices = tuple(notice for read in pages for notice in read.notices)
    if not any(content.page.characters for content in contents):
        raise _without_text(source, notices)
    sizes = [content.page for content in contents]
    aside = [line for content in contents for line in content.aside]
    blocks, furniture = set_aside([content.blocks for content in contents], sizes)
    blocks, footnotes = set_footnotes_aside(blocks, sizes, aside)
    blocks = in_reading_order(blocks, sizes)
    return Document(
        source=replace(source, pages=len(pages)),
        reader="ocr" if 2 * len(recognised) >= len(pages) else "pdf",
        blocks=mark_cuts(blocks),
        pages=tuple(content.page for content in contents),
        furniture=(*furniture, *footnotes, *aside),
        metadata=metadata,
        notices=(*notices, *_recognition(recognised, len(pages))),
    )


def _recognition(recognised: Sequence[PageContent], pages: int) -> Iterator[Notice]:
    """That pages were recognised, and how sure their words are."""
    if recognised:
        letters = sum(content.page.characters for content in recognised)
        sure = sum(content.confidence * content.page.characters for content in recognised) / max(letters, 1)
        counted = f"{len(recognised)} of {pages} pages were recognised in pictures, {sure:.0%} sure"
        yield Notice("recognised", f"{counted}: compare what matters with the pages.")


def _opened(data: bytes, source: Source) -> PdfDocument:
    try:
        document = PdfDocument(data)
    except PdfiumError as fault:
        if is_locked():
            raise locked(source.name) from fault
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
    what = "No page holds any text: this looks like a scan."
    return NoTextError(what, source.name, whats_missing() or "Recognition found no words on it: scan it anew.")


def _pages(document: PdfDocument, data: bytes) -> Iterator[_Read]:
    spacing = Spacing()
    known = set[tuple[float, ...]]()
    for number in range(1, len(document) + 1):
        sheet, notices = _sheet(document, number, data, sorted(known))
        known |= {grid.xs for grid in sheet.grids}
        content = assembled(sheet, number, spacing)
        if content.hidden:
            notices = (*notices, _hidden(content.hidden, number))
        yield _Read(content, notices)


def _hidden(words: Sequence[str], number: int) -> Notice:
    """That words were left out, with as many of them as one can take in."""
    shown = " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
    message = f"Page {number} holds text that cannot be seen, which was left out: “{shown}”."
    return Notice("hidden_text", message, number)


def _sheet(
    document: PdfDocument, number: int, data: bytes, known: Sequence[Sequence[float]]
) -> tuple[Sheet, tuple[Notice, ...]]:
    """What a page holds, read the slow way where pdfium fails, and what is to be said of that."""
    try:
        with _open_page(document, number) as page:
            return read_pictured(page, read_sheet(page, known), number)
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


__all__ = ["read_pdf", "unlock_pdf"]

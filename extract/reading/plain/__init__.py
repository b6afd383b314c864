"""Plain text: lines, tables divided by tabs or drawn with upright strokes, and passages quoted in e-mails."""

from collections.abc import Sequence
from dataclasses import replace

from extract.document import Block, Document, Line, Source
from extract.reading.decoding import decode_text
from extract.reading.plain.piped import read_piped
from extract.reading.plain.printed import printed_pages, set_furniture_aside
from extract.reading.plain.quoted import read_quoted
from extract.reading.plain.tabbed import read_tabbed


def read_plain(data: bytes, source: Source) -> Document:
    """The document in the bytes of a text file: its tables, and all other lines one by one, spacing kept.

    A form feed divides pages; without one the document has no pages and every line is on page 1.

    Args:
        data: the file: UTF-8, UTF-16 or UTF-32 with or without byte order mark, Windows-1252 or Mac Roman.
        source: what is known of it; its page count is filled in where it has pages.

    Raises:
        EmptyFileError: it holds nothing but white space.
        UnknownFormatError: its bytes are no text.
    """
    pages = printed_pages(decode_text(data, source.name))
    lines, furniture = set_furniture_aside(pages)
    counted = replace(source, pages=len(pages)) if len(pages) > 1 else source
    return Document(counted, "text", tuple(_blocks(lines)), furniture=furniture)


def _blocks(lines: Sequence[Line]) -> list[Block]:
    blocks = list[Block]()
    at = 0
    while at < len(lines):
        found = read_tabbed(lines, at) or read_piped(lines, at) or read_quoted(lines, at)
        blocks.append(found.table if found else lines[at])
        at = found.end if found else at + 1
    return blocks

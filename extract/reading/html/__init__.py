"""Web pages (``.html``): headings, paragraphs, lists and tables, as a browser shows them; nothing is ever fetched."""

import codecs
import re
from typing import Final

from extract.document import Document, Source

_HEAD = 2048  # bytes that the first tags stand in
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FIRST_TAG = re.compile(
    r"\s*<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|table|div|main|article|section|h[1-6])(?=[\s/>]))",
    re.IGNORECASE,
)
_PREFACE = re.compile(r"\s*<(?:\?xml|!--)")  # what may stand before a page's first tag


def is_html(data: bytes) -> bool:
    """Whether the bytes are of a web page: told by the tag that they begin with."""
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "latin-1"))
    head = data[len(mark) : _HEAD].decode(encoding, "replace")
    return bool(_FIRST_TAG.match(head) or (_PREFACE.match(head) and "<html" in head.lower()))


def read_html(data: bytes, source: Source) -> Document:
    """The document in the bytes of a web page, in reading order.

    Scripts, navigation and what is hidden are left out; a page's own header and footer are its furniture. List items
    have their bullets and numbers. A table that only lays out the page is read as what stands in it.

    Args:
        data: the file; its encoding is told by its byte order mark, by what it declares, or by its bytes.
        source: what is known of it.

    Raises:
        NoTextError: it holds no text.
    """
    from extract.reading.html.page import read_page  # noqa: PLC0415 - lxml is loaded only for files that need it

    return read_page(data, source)

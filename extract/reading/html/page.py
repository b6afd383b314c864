"""A web page walked tag by tag: lines, tables, furniture and metadata, however its tags are nested."""

from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from extract.document import Document, Source
from extract.errors import DamagedFileError, NoTextError
from extract.reading.html.decoding import decode_page
from extract.reading.html.flow import PageReader
from extract.reading.html.looks import is_hidden, opened_by_buttons
from extract.reading.html.tables import TooWideError

_NAMES: Final = {
    "author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "dc.title": "title",
    "dcterms.title": "title",
    "dc.date": "creationdate",
    "dc.date.created": "creationdate",
    "dcterms.created": "creationdate",
    "dcterms.issued": "creationdate",
    "article:published_time": "creationdate",
    "dc.date.modified": "moddate",
    "dcterms.modified": "moddate",
    "article:modified_time": "moddate",
}
"""Names of ``meta`` tags (Dublin Core, Open Graph) by the key that they are kept under."""

_PRINT = "Open it in a browser, print it to PDF and give that."


def read_page(data: bytes, source: Source) -> Document:
    """The document in the bytes of a web page; see ``read_html``."""
    root = _parsed(decode_page(data), source.name)
    reader = PageReader()
    try:
        _walk(root, reader)
    except TooWideError as fault:
        raise DamagedFileError("The page holds a table wider than any table is.", source.name, _PRINT) from fault
    if not reader.blocks and not reader.furniture:
        raise NoTextError("The page holds no text.", source.name, "Save the page again once it shows its text.")
    return Document(
        source=source,
        reader="html",
        blocks=tuple(reader.blocks),
        furniture=reader.furniture,
        metadata=tuple(dict(_metadata(root)).items()),
    )


def _parsed(text: str, where: str) -> Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(fault.level == etree.ErrorLevels.FATAL for fault in parser.error_log):
        raise DamagedFileError(
            "The page nests deeper, or runs on longer without a tag, than any page does.",
            where,
            _PRINT,
        )
    if root is None:
        raise NoTextError("The page holds no text.", where, "Save the page again once it shows its text.")
    return root


def _walk(root: Element, reader: PageReader) -> None:
    walker = etree.iterwalk(root, events=("start", "end"))
    opened = opened_by_buttons(root)
    for event, element in walker:
        hidden = is_hidden(element, opened)
        if event == "start" and hidden:
            walker.skip_subtree()
        elif event == "start":
            reader.begin(element)
            reader.say(element.text)
        else:
            if not hidden:
                reader.end(element)
            reader.say(element.tail)


def _metadata(root: Element) -> Iterator[tuple[str, str]]:
    """What the page says of itself; its ``title`` counts before that of a ``meta`` tag."""
    for meta in root.iter("meta"):
        key = _NAMES.get((meta.get("name") or meta.get("property") or "").lower())
        content = (meta.get("content") or "").strip()
        if key and content:
            yield key, content
    title = next(root.iter("title"), None)
    said = "" if title is None else " ".join("".join(title.itertext()).split())
    if said:
        yield "title", said

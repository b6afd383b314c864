"""A Word document from its package: body, notes, running headers and footers, and what the file says of itself."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from extract.document import Block, Document, Line, Source
from extract.errors import DamagedFileError, NoTextError
from extract.reading.docx.body import BodyReader
from extract.reading.docx.names import W
from extract.reading.docx.numbering import Numbering
from extract.reading.docx.styles import Styles
from extract.reading.grids import lines_of
from extract.reading.packages import Package, core_metadata, open_package

_MAIN = "word/document.xml"


def read_package(data: bytes, source: Source) -> Document:
    """The document in the bytes of a Word file; see ``read_docx``."""
    package = open_package(data, source.name, "Word document")
    main = next((name for kind, name in package.related("") if kind == "officeDocument"), _MAIN)
    root = package.part(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        advice = "Open it in Word, save it anew and try again."
        raise DamagedFileError("The Word document lacks its text.", source.name, advice)
    parts = _parts(package, main)
    styles = Styles(_first(package, parts, "styles"))
    numbering = Numbering(_first(package, parts, "numbering"))
    reader = BodyReader(styles, numbering, printed=next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None)
    blocks = tuple(reader.blocks(body))
    notes = tuple(_notes(package, parts, reader))
    if not blocks and not notes:
        raise NoTextError("The document holds no text.", source.name, "Check that it is the right file.")
    return Document(
        source=replace(source, pages=reader.page) if reader.page > 1 else source,
        reader="docx",
        blocks=(*blocks, *notes),
        furniture=_furniture(package, parts, styles, numbering),
        metadata=core_metadata(package),
    )


def _parts(package: Package, main: str) -> list[tuple[str, str]]:
    """Kind and name of the parts that go with the text, each once."""
    return list(dict.fromkeys(package.related(main)))


def _first(package: Package, parts: list[tuple[str, str]], kind: str) -> Element | None:
    name = next((name for each, name in parts if each == kind), None)
    return None if name is None else package.part(name)


def _notes(package: Package, parts: list[tuple[str, str]], reader: BodyReader) -> Iterator[Block]:
    """The notes in the order that the text refers to them, each after its kind's number: ``[1] …`` and ``[i] …``."""
    roots = {kind: _first(package, parts, f"{kind}s") for kind in ("footnote", "endnote")}
    texts = {
        (kind, note.get(f"{W}id")): note
        for kind, root in roots.items()
        for note in (() if root is None else root.iterfind(f"{W}{kind}"))
    }
    counts = Counter[str]()
    for note in dict.fromkeys(reader.notes):
        counts[note.kind] += 1
        element = texts.pop((note.kind, note.name), None)
        lines = lines_of(reader.blocks(() if element is None else element))
        for i, line in enumerate(lines):
            text = line.text if i else f"[{counts[note.kind]}] {line.text}"
            yield replace(line, text=text, page=note.page)


def _furniture(
    package: Package, parts: list[tuple[str, str]], styles: Styles, numbering: Numbering
) -> tuple[Line, ...]:
    """The lines of the running headers and footers, each once."""
    lines = dict[str, Line]()
    for kind, name in parts:
        root = package.part(name) if kind in {"header", "footer"} else None
        if root is not None:
            found = BodyReader(styles, numbering, printed=True).blocks(root)
            lines |= {line.text: replace(line, gap=False) for line in lines_of(found)}
    return tuple(lines.values())

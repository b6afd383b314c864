"""A workbook from its package: the sheets that are shown, in their order, and what the file says of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from lxml.etree import _Element as Element

from extract.document import Block, Document, Line, Source
from extract.errors import DamagedFileError, NoTextError
from extract.reading.packages import Package, core_metadata, open_package
from extract.reading.sheets import Place, Said, Sheet, blocks_of, is_too_wide, place_of
from extract.reading.xlsx.values import X, formats_of, shown, words_of

_T = TypeVar("_T")
_MAIN: Final = "xl/workbook.xml"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SAVE_ANEW = "Open it in Excel, save it anew and try again."


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets share: strings, format and weight of each cell style, and whether days count from 1904."""

    strings: Sequence[str]
    formats: Sequence[str]
    bold: Sequence[bool]
    later: bool


def read_workbook(data: bytes, source: Source) -> Document:
    """The document in the bytes of a workbook; see ``read_xlsx``."""
    package = open_package(data, source.name, "Excel workbook")
    root = package.part(_MAIN)
    if root is None:
        raise DamagedFileError("The Excel workbook lacks its list of sheets.", source.name, _SAVE_ANEW)
    book = _book(package, root)
    found = [(name, tuple(_blocks(package, part, book))) for name, part in _sheets(package, root)]
    filled = [(name, blocks) for name, blocks in found if blocks]
    if not filled:
        raise NoTextError("The workbook holds no text.", source.name, "Check that it is the right file.")
    blocks = list[Block]()
    for name, held in filled:
        if len(filled) > 1:
            blocks.append(Line(name, gap=True, bold=True))
        blocks += held
    return Document(source, "xlsx", tuple(blocks), metadata=core_metadata(package))


def _book(package: Package, root: Element) -> _Book:
    strings, styles = package.part("xl/sharedStrings.xml"), package.part("xl/styles.xml")
    settings = root.find(f"{X}workbookPr")
    return _Book(
        strings=[] if strings is None else [words_of(each) for each in strings.iterfind(f"{X}si")],
        formats=formats_of(styles),
        bold=[] if styles is None else list(_weights(styles)),
        later=settings is not None and settings.get("date1904") in {"1", "true"},
    )


def _weights(styles: Element) -> Iterator[bool]:
    fonts = [font.find(f"{X}b") is not None for font in styles.iterfind(f"{X}fonts/{X}font")]
    for style in styles.iterfind(f"{X}cellXfs/{X}xf"):
        yield _at(fonts, style.get("fontId"), otherwise=False)


def _sheets(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet that is shown."""
    parts = package.identified(_MAIN)
    for sheet in root.iterfind(f"{X}sheets/{X}sheet"):
        part = parts.get(sheet.get(_ID) or sheet.get(_STRICT_ID) or "")
        if part and sheet.get("state", "visible") == "visible":
            yield sheet.get("name", ""), part


def _blocks(package: Package, part: str, book: _Book) -> Iterator[Block]:
    root = package.part(part)
    if root is None:
        return
    sheet = Sheet(dict(_cells(root, book)), list(_merged(root)))
    if is_too_wide(sheet):
        raise DamagedFileError(
            "The Excel workbook spreads over more cells, or says more, than one fills in.", package.where, _SAVE_ANEW
        )
    yield from blocks_of(sheet)


def _cells(root: Element, book: _Book) -> Iterator[tuple[Place, Said]]:
    """The cells that are not blank; one that does not name its place stands after the one before it."""
    row = -1
    for each in root.iterfind(f"{X}sheetData/{X}row"):
        row, column = row + 1, -1
        for cell in each.iterfind(f"{X}c"):
            row, column = place_of(cell.get("r", "")) or (row, column + 1)
            said = _said(cell, book)
            if said.strip():
                yield (row, column), Said(said, _at(book.bold, cell.get("s"), otherwise=False))


def _merged(root: Element) -> Iterator[tuple[Place, Place]]:
    for merged in root.iterfind(f"{X}mergeCells/{X}mergeCell"):
        first, _, last = merged.get("ref", "").partition(":")
        top, bottom = place_of(first), place_of(last)
        if top and bottom:
            yield top, bottom


def _said(cell: Element, book: _Book) -> str:
    """What a cell shows; of a formula its last result."""
    kind, value = cell.get("t", "n"), cell.findtext(f"{X}v") or ""
    if kind == "s":
        return _at(book.strings, value, otherwise="")
    if kind == "inlineStr":
        inline = cell.find(f"{X}is")
        return "" if inline is None else words_of(inline)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind == "n" and value:
        return shown(value, _at(book.formats, cell.get("s"), otherwise=""), later=book.later)
    return value


def _at(held: Sequence[_T], index: str | None, *, otherwise: _T) -> _T:
    """What stands at an index that the file names; the first where it names none."""
    at = int(index) if index and index.isdecimal() and len(index) < 9 else 0  # noqa: PLR2004 - no sheet has so many
    return held[at] if at < len(held) else otherwise

"""The body of a Word document: paragraphs as lines, tables, text boxes and notes, in reading order."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from extract.document import Block, Line
from extract.reading.docx.names import MIXED, W, alternative, descend, switch, value
from extract.reading.docx.numbering import Numbering
from extract.reading.docx.runs import LINE, PAGE, PRINTED_PAGE, Run, RunReader, Said, is_prompt
from extract.reading.docx.styles import Look, Styles, list_of
from extract.reading.docx.tables import TableCell, drafts, table_rows
from extract.reading.grids import settled

_BREAK = re.compile(f"([{LINE}{PAGE}{PRINTED_PAGE}])")
_NEXT_PAGE = {None, "nextPage", "oddPage", "evenPage"}  # kinds of section that begin on a page of their own


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the text refers to: footnote or endnote, its id, and the page that it is referred to on."""

    kind: str
    name: str
    page: int


class BodyReader:
    """Reads a document's text in order: it counts its lists and, where breaks tell them, its pages."""

    def __init__(self, styles: Styles, numbering: Numbering, *, printed: bool) -> None:
        """Begin on page 1.

        Args:
            styles: of the document.
            numbering: of the document.
            printed: Word left marks where it last ended its pages; they are counted, and no other breaks then.
        """
        self._styles = styles
        self._numbering = numbering
        self._runs = RunReader(styles)
        self._printed = printed
        self._carried = Said()
        self.page = 1
        self.notes = list[Note]()

    def blocks(self, parent: Iterable[Element]) -> Iterator[Block]:
        """The lines and tables of the elements of a body, a cell, a text box or a note."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{MIXED}AlternateContent":
                yield from self.blocks(alternative(child))
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                yield from self.blocks(() if content is None or is_prompt(child) else content)
            elif child.tag not in {f"{W}del", f"{W}moveFrom", f"{W}sectPr", f"{W}tcPr"}:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        """The lines of a paragraph, then its text boxes; one whose end was deleted goes on with the next."""
        properties = paragraph.find(f"{W}pPr")
        look = list_of(properties).over(self._styles.paragraph(value(properties, "pStyle")))
        said, self._carried = self._carried, Said()
        self._runs.read(paragraph, look, said)
        mark = descend(properties, "rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            self._carried = said
            return
        if switch(properties, "pageBreakBefore"):
            self._turn(PAGE)
        label = self._numbering.label(look.list_id, look.level, look.style)
        yield from self._lines(_labelled(said.runs, label, look))
        self.notes += [Note(kind, name, self.page) for kind, name in said.notes]
        for box in said.boxes:
            yield from self.blocks(box)
        section = descend(properties, "sectPr")
        if section is not None and value(section, "type") in _NEXT_PAGE:
            self._turn(PAGE)

    def _lines(self, runs: Sequence[Run]) -> Iterator[Line]:
        """The printed lines that the author divided; a page that ended of itself divides none."""
        line, gap, page = list[Run](), True, self.page
        for run in runs:
            for piece in _BREAK.split(run.text):
                if piece in {LINE, PAGE}:
                    said = _line(line, page, gap=gap)
                    yield from said
                    line, gap = [], not said
                if piece and _BREAK.fullmatch(piece):
                    self._turn(piece)
                elif piece:
                    page = page if any(held.text.strip() for held in line) else self.page
                    line.append(Run(piece, run.look))
        yield from _line(line, page, gap=gap)

    def _turn(self, mark: str) -> None:
        self.page += mark == (PRINTED_PAGE if self._printed else PAGE)

    def _table(self, table: Element) -> tuple[Block, ...]:
        rows, pages = list[list[TableCell]](), list[int]()
        for row in table_rows(table):
            cells, page = self._row(row)
            rows.append(cells)
            pages.append(page)
        return settled(drafts(table, rows), pages)

    def _row(self, row: Sequence[TableCell]) -> tuple[list[TableCell], int]:
        """The cells of a row with what they say, and the page that it begins on.

        All cells begin where the row begins: a mark that it begins on another page stands in one of them only.
        """
        before, after = self.page, self.page
        read = list[TableCell]()
        for cell in row:
            self.page = before
            read.append(replace(cell, blocks=tuple(self.blocks(cell.elements))))
            after = max(after, self.page)
        begins = max((_first_page(cell.blocks, before) for cell in read), default=before)
        self.page = max(after, begins)
        return [replace(cell, blocks=_moved(cell.blocks, begins, before)) for cell in read], begins


def _labelled(runs: Sequence[Run], label: str, look: Look) -> list[Run]:
    """The runs after the label; a bullet without words is left out."""
    if not label or (label.startswith("•") and not any(run.text.strip() for run in runs)):
        return list(runs)
    bold = next((run.look.bold for run in runs if run.text.strip()), look.bold)
    first = next((i for i, run in enumerate(runs) if _BREAK.sub("", run.text)), len(runs))
    return [*runs[:first], Run(label, replace(look, bold=bold)), *runs[first:]]


def _line(runs: Sequence[Run], page: int, *, gap: bool) -> tuple[Line, ...]:
    """The line of these runs; none where they say nothing."""
    text = "".join(run.text for run in runs).strip()
    if not text:
        return ()
    bold, sizes = 0, Counter[float | None]()
    for run in runs:
        letters = len("".join(run.text.split()))
        bold += letters if run.look.bold else 0
        sizes[run.look.size] += letters
    return (Line(text, page, gap=gap, bold=2 * bold > sizes.total(), size=sizes.most_common(1)[0][0]),)


def _pages(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        yield from [block.page] if isinstance(block, Line) else (row.page for row in block.rows)


def _first_page(blocks: Iterable[Block], otherwise: int) -> int:
    return next(_pages(blocks), otherwise)


def _moved(blocks: tuple[Block, ...], begins: int, before: int) -> tuple[Block, ...]:
    """The blocks of a cell whose row begins on a page, their first line put on it if it is still on the one before."""
    if not blocks or _first_page(blocks, begins) != before or begins == before:
        return blocks
    return tuple(
        replace(block, page=block.page + begins - before) if isinstance(block, Line) else block for block in blocks
    )

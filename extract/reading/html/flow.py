"""The text of a page as its tags open and close: lines gathered, each put where it stands."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element as Element

from extract.document import Block, Line
from extract.reading.grids import lines_of
from extract.reading.html.lists import OpenList, next_marker, opened
from extract.reading.html.looks import BLOCKS, SIZES, colour_of, is_bold
from extract.reading.html.tables import TableDraft
from extract.text import is_bullet

_NORMAL = 12.0  # points
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ALT_WORDS = 3  # a picture in a cell that is a tick or a cross says so in few words; a longer text describes it
_BODY: Final = {"main", "article", "section", "table"}  # their headers and footers are text
_LISTS: Final = {"ul", "ol", "menu", "dir"}


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    size: float = _NORMAL
    kept: bool = False  # line ends are kept, as in ``pre``
    in_body: bool = False
    cell: bool = False  # the tag opened a cell of the innermost table


class PageReader:
    """Gathers lines and tables as tags open and close."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self.blocks = list[Block]()
        self._aside = list[Block]()
        self._places = [self.blocks]
        self._looks = [_Look()]
        self._tables = list[TableDraft]()
        self._lists = list[OpenList]()
        self._words = list[tuple[str, _Look]]()
        self._marker = ""
        self._gap = True

    @property
    def furniture(self) -> tuple[Line, ...]:
        """The lines of the page's own header and footer."""
        return tuple(lines_of(self._aside))

    def begin(self, element: Element) -> None:
        """Take note of a tag that opens."""
        if element.tag in BLOCKS:
            self._end_block()
        look = self._looks[-1]
        self._looks.append(
            replace(
                look,
                bold=is_bold(element, around=look.bold),
                size=SIZES.get(str(element.tag), look.size),
                kept=look.kept or element.tag in {"pre", "textarea"},
                in_body=look.in_body or element.tag in _BODY,
                cell=self._is_cell(element),
            )
        )
        if element.tag in _LISTS:
            self._lists.append(opened(element))
        elif element.tag == "li":
            self._marker = next_marker(self._lists[-1] if self._lists else None, element)
        elif self._is_aside(element):
            self._places.append(self._aside)
        else:
            self._begin_table_part(element)
            self._show(element)

    def end(self, element: Element) -> None:
        """Take note of a tag that closes."""
        if element.tag == "dt":
            self._end_term()
        if element.tag in BLOCKS:
            self._end_block()
        if element.tag in _LISTS:
            self._lists.pop()
        elif element.tag == "li":
            self._marker = ""
        elif element.tag == "table":
            self._places[-1].extend(self._tables.pop().blocks())
        if self._looks.pop().cell:
            self._tables[-1].end_cell()
            self._places.pop()
        if self._is_aside(element):
            self._places.pop()

    def say(self, text: str | None) -> None:
        """Take up the text after a tag."""
        look = self._looks[-1]
        if not text:
            return
        if not look.kept:
            self._words.append((_BLANKS.sub(" ", text), look))
            return
        for i, line in enumerate(text.split("\n")):
            if i:
                self._end_line()
            self._words.append((line, look))

    def _is_aside(self, element: Element) -> bool:
        return element.tag in {"header", "footer"} and not self._looks[-1].in_body and element.find(".//h1") is None

    def _is_cell(self, element: Element) -> bool:
        """Whether a tag opens a cell: none does within an open one, unless in a table of its own."""
        return element.tag in {"td", "th"} and bool(self._tables) and self._tables[-1].gathering is None

    def _begin_table_part(self, element: Element) -> None:
        if element.tag == "table":
            self._tables.append(TableDraft())
        elif element.tag == "tr" and self._tables and self._tables[-1].gathering is None:
            self._tables[-1].begin_row()
        elif self._looks[-1].cell:
            spans = element.get("colspan"), element.get("rowspan")
            cell = self._tables[-1].begin_cell(*spans, colour_of(element))
            self._places.append(cell)

    def _show(self, element: Element) -> None:
        """What a tag shows that holds no text: a line's end, a box to tick, the words for a picture in a cell."""
        if element.tag == "br":
            self._end_line()
        elif element.tag == "input":
            self.say(_field(element))
        elif element.tag == "img" and self._tables:
            words = (element.get("alt") or "").split()
            self.say(" ".join(words) if len(words) <= _ALT_WORDS else None)

    def _end_term(self) -> None:
        """End a term, which is the title of what describes it, as titles of lines end: ``Lead:``."""
        term = "".join(words for words, _ in self._words).rstrip()
        if term[-1:].isalnum() or term.endswith(")"):
            self._words = [(term, self._words[-1][1]), (":", self._words[-1][1])]

    def _end_block(self) -> None:
        self._end_line()
        self._gap = True

    def _end_line(self) -> None:
        """Put the line that was gathered where it stands; an empty one leaves a gap."""
        text = _BLANKS.sub(" ", "".join(words for words, _ in self._words)).replace("\xad", "").strip()
        if text:
            marked = text.startswith(self._marker) or (is_bullet(text) and self._marker.startswith("•"))
            text = text if marked else self._marker + text
            self._marker = ""
            self._places[-1].append(self._line(text))
        self._gap = not text
        self._words.clear()

    def _line(self, text: str) -> Line:
        bold, sizes = 0, Counter[float]()
        for words, look in self._words:
            letters = len("".join(words.split()))
            bold += letters if look.bold else 0
            sizes[look.size] += letters
        return Line(text, gap=self._gap, bold=2 * bold > sizes.total(), size=sizes.most_common(1)[0][0])


def _field(element: Element) -> str | None:
    """What a field of a form shows: a box that is ticked or not, or what was filled in."""
    kind = (element.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return "☐" if element.get("checked") is None else "☒"
    return element.get("value") if kind == "text" else None

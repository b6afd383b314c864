"""Text as printed lines: pages, gaps, the marks of Markdown resolved, running headers and footers set aside."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Cell, Line, Table

_BREAK = re.compile("\r\n|[\n\r\x0b\x1c-\x1e\x85\u2028\u2029]")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,})\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6} {1,3}(?=[^\s|])(?P<words>[^\t]*?)\s*#*")  # "#\tLead" is a row of titles
_STRONG = re.compile(r"\*\*(?=\S)(?P<words>[^*]+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(?P<also>[^_]+?)(?<=\S)__(?!\w)")
_PAGE_NUMBER = re.compile(r"\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*|\s*[-–]\s*\d{1,4}\s*[-–]\s*", re.IGNORECASE)
_PAGE_OF = re.compile(r"page \d+(?: (?:of|/) \d+)?")
_LABEL = re.compile(r"\s*(?:\w+ ){0,2}\w+:")  # Decision: Accept; what a form repeats is no running line
_DIVIDED = re.compile(r"[\t|]")
_SPACES = re.compile(r"\s+")
_COLUMNS = re.compile(r"\S(?:\t+| {3,})(?=\S)")
_EDGE_LINES = 2  # lines at the top and at the foot of a page that may be a running header or footer
_MOST_JOINTS = 1  # a running line may have a left and a right part; more are the titles of columns


@dataclass(frozen=True, slots=True)
class Found:
    """A table, and the index of the first line after it."""

    table: Table
    end: int


def printed_pages(text: str) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page that hold anything; trailing spaces are cut, tabs and other spacing kept."""
    pages = text.rstrip("\f\n\r\t ").split("\f")
    return tuple(tuple(_printed(page, number)) for number, page in enumerate(pages, 1))


def _printed(page: str, number: int) -> Iterator[Line]:
    lines = [line.rstrip(" \xa0") for line in _BREAK.split(page)]
    gap = False
    for text, below in zip(lines, (*lines[1:], ""), strict=True):
        if not text.strip() or _UNDERLINE.fullmatch(text):
            gap = True
            continue
        underlined = bool(_UNDERLINE.fullmatch(below))
        yield unmarked(Line(text, page=number, gap=gap, bold=underlined))
        gap = underlined


def unmarked(line: Line) -> Line:
    """The line without the marks of Markdown for headings and for strong words; bold where they cover all of it."""
    heading = _HEADING.fullmatch(line.text)
    text = heading["words"] if heading else line.text
    strong = _STRONG.fullmatch(text.strip()) is not None
    plain = _STRONG.sub(lambda found: found["words"] or found["also"], text)
    return replace(line, text=plain, bold=line.bold or heading is not None or strong)


def cell_of(lines: Sequence[Line], column: int, span: int = 1) -> Cell:
    """A cell of these lines; its first line has no gap before it, and blank lines are left out."""
    held = [line for line in lines if line.text.strip()]
    return Cell(tuple(replace(line, gap=line.gap and i > 0) for i, line in enumerate(held)), column, span)


def set_furniture_aside(pages: Sequence[Sequence[Line]]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """All lines that are text, and those that are page numbers or return at the top or foot of the pages."""
    edges = [tuple(_running(page)) for page in pages]
    seen = Counter(words for page in edges for words in {_words(line) for line in page})
    returning = {words for words, times in seen.items() if times > 1 and 2 * times >= len(pages)}
    kept, furniture = list[Line](), list[Line]()
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            aside = _PAGE_NUMBER.fullmatch(line.text) or (line in edge and _words(line) in returning)
            (furniture if aside else kept).append(line)
    return tuple(kept), tuple(furniture)


def _running(page: Sequence[Line]) -> Iterator[Line]:
    """The lines at the top and at the foot of a page that could be its running header or footer."""
    for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:]):
        titles = _DIVIDED.search(line.text) or len(_COLUMNS.findall(line.text)) > _MOST_JOINTS
        several = " " in line.text.strip() or line.text.isupper()
        if several and not titles and not _LABEL.match(line.text):
            yield line


def _words(line: Line) -> str:
    """What a line says on every page: other numbers than the page's own make it another line."""
    return _PAGE_OF.sub("page #", _SPACES.sub(" ", line.text.strip().casefold()))

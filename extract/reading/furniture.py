"""Running headers, footers and page numbers: told from the text by where they stand and that they return."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Block, Line, Page

_ZONE = 0.12  # of a page's height, at its top and at its foot, that furniture stands in
_MOST = 0.8  # of a page's height: a box as high is the page's own
_SAME_HEIGHT = 4.0  # points by which the same header may stand higher or lower on another page
_CLEAR = 0.5  # of its height that stays clear between furniture and the text
_LEVEL = 0.5  # of the lower of two heights that must be shared on one line
_ROW = 3  # stretches on one line without a number: the titles of columns
_NUMBER = re.compile(r"\d+")
_LABEL = re.compile(r"\W*rec(?:ommendation|\.)?\s+\w{0,3}\d", re.IGNORECASE)  # the heading of one, and not of a page
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A line near an edge of its page: which edge (0 top, 1 foot), its words, and how far from the edge it stands."""

    edge: int
    words: str
    page: int
    distance: float


class _Sightings:
    """Where the lines of all pages stand, to tell what returns."""

    def __init__(self, pages_blocks: Sequence[Sequence[Block]], pages: Sequence[Page]) -> None:
        self._seen = defaultdict[tuple[int, str], list[_Place]](list)
        self._in_text = set[tuple[str, float | None]]()
        for blocks, page in zip(pages_blocks, pages, strict=True):
            for line in blocks:
                if isinstance(line, Line) and line.box:
                    self._add(line, page)

    def _add(self, line: Line, page: Page) -> None:
        edges = [edge for edge in (0, 1) if _distance(line, page, edge) <= _ZONE * page.height]
        for edge in edges:
            place = _place(line, page, edge)
            self._seen[edge, place.words].append(place)
        if not edges:
            self._in_text.add((line.text, line.size))

    def returns(self, line: Line, page: Page, edge: int) -> bool:
        """Whether the line stands at the same height on another page, and nowhere in the text in the same size."""
        if _LABEL.match(line.text):
            return False
        own = _place(line, page, edge)
        others = (place for place in self._seen[edge, own.words] if place.page != own.page)
        return (line.text, line.size) not in self._in_text and any(
            abs(place.distance - own.distance) <= _SAME_HEIGHT for place in others
        )


def set_aside(
    pages_blocks: Sequence[Sequence[Block]], pages: Sequence[Page]
) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    """The blocks of all pages without the furniture, and the furniture, both in reading order.

    Furniture is a run of lines from the edge of a page inwards, outside of tables and clear of the text, each of which
    returns at the same height on another page (numbers aside) or is a page number that stands alone.

    Args:
        pages_blocks: the blocks of each page, in reading order.
        pages: the pages.
    """
    sightings = _Sightings(pages_blocks, pages)
    kept: list[Block] = []
    furniture: list[Line] = []
    for blocks, page in zip(pages_blocks, pages, strict=True):
        aside = {id(line) for edge in (0, 1) for line in _furniture(blocks, page, edge, sightings)}
        kept += [block for block in blocks if id(block) not in aside]
        furniture += [block for block in blocks if isinstance(block, Line) and id(block) in aside]
    return tuple(kept), tuple(furniture)


def _furniture(blocks: Sequence[Block], page: Page, edge: int, sightings: _Sightings) -> list[Line]:
    """The furniture at one edge of a page."""
    found: list[list[Line]] = []
    limit, clear = page.height, _CLEAR
    for level in _levels(blocks, edge):
        lines = [block for block in level if isinstance(block, Line)]
        if len(lines) < len(level) or not _is_furniture(lines, page, edge, sightings):
            limit = min(_nearest(block, page, edge) for block in level)
            clear = _CLEAR if len(lines) == len(level) else 0.0  # a table's frame divides well enough
            break
        found.append(lines)
    while found and limit - max(_distance(line, page, edge) for line in found[-1]) < clear * _height(found[-1][0]):
        limit = min(_nearest(line, page, edge) for line in found.pop())
    return [line for level in found for line in level]


def _is_furniture(lines: Sequence[Line], page: Page, edge: int, sightings: _Sightings) -> bool:
    if any(_distance(line, page, edge) > _ZONE * page.height or _is_boxed(line, page) for line in lines):
        return False
    if len(lines) == 1 and _PAGE_NUMBER.fullmatch(lines[0].text):
        return True
    is_row = len(lines) >= _ROW and not any(_NUMBER.search(line.text) for line in lines)
    return not is_row and all(
        sightings.returns(line, page, edge) or bool(_PAGE_NUMBER.fullmatch(line.text)) for line in lines
    )


def _is_boxed(line: Line, page: Page) -> bool:
    """Whether a line stands in a box that reaches into the text, and is no frame around all of it."""
    return line.box is not None and any(
        _ZONE * page.height < box.bottom - box.top < _MOST * page.height
        and box.x0 <= line.box.x0 < line.box.x1 <= box.x1
        and box.top <= line.box.top < line.box.bottom <= box.bottom
        for box in page.boxes
    )


def _levels(blocks: Sequence[Block], edge: int) -> Iterator[list[Block]]:
    """The blocks from one edge of a page inwards, those at one height together."""
    ordered = sorted((b for b in blocks if _span(b) is not None), key=lambda b: _sides(b)[edge] * (-1 if edge else 1))
    level: list[Block] = []
    for block in ordered:
        if level and not _is_level(level[0], block):
            yield level
            level = []
        level.append(block)
    if level:
        yield level


def _is_level(a: Block, b: Block) -> bool:
    (top, bottom), (other_top, other_bottom) = _sides(a), _sides(b)
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared >= _LEVEL * min(bottom - top, other_bottom - other_top)


def _span(block: Block) -> tuple[float, float] | None:
    """Top and bottom of a block, where they are known."""
    first, last = (block.box, block.box) if isinstance(block, Line) else (block.rows[0].box, block.rows[-1].box)
    return (first.top, last.bottom) if first and last else None


def _sides(block: Block) -> tuple[float, float]:
    return _span(block) or (0.0, 0.0)


def _height(line: Line) -> float:
    top, bottom = _sides(line)
    return bottom - top


def _distance(line: Line, page: Page, edge: int) -> float:
    """How far the line's inner side is from an edge of the page."""
    top, bottom = _sides(line)
    return page.height - top if edge else bottom


def _nearest(block: Block, page: Page, edge: int) -> float:
    """How far the block's outer side is from an edge of the page."""
    top, bottom = _sides(block)
    return page.height - bottom if edge else top


def _place(line: Line, page: Page, edge: int) -> _Place:
    return _Place(edge, _NUMBER.sub("#", line.text), page.number, _distance(line, page, edge))

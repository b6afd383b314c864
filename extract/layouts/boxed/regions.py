"""The boxes of a document with the words in them: frames, coloured areas, cells, what lies under or beside a bar."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.document import Box, Document, Line, Page, Table, lines_of

SAME = 4.0  # points by which edges that were meant to meet may differ
_TALLEST_BAR = 70.0  # points: the head of a card holds three lines
_WIDEST_BAR = 12.0  # points: a bar beside a card
_LEAST = 80.0  # points that a card is wide
_LOWEST = 24.0  # points that it is high
_NEAR = 6.0  # points between the head of a card and its body
_HEAD_CELLS = 2  # of a card: what is recommended, and what is decided
_ROWS = 8  # of a card that rules divide
_COLUMNS = 4  # likewise
_MARGIN = 12.0  # points by which words may stand out on the right of what is under a bar


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that may be a card, and what stands in it from the top to the foot."""

    page: int
    box: Box
    pieces: tuple[Line, ...] = field(compare=False)


def find_regions(document: Document, pieces: Mapping[int, Sequence[Line]]) -> Iterator[tuple[bool, list[Region]]]:
    """What may be cards, by each way of drawing them, and whether those have an outline on all sides.

    Regions may lie within one another.

    Args:
        document: what was read.
        pieces: the lines of each page (see ``pieces_of``).
    """
    for outlined in (_outlines, _below_bars, _beside_bars, _below_rules):
        regions = list[Region]()
        for page in document.pages:
            own = pieces.get(page.number, ())
            regions += (_region(page, box, own) for box in outlined(page, document, own))
        yield outlined is _outlines, [region for region in regions if region.pieces]


def around(a: Box, b: Box) -> Box:
    """The box around two boxes."""
    return Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


def is_within(inner: Box, outer: Box) -> bool:
    """Whether the middle of a box lies within another."""
    across, down = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= across <= outer.x1 and outer.top <= down <= outer.bottom


def pieces_of(document: Document) -> dict[int, list[Line]]:
    """The lines of each page, those in cells in their parts, from the top to the foot."""
    pages = dict[int, list[Line]]()
    for block in document.blocks:
        for line in lines_of((block,)):
            for part in (line,) if block is line else line.parts or (line,):
                if part.box is not None:
                    pages.setdefault(line.page, []).append(part)
    return {page: sorted(lines, key=place) for page, lines in pages.items()}


def place(line: Line) -> tuple[float, float]:
    """Where a line stands: its top, and its left edge."""
    return (line.box.top, line.box.x0) if line.box else (0.0, 0.0)


def _region(page: Page, box: Box, pieces: Sequence[Line]) -> Region:
    first = bisect_left(pieces, (box.top - _TALLEST_BAR, 0.0), key=place)
    last = bisect_left(pieces, (box.bottom, 0.0), key=place)
    inside = (piece for piece in pieces[first:last] if piece.box and is_within(piece.box, box))
    return Region(page.number, box, tuple(inside))


def _outlines(page: Page, document: Document, _: Sequence[Line]) -> list[Box]:
    """Frames, areas, tables and their cells, and each with what is right above it, as a head is above its card."""
    tables = [block for block in document.blocks if isinstance(block, Table) and block.rows[0].page == page.number]
    outlines = [box for box in page.boxes if _is_broad(box)]
    outlines += [box for table in tables for box in _table_outlines(table)]
    return [box for box in (*outlines, *_with_heads(outlines)) if box.bottom - box.top >= _LOWEST]


def _is_broad(box: Box) -> bool:
    return box.x1 - box.x0 >= _LEAST


def _table_outlines(table: Table) -> Iterator[Box]:
    """Its cells; and the whole of a small one that a head stands over, and no titles of columns."""
    first, last = table.rows[0], table.rows[-1]
    headed = len(first.cells) <= _HEAD_CELLS and len(table.rows) <= _ROWS and table.columns <= _COLUMNS
    if headed and first.box and last.box:
        yield around(first.box, last.box)
    yield from (cell.box for row in table.rows for cell in row.cells if cell.box and cell.lines)


def _with_heads(outlines: Sequence[Box]) -> Iterator[Box]:
    tops = defaultdict[int, list[Box]](list)
    for box in outlines:
        tops[int(box.top // _NEAR)].append(box)
    for head in outlines:
        if head.bottom - head.top <= _TALLEST_BAR:
            at = int(head.bottom // _NEAR)
            bodies = (box for near in (at - 1, at, at + 1) for box in tops[near] if _is_under(box, head))
            yield from [around(head, body) for body in bodies]


def _is_under(box: Box, head: Box) -> bool:
    sides = max(abs(box.x0 - head.x0), abs(box.x1 - head.x1))
    return sides <= SAME and -SAME <= box.top - head.bottom <= _NEAR


def _below_bars(page: Page, _: Document, pieces: Sequence[Line]) -> list[Box]:
    """What lies under each coloured head, down to the next one or to words that stand out of it."""
    bars = [box for box in page.boxes if _is_broad(box) and box.bottom - box.top <= _TALLEST_BAR]
    return [_under(bar, bars, page, pieces) for bar in bars]


def _below_rules(page: Page, _: Document, pieces: Sequence[Line]) -> list[Box]:
    """What lies under each rule, down to the next one."""
    rules = [rule for rule in page.rules if _is_broad(rule)]
    return [_under(rule, rules, page, pieces) for rule in rules]


def _under(bar: Box, bars: Iterable[Box], page: Page, pieces: Iterable[Line]) -> Box:
    below = [other.top for other in bars if other.top > bar.top + SAME and _overlap(other, bar)]
    boxes = [piece.box for piece in pieces if piece.box and piece.box.top > bar.bottom]
    below += [box.top for box in boxes if _overlap(box, bar) and _stands_out(box, bar)]
    return Box(bar.x0 - SAME, bar.top, bar.x1 + SAME, min(below, default=page.height))


def _overlap(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1


def _stands_out(box: Box, bar: Box) -> bool:
    return box.x0 < bar.x0 - SAME or box.x1 > bar.x1 + _MARGIN


def _beside_bars(page: Page, _: Document, __: Sequence[Line]) -> list[Box]:
    """What lies to the right of each coloured bar, as far as the next one."""
    bars = [box for box in page.boxes if box.x1 - box.x0 <= _WIDEST_BAR]
    return [Box(bar.x0, bar.top, _next(bar, bars, page), bar.bottom) for bar in bars]


def _next(bar: Box, bars: Iterable[Box], page: Page) -> float:
    return min((other.x0 for other in bars if other.x0 > bar.x1 + _LEAST), default=page.width)

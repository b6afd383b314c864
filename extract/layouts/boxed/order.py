"""The order in which the boxes of a document are read, and which of them go on with a card on another page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from extract.document import Page
from extract.layouts.boxed.regions import SAME, Region
from extract.layouts.labels import read_label

_BAND = 12.0  # points by which the tops of boxes beside each other may differ
_FOOT = 0.7  # of a page's height that a box reaches at least, where it goes on elsewhere
_FIGURES = re.compile(r"\d+")


def in_order(regions: Iterable[Region]) -> tuple[list[Region], bool]:
    """The boxes row by row, or column by column where their numbers ascend then; and whether it is by columns."""
    by_page = [list(group) for _, group in groupby(sorted(regions, key=_by_rows), key=lambda region: region.page)]
    rows, columns = ([region for page in by_page for region in order(page)] for order in (_rows, _columns))
    by_columns = _descents(columns) < _descents(rows)
    return (columns, True) if by_columns else (rows, False)


def _descents(regions: Iterable[Region]) -> int:
    return sum(a > b for a, b in pairwise(_numbers(regions)))


def _by_rows(region: Region) -> tuple[int, float, float]:
    return region.page, region.box.top, region.box.x0


def _rows(regions: Sequence[Region]) -> Iterator[Region]:
    """The boxes of a page, those beside each other from left to right."""
    bands = list[list[Region]]()
    for region in regions:
        if bands and region.box.top - bands[-1][0].box.top <= _BAND:
            bands[-1].append(region)
        else:
            bands.append([region])
    return (region for band in bands for region in sorted(band, key=lambda region: region.box.x0))


def _columns(regions: Sequence[Region]) -> Iterator[Region]:
    """The boxes of a page, those under each other from the top to the foot."""
    lefts = sorted({region.box.x0 for region in regions})
    column = {left: sum(other < left - SAME for other in lefts) for left in lefts}
    return iter(sorted(regions, key=lambda region: (column[region.box.x0], region.box.top)))


def _numbers(regions: Iterable[Region]) -> Iterator[list[int]]:
    """The numbers that the boxes open with; what is decided may stand a little higher beside them."""
    for region in regions:
        labels = filter(None, (read_label(piece.text) for piece in region.pieces[:2]))
        figures = next((_FIGURES.findall(label.number) for label in labels), [])
        if figures:
            yield [int(figure) for figure in figures]


def part_of(region: Region, before: Sequence[Region], pages: dict[int, Page], *, by_columns: bool) -> Region | None:
    """The card at the foot of a page or column that may go on in a box at the head of the next one."""
    if any(_is_above(other, region) for other in before):
        return None
    above = [other for other in before if by_columns or is_alike(other, [region])]
    last = above[-1] if above else None
    return last if last and last.box.bottom >= _FOOT * pages[last.page].height else None


def _is_above(region: Region, other: Region) -> bool:
    return region.page == other.page and region.box.top < other.box.top and is_alike(region, [other])


def is_alike(region: Region, cards: Iterable[Region]) -> bool:
    """Whether a box stands at the same sides as a card does."""
    sides = (region.box.x0, region.box.x1)
    return any(max(abs(a - b) for a, b in zip(sides, (c.box.x0, c.box.x1), strict=True)) <= SAME for c in cards)

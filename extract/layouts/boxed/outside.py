"""Cards whose heads stand outside: above each box what is recommended, and within it what is answered."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from extract.document import Line
from extract.layouts.boxed.regions import SAME, Region
from extract.layouts.boxed.titles import Titles
from extract.layouts.labels import read_label

_MOSTLY = 0.6  # of the boxes open with a title
_OUT = 12.0  # points by which a head may stand out of the sides of its box


def with_heads(regions: Sequence[Region], titles: Titles, pieces: Mapping[int, Sequence[Line]]) -> list[Region]:
    """The boxes, with what stands above each from a number on where most of them open with a title.

    Args:
        regions: the boxes.
        titles: tells the titles in them.
        pieces: the lines of each page.
    """
    bare = [region for region in regions if titles.read(region.pieces[0])]
    if len(bare) < _MOSTLY * len(regions):
        return list(regions)
    heads = [_head(region, regions, pieces) for region in regions]
    return list(map(_headed, regions, heads)) if all(heads) else list(regions)


def _headed(region: Region, head: Sequence[Line]) -> Region:
    _, top, _, _ = region.box
    tops = [line.box.top for line in head if line.box and line.page == region.page]
    return Region(region.page, region.box._replace(top=min(tops, default=top)), (*head, *region.pieces))


def _head(region: Region, others: Iterable[Region], pieces: Mapping[int, Sequence[Line]]) -> Sequence[Line]:
    """What stands above a box, or at the foot of the page before it, from the last number on."""
    x0, top, x1, _ = region.box
    beside = [other for other in others if other.box.x0 < x1 and x0 < other.box.x1]
    for page, foot in ((region.page, top), (region.page - 1, inf)):
        boxes = [other.box for other in beside if other.page == page and other.box.bottom <= foot + SAME]
        floor = max((box.bottom for box in boxes), default=0.0)
        lines = [line for line in pieces.get(page, ()) if line.box and floor <= line.box.top < foot - SAME]
        lines = [line for line in lines if line.box and x0 - _OUT <= line.box.x0 < line.box.x1 <= x1 + _OUT]
        starts = [at for at, line in enumerate(lines) if read_label(line.text)]
        if starts:
            return lines[starts[-1] :]
    return ()

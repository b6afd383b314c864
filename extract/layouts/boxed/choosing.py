"""Which of the boxes of a document are its cards, and in which order they are read."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from extract.document import Document, Line, Page
from extract.layouts.boxed.filling import fill_card, levels
from extract.layouts.boxed.order import in_order, is_alike, part_of
from extract.layouts.boxed.outside import with_heads
from extract.layouts.boxed.regions import SAME, Region, find_regions, is_within, pieces_of
from extract.layouts.boxed.titles import Titles, learn_titles
from extract.layouts.headings import HeadingMatcher
from extract.layouts.labelled import LabelReader
from extract.layouts.labels import read_label, read_worded_label
from extract.vocabulary.headings import Headings

_FEWEST = 2  # titles of a card
_LEAST = 3  # lines of a card: two titles, and what stands under one of them
_PAGE = 0.8  # of a page's width and height: a box that is larger is the page's own
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")


@dataclass(frozen=True, slots=True)
class Found:
    """The boxes that are cards or parts of cards, in the order of reading.

    Attributes:
        regions: the boxes.
        titles: tells the titles in them.
        parts: those that may go on with another, by which region they may go on with.
        drawn: the cards have outlines, around all that they hold: how far they reach was not inferred.
    """

    regions: tuple[Region, ...]
    titles: Titles
    parts: dict[Region, Region]
    drawn: bool = True


def find_cards(document: Document, headings: Headings) -> Found | None:
    """The cards of a document, by that way of drawing them which makes up the most; ``None`` where there are none."""
    best: Found | None = None
    matcher, labels = HeadingMatcher(headings), LabelReader(headings)
    pieces = pieces_of(document)
    for outlined, regions in find_regions(document, pieces):
        lines = list(dict.fromkeys(line for one in regions if len(one.pieces) >= _LEAST for line in one.pieces))
        titles = learn_titles(lines, matcher, labels)
        found = _choose(regions, titles, document.pages, pieces)
        if len(found.regions) > max(1, len(best.regions) if best else 0):
            best = replace(found, drawn=found.drawn and outlined)
    return best


def _choose(
    regions: Sequence[Region], titles: Titles, numbered: Iterable[Page], pieces: Mapping[int, Sequence[Line]]
) -> Found:
    pages = {page.number: page for page in numbered}
    read = {region: _keys(region, titles) for region in dict.fromkeys(regions)}
    full = [region for region, keys in read.items() if len(keys) >= _FEWEST and _is_card(region, keys, titles)]
    full = _related(full, read)
    labelled = [region for region in full if _is_labelled(region)]
    full = [region for region in full if not _is_page(region, full, pages[region.page])]
    full = [region for region in full if _is_labelled(region) or not any(_holds(region, one) for one in labelled)]
    cards = _outermost(full)
    alike = [region for region in read if is_alike(region, cards) and _is_free(region, cards)]
    short = _outermost([region for region in alike if read[region] and _is_card(region, read[region], titles)])
    rest = _outermost([region for region in alike if not read[region] and _is_free(region, short)])
    whole = with_heads([*cards, *short], titles, pieces)
    ordered, by_columns = in_order([*whole, *rest])
    parts = dict[Region, Region]()
    for at, region in enumerate(ordered):
        if last := part_of(region, ordered[:at], pages, by_columns=by_columns):
            parts[region] = last
    used = tuple(region for region in ordered if region not in rest or region in parts)
    return Found(used, titles, parts, drawn={*whole} == {*cards, *short})


def _related(regions: Sequence[Region], read: Mapping[Region, Sequence[str]]) -> list[Region]:
    """The boxes that have two titles at least which others have, too."""
    held = Counter(key for region in regions for key in set(read[region]))
    shared = {key for key, count in held.items() if count >= _FEWEST}
    return [region for region in regions if len(shared & set(read[region])) >= _FEWEST]


def _keys(region: Region, titles: Titles) -> list[str]:
    return [title.key for title in map(titles.read, region.pieces) if title]


def _is_card(region: Region, keys: Sequence[str], titles: Titles) -> bool:
    """Whether a box holds no title twice, and is no table below the titles of its columns."""
    if len(set(keys)) < len(keys):
        return False
    card = fill_card(region, titles, frozenset())
    filled = [lines for lines in card.fields.values() if lines]
    return (
        len(filled) >= max(len(keys) / 2, min(len(keys), _FEWEST))
        and not _has_rows(filled)
        and not _is_table(region, titles)
    )


def _has_rows(fields: Iterable[Sequence[Line]]) -> bool:
    """Whether what stands under two titles goes on at the same height after a gap, as the rows of a table do."""
    tops = [[line.box.top for line in lines if line.gap and line.box] for lines in fields]
    return any(abs(a - b) <= SAME for one, other in combinations(tops, 2) for a in one for b in other)


def _is_table(region: Region, titles: Titles) -> bool:
    """Whether all titles stand side by side, with nothing over them or several numbers below."""
    rows = levels(region.pieces, titles)
    titled = [row for row in rows if any(title for _, title in row)]
    left = min(piece.box.x0 for piece in region.pieces if piece.box)
    first = [piece for piece in region.pieces if piece.box and piece.box.x0 <= left + SAME]
    numbers = [piece for piece in first if read_worded_label(piece.text) or _NUMBER.fullmatch(piece.text.strip())]
    beside = len(titled) == 1 and sum(title is not None for _, title in titled[0]) > 1
    return len(numbers) > 1 or (beside and titled[0] is rows[0])


def _is_page(region: Region, others: Iterable[Region], page: Page) -> bool:
    """Whether a box is a page's own: nearly as large, with a card in it."""
    x0, top, x1, bottom = region.box
    large = x1 - x0 >= _PAGE * page.width and bottom - top >= _PAGE * page.height
    return large and any(other is not region and _holds(region, other) for other in others)


def _is_labelled(region: Region) -> bool:
    """Whether a box opens with the number of a recommendation: what is printed above that is none of it."""
    return read_label(region.pieces[0].text) is not None


def _holds(outer: Region, inner: Region) -> bool:
    return outer.page == inner.page and is_within(inner.box, outer.box) and _area(inner) < _area(outer)


def _area(region: Region) -> float:
    x0, top, x1, bottom = region.box
    return (x1 - x0) * (bottom - top)


def _outermost(regions: Iterable[Region]) -> list[Region]:
    taken = list[Region]()
    for region in sorted(regions, key=_area, reverse=True):
        if _is_free(region, taken):
            taken.append(region)
    return taken


def _is_free(region: Region, taken: Iterable[Region]) -> bool:
    """Whether nothing in a box stands in another one that is taken."""
    pieces = {piece for other in taken if other.page == region.page for piece in other.pieces}
    return not pieces & {*region.pieces}

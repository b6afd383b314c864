"""A Document becomes entries: one module a layout, each of which says how much of the document it explains."""

from dataclasses import replace

from extract.document import Document, lines_of
from extract.layouts.aligned import read_aligned
from extract.layouts.bilingual import in_english
from extract.layouts.boxed import read_boxed
from extract.layouts.cards import read_cards
from extract.layouts.columns import read_columns
from extract.layouts.combining import combine
from extract.layouts.completing import with_details
from extract.layouts.entries import Explanation
from extract.layouts.keys import with_meanings
from extract.layouts.listed import read_listed
from extract.layouts.prose import read_prose
from extract.layouts.statuses import with_decisions
from extract.vocabulary.headings import Headings


def read_drawn(document: Document, headings: Headings) -> Explanation:
    """What boxes say, where they are more than cards whose titles and values rules divide: those leave less doubt."""
    boxed = read_boxed(document, headings)
    ruled = read_cards(document, headings) if boxed.entries else boxed
    return boxed if len(boxed.entries) > len(ruled.entries) else Explanation((), 0)


LAYOUTS = (read_drawn, read_columns, read_aligned, read_cards, read_listed, read_prose)
"""The layouts: tables of some kind first, running text last."""

_ALL_BUT = 0.03  # of the document that is left for a title and an introduction: no prose answers beside such a table


def explain(document: Document, headings: Headings) -> Explanation:
    """The explanation of the layout that accounts for most of the document, and what others add to it."""
    *tables, prose = LAYOUTS
    found = [layout(document, headings) for layout in tables]
    best = max((one.explained for one in found if one.entries), default=0)
    if best < (1 - _ALL_BUT) * sum(line.letters for line in lines_of(document.blocks)):
        found.append(prose(document, headings))
    combined = with_details(document, combine(document, found), headings)
    entries = with_decisions(in_english(combined.entries), headings.contents.decides)
    return replace(combined, entries=with_meanings(document, entries))

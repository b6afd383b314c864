"""A Document becomes entries: one module a layout, each of which says how much of the document it explains."""

from extract.document import Document
from extract.layouts.aligned import read_aligned
from extract.layouts.cards import read_cards
from extract.layouts.columns import read_columns
from extract.layouts.combining import combine
from extract.layouts.entries import Explanation
from extract.layouts.prose import read_prose
from extract.vocabulary.headings import Headings

LAYOUTS = (read_columns, read_aligned, read_cards, read_prose)


def explain(document: Document, headings: Headings) -> Explanation:
    """The explanation of the layout that accounts for most of the document, and what others add to it."""
    return combine(document, [layout(document, headings) for layout in LAYOUTS])

"""The table layout: one row a recommendation, in tables that the reader saw, under column titles or without them."""

from extract.document import Document, Table
from extract.layouts.entries import Explanation
from extract.layouts.sheets import explain_tables, own_words
from extract.vocabulary.headings import Headings


def read_columns(document: Document, headings: Headings) -> Explanation:
    """What the document's tables say: an entry for each recommendation, and the tables that say none."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    return explain_tables(tables, headings, own_words(document))

"""The table layout: one row a recommendation, in tables that the reader saw, under column titles or without them."""

from collections.abc import Sequence
from dataclasses import replace

from extract.document import Block, Document, Line, Table
from extract.layouts.entries import Explanation
from extract.layouts.labels import read_worded_label
from extract.layouts.sheets import explain_tables, own_words
from extract.vocabulary.headings import Headings

_HEADING_WORDS = 20


def read_columns(document: Document, headings: Headings) -> Explanation:
    """What the document's tables say: an entry for each recommendation, and the tables that say none."""
    return explain_tables(_headed_tables(document.blocks), headings, own_words(document))


def _headed_tables(blocks: Sequence[Block]) -> list[Table]:
    """The tables, each with the line that heads it, where a table after the first has such a line.

    What stands above the first table alone is the title of the document.
    """
    tables = [(table, _heading(blocks[:at])) for at, table in enumerate(blocks) if isinstance(table, Table)]
    headed = any(heading for _, heading in tables[1:])
    return [replace(table, heading=heading) if headed else table for table, heading in tables]


def _heading(before: Sequence[Block]) -> Line | None:
    """The line right before a table, where it is one short bold line that ends no sentence and stands alone."""
    last = before[-1] if before else None
    if not isinstance(last, Line) or not last.bold or len(last.text.split()) > _HEADING_WORDS:
        return None
    return None if last.text.rstrip().endswith((".", ":", ";", ",")) or read_worded_label(last.text) else last

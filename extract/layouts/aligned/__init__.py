"""The layout of tables that no rules divide: columns by their titles and left edges, rows by labels and gaps."""

import re
from dataclasses import replace

from extract.document import Document, Line
from extract.layouts.aligned.building import build_tables
from extract.layouts.aligned.leads import with_lead
from extract.layouts.aligned.runs import find_runs
from extract.layouts.aligned.segments import find_leaves
from extract.layouts.aligned.titles import HeaderFinder
from extract.layouts.entries import Explanation
from extract.layouts.headings import HeadingMatcher
from extract.layouts.sheets import explain_tables, own_words
from extract.vocabulary.headings import Headings

_DRAWN = re.compile(r"\s*[-–—=_+|]{2,}[-–—=_+|\s]*")
"""A rule drawn with signs below the titles: ``--  ---------``."""


def read_aligned(document: Document, headings: Headings) -> Explanation:
    """What aligned text under known titles says: an entry for each recommendation."""
    finder = HeaderFinder(HeadingMatcher(headings))
    decision = headings.contents.decides
    runs = find_runs(find_leaves(_without_drawn_rules(document)), finder)
    tables = [table for run in runs for table in build_tables(with_lead(run), decision)]
    return explain_tables(tables, headings, own_words(document))


def _without_drawn_rules(document: Document) -> Document:
    blocks = (block for block in document.blocks if not isinstance(block, Line) or not _DRAWN.fullmatch(block.text))
    return replace(document, blocks=tuple(blocks))

"""Doubts about how a row was read: a text that breaks off, words hardly recognised, what a layout noticed."""

import re
from collections.abc import Iterator

from extract.interpret.doubts.doubt import Doubt, Understood, quote
from extract.layouts.entries import Entry

_HANGING = re.compile(  # a list's “; and” hangs on its next item
    r"(?<![;,] )\b(?:the|a|an|to|of|and|or|with|for|by|in|on|at|from|that|which|who|is|are|be|will|as|their|its)$",
    re.IGNORECASE,
)
_POOR = 0.75  # how sure a recognised line is at least, when nine in ten of such lines have no fault


def reading_doubts(row: Understood) -> Iterator[Doubt]:
    """What is doubtful about the words of a row."""
    yield from text_doubts(row.entry.text.text)
    yield from _recognised(row.entry)
    for notice in row.entry.notices:
        yield Doubt(notice.code)


def text_doubts(text: str) -> Iterator[Doubt]:
    """What is doubtful about the text of a recommendation by itself."""
    if _HANGING.search(text):
        yield Doubt("recommendation_breaks_off", {"quote": " ".join(text.split()[-6:])})


def _recognised(entry: Entry) -> Iterator[Doubt]:
    """Words of the row that were recognised in a picture, and not well: the least sure line of them is quoted."""
    lines = {piece.line for cell in entry.cells for piece in cell.passage.pieces}
    poor = [line for line in lines if line.confidence is not None and line.confidence < _POOR]
    if poor:
        worst = min(poor, key=lambda line: (line.confidence, line.text))
        yield Doubt("recognised_poorly", {"quote": quote(worst.text)})

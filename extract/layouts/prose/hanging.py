"""Numbers that hang before their paragraphs: in a PDF file they may be lines of their own, beside the first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.document import Block, Box, Document, Line

_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s*")
_FAR = 60.0  # points between a number and its paragraph


def with_hanging_numbers(document: Document) -> Document:
    """The document, each number that stands beside a line made one with it: ``3.1.2`` and ``Usage has fallen``."""
    return replace(document, blocks=tuple(_joined(document.blocks)))


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    held: Block | None = None
    for block in blocks:
        if isinstance(held, Line) and isinstance(block, Line) and (one := _beside(held, block) or _beside(block, held)):
            held = one
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _beside(number: Line, line: Line) -> Line | None:
    """The two as one line, where the first is a number that stands to the left of the second."""
    left, right = number.box, line.box
    if left is None or right is None or number.page != line.page or not _NUMBER.fullmatch(number.text):
        return None
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    if _NUMBER.fullmatch(line.text) or shared < (left.bottom - left.top) / 2 or not 0 <= right.x0 - left.x1 <= _FAR:
        return None
    box = Box(left.x0, min(left.top, right.top), right.x1, max(left.bottom, right.bottom))
    return replace(line, text=f"{number.text.strip()} {line.text}", box=box, gap=number.gap or line.gap)

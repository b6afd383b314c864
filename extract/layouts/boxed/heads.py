"""The head of a card: its number, what is recommended, and a decision in a box of its own beside or below that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Line
from extract.layouts.boxed.filling import Card, words_of
from extract.layouts.boxed.regions import Region
from extract.layouts.boxed.titles import style_of
from extract.layouts.headings import HeadingMatcher
from extract.layouts.labels import Label, read_label, read_number_cell, read_worded_label
from extract.text import clean
from extract.vocabulary.headings import Headings

_PILL_WORDS = 6
_CORNER = 14  # characters of a number: SR (23/24) 01
_BESIDE = 0.45  # of the card's width to the left of a decision beside its head
_CONTINUED = re.compile(r"\s*[(\[–—-]\s*cont(?:inue[ds]|inuation|[’'.]?d?)?\.?\s*[)\]]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a card.

    Attributes:
        lines: what stands there, but for the decision.
        decision: what is decided, where it stands in the head.
        number: the number that it opens with, as printed.
        apart: the number stands by itself, in a corner of the head, and is none of the lines.
    """

    lines: tuple[Line, ...]
    decision: tuple[Line, ...] = ()
    number: str | None = None
    apart: Line | None = None


def read_head(card: Card, headings: Headings) -> Head:
    """The head of a card, with what is decided told from what is recommended."""
    pills = tuple(_pills(card, headings))
    lines = tuple(line for level in card.head for line in level if line not in pills)
    corner = _corner(lines)
    if corner:
        return Head(lines[1:], pills, corner.number, lines[0])
    text = words_of(lines)
    label = read_worded_label(text) or read_label(text)
    return Head(lines, pills, label.number if label else None)


def _corner(lines: Sequence[Line]) -> Label | None:
    """The number that is the first line of a head, and all of it."""
    first = lines[0].text if len(lines) > 1 else ""
    if len(first) > _CORNER or read_worded_label(first) or _CONTINUED.search(first):
        return None
    return read_number_cell(first)


def goes_on(card: Card, head: Head, before: Head) -> Region | None:
    """What a box adds to the card before it, of which it is a part; ``None`` where it is a card of its own.

    A part has no head, or one that says so; what stands in place of one is printed as no head is.
    """
    region = card.region
    continued = [at for at, line in enumerate(region.pieces) if _CONTINUED.search(clean(line.text))]
    if continued and region.pieces[continued[0]] in head.lines and head.number in {None, before.number}:
        return replace(region, pieces=region.pieces[continued[0] + 1 :])
    if not head.lines or (before.number and not head.number):
        return region
    alike = style_of(head.lines[0]) == style_of(before.lines[0]) if before.lines else True
    return None if alike or head.number else region


def _pills(card: Card, headings: Headings) -> Iterator[Line]:
    """What is decided, in a box of its own to the right of the head, or alone in a line of it."""
    matcher = HeadingMatcher(headings)
    left, _, right, _ = card.region.box
    middle = left + _BESIDE * (right - left)
    for level in card.head:
        *_, last = level
        beside = len(level) > 1 and last.box is not None and last.box.x0 >= middle
        short = len(last.text.split()) <= _PILL_WORDS
        decides = headings.contents.decides.search(last.text.strip()) is not None
        if short and ((beside and decides) or (len(level) == 1 and matcher.is_tick(last.text))):
            yield last

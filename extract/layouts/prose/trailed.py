"""Headings that end with the number of a recommendation: ``Water (Recommendation 2)``."""

import re
from collections.abc import Sequence

from extract.layouts.prose.openings import Opened, Opening
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.styles import Signs

_TRAILED = re.compile(
    r"(?P<topic>(?-i:[A-Z])[^.;:?!\n]{2,90}?)\s*(?:[(\[]|[:–—-]\s)\s*(?:recommendation|rec\.?)\s+(?:no\.?\s*)?"
    r"(?P<number>\d{1,2}[a-z]?)[)\]]?\s*",
    re.IGNORECASE,
)


def trailed(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``Water (Recommendation 2)``: headings that end with the number, each number once."""
    found = [_trailed(paragraph, signs) for paragraph in paragraphs]
    numbers = [opening.number for opening in found if opening]
    return found if len(numbers) > 1 and len(set(numbers)) == len(numbers) else [None] * len(found)


def _trailed(paragraph: Paragraph, signs: Signs) -> Opening | None:
    found = None if paragraph.tabular or signs.titled(paragraph.text) else _TRAILED.fullmatch(paragraph.text)
    return Opening(found["number"], None, found.end(), found["topic"]) if found else None

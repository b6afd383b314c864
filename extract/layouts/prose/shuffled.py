"""Recommendations whose numbers do not count up, since they stand in groups: those accepted, those that are not."""

import re
from collections.abc import Sequence

from extract.layouts.prose.openings import Opened, Opening
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.styles import Signs, pointed

_ASKS = re.compile(r"\W*(?:That|To\s+[a-z]{2,})\b")
_FEWEST = 4


def shuffled(paragraphs: Sequence[Paragraph], _: Signs) -> Opened:
    """``(4) That …`` among others like it, in any order: together they are the numbers from 1 on, each once."""
    found = [_asking(paragraph) for paragraph in paragraphs]
    numbers = [opening.steps for opening in found if opening]
    whole = sorted(numbers) == [(number,) for number in range(1, len(numbers) + 1)]
    return found if whole and len(numbers) >= _FEWEST and numbers != sorted(numbers) else [None] * len(found)


def _asking(paragraph: Paragraph) -> Opening | None:
    opening = pointed(paragraph)
    return opening if opening and _ASKS.match(paragraph.text, opening.end) else None

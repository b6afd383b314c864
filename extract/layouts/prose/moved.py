"""Minutes in which each recommendation is moved and then answered: ``Recommendation 4 was moved by …: That …``."""

import re
from collections.abc import Sequence

from extract.layouts.prose.openings import Opened, Opening
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.styles import Signs

_MOVED = r"(?:moved|proposed|tabled|introduced|presented|put\s+forward|put|read\s+out|read|spoken\s+to)"
_NUMBER = r"rec(?:ommendation|\.)?\s*(?:no\.?\s*)?(?P<{}>\d{{1,3}}[a-z]?)\b"
_ASKED = (
    r"(?:\b(?:Cllrs?|Mrs?|Ms|Dr|[A-Z])\.|[^.;?!:])*?"
    r"(?:(?:[:–—,)-]|\b(?:was|asks|asked|reads?|namely))\s*[“\"‘']?(?=that\b|to\s+[a-z]{2,}\b)|:\s*[“\"‘']?(?=\S)|[:.]?\s*$)"
)
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\W*{_NUMBER.format('number')}\W{{0,4}}(?:(?:was|were|is|had\s+been)\s+)?(?:(?:then|duly|formally|next|also)\s+)*{_MOVED}\s+by\b{_ASKED}",
        rf"[^.;:?!]{{0,90}}?\b{_MOVED}(?:,?\s+and\b[^.;:?!]{{0,60}}\bseconded,?)?\s+(?:the\s+)?{_NUMBER.format('number')}{_ASKED}",
        rf"\W*{_MOVED}\s+by\b[^.;:?!]{{2,90}}?\W+{_NUMBER.format('number')}{_ASKED}",
    )
)
_OPENS = re.compile(
    rf"\W*{_MOVED}\s+by\s+(?=[A-Z])|[A-Z][^.;:?!]{{2,60}}?\s{_MOVED}\s+(?:the\s+)?{_NUMBER.format('number')}",
    re.IGNORECASE,
)
_FEWEST = 2


def opens_motion(text: str) -> bool:
    """Whether a line opens as a motion does: ``Moved by Councillor …`` or ``Councillor … moved recommendation 1``."""
    return text[:1].isupper() and _OPENS.match(text) is not None


def moved(paragraphs: Sequence[Paragraph], _: Signs) -> Opened:
    """``Recommendation 1 was moved by …: That …`` or ``… moved recommendation 1: That …``, more than once."""
    found = [_moved(paragraph) for paragraph in paragraphs]
    return found if sum(opening is not None for opening in found) >= _FEWEST else [None] * len(found)


def _moved(paragraph: Paragraph) -> Opening | None:
    forms = () if paragraph.tabular else _FORMS
    found = next((one for form in forms if (one := form.match(paragraph.text))), None)
    return Opening(found["number"], None, found.end()) if found else None

"""The ways in which recommendations are opened in running prose, in the order in which they are tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.layouts.prose.amid import amid
from extract.layouts.prose.moved import moved
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.shuffled import shuffled
from extract.layouts.prose.styles import (
    Style,
    asked,
    counted,
    marked,
    named,
    numbered,
    referenced,
    stated,
    worded,
)
from extract.layouts.prose.trailed import trailed

LABELLED: Final[tuple[Style, ...]] = (referenced, moved, worded, trailed, counted, named)
"""The ways that call a recommendation by that name."""

STYLES: Final[tuple[Style, ...]] = (*LABELLED, asked, amid, numbered, shuffled, stated, marked)
"""The ways, the surest first."""

BARE: Final[tuple[Style, ...]] = (numbered, shuffled)
"""The ways that know a recommendation by its number alone."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The paragraphs of a document as the ways read them.

    Attributes:
        printed: as they are.
        uncounted: without the numbers by which a report counts them.
        requests: only the numbers of those that ask left, where answers are counted with them; none elsewhere.
    """

    printed: Sequence[Paragraph]
    uncounted: Sequence[Paragraph]
    requests: Sequence[Paragraph]

    def of(self, style: Style) -> Sequence[Paragraph]:
        """The paragraphs as one way reads them."""
        if style is amid:
            return self.requests
        return self.printed if style in BARE else self.uncounted

"""The ways in which recommendations are opened in running prose, in the order in which they are tried."""

from typing import Final

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

LABELLED: Final[tuple[Style, ...]] = (referenced, worded, trailed, counted, named)
"""The ways that call a recommendation by that name."""

STYLES: Final[tuple[Style, ...]] = (*LABELLED, asked, numbered, shuffled, stated, marked)
"""The ways, the surest first."""

BARE: Final[tuple[Style, ...]] = (numbered, shuffled)
"""The ways that know a recommendation by its number alone."""

"""How cells look, in the words of XlsxWriter."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from extract.writing.workbook.tones import COLOURS, Tone


class Style(Enum):
    """What a cell is, as far as its look goes."""

    HEADING = auto()
    TEXT = auto()
    FORMULA = auto()  # text that could be taken for one
    COUNT = auto()
    MEASURE = auto()
    SHARE = auto()
    DAY = auto()
    LINK = auto()


Look = Style | Tone
"""What a cell looks like: by what it is, or by what its words mean."""

_TOP: Final = {"valign": "top"}
_LINKED: Final = {"font_color": "#0B4A7F", "underline": 1}

STYLES: Final[Mapping[Look, Mapping[str, object]]] = MappingProxyType(
    {
        Style.HEADING: _TOP | {"bold": True, "text_wrap": True, "bg_color": "#D9E2EC", "bottom": 1},
        Style.TEXT: _TOP | {"text_wrap": True},
        # Excel leaves such a cell a text when somebody edits it, and shows an apostrophe in the formula bar alone
        Style.FORMULA: _TOP | {"text_wrap": True, "quote_prefix": True},
        Style.COUNT: _TOP | {"num_format": "#,##0"},
        Style.MEASURE: _TOP | {"num_format": "0.00"},
        Style.SHARE: _TOP | {"num_format": "0.0%"},
        Style.DAY: _TOP | {"num_format": "d mmm yyyy", "align": "left"},
        Style.LINK: _TOP | _LINKED | {"text_wrap": True, "num_format": "#,##0"},
        **{tone: {"font_color": letters, "bg_color": ground} for tone, (letters, ground) in COLOURS.items()},
    }
)
"""The properties of each look."""

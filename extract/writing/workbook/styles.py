"""How cells look, in the words of XlsxWriter."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from extract.writing.workbook.tones import COLOURS, Tone


class Style(Enum):
    """What a cell is, as far as its look goes."""

    TITLE = auto()
    NOTE = auto()  # what is to be known of a table, above it
    NOTE_LINK = auto()
    HEADING = auto()
    NUMBER_HEADING = auto()
    TEXT = auto()
    FORMULA = auto()  # text that could be taken for one
    COUNT = auto()
    MEASURE = auto()
    SHARE = auto()
    DAY = auto()
    IDENTIFIER = auto()
    LINK = auto()
    COUNT_LINK = auto()
    LINE = auto()  # round a cell


Look = Style | Tone
"""What a cell looks like: by what it is, or by what its words mean."""

_TOP: Final = {"valign": "top"}
_HEADING: Final = {"bold": True, "text_wrap": True, "bg_color": "#D9E2EC", "bottom": 1}
_LINE: Final = {"bottom": 1, "bottom_color": "#BFBFBF", "right": 1, "right_color": "#D9D9D9"}
_RIGHT: Final = {"align": "right", "indent": 1}
_LINKED: Final = {"font_color": "#0B4A7F", "underline": 1}

STYLES: Final[Mapping[Look, Mapping[str, object]]] = MappingProxyType(
    {
        Style.TITLE: {"bold": True, "font_size": 14},
        Style.NOTE: _TOP,
        Style.NOTE_LINK: _TOP | _LINKED,
        Style.HEADING: _TOP | _HEADING,
        Style.NUMBER_HEADING: _TOP | _HEADING | _RIGHT,
        Style.TEXT: _TOP | {"text_wrap": True},
        # Excel leaves such a cell a text when somebody edits it, and shows an apostrophe in the formula bar alone
        Style.FORMULA: _TOP | {"text_wrap": True, "quote_prefix": True},
        Style.COUNT: _TOP | _RIGHT | {"num_format": "#,##0"},
        Style.MEASURE: _TOP | _RIGHT | {"num_format": "0.00"},
        Style.SHARE: _TOP | _RIGHT | {"num_format": "0.0%"},
        Style.DAY: _TOP | {"num_format": "d mmm yyyy", "align": "left", "indent": 1},
        Style.IDENTIFIER: _TOP,
        Style.LINK: _TOP | _LINKED,
        Style.COUNT_LINK: _TOP | _RIGHT | _LINKED | {"num_format": "#,##0"},
        Style.LINE: _LINE,
        **{tone: _LINE | {"font_color": letters, "bg_color": ground} for tone, (letters, ground) in COLOURS.items()},
    }
)
"""The properties of each look."""

"""Glyphs of Word's symbol fonts as the characters that they show: ticks, crosses, boxes, bullets."""

from typing import Final

_PRIVATE = 0xF000  # where Word puts the glyphs of symbol fonts
_LAST = 0xF0FF

_GLYPHS: Final = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
        0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐"},
    "webdings": {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"},
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xAE: "→", 0x2D: "−", 0xD6: "√",
    },
}  # fmt: skip
_ANY: Final = {**_GLYPHS["symbol"], **_GLYPHS["wingdings"]}


def shown(text: str, font: str | None) -> str:
    """The text as it is seen: glyphs of symbol fonts resolved, all other characters as they are.

    Args:
        text: characters of a run, or the one of a ``w:sym``.
        font: the run's font; glyphs at Word's private places mean the same in any other font.
    """
    name = (font or "").lower()
    if name not in _GLYPHS and text.isascii():
        return text
    return "".join(_glyph(char, name) for char in text)


def _glyph(char: str, font: str) -> str:
    code = ord(char)
    private = _PRIVATE <= code <= _LAST
    glyphs = _GLYPHS.get(font) or (_ANY if private else {})
    return glyphs.get(code - _PRIVATE if private else code, char)

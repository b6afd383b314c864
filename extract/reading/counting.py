"""Numbers in the forms that lists are counted in: ``3``, ``03``, ``c``, ``iii``, ``Three``, ``3rd``."""

from collections.abc import Callable, Mapping
from typing import Final

_MOST = 5000  # a greater number is written in figures, whatever the list asks for
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORDS: Final = (
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
    "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
)  # fmt: skip


def _letters(count: int) -> str:
    """The letter of a number; after z, letters are doubled: aa, bb."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (count // worth)
        count %= worth
    return letters


def _ending(count: int) -> str:
    teen = count % 100 in {11, 12, 13}
    return "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _word(count: int) -> str:
    return _WORDS[count - 1] if count <= len(_WORDS) else str(count)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "ordinal": lambda count: f"{count}{_ending(count)}",
    "cardinalText": _word,
}


def written(count: int, form: str) -> str:
    """A number in a list's form; in figures where the form is not known or has no such number.

    Args:
        count: the number.
        form: as Word names it (``ST_NumberFormat``): lowerLetter, upperLetter, lowerRoman, upperRoman, decimalZero,
            ordinal, cardinalText, none.
    """
    if form == "none":
        return ""
    return _FORMS.get(form, str)(count) if 0 < count < _MOST else str(count)

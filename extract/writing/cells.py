"""Text as it stands in a cell of a CSV file, and back: no cell runs as a formula, and none loses a character.

Two reversible steps (``from_cell(to_cell(text)) == text`` for every text):

* A control character, a carriage return, half of a surrogate pair, or a number that is no character (U+FFFE, U+FFFF) is
  written as ``_x000D_``: its number in four hex digits, as spreadsheets themselves do it (ECMA-376 part 1, 22.9.2.19,
  ST_Xstring). Text that looks like that already has its first underscore written so: ``_x005F_x000D_``.
* Text that a spreadsheet could take for a formula gets an apostrophe before it (OWASP ASVS 1.2.10): ``=``, ``+``,
  ``-``, ``@``, their full-width forms, or a tab, after any white space and invisible characters. So does text that
  would be taken for such an escape: apostrophes before one of these.
"""

import re

_FORMULA = re.compile(r"'*[\s\u00ad\u200b-\u200f\u2060\ufeff]*(?:[=+\-@\uff1d\uff0b\uff0d\uff20]|(?<=\t))")
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-F]{4}_)")
_NUMBER = re.compile(r"_x([0-9A-F]{4})_")


def to_cell(text: str) -> str:
    """The text as it is written into a cell."""
    shown = to_visible(text)
    return f"'{shown}" if is_formula(shown) else shown


def to_visible(text: str) -> str:
    """The text with its control characters and the like as their numbers: ``_x000D_``."""
    return _HIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def is_formula(shown: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, or for one with an apostrophe before it."""
    return _FORMULA.match(shown) is not None


def from_cell(cell: str) -> str:
    """The text that ``to_cell`` made the cell from."""
    if cell.startswith("'") and _FORMULA.match(cell, 1):
        cell = cell[1:]
    return _NUMBER.sub(lambda found: chr(int(found[1], 16)), cell)

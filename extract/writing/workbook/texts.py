"""Text as it stands in a cell of a workbook: nothing hidden in it, no longer than Excel allows."""

import re
from typing import Final

from extract.writing.cells import to_visible

MARK: Final = "… (goes on in the JSON)"
"""What a text ends with that was cut."""

_LONGEST = 32_767  # what a cell of Excel holds, in units of UTF-16
_LETTERS = 110  # that stand on the room of a hundred digits, which is what widths are counted in
_RICH = re.compile(r"<r>.*</r>", re.DOTALL)
_SPACE = re.compile(r"\s(?=\S*\Z)")


def to_text(text: str) -> str:
    """The text as a cell shows it: control characters as their numbers (``_x000D_``), cut where it is too long."""
    shown = _cut(to_visible(text))
    # what begins and ends so is taken for markup by XlsxWriter, and would be written as it is
    return f"_x003C_{shown[1:]}" if _RICH.fullmatch(shown) else shown


def _cut(text: str) -> str:
    """The text, or as many of its words as fit, and the mark."""
    if len(text) <= _LONGEST // 2:
        return text
    units = text.encode("utf-16-le")  # where a character beyond the first 65,536 takes two, as it does in Excel
    if len(units) <= 2 * _LONGEST:
        return text
    head = units[: 2 * (_LONGEST - len(MARK))].decode("utf-16-le", "ignore")  # half of a pair is left out
    space = _SPACE.search(head, len(head) // 2)  # where nothing parts the words, a word is cut
    return (head[: space.start()].rstrip() if space else head) + MARK


def count_lines(text: str, width: int, most: int) -> int:
    """How many lines it needs at most in a column so many characters wide, as far as that can be told."""
    room = width * _LETTERS // 100
    if len(text) > room * most:
        return most
    return min(most, sum(max(1, -(-len(line) // room)) for line in text.split("\n")))

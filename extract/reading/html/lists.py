"""Bullets and numbers of lists, as a browser puts them before their items."""

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from extract.reading.counting import written

_FORMS: Final = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero", "none": "none",
}  # fmt: skip
_STYLE = re.compile(r"(?:^|[;\s])list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_MOST_DIGITS = 6


@dataclass(slots=True)
class OpenList:
    """A list that is being read: the form of its numbers, ``None`` for bullets, and the last number."""

    form: str | None
    count: int = 0


def opened(element: Element) -> OpenList:
    """The list that a tag opens, none of its items read yet."""
    style = _STYLE.search(element.get("style", ""))
    asked = style[1].lower() if style else element.get("type", "")
    if element.tag != "ol":
        return OpenList("none" if asked == "none" else None)
    start = _whole(element.get("start"))
    return OpenList(_FORMS.get(asked, "decimal"), 0 if start is None else start - 1)


def next_marker(lists: OpenList | None, item: Element) -> str:
    """What stands before the next item of a list with the space after it; a bullet outside of any list."""
    if lists is None or lists.form is None:
        return "• "
    own = _whole(item.get("value"))
    lists.count = lists.count + 1 if own is None else own
    number = written(lists.count, lists.form)
    return f"{number}. " if number else ""


def _whole(text: str | None) -> int | None:
    digits = (text or "").strip().removeprefix("-")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > _MOST_DIGITS:
        return None
    return int((text or "").strip())

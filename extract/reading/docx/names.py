"""Names of Word's XML (ECMA-376, part 1: WordprocessingML), and how its values are read."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MIXED: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF = {"0", "false", "off", "none"}


def value(parent: Element | None, *path: str) -> str | None:
    """What ``w:val`` says of the element that the path of ``w:`` names leads to; ``None`` where there is none."""
    element = descend(parent, *path)
    return None if element is None else element.get(f"{W}val")


def number(parent: Element | None, *path: str) -> int | None:
    """The same as a whole number; ``None`` where it is none."""
    return whole(value(parent, *path))


def whole(text: str | None) -> int | None:
    """The whole number that a text of a few digits holds, or ``None``."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isdecimal() and digits.isascii() and len(digits) < 10 else None  # noqa: PLR2004 - 32 bits


def switch(parent: Element | None, *path: str) -> bool | None:
    """Whether a property is on; ``None`` where nothing is said of it. It is on where it says no more than its name."""
    element = descend(parent, *path)
    return None if element is None else is_on(element.get(f"{W}val"))


def is_on(said: str | None) -> bool:
    """Whether the value of a property switches it on."""
    return (said or "true").lower() not in _OFF


def descend(parent: Element | None, *path: str) -> Element | None:
    """The element that a path of ``w:`` names leads to."""
    for name in path:
        parent = None if parent is None else parent.find(W + name)
    return parent


def alternative(element: Element) -> Iterator[Element]:
    """The one form of a ``mc:AlternateContent`` to read: the first choice, else the fallback."""
    chosen = element.find(f"{MIXED}Choice")
    chosen = element.find(f"{MIXED}Fallback") if chosen is None else chosen
    return iter(()) if chosen is None else iter(chosen)

"""What tags and their attributes say of how text is shown: hidden, bold, how large, on lines of its own."""

import re
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "option", "p", "pre", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Tags whose text stands on lines of its own (WHATWG HTML, section 15.3)."""

SIZES: Final = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
"""Size of headings in points as browsers show them, beside running text of 12."""

_NEVER_SHOWN: Final = frozenset(
    (
        "head", "script", "style", "noscript", "template", "nav", "iframe", "object", "embed", "audio", "video",
        "canvas", "svg", "datalist", "del", "map", "area", "link", "meta", "title", "base", "param", "source", "track",
    )
)  # fmt: skip
_ROLES: Final = {"navigation", "search"}
_STRONG: Final = {"b", "strong", "th", *SIZES}
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WEIGHT = re.compile(r"(?:^|[;\s])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_GROUND = re.compile(r"(?:^|[;\s])background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_HEAVY: Final = {"bold", "bolder", "600", "700", "800", "900"}
_INLINE: Final = frozenset(("span", "i", "em", "b", "strong", "small"))
_CLICKED: Final = frozenset(("button", "summary"))
_CLICK = re.compile(r"(?i)(?:show|hide|open|close|expand|collapse|toggle)(?: (?:all|more|less|this|sections?))*")
_buttons = etree.XPath("//*[@aria-controls]")
_AROUND: Final = frozenset(("nav", "header", "footer", "form"))
_PASSING: Final = {"menu", "listbox", "tooltip", "dialog", "alert"}


def opened_by_buttons(root: Element) -> frozenset[str]:
    """The ids of what buttons of a page's text open: sections of an accordion, panels of tabs."""
    buttons = (button for button in _buttons(root) if not _within(button, _AROUND))
    return frozenset(name for button in buttons for name in button.get("aria-controls", "").split())


def is_hidden(element: Element, opened: frozenset[str]) -> bool:
    """Whether a browser shows nothing of the element, or only what leads to other pages.

    Args:
        element: the element.
        opened: the ids of what buttons open.
    """
    if element.tag in _NEVER_SHOWN or element.get("role") in _ROLES:
        return True
    if element.tag == "option":
        return element.get("selected") is None
    if element.tag == "dialog" and element.get("open") is None:
        return True
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    hidden = hidden or _HIDING.search(element.get("style", "")) is not None
    return (hidden and not _is_opened(element, opened)) or _is_control(element)


def _is_opened(element: Element, opened: frozenset[str]) -> bool:
    """Whether a button of the page's text opens the element."""
    passing = element.get("role") in _PASSING or _within(element, _AROUND)
    return element.get("id") in opened and not passing


def _is_control(element: Element) -> bool:
    """Whether an element says no more than what a click on the heading or button around it does: ``Show``."""
    if element.tag not in _INLINE or not _within(element, _CLICKED):
        return False
    return _CLICK.fullmatch(" ".join("".join(element.itertext()).split())) is not None


def _within(element: Element, tags: frozenset[str]) -> bool:
    return any(around.tag in tags for around in element.iterancestors())


def colour_of(element: Element) -> str | None:
    """The colour that an element's ground is given, as printed in the page."""
    found = _GROUND.search(element.get("style", ""))
    named = found[1] if found else element.get("bgcolor")
    return named.strip().lower() if named else None


def is_bold(element: Element, *, around: bool) -> bool:
    """Whether the text of an element is bold, given that the text around it is."""
    weight = _WEIGHT.search(element.get("style", ""))
    if weight:
        return weight[1].lower() in _HEAVY
    return around or element.tag in _STRONG

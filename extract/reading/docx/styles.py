"""How paragraphs and runs look by their styles: weight, size, and the list that a style numbers its paragraphs with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from extract.reading.docx.names import W, is_on, number, switch, value

_MOST_STEPS = 20  # from a style to the one that all are based on; what goes on longer goes round


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; ``None`` where nothing is said of it.

    Attributes:
        bold: it is printed bold.
        size: in points.
        hidden: it is not printed.
        list_id: the list (``w:numId``) that numbers the paragraph.
        level: 0-based level in that list.
        style: id of the style that names the list.
    """

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    list_id: int | None = None
    level: int | None = None
    style: str | None = None

    def over(self, below: "Look") -> "Look":
        """This look, and where it says nothing, that of the one below it."""
        lists = self if self.list_id is not None else below
        return Look(
            bold=below.bold if self.bold is None else self.bold,
            size=below.size if self.size is None else self.size,
            hidden=below.hidden if self.hidden is None else self.hidden,
            list_id=lists.list_id,
            level=lists.level if self.level is None else self.level,
            style=lists.style,
        )


def look_of(run: Element | None) -> Look:
    """The look that run properties (``w:rPr``) give."""
    if run is None:
        return Look()
    halves = number(run, "sz")
    return Look(switch(run, "b"), None if halves is None else halves / 2, switch(run, "vanish"))


def list_of(paragraph: Element | None) -> Look:
    """The list that paragraph properties (``w:pPr``) put the paragraph into."""
    return Look(list_id=number(paragraph, "numPr", "numId"), level=number(paragraph, "numPr", "ilvl"))


class Styles:
    """The styles of a document, each with all that it is based on."""

    def __init__(self, part: Element | None) -> None:
        """Read them from ``styles.xml``; without it nothing is known of any."""
        found = () if part is None else part.iterfind(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        usual = (name for name, style in self._styles.items() if _is_default(style))
        self._default = next(usual, "")
        self._base = look_of(None if part is None else part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._looks = dict[str, Look]()

    def paragraph(self, name: str | None) -> Look:
        """The look of a paragraph of that style; of the usual one where the style is not there."""
        known = name if name in self._styles else self._default
        return self.character(known).over(self._base)

    def character(self, name: str | None) -> Look:
        """The look that a style gives, all that it is based on included."""
        name = name or ""
        if name not in self._looks:
            look = Look()
            for each, style in self._chain(name):
                own = look_of(style.find(f"{W}rPr")).over(list_of(style.find(f"{W}pPr")))
                look = look.over(replace(own, style=each) if own.list_id is not None else own)
            self._looks[name] = look
        return self._looks[name]

    def _chain(self, name: str) -> Iterator[tuple[str, Element]]:
        for _ in range(_MOST_STEPS):
            style = self._styles.get(name)
            if style is None:
                return
            yield name, style
            name = value(style, "basedOn") or ""


def _is_default(style: Element) -> bool:
    default = style.get(f"{W}default")
    return style.get(f"{W}type") == "paragraph" and default is not None and is_on(default)

"""The labels that Word counts itself: ``1.``, ``(a)``, ``Recommendation 2.3:``, and bullets."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extract.reading.counting import written
from extract.reading.docx.names import W, number, switch, value, whole

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: form of its numbers, text around them, first number, and what it begins anew after.

    Attributes:
        form: ``w:numFmt``.
        text: ``w:lvlText``: ``%1.%2`` for the numbers of the first two levels.
        start: the first number.
        restart: 1-based level after which it begins anew; 0 for never, ``None`` for after any above it.
        figures: the numbers of all levels are written in figures.
        joint: what stands between label and text.
        style: id of the paragraph style that is numbered at this level.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    figures: bool = False
    joint: str = " "
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list (``w:num``): the definition that it counts with, its levels, and where it begins anew."""

    counted: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, part: Element | None) -> None:
        """Read them from ``numbering.xml``; without it nothing is numbered."""
        self._lists = {} if part is None else _lists(part)
        self._counts = defaultdict[str, dict[int, int]](dict)
        self._begun = set[tuple[int, int]]()

    def label(self, list_id: int | None, level: int | None, style: str | None) -> str:
        """The label of the next paragraph of a list with what divides it from the text; empty where it has none.

        Args:
            list_id: the list; ``None`` and 0 for a paragraph of none.
            level: 0-based; where ``None``, the one that the style is numbered at.
            style: id of the style that put the paragraph into the list.
        """
        found = self._lists.get(list_id or 0)
        if not found or list_id is None:
            return ""
        at = _level_of(found, style) if level is None else min(max(level, 0), _LEVELS - 1)
        own = found.levels.get(at, _Level(form="none"))
        if own.form == "bullet":
            return f"•{own.joint}" if own.text.strip() else ""
        self._count(list_id, found, at)
        said = _PLACE.sub(lambda place: self._said(found, int(place[1]) - 1, own), own.text)
        return said.strip() + own.joint if said.strip() else ""

    def _count(self, list_id: int, found: _List, at: int) -> None:
        counts = self._counts[found.counted]
        first = found.levels[at].start if at in found.levels else 1
        if at in found.starts and (list_id, at) not in self._begun:
            counts[at] = found.starts[at]
        else:
            counts[at] = counts.get(at, first - 1) + 1
        self._begun.add((list_id, at))
        for deeper in [level for level in counts if level > at and _begins_anew(found.levels.get(level), at)]:
            del counts[deeper]

    def _said(self, found: _List, at: int, own: _Level) -> str:
        level = found.levels.get(at, _Level())
        count = self._counts[found.counted].setdefault(at, found.starts.get(at, level.start))
        return written(count, "decimal" if own.figures else level.form)


def _begins_anew(level: _Level | None, after: int) -> bool:
    return level is None or level.restart is None or after < level.restart


def _level_of(found: _List, style: str | None) -> int:
    return next((at for at, level in found.levels.items() if style and level.style == style), 0)


def _lists(part: Element) -> dict[int, _List]:
    definitions = {each.get(f"{W}abstractNumId", ""): each for each in part.iterfind(f"{W}abstractNum")}
    by_style = {value(each, "styleLink"): name for name, each in definitions.items()}
    lists = dict[int, _List]()
    for each in part.iterfind(f"{W}num"):
        name = value(each, "abstractNumId") or ""
        definition = definitions.get(name)
        linked = by_style.get(value(definition, "numStyleLink") or "")
        levels = _levels(definitions.get(linked) if linked else definition)
        starts = dict[int, int]()
        for override in each.iterfind(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl")) or 0
            levels |= _levels(override)
            start = number(override, "startOverride")
            starts |= {} if start is None else {at: start}
        lists[whole(each.get(f"{W}numId")) or 0] = _List(linked or name, levels, starts)
    return lists


def _levels(definition: Element | None) -> dict[int, _Level]:
    found = () if definition is None else definition.iterfind(f"{W}lvl")
    return {whole(level.get(f"{W}ilvl")) or 0: _level(level) for level in found}


def _level(level: Element) -> _Level:
    start = number(level, "start")
    return _Level(
        form=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        start=1 if start is None else start,
        restart=number(level, "lvlRestart"),
        figures=bool(switch(level, "isLgl")),
        joint="" if value(level, "suff") == "nothing" else " ",
        style=value(level, "pStyle"),
    )

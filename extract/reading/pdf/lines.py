"""Lines: the stretches of text of a cell or a page, put together in reading order."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from extract.document import Box, Line
from extract.reading.pdf.characters import HYPHEN
from extract.text import BULLETS

_LEVEL = 0.5  # of the lower of two heights that must be shared on one line
_APART = 0.1  # of the height between two stretches: wider is a space
_WIDE = 0.9  # of the height: wider is a column's gap
_NARROW = 0.5  # of the height: likewise, where an edge of the page's columns follows
BESIDE = 0.6
"""Points by which a line may miss the edge of its column."""

_EDGES = 4  # stretches that begin at an edge
_SEVERAL = 2  # of them where a column may begin: its title, and a cell
_TAB = 6.0  # times the height, from a bullet or a numeral to its text
_SAME = 0.3  # of the height within which the same words are printed twice
_NATURAL = 1.25  # line spacing in sizes, where too few lines are there to tell
_FEW = 3
_NEAR = 12  # lines before a line among which the one above it is looked for
_STOPS = ".,;:"
_USUAL = 0.2  # of the commonest spacing's count that the usual one has at least
_LEAST_GAP = 1.5  # points more than the usual spacing
_GAP = 0.15  # of the usual spacing, likewise
_SPREAD = (0.7, 2.6)  # sizes that line spacings are between
_EXPANDED = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_GLYPHS = {ord(HYPHEN): "-", **{0xFB00 + k: letters for k, letters in enumerate(_EXPANDED)}}
_MARKER = re.compile(rf"(?:[{BULLETS}o*–—-]|\(?(?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})[.)])")


class Stretch(NamedTuple):
    """Words that follow each other on one line.

    Attributes:
        text: as printed, a divided word's hyphen as ``HYPHEN``.
        box: where they stand.
        base: the y of their base line.
        bold: how many of their characters are bold.
        size: of most of them.
        confidence: how sure they are, 0 to 1, where they were recognised in a picture.
        near: only a narrow gap stands before them, where a column of the page begins.
    """

    text: str
    box: Box
    base: float
    bold: int
    size: float
    confidence: float | None = None
    near: bool = False


class Draft(NamedTuple):
    """A line before its distance to the one above is judged; ``base`` is the base line of most of it.

    Its ``parts`` are what wide gaps divide it into, where it stands in a cell; elsewhere what narrow gaps do, where
    columns of the page begin.
    """

    text: str
    box: Box
    base: float
    bold: bool
    size: float
    hyphen: bool
    confidence: float | None = None
    parts: tuple["Draft", ...] = ()


@dataclass(slots=True)
class Spacing:
    """How far apart lines stand in a document, counted as its pages are read.

    The spacing of tables and of the text around them, and of each size, are counted apart.
    """

    _seen: dict[tuple[bool, float], Counter[float]] = field(default_factory=dict)
    _known: dict[tuple[bool, float], float] = field(default_factory=dict)

    def count(self, drafts: Sequence[Draft], *, cell: bool) -> None:
        """Count the distances between lines that follow each other in a cell, or below each other on a page.

        On a page the line before may stand in a column beside: half a line away, where cells are set in the middle.
        """
        for at, line in enumerate(drafts[1:], 1):
            above = drafts[at - 1] if cell else _above(drafts[max(at - _NEAR, 0) : at], line)
            if above is None:
                continue
            pitch = line.base - above.base
            low, high = _SPREAD
            if line.size == above.size and low * line.size <= pitch <= high * line.size:
                self._known.clear()
                self._seen.setdefault((cell, line.size), Counter())[round(2 * pitch) / 2] += 1

    def is_gap(self, above: Draft, line: Draft, *, cell: bool) -> bool:
        """Whether the distance between two lines is more than line spacing."""
        key = cell, line.size or line.box.bottom - line.box.top
        if key not in self._known:
            self._known[key] = self._usual(*key)
        usual = self._known[key]
        return line.base - above.base - usual > max(_LEAST_GAP, _GAP * usual)

    def _usual(self, cell: bool, size: float) -> float:  # noqa: FBT001 - the two make up the key
        seen = self._seen.get((cell, size), Counter())
        if seen.total() < _FEW:
            return _NATURAL * size
        least = _USUAL * max(seen.values())
        return min(pitch for pitch, count in seen.items() if count >= least)


def once(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches without those printed a second time at the same place, as for a shadow or a false bold."""
    kept: list[Stretch] = []
    places: dict[str, list[Box]] = {}
    for stretch in stretches:
        at = places.setdefault(stretch.text, [])
        if not any(_is_near(stretch.box, box) for box in at):
            at.append(stretch.box)
            kept.append(stretch)
    return kept


def _is_near(a: Box, b: Box) -> bool:
    reach = _SAME * (a.bottom - a.top)
    return abs(a.x0 - b.x0) < reach and abs(a.top - b.top) < reach


def draft_cell(stretches: Iterable[Stretch]) -> list[Draft]:
    """The lines of a cell, top to bottom: whatever stands at one height is one line, of the parts that gaps divide."""
    return [_in_parts(parts) for parts in _levels(stretches)]


def _in_parts(stretches: list[Stretch]) -> Draft:
    parts = _at_gaps(stretches, ()) if len(stretches) > 1 else ()
    whole = _draft(stretches)
    return whole._replace(parts=tuple(map(_draft, parts))) if len(parts) > 1 else whole


def draft_page(stretches: Iterable[Stretch]) -> list[Draft]:
    """The lines outside of tables: what a wide gap divides is a line each, but for a bullet or numeral and its text."""
    held = list(stretches)
    edges = sorted(stretch.box.x0 for stretch in held if not stretch.near)
    return [_at_edges(part, edges) for parts in _levels(held) for part in _at_gaps(parts, edges)]


def _at_edges(stretches: list[Stretch], edges: Sequence[float]) -> Draft:
    """A line with what stands in each column of the page, where only narrow gaps divide that."""
    whole = _draft(stretches)
    cuts = [
        at for at, stretch in enumerate(stretches) if at and (stretch.near or _is_edge(stretch.box.x0, edges, _SEVERAL))
    ]
    bounds = [0, *cuts, len(stretches)] if cuts else ()
    return whole._replace(parts=tuple(_draft(stretches[a:b]) for a, b in itertools.pairwise(bounds)))


def _levels(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    levels: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda s: (s.box.top + s.box.bottom, s.box.x0)):
        if levels and _is_level(levels[-1][0].box, stretch.box):
            levels[-1].append(stretch)
        else:
            levels.append([stretch])
    for level in levels:
        level.sort(key=lambda s: s.box.x0)
    return levels


def _is_level(a: Box, b: Box) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared >= _LEVEL * min(a.bottom - a.top, b.bottom - b.top)


def _at_gaps(parts: list[Stretch], edges: Sequence[float]) -> list[list[Stretch]]:
    """What stands at one height, divided at gaps that are wide, or narrower and before an edge of a column."""
    groups = [parts[:1]]
    for part in parts[1:]:
        before = groups[-1][-1]
        height = max(before.box.bottom - before.box.top, part.box.bottom - part.box.top)
        gap = part.box.x0 - before.box.x1
        leads = len(groups[-1]) == 1 and _MARKER.fullmatch(before.text) and gap <= _TAB * height
        wide = _NARROW if _is_edge(part.box.x0, edges, _EDGES) else _WIDE
        if gap <= wide * height or leads or part.near:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _is_edge(x: float, edges: Sequence[float], least: int) -> bool:
    """Whether so many stretches of the page begin there; ``edges`` are where they all begin, in order."""
    return bisect_right(edges, x + BESIDE) - bisect_left(edges, x - BESIDE) >= least


def _draft(parts: Sequence[Stretch]) -> Draft:
    main, box, text, bold, sure = parts[0], parts[0].box, parts[0].text, parts[0].bold, parts[0].confidence
    if len(parts) > 1:
        main = max(parts, key=lambda part: len(part.text))
        box = _around([part.box for part in parts])
        text = "".join(_space(before, part) + part.text for before, part in itertools.pairwise(parts))
        text = parts[0].text + text
        bold = sum(part.bold for part in parts)
        sure = _sureness(parts)
    text = text if text.isascii() else text.translate(_GLYPHS)
    return Draft(text, box, main.base, 2 * bold > len(text), main.size, text[-1] == "-" and text[-2:-1].isalpha(), sure)


def _sureness(parts: Sequence[Stretch]) -> float | None:
    """How sure recognised words are, each letter counted alike."""
    rated = [(part.confidence, len(part.text)) for part in parts if part.confidence is not None]
    return sum(sure * letters for sure, letters in rated) / sum(letters for _, letters in rated) if rated else None


def _space(before: Stretch, part: Stretch) -> str:
    if part.text[0] in _STOPS:  # a footnote's mark stood before it
        return ""
    height = min(before.box.bottom - before.box.top, part.box.bottom - part.box.top)
    return " " if part.box.x0 - before.box.x1 > _APART * height else ""


def _around(boxes: Sequence[Box]) -> Box:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


def finished(drafts: Sequence[Draft], page: int, spacing: Spacing, *, cell: bool) -> tuple[Line, ...]:
    """The drafts as lines, with the gaps between them; those of a page have their column's last line above them."""
    lines: list[Line] = []
    for at, draft in enumerate(drafts):
        above = _above(drafts[:at], draft) if not cell else drafts[at - 1] if at else None
        gap = above is not None and spacing.is_gap(above, draft, cell=cell)
        lines.append(_line(draft, page, gap=gap))
    return tuple(lines)


def _line(draft: Draft, page: int, *, gap: bool) -> Line:
    size, parts = draft.size or None, tuple(_line(part, page, gap=gap) for part in draft.parts)
    line = Line(draft.text, page, draft.box, gap, draft.bold, size, draft.hyphen, confidence=draft.confidence)
    return replace(line, parts=parts) if parts else line


def _above(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    columns = (d for d in reversed(drafts) if d.box.x0 < draft.box.x1 and draft.box.x0 < d.box.x1)
    return next((d for d in columns if not _is_level(d.box, draft.box)), None)

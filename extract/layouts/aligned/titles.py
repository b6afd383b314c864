"""The titles above columns that nothing divides: stacked lines, told by what they say together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.layouts.aligned.segments import Level, Segment, parts_of
from extract.layouts.aligned.touching import apart
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.labels import read_label, read_number_cell
from extract.vocabulary.headings import ColumnRole

_TALLEST = 9  # levels of a title that a narrow column breaks
_WIDEST = 8  # words of a title on one line
_NEXT = 1.85  # heights within which the next level of a title begins
_WIDER = 1.15  # distances of a title's lines: what is farther below is no part of it
_NATURAL = 1.3  # heights from line to line, where a header has one line only
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TICK, ColumnRole.PROGRESS}


@dataclass(frozen=True, slots=True)
class Title:
    """The title of one column: its segments, top to bottom, and its place."""

    segments: tuple[Segment, ...]
    role: ColumnRole | None

    @property
    def x0(self) -> float:
        """Its left end."""
        return min(segment.x0 for segment in self.segments)

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(segment.x1 for segment in self.segments)

    @property
    def text(self) -> str:
        """Its lines as one."""
        return " ".join(segment.line.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Header:
    """The titles of a table, left to right, that stand on the levels ``[first, after)``."""

    titles: tuple[Title, ...]
    first: int
    after: int

    def says(self, other: "Header") -> bool:
        """Whether another header has the same titles."""
        own, others = ([squash(t.text) for t in header.titles if t.segments] for header in (self, other))
        return own == others

    @property
    def lead(self) -> int | None:
        """The column of numbers that has no title, where there is one."""
        return next((i for i, title in enumerate(self.titles) if not title.segments), None)

    def with_lead(self, column: int) -> "Header":
        """The header with a column of numbers without a title put in."""
        return replace(self, titles=(*self.titles[:column], Title((), ColumnRole.NUMBER), *self.titles[column:]))


class _Rank(NamedTuple):
    """How good a header is.

    Titles known less those unknown, whether it ends well, titles known to the last word, how early it begins and ends.
    """

    known: int
    ends: bool
    whole: int
    begins: int
    levels: int


class HeaderFinder:
    """Finds headers on the levels of a page; what was asked of the matcher before is remembered."""

    def __init__(self, matcher: HeadingMatcher) -> None:
        """A finder that knows titles by ``matcher``."""
        self._role = lru_cache(maxsize=4096)(matcher.role)
        self._whole = lru_cache(maxsize=4096)(matcher.whole)
        self._is_tick = lru_cache(maxsize=4096)(matcher.is_tick)

    def find(self, levels: Sequence[Level], start: int, known: Header | None = None) -> Header | None:
        """The first header that begins at or after ``levels[start]``; rather one with the titles of ``known``."""
        for first in range(start, len(levels)):
            headers = list(self._from(levels, first))
            repeated = next((header for header in headers if known and header.says(known)), None)
            if repeated:
                return repeated
            if headers:
                better = list(self._from(levels, first + 1)) if first + 1 < len(levels) else []
                best = max((*headers, *better), key=lambda header: self._rank(header, levels))
                return self._extended(best, levels)
        return None

    def _from(self, levels: Sequence[Level], first: int) -> Iterator[Header]:
        for after in range(first + 1, min(first + _TALLEST, len(levels)) + 1):
            if after > first + 1 and not _is_next(levels[after - 2], levels[after - 1]):
                return
            if any(_is_no_title(part) for segment in levels[after - 1].segments for part in parts_of(segment)):
                return
            for titles in self._readings(levels[first:after]):
                if self._is_header(titles):
                    yield Header(titles, first, after)

    def _readings(self, levels: Sequence[Level]) -> Iterator[tuple[Title, ...]]:
        """The titles as broad gaps divide them; and as spaces do before columns, or as they touch, if that differs."""
        titles = tuple(self._titles(levels))
        closer = tuple(self._titles(levels, broad=False))
        yield titles
        if len(closer) > len(titles):
            yield closer

    def _titles(self, levels: Sequence[Level], *, broad: bool = True) -> Iterator[Title]:
        segments = [part for level in levels for one in level.segments for part in parts_of(one, broad=broad)]
        if not broad:
            segments = [part for one in segments for part in apart(one, self._role)]
        for stack in _stacks(segments, levels):
            text = " ".join(segment.line.text for segment in stack)
            yield Title(tuple(stack), ColumnRole.TICK if self._is_lone_tick(text) else self._role(text))

    def _is_lone_tick(self, text: str) -> bool:
        return self._is_tick(text) and not self._role(text)

    def _is_header(self, titles: Sequence[Title]) -> bool:
        """Whether most are known, one of the asked and one of the answered among them."""
        roles = [title.role for title in titles if title.role]
        asked = ColumnRole.RECOMMENDATION in roles
        answered = any(role in _ANSWERING for role in roles)
        return len(titles) > 1 and 2 * len(roles) >= len(titles) and asked and answered

    def _rank(self, header: Header, levels: Sequence[Level]) -> _Rank:
        known = sum(1 if title.role else -1 for title in header.titles)
        whole = sum(self._whole(title.text) is not None for title in header.titles)
        return _Rank(known, _ends(header, levels), whole, -header.first, -header.after)

    def _extended(self, header: Header, levels: Sequence[Level]) -> Header:
        """The header with the lines that go on with its titles, where nothing sets the rows apart from it."""
        while header.after < len(levels) and not _ends(header, levels):
            below = levels[header.after]
            titles = tuple(self._titles(levels[header.first : header.after + 1]))
            near = _is_next(levels[header.after - 1], below)
            if not near or len(titles) != len(header.titles) or not _goes_on(below, header.titles):
                break
            if not self._is_header(titles):
                break
            header = Header(titles, header.first, header.after + 1)
        return header


def _is_next(above: Level, level: Level) -> bool:
    height = max(segment.line.size or segment.bottom - segment.top for segment in above.segments)
    return level.top - above.top <= _NEXT * height


def _is_no_title(segment: Segment) -> bool:
    text = segment.line.text
    return len(text.split()) > _WIDEST or read_label(text) is not None


def _goes_on(level: Level, titles: Sequence[Title]) -> bool:
    """Whether a level goes on with titles: each segment under one, in lower case where a row's first words stand."""
    for segment in level.segments:
        over = [title for title in titles if title.x0 < segment.x1 and segment.x0 < title.x1]
        if len(over) != 1 or _is_no_title(segment):
            return False
        if read_number_cell(segment.line.text):
            return False
        if over[0].role is ColumnRole.RECOMMENDATION and not segment.line.text[:1].islower():
            return False
    return True


def _stacks(segments: Sequence[Segment], levels: Sequence[Level]) -> list[list[Segment]]:
    """The segments above each other as one title each; a title over several others is left out."""
    spanning = {id(s) for s in segments if any(_over(s, level) for level in levels if level.top > s.top)}
    stacks: list[list[Segment]] = []
    for segment in sorted((s for s in segments if id(s) not in spanning), key=lambda s: s.x0):
        if stacks and segment.x0 < max(s.x1 for s in stacks[-1]):
            stacks[-1].append(segment)
        else:
            stacks.append([segment])
    return [sorted(stack, key=lambda s: (s.top, s.x0)) for stack in stacks]


def _over(segment: Segment, level: Level) -> bool:
    below = [other for other in level.segments if other.x0 < segment.x1 and segment.x0 < other.x1]
    return len(below) > 1


def _ends(header: Header, levels: Sequence[Level]) -> bool:
    """Whether what follows is set apart from the titles: lighter, or by more than the distance of their lines."""
    if header.after >= len(levels):
        return True
    last, below = levels[header.after - 1], levels[header.after]
    bold = all(segment.line.bold for title in header.titles for segment in title.segments)
    if bold and not any(segment.line.bold for segment in below.segments):
        return True
    inner = [b.top - a.top for a, b in pairwise(levels[header.first : header.after])]
    height = max(segment.line.size or segment.bottom - segment.top for segment in last.segments)
    return below.top - last.top > _WIDER * max(inner, default=_NATURAL * height)

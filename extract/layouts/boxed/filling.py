"""A card filled in: which title each of its lines stands under or beside, and what stands over all titles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from extract.document import Line
from extract.layouts.boxed.regions import SAME, Region
from extract.layouts.boxed.titles import Title, Titles
from extract.text import clean

_LEVEL = 0.5  # of the lower of two heights that is shared on one line
_GAP = 0.7  # of a line's height between two paragraphs
_CROSSES = 5.0  # points by which a line reaches over the edge of a column that ends there
_NO_BOX = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Card:
    """A card.

    Attributes:
        region: where it stands.
        head: what stands over its titles, or beside them without one, by lines at one height.
        fields: what stands under each title.
        titles: the titles as printed.
        columns: where its last lines begin, as far as from its left edge, with the title that each stands under.
    """

    region: Region
    head: tuple[tuple[Line, ...], ...]
    fields: Mapping[str, tuple[Line, ...]]
    titles: Mapping[str, Title]
    columns: Mapping[float, str]


@dataclass(slots=True)
class _Filling:
    """A card while its lines are looked at from the top to the foot."""

    beside: AbstractSet[str]
    columns: dict[float, str]
    head: list[list[Line]] = field(default_factory=list)
    fields: dict[str, list[Line]] = field(default_factory=dict)
    titles: dict[str, Title] = field(default_factory=dict)

    def level(self, parts: Sequence[tuple[Line, Title | None]]) -> None:
        """Take in what stands at one height, from left to right."""
        before: Title | None = None
        over: list[Line] = []
        for line, title in parts:
            if title:
                self._open(title)
            elif before and before.value is None and before.key in self.beside:
                self.columns[_left(line)] = before.key
                self.fields[before.key].append(line)
            elif key := self._column(line):
                self.fields.setdefault(key, []).append(line)
            else:
                over.append(line)
            before = title
        if over:
            self.head.append(over)

    def _open(self, title: Title) -> None:
        left = _left(title.line)
        for edge in [edge for edge in self.columns if abs(edge - left) <= SAME]:
            del self.columns[edge]
        self.columns[left] = title.key
        self.titles.setdefault(title.key, title)
        held = self.fields.setdefault(title.key, [])
        if title.value:
            held.append(title.value)

    def _column(self, line: Line) -> str | None:
        """The title of the column that a line stands in; columns that it reaches across end there."""
        left, _, right, _ = line.box or _NO_BOX
        for edge in [edge for edge in self.columns if left + SAME < edge < right - _CROSSES]:
            del self.columns[edge]
        edges = [edge for edge in self.columns if edge <= left + SAME]
        return self.columns[max(edges)] if edges else None


def fill_card(region: Region, titles: Titles, beside: AbstractSet[str], before: Card | None = None) -> Card:
    """The card that a region holds.

    Args:
        region: where it stands.
        titles: tells its titles.
        beside: the titles that stand beside what they are the title of, and not above.
        before: the card that may go on in the region, whose columns are its columns then.
    """
    offset = region.box.x0
    columns = {edge + offset: key for edge, key in before.columns.items()} if before else {}
    filling = _Filling(beside, columns)
    for level in levels(region.pieces, titles):
        filling.level(level)
    fields = {key: tuple(_spaced(lines)) for key, lines in filling.fields.items()}
    edges = {edge - offset: key for edge, key in filling.columns.items()}
    return Card(region, tuple(map(tuple, filling.head)), fields, filling.titles, edges)


def levels(lines: Iterable[Line], titles: Titles) -> list[list[tuple[Line, Title | None]]]:
    """The lines with their titles, those at one height together from left to right; titles on two lines made one."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _is_level(found[-1][0], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [[(line, titles.read(line)) for line in sorted(level, key=_left)] for level in found]


def find_beside(regions: Iterable[Region], titles: Titles) -> frozenset[str]:
    """The titles that mostly stand beside what they are the title of: nothing stands below them."""
    votes = Counter[str]()
    for region in regions:
        rows = levels(region.pieces, titles)
        for at, row in enumerate(rows):
            for title, after in zip(row, [*row[1:], None], strict=True):
                if title[1] and title[1].value is None:
                    votes[title[1].key] += _vote(title[1], after, rows[at + 1 :])
    return frozenset(key for key, count in votes.items() if count > 0)


def _vote(
    title: Title, after: tuple[Line, Title | None] | None, below: Sequence[Sequence[tuple[Line, Title | None]]]
) -> int:
    """1 where a title stands beside its value, -1 where it stands above it, 0 where that cannot be told."""
    left = _left(title.line)
    under = next((part for row in below for part in row if abs(_left(part[0]) - left) <= SAME), None)
    if under and under[1] is None:
        return -1
    return 1 if after and after[1] is None else 0


def _spaced(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of one title, with the gaps between them and not those to what stands beside them."""
    above: Line | None = None
    for line in lines:
        yield replace(line, gap=above is not None and _is_gap(above, line))
        above = line


def _is_gap(above: Line, line: Line) -> bool:
    if not above.box or not line.box or above.page != line.page:
        return False
    return line.box.top - above.box.bottom > _GAP * (line.box.bottom - line.box.top)


def _is_level(a: Line, b: Line) -> bool:
    (_, top, _, bottom), (_, other_top, _, other_bottom) = a.box or _NO_BOX, b.box or _NO_BOX
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared >= _LEVEL * min(bottom - top, other_bottom - other_top)


def _left(line: Line) -> float:
    return line.box.x0 if line.box else 0.0


def words_of(lines: Iterable[Line]) -> str:
    """The words of lines as one text."""
    return " ".join(clean(line.text) for line in lines)

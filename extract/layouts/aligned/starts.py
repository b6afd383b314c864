"""Where the rows of a table without rules begin."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layouts.aligned.runs import LONG, Placed
from extract.layouts.labels import read_label, read_number_cell
from extract.text import CLAUSE_END
from extract.vocabulary.headings import ColumnRole

_MOSTLY = 0.6
_FEW = 0.2
_WIDER = 1.13  # line spacings: more is a gap
_SHAPE = re.compile(r"\d+")
_THEMED = re.compile(r"[A-Z]\d")  # A4 is followed by B1
_TELLING = 3  # short cells to which one of running text amounts
_ANSWER = (ColumnRole.DECISION, ColumnRole.TICK)


@dataclass(frozen=True, slots=True)
class Body:
    """The levels of a table over all of its leaves.

    Attributes:
        levels: the levels in order; distances are told within a leaf only.
        firsts: indices of the first level of each leaf.
        roles: the role of each column.
        decision: pattern of what a decision cell opens with.
        below_rules: indices of levels with a rule right above.
    """

    levels: Sequence[Placed]
    firsts: frozenset[int]
    roles: tuple[ColumnRole | None, ...]
    decision: re.Pattern[str]
    below_rules: frozenset[int] = frozenset()

    def text(self, index: int, column: int) -> str:
        """What a column holds on a level."""
        return " ".join(s.line.text.strip() for s in self.levels[index].cells.get(column, ()))

    def columns(self, *roles: ColumnRole) -> list[int]:
        """The columns of these roles."""
        return [i for i, role in enumerate(self.roles) if role in roles]

    def above(self, index: int, column: int) -> int | None:
        """The last level above, on the same leaf, on which the column holds something."""
        while index not in self.firsts and index > 0:
            index -= 1
            if column in self.levels[index].cells or self.levels[index].across:
                return index
        return None

    def below(self, index: int, column: int) -> str:
        """What the column holds on the next level."""
        return self.text(index + 1, column) if index + 1 < len(self.levels) and index + 1 not in self.firsts else ""


def find_starts(body: Body) -> list[int]:
    """The indices of the levels that rows begin with, the first of each leaf and lines across included."""
    spacing = _spacing(body)
    fresh = [_fresh(body, index, spacing) for index in range(len(body.levels))]
    anchors = _anchors(body, fresh)
    if _is_ruled(body, anchors):
        starts = set(body.below_rules)
    else:
        anchors = anchors or _decided(body, fresh)
        starts = _cuts(body, anchors, fresh) if anchors else _unlabelled(body, fresh)
    across = {i for i, level in enumerate(body.levels) if level.across}
    return sorted({*starts, *across, *(i + 1 for i in across if i + 1 < len(body.levels)), *body.firsts})


def _is_ruled(body: Body, anchors: Sequence[int]) -> bool:
    """Whether rules stand between all rows: hardly any two labels between the same two of them."""
    bounds = sorted(body.below_rules | body.firsts)
    inner = body.below_rules - body.firsts
    held = Counter(bisect_right(bounds, anchor) for anchor in anchors)
    crowded = sum(count > 1 for count in held.values())
    return len(inner) > 1 and crowded <= _FEW * len(held)


def _spacing(body: Body) -> float:
    """The distance between lines that follow each other in a cell."""
    counts = Counter[float]()
    for index, level in enumerate(body.levels):
        for column in level.cells:
            above = body.above(index, column)
            if above is not None:
                counts[round(2 * (level.top - body.levels[above].top)) / 2] += 1
    if not counts:
        return 0.0
    least = 0.2 * max(counts.values())
    return min(distance for distance, count in counts.items() if count >= least)


def _fresh(body: Body, index: int, spacing: float) -> frozenset[int]:
    """The columns that begin anew on a level: nothing stands right above."""
    level = body.levels[index]
    above = {column: body.above(index, column) for column in level.cells}
    return frozenset(c for c, i in above.items() if i is None or level.top - body.levels[i].top > _WIDER * spacing)


def _anchors(body: Body, fresh: Sequence[frozenset[int]]) -> list[int]:
    """The levels on which a label stands: in a column of numbers, or at the head of what is asked."""
    asked = body.columns(ColumnRole.RECOMMENDATION)
    untitled = [i for i in range(asked[0] if asked else 0) if body.roles[i] is None]
    for column in (*body.columns(ColumnRole.NUMBER), *untitled):
        if anchors := _numbered(body, column, fresh):
            return anchors
    for column in asked:
        labelled = list(_labelled(body, column))
        if len(labelled) > 1:
            return labelled
    return []


def _numbered(body: Body, column: int, fresh: Sequence[frozenset[int]]) -> list[int]:
    filled = [i for i, level in enumerate(body.levels) if column in level.cells and not level.across]
    lines = [i for i in filled if read_number_cell(body.text(i, column))]
    blocks = [i for i in filled if column in fresh[i]]
    if filled and len(lines) >= 0.9 * len(filled):
        return lines
    labels = [i for i in blocks if read_number_cell(_block(body, column, i, filled, blocks))]
    return blocks if len(labels) > max(1, _MOSTLY * len(blocks)) else []


def _block(body: Body, column: int, first: int, filled: Sequence[int], blocks: Sequence[int]) -> str:
    after = next((i for i in blocks if i > first), len(body.levels))
    text = ""
    for index in filled:
        if first <= index < after:
            text += ("" if text.count("(") > text.count(")") else " ") + body.text(index, column)
    return text.strip()


def _labelled(body: Body, column: int) -> Iterator[int]:
    """The lines that open with a label of the form of the first one, in rising order."""
    form: str | None = None
    highest: tuple[int, ...] = ()
    for index in range(len(body.levels)):
        text = body.text(index, column)
        label = read_label(text) if text and not body.levels[index].across else None
        if not label:
            continue
        theme = ord(label.number[0]) if _THEMED.match(label.number) else 0
        own = _SHAPE.sub("9", text[: label.end].strip().lower())
        own = f"a{own[1:]}" if theme else own
        value = (theme, *(int(figure) for figure in _SHAPE.findall(label.number)))
        if form in {None, own} and value > highest:
            form, highest = own, value
            yield index


def _cuts(body: Body, anchors: Sequence[int], fresh: Sequence[frozenset[int]]) -> set[int]:
    """A start for each label: its own level where cells stand top-aligned, else in the widest gap above it."""
    if not _is_top_aligned(body, anchors, fresh):
        pairs = zip((anchors[0], *anchors), anchors, strict=False)
        return {_widest(body, before, anchor, _spacing(body)) for before, anchor in pairs}
    return {*anchors, *(i for i in range(len(body.levels)) if _is_strong(body, i, fresh))}


def _is_top_aligned(body: Body, anchors: Sequence[int], fresh: Sequence[frozenset[int]]) -> bool:
    """Whether most cells beside a label begin on its level, and not above or below it."""
    votes = Counter[bool]()
    for anchor, following in zip(anchors, (*anchors[1:], len(body.levels)), strict=True):
        after = min((i for i in body.firsts if anchor < i < following), default=following)
        for column in range(len(body.roles)):
            first = next((i for i in range(anchor, after) if column in body.levels[i].cells), None)
            if first is not None and anchor not in body.firsts:
                weight = _TELLING if body.roles[column] in LONG else 1
                votes[first == anchor and _opens(body, anchor, column, fresh)] += weight
    return votes[True] >= _MOSTLY * votes.total()


def _opens(body: Body, index: int, column: int, fresh: Sequence[frozenset[int]]) -> bool:
    if column in fresh[index]:
        return True
    above = body.above(index, column)
    text = body.text(index, column)
    ended = above is None or CLAUSE_END.search(body.text(above, column)) is not None
    return bool(read_label(text)) or (ended and not text[:1].islower())


def _widest(body: Body, before: int, anchor: int, spacing: float) -> int:
    """The level above which the widest gap between two labels stands, over all columns.

    Above the first label of a leaf, no gap means that its row begins with the leaf.
    """
    first = max((i for i in body.firsts if i <= anchor), default=0)
    leads = before < first or before == anchor
    candidates = range(max(before, first) + 1 if not leads else first + 1, anchor + 1)
    if not candidates:
        return anchor
    gaps = {i: round(body.levels[i].top - body.levels[i - 1].top, 1) for i in candidates}
    middle = (max(before, first) + anchor) / 2
    widest = max(candidates, key=lambda i: (gaps[i], -abs(i - middle)))
    return first if leads and gaps[widest] <= _WIDER * spacing else widest


def _is_strong(body: Body, index: int, fresh: Sequence[frozenset[int]]) -> bool:
    """Whether a row without a label begins: something is asked and decided anew on one level."""
    asked = [c for c in body.columns(ColumnRole.RECOMMENDATION) if c in fresh[index]]
    decided = [c for c in body.columns(*_ANSWER) if c in fresh[index] and _is_decision(body, index, c)]
    return bool(asked and decided)


def _is_decision(body: Body, index: int, column: int) -> bool:
    text = f"{body.text(index, column)} {body.below(index, column)}"
    return body.roles[column] is ColumnRole.TICK or (body.decision.search(text) is not None and not text[:1].islower())


def _decided(body: Body, fresh: Sequence[frozenset[int]]) -> list[int]:
    """Where no row has a label: the levels on which decisions begin."""
    for column in body.columns(ColumnRole.DECISION):
        filled = [i for i, level in enumerate(body.levels) if column in level.cells and not level.across]
        begun = [i for i in filled if _is_decision(body, i, column)]
        if len(begun) > 1 and all(i in begun for i in filled if column in fresh[i]):
            return begun
    return []


def _unlabelled(body: Body, fresh: Sequence[frozenset[int]]) -> set[int]:
    return {i for i in range(len(body.levels)) if _begins(body, i, fresh)}


def _begins(body: Body, index: int, fresh: Sequence[frozenset[int]]) -> bool:
    """Whether a row begins where none has a label: it is asked, and answered anew."""
    level = body.levels[index]
    asked = [c for c in body.columns(ColumnRole.RECOMMENDATION) if c in level.cells]
    if not asked:
        return False
    if any(_is_decision(body, index, c) for c in body.columns(*_ANSWER) if c in level.cells):
        return _opens(body, index, asked[0], fresh)
    return asked[0] in fresh[index] and len(fresh[index]) > 1

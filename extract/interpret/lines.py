"""The lines of a document, and which of them were used."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.document import Box, Line
from extract.text import clean

_GUTTER = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class UsedLines:
    """Lines that were used, to be asked for others; layouts divide lines and put them together anew.

    Attributes:
        whole: the page and box of each.
        parts: by page, the middle of each (y, x) and how many characters it holds, top to bottom.
        words: what those say that have no place; such lines are known by their words.
    """

    whole: frozenset[tuple[int, Box]]
    parts: Mapping[int, Sequence[tuple[float, float, int]]]
    words: frozenset[str]

    @staticmethod
    def of(lines: Sequence[Line]) -> "UsedLines":
        """The lines, ready to be asked for others."""
        parts = defaultdict[int, list[tuple[float, float, int]]](list)
        for line in lines:
            if line.box:
                middle_x, middle_y = _middle(line.box)
                parts[line.page].append((middle_y, middle_x, line.letters))
        for page in parts.values():
            page.sort()
        placed = frozenset((line.page, line.box) for line in lines if line.box)
        return UsedLines(placed, parts, frozenset(clean(line.text) for line in lines if not line.box))

    def holds(self, line: Line) -> bool:
        """Whether a line was used, or parts of it that hold half of its characters."""
        if not line.box:
            return any(clean(part) in self.words for part in (line.text, *_GUTTER.split(line.text.strip())))
        if (line.page, line.box) in self.whole:
            return True
        x0, top, x1, bottom = line.box
        page = self.parts.get(line.page, [])
        near = page[bisect_left(page, (top,)) : bisect_right(page, (bottom,))]
        return 2 * sum(size for _, x, size in near if x0 <= x <= x1) >= line.letters


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2

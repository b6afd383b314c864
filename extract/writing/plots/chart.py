"""A bar chart: what is drawn of it, before it becomes a picture of either kind."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final, NamedTuple

WIDTH: Final = 960
INK: Final = "#15191c"
SOFT: Final = "#4a5359"
ACCENT: Final = "#0b5c6b"
EMPTY: Final = "There is nothing to show."
_MARGIN, _LABELS, _NUMBERS = 24, 320, 96
_TITLE, _BAR = 56, 22
_TEXT, _SMALL, _LINE = 16, 15, 20  # sizes of words, and from line to line
_ROW, _HIGH_ROW = 36, 46  # where labels take one line, and where some take two
_LETTER, _CAPITAL = 0.62, 0.8  # of the size of words is the width of a letter, in the widest font that is likely
_LINES = 2  # of a label


class Bar(NamedTuple):
    """A bar: its label, and its value, which stands beside it as a number."""

    label: str
    value: int


class Chart(NamedTuple):
    """A chart of bars below each other, which need no colour to be told apart.

    Attributes:
        name: of its files.
        title: what it shows.
        note: what is counted.
        bars: from top to bottom.
    """

    name: str
    title: str
    note: str
    bars: Sequence[Bar]

    @property
    def row(self) -> int:
        """How high a bar is with its label, in pixels."""
        return _HIGH_ROW if any(len(_lines(bar.label)) > 1 for bar in self.bars) else _ROW

    @property
    def height(self) -> int:
        """How high it is, in pixels."""
        return 2 * _MARGIN + _TITLE + self.row * max(1, len(self.bars)) + _LINE * (1 + len(_notes(self.note)))

    @property
    def description(self) -> str:
        """What it says, for those who do not see it."""
        said = "; ".join(f"{bar.label}: {bar.value:,}" for bar in self.bars)
        return f"{self.note} {said or EMPTY}"


class Rectangle(NamedTuple):
    """A bar as it is drawn, in pixels."""

    x: float
    y: float
    width: float
    height: float


class Words(NamedTuple):
    """Words as they are drawn: ``x`` is their left end, or their right where ``to_right``; ``y`` is their middle."""

    x: float
    y: float
    text: str
    size: int = _TEXT
    colour: str = INK
    bold: bool = False
    to_right: bool = False


Shape = Rectangle | Words


def shapes(chart: Chart) -> Iterator[Shape]:
    """What is drawn of a chart, in its order."""
    yield Words(_MARGIN, _MARGIN + _TITLE / 2 - 6, chart.title, size=24, bold=True)
    most = max((bar.value for bar in chart.bars), default=1) or 1
    for number, bar in enumerate(chart.bars):
        yield from _bar(bar, _MARGIN + _TITLE + chart.row * (number + 0.5), bar.value / most)
    if not chart.bars:
        yield Words(_MARGIN, _MARGIN + _TITLE + chart.row / 2, EMPTY)
    notes = _notes(chart.note)
    for number, line in enumerate(notes):
        yield Words(_MARGIN, chart.height - _MARGIN - _LINE * (len(notes) - number - 0.5), line, _SMALL, SOFT)


def _bar(bar: Bar, middle: float, share: float) -> Iterator[Shape]:
    """A bar with its label before it and its number after it."""
    lines = _lines(bar.label)
    left, width = _MARGIN + _LABELS, (WIDTH - 2 * _MARGIN - _LABELS - _NUMBERS) * share
    for number, line in enumerate(lines):
        yield Words(left - 14, middle + _LINE * (number - (len(lines) - 1) / 2), line, to_right=True)
    yield Rectangle(left, middle - _BAR / 2, width, _BAR)
    yield Words(left + width + 10, middle, f"{bar.value:,}", size=18, bold=True)


def _lines(label: str) -> list[str]:
    """The lines of a label, which is cut beyond the second."""
    letter = _CAPITAL if label.isupper() else _LETTER
    return wrap(label, int((_LABELS - 14) / (_TEXT * letter)), max_lines=_LINES, placeholder="…") or [""]


def _notes(note: str) -> list[str]:
    return wrap(note, int((WIDTH - 2 * _MARGIN) / (_SMALL * _LETTER)))

"""A bar chart: what is drawn of it, before it becomes a picture of either kind."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

WIDTH: Final = 960
INK: Final = "#15191c"
SOFT: Final = "#4a5359"
ACCENT: Final = "#0b5c6b"
_MARGIN, _LABELS, _NUMBERS = 24, 300, 96
_TITLE, _NOTE, _ROW, _BAR = 56, 40, 36, 22
_LONGEST = 34  # characters of a label, which is cut beyond


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
    def height(self) -> int:
        """How high it is, in pixels."""
        return 2 * _MARGIN + _TITLE + _ROW * len(self.bars) + _NOTE


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
    size: int = 18
    colour: str = INK
    bold: bool = False
    to_right: bool = False


Shape = Rectangle | Words


def shapes(chart: Chart) -> Iterator[Shape]:
    """What is drawn of a chart, in its order."""
    yield Words(_MARGIN, _MARGIN + _TITLE / 2 - 6, chart.title, size=24, bold=True)
    room = WIDTH - 2 * _MARGIN - _LABELS - _NUMBERS
    most = max((bar.value for bar in chart.bars), default=1) or 1
    for number, bar in enumerate(chart.bars):
        middle = _MARGIN + _TITLE + _ROW * number + _ROW / 2
        left, width = _MARGIN + _LABELS, room * bar.value / most
        yield Words(left - 14, middle, _cut(bar.label), to_right=True)
        yield Rectangle(left, middle - _BAR / 2, width, _BAR)
        yield Words(left + width + 10, middle, f"{bar.value:,}", bold=True)
    yield Words(_MARGIN, chart.height - _MARGIN - _NOTE / 2 + 8, chart.note, size=15, colour=SOFT)


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"

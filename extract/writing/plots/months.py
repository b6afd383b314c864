"""Time as bars: months put together into steps that are as fine as one chart has room for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from extract.writing.plots.chart import Bar

_MOST: Final = 24  # steps of a chart
_STRAY: Final = 0.02  # of all, at each end: a year out of the way would leave the others a bar or two
_STEPS: Final = (("month", 1), ("quarter", 3), ("year", 12), ("ten years", 120))
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_of(day: str) -> int:
    """The months since the year 0 of an ISO date."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def by_time(months: Counter[int]) -> tuple[str, Sequence[Bar]]:
    """The unit, and a bar for each of its steps, the empty ones included; what is far out has a bar for either end."""
    if not months:
        return "month", ()
    everything = (min(months), max(months))
    without_strays = _bounds(months)
    unit, size = _step(*without_strays)
    bounds = everything if _step(*everything) == (unit, size) else without_strays
    steps = _joined(range(bounds[0] // size, bounds[1] // size + 1), {month // size for month in months})
    return unit, tuple(_bars(months, steps, size))


def _step(first: int, last: int) -> tuple[str, int]:
    """The finest step of which there is room for so many."""
    return next((step for step in _STEPS if (last - first) // step[1] < _MOST - 1), _STEPS[-1])


def _joined(steps: range, filled: AbstractSet[int]) -> range:
    """The steps, with those that come right before and after them and are filled: these are no strays."""
    while len(steps) < _MOST and steps.start - 1 in filled:
        steps = range(steps.start - 1, steps.stop)
    while len(steps) < _MOST and steps.stop in filled:
        steps = range(steps.start, steps.stop + 1)
    return steps


def _bounds(months: Counter[int]) -> tuple[int, int]:
    """The first and the last month that is no stray."""
    return _reached(sorted(months.items())), _reached(sorted(months.items(), reverse=True))


def _reached(ordered: Sequence[tuple[int, int]]) -> int:
    """The month by which more were counted than strays may be."""
    total, passed = sum(count for _, count in ordered), 0
    for month, count in ordered:
        passed += count
        if passed > total * _STRAY:
            return month
    raise ValueError(ordered)


def _bars(months: Counter[int], steps: range, size: int) -> Iterator[Bar]:
    totals = Counter[int]()
    for month, count in months.items():
        totals[month // size] += count
    if before := sum(count for step, count in totals.items() if step < steps.start):
        yield Bar("Earlier", before)
    for step in steps:
        yield Bar(_named(step * size, size), totals[step])
    if after := sum(count for step, count in totals.items() if step >= steps.stop):
        yield Bar("Later", after)


def _named(month: int, size: int) -> str:
    year, within = divmod(month, 12)
    if size >= len(_MONTHS):
        return str(year) if size == len(_MONTHS) else f"{year} to {year + size // 12 - 1}"
    return f"{_MONTHS[within]} {year}" if size == 1 else f"{_MONTHS[within]} to {_MONTHS[within + size - 1]} {year}"

"""What the charts count, one document after the other: their memory grows with names and months, not with documents."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from extract.records import Commitment, CommitmentStatus, OutcomeDetail, OutcomeValue, Recommendation, Report
from extract.writing.plots.chart import Bar, Chart

_OWED: Final = (CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.CONSIDERING)
_MOST: Final = 24  # bars of a chart
_NAMES: Final = 15  # bodies shown
_OUTCOMES: Final = {
    OutcomeValue.ACCEPT: "Accepted",
    OutcomeValue.AMEND: "Accepted with changes",
    OutcomeValue.REJECT: "Rejected",
    OutcomeValue.NONE: "No decision",
}
_STEPS: Final = (("month", 1), ("quarter", 3), ("year", 12), ("ten years", 120))
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Counts:
    """The counts of a batch."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._outcomes = Counter[tuple[OutcomeValue, OutcomeDetail | None]]()
        self._statuses = Counter[CommitmentStatus]()
        self._owed = Counter[str]()
        self._months = Counter[int]()

    def add(self, report: Report) -> None:
        """Count a report."""
        for row in report.recommendations:
            self._outcomes[row.outcome.value, row.outcome.detail] += 1
            self._statuses.update(made.status for made in row.commitments)
            for made in row.commitments:
                self._add_owed(row, made)

    def charts(self) -> Iterator[Chart]:
        """The charts, those without a bar included, so that none of an earlier run is left in its place."""
        rows, made, owed = self._outcomes.total(), self._statuses.total(), sum(self._statuses[each] for each in _OWED)
        unit, dated = _by_time(self._months)
        yield Chart("outcomes", "What was answered", f"{rows:,} recommendations.", tuple(self._answers()))
        yield Chart("promises", "How far the promises are", f"{made:,} commitments by status.", self._status_bars())
        about = f"{owed:,} commitments planned, in progress or to be considered, by who is to act.{_rest(self._owed)}"
        yield Chart("owners", "Who owes what", about, _most(self._owed))
        due = f"{self._months.total():,} of the {owed:,} commitments that are open have a deadline; by {unit}."
        yield Chart("deadlines", "When promises fall due", due, dated)

    def _add_owed(self, row: Recommendation, made: Commitment) -> None:
        if made.status not in _OWED:
            return
        names = (made.actor.name,) if made.actor else tuple(owner.name for owner in row.owners)
        self._owed.update(names or ("Nobody is named",))
        if made.deadline and made.deadline.end:
            self._months[_month(made.deadline.end)] += 1

    def _answers(self) -> Iterator[Bar]:
        """A bar for each way of answering, the answers in their order and the plain ones first."""
        for value, words in _OUTCOMES.items():
            found = {detail: count for (each, detail), count in self._outcomes.items() if each is value}
            for detail in sorted(found, key=lambda each: (each is not None, -found[each], each or "")):
                more = f", {detail.replace('_', ' ')}" if detail and detail is not OutcomeDetail.WITH_CHANGES else ""
                yield Bar(words + more, found[detail])

    def _status_bars(self) -> tuple[Bar, ...]:
        found = (each for each in CommitmentStatus if self._statuses[each])
        return tuple(Bar(each.replace("_", " ").capitalize(), self._statuses[each]) for each in found)


def _most(counts: Counter[str]) -> tuple[Bar, ...]:
    """The names with the most."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Bar(name, count) for name, count in ordered[:_NAMES])


def _rest(counts: Counter[str]) -> str:
    """What is said of the names that have no bar."""
    more = len(counts) - _NAMES
    return f" {more:,} more have {counts.total() - sum(bar.value for bar in _most(counts)):,}." if more > 0 else ""


def _by_time(months: Counter[int]) -> tuple[str, Sequence[Bar]]:
    """The unit that is fine enough for one chart, and a bar for each of its steps, the empty ones included."""
    if not months:
        return "month", ()
    first, last = min(months), max(months)
    unit, size = next((step for step in _STEPS if (last - first) // step[1] < _MOST - 1), _STEPS[-1])
    steps = range(first // size, last // size + 1)
    totals = Counter[int]()
    for month, count in months.items():
        totals[month // size] += count
    return unit, tuple(Bar(_named(step * size, size), totals[step]) for step in steps)


def _month(day: str) -> int:
    """The months since the year 0."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _named(month: int, size: int) -> str:
    year, within = divmod(month, 12)
    if size >= len(_MONTHS):
        return str(year) if size == len(_MONTHS) else f"{year} to {year + size // 12 - 1}"
    return f"{_MONTHS[within]} {year}" if size == 1 else f"{_MONTHS[within]} to {_MONTHS[within + size - 1]} {year}"

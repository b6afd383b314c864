"""What the charts count, one document after the other: their memory grows with names and months, not with documents."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from extract.records import Commitment, CommitmentStatus, OutcomeDetail, OutcomeValue, Recommendation, Report
from extract.writing.plots.chart import Bar, Chart
from extract.writing.plots.months import by_time, month_of
from extract.writing.plots.wording import NOBODY, OUTCOMES, STATUSES, answer, many

_OWED: Final = (CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.CONSIDERING)
_NAMES: Final = 15  # bodies shown


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
        rows, made = many(self._outcomes.total(), "recommendation"), many(self._statuses.total(), "promise")
        open_now = many(sum(self._statuses[each] for each in _OWED), "open promise")
        unit, dated = by_time(self._months)
        yield Chart("outcomes", "What was answered", f"{rows}.", tuple(self._answers()))
        yield Chart("promises", "How far the promises are", f"{made}, by status.", self._status_bars())
        about = (
            f"{open_now}: planned, under way or to be considered. What several are to do counts for each of them."
            f"{_rest(self._owed)}"
        )
        yield Chart("owners", "Who owes what", about, _most(self._owed))
        due = f"{open_now}, of which {self._months.total():,} with a deadline; by {unit}."
        yield Chart("deadlines", "When promises fall due", due, dated)

    def _add_owed(self, row: Recommendation, made: Commitment) -> None:
        if made.status not in _OWED:
            return
        names = (made.actor.name,) if made.actor else tuple(owner.name for owner in row.owners)
        self._owed.update(names or (NOBODY,))
        if made.deadline and made.deadline.end:
            self._months[month_of(made.deadline.end)] += 1

    def _answers(self) -> Iterator[Bar]:
        """A bar for each way of answering, the answers in their order and the plain ones first."""
        for value in OUTCOMES:
            found = {detail: count for (each, detail), count in self._outcomes.items() if each is value}
            for detail in sorted(found, key=lambda each: (each is not None, -found[each], each or "")):
                yield Bar(answer(value, detail), found[detail])

    def _status_bars(self) -> tuple[Bar, ...]:
        return tuple(Bar(words, self._statuses[each]) for each, words in STATUSES.items() if self._statuses[each])


def _most(counts: Counter[str]) -> tuple[Bar, ...]:
    """The names with the most."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Bar(name, count) for name, count in ordered[:_NAMES])


def _rest(counts: Counter[str]) -> str:
    """What is said of the names that have no bar."""
    more = len(counts) - _NAMES
    left = counts.total() - sum(bar.value for bar in _most(counts))
    return f" {many(more, 'more name')} without a bar: {left:,} in all." if more > 0 else ""

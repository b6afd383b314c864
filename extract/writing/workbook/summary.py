"""The counts of a batch, and the rows of the sheet Summary."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from extract.records import CommitmentStatus, OutcomeDetail, OutcomeValue, OwnerKind, Recommendation
from extract.results import Result, Status
from extract.writing.tables import Tables
from extract.writing.workbook.looks import Look
from extract.writing.workbook.own_rows import EVERYTHING, Concern, SummaryRow

_MOST_NAMES: Final = 5_000  # names of organisations that are counted each by itself, however long the batch
_OTHERS: Final = "(all others)"
_UNKNOWN: Final = "(not known)"


class Counts:
    """How many there are of what, of the results so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._documents = Counter[str](dict.fromkeys(Status, 0))
        self._outcomes = Counter[str](dict.fromkeys(OutcomeValue, 0))
        self._details = Counter[str](dict.fromkeys(OutcomeDetail, 0))
        self._authorities = Counter[str]()
        self._owners = Counter[str]()
        self._commitments = Counter[str](dict.fromkeys(CommitmentStatus, 0))
        self._dated = 0
        self._levels = Counter[str](dict.fromkeys(Concern, 0))
        self._codes = Counter[str]()
        self._rows = Counter[str]()

    def add(self, result: Result, tables: Tables) -> None:
        """Count what is in a result, and in its tables."""
        self._documents[result.status] += 1
        self._rows.update({name: len(tables.rows_of(name)) for name in ("dates", "organisations")})
        if result.report:
            authority = result.report.document.authority
            for recommendation in result.report.recommendations:
                _count_name(self._authorities, authority.name if authority else _UNKNOWN)
                self._add_recommendation(recommendation)

    def add_look(self, look: Look) -> None:
        """Count something that needs a look."""
        self._levels[look.row.level] += 1
        self._codes[look.row.code] += 1

    def _add_recommendation(self, this: Recommendation) -> None:
        self._outcomes[this.outcome.value] += 1
        if this.outcome.detail:
            self._details[this.outcome.detail] += 1
        for owner in dict.fromkeys(owner.name for owner in this.owners if owner.kind is OwnerKind.ORGANISATION):
            _count_name(self._owners, owner)
        self._commitments.update(made.status for made in this.commitments)
        self._dated += sum(made.deadline is not None for made in this.commitments)

    def rows(self, changes: int | None) -> Iterator[SummaryRow]:
        """The rows of the sheet; ``changes`` is how many differences there are, where the batch is compared."""
        documents, recommendations = self._documents.total(), self._outcomes.total()
        commitments, looks = self._commitments.total(), self._levels.total()
        yield _row("Documents", EVERYTHING, documents, documents)
        yield from _grouped("Documents by status", self._documents, documents)
        yield _row("Recommendations", EVERYTHING, recommendations, recommendations)
        yield from _grouped("Recommendations by outcome", self._outcomes, recommendations)
        yield from _grouped("Recommendations by detail of the outcome", self._details, recommendations)
        yield from _grouped("Recommendations by who answers", _by_number(self._authorities), recommendations)
        yield from _grouped("Recommendations by organisation to act", _by_number(self._owners), recommendations)
        yield _row("Commitments", EVERYTHING, commitments, commitments)
        yield from _grouped("Commitments by status", self._commitments, commitments)
        yield _row("Commitments by deadline", "with a deadline", self._dated, commitments)
        yield _row("Commitments by deadline", "without one", commitments - self._dated, commitments)
        for name in ("dates", "organisations"):
            yield _row(name.capitalize(), EVERYTHING, self._rows[name], self._rows[name])
        yield _row("Needs a look", EVERYTHING, looks, looks)
        yield from _grouped("Needs a look by level", self._levels, looks)
        yield from _grouped("Needs a look by code", _by_number(self._codes), looks)
        if changes is not None:
            yield _row("Changes", EVERYTHING, changes, changes)


def _count_name(counter: Counter[str], name: str) -> None:
    counter[name if name in counter or len(counter) < _MOST_NAMES else _OTHERS] += 1


def _by_number(counter: Counter[str]) -> dict[str, int]:
    """The counts, most first, and by name where they are the same."""
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _grouped(measure: str, counts: Mapping[str, int], whole: int) -> Iterator[SummaryRow]:
    for group, count in counts.items():
        yield _row(measure, str(group), count, whole)


def _row(measure: str, group: str, count: int, whole: int) -> SummaryRow:
    return SummaryRow(measure=measure, group=group, count=count, share=count / whole if whole else None)

"""A document as it was read against its gold: the rows paired, and every mark of every row."""

from collections.abc import Iterator, Sequence

from extract.records import Commitment, DateExpression, OrganisationMention, Position, Recommendation, Report
from tests.quality.gold import Gold, GoldRow
from tests.quality.marks import Mark, Measure, judge, mark_invented
from tests.quality.matching import alike, best_pairs, same_number
from tests.quality.rows import mark_outcome, mark_owners, mark_positions, mark_words
from tests.quality.spans import mark_commitments, mark_dates

Quote = Commitment | DateExpression | OrganisationMention | Position

_LEAST_ALIKE = 0.4  # rows of the same number are paired from here on
_PAIRED = 0.5
_SAME_NUMBER = 0.5
_PER_PLACE = 1e-4  # of two equal rows the nearer in order is taken


def score(gold: Gold, report: Report | None) -> list[Mark]:
    """Every mark of a document, each fault headed by the row's number; ``None`` stands for one that failed."""
    found = report.recommendations if report else ()
    pairs = pair_rows(gold.recommendations, found)
    marks = [*_mark_invented_rows(gold, found, pairs), *_mark_spans(found)]
    for i, row in enumerate(gold.recommendations):
        measures = gold.measures(row)
        read = found[pairs[i]] if i in pairs else None
        marks += [_headed(mark, row.number) for mark in _mark_row(row, read) if mark.measure in measures]
    return marks


def _mark_row(gold: GoldRow, row: Recommendation | None) -> Iterator[Mark]:
    yield mark_words(gold, row)
    yield from mark_outcome(gold, row)
    yield from mark_owners(gold, row)
    yield from mark_positions(gold, row)
    yield from mark_commitments(gold, row.commitments if row else ())
    yield from mark_dates(gold, row.dates if row else ())


def _headed(mark: Mark, number: str) -> Mark:
    return mark._replace(fault=mark.fault and f"row {number}: {mark.fault}")


def pair_rows(due: Sequence[GoldRow], found: Sequence[Recommendation]) -> dict[int, int]:
    """Which row of the gold each row that was read is, by their places."""
    scores = {(i, j): _likeness(one, other) for i, one in enumerate(due) for j, other in enumerate(found)}
    near = {pair: score for pair, score in scores.items() if score >= _PAIRED}
    return best_pairs({(i, j): score - abs(i - j) * _PER_PLACE for (i, j), score in near.items()})


def _likeness(gold: GoldRow, row: Recommendation) -> float:
    likeness = alike(gold.text, row.text)
    numbered = likeness >= _LEAST_ALIKE and gold.number_printed and same_number(gold.number, row.number)
    return likeness + _SAME_NUMBER * numbered


def _mark_invented_rows(gold: Gold, found: Sequence[Recommendation], pairs: dict[int, int]) -> Iterator[Mark]:
    rows = gold.recommendations
    if rows and not any(Measure.ROWS in gold.measures(row) for row in rows):
        return iter(())
    paired = frozenset(pairs.values())
    return mark_invented(Measure.ROWS, (row.text for j, row in enumerate(found) if j not in paired))


def _mark_spans(found: Sequence[Recommendation]) -> Iterator[Mark]:
    for row in found:
        quotes: tuple[Quote, ...] = (*row.commitments, *row.dates, *row.organisations, *row.positions)
        for quote in quotes:
            words = (getattr(row, quote.field) or "")[quote.start : quote.end]
            fault = f"row {row.number}: {quote.text!r} is {words!r} in {quote.field}"
            yield judge(Measure.SPANS, fault, right=bool(words) and words == quote.text)

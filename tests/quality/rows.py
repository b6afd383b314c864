"""Marks of one row: its words, its outcome, and the bodies named in it."""

from collections.abc import Iterator, Sequence

from extract.records import Recommendation
from tests.quality.gold import GoldRow
from tests.quality.marks import Mark, Measure, Verdict, judge, mark_expected, mark_invented
from tests.quality.matching import alike, best_pairs, same_name, same_number

_ROW_ALIKE = 0.97  # a row is right where text and response are both at least this much alike


def mark_words(gold: GoldRow, row: Recommendation | None) -> Mark:
    """Whether number, text and response were read as they are printed."""
    if row is None:
        return Mark(Measure.ROWS, Verdict.MISSED, "row missing")
    text, response = alike(gold.text, row.text), _response_alike(gold, row)
    numbered = not gold.number_printed or same_number(gold.number, row.number)
    fault = f"number {row.number!r}, text {text:.2f}, response {response:.2f}"
    return judge(Measure.ROWS, fault, right=numbered and min(text, response) >= _ROW_ALIKE)


def _response_alike(gold: GoldRow, row: Recommendation) -> float:
    # a decision that opens the prose may be left in it or taken out
    with_decision = f"{row.outcome.raw or ''} {row.response}"
    return max(alike(gold.response, row.response), alike(gold.response, with_decision))


def mark_outcome(gold: GoldRow, row: Recommendation | None) -> Iterator[Mark]:
    """Whether the answer and its detail are right; a missing row has both wrong."""
    if row is None:
        yield Mark(Measure.OUTCOME, Verdict.WRONG)
        yield Mark(Measure.DETAIL, Verdict.WRONG)
        return
    found, due = row.outcome, gold.outcome
    yield judge(Measure.OUTCOME, f"{found.value} for {due.value} ({found.raw!r})", right=found.value == due.value)
    yield judge(Measure.DETAIL, f"{found.detail} for {due.detail} ({found.raw!r})", right=found.detail == due.detail)


def mark_owners(gold: GoldRow, row: Recommendation | None) -> Iterator[Mark]:
    """Which owners were found, by name."""
    found = [owner.name for owner in row.owners if owner.name] if row else []
    pairs = _pair_names([owner.name for owner in gold.owners], found)
    expected = ((owner.name, i in pairs) for i, owner in enumerate(gold.owners) if not owner.optional)
    yield from mark_expected(Measure.OWNERS, expected)
    yield from mark_invented(Measure.OWNERS, _unpaired(found, pairs))


def mark_positions(gold: GoldRow, row: Recommendation | None) -> Iterator[Mark]:
    """Which bodies were found to answer otherwise, by name and answer."""
    positions = row.positions if row else ()
    found = [position.organisation for position in positions]
    pairs = _pair_names([position.organisation for position in gold.positions], found)
    pairs = {i: j for i, j in pairs.items() if gold.positions[i].value == positions[j].value}
    expected = ((p.organisation, i in pairs) for i, p in enumerate(gold.positions) if not p.optional)
    yield from mark_expected(Measure.POSITIONS, expected)
    yield from mark_invented(Measure.POSITIONS, _unpaired(found, pairs))


def _pair_names(due: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    return best_pairs(
        {(i, j): 1.0 for i, one in enumerate(due) for j, other in enumerate(found) if same_name(one, other)}
    )


def _unpaired(found: Sequence[str], pairs: dict[int, int]) -> Iterator[str]:
    paired = frozenset(pairs.values())
    return (words for j, words in enumerate(found) if j not in paired)

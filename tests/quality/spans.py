"""Marks of what stands at a place in a row: commitments and dates, matched by how far their spans overlap."""

from collections.abc import Iterator, Sequence

from extract.records import Commitment, DateExpression, Deadline
from tests.quality.gold import GoldCommitment, GoldDate, GoldDeadline, GoldRow
from tests.quality.marks import Mark, Measure, judge, mark_expected, mark_invented
from tests.quality.matching import Stretch, best_pairs, locate, overlap, same_name, squash

_COMMITMENT_OVERLAP = 0.5  # intersection over union at which two spans are the same commitment
_DATE_OVERLAP = 0.4
_INSIDE_OPTIONAL = 0.3

_TIME = {"date": "time", "period": "time", "duration": "time", "recurrence": "recurrence", "open": "open"}
"""The types of date that are told apart."""

Overlaps = dict[tuple[int, int], float]


def mark_commitments(gold: GoldRow, found: Sequence[Commitment]) -> Iterator[Mark]:
    """Which commitments were found, and what is said of each of them."""
    due = gold.commitments
    pairs, near_optional = pair_commitments(gold, found)
    excused = near_optional | {j for j, commitment in enumerate(found) if commitment.status == "existing_practice"}
    excused |= set(pairs.values())
    yield from mark_expected(Measure.COMMITMENTS, ((c.text, i in pairs) for i, c in enumerate(due) if not c.optional))
    yield from mark_invented(Measure.COMMITMENTS, (c.text for j, c in enumerate(found) if j not in excused))
    for i, j in sorted(pairs.items()):
        if not due[i].optional:
            yield from _mark_commitment(due[i], found[j])


def pair_commitments(gold: GoldRow, found: Sequence[Commitment]) -> tuple[dict[int, int], set[int]]:
    """Which commitment of the gold each one found is, by their places, and which ones are near optional ones."""
    due = gold.commitments
    overlaps = _overlaps(_places(gold, due), _places(gold, found))
    near = _same_field(overlaps, due, found, _COMMITMENT_OVERLAP)
    # what must be found takes its match before what may be found does
    pairs = best_pairs({(i, j): share + (not due[i].optional) for (i, j), share in near.items()})
    return pairs, {j for (i, j), share in overlaps.items() if due[i].optional and share > _INSIDE_OPTIONAL}


def _mark_commitment(gold: GoldCommitment, found: Commitment) -> Iterator[Mark]:
    of = f": {gold.text!r}"
    yield judge(Measure.STATUS, f"{found.status} for {gold.status}{of}", right=found.status == gold.status)
    if gold.actor:
        actor = found.actor.name if found.actor else None
        yield judge(Measure.ACTOR, f"{actor!r} for {gold.actor!r}{of}", right=same_name(actor, gold.actor))
    if gold.name:
        yield judge(Measure.NAME, f"{found.name!r} for {gold.name!r}{of}", right=same_name(found.name, gold.name))
    if gold.deadline or found.deadline:
        due, read = _days(gold.deadline), _days(found.deadline)
        yield judge(Measure.DEADLINE, f"{read} for {due}{of}", right=read == due)


def _days(deadline: GoldDeadline | Deadline | None) -> tuple[str | None, str | None]:
    return (deadline.start, deadline.end) if deadline else (None, None)


def mark_dates(gold: GoldRow, found: Sequence[DateExpression]) -> Iterator[Mark]:
    """Which expressions of time were found, and whether each has the right days."""
    due = gold.dates
    overlaps = _overlaps(_places(gold, due), _places(gold, found))
    pairs = best_pairs(_same_field(overlaps, due, found, _DATE_OVERLAP))
    paired = frozenset(pairs.values())
    yield from mark_expected(
        Measure.DATES, ((date.text, i in pairs) for i, date in enumerate(due) if not date.optional)
    )
    yield from mark_invented(Measure.DATES, (date.text for j, date in enumerate(found) if j not in paired))
    for i, j in sorted(pairs.items()):
        if not due[i].optional:
            yield _mark_interval(due[i], found[j])


def _mark_interval(gold: GoldDate, found: DateExpression) -> Mark:
    due = _TIME[gold.type], gold.start, gold.end
    read = _TIME[found.type], found.interval.start, found.interval.end
    return judge(Measure.INTERVALS, f"{read} for {due}: {gold.text!r}", right=read == due)


def _places(
    gold: GoldRow,
    quotes: Sequence[GoldCommitment | GoldDate] | Sequence[Commitment | DateExpression],
) -> list[Stretch | None]:
    fields = {"text": gold.text, "response": gold.response, "timescale": gold.timescale, "progress": gold.progress}
    squashed = {name: squash(words or "") for name, words in fields.items()}
    return [locate(quote.text, squashed[quote.field]) for quote in quotes]


def _overlaps(due: Sequence[Stretch | None], found: Sequence[Stretch | None]) -> Overlaps:
    return {(i, j): overlap(one, other) for i, one in enumerate(due) for j, other in enumerate(found)}


def _same_field(
    overlaps: Overlaps,
    due: Sequence[GoldCommitment | GoldDate],
    found: Sequence[Commitment | DateExpression],
    least: float,
) -> Overlaps:
    return {(i, j): share for (i, j), share in overlaps.items() if due[i].field == found[j].field and share >= least}

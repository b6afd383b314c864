"""Commitments changed, struck and added."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.file import Add, Change, CommitmentValues, Days, NamedBody, NewCommitment, Strike
from extract.correcting.finding import MisfitError, Quoted, find_commitment, find_words, squeezed
from extract.correcting.parts import BY_A_PERSON, correction
from extract.findings import Span
from extract.records import (
    Actor,
    Commitment,
    Correction,
    CorrectionKind,
    Deadline,
    Field,
    Quotation,
    Recommendation,
)


class Promises(NamedTuple):
    """The commitments of a row while they are put right.

    Attributes:
        row: the row that they are of; its own commitments are those that were read.
        now: by id, those that were read and those that were added, as they are now; ``None`` for one that is struck.
        made: by id, what was done to them.
        taken: the ids of those that the same person has put right already.
    """

    row: Recommendation
    now: Mapping[str, Commitment | None]
    made: Mapping[str, Correction]
    taken: frozenset[str] = frozenset()

    def there(self, field: Field) -> list[Commitment]:
        """Those of a field that a correction may be of: struck ones too, as they were read."""
        read = {each.id: each for each in self.row.commitments}
        known = (now or read.get(id_) for id_, now in self.now.items())
        return [each for each in known if each and each.field is field]

    def is_added(self, made: Commitment) -> bool:
        """Whether a commitment is none of those that were read."""
        return all(made.id != each.id for each in self.row.commitments)

    def with_one(self, id_: str, now: Commitment | None, made: Correction | None) -> "Promises":
        """The same with one of them as it is now, and what was done to it."""
        done = {**self.made, id_: made} if made else {key: each for key, each in self.made.items() if key != id_}
        return self._replace(now={**self.now, id_: now}, made=done, taken=self.taken | {id_})


def promises_of(row: Recommendation) -> Promises:
    """The commitments of a row as they were read."""
    return Promises(row, {each.id: each for each in row.commitments}, {})


def put_right(promises: Promises, wanted: Change | Strike | Add, ask: Ask) -> Promises:
    """The commitments of a row after one correction.

    Args:
        promises: those before it.
        wanted: the correction.
        ask: on whose word.

    Raises:
        MisfitError: its words are not there.
    """
    text = getattr(promises.row, wanted.field) or ""
    if isinstance(wanted, Add):
        return _added(promises, wanted, text, ask)
    found = find_commitment(Quoted(wanted.quote, wanted.nth), text, promises.there(wanted.field), promises.taken)
    if isinstance(wanted, Change):
        return _with_values(promises, found, wanted.set, ask)
    struck = None if promises.is_added(found) else correction(CorrectionKind.COMMITMENT_STRUCK, found.text, ask)
    return promises.with_one(found.id, None, struck)


def _with_values(promises: Promises, found: Commitment, values: CommitmentValues, ask: Ask) -> Promises:
    """The commitments with other values of one of them; one that was struck stands again."""
    changed = _changed(found, values, promises.row)
    if changed == found:
        return promises.with_one(found.id, found, found.correction)
    added = promises.is_added(found)
    kind = CorrectionKind.COMMITMENT_ADDED if added else CorrectionKind.COMMITMENT_CHANGED
    made = correction(kind, None if added else found.text, ask)
    return promises.with_one(found.id, replace(changed, correction=made), made)


def _added(promises: Promises, wanted: Add, text: str, ask: Ask) -> Promises:
    """The commitments with one more; one that somebody added before, or that stands on the very words, is changed."""
    there = promises.there(wanted.field)
    span = find_words(Quoted(wanted.quote, wanted.nth), text, [Span(each.start, each.end) for each in there])
    if span is None:
        raise MisfitError(f"these words do not stand in its {wanted.field}")
    before = [each for each in there if promises.is_added(each) and each.id not in promises.taken]
    same = next((each for each in before if squeezed(each.text) == squeezed(wanted.quote)), None)
    same = None if wanted.nth else same
    same = same or next((each for each in there if (each.start, each.end) == (span.start, span.end)), None)
    made = correction(CorrectionKind.COMMITMENT_ADDED, None, ask)
    found = same or replace(_bare(promises, wanted, span.start, span.of(text)), correction=made)
    values = _all_values(wanted.set) if promises.is_added(found) else _given_values(wanted.set)
    return _with_values(promises, found, values, ask)


def _bare(promises: Promises, wanted: Add, start: int, words: str) -> Commitment:
    """A commitment of which no more is known than its words."""
    return Commitment(
        id=_next_id(promises),
        text=words,
        field=wanted.field,
        start=start,
        end=start + len(words),
        name=None,
        actor=None,
        status=wanted.set.status,
        condition=None,
        deadline=None,
        because=BY_A_PERSON,
    )


def _all_values(new: NewCommitment) -> CommitmentValues:
    return CommitmentValues(
        status=new.status,
        name=new.name,
        actor=new.actor,
        deadline=new.deadline,
        condition=new.condition,
        targets=new.targets,
    )


def _given_values(new: NewCommitment) -> CommitmentValues:
    """What is said of a commitment that was read after all: what is not said stays as it was read."""
    return CommitmentValues(
        status=new.status,
        name=new.name or UNSET,
        actor=new.actor or UNSET,
        deadline=new.deadline or UNSET,
        condition=new.condition or UNSET,
        targets=new.targets or UNSET,
    )


def _changed(made: Commitment, values: CommitmentValues, row: Recommendation) -> Commitment:
    """The commitment with other values; how sure it is goes with its status."""
    status = made.status if isinstance(values.status, UnsetType) else values.status
    same = status is made.status
    return replace(
        made,
        status=status,
        name=made.name if isinstance(values.name, UnsetType) else values.name,
        actor=made.actor if isinstance(values.actor, UnsetType) else _actor(values.actor, made),
        deadline=made.deadline if isinstance(values.deadline, UnsetType) else _deadline(values.deadline, made, row),
        condition=made.condition if isinstance(values.condition, UnsetType) else values.condition,
        targets=made.targets if isinstance(values.targets, UnsetType) else _targets(values.targets, made, row),
        confidence=made.confidence if same else None,
        because=made.because if same else BY_A_PERSON,
    )


def _actor(given: NamedBody | None, made: Commitment) -> Actor | None:
    """Who acts; the words printed are those that were read as somebody else, or the name where it stands there."""
    before = made.actor
    if given is None or (before and (before.name, before.id) == (given.name, given.id)):
        return before if given else None
    raw = before.raw if before else given.name if given.name in made.text else ""
    return Actor(raw=raw, name=given.name, id=given.id, because=BY_A_PERSON)


def _deadline(given: Days | None, made: Commitment, row: Recommendation) -> Deadline | None:
    """By when; the words printed are those of an expression of these days, the commitment's own before others."""
    before = made.deadline
    if given is None or (before and (before.start, before.end) == (given.start, given.end)):
        return before if given else None
    printed = [date for date in row.dates if (date.interval.start, date.interval.end) == (given.start, given.end)]
    own = [date for date in printed if date.field is made.field and made.start <= date.start and date.end <= made.end]
    text = next((date.text for date in (*own, *printed)), "")
    return Deadline(text=text, start=given.start, end=given.end, because=BY_A_PERSON)


def _targets(given: Sequence[str], made: Commitment, row: Recommendation) -> tuple[Quotation, ...]:
    """How many, of what: each quoted where it stands in the commitment, or else in its field."""
    text, within = getattr(row, made.field) or "", Span(made.start, made.end)
    found = list[Quotation]()
    for words in dict.fromkeys(given):
        own = find_words(Quoted(words), made.text)
        span = Span(within.start + own.start, within.start + own.end) if own else find_words(Quoted(words), text)
        if span is None:
            raise MisfitError(f"“{words}” does not stand in its {made.field}")
        found.append(Quotation(text=span.of(text), field=made.field, start=span.start, end=span.end))
    return made.targets if [each.text for each in made.targets] == list(given) else tuple(found)


def _next_id(promises: Promises) -> str:
    """The next number that no commitment of the row has or had."""
    used = [int(last) for id_ in promises.now if (last := id_.rpartition("/c")[2]).isdecimal()]
    return f"{promises.row.id}/c{max(used, default=0) + 1}"

"""Doubts about what is promised: nothing, by nobody, without a day, too late, or only if there is money."""

from collections.abc import Iterator, Sequence

from extract.interpret.doubts.doubt import Answered, Doubt, quote, quoted
from extract.records import (
    Commitment,
    CommitmentStatus,
    DateExpression,
    DateRole,
    DateType,
    DocumentDate,
    OutcomeValue,
    Quotation,
)
from extract.vocabulary.flags import Flags

_TO_COME = frozenset({CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS})
_ACTS = _TO_COME | {CommitmentStatus.COMPLETED, CommitmentStatus.ONGOING, CommitmentStatus.EXISTING_PRACTICE}
_DONE = frozenset({CommitmentStatus.COMPLETED})
_STANDING = frozenset({CommitmentStatus.EXISTING_PRACTICE})
_PONDERED = frozenset({CommitmentStatus.CONSIDERING})
_TOLD = frozenset({DateType.DATE, DateType.PERIOD})


def promise_doubts(row: Answered, flags: Flags) -> Iterator[Doubt]:
    """What is doubtful about the commitments of a row."""
    yield from _hardly_promised(row)
    yield from _nobody(row)
    yield from _no_day(row)
    yield from _wrong_days(row)
    yield from _revised(row)
    for made in row.commitments:
        if made.condition and flags.names_money(made.condition):
            yield Doubt("conditional_on_money", {"quote": quote(made.text)}, (quoted(made),))


def _hardly_promised(row: Answered) -> Iterator[Doubt]:
    """An accepted recommendation to which nothing new is promised."""
    if row.decision.outcome.value is not OutcomeValue.ACCEPT:
        return
    acts = [made for made in row.commitments if made.status in _ACTS]
    pondered = _with(row.commitments, _PONDERED)
    if acts and all(made.status in _STANDING for made in acts) and not pondered:
        yield Doubt("existing_practice_only", passages=_passages(acts))
    elif not acts and pondered:
        yield Doubt("considered_only", passages=_passages(pondered))
    elif not acts:
        yield Doubt("accepted_without_commitment")


def _nobody(row: Answered) -> Iterator[Doubt]:
    doubtful = [owner.raw for owner in row.owners if owner.uncertain]
    if doubtful:
        yield Doubt("owner_uncertain", {"quote": quote("; ".join(doubtful))})
    if row.owners:
        return
    alone = [made for made in _with(row.commitments, _TO_COME) if made.actor is None]
    if alone:
        yield Doubt("commitment_without_owner", passages=_passages(alone))
    else:
        yield Doubt("no_owner")


def _no_day(row: Answered) -> Iterator[Doubt]:
    open_ended = [made for made in _with(row.commitments, _TO_COME) if made.deadline is None]
    if open_ended:
        yield Doubt("commitment_without_date", passages=_passages(open_ended))


def _wrong_days(row: Answered) -> Iterator[Doubt]:
    """Deadlines before the day of the document, and deeds told as done that are dated after it."""
    if row.date is None:
        return
    late = [made for made in _with(row.commitments, _TO_COME) if _is_before(made, row.date)]
    if late:
        text = late[0].deadline.text if late[0].deadline else ""
        yield Doubt("deadline_before_document", {"quote": text, "date": row.date.start}, _passages(late))
    for made in _with(row.commitments, _DONE):
        after = [date for date in row.dates if _is_within(date, made) and _is_after(date, row.date)]
        if after and len(after) == sum(_is_within(date, made) for date in row.dates):
            words = {"quote": quote(made.text), "date": row.date.start}
            yield Doubt("event_after_document", words, (quoted(made),))


def _revised(row: Answered) -> Iterator[Doubt]:
    for revision in row.revisions:
        words = {"original": revision.original.text, "revised": revision.revised.text}
        yield Doubt("target_revised", words, (quoted(revision.original), quoted(revision.revised)))


def _with(commitments: Sequence[Commitment], statuses: frozenset[CommitmentStatus]) -> list[Commitment]:
    return [made for made in commitments if made.status in statuses]


def _passages(commitments: Sequence[Commitment]) -> tuple[Quotation, ...]:
    return tuple(map(quoted, commitments))


def _is_before(commitment: Commitment, date: DocumentDate) -> bool:
    end = commitment.deadline.end if commitment.deadline else None
    return end is not None and end < date.start


def _is_after(date: DateExpression, document: DocumentDate) -> bool:
    return date.interval.start is not None and date.interval.start > document.end


def _is_within(date: DateExpression, made: Commitment) -> bool:
    """Whether a day of the calendar stands in a commitment and tells when it was done, not how long it is to last."""
    inside = date.field is made.field and made.start <= date.start and date.end <= made.end
    return inside and date.type in _TOLD and date.role in {DateRole.EVENT, DateRole.START, DateRole.DEADLINE}

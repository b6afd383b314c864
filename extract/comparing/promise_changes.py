"""What became of promises: kept, further on, moved, in other words, dropped."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.changes import Change, Kind
from extract.comparing.mentions import mention_of
from extract.comparing.promises import PairedPromises, PromisePair, furthest
from extract.comparing.sides import Due, Promise
from extract.comparing.telling import Said, Spot, quoted, tell
from extract.records import CommitmentStatus
from extract.vocabulary.comparing import ComparingWords

_DONE = CommitmentStatus.COMPLETED
_SETTLED = frozenset({_DONE, CommitmentStatus.DECLINED})
_OPEN = frozenset(
    {CommitmentStatus.CONSIDERING, CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.ONGOING}
)
_NOBODY = "nothing"


class Around(NamedTuple):
    """What stands around promises.

    Attributes:
        before: how far cells said that the recommendation is.
        after: how far they say so now.
        told: the words of those of now.
        said: all that is answered now.
        dated: both papers say by when; one that names no day at all has dropped none.
    """

    before: CommitmentStatus | None
    after: CommitmentStatus | None
    told: str
    said: str
    dated: bool


def promise_changes(paired: PairedPromises, around: Around, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    """The differences between the promises in two answers to a recommendation."""
    for pair in paired.pairs:
        at = spot.at(pair.old.id, pair.new.id, pair.because)
        at = at._replace(promised=pair.old.text, reported=_report(pair, around, words))
        yield from _status(pair, around, at, words)
        yield from _wording(pair, at, words)
        settled = not around.dated or _is_settled(pair, around, words)
        yield from due_changes(pair.old.due, pair.new.due, at, (pair.new.text, settled), words)
    yield from _gone(paired, around, spot, words)
    for promise in paired.new:
        at = spot.at(None, promise.id)._replace(reported=promise.text)
        yield from _alone(promise, around.before, at, words, gone=False)


def _gone(paired: PairedPromises, around: Around, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    """What became of promises that are not promised any more: a cell tells, or a sentence, or nothing."""
    others = [each.text for each in (*paired.new, *(said for pair in paired.pairs for said in pair.after))]
    for promise in paired.gone:
        at = spot.at(promise.id, None)._replace(promised=promise.text)
        is_open, told = promise.status in _OPEN, around.after is not None
        mention = mention_of(promise, around.said, others, words) if is_open and not told else None
        if mention:
            said = Said(promise.text, mention, status=_plain(promise.status))
            yield tell(Kind.PROMISE_MENTIONED, at._replace(reported=mention), said, words)
        else:
            reported = around.told if is_open and told else None
            yield from _alone(promise, around.after, at._replace(reported=reported), words, gone=True)


def due_changes(
    old: Due | None, new: Due | None, spot: Spot, told: tuple[str, bool], words: ComparingWords
) -> Iterator[Change]:
    """How a date moved, came or went.

    Args:
        old: by when, then.
        new: by when, now.
        spot: what has the date.
        told: the words of it, and whether it is settled: then a date that is not named is not missed.
        words: the vocabulary.
    """
    text, settled = told
    if old and new:
        yield from _moved(old, new, spot, words)
    elif old and not settled:
        yield tell(Kind.DEADLINE_GONE, spot, Said(before=old.text, more=text), words)
    elif new and not settled:
        yield tell(Kind.DEADLINE_NEW, spot, Said(after=new.text, more=text), words)


def _moved(old: Due, new: Due, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    before, after = old.last, new.last
    if _is_narrowed(old, new):
        yield tell(Kind.DEADLINE_NARROWED, spot, Said(old.text, new.text), words)
    elif before and after and before != after:
        days = (after - before).days
        way = "later" if days > 0 else "earlier"
        yield tell(Kind.DEADLINE_MOVED, spot, Said(old.text, new.text, days, more=way), words)
    elif before and after is None:
        yield tell(Kind.DEADLINE_GONE, spot, Said(old.text, new.text, more=new.text), words)
    elif after and before is None:
        yield tell(Kind.DEADLINE_NEW, spot, Said(old.text, new.text, more=old.text), words)


def _is_narrowed(old: Due, new: Due) -> bool:
    """Whether a date that was said of a longer time is a part of that time now: it has not moved."""
    if not (old.start and old.end and new.start and new.end):
        return False
    return old.start <= new.start and new.end <= old.end and (old.start, old.end) != (new.start, new.end)


def _is_settled(pair: PromisePair, around: Around, words: ComparingWords) -> bool:
    """Whether a promise is kept or declined, then or now."""
    steps = {furthest(pair.before, around.before, words), furthest(pair.after, around.after, words)}
    return not steps.isdisjoint(_SETTLED)


def _status(pair: PromisePair, around: Around, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    before, after = furthest(pair.before, around.before, words), furthest(pair.after, around.after, words)
    yield from _step(before, after, spot, words)


def _report(pair: PromisePair, around: Around, words: ComparingWords) -> str:
    """What is said of a promise now: the last of it, which is the report on it where there is one; or else a cell."""
    own = furthest(pair.after, None, words)
    further = words.ranks.get(own, 0) < words.ranks.get(furthest(pair.after, around.after, words), 0)
    return around.told if further else pair.after[-1].text


def _step(before: CommitmentStatus, after: CommitmentStatus, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    """The way from one status to another."""
    declined, ranks = CommitmentStatus.DECLINED, words.ranks
    if after is declined and before in ranks:
        yield tell(Kind.WITHDRAWN, spot, Said(spot.promised, spot.reported), words)
    elif before is declined and after in ranks:
        yield tell(Kind.TAKEN_UP, spot, Said(spot.promised, spot.reported), words)
    elif before in ranks and after in ranks and ranks[before] != ranks[after]:
        kind = Kind.PROGRESSED if ranks[after] > ranks[before] else Kind.WENT_BACK
        said = Said(_plain(before), _plain(after), more=quoted(spot.promised, spot.reported))
        yield tell(kind, spot, said, words)


def _wording(pair: PromisePair, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    """Other words, actors and conditions of a promise; the report that it is kept has other words by nature."""
    old, new = pair.old, pair.new
    if old.status is new.status and old.gist.bag != new.gist.bag:
        yield tell(Kind.PROMISE_REWORDED, spot, Said(old.text, new.text), words)
    if old.actor and new.actor and old.actor != new.actor:
        yield tell(Kind.ACTOR_CHANGED, spot, Said(old.actor, new.actor, more=new.text), words)
    if _bare(old.condition) != _bare(new.condition) and _SETTLED.isdisjoint({old.status, new.status}):
        said = Said(old.condition or _NOBODY, new.condition or _NOBODY, more=new.text)
        yield tell(Kind.CONDITION_CHANGED, spot, said, words)


def _alone(
    promise: Promise, cell: CommitmentStatus | None, spot: Spot, words: ComparingWords, *, gone: bool
) -> Iterator[Change]:
    """What is told of a promise that the other side does not mention.

    Where a cell of the other side says how far all of the recommendation is, the promise is not dropped.
    """
    if promise.status not in _OPEN and promise.status is not _DONE:
        return
    if cell is not None and promise.status in _OPEN:
        steps = (promise.status, cell) if gone else (cell, promise.status)
        yield from _step(*steps, spot, words)
        return
    done = promise.status is _DONE
    if gone:
        kind, said = (Kind.REPORT_GONE if done else Kind.PROMISE_GONE), Said(before=promise.text)
    else:
        kind, said = (Kind.REPORT_NEW if done else Kind.PROMISE_NEW), Said(after=promise.text)
    yield tell(kind, spot, said._replace(status=_plain(promise.status)), words)


def _bare(condition: str | None) -> str:
    return " ".join((condition or "").casefold().split())


def _plain(status: CommitmentStatus) -> str:
    return status.value.replace("_", " ")


def without_repeats(changes: Sequence[Change]) -> list[Change]:
    """The differences, a date of several promises that moved with one cell told once."""
    seen = dict[tuple[str, ...], Change]()
    for change in changes:
        where = change.new or change.old
        row = (where.recommendation if where else None) or ""
        own = [(each.commitment if each else None) or "" for each in (change.old, change.new)]
        key = (change.kind, row, change.before or "", change.after or "")
        seen.setdefault(key if change.kind is Kind.DEADLINE_MOVED else (*key, *own, change.explanation), change)
    return list(seen.values())

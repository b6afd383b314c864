"""Which promises in the answers to a recommendation are the same, and how far each is then and now.

A progress report may print the promise again and, in a column of its own, what became of it: both are the promise of
then. So a statement that has no partner of its own is taken to a pair that it is like, and the furthest of them counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.comparing.likeness import likeness, said_of
from extract.comparing.matching import Match, best_first, tie_of
from extract.comparing.sides import Promise
from extract.records import CommitmentStatus
from extract.vocabulary.comparing import ComparingWords

_SAME = 100.0


@dataclass(frozen=True, slots=True)
class PromisePair:
    """A promise of then and now.

    Attributes:
        old: as it stood then.
        new: as it stands now.
        before: all that was said of it then, ``old`` first.
        after: all that is said of it now, ``new`` first.
        because: why the two are one.
        score: how much speaks for it, 0 to 100.
    """

    old: Promise
    new: Promise
    before: tuple[Promise, ...]
    after: tuple[Promise, ...]
    because: str
    score: float


@dataclass(frozen=True, slots=True)
class PairedPromises:
    """The promises in the answers to a recommendation: the pairs, and those that are of one side alone."""

    pairs: tuple[PromisePair, ...]
    gone: tuple[Promise, ...]
    new: tuple[Promise, ...]


def pair_promises(old: Sequence[Promise], new: Sequence[Promise], words: ComparingWords) -> PairedPromises:
    """The promises of then and now, paired."""
    matches = best_first(_matches(old, new, words))
    olds, news = [old[match.old] for match in matches], [new[match.new] for match in matches]
    gone, fresh = [each for each in old if each not in olds], [each for each in new if each not in news]
    before, after = _homes(gone, news, words), _homes(fresh, olds, words)
    pairs = tuple(
        PromisePair(
            olds[at],
            news[at],
            (olds[at], *(each for each, home in before if home == at)),
            (news[at], *(each for each, home in after if home == at)),
            match.because,
            min(match.score, _SAME),
        )
        for at, match in enumerate(matches)
    )
    lone_old, lone_new = [each for each, home in before if home is None], [each for each, home in after if home is None]
    return PairedPromises(tuple(sorted(pairs, key=_place)), tuple(lone_old), tuple(lone_new))


def furthest(promises: Sequence[Promise], cell: CommitmentStatus | None, words: ComparingWords) -> CommitmentStatus:
    """How far a promise is: the furthest of what is said of it, and of what a cell says of the whole row."""
    said = [promise.status for promise in promises]
    steps = [status for status in (*said, cell) if status is not None and status in words.ranks]
    return max(steps, key=lambda status: words.ranks[status]) if steps and said[0] in words.ranks else said[0]


def _place(pair: PromisePair) -> tuple[str, str]:
    return pair.old.id, pair.new.id


def _matches(old: Sequence[Promise], new: Sequence[Promise], words: ComparingWords) -> Iterator[Match]:
    for at, mine in enumerate(old):
        for to, theirs in enumerate(new):
            score, because = _alike(mine, theirs, words)
            if score >= words.thresholds.promise:
                yield Match(score, at, to, because, tie_of(mine.id, theirs.id))


def _alike(mine: Promise, theirs: Promise, words: ComparingWords) -> tuple[float, str]:
    """How much speaks for two promises being one, and what."""
    score = likeness(mine.gist, theirs.gist, words)
    said = [said_of(mine.gist, theirs.gist, score, words)]
    bonus = words.bonus
    for points, noun, mine_of, theirs_of in (
        (bonus.name, "name", mine.name, theirs.name),
        (bonus.deadline, "deadline", mine.due, theirs.due),
        (bonus.actor, "actor", mine.actor, theirs.actor),
    ):
        if mine_of and mine_of == theirs_of:
            score += points
            said.append(f"the same {noun}")
    if mine.actor and theirs.actor and mine.actor != theirs.actor:
        score += bonus.other_actor
    return score, ", ".join(said)


def _homes(
    lone: Sequence[Promise], partners: Sequence[Promise], words: ComparingWords
) -> list[tuple[Promise, int | None]]:
    """Statements without a partner of their own, each with the pair that it reports on, if it does on one.

    What is no further than the promise of the other side is no report on it, but a promise like it.
    """
    return [(each, _home(each, partners, words)) for each in lone]


def _home(lone: Promise, partners: Sequence[Promise], words: ComparingWords) -> int | None:
    ranks = words.ranks
    scores = (
        (_alike(lone, partner, words)[0], tie_of(lone.id, partner.id), place)
        for place, partner in enumerate(partners)
        if ranks.get(lone.status, -1) > ranks.get(partner.status, len(ranks))
    )
    best = max(scores, default=None)
    return best[2] if best and best[0] >= words.thresholds.promise else None

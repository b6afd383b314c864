"""Which recommendations of two papers are the same: one with one, the best first; then parts with their whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.comparing.index import Index
from extract.comparing.likeness import Gist, held, likeness, said_of, together
from extract.comparing.matching import Match, best_first, tie_of
from extract.comparing.sides import Row
from extract.vocabulary.comparing import ComparingWords

_SAME, _NUMBER = 100.0, 5.0
_FEWEST = 2  # parts of a whole


class RowPair(NamedTuple):
    """Recommendations that are the same.

    Attributes:
        old: those of then, the one that is most like those of now first; several where they were put together.
        new: those of now, likewise; several where one was split.
        because: why.
        score: how alike the first two are, 0 to 100.
    """

    old: tuple[Row, ...]
    new: tuple[Row, ...]
    because: str
    score: float


class Paired(NamedTuple):
    """The recommendations of two papers: the pairs, those that are gone and those that are new."""

    pairs: tuple[RowPair, ...]
    gone: tuple[Row, ...]
    new: tuple[Row, ...]


def pair_rows(old: Sequence[Row], new: Sequence[Row], words: ComparingWords, *, numbered: bool) -> Paired:
    """The recommendations of two papers, paired.

    Args:
        old: those of then.
        new: those of now.
        words: the vocabulary.
        numbered: a number means the same in both papers, so that less is asked of the words.
    """
    matches = best_first(_matches(old, new, words, numbered=numbered))
    pairs = [RowPair((old[each.old],), (new[each.new],), each.because, min(each.score, _SAME)) for each in matches]
    gone = _left(old, [each.old for each in matches])
    fresh = _left(new, [each.new for each in matches])
    split, fresh = _divided(pairs, gone, fresh, words)
    turned, gone = _divided(
        [_turned(pair) for pair in split], fresh, [row for row in gone if not _has(split, row)], words
    )
    pairs = sorted(map(_turned, turned), key=lambda pair: (pair.new[0].id, pair.old[0].id))
    return Paired(tuple(pairs), tuple(gone), tuple(row for row in fresh if not _has(pairs, row)))


def share_matched(old: Sequence[Row], new: Sequence[Row], words: ComparingWords, *, numbered: bool) -> tuple[int, int]:
    """How many recommendations of two papers are the same, and how many there are in the shorter paper."""
    return len(best_first(_matches(old, new, words, numbered=numbered))), min(len(old), len(new))


def _matches(old: Sequence[Row], new: Sequence[Row], words: ComparingWords, *, numbered: bool) -> Iterator[Match]:
    index = Index([row.gist for row in new])
    for at, mine in enumerate(old):
        likely = set(index.near(mine.gist, words.thresholds.glance))
        for to, theirs in enumerate(new):
            same = bool(mine.label) and mine.label == theirs.label
            if not same and to not in likely:
                continue
            score = likeness(mine.gist, theirs.gist, words)
            if score >= (words.thresholds.numbered if same and numbered else words.thresholds.text):
                near = said_of(mine.gist, theirs.gist, score, words)
                said = f"the same number ({mine.number}) and {near}" if same and numbered else near
                yield Match(score + _NUMBER * same, at, to, said, tie_of(mine.id, theirs.id))


def _divided(
    pairs: Sequence[RowPair], gone: Sequence[Row], fresh: Sequence[Row], words: ComparingWords
) -> tuple[list[RowPair], list[Row]]:
    """The pairs with those that were split in two or more, and what is still new then.

    A recommendation was split if what is new is held by it, and more of it is held by the parts than by any one.
    """
    after, left = list[RowPair](), list(fresh)
    wholes = [*pairs, *(RowPair((row,), (), "its parts", 0.0) for row in sorted(gone, key=lambda row: row.id))]
    for pair in wholes:
        parts = _parts(pair, left, words)
        if len(pair.old) == 1 and parts and len(pair.new) + len(parts) >= _FEWEST:
            left = [row for row in left if row not in parts]
            said = f"{pair.because}, and parts whose words it has" if pair.new else "parts whose words it has"
            after.append(
                pair._replace(new=(*pair.new, *parts), because=said, score=pair.score or words.thresholds.part)
            )
        elif pair.new:
            after.append(pair)
    return after, left


def _parts(pair: RowPair, fresh: Sequence[Row], words: ComparingWords) -> list[Row]:
    """Those new recommendations that have words of the one of then which no part has that is known so far."""
    limits, whole = words.thresholds, pair.old[0].gist
    known = list(pair.new)
    for row in sorted(fresh, key=lambda row: row.id):
        gained = _held_by(whole, [*known, row], words) - _held_by(whole, known, words)
        if gained >= limits.gained and held(row.gist, whole, words.likeness) >= limits.part:
            known.append(row)
    return known[len(pair.new) :]


def _held_by(whole: Gist, parts: Sequence[Row], words: ComparingWords) -> float:
    """How much of a text some others have together."""
    return held(whole, together([part.gist for part in parts]), words.likeness)


def _turned(pair: RowPair) -> RowPair:
    """A pair as it is when the papers are compared the other way round."""
    return pair._replace(old=pair.new, new=pair.old)


def _left(rows: Sequence[Row], taken: Sequence[int]) -> list[Row]:
    return [row for place, row in enumerate(rows) if place not in set(taken)]


def _has(pairs: Sequence[RowPair], row: Row) -> bool:
    return any(row in (*pair.old, *pair.new) for pair in pairs)

"""Which papers of two readings are about the same review: one file, else one title, else the same recommendations.

A tracker reports on several reviews: a paper without a partner may go with one that has another already. So may a
progress report that was put beside the response which it is about: the response is one file with itself of then.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.comparing.index import Index
from extract.comparing.likeness import likeness
from extract.comparing.matching import Match, best_first, tie_of
from extract.comparing.recommendations import share_matched
from extract.comparing.sides import Paper
from extract.vocabulary.comparing import ComparingWords

_FILE, _SAME = 1000.0, 100.0
_SHARE, _TITLE, _COMMITTEE = 50.0, 40.0, 9.0  # what each can add; the rest is for the dates
_YEAR = 365


class PaperPair(NamedTuple):
    """Two papers about one review; ``same``: they are one file; ``titled``: the review has one title in both."""

    old: Paper
    new: Paper
    because: str
    score: float
    same: bool
    titled: bool


def pair_papers(old: Sequence[Paper], new: Sequence[Paper], words: ComparingWords) -> list[PaperPair]:
    """The papers of one council that are about the same review, in the order of the later ones' ids."""
    files = best_first(_same_files(old, new))
    places = _candidates(old, new, files, words)
    found = [match for at, to in places for match in _match(at, to, (old[at], new[to]), words)]
    matches = best_first(found)
    matches += _further(found, matches)
    pairs = [
        PaperPair(
            old[match.old],
            new[match.new],
            match.because,
            min(match.score, _SAME),
            match in files,
            _title(old[match.old], new[match.new], words) is not None,
        )
        for match in (*files, *matches)
    ]
    return sorted(pairs, key=lambda pair: (pair.new.id, pair.old.id))


def _further(found: Sequence[Match], matches: Sequence[Match]) -> list[Match]:
    """Matches of papers that are left with those that are not, each paper that is left once."""
    olds, news = {match.old for match in matches}, {match.new for match in matches}
    later = best_first(each._replace(new=-1 - at) for at, each in enumerate(found) if each.old not in olds)
    earlier = best_first(each._replace(old=-1 - at) for at, each in enumerate(found) if each.new not in news)
    return [found[-1 - each.new] for each in later] + [found[-1 - each.old] for each in earlier]


def days_between(old: Paper, new: Paper) -> int | None:
    """How many days after the one paper the other is of; ``None`` where a date is not known."""
    earlier, later = old.printed.own, new.printed.own
    return (later.start - earlier.start).days if earlier and later else None


def _same_files(old: Sequence[Paper], new: Sequence[Paper]) -> Iterator[Match]:
    """Papers of the same bytes, whatever they are called."""
    places = dict[str, list[int]]()
    for at, paper in enumerate(old):
        places.setdefault(paper.sha256, []).append(at)
    for to, paper in enumerate(new):
        for at in places.get(paper.sha256, ()):
            score = _FILE + (old[at].id == paper.id)
            yield Match(score, at, to, "the same file", tie_of(old[at].id, paper.id))


def _candidates(
    old: Sequence[Paper], new: Sequence[Paper], files: Sequence[Match], words: ComparingWords
) -> list[tuple[int, int]]:
    """The papers worth a closer look: they share a recommendation at a glance, and one of them is new or gone."""
    olds, news = {match.old for match in files}, {match.new for match in files}
    rows = [(at, row.gist) for at, paper in enumerate(old) for row in paper.rows]
    index = Index([gist for _, gist in rows])
    shared = {
        (rows[place][0], to)
        for to, paper in enumerate(new)
        for row in paper.rows
        for place in index.near(row.gist, words.thresholds.glance)
    }
    return sorted((at, to) for at, to in shared if at not in olds or to not in news)


def _match(at: int, to: int, papers: tuple[Paper, Paper], words: ComparingWords) -> Iterator[Match]:
    """The match of two papers, if they are about one review."""
    old, new = papers
    titled, limits = _title(old, new, words), words.thresholds
    matched, rows = share_matched(old.rows, new.rows, words, numbered=titled is not None)
    share = matched / rows if rows else 0.0
    if titled is None and _is_another(old, new, words):
        return
    if share < (limits.overlap if titled is None else limits.titled) or not matched:
        return
    committee = bool(old.committee) and old.committee == new.committee
    said = [titled or "", f"{matched} of {rows} recommendations are the same" if matched else ""]
    score = _SHARE * share + _TITLE * (titled is not None) + _COMMITTEE * committee + _nearness(old, new)
    tie = tie_of(old.id, new.id)
    yield Match(score, at, to, "; ".join([each for each in said if each] + ["the same committee"] * committee), tie)


def _nearness(old: Paper, new: Paper) -> float:
    """What the dates add, at most 1: of several reports on a review the last one before is the one to compare with."""
    apart = days_between(old, new)
    return 0.0 if apart is None else _YEAR / (_YEAR + abs(apart))


def _title(old: Paper, new: Paper, words: ComparingWords) -> str | None:
    """What the titles of two reviews have in common, if they are one."""
    if old.gist is None or new.gist is None or _is_elsewhere(old, new) or not old.gist.bag:
        return None
    score = likeness(old.gist, new.gist, words)
    if score < words.thresholds.title:
        return None
    return f"the same review, “{new.review}”" if score == _SAME else f"near titles of the review ({score:.0f} of 100)"


def _is_another(old: Paper, new: Paper, words: ComparingWords) -> bool:
    """Whether two papers are of other councils, or of different years and about reviews that have other titles."""
    apart = days_between(old, new)
    other_year = apart is not None and abs(apart) >= words.years.apart
    return _is_elsewhere(old, new) or (other_year and old.names_review and new.names_review)


def _is_elsewhere(old: Paper, new: Paper) -> bool:
    """Whether two papers are of two councils."""
    if old.authority_id and new.authority_id:
        return old.authority_id != new.authority_id
    return bool(old.authority and new.authority) and old.authority != new.authority

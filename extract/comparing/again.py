"""Which recommendations of a council were asked in an earlier year already, in an answer to another review."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.changes import Change, Kind
from extract.comparing.index import Index
from extract.comparing.likeness import likeness, said_of
from extract.comparing.papers import days_between
from extract.comparing.sides import Paper, Row
from extract.comparing.telling import Said, Spot, place_of, tell
from extract.vocabulary.comparing import ComparingWords


class Asked(NamedTuple):
    """A recommendation and the paper that it stands in."""

    paper: Paper
    row: Row


class Earlier(NamedTuple):
    """All recommendations of then, and where their words are."""

    asked: tuple[Asked, ...]
    by_word: Index


def earlier_of(papers: Sequence[Paper]) -> Earlier:
    """All recommendations of some papers."""
    asked = tuple(Asked(paper, row) for paper in papers for row in paper.rows)
    return Earlier(asked, Index([each.row.gist for each in asked]))


def asked_again(this: Asked, earlier: Earlier, but: Paper | None, words: ComparingWords) -> Change | None:
    """The difference that says that a recommendation was asked before, if it was: with the most alike, the latest.

    Args:
        this: the recommendation.
        earlier: those of then.
        but: the paper of then that it is compared with anyhow.
        words: the vocabulary.
    """
    found = max(_likest(this, earlier, but, words), key=lambda each: each[:3], default=None)
    if found is None:
        return None
    score, day, _, before = found
    near = said_of(before.row.gist, this.row.gist, score, words)
    spot = Spot(
        place_of(before.paper, before.row), place_of(this.paper, this.row), this.row.number, this.row.text, near
    )
    said = Said(before.row.text, this.row.text, status=f"{day}, answered then: {before.row.answer}")
    return tell(Kind.ASKED_AGAIN, spot, said, words)


def _likest(
    this: Asked, earlier: Earlier, but: Paper | None, words: ComparingWords
) -> Iterator[tuple[float, str, str, Asked]]:
    """Recommendations of other years that are near in words, each with its likeness, its day and its id."""
    for place in earlier.by_word.near(this.row.gist, words.thresholds.glance):
        before = earlier.asked[place]
        if before.paper is but or not this.paper.authority or before.paper.authority != this.paper.authority:
            continue
        apart, days = days_between(before.paper, this.paper), before.paper.printed.own
        score = likeness(before.row.gist, this.row.gist, words)
        if days and apart is not None and apart >= words.years.apart and score >= words.thresholds.asked_again:
            yield score, days.start.isoformat(), before.row.id, before

"""Which recommendations of a council were asked in an earlier year already, in an answer to another review."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.changes import Change, Kind
from extract.comparing.likeness import glance, likeness, said_of
from extract.comparing.papers import days_between
from extract.comparing.sides import Paper, Row
from extract.comparing.telling import Said, Spot, place_of, tell
from extract.vocabulary.comparing import ComparingWords


class Asked(NamedTuple):
    """A recommendation and the paper that it stands in."""

    paper: Paper
    row: Row


def asked_again(this: Asked, earlier: Sequence[Asked], words: ComparingWords) -> Change | None:
    """The difference that says that a recommendation was asked before, if it was: with the most alike, the latest."""
    same_council = [each for each in earlier if each.paper.authority == this.paper.authority]
    likest = _likest(this, same_council, words) if this.paper.authority else ()
    found = max(likest, key=lambda each: each[:3], default=None)
    if found is None:
        return None
    score, day, _, before = found
    near = said_of(before.row.gist, this.row.gist, score)
    spot = Spot(
        place_of(before.paper, before.row), place_of(this.paper, this.row), this.row.number, this.row.text, near
    )
    return tell(Kind.ASKED_AGAIN, spot, Said(before.row.text, this.row.text, status=day, more=near), words)


def _likest(this: Asked, earlier: Sequence[Asked], words: ComparingWords) -> Iterator[tuple[float, str, str, Asked]]:
    """Recommendations of other years that are near in words, each with its likeness, its day and its id."""
    lines = [each.row.gist.line for each in earlier]
    for place in glance(this.row.gist, lines, words.thresholds.glance):
        before = earlier[place]
        apart, days = days_between(before.paper, this.paper), before.paper.printed.own
        score = likeness(before.row.gist, this.row.gist, words.thresholds)
        if days and apart is not None and apart >= words.years.apart and score >= words.thresholds.asked_again:
            yield score, days.start.isoformat(), before.row.id, before

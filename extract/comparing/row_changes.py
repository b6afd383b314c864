"""What became of recommendations: answers, owners and dates that changed, and what is gone, new, split or merged."""

from collections.abc import Iterator, Sequence

from extract.changes import Change, Kind
from extract.comparing.likeness import is_quoted
from extract.comparing.papers import PaperPair
from extract.comparing.promise_changes import Around, due_changes, promise_changes, without_repeats
from extract.comparing.promises import PairedPromises, pair_promises
from extract.comparing.recommendations import RowPair
from extract.comparing.sides import Paper, Promise, Row
from extract.comparing.telling import Said, Spot, place_of, tell
from extract.records import CommitmentStatus, OutcomeDetail, OutcomeValue
from extract.vocabulary.comparing import ComparingWords

_TWO = 2  # recommendations: one of then and one of now


def promises_of(pair: RowPair, words: ComparingWords) -> PairedPromises:
    """The promises in all answers to a pair of recommendations, paired."""
    return pair_promises(_promises(pair.old), _promises(pair.new), words)


def row_changes(papers: PaperPair, pair: RowPair, promises: PairedPromises, words: ComparingWords) -> list[Change]:
    """The differences between a recommendation of then and now."""
    spot = _spot(papers, pair.old[0], pair.new[0], pair.because)
    within = spot._replace(rows=(*pair.new, *pair.old)) if len(pair.new) + len(pair.old) > _TWO else spot
    dated = papers.old.is_dated and papers.new.is_dated
    around = _around(pair, words, dated=dated)
    changes = [
        *_form(papers, pair, words),
        *_text(pair, spot, words),
        *(each for old in pair.old for new in pair.new for each in _answer(papers, old, new, pair.because, words)),
        *promise_changes(promises, around, within, words),
    ]
    before, after = pair.old[0].due, pair.new[0].due
    if (before and after) or not any(row.promises for row in (*pair.old, *pair.new)):
        settled = not dated or CommitmentStatus.COMPLETED in {around.before, around.after}
        changes += due_changes(before, after, spot, (pair.new[0].text, settled), words)
    return without_repeats(changes)


def gone(paper: Paper, row: Row, words: ComparingWords) -> Change:
    """A recommendation that is not there any more."""
    spot = Spot(old=place_of(paper, row), number=row.number, recommendation=row.text)
    return tell(Kind.GONE, spot, Said(before=row.text), words)


def fresh(paper: Paper, row: Row, words: ComparingWords) -> Change:
    """A recommendation that is new."""
    spot = Spot(new=place_of(paper, row), number=row.number, recommendation=row.text)
    return tell(Kind.NEW, spot, Said(after=row.text), words)


def _around(pair: RowPair, words: ComparingWords, *, dated: bool) -> Around:
    told, said = (" ".join(row.told for row in pair.new), "\n".join(row.said for row in pair.new))
    return Around(_furthest(pair.old, words), _furthest(pair.new, words), told, said, dated)


def _promises(rows: Sequence[Row]) -> list[Promise]:
    return [promise for row in rows for promise in row.promises]


def _furthest(rows: Sequence[Row], words: ComparingWords) -> CommitmentStatus | None:
    """How far cells say that all of a recommendation is: the least of its parts."""
    said = [row.progress for row in rows]
    known = [status for status in said if status is not None]
    return min(known, key=lambda status: words.ranks.get(status, 0)) if len(known) == len(said) else None


def _spot(papers: PaperPair, old: Row, new: Row, because: str) -> Spot:
    return Spot(place_of(papers.old, old), place_of(papers.new, new), new.number or old.number, new.text, because)


def _form(papers: PaperPair, pair: RowPair, words: ComparingWords) -> Iterator[Change]:
    """Recommendations that were split, put together or numbered anew."""
    whole_old, whole_new = pair.old[0], pair.new[0]
    if len(pair.new) > 1:
        for part in pair.new:
            said = Said(whole_old.text, part.text, more=whole_old.number or "")
            yield tell(Kind.SPLIT, _spot(papers, whole_old, part, pair.because), said, words)
    elif len(pair.old) > 1:
        for part in pair.old:
            said = Said(part.text, whole_new.text, more=part.number or "")
            yield tell(Kind.MERGED, _spot(papers, part, whole_new, pair.because), said, words)
    elif whole_old.label and whole_new.label and whole_old.label != whole_new.label:
        said = Said(whole_old.number, whole_new.number)
        yield tell(Kind.RENUMBERED, _spot(papers, whole_old, whole_new, pair.because), said, words)


def _text(pair: RowPair, spot: Spot, words: ComparingWords) -> Iterator[Change]:
    old, new = pair.old[0], pair.new[0]
    if len(pair.old) == len(pair.new) == 1 and old.gist.bag != new.gist.bag:
        kind = Kind.QUOTED_SHORT if is_quoted(new.gist, old.gist, words) else Kind.REWORDED
        yield tell(kind, spot, Said(old.text, new.text), words)


def _answer(papers: PaperPair, old: Row, new: Row, because: str, words: ComparingWords) -> Iterator[Change]:
    """Outcomes and owners that changed; a later paper that does not repeat a decision has not taken it back."""
    spot = _spot(papers, old, new, because)
    before, after = old.answer, new.answer
    if old.answered and not new.answered:
        yield tell(Kind.ANSWER_GONE, spot, Said(before, after), words)
    elif new.answered and not old.answered:
        yield tell(Kind.ANSWER_NEW, spot, Said(before, after), words)
    elif _is_decided(old) and _is_decided(new) and _differs(old, new):
        yield tell(Kind.OUTCOME_CHANGED, spot, Said(before, after), words)
    if old.owners and new.owners and _keys(old) != _keys(new):
        yield tell(Kind.OWNER_CHANGED, spot, Said(_names(old), _names(new)), words)


def _is_decided(row: Row) -> bool:
    return row.outcome is not OutcomeValue.NONE or row.detail is not OutcomeDetail.NOT_STATED


def _differs(old: Row, new: Row) -> bool:
    """Whether two answers differ; in what way something is accepted counts where both papers print it."""
    if old.outcome is not new.outcome:
        return True
    return old.stated and new.stated and old.detail is not new.detail


def _keys(row: Row) -> set[str]:
    return {key for key, _ in row.owners}


def _names(row: Row) -> str:
    return "; ".join(name for _, name in row.owners)

"""The papers of one council, of then and of now, compared."""

from collections.abc import Iterator, Sequence

from extract.changes import Change, DocumentComparison, DocumentNamed, Kind, Pairing, ResponseTime, Where
from extract.comparing.again import Asked, Earlier, asked_again, earlier_of
from extract.comparing.papers import PaperPair, pair_papers
from extract.comparing.promises import PairedPromises
from extract.comparing.recommendations import Paired, RowPair, pair_rows
from extract.comparing.row_changes import fresh, gone, promises_of, row_changes
from extract.comparing.sides import Paper
from extract.comparing.telling import Said, Spot, tell
from extract.comparing.timing import late, response_time
from extract.vocabulary.comparing import ComparingWords


def compare_papers(old: Sequence[Paper], new: Sequence[Paper], words: ComparingWords) -> Iterator[DocumentComparison]:
    """The papers of one council, each pair about one review, and each paper that has no partner, compared.

    Papers that are one file are left out: what is read of them differs only where the program does.
    """
    pairs = pair_papers(old, new, words)
    earlier = earlier_of(old)
    unlike = [pair for pair in pairs if not pair.same]
    rows = [pair_rows(pair.old.rows, pair.new.rows, words, numbered=pair.titled) for pair in unlike]
    lone = _unpaired(unlike, rows, earlier, words)
    for pair, paired, changes in zip(unlike, rows, lone, strict=True):
        yield _compared(pair, paired.pairs, changes, words)
    paired_new, paired_old = {pair.new.id for pair in pairs}, {pair.old.id for pair in pairs}
    yield from (_alone(paper, earlier, words) for paper in sorted(new, key=_id) if paper.id not in paired_new)
    yield from (_left(paper, words) for paper in sorted(old, key=_id) if paper.id not in paired_old)


def _id(paper: Paper) -> str:
    return paper.id


def _compared(
    pair: PaperPair, rows: Sequence[RowPair], lone: Sequence[Change], words: ComparingWords
) -> DocumentComparison:
    time = response_time((pair.old, pair.new), words)
    promises = [promises_of(each, words) for each in rows]
    changed = [
        change for one, made in zip(rows, promises, strict=True) for change in row_changes(pair, one, made, words)
    ]
    return DocumentComparison(
        old=_named(pair.old),
        new=_named(pair.new),
        because=pair.because,
        score=round(pair.score),
        response_time=time,
        recommendations=tuple(map(_pairing, rows, promises)),
        changes=_ordered([*_late(pair.old, time, words), *changed, *lone], words),
    )


def _unpaired(
    pairs: Sequence[PaperPair], rows: Sequence[Paired], earlier: Earlier, words: ComparingWords
) -> Iterator[list[Change]]:
    """For each pair of papers its recommendations that are in no pair of any; those of a paper are told once."""
    found = [each for paired in rows for each in paired.pairs]
    told = {row.id for each in found for row in each.new} | {f"-{row.id}" for each in found for row in each.old}
    for pair, paired in zip(pairs, rows, strict=True):
        lone = [gone(pair.old, row, words) for row in paired.gone if f"-{row.id}" not in told]
        for row in paired.new:
            if row.id not in told:
                again = asked_again(Asked(pair.new, row), earlier, pair.old, words)
                lone += [fresh(pair.new, row, words), *([again] if again else [])]
        told |= {row.id for row in paired.new} | {f"-{row.id}" for row in paired.gone}
        yield lone


def _alone(paper: Paper, earlier: Earlier, words: ComparingWords) -> DocumentComparison:
    """A paper of now that has no partner; which of its recommendations were asked before is told."""
    time = response_time((paper,), words)
    again = (asked_again(Asked(paper, row), earlier, None, words) for row in paper.rows)
    told = tell(
        Kind.DOCUMENT_NEW, Spot(new=Where(document=paper.id)), Said(after=_title(paper), more=_size(paper)), words
    )
    changes = [told, *_late(None, time, words), *(each for each in again if each)]
    return _lone(None, paper, time, _ordered(changes, words))


def _left(paper: Paper, words: ComparingWords) -> DocumentComparison:
    """A paper of then that has no partner."""
    spot, said = Spot(old=Where(document=paper.id)), Said(before=_title(paper), more=_size(paper))
    return _lone(paper, None, None, (tell(Kind.DOCUMENT_GONE, spot, said, words),))


def _lone(
    old: Paper | None, new: Paper | None, time: ResponseTime | None, changes: tuple[Change, ...]
) -> DocumentComparison:
    return DocumentComparison(
        old=_named(old) if old else None,
        new=_named(new) if new else None,
        because="no paper of the other reading is about the same review",
        score=0,
        response_time=time,
        recommendations=(),
        changes=changes,
    )


def _late(old: Paper | None, time: ResponseTime, words: ComparingWords) -> list[Change]:
    found = late(old, time, words)
    return [found] if found else []


def _pairing(pair: RowPair, promises: PairedPromises) -> Pairing:
    made = (
        Pairing(old=(each.old.id,), new=(each.new.id,), because=each.because, score=round(each.score))
        for each in promises.pairs
    )
    return Pairing(
        old=tuple(row.id for row in pair.old),
        new=tuple(row.id for row in pair.new),
        because=pair.because,
        score=round(pair.score),
        promises=tuple(made),
    )


def _ordered(changes: Sequence[Change], words: ComparingWords) -> tuple[Change, ...]:
    """The most serious first, then as they stand in the papers."""
    return tuple(sorted(changes, key=lambda each: (words.seriousness[each.kind], _place(each), each.explanation)))


def _place(change: Change) -> tuple[str, str]:
    where = change.new or change.old
    return (where.recommendation or "", where.commitment or "") if where else ("", "")


def _named(paper: Paper) -> DocumentNamed:
    days = paper.printed.own
    return DocumentNamed(
        id=paper.id,
        name=paper.name,
        authority=paper.authority,
        review=paper.review,
        date=days.start.isoformat() if days else None,
    )


def _title(paper: Paper) -> str:
    return paper.review or paper.name


def _size(paper: Paper) -> str:
    rows, promises = len(paper.rows), sum(len(row.promises) for row in paper.rows)
    return f"{rows} recommendation{'' if rows == 1 else 's'}, {promises} promise{'' if promises == 1 else 's'}"

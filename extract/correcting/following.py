"""The flags of rows that people have put right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace

from extract.facts.dates import Revision
from extract.findings import Span
from extract.interpret.decision import Decision
from extract.interpret.doubts import answer_flags, number_flags, repeated_flags
from extract.interpret.paper import SURE
from extract.records import (
    Commitment,
    CorrectionKind,
    DateExpression,
    DocumentDate,
    Flag,
    Owner,
    Position,
    Recommendation,
)
from extract.vocabulary.flags import Flags

_SETTLED = {
    CorrectionKind.OUTCOME: frozenset({"contradicted", "outcome_ambiguous", "outcome_unreadable", "outcome_covered"}),
    CorrectionKind.TEXT: frozenset({"recommendation_reunited"}),
    CorrectionKind.POSITIONS: frozenset({"contradicted"}),
}
"""Flags that ask for a look at what a person has put right, and that the row alone does not tell of."""

_THERE = frozenset({"accepted_without_commitment"})
"""Flags that do not hold of a row whose answer stands at another."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A row as it is written, for its doubts: what only the document tells of it is left out."""

    decision: Decision
    positions: Sequence[Position]
    owners: Sequence[Owner]
    commitments: Sequence[Commitment]
    dates: Sequence[DateExpression]
    date: DocumentDate | None
    response: str
    contradiction: Span | None = None
    revisions: Sequence[Revision] = ()


class Change(NamedTuple):
    """A row as it was read, if it was, and as it is put right, if it is one at all."""

    was: Recommendation | None
    now: Recommendation | None


def with_flags(changes: Sequence[Change], date: DocumentDate | None, flags: Flags) -> tuple[Recommendation, ...]:
    """The rows that stand, with the flags that follow from what was put right.

    What a row earns by what is written of it (an outcome that is not stated, an owner or a day that is missing …) and
    by its neighbours (words or a number that another has too) is reckoned before and after: what is earned no more
    goes, what is earned now comes. Flags that only the document tells of (a decision that was not understood, prose
    that contradicts the outcome) go where the value that they doubt was put right; the others stay. That a row has
    taken over the outcome of another is not followed.

    Args:
        changes: the rows of a document.
        date: the document's.
        flags: the codes with their sentences.
    """
    before = iter(_neighbourly([was for was, _ in changes if was], flags))
    after = iter(_neighbourly([now for _, now in changes if now], flags))
    known = date if date and date.basis in SURE else None
    rows = list[Recommendation]()
    for was, now in changes:
        repeats, repeated = next(before) if was else (), next(after) if now else ()
        if now is None:
            continue
        if was and not now.corrections and repeats == repeated:
            rows.append(now)
            continue
        lost = (*_earned(was, known, flags), *repeats) if was else ()
        won = (*_earned(now, known, flags), *repeated)
        rows.append(_flagged(now, lost, won, flags))
    return tuple(rows)


def _neighbourly(rows: Sequence[Recommendation], flags: Flags) -> list[tuple[Flag, ...]]:
    """For each row the flags that it earns by the others."""
    found = zip(number_flags(rows, flags), repeated_flags(rows, flags), strict=True)
    return [(*numbers, *repeats) for numbers, repeats in found]


def _earned(row: Recommendation, date: DocumentDate | None, flags: Flags) -> tuple[Flag, ...]:
    written = _Written(Decision(row.outcome), row.positions, row.owners, row.commitments, row.dates, date, row.response)
    return answer_flags(written, row.text, flags)


def _flagged(row: Recommendation, lost: Iterable[Flag], won: Iterable[Flag], flags: Flags) -> Recommendation:
    """The row without the flags that it has lost, and with those that it has won."""
    before, after = {_key(flag): flag for flag in lost}, {_key(flag): flag for flag in won}
    settled = {code for made in row.corrections for code in _SETTLED.get(made.what, ())}
    stale = {key for key in before if key not in after}
    kept = [
        after[_key(flag)] if _key(flag) in after and before.get(_key(flag)) == flag else flag  # of other passages now
        for flag in row.flags
        if flag.code not in settled and _key(flag) not in stale
    ]
    elsewhere = any(flag.code == "answered_elsewhere" for flag in row.flags)
    new = [flag for key, flag in after.items() if key not in before and not (elsewhere and flag.code in _THERE)]
    return replace(row, flags=tuple(sorted((*kept, *new), key=lambda flag: -flags[flag.code].weight)))


def _key(flag: Flag) -> tuple[str, str]:
    return flag.code, flag.message

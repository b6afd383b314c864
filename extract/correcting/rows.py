"""A row as people say that it should be."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import UnsetType
from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.file import DETAILS, NamedBody
from extract.correcting.finding import MisfitError
from extract.correcting.moving import with_text
from extract.correcting.promises import BY_A_PERSON, Promises, promises_of, put_right
from extract.facts.owners.kinds import kind_of
from extract.records import (
    Basis,
    Check,
    Correction,
    CorrectionKind,
    Outcome,
    OutcomeDetail,
    OutcomeValue,
    Owner,
    OwnerKind,
    Recommendation,
)
from extract.vocabulary.owners import OwnerWords

_Told = Callable[[Ask, str], None]
"""Is told what does not fit, and of which correction."""


class _Parts(NamedTuple):
    """A row while it is put right, and by what is put right how it was read and on whose word it is changed."""

    row: Recommendation
    made: dict[CorrectionKind, Correction]


def corrected_row(read: Recommendation, asks: Sequence[Ask], words: OwnerWords, told: _Told) -> Recommendation:
    """The row after all that is wanted of it; of two wishes for the same value the later holds.

    Its outcome, its owners and its commitments say that a person made them so, and its confidences are gone where what
    they were of has changed. A position that is now the row's outcome is none. The flags are those that were read.

    Args:
        read: the row as it was read.
        asks: what is wanted of it.
        words: what tells a post, a person and a group apart.
        told: is told what does not fit.
    """
    parts = _Parts(read, {})
    for ask in asks:
        parts = _with_values(parts, read, ask, words, told)
    promises = _with_promises(promises_of(parts.row), asks, told)
    checks = [Check(by=ask.by, at=ask.at) for ask in asks if ask.row.checked]
    return replace(
        parts.row,
        commitments=tuple(made for made in promises.now.values() if made),
        checked=checks[-1] if checks else None,
        corrections=(*parts.made.values(), *promises.made.values()),
    )


def _with_promises(promises: Promises, asks: Sequence[Ask], told: _Told) -> Promises:
    for ask in asks:
        promises = promises._replace(taken=frozenset())
        for wanted in ask.row.commitments:
            try:
                promises = put_right(promises, wanted, ask)
            except MisfitError as misfit:
                told(ask, f"{wanted.__struct_config__.tag} “{wanted.quote}”: {misfit}")
    return promises


def _with_values(parts: _Parts, read: Recommendation, ask: Ask, words: OwnerWords, told: _Told) -> _Parts:
    """The row with the text, the outcome and the owners that are wanted, as far as they are others."""
    row, wanted = parts.row, ask.row.set
    if not isinstance(wanted.text, UnsetType) and wanted.text != row.text:
        changed = replace(with_text(row, wanted.text), confidence=None, confidence_reasons=())
        parts = _changed(parts, changed, CorrectionKind.TEXT, read.text, ask)
    try:
        outcome = _outcome(row.outcome, wanted.outcome, wanted.detail)
    except MisfitError as misfit:
        told(ask, str(misfit))
        outcome = row.outcome
    if outcome != row.outcome:
        differ = tuple(each for each in row.positions if (each.value, each.detail) != (outcome.value, outcome.detail))
        changed = replace(parts.row, outcome=outcome, positions=differ)
        parts = _changed(parts, changed, CorrectionKind.OUTCOME, _said(read.outcome), ask)
    if not isinstance(wanted.owners, UnsetType):
        owners = tuple(_owner(given, row, words) for given in dict.fromkeys(wanted.owners))
        if owners != row.owners:
            was = "; ".join(owner.name for owner in read.owners) or None
            parts = _changed(parts, replace(parts.row, owners=owners), CorrectionKind.OWNERS, was, ask)
    return parts


def _changed(parts: _Parts, row: Recommendation, kind: CorrectionKind, was: str | None, ask: Ask) -> _Parts:
    return _Parts(row, {**parts.made, kind: Correction(what=kind, was=was, by=ask.by, at=ask.at)})


def _outcome(
    before: Outcome, given: OutcomeValue | UnsetType, detail_given: OutcomeDetail | UnsetType | None
) -> Outcome:
    """The outcome that is wanted; the words that it was read from are kept, for they stand in the document."""
    value = before.value if isinstance(given, UnsetType) else given
    known = DETAILS[value]
    detail = (
        (before.detail if before.detail in known else known[0]) if isinstance(detail_given, UnsetType) else detail_given
    )
    if (value, detail) == (before.value, before.detail):
        return before
    if detail not in known:
        raise MisfitError(f"the detail “{detail}” does not go with its outcome, which is “{value}”")
    return Outcome(value=value, detail=detail, basis=Basis.CORRECTED, raw=before.raw, because=BY_A_PERSON)


def _owner(given: NamedBody, row: Recommendation, words: OwnerWords) -> Owner:
    """An owner by name: as it was read, if it was; else a body that the row names, or what its name tells."""
    same = next((owner for owner in row.owners if owner.name == given.name), None)
    if same:
        return same if same.id == given.id else replace(same, id=given.id, because=BY_A_PERSON)
    named = next(
        (each for each in row.organisations if each.name == given.name or (each.id and each.id == given.id)), None
    )
    return Owner(
        raw=given.name,
        kind=OwnerKind.ORGANISATION if given.id or named else kind_of(given.name, words),
        name=given.name,
        id=given.id,
        type=named.type if named else None,
        because=BY_A_PERSON,
    )


def _said(outcome: Outcome) -> str:
    return f"{outcome.value}, {outcome.detail}" if outcome.detail else str(outcome.value)

"""A row as people say that it should be."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import UnsetType
from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.file import DETAILS, NamedBody, RowValues
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
    Owner,
    OwnerKind,
    Recommendation,
)
from extract.vocabulary.owners import OwnerWords

_Told = Callable[[Ask, str], None]
"""Is told what does not fit, and of which correction."""


class _Parts(NamedTuple):
    """A row while it is put right, as it was read, and what was done to it."""

    row: Recommendation
    read: Recommendation
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
    parts = _Parts(read, read, {})
    for ask in asks:
        parts = _with_values(parts, ask, words, told)
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


def _with_values(parts: _Parts, ask: Ask, words: OwnerWords, told: _Told) -> _Parts:
    """The row with the text, the outcome and the owners that are wanted, as far as they are others."""
    try:
        parts = _with_outcome(parts, ask)
    except MisfitError as misfit:
        told(ask, str(misfit))
    return _with_owners(_with_text(parts, ask), ask, words)


def _with_text(parts: _Parts, ask: Ask) -> _Parts:
    wanted = ask.row.set.text
    if isinstance(wanted, UnsetType) or wanted == parts.row.text:
        return parts
    row = replace(with_text(parts.row, wanted), confidence=None, confidence_reasons=())
    return _changed(parts, row, _correction(CorrectionKind.TEXT, parts.read.text, ask))


def _with_outcome(parts: _Parts, ask: Ask) -> _Parts:
    row = parts.row
    outcome = _outcome(row.outcome, ask.row.set)
    if outcome == row.outcome:
        return parts
    differ = tuple(each for each in row.positions if (each.value, each.detail) != (outcome.value, outcome.detail))
    row = replace(row, outcome=outcome, positions=differ)
    return _changed(parts, row, _correction(CorrectionKind.OUTCOME, _said(parts.read.outcome), ask))


def _with_owners(parts: _Parts, ask: Ask, words: OwnerWords) -> _Parts:
    wanted = ask.row.set.owners
    if isinstance(wanted, UnsetType):
        return parts
    owners = tuple(_owner(given, parts.row, words) for given in dict.fromkeys(wanted))
    if owners == parts.row.owners:
        return parts
    was = "; ".join(owner.name for owner in parts.read.owners) or None
    return _changed(parts, replace(parts.row, owners=owners), _correction(CorrectionKind.OWNERS, was, ask))


def _changed(parts: _Parts, row: Recommendation, made: Correction) -> _Parts:
    return parts._replace(row=row, made={**parts.made, made.what: made})


def _correction(kind: CorrectionKind, was: str | None, ask: Ask) -> Correction:
    return Correction(what=kind, was=was, by=ask.by, at=ask.at)


def _outcome(before: Outcome, wanted: RowValues) -> Outcome:
    """The outcome that is wanted; the words that it was read from are kept, for they stand in the document."""
    value = before.value if isinstance(wanted.outcome, UnsetType) else wanted.outcome
    known = DETAILS[value]
    fitting = before.detail if before.detail in known else known[0]
    detail = fitting if isinstance(wanted.detail, UnsetType) else wanted.detail
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

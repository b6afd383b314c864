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


class _Part(NamedTuple):
    """A row with one of its values put right, and what was done, if it is another than was read."""

    row: Recommendation
    made: tuple[Correction, ...] = ()


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
    text = _with_text(read, asks)
    outcome = _with_outcome(text.row, asks, told)
    owners = _with_owners(outcome.row, asks, words)
    promises = _with_promises(promises_of(owners.row), asks, told)
    checks = [Check(by=ask.by, at=ask.at) for ask in asks if ask.row.checked]
    return replace(
        owners.row,
        commitments=tuple(made for made in promises.now.values() if made),
        checked=checks[-1] if checks else None,
        corrections=(*text.made, *outcome.made, *owners.made, *promises.made.values()),
    )


def _with_text(row: Recommendation, asks: Sequence[Ask]) -> _Part:
    text, by = row.text, None
    for ask in asks:
        wanted = ask.row.set.text
        if not isinstance(wanted, UnsetType) and wanted.strip() != text:
            text, by = wanted.strip(), ask
    if by is None or text == row.text:
        return _Part(row)
    changed = replace(with_text(row, text), confidence=None, confidence_reasons=())
    return _Part(changed, (_correction(CorrectionKind.TEXT, row.text, by),))


def _with_outcome(row: Recommendation, asks: Sequence[Ask], told: _Told) -> _Part:
    outcome, by = row.outcome, None
    for ask in asks:
        try:
            wanted = _outcome(outcome, ask.row.set, row.outcome)
        except MisfitError as misfit:
            told(ask, str(misfit))
            continue
        outcome, by = wanted, ask if wanted != outcome else by
    if by is None or outcome == row.outcome:
        return _Part(row)
    differ = tuple(each for each in row.positions if (each.value, each.detail) != (outcome.value, outcome.detail))
    changed = replace(row, outcome=outcome, positions=differ)
    return _Part(changed, (_correction(CorrectionKind.OUTCOME, _said(row.outcome), by),))


def _with_owners(row: Recommendation, asks: Sequence[Ask], words: OwnerWords) -> _Part:
    owners, by = row.owners, None
    for ask in asks:
        if not isinstance(ask.row.set.owners, UnsetType):
            wanted = tuple(_owner(given, row, words) for given in dict.fromkeys(ask.row.set.owners))
            owners, by = wanted, ask if wanted != owners else by
    if by is None or owners == row.owners:
        return _Part(row)
    was = "; ".join(owner.name for owner in row.owners) or None
    return _Part(replace(row, owners=owners), (_correction(CorrectionKind.OWNERS, was, by),))


def _with_promises(promises: Promises, asks: Sequence[Ask], told: _Told) -> Promises:
    for ask in asks:
        promises = promises._replace(taken=frozenset())
        for wanted in ask.row.commitments:
            try:
                promises = put_right(promises, wanted, ask)
            except MisfitError as misfit:
                told(ask, f"{wanted.__struct_config__.tag} “{wanted.quote}”: {misfit}")
    return promises


def _correction(kind: CorrectionKind, was: str | None, ask: Ask) -> Correction:
    return Correction(what=kind, was=was, by=ask.by, at=ask.at)


def _outcome(before: Outcome, wanted: RowValues, read: Outcome) -> Outcome:
    """The outcome that is wanted; the words that it was read from are kept, for they stand in the document."""
    value = before.value if isinstance(wanted.outcome, UnsetType) else wanted.outcome
    known = DETAILS[value]
    fitting = before.detail if before.detail in known else known[0]
    detail = fitting if isinstance(wanted.detail, UnsetType) else wanted.detail
    for same in (before, read):
        if (value, detail) == (same.value, same.detail):
            return same
    if detail not in known:
        raise MisfitError(f"the detail “{detail}” does not go with its outcome, which is “{value}”")
    return Outcome(value=value, detail=detail, basis=Basis.CORRECTED, raw=read.raw, because=BY_A_PERSON)


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

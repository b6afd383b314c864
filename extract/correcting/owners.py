"""The owners of a row as people say that they should be."""

from collections.abc import Sequence

from msgspec import UnsetType
from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.file import OwnerValues
from extract.correcting.parts import BY_A_PERSON, Part, correction
from extract.facts.owners.kinds import kind_of
from extract.records import CorrectionKind, Owner, OwnerKind, Recommendation
from extract.vocabulary.owners import OwnerWords


def with_owners(row: Recommendation, asks: Sequence[Ask], words: OwnerWords) -> Part:
    """The row with its owners put right; those that are named as they were read stay as they were read.

    Args:
        row: the row.
        asks: what is wanted of it.
        words: what tells a post, a person and a group apart.
    """
    owners, by = row.owners, None
    for ask in asks:
        if not isinstance(ask.row.set.owners, UnsetType):
            wanted = tuple(dict.fromkeys(_owner(given, row, words) for given in ask.row.set.owners))
            owners, by = wanted, ask if wanted != owners else by
    if by is None or owners == row.owners:
        return Part(row)
    was = "; ".join(owner.name for owner in row.owners) or None
    return Part(replace(row, owners=owners), (correction(CorrectionKind.OWNERS, was, by),))


def _owner(given: OwnerValues, row: Recommendation, words: OwnerWords) -> Owner:
    """An owner by name: as it was read, if it was; else a body that the row names, or what its name tells."""
    before = next((owner for owner in row.owners if owner.name == given.name), None) or _new(given, row, words)
    now = replace(
        before,
        id=given.id,
        kind=before.kind if isinstance(given.kind, UnsetType) else given.kind,
        capacity=before.capacity if isinstance(given.capacity, UnsetType) else given.capacity,
        uncertain=before.uncertain if isinstance(given.uncertain, UnsetType) else given.uncertain,
    )
    return before if now == before else replace(now, because=BY_A_PERSON)


def _new(given: OwnerValues, row: Recommendation, words: OwnerWords) -> Owner:
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

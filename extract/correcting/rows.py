"""A row as people say that it should be."""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.finding import MisfitError
from extract.correcting.outcomes import Told, with_outcome, with_positions
from extract.correcting.owners import with_owners
from extract.correcting.parts import with_fields, with_labels
from extract.correcting.promises import Promises, promises_of, put_right
from extract.records import Check, Recommendation
from extract.vocabulary.owners import OwnerWords


def corrected_row(read: Recommendation, asks: Sequence[Ask], words: OwnerWords, told: Told) -> Recommendation:
    """The row after all that is wanted of it; of two wishes for the same value the later holds.

    Its outcome, its owners and its commitments say that a person made them so, and its confidences are gone where what
    they were of has changed. A position that is now the row's outcome is none. The flags are those that were read.

    Args:
        read: the row as it was read.
        asks: what is wanted of it.
        words: what tells a post, a person and a group apart.
        told: is told what does not fit.
    """
    fields = with_fields(read, asks)
    labels = with_labels(fields.row, asks)
    outcome = with_outcome(labels.row, asks, told)
    positions = with_positions(outcome.row, asks, told)
    owners = with_owners(positions.row, asks, words)
    promises = _with_promises(promises_of(owners.row), asks, told)
    checks = [Check(by=ask.by, at=ask.at) for ask in asks if ask.row.checked]
    values = (fields, labels, outcome, positions, owners)
    return replace(
        owners.row,
        commitments=tuple(made for made in promises.now.values() if made),
        checked=checks[-1] if checks else None,
        corrections=(*(made for value in values for made in value.made), *promises.made.values()),
    )


def _with_promises(promises: Promises, asks: Sequence[Ask], told: Told) -> Promises:
    for ask in asks:
        promises = promises._replace(taken=frozenset())
        for wanted in ask.row.commitments:
            try:
                promises = put_right(promises, wanted, ask)
            except MisfitError as misfit:
                told(ask, f"{wanted.__struct_config__.tag} “{wanted.quote}”: {misfit}")
    return promises

"""How many differences there are of each sort, as the terminal tells it."""

from collections.abc import Mapping

from extract.changes import Change
from extract.vocabulary.comparing import ComparingWords, Tally


def tally_of(change: Change, words: ComparingWords) -> Tally | None:
    """What a difference counts as; ``None`` where only the files tell it."""
    return next((tally for tally in words.tally if _fits(change, tally)), None)


def in_words(counted: Mapping[Tally, int], words: ComparingWords) -> tuple[tuple[str, str, int], ...]:
    """What was counted, as the vocabulary orders it: how one and how many are called, and the number."""
    return tuple((tally.one, tally.many, counted[tally]) for tally in words.tally if counted.get(tally))


def _fits(change: Change, tally: Tally) -> bool:
    later = tally.way is None or (change.days or 0) > 0
    return change.kind is tally.kind and tally.after in {None, change.after} and later

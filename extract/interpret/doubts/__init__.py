"""The flags of a row: what a person should look at, and the passage that says why."""

from collections.abc import Iterator

from extract.interpret.doubts.answers import answer_doubts
from extract.interpret.doubts.doubt import Answered, Doubt, Understood, quote
from extract.interpret.doubts.neighbours import number_flags, repeated_flags
from extract.interpret.doubts.promises import promise_doubts
from extract.interpret.doubts.reading import reading_doubts, text_doubts
from extract.records import Flag
from extract.vocabulary.flags import Flags

__all__ = ["Answered", "Understood", "answer_flags", "find_flags", "number_flags", "quote", "repeated_flags"]


def find_flags(row: Understood, flags: Flags) -> tuple[Flag, ...]:
    """The flags that a row earns by itself, most serious first."""
    made = [doubt.flag(flags) for doubt in _doubts(row, flags)]
    return tuple(sorted(made, key=lambda flag: -flags[flag.code].weight))


def answer_flags(row: Answered, text: str, flags: Flags) -> tuple[Flag, ...]:
    """The flags of a row that its text, its answer and its promises earn, whatever it was read from."""
    doubts = (*answer_doubts(row, flags), *promise_doubts(row, flags), *text_doubts(text))
    return tuple(doubt.flag(flags) for doubt in doubts)


def _doubts(row: Understood, flags: Flags) -> Iterator[Doubt]:
    yield from answer_doubts(row, flags)
    yield from promise_doubts(row, flags)
    yield from reading_doubts(row)

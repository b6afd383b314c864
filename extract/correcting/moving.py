"""What stands in the text of a row, moved to where it stands once the text is put right."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from extract.records import (
    Commitment,
    DateExpression,
    Field,
    Flag,
    OrganisationMention,
    Position,
    Quotation,
    Recommendation,
)
from extract.results import PageMarks

Stretch = TypeVar("Stretch", Commitment, DateExpression, OrganisationMention, Position, Quotation)


def with_text(row: Recommendation, text: str) -> Recommendation:
    """The row with another text; findings in the text whose words it no longer holds at their place are gone."""
    moved = _mover(row.text, text)
    return replace(
        row,
        text=text,
        positions=_moved(row.positions, text, moved),
        commitments=_moved((_with_targets(each, text, moved) for each in row.commitments), text, moved),
        dates=_moved(row.dates, text, moved),
        organisations=_moved(row.organisations, text, moved),
        flags=tuple(_with_passages(flag, text, moved) for flag in row.flags),
    )


def moved_marks(marks: PageMarks, before: str, text: str) -> PageMarks:
    """The marks of a row whose text was another before."""
    moved = _mover(before, text)
    return tuple(mark._replace(start=moved(mark.start)) if mark.field is Field.TEXT else mark for mark in marks)


def _mover(before: str, after: str) -> Callable[[int], int]:
    """Where a character of a text stands in another that was made of it; the next that is left, if it is not."""
    steps = Levenshtein.opcodes(before, after)

    def moved(place: int) -> int:
        step = next((each for each in steps if each.src_start <= place < each.src_end), None)
        if step is None:
            return len(after)
        return min(step.dest_start + place - step.src_start, step.dest_end)

    return moved


def _moved(stretches: Iterable[Stretch], text: str, moved: Callable[[int], int]) -> tuple[Stretch, ...]:
    found = (_shifted(each, moved) if each.field is Field.TEXT else each for each in stretches)
    return tuple(each for each in found if each.field is not Field.TEXT or text[each.start : each.end] == each.text)


def _shifted(stretch: Stretch, moved: Callable[[int], int]) -> Stretch:
    start = moved(stretch.start)
    return replace(stretch, start=start, end=start + len(stretch.text))


def _with_targets(made: Commitment, text: str, moved: Callable[[int], int]) -> Commitment:
    return replace(made, targets=_moved(made.targets, text, moved))


def _with_passages(flag: Flag, text: str, moved: Callable[[int], int]) -> Flag:
    return replace(flag, passages=_moved(flag.passages, text, moved))

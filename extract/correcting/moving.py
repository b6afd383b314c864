"""What stands in a field of a row, moved to where it stands once the field is put right."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from extract.correcting.finding import find_all
from extract.records import (
    Commitment,
    DateExpression,
    Field,
    OrganisationMention,
    Position,
    Quotation,
    Recommendation,
)
from extract.results import PageMarks

Stretch = TypeVar("Stretch", Commitment, DateExpression, OrganisationMention, Position, Quotation)


def with_field(row: Recommendation, field: Field, text: str | None) -> Recommendation:
    """The row with another text in a field; findings whose words it no longer holds are gone."""
    after = text or ""
    moved = _mover(getattr(row, field) or "", after)
    move = _Move(field, after, moved)
    return replace(
        row,
        positions=_moved(row.positions, move),
        commitments=_moved((replace(each, targets=_moved(each.targets, move)) for each in row.commitments), move),
        dates=_moved(row.dates, move),
        organisations=_moved(row.organisations, move),
        flags=tuple(replace(flag, passages=_moved(flag.passages, move)) for flag in row.flags),
        **{field.value: text},
    )


def moved_marks(marks: PageMarks, field: Field, before: str, after: str) -> PageMarks:
    """The marks of a row of which a field was another text before."""
    moved = _mover(before, after)
    return tuple(mark._replace(start=moved(mark.start)) if mark.field is field else mark for mark in marks)


class _Move(NamedTuple):
    """A field, its text by now, and where in it a character stands of what it was before."""

    field: Field
    text: str
    place: Callable[[int], int]


def _mover(before: str, after: str) -> Callable[[int], int]:
    """Where a character of a text stands in another that was made of it; the next that is left, if it is not."""
    steps = Levenshtein.opcodes(before, after)

    def moved(place: int) -> int:
        step = next((each for each in steps if each.src_start <= place < each.src_end), None)
        if step is None:
            return len(after)
        return min(step.dest_start + place - step.src_start, step.dest_end)

    return moved


def _moved(stretches: Iterable[Stretch], move: _Move) -> tuple[Stretch, ...]:
    """The stretches where their words stand now, each of several with the same words at another place."""
    found, taken = list[Stretch](), set[tuple[str, int]]()
    for each in stretches:
        if each.field is not move.field:
            found.append(each)
            continue
        free = [span for span in find_all(each.text, move.text) if (each.text, span.start) not in taken]
        nearest = min(free, key=lambda span: abs(span.start - move.place(each.start)), default=None)
        if nearest:
            taken.add((each.text, nearest.start))
            found.append(replace(each, start=nearest.start, end=nearest.end))
    return tuple(found)

"""A row of which one value is put right, and what was done to it."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from msgspec import UnsetType
from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.moving import with_field
from extract.records import Because, Correction, CorrectionKind, Field, Reasons, Recommendation

Value = TypeVar("Value")

BY_A_PERSON: Reasons = (Because(rule="corrected", words=None),)
"""Why something is as a person says."""

_MOVED = {
    Field.TEXT: CorrectionKind.TEXT,
    Field.RESPONSE: CorrectionKind.RESPONSE,
    Field.TIMESCALE: CorrectionKind.TIMESCALE,
    Field.PROGRESS: CorrectionKind.PROGRESS,
}


class Part(NamedTuple):
    """A row with one of its values put right, and what was done, if it is another than was read."""

    row: Recommendation
    made: tuple[Correction, ...] = ()


class Wish(NamedTuple):
    """What a value should be, and on whose word; ``None`` where nobody wants it to be other than it is."""

    value: str | None
    by: Ask | None


def correction(kind: CorrectionKind, was: str | None, ask: Ask) -> Correction:
    """What was done on somebody's word."""
    return Correction(what=kind, was=was, by=ask.by, at=ask.at)


def with_fields(row: Recommendation, asks: Sequence[Ask]) -> Part:
    """The row with its texts put right, and how sure it is that they were read right gone with them."""
    made = list[Correction]()
    for field, kind in _MOVED.items():
        read: str | None = getattr(row, field)
        wish = _wish(read, [(ask, getattr(ask.row.set, field)) for ask in asks])
        if wish.by and wish.value != read:
            row = replace(with_field(row, field, wish.value), confidence=None, confidence_reasons=())
            made.append(correction(kind, read, wish.by))
    return Part(row, tuple(made))


def with_labels(row: Recommendation, asks: Sequence[Ask]) -> Part:
    """The row with another number and under another heading; its id stays."""
    number = _wish(row.number, [(ask, ask.row.set.number) for ask in asks])
    theme = _wish(row.theme, [(ask, ask.row.set.theme) for ask in asks])
    made = list[Correction]()
    if number.by and number.value != row.number:
        made.append(correction(CorrectionKind.NUMBER, row.number, number.by))
    if theme.by and theme.value != row.theme:
        made.append(correction(CorrectionKind.THEME, row.theme, theme.by))
    return Part(replace(row, number=number.value, theme=theme.value), tuple(made))


def _wish(read: str | None, wanted: Sequence[tuple[Ask, str | UnsetType | None]]) -> Wish:
    """What is wanted last, and by whom first of those who agree on it."""
    value, by = read, None
    for ask, each in wanted:
        if isinstance(each, UnsetType):
            continue
        trimmed = each.strip() if each is not None else None
        if trimmed != value:
            value, by = trimmed, ask
    return Wish(value, by)

"""The answer of a row as people say that it should be: its outcome, and the bodies whose answer differs."""

from collections.abc import Callable, Sequence

from msgspec import UnsetType
from msgspec.structs import replace

from extract.correcting.corrections import Ask
from extract.correcting.file import DETAILS, PositionValues, RowValues
from extract.correcting.finding import MisfitError, Quoted, find_words
from extract.correcting.parts import BY_A_PERSON, Part, correction
from extract.records import Basis, CorrectionKind, Outcome, OutcomeDetail, OutcomeValue, Position, Recommendation

Told = Callable[[Ask, str], None]
"""Is told what does not fit, and of which correction."""


def with_outcome(row: Recommendation, asks: Sequence[Ask], told: Told) -> Part:
    """The row with its outcome put right; a position that is now the outcome is none."""
    outcome, by = row.outcome, None
    for ask in asks:
        try:
            wanted = _outcome(outcome, ask.row.set, row.outcome)
        except MisfitError as misfit:
            told(ask, str(misfit))
            continue
        outcome, by = wanted, ask if wanted != outcome else by
    if by is None or outcome == row.outcome:
        return Part(row)
    changed = replace(row, outcome=outcome, positions=_differing(row.positions, outcome))
    return Part(changed, (correction(CorrectionKind.OUTCOME, _said(row.outcome.value, row.outcome.detail), by),))


def with_positions(row: Recommendation, asks: Sequence[Ask], told: Told) -> Part:
    """The row with the bodies that answer otherwise put right."""
    positions, by = row.positions, None
    for ask in asks:
        if not isinstance(ask.row.set.positions, UnsetType):
            found = _differing(_positions(ask, ask.row.set.positions, row, told), row.outcome)
            positions, by = found, ask if found != positions else by
    if by is None or positions == row.positions:
        return Part(row)
    was = "; ".join(f"{each.organisation}: {_said(each.value, each.detail)}" for each in row.positions)
    return Part(replace(row, positions=positions), (correction(CorrectionKind.POSITIONS, was or None, by),))


def _differing(positions: Sequence[Position], outcome: Outcome) -> tuple[Position, ...]:
    return tuple(each for each in positions if (each.value, each.detail) != (outcome.value, outcome.detail))


def _positions(ask: Ask, wanted: Sequence[PositionValues], row: Recommendation, told: Told) -> tuple[Position, ...]:
    found = list[Position]()
    for given in wanted:
        try:
            found.append(_position(given, row))
        except MisfitError as misfit:
            told(ask, f"position of {given.organisation} “{given.quote}”: {misfit}")
    return tuple(dict.fromkeys(found))


def _position(given: PositionValues, row: Recommendation) -> Position:
    """A position: as it was read, if it was; else by the words that are quoted."""
    text = getattr(row, given.field) or ""
    span = find_words(Quoted(given.quote, given.nth), text)
    if span is None:
        raise MisfitError(f"these words do not stand in its {given.field}")
    made = Position(
        organisation=given.organisation,
        value=given.value,
        detail=given.detail,
        text=span.of(text),
        field=given.field,
        start=span.start,
        end=span.end,
        because=BY_A_PERSON,
    )
    same = (each for each in row.positions if replace(each, start=0, end=0) == _as_read(made, each))
    return next(same, made)


def _as_read(made: Position, read: Position) -> Position:
    """The position as if it were made for the same reason; where its words stand is left to what was read."""
    return replace(made, start=0, end=0, because=read.because)


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


def _said(value: OutcomeValue, detail: OutcomeDetail | None) -> str:
    return f"{value}, {detail}" if detail else str(value)

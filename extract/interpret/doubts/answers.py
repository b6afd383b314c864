"""Doubts about what was answered."""

from collections.abc import Iterator

from extract.interpret.doubts.doubt import Answered, Doubt, quotation, quote, quoted
from extract.records import Field, OutcomeDetail, OutcomeValue, Quotation
from extract.vocabulary.flags import Flags


def answer_doubts(row: Answered, flags: Flags) -> Iterator[Doubt]:
    """What is doubtful about the outcome of a row and what the bodies in it say to it."""
    yield from _disputed(row)
    yield from _undecided(row)
    if row.decision.covering:
        yield Doubt("outcome_covered", {"quote": quote(row.decision.covering)})
    if not row.response:
        accepted = row.decision.outcome.value is OutcomeValue.ACCEPT
        yield Doubt("accepted_without_response" if accepted else "no_response")
    if row.decision.outcome.detail is OutcomeDetail.CONDITIONAL and flags.names_money(row.decision.outcome.raw or ""):
        yield Doubt("conditional_on_money", {"quote": quote(row.decision.outcome.raw or "")}, _decided(row))


def _disputed(row: Answered) -> Iterator[Doubt]:
    said = _said(row.decision.outcome.value, row.decision.outcome.detail)
    if row.contradiction:
        found = quotation(row.response, Field.RESPONSE, row.contradiction)
        yield Doubt("contradicted", {"outcome": said, "quote": quote(found.text)}, (found,))
    for position in row.positions:
        words = {"organisation": position.organisation, "outcome": said, "quote": quote(position.text)}
        yield Doubt("position_differs", words, (quoted(position),))


def _undecided(row: Answered) -> Iterator[Doubt]:
    decision = row.decision
    if decision.answers:
        yield Doubt("outcome_ambiguous", {"answers": ", ".join(decision.answers)})
    elif decision.outcome.detail is OutcomeDetail.NOT_STATED and decision.unread:
        yield Doubt("outcome_unreadable", {"quote": quote(decision.unread)})
    elif decision.outcome.detail is OutcomeDetail.NOT_STATED:
        yield Doubt("outcome_not_stated")
    elif decision.outcome.detail is OutcomeDetail.NOTED:
        yield Doubt("only_noted", {"quote": quote(decision.outcome.raw or "")}, _decided(row))


def _decided(row: Answered) -> tuple[Quotation, ...]:
    """Where in the response the outcome was read; nowhere where a column says it."""
    span = row.decision.span
    return (quotation(row.response, Field.RESPONSE, span),) if span else ()


def _said(value: OutcomeValue, detail: OutcomeDetail | None) -> str:
    return f"{value}, {detail.replace('_', ' ')}" if detail else str(value)

"""Prose that disagrees with a stated decision; the decision stands, and a person should look."""

from collections.abc import Sequence

from extract.findings import Span
from extract.records import Outcome, OutcomeValue, Position
from extract.statements import find_statements
from extract.vocabulary.outcomes import OutcomeWords

_OPPOSITE = {OutcomeValue.ACCEPT: OutcomeValue.REJECT, OutcomeValue.REJECT: OutcomeValue.ACCEPT}


def contradicts(outcome: Outcome, response: str, positions: Sequence[Position], words: OutcomeWords) -> Span | None:
    """The first passage of a response that says the opposite of its decision.

    A promise under a refusal is none, nor is a condition under an acceptance.

    Args:
        outcome: the row's outcome.
        response: what the answering body says.
        positions: what other bodies answer in it; those passages are left out.
        words: the vocabulary of outcomes.
    """
    opposite = _OPPOSITE.get(outcome.value)
    elsewhere = [Span(position.start, position.end) for position in positions]
    opposed = (found.span for found in find_statements(response, words) if found.verdict.head is opposite)
    return next((span for span in opposed if not any(span.overlaps(other) for other in elsewhere)), None)

"""What each of the bodies decides that answer one row together: the outcome of the row, and who does not share it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import msgspec

from extract.facts.positions import differs
from extract.findings import Body, Span, Speech
from extract.interpret.decision import Decision, read_outcome
from extract.interpret.voices import SAID, Voice
from extract.layouts.entries import Entry, Filled
from extract.records import Basis, Because, Field, Outcome, Position
from extract.text import Passage
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.outcomes import OutcomeWords

_BETWEEN = " \t\n:–—-("  # between a label and what it says


def read_joint_outcome(
    entry: Entry, voices: Sequence[Voice], response: Passage, words: OutcomeWords, first: Sequence[Body]
) -> Decision:
    """The outcome of a row that several bodies answer.

    A decision cell that is nobody's own decides for all; then those who go first, then what they say together, then the
    first body that decides.
    """
    for voice in sorted(voices, key=lambda voice: _rank(voice, first)):
        decision = _decided(entry, voice, response, words)
        if decision.outcome.basis is not Basis.ABSENT:
            return _because_joint(decision, voice.body) if voice.body else decision
    return read_outcome(entry, response.text, words, (), first[0] if first else None)


def _rank(voice: Voice, first: Sequence[Body]) -> int:
    if voice.body is None:
        return 0 if any(cell.role is ColumnRole.DECISION for cell in voice.cells) else len(first) + 1
    return first.index(voice.body) + 1 if voice.body in first else len(first) + 2


def _because_joint(decision: Decision, body: Body) -> Decision:
    """The decision, and that it is the answer of one of several."""
    outcome = decision.outcome
    because = (*outcome.because, Because(rule="outcome_of_several", words=outcome.raw))
    return replace(decision, outcome=msgspec.structs.replace(outcome, because=because), by=body)


def _decided(entry: Entry, voice: Voice, response: Passage, words: OutcomeWords) -> Decision:
    """What one of the bodies decides in its own cells."""
    cells = [cell for cell in entry.cells if cell.role not in SAID]
    own = tuple(_without_label(cell) for cell in voice.cells)
    alone = replace(entry, cells=(*cells, *own))
    decided = any(cell.role is ColumnRole.DECISION for cell in own)
    spans = replace(voice, cells=(decided and _prose(own)) or own).stretches(response)
    start = spans[0].start if spans else 0  # what a decision opens is told by where its words begin
    found = read_outcome(alone, _only(response.text, spans)[start:], words, (), voice.body)
    return replace(found, span=found.span and Span(found.span.start + start, found.span.end + start))


def _prose(cells: Sequence[Filled]) -> tuple[Filled, ...]:
    return tuple(cell for cell in cells if cell.role is ColumnRole.RESPONSE)


def _without_label(cell: Filled) -> Filled:
    """A cell without the label that it opens with, where that and not a title tells whose it is."""
    text = cell.passage.text
    label = next((name for name in (cell.heading, cell.group) if name and text.startswith(name)), None)
    if label is None:
        return cell
    start = len(text) - len(text[len(label) :].lstrip(_BETWEEN))
    return replace(cell, passage=cell.passage.cut(start), heading="")


def _only(text: str, spans: Sequence[Span]) -> str:
    """The text with everything outside of some stretches blanked, so that its offsets stay."""
    blank = without(text, [Span(0, len(text))])
    for span in spans:
        blank = blank[: span.start] + span.of(text) + blank[span.end :]
    return blank


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with some stretches of it blanked, so that its offsets stay."""
    for span in spans:
        text = text[: span.start] + re.sub(r"[^\n]", " ", span.of(text)) + text[span.end :]
    return text


def joint_positions(
    entry: Entry, voices: Sequence[Voice], response: Passage, outcome: Outcome, words: OutcomeWords
) -> Iterator[Position]:
    """An entry for each body that decides in its own cells, and not as the row is decided."""
    for voice in voices:
        decision = _decided(entry, voice, response, words)
        given, spans = decision.outcome, voice.stretches(response)
        if voice.body is None or not spans or not differs(given.value, given.detail, outcome):
            continue
        span = decision.span or spans[0]
        text = span.of(response.text)
        yield Position(
            organisation=voice.body.name,
            value=given.value,
            detail=given.detail,
            text=text,
            field=Field.RESPONSE,
            start=span.start,
            end=span.end,
            because=(Because(rule="position_own_cell", words=text),),
        )


def bodies_deciding(entry: Entry, voices: Sequence[Voice], response: Passage, words: OutcomeWords) -> frozenset[str]:
    """The names of the bodies that state a decision in their own cells: what else they say is no other answer."""
    told = ((voice.body, _decided(entry, voice, response, words).outcome) for voice in voices)
    return frozenset(body.name for body, outcome in told if body and outcome.basis is Basis.STATED)


def joint_speeches(own: Sequence[Speech], others: Sequence[Speech]) -> tuple[Speech, ...]:
    """Whose words stand where: the cells of a body are its own, and what stands outside of them is as it reads."""
    edges = sorted({edge for one in (*own, *others) for edge in (one.span.start, one.span.end)})
    spans = [Span(start, end) for start, end in pairwise(edges)]
    return tuple(
        replace(found, span=span)
        for span in spans
        if (found := next((one for one in (*own, *others) if one.span.overlaps(span)), None))
    )

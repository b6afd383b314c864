"""What ``--explain`` prints: each finding of a document, and in plain English which rules made it of which words."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from extract.records import (
    Because,
    Commitment,
    DateExpression,
    OutcomeDetail,
    OutcomeValue,
    Reasons,
    Recommendation,
    Report,
)
from extract.vocabulary.confidence import Doubts, load_doubts
from extract.vocabulary.rules import Rules, load_rules

_WIDEST = 160  # characters printed of a passage; the JSON has all of it


class Wording(NamedTuple):
    """The sentences of the codes: of rules, and of reasons to doubt that a row was read right."""

    rules: Rules
    doubts: Doubts


class _Finding(NamedTuple):
    """A finding as it is printed: what it is of, what it says, how sure it is, and its reasons."""

    about: str
    said: str
    because: Reasons
    confidence: float | None = None


def load_wording() -> Wording:
    """The sentences of ``models/``, which only this needs.

    Raises:
        VocabularyError: a file is missing or faulty.
    """
    return Wording(load_rules(), load_doubts())


def explain_report(report: Report, wording: Wording) -> Text:
    """Every recommendation of a report with its findings, and the reasons of each."""
    text = Text()
    for place, row in enumerate(report.recommendations, 1):
        text.append(f"{row.number or f'row {place}'}  ", "bold").append(f"{_shortened(row.text)}\n")
        _append_reading(text, row, wording.doubts)
        for finding in _findings(row):
            _append(text, finding, wording.rules)
        text.append("\n")
    return text


def _append_reading(text: Text, row: Recommendation, doubts: Doubts) -> None:
    """How sure it is that the row was read right, where anything is said of that."""
    if row.confidence is not None or row.confidence_reasons:
        text.append(f"  row{_sure(row.confidence)}\n")
    for code in row.confidence_reasons:
        text.append(f"    {doubts.why(code)}").append(f"  {code}\n", "dim")


def _append(text: Text, finding: _Finding, rules: Rules) -> None:
    text.append(f"  {finding.about}  ", "cyan").append(f"{finding.said}{_sure(finding.confidence)}\n")
    for reason in finding.because:
        text.append(f"    {_told(reason, rules)}").append(f"  {reason.rule}\n", "dim")


def _told(reason: Because, rules: Rules) -> str:
    """The sentence of a rule, and the words that it was applied to."""
    sentence = rules.sentence(reason.rule)
    return f"{sentence} “{_shortened(reason.words)}”" if reason.words else sentence


def _findings(row: Recommendation) -> Iterator[_Finding]:
    yield _Finding(
        "outcome", _answer(row.outcome.value, row.outcome.detail), row.outcome.because, row.outcome.confidence
    )
    for position in row.positions:
        said = f"{position.organisation}: {_answer(position.value, position.detail)}"
        yield _Finding("position", said, position.because)
    for owner in row.owners:
        yield _Finding("owner", _identified(owner.name, owner.id), owner.because)
    for commitment in row.commitments:
        yield from _of_commitment(commitment)
    for date in row.dates:
        yield _Finding("date", _dated(date), date.because)
    for mention in row.organisations:
        said = f"“{_shortened(mention.text)}”: {_identified(mention.name, mention.id)}"
        yield _Finding("organisation", said, mention.because, mention.confidence)


def _of_commitment(made: Commitment) -> Iterator[_Finding]:
    said = f"{_plain(made.status)}: “{_shortened(made.text)}”"
    yield _Finding(f"commitment {made.id.rsplit('/', 1)[-1]}", said, made.because, made.confidence)
    if made.actor:
        yield _Finding("  actor", _identified(made.actor.name, made.actor.id), made.actor.because)
    if made.deadline:
        yield _Finding("  deadline", _days(made.deadline.start, made.deadline.end), made.deadline.because)


def _dated(date: DateExpression) -> str:
    return f"“{_shortened(date.text)}”: {_days(date.interval.start, date.interval.end)} ({date.role})"


def _days(start: str | None, end: str | None) -> str:
    if start is None and end is None:
        return "no days of its own"
    return start or "" if start == end else f"{start or '…'} to {end or '…'}"


def _answer(value: OutcomeValue, detail: OutcomeDetail | None) -> str:
    return f"{value}, {_plain(detail)}" if detail else str(value)


def _identified(name: str, identifier: str | None) -> str:
    return f"{name} ({identifier})" if identifier else name


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f", {confidence:.0%} sure"


def _plain(code: str) -> str:
    return code.replace("_", " ")


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST].rsplit(' ', 1)[0]} …"

"""The flags of a row and the warnings of a document: what a person should look at, and why."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.document import Notice
from extract.findings import Span
from extract.interpret.decision import Decision
from extract.layouts.entries import Entry
from extract.records import (
    Commitment,
    CommitmentStatus,
    DocumentDate,
    Flag,
    OutcomeDetail,
    OutcomeValue,
    Owner,
    Position,
)
from extract.vocabulary.flags import Flags

_ACTS = {
    CommitmentStatus.PLANNED,
    CommitmentStatus.IN_PROGRESS,
    CommitmentStatus.COMPLETED,
    CommitmentStatus.ONGOING,
    CommitmentStatus.EXISTING_PRACTICE,
}
_TO_COME = {CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS}
_HANGING = re.compile(
    r"\b(?:the|a|an|to|of|and|or|with|for|by|in|on|at|from|that|which|who|is|are|be|will|as|their|its)$", re.IGNORECASE
)
_QUOTE_WORDS = 40


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a row, for its flags."""

    entry: Entry
    response: str
    decision: Decision
    contradiction: Span | None
    positions: Sequence[Position]
    owners: Sequence[Owner]
    commitments: Sequence[Commitment]
    date: DocumentDate | None


def find_flags(row: Understood, flags: Flags) -> tuple[Flag, ...]:
    """The flags of a row, most serious first."""
    found = [*_answer_flags(row), *_promise_flags(row), *((n.code, {}) for n in row.entry.notices)]
    made = [Flag(code=code, message=flags.sentence(code, words)) for code, words in found]
    return tuple(sorted(made, key=lambda flag: -flags[flag.code].weight))


_Found = tuple[str, Mapping[str, str]]


def _answer_flags(row: Understood) -> Iterable[_Found]:
    outcome = row.decision.outcome
    said = _said(outcome.value, outcome.detail)
    if row.contradiction:
        yield "contradicted", {"outcome": said, "quote": quote(row.contradiction.of(row.response))}
    for position in row.positions:
        words = {"organisation": position.organisation, "outcome": said, "quote": quote(position.text)}
        yield "position_differs", words
    if row.decision.answers:
        yield "outcome_ambiguous", {"answers": ", ".join(row.decision.answers)}
    elif outcome.detail is OutcomeDetail.NOT_STATED and row.decision.unread:
        yield "outcome_unreadable", {"quote": quote(row.decision.unread)}
    elif outcome.detail is OutcomeDetail.NOT_STATED:
        yield "outcome_not_stated", {}


def _promise_flags(row: Understood) -> Iterable[_Found]:
    accepted = row.decision.outcome.value is OutcomeValue.ACCEPT
    if not row.response:
        yield ("accepted_without_response" if accepted else "no_response"), {}
    if accepted and not any(commitment.status in _ACTS for commitment in row.commitments):
        yield "accepted_without_commitment", {}
    if not row.owners:
        yield "no_owner", {}
    if _HANGING.search(row.entry.text.text):
        yield "recommendation_breaks_off", {"quote": " ".join(row.entry.text.text.split()[-6:])}
    for commitment in row.commitments:
        if row.date and commitment.status in _TO_COME and _is_before(commitment, row.date):
            text = commitment.deadline.text if commitment.deadline else ""
            yield "deadline_before_document", {"quote": text, "date": row.date.start}
            return


def _is_before(commitment: Commitment, date: DocumentDate) -> bool:
    end = commitment.deadline.end if commitment.deadline else None
    return end is not None and end < date.start


def _said(value: OutcomeValue, detail: OutcomeDetail | None) -> str:
    return f"{value}, {detail.replace('_', ' ')}" if detail else str(value)


def quote(text: str) -> str:
    """A passage on one line, cut to a length that can be read at a glance."""
    words = text.split()
    return " ".join(words[:_QUOTE_WORDS]) + (" …" if len(words) > _QUOTE_WORDS else "")


def number_flags(entries: Sequence[Entry], flags: Flags) -> tuple[tuple[Flag, ...], ...]:
    """For each entry, the flags of its number: missing among numbered neighbours, or there twice under one theme."""
    counts = Counter[tuple[str | None, str | None]]((entry.theme, entry.number) for entry in entries if entry.number)
    numbered = 2 * sum(counts.values()) > len(entries)
    return tuple(tuple(_number_flags(entry, counts, flags, numbered=numbered)) for entry in entries)


def _number_flags(
    entry: Entry, counts: Counter[tuple[str | None, str | None]], flags: Flags, *, numbered: bool
) -> Iterable[Flag]:
    if entry.number is None and numbered:
        yield Flag(code="number_missing", message=flags.sentence("number_missing"))
    if counts[entry.theme, entry.number] > 1:
        yield Flag(code="number_twice", message=flags.sentence("number_twice", {"number": entry.number or ""}))


def skipped_numbers(entries: Sequence[Entry], flags: Flags) -> tuple[Notice, ...]:
    """A warning where whole numbers are missing between those that were read."""
    read = {int(number) for entry in entries if (number := _whole_number(entry)).isdecimal()}
    missing = sorted(set(range(min(read), max(read))) - read) if read else []
    if not missing:
        return ()
    words = {"numbers": ", ".join(map(str, missing))}
    return (Notice("numbers_skipped", flags.sentence("numbers_skipped", words)),)


def _whole_number(entry: Entry) -> str:
    """The number that an entry is, or is a part of: ``3`` for ``3.1`` and ``3(b)``."""
    return (entry.parent or entry.number or "").rstrip(".").split(".")[0]

"""The flags of a row: what a person should look at, and why."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    Recommendation,
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
_HANGING = re.compile(  # a list's “; and” hangs on its next item
    r"(?<![;,] )\b(?:the|a|an|to|of|and|or|with|for|by|in|on|at|from|that|which|who|is|are|be|will|as|their|its)$",
    re.IGNORECASE,
)
_QUOTE_WORDS = 40
_POOR = 0.75  # how sure a recognised line is at least, when nine in ten of such lines have no fault
_TELLING_WORDS = 8  # a text that is shorter may well stand twice


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
    found = [
        *_answer_flags(row),
        *_promise_flags(row),
        *_recognition_flags(row.entry),
        *((n.code, {}) for n in row.entry.notices),
    ]
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
    if row.decision.covering:
        yield "outcome_covered", {"quote": quote(row.decision.covering)}
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
    if doubtful := [owner.raw for owner in row.owners if owner.uncertain]:
        yield "owner_uncertain", {"quote": quote("; ".join(doubtful))}
    if _HANGING.search(row.entry.text.text):
        yield "recommendation_breaks_off", {"quote": " ".join(row.entry.text.text.split()[-6:])}
    for commitment in row.commitments:
        if row.date and commitment.status in _TO_COME and _is_before(commitment, row.date):
            text = commitment.deadline.text if commitment.deadline else ""
            yield "deadline_before_document", {"quote": text, "date": row.date.start}
            return


def _recognition_flags(entry: Entry) -> Iterable[_Found]:
    """Words of the row that were recognised in a picture, and not well: the least sure line of them is quoted."""
    lines = {piece.line for cell in entry.cells for piece in cell.passage.pieces}
    poor = [line for line in lines if line.confidence is not None and line.confidence < _POOR]
    if poor:
        worst = min(poor, key=lambda line: (line.confidence, line.text))
        yield "recognised_poorly", {"quote": quote(worst.text)}


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


def repeated_flags(rows: Sequence[Recommendation], flags: Flags) -> tuple[tuple[Flag, ...], ...]:
    """For each row, the flags of what other rows say in the same words: its recommendation, or its response."""
    asked = _Repeats.of([row.text for row in rows])
    answered = _Repeats.of([row.response for row in rows])
    return tuple(
        tuple(
            Flag(code=code, message=flags.sentence(code, {"rows": _names(rows, others)}))
            for code, others in (
                ("recommendation_twice", asked.others(at)),
                ("response_repeated", answered.others(at)),
            )
            if others
        )
        for at in range(len(rows))
    )


@dataclass(frozen=True, slots=True)
class _Repeats:
    """Texts without what is not a letter, and where each of them stands."""

    texts: Sequence[str]
    places: Mapping[str, Sequence[int]]

    @staticmethod
    def of(texts: Sequence[str]) -> "_Repeats":
        squashed = ["".join(re.findall(r"\w", text.lower())) if _is_long(text) else "" for text in texts]
        places = dict[str, list[int]]()
        for at, text in enumerate(squashed):
            places.setdefault(text, []).append(at)
        return _Repeats(squashed, places)

    def others(self, at: int) -> list[int]:
        """Where the text stands too; nowhere for one of a few words, which anybody may use twice."""
        return [place for place in self.places[self.texts[at]] if place != at] if self.texts[at] else []


def _is_long(text: str) -> bool:
    return len(text.split()) >= _TELLING_WORDS


def _names(rows: Sequence[Recommendation], places: Sequence[int]) -> str:
    """The rows by their numbers, or by where they stand."""
    return ", ".join(rows[at].number or f"row {at + 1}" for at in places)

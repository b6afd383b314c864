"""The outcome of a row: what its decision column says, what is ticked, or what the prose says in its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from extract.facts.outcomes import (
    Covering,
    DecisionFound,
    decision_for,
    find_covering,
    find_decision,
    is_cross,
    read_decision,
    read_tick,
)
from extract.findings import Body, Span, Speech
from extract.layouts.entries import Entry, Filled
from extract.records import Basis, Because, Outcome, OutcomeDetail, OutcomeValue
from extract.vocabulary.headings import ColumnRole, ContentPatterns
from extract.vocabulary.outcomes import OutcomeWords

NOT_STATED = Outcome(
    value=OutcomeValue.NONE,
    detail=OutcomeDetail.NOT_STATED,
    basis=Basis.ABSENT,
    raw=None,
    because=(Because(rule="outcome_absent", words=None),),
)
_REPORTS = re.compile(r"\b(?:updates?|progress|current position|latest position)\b", re.IGNORECASE)
"""Titles of what has been done since, as they stand over the answers of reports on progress."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of a row.

    Attributes:
        outcome: what was answered.
        span: where in the response it was read, if there.
        answers: the titles of all columns that are ticked, where more than one is.
        unread: the words of a decision cell that were not understood.
        covering: the sentence outside of the row that decides it together with others.
        by: whose decision it is, where several bodies answer the row.
    """

    outcome: Outcome
    span: Span | None = None
    answers: tuple[str, ...] = ()
    unread: str | None = None
    covering: str | None = None
    by: Body | None = None


def read_outcome(
    entry: Entry, response: str, words: OutcomeWords, speeches: Sequence[Speech], authority: Body | None
) -> Decision:
    """The outcome of a row; a stated decision is never overruled by the prose beside it."""
    ticked = _ticked(entry, words)
    if len(ticked) == 1:
        return Decision(ticked[0][1])
    if ticked:
        titles = tuple(title for title, _ in ticked)
        return Decision(_undecided("outcome_ticked_twice", "; ".join(titles)), answers=titles)
    cells = [cell for cell in entry.cells if cell.role is ColumnRole.DECISION and cell.passage.text]
    if decided := _decided(cells, words):
        return Decision(decided)
    unread = " ".join(cells[0].passage.text.split()) if cells else None
    found = _told_apart(entry, response, words)
    found = found or find_decision(response, words, entry.text.text, speeches, authority)
    if found and not (_is_report(entry) and found.outcome.detail is OutcomeDetail.ALREADY_IN_PLACE):
        return Decision(found.outcome, found.span, unread=unread)
    return Decision(_undecided("outcome_unread", unread) if unread else NOT_STATED, unread=unread)


def _decided(cells: Sequence[Filled], words: OutcomeWords) -> Outcome | None:
    """What the decision cells of a row state; as prose where none of them is worded as such cells are."""
    for cell in cells:
        if cell.meaning and (outcome := read_decision(cell.meaning, words, cell.heading)):
            return _as_printed(outcome, cell)
        if outcome := read_decision(cell.passage.text, words, cell.heading):
            return outcome
    told = (find_decision(cell.passage.text, words) for cell in cells)
    return next((found.outcome for found in told if found), None)


def _is_report(entry: Entry) -> bool:
    """Whether only progress is told: there ``Complete`` says how far the work is, and not what was decided."""
    answers = [cell.heading for cell in entry.cells if cell.role is ColumnRole.RESPONSE and cell.passage.text]
    return bool(answers) and all(_REPORTS.search(title) for title in answers)


def _told_apart(entry: Entry, response: str, words: OutcomeWords) -> DecisionFound | None:
    """What an answer to several says of this one: ``Recommendations 12a to c are accepted, 12d is not``."""
    several = [one for one in find_covering(response, words) if one.numbers is not None]
    found = decision_for(entry.number, None, several) if len(several) > 1 else None
    at = response.find(found.outcome.raw or "") if found else -1
    return DecisionFound(found.outcome, Span(at, at + len(found.outcome.raw or ""))) if found and at >= 0 else None


def _as_printed(outcome: Outcome, cell: Filled) -> Outcome:
    """An outcome that was read from the meaning of a code, with the code that is printed."""
    printed = " ".join(cell.passage.text.split())
    return msgspec.structs.replace(outcome, raw=printed, because=(Because(rule="outcome_cell_code", words=printed),))


def _undecided(rule: str, words: str) -> Outcome:
    """No outcome, for what is printed cannot be read as one."""
    return msgspec.structs.replace(NOT_STATED, because=(Because(rule=rule, words=words),))


def with_heading(decision: Decision, entry: Entry, words: OutcomeWords, contents: ContentPatterns) -> Decision:
    """The decision of a row, or that of the heading that it stands under where the row itself states none."""
    if decision.outcome.basis is Basis.STATED or decision.answers or decision.unread or not entry.theme:
        return decision
    headed = read_heading(entry.theme, words, contents)
    return Decision(headed) if headed else decision


def read_heading(heading: str, words: OutcomeWords, contents: ContentPatterns) -> Outcome | None:
    """The answer to the recommendations below a heading; ``None`` where it has other words (``Support for carers``)."""
    said = contents.decision_over(heading)
    outcome = read_decision(said, words) if said else None
    if outcome is None:
        return None
    printed = " ".join(heading.split())
    return msgspec.structs.replace(outcome, raw=printed, because=(Because(rule="outcome_heading", words=printed),))


def with_covering(decision: Decision, entry: Entry, covering: Sequence[Covering]) -> Decision:
    """The decision of a row, or what was decided of it elsewhere in the document where the row itself states none."""
    if decision.outcome.basis is Basis.STATED or decision.answers or decision.unread:
        return decision
    found = decision_for(entry.number, entry.parent, covering)
    return Decision(found.outcome, covering=found.sentence) if found else decision


def _ticked(entry: Entry, words: OutcomeWords) -> list[tuple[str, Outcome]]:
    """The answers that are marked, with their titles; where one is ticked, those that are crossed out are none."""
    marks = [cell for cell in entry.cells if cell.role is ColumnRole.TICK]
    ticked = [cell for cell in marks if not is_cross(cell.passage.text, words)]
    for cells in (ticked, marks):
        read = [(cell.heading, read_tick(cell.heading, cell.passage.text, words)) for cell in cells]
        if found := [(heading, outcome) for heading, outcome in read if outcome]:
            return found
    return []

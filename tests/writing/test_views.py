"""The views of the database answer what scrutiny officers ask."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from extract.records import (
    Actor,
    Basis,
    Commitment,
    CommitmentStatus,
    Deadline,
    Field,
    Flag,
    OrganisationMention,
    Outcome,
    OutcomeDetail,
    OutcomeValue,
    Quotation,
    Recommendation,
    Report,
)
from extract.results import result_of
from extract.writing.database.views import OVERDUE_AT, VIEWS, View
from tests.writing.written import write

Found = list[dict[str, object]]
Ask = Callable[[str, Sequence[Recommendation]], Found]

_numbers = count(1)
COUNCIL = Actor(raw="We", name="Kent County Council", id="gss:E10000016")


@pytest.fixture
def ask(report: Report, tmp_path: Path) -> Ask:
    """Asks a database of these recommendations."""

    def _ask(sql: str, rows: Sequence[Recommendation]) -> Found:
        numbered = tuple(
            replace(row, number=str(number), id=f"{report.document.id}/{number}") for number, row in enumerate(rows, 1)
        )
        write("sqlite", [result_of(replace(report, recommendations=numbered))], tmp_path)
        with closing(sqlite3.connect(tmp_path / "scrutiny.db")) as base:
            found = base.execute(sql)
            return [{name: cell for (name, *_), cell in zip(found.description, row, strict=True)} for row in found]

    return _ask


@pytest.fixture
def answered(report: Report) -> Recommendation:
    """An accepted recommendation, with a response, owners and nothing else."""
    whole = report.recommendations[0]
    return replace(whole, positions=(), commitments=(), dates=(), organisations=(), flags=())


def _outcome(value: OutcomeValue, detail: OutcomeDetail | None = None, raw: str | None = None) -> Outcome:
    return Outcome(value=value, detail=detail, basis=Basis.STATED, raw=raw)


def _made(status: CommitmentStatus, end: str | None = None, condition: str | None = None) -> Commitment:
    """A commitment of the council."""
    return Commitment(
        id=f"c{next(_numbers)}",
        text=f"We act, {status}",
        field=Field.RESPONSE,
        start=0,
        end=1,
        name=None,
        actor=COUNCIL,
        status=status,
        condition=condition,
        deadline=Deadline(text=f"by {end}", start=end, end=end) if end else None,
    )


def _flag(code: str, words: str | None = None) -> Flag:
    passages = (Quotation(text=words, field=Field.RESPONSE, start=0, end=1),) if words else ()
    return Flag(code=code, message=f"{code}!", passages=passages)


def test_what_is_unanswered_is_told_with_the_reason(answered: Recommendation, ask: Ask) -> None:
    none = OutcomeValue.NONE
    rows = [
        replace(answered, outcome=_outcome(none, OutcomeDetail.NOTED)),
        replace(answered, outcome=_outcome(none, OutcomeDetail.DEFERRED)),
        replace(answered, outcome=_outcome(none, OutcomeDetail.NOT_STATED), response=""),
        replace(answered, outcome=_outcome(none, OutcomeDetail.NOT_STATED)),
        answered,
        replace(answered, outcome=_outcome(OutcomeValue.REJECT), response=""),
    ]
    assert [(row["number"], row["why"]) for row in ask("SELECT * FROM unanswered", rows)] == [
        ("1", "only noted"),
        ("2", "deferred"),
        ("3", "no response"),
        ("4", "no decision"),
    ]


def test_what_is_accepted_with_gaps_is_told_with_each_gap(answered: Recommendation, ask: Ask) -> None:
    planned, done = CommitmentStatus.PLANNED, CommitmentStatus.COMPLETED
    rows = [
        answered,
        replace(answered, owners=(), commitments=(_made(planned, "2024-03-31"),)),
        replace(answered, commitments=(_made(planned, "2024-03-31"), _made(planned))),
        replace(answered, commitments=(_made(planned, "2024-03-31"), _made(done))),
        replace(answered, outcome=_outcome(OutcomeValue.AMEND), commitments=(_made(CommitmentStatus.CONSIDERING),)),
        replace(answered, outcome=_outcome(OutcomeValue.REJECT)),
    ]
    found = ask("SELECT * FROM accepted_with_gaps", rows)
    assert [(row["number"], row["no_action"], row["no_owner"], row["no_date"]) for row in found] == [
        ("1", "yes", "no", "yes"),
        ("2", "no", "yes", "no"),
        ("3", "no", "no", "yes"),
        ("5", "yes", "no", "yes"),
    ]


def _promises(answered: Recommendation) -> list[Recommendation]:
    made = (
        _made(CommitmentStatus.ONGOING),
        _made(CommitmentStatus.PLANNED, "2024-03-31"),
        _made(CommitmentStatus.IN_PROGRESS, "2023-12-01"),
        _made(CommitmentStatus.COMPLETED, "2022-12-01"),
        replace(_made(CommitmentStatus.CONSIDERING, "2999-01-01"), actor=None),
    )
    return [replace(answered, commitments=made)]


def test_who_owes_what_is_told_by_day_and_what_goes_on_without_an_end_is_not_owed(
    answered: Recommendation, ask: Ask
) -> None:
    found = ask("SELECT * FROM who_owes_what", _promises(answered))
    assert [(row["deadline_end"], row["status"], row["who"]) for row in found] == [
        ("2023-12-01", "in_progress", "Kent County Council"),
        ("2024-03-31", "planned", "Kent County Council"),
        ("2999-01-01", "considering", "Ada Fictitious; Kent County Council"),
    ]


def test_what_is_overdue_today_is_told_with_how_long(answered: Recommendation, ask: Ask) -> None:
    today = datetime.now(UTC).date()
    rows = _promises(answered)
    past, due = (str(today - timedelta(days=days)) for days in (3, -2))
    made = (*rows[0].commitments, _made(CommitmentStatus.PLANNED, past), _made(CommitmentStatus.PLANNED, due))
    found = ask("SELECT * FROM overdue", [replace(rows[0], commitments=made)])
    assert [row["deadline_end"] for row in found] == ["2023-12-01", "2024-03-31", past]
    counted = [today - date.fromisoformat(str(row["deadline_end"])) for row in found]
    between = [int(str(row["days_overdue"])) - days.days for row, days in zip(found, counted, strict=True)]
    assert set(between) <= {0, 1}  # midnight may have come since


@pytest.mark.parametrize(("day", "late"), [("2023-12-01", 0), ("2023-12-02", 1), ("2024-04-01", 2), ("2999-01-02", 3)])
def test_what_is_overdue_at_a_day_is_asked_with_it(day: str, late: int, answered: Recommendation, ask: Ask) -> None:
    assert len(ask(OVERDUE_AT.sql.replace(":day", f"'{day}'"), _promises(answered))) == late


def test_what_contradicts_the_decision_is_told_with_its_words(answered: Recommendation, ask: Ask) -> None:
    rows = [
        replace(answered, flags=(_flag("contradicted", "we cannot"), _flag("no_owner"))),
        replace(answered, flags=(_flag("position_differs", "the police will not"),)),
        answered,
    ]
    found = ask("SELECT * FROM contradictions", rows)
    assert [(row["number"], row["words"], row["message"]) for row in found] == [
        ("1", "we cannot", "contradicted!"),
        ("2", "the police will not", "position_differs!"),
    ]


def test_what_was_there_already_is_told(answered: Recommendation, ask: Ask) -> None:
    standing = CommitmentStatus.EXISTING_PRACTICE
    rows = [
        replace(answered, outcome=_outcome(OutcomeValue.ACCEPT, OutcomeDetail.ALREADY_IN_PLACE)),
        replace(answered, commitments=(_made(standing), _made(standing))),
        replace(answered, commitments=(_made(CommitmentStatus.PLANNED), _made(standing))),
        replace(answered, commitments=(_made(CommitmentStatus.PLANNED),)),
    ]
    found = ask("SELECT * FROM already_there", rows)
    clause = "We act, existing_practice"
    assert [(row["number"], row["nothing_new"], row["practices"]) for row in found] == [
        ("1", "yes", None),
        ("2", "yes", f"{clause}; {clause}"),
        ("3", "no", clause),
    ]


def test_what_depends_on_money_or_on_others_is_told(answered: Recommendation, ask: Ask) -> None:
    planned, asked = CommitmentStatus.PLANNED, CommitmentStatus.REQUESTED
    paid, dry = (_made(planned, condition=words) for words in ("subject to funding", "if it is dry"))
    paid = replace(paid, text="We act if there is money")
    police = Actor(raw="Kent Police", name="Kent Police", id="police:kent")
    theirs = replace(_made(planned), actor=police)
    conditional = _outcome(OutcomeValue.ACCEPT, OutcomeDetail.CONDITIONAL, "if funded")
    rows = [
        replace(answered, commitments=(paid, dry), flags=(_flag("conditional_on_money", paid.text),)),
        replace(answered, commitments=(_made(asked),)),
        replace(answered, commitments=(theirs,), organisations=(_mention(police),)),
        replace(answered, outcome=conditional, flags=(_flag("conditional_on_money"),)),
        replace(answered, outcome=conditional),
        replace(answered, commitments=(_made(planned),)),
    ]
    found = ask("SELECT * FROM depends_on", rows)
    assert sorted((row["number"], row["depends_on"], row["on_what"]) for row in found) == [
        ("1", "a condition", "if it is dry"),
        ("1", "money", "subject to funding"),
        ("2", "others", "Kent County Council"),
        ("3", "others", "Kent Police"),
        ("4", "money", "if funded"),
        ("5", "a condition", "if funded"),
    ]


def _mention(actor: Actor) -> OrganisationMention:
    return OrganisationMention(
        text=actor.raw, field=Field.RESPONSE, start=0, end=1, name=actor.name, id=actor.id, type="police_force"
    )


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_says_in_the_database_what_it_answers(view: View, answered: Recommendation, ask: Ask) -> None:
    (row,) = ask(f"SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = '{view.name}'", [answered])
    assert f"-- {view.title}\n-- {view.description}" in str(row["sql"])

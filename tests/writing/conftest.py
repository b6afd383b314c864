"""A small batch that holds every type of record."""

import pytest

from extract.records import (
    SCHEMA_VERSION,
    Actor,
    Authority,
    Basis,
    Because,
    Commitment,
    CommitmentStatus,
    Coverage,
    DateBasis,
    DateExpression,
    DateRole,
    DateType,
    Deadline,
    DocumentDate,
    DocumentRecord,
    DocumentWarning,
    Evidence,
    Fact,
    FactName,
    Field,
    Flag,
    Interval,
    OrganisationMention,
    Outcome,
    OutcomeDetail,
    OutcomeValue,
    Owner,
    OwnerKind,
    PageCoverage,
    Position,
    Precision,
    PrintedCell,
    Recommendation,
    Report,
    SourceFile,
)
from extract.results import PageMark, Result, Status, result_of

ID = "review-0a1b2c3d"
RESPONSE = "We will publish it by March 2023. “Kent Police” won’t."


def _outcome(value: OutcomeValue, raw: str | None, detail: OutcomeDetail | None = None) -> Outcome:
    basis = Basis.STATED if raw else Basis.ABSENT
    because = (Because(rule="outcome_cell" if raw else "outcome_absent", words=raw),)
    return Outcome(value=value, detail=detail, basis=basis, raw=raw, confidence=1.0 if raw else None, because=because)


def _answered() -> Recommendation:
    march = Interval(start="2023-03-01", end="2023-03-31")
    return Recommendation(
        id=f"{ID}/1",
        number="1",
        parent=None,
        theme="STREETS",
        text="- that the Council publish it",
        response=RESPONSE,
        timescale="May 2023",
        progress=None,
        cells=(PrintedCell(heading="Comments", text=RESPONSE),),
        outcome=_outcome(OutcomeValue.ACCEPT, "Accept"),
        positions=(
            Position(
                organisation="Kent Police",
                value=OutcomeValue.REJECT,
                detail=None,
                text="“Kent Police” won’t",
                field=Field.RESPONSE,
                start=34,
                end=53,
            ),
        ),
        owners=(
            Owner(raw="Cllr Ada Fictitious", kind=OwnerKind.PERSON, name="Ada Fictitious"),
            Owner(
                raw="Council",
                kind=OwnerKind.ORGANISATION,
                name="Kent County Council",
                id="gss:E10000016",
                type="local_authority",
            ),
        ),
        commitments=(
            Commitment(
                id=f"{ID}/1/c1",
                text="We will publish it by March 2023",
                field=Field.RESPONSE,
                start=0,
                end=32,
                name=None,
                actor=Actor(raw="We", name="Kent County Council", id="gss:E10000016"),
                status=CommitmentStatus.PLANNED,
                condition=None,
                deadline=Deadline(text="by March 2023", start="2023-03-01", end="2023-03-31"),
                confidence=0.9,
            ),
        ),
        dates=(
            _date("March 2023", Field.RESPONSE, 22, march),
            _date("May 2023", Field.TIMESCALE, 0, Interval(start="2023-05-01", end="2023-05-31")),
        ),
        organisations=(_mention("Kent Police", 35), _mention("Kent Police", 35)),
        flags=(Flag(code="position_differs", message="Kent Police declines.", passages=()),),
        confidence=0.97,
        confidence_reasons=("runs_over_pages",),
        evidence=(Evidence(page=2, bbox=(1.0, 2.0, 3.0, 4.5)), Evidence(page=3, bbox=None)),
    )


def _date(text: str, field: Field, start: int, interval: Interval) -> DateExpression:
    return DateExpression(
        text=text,
        field=field,
        start=start,
        end=start + len(text),
        type=DateType.PERIOD,
        interval=interval,
        value=(interval.start or "")[:7],
        precision=Precision.MONTH,
        role=DateRole.DEADLINE,
    )


def _mention(text: str, start: int) -> OrganisationMention:
    return OrganisationMention(
        text=text,
        field=Field.RESPONSE,
        start=start,
        end=start + len(text),
        name=text,
        id="police:kent",
        type="police_force",
        confidence=1.0,
    )


def _unanswered() -> Recommendation:
    return Recommendation(
        id=f"{ID}/2",
        number=None,
        parent=None,
        theme=None,
        text="",
        response="",
        timescale=None,
        progress=None,
        cells=(),
        outcome=_outcome(OutcomeValue.NONE, None, OutcomeDetail.NOT_STATED),
        positions=(),
        owners=(),
        commitments=(),
        dates=(),
        organisations=(),
        flags=(),
        confidence=1.0,
        confidence_reasons=(),
        evidence=(),
    )


@pytest.fixture
def report() -> Report:
    """A report with an answered and an unanswered recommendation."""
    return Report(
        schema_version=SCHEMA_VERSION,
        document=DocumentRecord(
            id=ID,
            source=SourceFile(name="Réview.pdf", sha256="0a1b2c3d" * 8, media_type="application/pdf", pages=3),
            reader="pdf",
            title="Réview, “part” one",
            authority=Authority(id="gss:E10000016", name="Kent County Council"),
            date=DocumentDate(text="Sept 2022", start="2022-09-01", end="2022-09-30", basis=DateBasis.STATED),
            review="Réview of “parts”",
            committee="Health Scrutiny Committee",
            draft=True,
            facts=(Fact(name=FactName.DRAFT, text="DRAFT", page=1), Fact(name=FactName.DATE, text="2022", page=None)),
            coverage=Coverage(
                characters=300,
                explained=200,
                pages=(PageCoverage(page=2, characters=300, explained=200),),
            ),
            warnings=(DocumentWarning(code="page_without_text", message="Page 1 holds a picture.", page=1),),
        ),
        recommendations=(_answered(), _unanswered()),
    )


@pytest.fixture
def results(report: Report) -> tuple[Result, ...]:
    """The report, with the pages of its fields, and an input that failed."""
    read = result_of(report)
    marked = Result(
        name=read.name,
        sha256=read.sha256,
        media_type=read.media_type,
        status=read.status,
        report=report,
        page_marks={f"{ID}/1": (PageMark(Field.RESPONSE, 0, 2), PageMark(Field.RESPONSE, 20, 3))},
    )
    lost = Result(
        name="=lost.pdf",
        sha256=None,
        media_type=None,
        status=Status.FAILED,
        error="=lost.pdf: There is no such file.",
        error_code="input_missing",
    )
    return (marked, lost)

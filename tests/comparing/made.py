"""Reports made of a few words, for what must hold of any two readings."""

import hashlib
from collections.abc import Sequence
from datetime import date

import msgspec
from hypothesis import strategies as st

from extract.records import (
    SCHEMA_VERSION,
    Actor,
    Authority,
    Basis,
    Commitment,
    CommitmentStatus,
    Coverage,
    DateBasis,
    Deadline,
    DocumentDate,
    DocumentRecord,
    Evidence,
    Field,
    Outcome,
    OutcomeValue,
    Owner,
    OwnerKind,
    Recommendation,
    Report,
    SourceFile,
)

TOPICS = ("buses", "parks", "libraries", "damp homes", "river bathing", "school meals", "street trees", "care leavers")
VERBS = ("publish a report on", "set up a forum about", "double the budget for", "appoint a champion of")
COUNCILS = ("Harrowmere Borough Council", "Tolverne County Council", None)


def report(
    name: str, rows: Sequence[Recommendation], authority: str | None, review: str | None, day: date | None
) -> Report:
    """The report of a document of this name."""
    stated = DocumentDate(text=str(day), start=str(day), end=str(day), basis=DateBasis.STATED) if day else None
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Report(
        schema_version=SCHEMA_VERSION,
        document=DocumentRecord(
            id=name,
            source=SourceFile(name=f"{name}.txt", sha256=sha256, media_type="text/plain", pages=None),
            reader="text",
            title=review,
            authority=Authority(id=None, name=authority) if authority else None,
            date=stated,
            review=review,
            committee=None,
            draft=False,
            facts=(),
            coverage=Coverage(characters=0, explained=0, pages=()),
            warnings=(),
        ),
        recommendations=tuple(_under(name, at, row) for at, row in enumerate(rows, 1)),
    )


def row(text: str, number: str | None, outcome: OutcomeValue, owner: str, made: Sequence[Commitment]) -> Recommendation:
    """A recommendation; its ids are those of its document, in which it is put."""
    return Recommendation(
        id="",
        number=number,
        parent=None,
        theme=None,
        text=text,
        response=" ".join(each.text for each in made),
        timescale=None,
        progress=None,
        cells=(),
        outcome=Outcome(value=outcome, detail=None, basis=Basis.STATED, raw=outcome.value),
        positions=(),
        owners=(Owner(raw=owner, kind=OwnerKind.ROLE, name=owner),),
        commitments=tuple(made),
        dates=(),
        organisations=(),
        flags=(),
        confidence=None,
        confidence_reasons=(),
        evidence=(Evidence(page=1, bbox=None),),
    )


def commitment(text: str, status: CommitmentStatus, actor: str | None, day: date | None) -> Commitment:
    """A commitment with this status."""
    return Commitment(
        id="",
        text=text,
        field=Field.RESPONSE,
        start=0,
        end=len(text),
        name=None,
        actor=Actor(raw="We", name=actor) if actor else None,
        status=status,
        condition=None,
        deadline=Deadline(text=f"by {day:%d %B %Y}", start=str(day), end=str(day)) if day else None,
    )


def _under(name: str, at: int, this: Recommendation) -> Recommendation:
    made = (
        msgspec.structs.replace(each, id=f"{name}/{at}/c{number}") for number, each in enumerate(this.commitments, 1)
    )
    return msgspec.structs.replace(this, id=f"{name}/{at}", commitments=tuple(made))


_deeds = st.builds("{} {}".format, st.sampled_from(VERBS), st.sampled_from(TOPICS))
_days = st.none() | st.dates(date(2021, 1, 1), date(2025, 12, 31))
_commitments = st.builds(
    commitment,
    _deeds.map("We will {}".format),
    st.sampled_from(CommitmentStatus),
    st.sampled_from([None, "Harrowmere Borough Council", "Kent Police"]),
    _days,
)
_rows = st.builds(
    row,
    _deeds.map("That the Council {}".format),
    st.sampled_from([None, "1", "2", "3", "4"]),
    st.sampled_from(OutcomeValue),
    st.sampled_from(["Head of Transport", "Head of Parks"]),
    st.lists(_commitments, max_size=3),
)


def reports(prefix: str) -> st.SearchStrategy[list[Report]]:
    """Readings of up to four documents, whose ids begin with a prefix."""
    reviews = st.none() | st.sampled_from(TOPICS).map("Scrutiny Review of {}".format)
    documents = st.tuples(st.lists(_rows, max_size=4), st.sampled_from(COUNCILS), reviews, _days)
    return st.lists(documents, max_size=4).map(
        lambda made: [report(f"{prefix}{at}", *each) for at, each in enumerate(made)]
    )

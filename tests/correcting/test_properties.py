"""Whatever people correct, what comes of it keeps to the contract."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extract.correcting.applying import Corrected, corrected
from extract.correcting.file import DETAILS, corrections_schema
from extract.records import (
    Commitment,
    CommitmentStatus,
    DateExpression,
    Field,
    OrganisationMention,
    OutcomeValue,
    OwnerCapacity,
    OwnerKind,
    Position,
    Quotation,
    Report,
)
from extract.results import Result
from extract.writing.json_file import decode_report, encode_report
from extract.writing.schema import report_schema
from extract.writing.tables import tables_of
from tests.correcting.asked import TABLE, Row, a_file, corrections

Place = Commitment | DateExpression | OrganisationMention | Position | Quotation

REPORTS, FILES = Draft202012Validator(report_schema()), Draft202012Validator(corrections_schema())
TEXTS = [line.split("\t")[0].partition(": ")[2] for line in TABLE.splitlines() if line.startswith("Recommendation ")]
QUOTES = [
    "We will publish a plan by 31 March 2025",
    "We have begun a survey",
    "Wardens walk the routes daily",
    "Wardens  walk",
    "The forum meets twice a year",
    "We will review its costs",
    "We will write to all parishes",
    "all parishes. We will",
    "this year",
    "We",
    "nowhere",
]

words = st.sampled_from([*TEXTS, *QUOTES, "Ärzte – “x” ", "a", "\t=1"]) | st.text(min_size=1).filter(str.strip)
days = st.dates().map(lambda day: day.isoformat())
deadlines = st.tuples(days, days).map(lambda two: {"start": min(two), "end": max(two)})
bodies = st.fixed_dictionaries({"name": words}, optional={"id": st.none() | words})
optional = {
    "name": st.none() | words,
    "actor": st.none() | bodies,
    "deadline": st.none() | deadlines | days.map(lambda day: {"end": day}),
    "condition": st.none() | words,
}
targets = {"targets": st.lists(st.sampled_from(["a plan", "31 March", "all", "this year"]), max_size=2)}
nths = {"nth": st.sampled_from([None, 1, 2, 3])}
statuses = st.sampled_from([str(status) for status in CommitmentStatus])
fields = st.sampled_from([str(field) for field in Field])
quotes = st.sampled_from(QUOTES) | words


def _of(do: str, values: st.SearchStrategy[Row] | None) -> st.SearchStrategy[Row]:
    more = {} if values is None else {"set": values}
    return st.fixed_dictionaries({"do": st.just(do), "quote": quotes, "field": fields, **more}, optional=nths)


commitments = st.lists(
    _of("strike", None)
    | _of("change", st.fixed_dictionaries({}, optional={"status": statuses, **optional, **targets}))
    | _of("add", st.fixed_dictionaries({"status": statuses}, optional={**optional, **targets})),
    max_size=6,
)
outcomes = st.sampled_from([(value, detail) for value in OutcomeValue for detail in DETAILS[value]]).map(
    lambda pair: {"outcome": str(pair[0]), "detail": pair[1] and str(pair[1])}
)
owners = st.tuples(
    bodies,
    st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sampled_from([str(kind) for kind in OwnerKind]),
            "capacity": st.sampled_from([None, *(str(capacity) for capacity in OwnerCapacity)]),
            "uncertain": st.booleans(),
        },
    ),
).map(lambda two: two[0] | two[1])
positions = st.tuples(outcomes, words, quotes, fields).map(
    lambda four: {
        "organisation": four[1],
        "value": four[0]["outcome"],
        "detail": four[0]["detail"],
        "quote": four[2],
        "field": four[3],
    }
)
values = st.tuples(
    st.fixed_dictionaries(
        {},
        optional={
            "text": words,
            "response": st.just("") | words | st.lists(quotes, min_size=1, max_size=4).map(". ".join),
            "timescale": st.none() | words,
            "progress": st.none() | words,
            "number": st.none() | st.sampled_from(["1", "2", "7(b)"]),
            "theme": st.none() | words,
            "owners": st.lists(owners, max_size=3),
            "positions": st.lists(positions, max_size=2),
        },
    ),
    outcomes | st.just(dict[str, Any]()) | st.fixed_dictionaries({"detail": st.sampled_from([None, "in_part"])}),
).map(lambda two: two[0] | two[1])
wanted = st.fixed_dictionaries(
    {"text": st.sampled_from(TEXTS) | words},
    optional={
        "number": st.sampled_from([None, "1", "2", "3", "9"]),
        "missed": st.booleans(),
        "after": st.none() | st.sampled_from(TEXTS),
        "struck": st.booleans(),
        "checked": st.booleans(),
        "by": st.none() | words,
        "at": st.none() | days,
        "set": values,
        "commitments": commitments,
    },
)
files = st.lists(wanted, max_size=5).map(lambda rows: a_file(*rows))


def _quoted(report: Report) -> list[tuple[str, str, str]]:
    """Each finding that quotes its row: what it says, and what stands there."""
    found = list[tuple[str, str, str]]()
    for row in report.recommendations:
        passages = [passage for flag in row.flags for passage in flag.passages]
        targets = [target for made in row.commitments for target in made.targets]
        places: list[Place] = [*row.commitments, *row.dates, *row.organisations, *row.positions, *passages, *targets]
        for each in places:
            found.append((row.id, each.text, (getattr(row, each.field) or "")[each.start : each.end]))
    return found


def _applied(result: Result, wishes: list[Row]) -> tuple[Corrected, Report]:
    done = corrected(result, corrections(*wishes))
    assert done.result.report
    return done, done.result.report


@settings(deadline=None, max_examples=150)
@given(st.lists(files, min_size=1, max_size=3))
def test_what_is_put_right_keeps_to_the_contract(result: Result, wishes: list[Row]) -> None:
    for file in wishes:
        FILES.validate(file)
    done, report = _applied(result, wishes)
    assert all(said == stands for _, said, stands in _quoted(report))
    ids = [made.id for row in report.recommendations for made in row.commitments]
    assert len(set(ids)) == len(ids)
    assert all(made.text for row in report.recommendations for made in row.commitments)
    data = encode_report(report)
    REPORTS.validate(json.loads(data))
    assert decode_report(data) == report
    assert len(tables_of(done.result).commitments) == len(ids)
    assert len({row.id for row in report.recommendations}) == len(report.recommendations)
    added = {row.id for row in report.recommendations if any(made.what == "row_added" for made in row.corrections)}
    assert {row.id for row in report.recommendations} - added == set(done.result.page_marks)


@settings(deadline=None, max_examples=60)
@given(st.lists(files, min_size=1, max_size=2))
def test_the_same_corrections_give_the_same_bytes(result: Result, wishes: list[Row]) -> None:
    (once, first), (twice, second) = (_applied(result, wishes) for _ in range(2))
    assert encode_report(first) == encode_report(second)
    assert once.unfit == twice.unfit


@settings(deadline=None, max_examples=60)
@given(files)
def test_what_was_read_is_not_touched(result: Result, file: Row) -> None:
    assert result.report
    before = encode_report(result.report)
    _applied(result, [file])
    assert encode_report(result.report) == before


@settings(deadline=None, max_examples=60)
@given(files)
def test_a_file_given_twice_is_as_one_given_once(result: Result, file: Row) -> None:
    (once, first), (twice, second) = _applied(result, [file]), _applied(result, [file, file])
    assert encode_report(first) == encode_report(second)
    assert once.unfit == twice.unfit

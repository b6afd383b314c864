"""Whatever people correct, what comes of it keeps to the contract."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extract.correcting.applying import Corrected, corrected
from extract.correcting.schema import corrections_schema
from extract.records import (
    Commitment,
    DateExpression,
    OrganisationMention,
    Position,
    Quotation,
    Report,
)
from extract.results import Result
from extract.writing.json_file import decode_report, encode_report
from extract.writing.schema import report_schema
from extract.writing.tables import tables_of
from tests.correcting.asked import TABLE, Row, corrections
from tests.correcting.made_up import Said, files_about

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
files = files_about(Said(TEXTS, QUOTES))


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


@pytest.mark.slow
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

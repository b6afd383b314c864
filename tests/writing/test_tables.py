"""The five tables, from records."""

from collections.abc import Sequence
from datetime import date

import pytest

from extract.records import Report
from extract.results import Result, result_of
from extract.writing.columns import TABLES
from extract.writing.frames import to_frames
from extract.writing.tables import Tables, tables_of, to_tables

CONTRACT = {
    "documents": "document_id, source_name, sha256, media_type, reader, pages, title, authority, authority_id, "
    "document_date, status, recommendations, commitments, warnings, error, review, committee, draft, coverage, "
    "error_code",
    "recommendations": "recommendation_id, document_id, source_name, authority, document_date, number, parent, theme, "
    "recommendation, outcome, outcome_detail, outcome_raw, outcome_basis, outcome_confidence, owners, owner_ids, "
    "owners_raw, response, positions, commitments, earliest_deadline, latest_deadline, flags, page_first, page_last, "
    "confidence, owner_capacities, checked, corrected",
    "commitments": "commitment_id, recommendation_id, document_id, number, outcome, name, commitment, actor, actor_id, "
    "actor_raw, status, condition, deadline_text, deadline_start, deadline_end, confidence, page, targets, "
    "corrected",
    "dates": "recommendation_id, commitment_id, text, type, start, end, value, precision, role, page",
    "organisations": "recommendation_id, organisation_id, name, type, role, mentions, raw",
}


def test_the_columns_are_those_of_the_contract() -> None:
    columns = {table.name: ", ".join(column.name for column in table.columns) for table in TABLES}
    assert columns == CONTRACT


def test_every_column_says_what_it_holds() -> None:
    for table in TABLES:
        for column in table.columns:
            assert column.description.endswith(".") or ": " in column.description, column.name
            assert column.unit


def test_an_input_that_failed_is_listed_with_its_error(results: Sequence[Result]) -> None:
    read, lost = to_tables(results).documents
    assert (read.status, read.recommendations, read.commitments) == ("partial", 2, 1)
    assert (lost.status, lost.source_name, lost.recommendations) == ("failed", "=lost.pdf", 0)
    assert lost.error == "=lost.pdf: There is no such file."
    assert (read.error_code, lost.error_code) == (None, "input_missing")
    assert (lost.review, lost.committee, lost.draft, lost.coverage) == (None, None, None, None)


def test_an_input_has_its_own_facts_and_how_much_of_it_was_understood(results: Sequence[Result]) -> None:
    read, _ = to_tables(results).documents
    assert (read.review, read.committee, read.draft) == ("Réview of “parts”", "Health Scrutiny Committee", "yes")
    assert read.coverage == pytest.approx(0.667)


def test_a_recommendation_is_one_row(results: Sequence[Result]) -> None:
    row, bare = to_tables(results).recommendations
    assert row.owners == "Ada Fictitious; Kent County Council"
    assert row.owner_ids == "; gss:E10000016"
    assert row.positions == "Kent Police: reject"
    assert (row.earliest_deadline, row.latest_deadline) == (date(2023, 3, 31), date(2023, 5, 31))
    assert (row.page_first, row.page_last) == (2, 3)
    assert row.document_date == date(2022, 9, 1)
    assert (bare.owners, bare.owner_ids, bare.earliest_deadline, bare.page_first) == (None, None, None, None)


def test_a_date_knows_its_commitment_and_its_page(results: Sequence[Result]) -> None:
    inside, cell = to_tables(results).dates
    assert (inside.commitment_id, inside.page) == ("review-0a1b2c3d/1/c1", 3)
    assert (cell.commitment_id, cell.page) == (None, 2)


def test_without_marks_a_finding_is_on_the_first_page_of_its_row(report: Report) -> None:
    assert {row.page for row in to_tables([result_of(report)]).commitments} == {2}


def test_an_organisation_has_a_row_for_each_role(results: Sequence[Result]) -> None:
    rows = [(row.name, row.role, row.mentions, row.raw) for row in to_tables(results).organisations]
    assert rows == [
        ("Kent County Council", "owner", 1, "Council"),
        ("Kent County Council", "actor", 1, "We"),
        ("Kent Police", "mentioned", 2, "Kent Police"),
    ]


def test_the_rows_of_a_batch_are_those_of_its_results(results: Sequence[Result]) -> None:
    read, lost = (tables_of(result) for result in results)
    whole = to_tables(results)
    assert whole == Tables(
        read.documents + lost.documents, read.recommendations, read.commitments, read.dates, read.organisations
    )
    assert all(whole.rows_of(table.name) for table in TABLES)


def test_the_same_input_twice_is_one_document(results: Sequence[Result]) -> None:
    assert to_tables([*results, *results]) == to_tables(results)


@pytest.mark.parametrize("name", CONTRACT)
def test_frames_are_typed_even_without_rows(report: Report, name: str) -> None:
    assert (to_frames([report])[name].dtypes == to_frames([])[name].dtypes).all()


def test_a_frame_tells_what_is_unknown(report: Report) -> None:
    frame = to_frames([report])["recommendations"]
    assert frame["latest_deadline"].isna().tolist() == [False, True]
    assert frame["theme"].isna().tolist() == [False, True]
    assert frame["page_first"].fillna(0).tolist() == [2, 0]

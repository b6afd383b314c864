"""Rows that are no recommendation are struck out, and those that were missed are added."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as change_struct

from extract.correcting.applying import Corrected, corrected
from extract.errors import CorrectionsError
from extract.records import DocumentWarning, Recommendation
from extract.results import Result, Status
from extract.writing.tables import tables_of
from tests.correcting.asked import Row, a_file, add, asked, codes, corrections

Rows = tuple[Recommendation, ...]
MISSED: Row = {"number": "2a", "text": "That benches be set up along all walking routes", "missed": True}


def apply(result: Result, *files: Row) -> Corrected:
    return corrected(result, corrections(*files))


def after(result: Result, *wanted: Row) -> Rows:
    done = apply(result, a_file(*wanted))
    assert done.unfit == ()
    assert done.result.report
    return done.result.report.recommendations


def test_a_row_that_is_no_recommendation_is_left_out_and_told(result: Result, rows: Rows) -> None:
    done = apply(result, a_file({**asked(rows[1]), "struck": True}))
    report = done.result.report
    assert report
    assert report.recommendations == (rows[0], rows[2])
    (made,) = report.document.corrections
    assert (made.what, made.was, made.by) == ("row_struck", rows[1].text, "Ada")
    assert rows[1].id not in done.result.page_marks
    assert len(tables_of(done.result).recommendations) == 2


def test_a_row_that_was_struck_is_taken_back_by_a_later_file(result: Result, rows: Rows) -> None:
    struck, back = ({**asked(rows[1]), "struck": each} for each in (True, False))
    assert apply(result, a_file(struck), a_file(back)).result == result
    assert apply(result, a_file(back), a_file(struck)).result != result


def test_a_document_whose_rows_are_all_struck_answers_nothing(result: Result, rows: Rows) -> None:
    done = apply(result, a_file(*({**asked(row), "struck": True} for row in rows)))
    assert done.result.report
    assert (done.result.report.recommendations, done.result.status) == ((), Status.NO_RESPONSE)


def test_a_row_that_was_missed_stands_where_it_is_said(result: Result, rows: Rows) -> None:
    row = {
        **MISSED,
        "after": rows[1].text,
        "set": {"response": "We will set up ten by May 2026.", "outcome": "accept", "owners": [{"name": "Mayor"}]},
        "commitments": [add("We will set up ten by May 2026")],
    }
    found = after(result, row)
    assert [each.number for each in found] == ["1", "2", "2a", "3"]
    added = found[2]
    assert (added.id, added.outcome.value, added.outcome.basis) == (f"{rows[0].id[:-2]}/2a", "accept", "corrected")
    assert (added.owners[0].name, added.commitments[0].id) == ("Mayor", f"{added.id}/c1")
    assert added.corrections[0].what == "row_added"
    assert "outcome_not_stated" not in codes(added)
    assert found[:2] == rows[:2]


def test_rows_that_were_missed_keep_their_order_and_have_ids_of_their_own(result: Result, rows: Rows) -> None:
    more = {**MISSED, "number": "1", "text": "That a map of all benches be printed", "after": rows[1].text}
    found = after(result, {**MISSED, "after": rows[1].text}, more, {"text": "That it be so", "missed": True})
    assert [each.number for each in found] == ["1", "2", "2a", "1", "3", None]
    assert [each.id.partition("/")[2] for each in found] == ["1", "2", "2a", "1~2", "3", "added"]
    assert "number_twice" in codes(found[0])
    assert {"no_response", "outcome_not_stated", "number_missing"} <= set(codes(found[5]))


def test_a_row_that_was_missed_and_is_read_by_now_is_no_second_one(result: Result, rows: Rows) -> None:
    assert after(result, {**asked(rows[1], outcome="accept"), "missed": True})[1].outcome.value == "accept"
    assert len(after(result, {**asked(rows[1]), "missed": True})) == 3
    nearly = {**asked(rows[1]), "text": f"{rows[1].text}s", "missed": True}
    assert len(after(result, nearly)) == 4  # it is another one, though it is nearly the same


def test_what_is_said_of_a_row_that_was_missed_may_stand_in_several_files(result: Result) -> None:
    later = a_file({**MISSED, "missed": False, "checked": True, "set": {"theme": "Benches"}})
    done = apply(result, a_file(MISSED), later)
    assert done.unfit == ()
    assert done.result.report
    row = done.result.report.recommendations[-1]
    assert (row.theme, row.checked is not None) == ("Benches", True)
    gone = apply(result, a_file(MISSED), a_file({**MISSED, "struck": True}))
    assert gone.result == result


def test_a_document_without_rows_may_have_missed_ones(result: Result) -> None:
    assert result.report
    warning = DocumentWarning(code="no_response_found", message="None was found.")
    document = change_struct(result.report.document, warnings=(warning,))
    none = replace(
        result,
        status=Status.NO_RESPONSE,
        report=change_struct(result.report, document=document, recommendations=()),
    )
    done = apply(none, a_file(MISSED)).result
    assert done.report
    assert (done.status, done.report.document.warnings, len(done.report.recommendations)) == (Status.OK, (), 1)


def test_a_row_that_was_missed_has_words() -> None:
    with pytest.raises(CorrectionsError, match="rows\\[0\\]: a row that was missed has a text"):
        corrections(a_file({**MISSED, "text": " "}))

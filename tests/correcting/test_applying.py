"""What people put right is put right, all that depends on it follows, and what no longer fits is told."""

from dataclasses import replace

import msgspec
import pytest
from msgspec.structs import replace as change_struct

from extract.correcting.applying import Corrected, corrected
from extract.correcting.corrections import NONE
from extract.records import Basis, CorrectionKind, Field, Flag, Position, Recommendation
from extract.results import Result, Status
from tests.correcting.asked import SHA256, Row, a_file, add, asked, change, codes, corrections, strike

Rows = tuple[Recommendation, ...]
DOUBTS = ["contradicted", "outcome_unreadable", "recognised_poorly", "number_twice", "recommendation_reunited"]
BY = ("Ada", "2026-11-27T10:00:00Z")


def apply(result: Result, *files: Row) -> Corrected:
    return corrected(result, corrections(*files))


def after(result: Result, *wanted: Row) -> Rows:
    """The rows after all that is wanted, which must fit."""
    done = apply(result, a_file(*wanted))
    assert done.unfit == ()
    assert done.result.report
    return done.result.report.recommendations


def kinds(row: Recommendation) -> list[str]:
    return [str(made.what) for made in row.corrections]


def test_a_document_that_nobody_put_right_is_as_it_was(result: Result) -> None:
    assert corrected(result, NONE) == (result, ())
    assert apply(result, a_file(sha256="1" * 64)) == (result, ())


def test_a_row_that_is_checked_says_by_whom_and_nothing_else_changes(result: Result, rows: Rows) -> None:
    first, *others = after(result, {**asked(rows[0]), "checked": True})
    assert first.checked
    assert (first.checked.by, first.checked.at) == BY
    assert change_struct(first, checked=None) == rows[0]
    assert others == list(rows[1:])


def test_an_outcome_is_put_right_with_its_flags(result: Result, rows: Rows) -> None:
    bare = rows[1], asked(rows[1], strike("The forum meets twice a year"), strike("We will review its costs"))
    wanted = {**bare[1], "set": {"outcome": "accept", "detail": "in_principle"}}
    row = after(result, wanted)[1]
    assert (row.outcome.value, row.outcome.detail, row.outcome.basis) == ("accept", "in_principle", Basis.CORRECTED)
    assert (row.outcome.raw, row.outcome.confidence) == ("Reject", None)
    assert [reason.rule for reason in row.outcome.because] == ["corrected"]
    assert (codes(rows[1]), codes(row)) == (["commitment_without_date"], ["accepted_without_commitment"])
    assert [(made.what, made.was) for made in row.corrections] == [
        (CorrectionKind.OUTCOME, "reject"),
        (CorrectionKind.COMMITMENT_STRUCK, "The forum meets twice a year"),
        (CorrectionKind.COMMITMENT_STRUCK, "We will review its costs"),
    ]
    assert {(made.by, made.at) for made in row.corrections} == {BY}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"outcome": "accept"}, ("accept", "in_principle")),  # as it was: the detail goes with it
        ({"outcome": "reject"}, ("reject", None)),
        ({"outcome": "none"}, ("none", "not_stated")),
        ({"detail": None}, ("accept", None)),
        ({"detail": "conditional"}, ("accept", "conditional")),
    ],
)
def test_the_detail_goes_with_the_outcome(
    wanted: Row, expected: tuple[str, str | None], result: Result, rows: Rows
) -> None:
    row = after(result, asked(rows[2], **wanted))[2]
    assert (row.outcome.value, row.outcome.detail) == expected
    assert ("outcome_not_stated" in codes(row)) == (expected[1] == "not_stated")
    assert bool(row.corrections) == (expected != ("accept", "in_principle"))


def test_owners_are_put_right_and_those_that_stay_are_as_they_were_read(result: Result, rows: Rows) -> None:
    names = [{"name": "Head of Highways"}, {"name": "Kent Police", "id": "police:kent"}, {"name": "Ada Fictitious"}]
    row = after(result, asked(rows[2], owners=names))[2]
    assert [(owner.name, str(owner.kind), owner.id) for owner in row.owners] == [
        ("Head of Highways", "role", None),
        ("Kent Police", "organisation", "police:kent"),
        ("Ada Fictitious", "person", None),
    ]
    assert row.owners[0] == rows[2].owners[0]
    assert [made.was for made in row.corrections] == ["Head of Highways"]


def test_without_an_owner_it_is_flagged(result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], strike("We have begun a survey"), owners=[]))[0]
    assert codes(row) == ["no_owner"]


def test_a_commitment_is_changed(result: Result, rows: Rows) -> None:
    values = {
        "status": "considering",
        "name": "Walking plan",
        "actor": {"name": "Leeds Walkers", "id": "our:1"},
        "deadline": {"start": None, "end": "2026-01-31"},
        "condition": "if there is money",
    }
    made = after(result, asked(rows[0], change("We will publish a plan by 31 March 2025", **values)))[0].commitments[0]
    assert (made.status, made.name, made.condition, made.confidence) == (
        "considering",
        "Walking plan",
        "if there is money",
        None,
    )
    assert made.actor
    assert (made.actor.raw, made.actor.name, made.actor.id) == ("We", "Leeds Walkers", "our:1")
    assert made.deadline
    assert (made.deadline.text, made.deadline.start, made.deadline.end) == ("", None, "2026-01-31")
    assert made.correction
    assert (made.correction.what, made.correction.was) == ("commitment_changed", made.text)
    assert [reason.rule for reason in (*made.because, *made.actor.because, *made.deadline.because)] == ["corrected"] * 3


def test_what_is_not_given_stays_and_with_it_how_sure_it_is(result: Result, rows: Rows) -> None:
    read = rows[0].commitments[0]
    made = after(result, asked(rows[0], change(read.text, name="Plan", deadline=None)))[0].commitments[0]
    assert (made.name, made.deadline) == ("Plan", None)
    assert change_struct(made, name=read.name, deadline=read.deadline, correction=None) == read


def test_a_day_that_is_printed_has_its_words(result: Result, rows: Rows) -> None:
    days = {"start": "2025-03-31", "end": "2025-03-31"}
    row = after(result, asked(rows[0], change("We have begun a survey", deadline=days)))[0]
    assert row.commitments[1].deadline
    assert row.commitments[1].deadline.text == "31 March 2025"
    assert codes(row) == []


def test_what_is_wanted_and_is_so_already_is_no_correction(result: Result, rows: Rows) -> None:
    same = asked(rows[0], change("We have begun a survey", status="in_progress", deadline=None), outcome="accept")
    assert after(result, {**same, "set": {"text": rows[0].text, "outcome": "accept"}}) == rows


def test_a_commitment_is_added_under_the_next_free_id(result: Result, rows: Rows) -> None:
    wanted = asked(
        rows[0],
        strike("We have begun a survey"),
        add("Wardens walk\nthe routes", status="existing_practice", actor={"name": "Wardens"}),
    )
    row = after(result, wanted)[0]
    first, added = row.commitments
    assert first == rows[0].commitments[0]
    assert (added.id, added.text) == (f"{row.id}/c3", "Wardens walk the routes")
    assert row.response[added.start : added.end] == added.text
    assert (added.confidence, [reason.rule for reason in added.because]) == (None, ["corrected"])
    assert added.actor
    assert (added.actor.raw, added.actor.name) == ("Wardens", "Wardens")
    assert kinds(row) == ["commitment_struck", "commitment_added"]


def test_commitments_that_are_added_together_have_ids_of_their_own(result: Result, rows: Rows) -> None:
    first = asked(rows[0], strike("We have begun a survey"), add("Wardens walk"), add("the routes daily"))
    row = after(result, first, asked(rows[0], strike("Wardens walk"), add("routes")))[0]
    assert [(made.id.rpartition("/")[2], made.text) for made in row.commitments[1:]] == [
        ("c4", "the routes daily"),
        ("c5", "routes"),
    ]


def _flagged(result: Result, *found: Flag) -> Result:
    """The result with flags at the first row that only the document tells of."""
    assert result.report
    first, *others = result.report.recommendations
    row = change_struct(first, flags=(*found, *first.flags))
    return replace(result, report=change_struct(result.report, recommendations=(row, *others)))


def test_flags_that_doubt_what_is_put_right_go_and_the_others_stay(result: Result, rows: Rows) -> None:
    told = (Flag(code=code, message=code, passages=()) for code in DOUBTS)
    flagged = _flagged(result, *told)
    read = flagged.report.recommendations[0] if flagged.report else rows[0]
    assert codes(after(flagged, {**asked(read), "checked": True})[0]) == codes(read)
    undated = "commitment_without_date"
    assert set(codes(after(flagged, asked(read, outcome="amend"))[0])) == {*DOUBTS[2:], undated}
    assert set(codes(after(flagged, asked(read, text="That it be so"))[0])) == {*DOUBTS[:-1], undated}


def test_a_flag_that_stays_tells_of_the_passages_that_it_is_of_now(result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], change(rows[0].commitments[0].text, deadline=None)))[0]
    (read,), (flag,) = rows[0].flags, row.flags
    assert [passage.text for passage in read.passages] == ["We have begun a survey"]
    assert [passage.text for passage in flag.passages] == [made.text for made in row.commitments]


def test_a_position_that_is_the_outcome_now_is_none(result: Result, rows: Rows) -> None:
    words = {"organisation": "Kent Police", "detail": None, "field": Field.RESPONSE, "start": 0, "end": 2, "text": "We"}
    no, some = (msgspec.convert({**words, "value": value}, Position) for value in ("reject", "amend"))
    assert result.report
    read = change_struct(rows[0], positions=(no, some))
    told = replace(result, report=change_struct(result.report, recommendations=(read, *rows[1:])))
    row = after(told, asked(read, outcome="reject"))[0]
    assert row.positions == (some,)
    assert [flag.message for flag in row.flags if flag.code == "position_differs"] == [
        "Kent Police does not share the outcome (reject): “We”."
    ]


def test_a_row_that_is_answered_elsewhere_is_not_flagged_for_promising_nothing(result: Result, rows: Rows) -> None:
    there = _flagged(result, Flag(code="answered_elsewhere", message="There.", passages=()))
    struck = asked(rows[0], *(strike(made.text) for made in rows[0].commitments))
    assert codes(after(there, struck)[0]) == ["answered_elsewhere"]
    assert codes(after(result, struck)[0]) == ["accepted_without_commitment"]


def test_a_commitment_added_where_one_stands_changes_that(result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], add("We have begun a survey", status="completed")))[0]
    assert [str(made.status) for made in row.commitments] == ["planned", "completed"]
    assert kinds(row) == ["commitment_changed"]


def test_of_commitments_with_the_same_words_each_correction_takes_the_next(result: Result, rows: Rows) -> None:
    words = "We will write to all parishes"
    row = after(result, asked(rows[2], strike(words)))[2]
    assert row.commitments == rows[2].commitments[1:]
    row = after(result, asked(rows[2], strike(words), change(words, status="ongoing")))[2]
    assert [(made.id, str(made.status)) for made in row.commitments] == [(rows[2].commitments[1].id, "ongoing")]


def test_a_text_is_put_right_and_what_stands_in_it_moves(result: Result, rows: Rows) -> None:
    text = f"Firstly, {rows[0].text.replace('walking and cycling', 'cycling')}"
    done = apply(result, a_file(asked(rows[0], text=text)))
    assert done.result.report
    row = done.result.report.recommendations[0]
    assert (row.text, row.confidence, row.confidence_reasons) == (text, None, ())
    (year,) = [date for date in row.dates if date.field is Field.TEXT]
    assert text[year.start : year.end] == year.text == "this year"
    assert [(made.what, made.was) for made in row.corrections] == [("text", rows[0].text)]


def test_what_a_text_no_longer_holds_is_gone_and_a_text_that_breaks_off_is_flagged(result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], text="That a plan be published and"))[0]
    assert [date.text for date in row.dates if date.field is Field.TEXT] == []
    assert "recommendation_breaks_off" in codes(row)


def test_what_is_wanted_back_is_as_it_was_read(result: Result, rows: Rows) -> None:
    words = "We have begun a survey"
    away = asked(rows[0], strike(words), text="That a plan be published", outcome="reject", owners=[])
    back = {**asked(rows[0], change(words, status="in_progress"), outcome="accept"), "text": "That a plan be published"}
    back["set"] |= {"text": rows[0].text, "owners": [{"name": rows[0].owners[0].name, "id": rows[0].owners[0].id}]}
    (row, *_) = after(result, away, back)
    assert row == rows[0]


def test_a_text_that_another_row_has_too_is_flagged_at_both(result: Result, rows: Rows) -> None:
    one, _, other = after(result, asked(rows[0], text=rows[2].text))
    assert "recommendation_twice" in codes(one)
    assert "recommendation_twice" in codes(other)
    assert other.checked is None


def test_marks_of_pages_move_with_the_text(result: Result, rows: Rows) -> None:
    done = apply(result, a_file(asked(rows[0], text=f"Now: {rows[0].text}"))).result
    read, moved = (each.page_marks[rows[0].id] for each in (result, done))
    assert [mark.start for mark in moved if mark.field is not Field.TEXT] == [
        mark.start for mark in read if mark.field is not Field.TEXT
    ]
    assert all(0 <= mark.start <= len(rows[0].text) + 5 for mark in moved)


def test_rows_are_found_whatever_their_order_and_their_numbers(result: Result, rows: Rows) -> None:
    assert result.report
    turned = tuple(change_struct(row, number=str(9 - at)) for at, row in enumerate(reversed(rows)))
    other = replace(result, report=change_struct(result.report, recommendations=turned))
    wanted = [asked(rows[0], outcome="reject"), asked(rows[1], outcome="accept"), {**asked(rows[2]), "checked": True}]
    third, second, first = after(other, *wanted)
    assert (first.outcome.value, second.outcome.value, third.checked is not None) == ("reject", "accept", True)
    assert [row.number for row in (first, second, third)] == ["7", "8", "9"]


def test_of_two_files_that_disagree_the_later_holds(result: Result, rows: Rows) -> None:
    words = "We have begun a survey"
    first = a_file(asked(rows[0], strike(words), outcome="reject", owners=[{"name": "Mayor"}]))
    second = a_file(asked(rows[0], change(words, status="completed"), outcome="none", detail="noted"), by="Bea")
    done = apply(result, first, second)
    assert done.unfit == ()
    assert done.result.report
    row = done.result.report.recommendations[0]
    assert (row.outcome.value, row.outcome.detail) == ("none", "noted")
    assert [str(made.status) for made in row.commitments] == ["planned", "completed"]
    assert {(str(made.what), made.was, made.by) for made in row.corrections} == {
        ("outcome", "accept", "Bea"),
        ("owners", "Leeds City Council", "Ada"),
        ("commitment_changed", words, "Bea"),
    }


def test_the_same_corrections_twice_and_those_of_a_corrected_row_do_no_more(result: Result, rows: Rows) -> None:
    wanted = asked(rows[2], add("parishes. We"), strike("We will write to all parishes"), text="That lamps be mended")
    once = apply(result, a_file(wanted))
    assert once.result.report
    row = once.result.report.recommendations[2]
    assert apply(result, a_file(wanted), a_file(wanted, by="Bea"), a_file(wanted)) == once
    later = a_file({**asked(row, add("parishes. We")), "number": None})
    assert apply(result, a_file(wanted), later) == once


def test_an_addition_can_be_changed_and_struck_later(result: Result, rows: Rows) -> None:
    first = a_file(asked(rows[0], add("Wardens walk the routes daily")))
    changed = apply(result, first, a_file(asked(rows[0], change("Wardens walk the routes daily", status="ongoing"))))
    assert changed.result.report
    made = changed.result.report.recommendations[0].commitments[-1]
    assert (made.status, made.correction and made.correction.what) == ("ongoing", "commitment_added")
    struck = apply(result, first, a_file(asked(rows[0], strike("Wardens walk the routes daily"))))
    assert (struck.result, struck.unfit) == (result, ())


UNFIT = [
    ({"text": "That buses run on Sundays"}, "no row has this text"),
    ({"commitments": [strike("We will swim in the sea")]}, "strike “We will swim in the sea”: no commitment has these"),
    ({"commitments": [add("we swim")]}, "add “we swim”: these words do not stand in its response"),
    ({"commitments": [{**add("by May"), "field": "timescale"}]}, "these words do not stand in its timescale"),
    ({"set": {"detail": "in_part"}}, "the detail “in_part” does not go with its outcome, which is “accept”"),
]


@pytest.mark.parametrize(("part", "what"), UNFIT)
def test_what_no_longer_fits_is_told_and_costs_nothing_else(part: Row, what: str, result: Result, rows: Rows) -> None:
    wanted = {**asked(rows[0]), "commitments": [], **part}
    done = apply(result, a_file(wanted, asked(rows[1], outcome="accept")))
    (unfit,) = done.unfit
    assert str(unfit).startswith("0.json: response.txt, row 1: ")
    assert what in unfit.what
    assert done.result.report
    assert [row.outcome.value for row in done.result.report.recommendations] == ["accept", "accept", "accept"]


def test_a_row_without_a_number_is_told_by_its_words(result: Result) -> None:
    lost = {"text": "That " + "nothing be done about it at all and " * 4}
    (unfit,) = apply(result, a_file(lost)).unfit
    assert unfit.row == "row “That nothing be done about it at all and nothing be done …”"


def test_corrections_of_a_document_that_was_not_read_are_told(rows: Rows) -> None:
    failed = Result(name="response.txt", sha256=SHA256, media_type=None, status=Status.FAILED, error="Lost.")
    done = apply(failed, a_file(asked(rows[0]), asked(rows[1])))
    assert [str(unfit) for unfit in done.unfit] == ["0.json: response.txt: it was not read."]
    assert done.result == failed

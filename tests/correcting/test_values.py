"""Each value of a row that a person can put right, beyond its text, its outcome and its commitments' own values."""

import pytest

from extract.correcting.applying import Corrected, corrected
from extract.records import Field, OwnerCapacity, OwnerKind, Recommendation
from extract.results import Result
from tests.correcting.asked import Row, a_file, add, asked, change, codes, corrections, strike

Rows = tuple[Recommendation, ...]
POSITION = {"organisation": "Kent Police", "value": "reject", "quote": "We have begun", "field": "response"}


def apply(result: Result, *wanted: Row) -> Corrected:
    return corrected(result, corrections(a_file(*wanted)))


def after(result: Result, *wanted: Row) -> Rows:
    """The rows after all that is wanted, which must fit."""
    done = apply(result, *wanted)
    assert done.unfit == ()
    assert done.result.report
    return done.result.report.recommendations


def test_a_response_is_put_right_and_what_stands_in_it_moves_or_goes(result: Result, rows: Rows) -> None:
    response = "Thank you. Wardens walk the routes daily. We will publish a plan by 31 March 2025."
    row = after(result, asked(rows[0], response=response))[0]
    assert (row.response, row.confidence) == (response, None)
    assert [made.text for made in row.commitments] == [
        "We will publish a plan by 31 March 2025",
        *(made.text for made in rows[0].commitments if made.text in "Wardens walk the routes daily"),
    ]
    assert [response[each.start : each.end] for each in row.commitments] == [each.text for each in row.commitments]
    assert [(made.what, made.was) for made in row.corrections] == [("response", rows[0].response)]


def test_a_response_that_was_not_read_is_given_and_a_promise_marked_in_it(result: Result, rows: Rows) -> None:
    bare = asked(rows[1], response="")
    filled = asked(rows[1], add("We will meet monthly"), response=" We will meet monthly. ")
    assert "no_response" in codes(after(result, bare)[1])
    row = after(result, bare, filled)[1]
    assert (row.response, [made.text for made in row.commitments]) == (
        "We will meet monthly.",
        ["We will meet monthly"],
    )
    assert "no_response" not in codes(row)


def test_marks_of_pages_move_with_the_response(result: Result, rows: Rows) -> None:
    done = apply(result, asked(rows[0], response=f"Now: {rows[0].response}")).result
    read, moved = (each.page_marks[rows[0].id] for each in (result, done))
    assert [(mark.field, mark.start + 5 * (mark.field is Field.RESPONSE)) for mark in read] == [
        (mark.field, mark.start) for mark in moved
    ]


@pytest.mark.parametrize("field", ["timescale", "progress", "theme", "number"])
def test_short_values_are_given_changed_and_taken_away(field: str, result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], **{field: " March 2027 "}))[0]
    assert getattr(row, field) == "March 2027"
    assert [(made.what, made.was) for made in row.corrections] == [(field, getattr(rows[0], field))]
    assert row.id == rows[0].id
    assert getattr(after(result, asked(rows[0], **{field: "x"}), asked(rows[0], **{field: None}))[0], field) is None


def test_a_number_that_stands_twice_is_flagged_and_one_put_right_is_not(result: Result, rows: Rows) -> None:
    twice = after(result, asked(rows[0], number="2"))
    assert ["number_twice" in codes(row) for row in twice] == [True, True, False]
    done = apply(result, asked(rows[0], number="2")).result
    again = after(done, asked(rows[0], number="1"))
    assert ["number_twice" in codes(row) for row in again] == [False, False, False]
    assert "number_missing" in codes(after(result, asked(rows[0], number=None))[0])


def test_bodies_that_answer_otherwise_are_given_and_taken_away(result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], positions=[{**POSITION, "detail": None}]))[0]
    (position,) = row.positions
    assert (position.organisation, position.value, position.text) == ("Kent Police", "reject", "We have begun")
    assert row.response[position.start : position.end] == "We have begun"
    assert "position_differs" in codes(row)
    assert [(made.what, made.was) for made in row.corrections] == [("positions", None)]
    back = after(result, asked(rows[0], positions=[POSITION]), asked(rows[0], positions=[]))[0]
    assert back == rows[0]


def test_a_position_that_is_the_outcome_or_quotes_what_is_not_there_is_none(result: Result, rows: Rows) -> None:
    assert after(result, asked(rows[0], positions=[{**POSITION, "value": "accept"}])) == rows
    done = apply(result, asked(rows[0], positions=[{**POSITION, "quote": "we decline"}, POSITION]))
    assert done.result.report
    assert len(done.result.report.recommendations[0].positions) == 1
    assert [str(unfit) for unfit in done.unfit] == [
        "0.json: response.txt, row 1: position of Kent Police “we decline”: these words do not stand in its response."
    ]


def test_the_sort_and_the_part_of_an_owner_and_whether_it_is_sure(result: Result, rows: Rows) -> None:
    doubtful = {"name": "Leeds City Council", "id": rows[0].owners[0].id, "uncertain": True, "capacity": "lead"}
    row = after(result, asked(rows[0], owners=[doubtful, {"name": "Walking Forum", "kind": "group"}]))[0]
    assert [(owner.uncertain, owner.capacity, owner.kind) for owner in row.owners] == [
        (True, OwnerCapacity.LEAD, OwnerKind.ORGANISATION),
        (False, None, OwnerKind.GROUP),
    ]
    assert "owner_uncertain" in codes(row)
    assert row.owners[0].raw == rows[0].owners[0].raw
    turned = after(result, asked(rows[0], owners=[{"name": "B"}, {"name": "A"}]))[0]
    assert [owner.name for owner in turned.owners] == ["B", "A"]


def test_amounts_are_given_in_their_words(result: Result, rows: Rows) -> None:
    words = "We will publish a plan by 31 March 2025"
    made = after(result, asked(rows[0], change(words, targets=["a plan", "daily"])))[0].commitments[0]
    assert [(each.text, rows[0].response[each.start : each.end]) for each in made.targets] == [
        ("a plan", "a plan"),
        ("daily", "daily"),
    ]
    done = apply(result, asked(rows[0], change(words, targets=["ten plans"])))
    assert [unfit.what for unfit in done.unfit] == [f"change “{words}”: “ten plans” does not stand in its response"]


TWICE = "We will write to all parishes"


def test_of_commitments_with_the_same_words_any_can_be_meant(result: Result, rows: Rows) -> None:
    second = {**strike(TWICE), "nth": 2}
    assert after(result, asked(rows[2], second))[2].commitments == rows[2].commitments[:1]
    row = after(result, asked(rows[2], {**change(TWICE, status="ongoing"), "nth": 2}))[2]
    assert [str(made.status) for made in row.commitments] == ["planned", "ongoing"]
    third = after(result, asked(rows[2], {**strike(TWICE), "nth": 3}))[2]  # one less was read by now
    assert third.commitments == rows[2].commitments[:1]


def test_of_words_that_stand_twice_any_can_be_marked(result: Result, rows: Rows) -> None:
    wanted = {**add("all parishes"), "nth": 2}
    made = after(result, asked(rows[2], wanted), asked(rows[2], wanted))[2].commitments
    assert [each.start for each in made[2:]] == [rows[2].response.rindex("all parishes")]


def test_a_promise_that_was_marked_and_is_read_by_now_keeps_what_was_read_of_it(result: Result, rows: Rows) -> None:
    row = after(result, asked(rows[0], add("We will publish a plan by 31 March 2025", status="ongoing")))[0]
    read, made = rows[0].commitments[0], row.commitments[0]
    assert read.deadline
    assert (made.status, made.deadline, made.actor) == ("ongoing", read.deadline, read.actor)

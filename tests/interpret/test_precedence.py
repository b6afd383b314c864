"""Whose answer a row goes by, where several bodies answer it one below the other or in rows of their own."""

import pytest

from extract.findings import Body
from extract.flow import read_result
from extract.interpret.precedence import take_turns
from extract.interpret.voices import Voice
from extract.records import Recommendation, Report

COUNCIL, TRUST = "Sandmere Borough Council", "East Marsh and Sandmere Hospitals NHS Foundation Trust"
HEAD = "Sandmere Borough Council\n\nAnswers to the Health Scrutiny Panel's report on Falls, 4 June 2025\n\n"
ASKED = (
    "That the Council fit rails in all sheltered homes by March 2026.",
    "That the Trust open a falls clinic on Saturdays.",
    "That all bodies sign a falls charter.",
)
SAID = (
    ("Agreed. We will fit rails by December 2025.", "We support this. Our therapists will advise on each home."),
    ("We are pleased to support this. We will provide transport.", "Not agreed. We cannot staff a clinic."),
    ("Agreed in part. We will sign it in July 2025.", "Agreed. The Trust will sign it in July 2025."),
)


def report(text: str, name: str) -> Report:
    found = read_result(text.encode(), name).report
    assert found is not None
    return found


def told(row: Recommendation) -> tuple[str, dict[str, str]]:
    others = {one.organisation: str(one.detail or one.value) for one in row.positions}
    assert all(row.response[one.start : one.end] == one.text for one in row.positions)
    return str(row.outcome.detail or row.outcome.value), others


def actors(row: Recommendation) -> list[str | None]:
    return [one.actor.name if one.actor else None for one in row.commitments]


@pytest.mark.parametrize(
    "title", ["Reply of {}", "Response from the {}", "Comments provided by {}:", "The {}’s answer"]
)
def test_a_title_with_a_long_name_says_who_speaks_and_the_body_that_is_asked_decides(title: str) -> None:
    titles = [title.format(name) for name in (COUNCIL, TRUST)]
    parts = [
        f"Recommendation {at}\n\n{asked}\n\n{titles[0]}\n\n{council}\n\n{titles[1]}\n\n{trust}"
        for at, (asked, (council, trust)) in enumerate(zip(ASKED, SAID, strict=True), 1)
    ]
    rows = report(HEAD + "\n\n".join(parts), "titled.txt").recommendations
    assert [row.text for row in rows] == [*ASKED]
    assert rows[0].response == f"{titles[0]}\n\n{SAID[0][0]}\n\n{titles[1]}\n\n{SAID[0][1]}"
    assert [told(row) for row in rows] == [
        ("accept", {}),
        ("reject", {COUNCIL: "accept"}),
        ("in_part", {TRUST: "accept"}),
    ]
    assert actors(rows[2]) == [COUNCIL, TRUST]


def test_the_title_of_a_post_or_of_a_part_of_the_council_is_none_of_a_body() -> None:
    own = "Comments of the Director\n\nI will do so."
    parts = [
        f"Recommendation {at}\n\n{asked}\n\nResponse of the Cabinet\n\n{council}\n\n{own}"
        for at, (asked, (council, _)) in enumerate(zip(ASKED, SAID, strict=True), 1)
    ]
    rows = report(HEAD + "\n\n".join(parts), "posts.txt").recommendations
    assert rows[0].response == f"{SAID[0][0]}\n\nI will do so."


TABLE = """<html><body><h1>Damp in rented homes: answers to the Housing Scrutiny Panel</h1><p>9 June 2025</p>
<p>In this paper “the Council” means Ferrow Borough Council and “BHA” means Brackenhall Housing Association.</p>
<table><tr><th>Recommendation</th><th>{title}</th><th>Answer</th></tr>
<tr><td rowspan=3>1 Every home with damp should be surveyed.</td><td>Council</td><td>Agreed. We will do it.</td></tr>
<tr><td>Council</td><td>We will publish the figures.</td></tr>
<tr><td>BHA</td><td>Agreed in part. We will survey within twenty days.</td></tr>
<tr><td rowspan=2>2 Tenants should be given a leaflet.</td><td>BHA</td><td>Not agreed. We will not print one.</td></tr>
<tr><td>Council</td><td>Agreed. We will print 4,000 copies.</td></tr>
<tr><td rowspan=2>3 A register should be kept.</td><td>Council</td><td>Agreed. We will open one.</td></tr>
<tr><td>BHA</td><td>Agreed. We will send our figures.</td></tr></table></body></html>"""


@pytest.mark.parametrize("title", ["Who answers", "Answered by", "Organisation", "Who is responding?"])
def test_a_body_may_answer_in_several_rows_and_the_first_printed_decides_where_the_order_changes(title: str) -> None:
    council, association = "Ferrow Borough Council", "Brackenhall Housing Association"
    found = report(TABLE.format(title=title), "rows.html")
    assert found.document.authority is not None
    assert found.document.authority.name == council
    first, second, third = found.recommendations
    assert [row.number for row in found.recommendations] == ["1", "2", "3"]
    assert (first.text, third.text) == ("Every home with damp should be surveyed.", "A register should be kept.")
    assert told(first) == ("accept", {association: "in_part"})
    assert told(second) == ("reject", {council: "accept"})
    assert told(third) == ("accept", {})
    assert [owner.name for owner in second.owners] == [association, council]
    assert actors(first) == [council, council, association]


@pytest.mark.parametrize(
    ("orders", "turns"),
    [
        (["ab", "ab", "ab", "ba"], False),
        (["ab", "ba", "ab", "ba"], True),
        (["ab", "ab", "a"], False),
        ([], False),
    ],
)
def test_the_order_tells_unless_one_body_is_nearly_always_first(orders: list[str], turns: bool) -> None:  # noqa: FBT001 - a parameter
    rows = [[Voice(Body(name, None, None), ()) for name in order] for order in orders]
    assert take_turns(rows) is turns

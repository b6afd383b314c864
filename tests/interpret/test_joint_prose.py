"""Bodies that answer in paragraphs which their names open: who leads, who does not share the outcome, who does what."""

import re

import pytest

from extract.document import Document, Line, Source
from extract.interpret import interpret
from extract.interpret.heading import Given
from extract.interpret.recommendation import Knowledge
from extract.language import load_language
from extract.layouts import explain
from extract.records import Recommendation, Report
from extract.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
KNOWLEDGE = Knowledge(VOCABULARY, load_language())


def read(text: str) -> Report:
    """The report of a document of marked paragraphs: ``! `` is bold."""
    printed = [part.strip() for part in text.strip().split("\n\n")]
    lines = tuple(Line(part.removeprefix("! "), gap=True, bold=part.startswith("! "), size=11.0) for part in printed)
    document = Document(Source("joint.docx", "0" * 64, "application/docx"), "docx", lines)
    return interpret(document, explain(document, VOCABULARY.headings), Given(), KNOWLEDGE).report


def leads(report: Report) -> str | None:
    return report.document.authority.name if report.document.authority else None


def positions(made: Recommendation) -> dict[str, str]:
    assert all(made.response[one.start : one.end] == one.text for one in made.positions)
    assert len({one.organisation for one in made.positions}) == len(made.positions)
    return {one.organisation: one.detail or one.value for one in made.positions}


def actors(made: Recommendation) -> dict[str, str | None]:
    return {one.text: one.actor.name if one.actor else None for one in made.commitments}


SHELTER = """
! Joint response on rough sleeping

! Borchester City Council, Lark Homes and Lancashire Constabulary

4 March 2026

! Recommendation 1

The night shelter should open all year.

Borchester City Council: Accepted. We will pay the rent from May 2026.

Lark Homes: Not accepted. We have no staff in summer.

Lancashire Constabulary: Accepted in part. We will call on Tuesdays.

! Recommendation 2

Dogs should be let in.

Borchester City Council: Accepted. The Council will buy beds.

Lark Homes: Accepted. We will not take more than three dogs.

Lancashire Constabulary: It would not be right for us to comment on dogs.

! Recommendation 3

The three bodies should meet each month.

All three partners: Accepted. Lark Homes will keep the minutes.
"""


def test_the_council_leads_and_others_that_differ_have_positions() -> None:
    report = read(SHELTER)
    first, _, _ = report.recommendations
    assert leads(report) == "Borchester City Council"
    assert (first.outcome.value, first.outcome.raw) == ("accept", "Accepted")
    assert positions(first) == {"Lark Homes": "reject", "Lancashire Constabulary": "in_part"}
    assert first.text == "The night shelter should open all year."
    assert first.response.startswith("Borchester City Council: Accepted.")


def test_we_is_the_body_whose_name_opens_the_paragraph() -> None:
    first, second, third = read(SHELTER).recommendations
    assert actors(first)["We will pay the rent from May 2026"] == "Borchester City Council"
    assert actors(first)["We will call on Tuesdays"] == "Lancashire Constabulary"
    assert actors(second)["The Council will buy beds"] == "Borchester City Council"
    assert actors(third)["Lark Homes will keep the minutes"] == "Lark Homes"


def test_who_has_accepted_and_refuses_a_detail_has_no_other_position() -> None:
    _, second, third = read(SHELTER).recommendations
    assert actors(second)["We will not take more than three dogs"] == "Lark Homes"
    assert second.positions == ()
    assert (third.outcome.value, third.positions) == ("accept", ())


def test_names_above_the_answers_do_as_well() -> None:
    first, second = read("""
! Bus partnership: answers to the Transport Panel

! Norfolk County Council

2 May 2025

1. That the bus station be staffed until midnight.

! Norfolk County Council

We agree. Wardens will be there from September 2025.

They will hold the keys.

! Brightline Buses

We do not agree to this. Drivers have keys.

2. That fares be shown at every stand.

! Norfolk County Council

We agree in principle.

! Brightline Buses

We agree. We will print sheets by June 2025.
""").recommendations
    assert (first.outcome.value, positions(first)) == ("accept", {"Brightline Buses": "reject"})
    assert (second.outcome.detail, second.positions) == ("in_principle", ())
    assert actors(second)["We will print sheets by June 2025"] == "Brightline Buses"


def test_titles_may_say_from_whom_an_answer_is() -> None:
    report = read("""
! Water safety: reply of the partners

5 June 2025

! Recommendation 1

That lifebelts be checked weekly.

Response from Marsh District Council: Agreed. Rangers will check them from July 2025.

Response from Reedwater Sailing (the club): Not agreed. We have no volunteers in winter.

! Recommendation 2

That the weir be fenced.

Response from Marsh District Council: Not agreed. The weir belongs to the mill.

Response from Reedwater Sailing (the club): Agreed. We will raise half of the money.
""")
    first, second = report.recommendations
    assert leads(report) == "Marsh District Council"
    assert [positions(first), positions(second)] == [{"Reedwater Sailing": "reject"}, {"Reedwater Sailing": "accept"}]
    assert actors(second)["We will raise half of the money"] == "Reedwater Sailing"


_TOLD = """
! Felpersham City Council and Lark Homes

4 March 2026

! Recommendation 1

The shelter should open all year.

Felpersham City Council{0}Accepted{1}We will pay the rent from May 2026.

Lark Homes{0}Not accepted{1}We have no staff in summer.

! Recommendation 2

Dogs should be let in.

Felpersham City Council{0}Accepted in part{1}We will allow small dogs.

Lark Homes{0}Accepted{1}We will buy bowls.
"""


@pytest.mark.parametrize(
    "text",
    [
        _TOLD.format(": ", ". "),
        _TOLD.format(" – ", ". "),
        _TOLD.format(" (", "): "),
        _TOLD.format("’s answer: ", ". "),
        _TOLD.format(":\n\n", ". "),
        re.sub(r"\n\n(Felpersham City Council|Lark Homes)\{0\}", r"\n\nResponse (\1){0}", _TOLD).format(": ", ". "),
    ],
    ids=["colon", "dash", "decision in brackets", "possessive", "line of its own", "response in front"],
)
def test_names_are_told_in_many_ways(text: str) -> None:
    report = read(text)
    first, second = report.recommendations
    assert leads(report) == "Felpersham City Council"
    assert [(one.outcome.value, one.outcome.raw) for one in (first, second)] == [
        ("accept", "Accepted"),
        ("amend", "Accepted in part"),
    ]
    assert [positions(first), positions(second)] == [{"Lark Homes": "reject"}, {"Lark Homes": "accept"}]
    assert actors(second)["We will buy bowls"] == "Lark Homes"


def test_posts_and_teams_that_answer_are_no_bodies() -> None:
    (made, _) = read("""
! Response of Norfolk County Council

2 May 2025

! Recommendation 1

That a rota be published.

Director of Housing: Agreed. We will publish it in June 2025.

Highways Team: Not agreed. We have no rota.

! Recommendation 2

That keys be cut.

Director of Housing: Agreed. We have cut six.

Highways Team: Agreed.
""").recommendations
    assert made.positions == ()
    assert actors(made)["We will publish it in June 2025"] == "Norfolk County Council"

"""Rows that several bodies answer: whose words are whose, whose decision is the row's, who does not share it."""

import pytest

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.interpret import interpret
from extract.interpret.broken import broken_lines
from extract.interpret.heading import Given
from extract.interpret.recommendation import Knowledge
from extract.language import load_language
from extract.layouts import explain
from extract.records import Recommendation
from extract.text import join_lines
from extract.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
KNOWLEDGE = Knowledge(VOCABULARY, load_language())
HEAD = (
    Line("Joint response to the review of street drinking", bold=True),
    Line("Norfolk County Council, NHS Norfolk and Waveney Integrated Care Board and Norfolk Constabulary"),
    Line("Response of Norfolk County Council, 4 March 2025"),
)
ICB, POLICE = "NHS Norfolk and Waveney Integrated Care Board", "Norfolk Constabulary"
CENTRE, ROTA = "That a wet centre be opened.", "That a rota of outreach workers be published."


def row(*cells: str | tuple[str, int, int]) -> Row:
    """A row of cells side by side: words, or words with the columns and rows that they cover."""
    made, column = list[Cell](), 0
    for cell in cells:
        text, wide, high = (cell, 1, 1) if isinstance(cell, str) else cell
        if text != "^":  # a cell above reaches down to here
            lines = tuple(Line(line) for line in text.split("\n") if line)
            made.append(Cell(lines, column, wide, high))
        column += wide
    return Row(tuple(made))


def read(*rows: Row) -> tuple[Recommendation, ...]:
    columns = max(cell.column + cell.column_span for one in rows for cell in one.cells)
    blocks = (*HEAD, Table(rows, columns))
    document = Document(Source("joint.docx", "0" * 64, "application/docx"), "docx", blocks)
    explanation = explain(document, VOCABULARY.headings)
    return interpret(document, explanation, Given(), KNOWLEDGE).report.recommendations


def positions(made: Recommendation) -> dict[str, str]:
    assert all(made.response[one.start : one.end] == one.text for one in made.positions)
    return {one.organisation: one.detail or one.value for one in made.positions}


def actors(made: Recommendation) -> dict[str, str | None]:
    return {one.text: one.actor.name if one.actor else None for one in made.commitments}


def test_columns_under_a_merged_title_are_the_answers_of_the_bodies_that_they_name() -> None:
    first, second = read(
        row(("No", 1, 2), ("Recommendation", 1, 2), ("Answers of the three bodies", 3, 1), ("By when", 1, 2)),
        row("^", "^", "County Council", "Integrated Care Board", "Norfolk Constabulary", "^"),
        row(
            "1",
            CENTRE,
            "Not agreed. We have no site to offer within a mile of the market.",
            "Agreed. We will pay for a nurse who works on three days of each week.",
            "Noted.",
            "May 2025",
        ),
        row("2", ROTA, ("Agreed by all. The rota will be published in April 2025.", 3, 1), "April 2025"),
    )
    assert (first.outcome.value, first.outcome.raw) == ("reject", "Not agreed")
    council, nurse, police = first.response.split("\n\n")
    assert (council[:10], nurse[:6], police) == ("Not agreed", "Agreed", "Noted.")
    assert positions(first) == {ICB: "accept"}
    assert actors(first)["We will pay for a nurse who works on three days of each week"] == ICB
    assert (second.outcome.value, second.positions) == ("accept", ())
    assert [cell.heading for cell in second.cells if cell.text.startswith("Agreed")] == ["Answers of the three bodies"]


def test_a_merged_title_over_the_parts_of_one_answer_names_no_bodies() -> None:
    (made,) = read(
        row(("Recommendation", 1, 2), ("Response of Cabinet", 4, 1)),
        row("^", "Decision", "Date agreed", "Action", "Lead"),
        row(CENTRE, "Agreed", "14/03/2024", "A site will be found by May 2025.", "Head of Estates"),
    )
    assert (made.response, made.outcome.raw) == ("A site will be found by May 2025.", "Agreed")


def test_decisions_and_comments_under_the_names_of_bodies_are_theirs() -> None:
    (made,) = read(
        row(("Recommendation", 1, 2), ("Council", 2, 1), ("Norfolk Constabulary", 2, 1)),
        row("^", "Decision", "Comment", "Decision", "Comment"),
        row(CENTRE, "Agree", "We are looking for a site near the market.", "No", "We will tell the panel why in June."),
    )
    assert (made.outcome.value, positions(made)) == ("accept", {POLICE: "reject"})
    assert actors(made)["We will tell the panel why in June"] == POLICE
    assert "Norfolk Constabulary – Decision" in [cell.heading for cell in made.cells]


def test_rows_that_name_a_body_each_are_its_answer_to_the_recommendation_above() -> None:
    first, second = read(
        row("Recommendation", "Responding body", "Decision", "Comments"),
        row((CENTRE, 1, 2), "Council", "Agreed", "We will find the money."),
        row("^", "ICB", "Agreed in part", "We will pay for a nurse."),
        row((ROTA, 1, 2), "Council", "Agreed", "We will print it."),
        row("^", "ICB", "Agreed", "Guidance was issued on 3 March 2025."),
    )
    assert (first.outcome.value, positions(first)) == ("accept", {ICB: "in_part"})
    assert actors(first)["We will pay for a nurse"] == ICB
    assert [owner.name for owner in first.owners] == ["Norfolk County Council", ICB]
    assert actors(second)["Guidance was issued on 3 March 2025"] == ICB


def test_rows_of_actions_with_who_leads_on_each_are_no_answers_of_several_bodies() -> None:
    (made,) = read(
        row("Recommendation", "Decision", "Action", "Lead"),
        row((CENTRE, 1, 2), "Agreed", "Find a site.", "Head of Estates"),
        row("^", "", "Appoint a nurse.", "Director of Public Health"),
    )
    assert (made.outcome.value, made.positions) == ("accept", ())
    assert [owner.name for owner in made.owners] == ["Head of Estates", "Director of Public Health"]


@pytest.mark.parametrize(
    ("decision", "outcome", "others"),
    [
        ("Council – Accept; Police – Reject", "accept", {POLICE: "reject"}),
        ("Police: Yes\nCouncil: In part", "in_part", {POLICE: "accept"}),
        ("Council: Agreed; Police: Agreed", "accept", {}),
        ("Part A: agreed; Part B: refused", "accept", {}),
    ],
)
def test_a_decision_cell_may_label_the_answers_of_several(decision: str, outcome: str, others: dict[str, str]) -> None:
    (made,) = read(
        row("Recommendation", "Decision", "Comments", "Lead"),
        row(CENTRE, decision, "A site was found in May 2024.", "Head of Estates"),
    )
    assert (made.outcome.detail or made.outcome.value, positions(made)) == (outcome, others)


def test_what_is_asked_across_the_table_is_answered_by_the_rows_below_it() -> None:
    first, second = read(
        row("Organisation", "Decision", "Comments"),
        row((f"Recommendation 1: {CENTRE}", 3, 1)),
        row("Council", "Agreed", "We will find the money."),
        row("ICB", "Not agreed", "We have no funds for it."),
        row((f"Recommendation 2: {ROTA}", 3, 1)),
        row("Council", "Agreed", "We will print it."),
        row("ICB", "Agreed", "We will send it to all surgeries."),
    )
    assert (first.number, first.text, positions(first)) == ("1", CENTRE, {ICB: "reject"})
    assert (second.number, second.positions) == ("2", ())


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (("Director of Adult Social", "Services", "NHS Devon"), "Director of Adult Social\vServices\nNHS Devon"),
        (("Head of Parks", "Leader"), "Head of Parks\vLeader"),
        (("Head of Parks", ""), "Head of Parks"),
    ],
)
def test_a_line_that_had_room_was_broken_on_purpose(lines: tuple[str, ...], broken: str) -> None:
    assert broken_lines(join_lines(Line(line) for line in lines)) == broken


@pytest.mark.parametrize("titles", [("Norfolk Constabulary’s response", "Reply"), ("Government response", "Comments")])
def test_what_stands_beside_the_decision_of_one_body_gives_its_reasons(titles: tuple[str, str]) -> None:
    wont = "The Constabulary will write to the bars, although nobody can be made to answer."
    first, second = read(
        row("No", "Recommendation", *titles),
        row("1", CENTRE, "Partially accepted", wont),
        row("2", ROTA, "Rejected", "Rotas change too often, and nobody would read one that is a month old."),
    )
    assert (first.outcome.value, first.outcome.detail, first.outcome.raw) == ("amend", "in_part", "Partially accepted")
    assert (second.outcome.value, second.positions) == ("reject", ())

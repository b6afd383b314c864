"""Commitments are found with their status, words, actor and condition, and background is left alone."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts.commitments import find_commitments
from extract.findings import ActorForm, Clause, Signature, Span
from extract.language import load_language
from extract.records import CommitmentStatus, Owner, OwnerKind
from extract.vocabulary.commitments import load_commitment_words

WORDS = load_commitment_words()
with (Path(__file__).parent.parent / "cases" / "commitments.csv").open(encoding="utf-8", newline="") as rows:
    CASES: dict[str, list[tuple[str, str]]] = {}
    for row in csv.DictReader(rows):  # a sentence with several commitments has a row for each
        CASES.setdefault(row["sentence"], []).extend([(row["status"], row["span"])] if row["status"] else [])
COMMITTED = [(sentence, expected) for sentence, expected in CASES.items() if expected]
BACKGROUND = [sentence for sentence, expected in CASES.items() if not expected]


def found(text: str) -> tuple[Clause, ...]:
    return find_commitments(text, WORDS, load_language())


def words_of(text: str) -> list[tuple[str, str]]:
    return [(str(clause.status), clause.span.of(text)) for clause in found(text)]


@pytest.mark.parametrize(("sentence", "expected"), COMMITTED)
def test_a_sentence_has_its_commitments(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert words_of(sentence) == expected


@pytest.mark.parametrize("sentence", BACKGROUND)
def test_background_is_no_commitment(sentence: str) -> None:
    assert {status for status, _ in words_of(sentence)} <= {CommitmentStatus.EXISTING_PRACTICE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One post was filled in November; the second is out to advert.",
            [("completed", "One post was filled in November"), ("in_progress", "the second is out to advert")],
        ),
        (
            "Officers will re-write the policy statement with the parents' forum and publish it by 31 May 2026.",
            [
                ("planned", "Officers will re-write the policy statement with the parents' forum"),
                ("planned", "publish it by 31 May 2026"),
            ],
        ),
        (
            "The Trust is committed to learning from reviews and will take part in them where requested.",
            [
                ("ongoing", "The Trust is committed to learning from reviews"),
                ("planned", "will take part in them where requested"),
            ],
        ),
        (
            "Options will be worked up and costed, and shared with the group by the end of October.",
            [("planned", "Options will be worked up and costed, and shared with the group by the end of October")],
        ),
        (
            "Staffing: six trainees started on 2 September.",
            [("completed", "six trainees started on 2 September")],
        ),
        (
            "The council has set up a project group which has begun scoping the work.",
            [
                ("completed", "The council has set up a project group"),
                ("in_progress", "which has begun scoping the work"),
            ],
        ),
    ],
)
def test_a_sentence_with_several_clauses_is_divided(text: str, expected: list[tuple[str, str]]) -> None:
    assert words_of(text) == expected


def test_the_items_of_a_list_share_the_actor_and_verb_of_their_stem() -> None:
    text = "The Council will:\n• publish the list of sites; and\n• write to every parish by 30 June."
    clauses = found(text)
    assert [clause.span.of(text) for clause in clauses] == [
        "publish the list of sites",
        "write to every parish by 30 June",
    ]
    assert [clause.actor and clause.actor.of(text) for clause in clauses] == ["The Council", "The Council"]
    assert {clause.status for clause in clauses} == {CommitmentStatus.PLANNED}


@pytest.mark.parametrize(
    ("text", "actor", "form"),
    [
        ("This will be done by March 2025.", None, ActorForm.UNNAMED),
        ("It will be published by Autumn 2025.", None, ActorForm.UNNAMED),
        ("We will write to the operator.", "We", ActorForm.SPEAKER),
        ("Our safeguarding team will review the policy.", "Our safeguarding team", ActorForm.SPEAKER),
        ("The Head of Finance will bring a paper in January.", "The Head of Finance", ActorForm.NAMED),
        ("It has undertaken to train the staff.", "It", ActorForm.BACK_REFERENCE),
        ("The pack will be handed over by the inspecting officer.", "the inspecting officer", ActorForm.NAMED),
        ("A briefing will be held in May.", None, ActorForm.UNNAMED),
        ("To be refreshed annually.", None, ActorForm.UNNAMED),
    ],
)
def test_the_actor_is_who_acts(text: str, actor: str | None, form: ActorForm) -> None:
    (clause,) = found(text)
    assert (clause.actor and clause.actor.of(text), clause.form) == (actor, form)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Subject to funding, the library will open on Sundays.", "Subject to funding"),
        ("If full Council approves the budget the new rate will be paid.", "If full Council approves the budget"),
        ("Should the evaluation be favourable the Trust intends to extend it.", "Should the evaluation be favourable"),
        ("We will commit to attending (subject to operational availability).", "subject to operational availability"),
        ("We will write to the Panel once the pilot has been evaluated.", "once the pilot has been evaluated"),
        ("We will share our learning with partners where appropriate.", "where appropriate"),
        ("We will report once a year.", None),
        ("A report should be published as soon as possible in May 2026.", None),
    ],
)
def test_the_condition_is_kept_as_printed(text: str, condition: str | None) -> None:
    (clause,) = found(text)
    assert clause.condition == condition


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We have taken this to the DSL Forum.", "DSL Forum"),
        ("The team will extend the Whipps Cross hospital pathway.", "Whipps Cross hospital pathway"),
        ("The Trust will join the retail crime taskforce.", "retail crime taskforce"),
        ("We will continue to chair MARAC.", "MARAC"),
        ("We will write to the operator.", None),
        ("A nurse at Ashdown Health Centre will be paid from the Better Care Fund.", "Better Care Fund"),
        ("We will extend the scheme provided that NHSE confirms its share.", None),
    ],
)
def test_a_programme_or_group_is_named(text: str, name: str | None) -> None:
    (clause,) = found(text)
    assert clause.name == name


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*CASES, "•", "\n\n", "(", "—", "will", "to be", "£70k", ":", ";", "…"]),
        max_size=8,
    ).map(" ".join)
    | st.text(max_size=80)
)
def test_spans_are_exact_in_order_and_within_their_sentence(text: str) -> None:
    clauses = found(text)
    for clause in clauses:
        words = clause.span.of(text)
        assert words == words.strip() != ""
        assert clause.sentence.start <= clause.span.start < clause.span.end <= clause.sentence.end
        assert clause.actor is None or clause.actor.of(text).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(clauses))
    assert found(text) == clauses


def test_a_very_long_list_is_read_without_fault() -> None:
    text = "The Council will visit " + ", ".join(["Leeds"] * 700) + " and York."
    assert [clause.status for clause in found(text)] == [CommitmentStatus.PLANNED]
    assert found("a " * 20000) == ()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("We will offer 300 places to pupils.", ["300 places"]),
        ("The team will insulate around 200 properties a year.", ["around 200 properties a year"]),
        ("Four schools have been chosen.", ["Four schools"]),
        ("Up to 1,500 residents will be trained by March 2026.", ["Up to 1,500 residents"]),
        ("Grants of £5,000 will be paid to 25 parishes within three years.", ["25 parishes"]),
        ("We will publish it within 20 weeks of 12 March 2026.", []),
        ("One officer will be appointed.", []),
        ("We will spend £30,000.", []),
    ],
)
def test_how_many_of_what_is_told(text: str, targets: list[str]) -> None:
    (clause,) = found(text)
    assert [span.of(text) for span in clause.targets] == targets


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Network Rail's view is that the boundary is sound, and it will not raise the fence.", "Network Rail"),
        ("The Director will report in May. She will also meet the trusts.", "The Director"),
        ("Yorkshire Water's reply says that rangers are there. It will renew the signs.", "Yorkshire Water"),
        ("The Commissioner put it to the Chief Constable and he undertook to report back.", "the Chief Constable"),
        ("Officers met in May. It will be reviewed.", None),
    ],
)
def test_a_pronoun_stands_for_the_last_doer_that_agrees(text: str, meant: str | None) -> None:
    clause = found(text)[-1]
    assert (clause.antecedent.of(text) if clause.antecedent else None) == meant


def test_what_somebody_tells_of_themselves_begins_with_them() -> None:
    text = "Together Homes has told us that it will light the ramp and will meet the costs."
    assert words_of(text) == [
        ("planned", "Together Homes has told us that it will light the ramp"),
        ("planned", "will meet the costs"),
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Head of Legal to draft the by-law.", "Head of Legal"),
        ("Sanctuary to share its figures.", None),
        ("Arriva to share its figures.", "Arriva"),
        ("Survey to be carried out in May.", None),
        ("The survey is to be carried out by Solace in May.", "Solace"),
        ("The survey is to be carried out in May.", None),
        ("Our provider, Change Grow Live, has agreed to open on Saturdays.", "Change Grow Live"),
        ("Our officers have agreed to open on Saturdays.", "Our officers"),
    ],
)
def test_who_acts_is_told_in_a_note_in_the_passive_and_behind_what_is_ours(text: str, actor: str | None) -> None:
    clause = found(text)[0]
    assert (clause.actor.of(text) if clause.actor else None) == actor


def signed(text: str, bracket: str, *, done: bool = False) -> list[tuple[str, str]]:
    """The commitments of a text, behind whose action stands who is to do it."""
    start, line = text.index(f" {bracket}"), text.rfind("\n", 0, text.index(bracket)) + 1
    span = Span(start, start + len(bracket) + 1)
    owner = Owner(raw="Parks Team", kind=OwnerKind.GROUP, name="Parks Team")
    by = Signature(span, Span(line, span.end), (owner,), done=done)
    return [(str(each.status), each.span.of(text)) for each in find_commitments(text, WORDS, load_language(), [by])]


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("Set up a mowing rota (a list, no more) for all the greens", "planned"),
        ("Pass on seedlings cleared from the nursery", "planned"),
        ("Lease of the depot granted to the Friends", "completed"),
        ("Meadow handbook being written with the Friends", "in_progress"),
        ("Keep up the owl boxes at the mill", "ongoing"),
        ("Start the new rota, with a botanist on one of the days", "planned"),
        ("Rules for sowing to be agreed with the Friends", "planned"),
        ("We will mow less", "planned"),
    ],
)
def test_an_action_with_its_owner_behind_it_is_a_commitment_to_its_bracket(action: str, status: str) -> None:
    text = f"Agreed.\n• {action} (Parks Team, May 2027)"
    assert signed(text, "(Parks Team, May 2027)") == [(status, f"{action} (Parks Team, May 2027)")]


def test_what_is_signed_as_done_is_done() -> None:
    text = "• Mow less at the mill (Parks Team, complete)"
    assert signed(text, "(Parks Team, complete)", done=True) == [("completed", text[2:])]


def test_a_decision_and_background_before_a_bracket_are_no_commitments() -> None:
    assert signed("Agreed in part (Parks Team, May 2027)", "(Parks Team, May 2027)") == []
    assert signed("Well. The greens are long (Parks Team, May 2027)", "(Parks Team, May 2027)") == []


def test_what_follows_a_bracket_is_another_sentence() -> None:
    text = "• Mow all nine greens (Parks Team, May 2027) OVERDUE: two are done. We will mow the rest in June."
    assert signed(text, "(Parks Team, May 2027)")[0] == ("planned", "Mow all nine greens (Parks Team, May 2027)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Such reports will go to the head of the queue from 1 May, so that a visit will be made within two days.",
            ["planned", "planned"],
        ),
        ("The path will be widened from 1 May, so that wheelchairs can pass.", ["planned"]),
        ("We will keep the rota as it is and review it with the ward in May.", ["ongoing", "planned"]),
        ("The team will continue to offer advice and visit schools.", ["ongoing"]),
        ("A second round is more than a fund of that size can carry.", ["declined"]),
        ("The grant cannot be paid while the audit remains open.", ["declined"]),
        ("By the end of March we shall have inspected every block.", ["planned"]),
        ("The college has undertaken to calibrate the sensors and lend a room.", ["planned", "planned"]),
        ("We will keep a note of calls that had to be passed on and send it to the ward.", ["planned", "planned"]),
        ("In the year to March 2025 our crews were called to the park 40 times.", []),
        ("The previous council set aside a site in May 2015.", []),
    ],
)
def test_what_hangs_on_a_clause_is_told_from_a_second_clause(text: str, expected: list[str]) -> None:
    assert [status for status, _ in words_of(text)] == expected


@pytest.mark.parametrize(
    "aside", ["for that reason", "in the circumstances", "on balance", "for the moment", "with regret", "I am afraid"]
)
def test_a_set_phrase_in_a_verb_group_is_passed_over(aside: str) -> None:
    text = f"The Executive is {aside} not minded to buy the hall."
    assert words_of(text) == [("declined", text.rstrip("."))]


@pytest.mark.parametrize(
    ("text", "status"),
    [("For adults the present limit has to stay.", "declined"), ("For adults the doctor has to stay.", None)],
)
def test_a_form_may_ask_what_its_subject_is_about(text: str, status: str | None) -> None:
    assert [found for found, _ in words_of(text)] == ([status] if status else [])

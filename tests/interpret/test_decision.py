"""The outcome of a row whose answers are ticked: one tick among crosses, a fill on both sides of a page break."""

import pytest

from extract.document import Line
from extract.interpret.decision import read_outcome
from extract.layouts.entries import Entry, Filled
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.outcomes import load_outcome_words

WORDS = load_outcome_words()


@pytest.mark.parametrize(
    ("marks", "outcome", "answers"),
    [
        (("✓", "", ""), "accept", ()),
        (("✗", "✓", "✗"), "amend", ()),
        (("", "", "x"), "reject", ()),
        (("N", "N", "Y"), "reject", ()),
        (("■ ■", "", ""), "accept", ()),
        (("✓", "✓", "✗"), "none", ("Accept", "Amend")),
        (("✗", "", "✗"), "none", ("Accept", "Reject")),
        (("", "", ""), "none", ()),
    ],
)
def test_what_is_ticked_is_the_outcome(marks: tuple[str, ...], outcome: str, answers: tuple[str, ...]) -> None:
    titles = ("Accept", "Amend", "Reject")
    cells = tuple(
        Filled(ColumnRole.TICK, title, join_lines([Line(mark)])) for title, mark in zip(titles, marks, strict=True)
    )
    entry = Entry("1", None, None, cells, join_lines([Line("That it be done.")]))
    decision = read_outcome(entry, "", WORDS, (), None)
    assert (decision.outcome.value.value, decision.answers) == (outcome, answers)


@pytest.mark.parametrize(
    ("code", "meaning", "outcome"),
    [("P", "in part", "amend"), ("N", "noted", "none"), ("N", "", "reject"), ("Yes", "see below", "accept")],
)
def test_a_code_is_read_by_its_key_and_kept_as_printed(code: str, meaning: str, outcome: str) -> None:
    cell = Filled(ColumnRole.DECISION, "Accepted?", join_lines([Line(code)]), meaning)
    entry = Entry("1", None, None, (cell,), join_lines([Line("That it be done.")]))
    read = read_outcome(entry, "", WORDS, (), None).outcome
    assert (read.value.value, read.raw) == (outcome, code)


@pytest.mark.parametrize(("number", "outcome"), [("2a", "accept"), ("2b", "accept"), ("2c", "reject"), ("9", "accept")])
def test_an_answer_to_several_is_read_for_each_by_its_label(number: str, outcome: str) -> None:
    said = "Recommendations 2a-b are accepted and will be funded. Recommendation 2c is not accepted."
    entry = Entry(number, None, None, (), join_lines([Line("That it be done.")]))
    decision = read_outcome(entry, said, WORDS, (), None)
    assert decision.outcome.value.value == outcome
    assert decision.span is None or decision.span.of(said) == decision.outcome.raw


@pytest.mark.parametrize(
    ("said", "outcome", "detail"),
    [
        ("Derbyn mewn egwyddor / Accept in principle – A site has been found.", "accept", "in_principle"),
        ("Derbyn – eisoes ar waith / Accept – already in place – All signs are new.", "accept", "already_in_place"),
        ("Gwrthod / Reject\nThe hours were cut.", "reject", None),
        ("Note – The Health Board has told us that it accepts it.", "none", "noted"),
        ("We have some sympathy with this – a decision will be taken in May.", "none", "deferred"),
    ],
)
def test_a_response_may_be_headed_by_its_decision(said: str, outcome: str, detail: str | None) -> None:
    entry = Entry("1", None, None, (), join_lines([Line("That it be done.")]))
    decision = read_outcome(entry, said, WORDS, (), None)
    assert (decision.outcome.value.value, decision.outcome.detail and decision.outcome.detail.value) == (
        outcome,
        detail,
    )
    assert decision.span is not None
    assert decision.span.of(said) == decision.outcome.raw


@pytest.mark.parametrize(("title", "outcome"), [("Update (May 2026)", "none"), ("Response", "accept")])
def test_complete_decides_nothing_in_a_report_on_progress(title: str, outcome: str) -> None:
    cell = Filled(ColumnRole.RESPONSE, title, join_lines([Line("Signs have been put up. Complete.")]))
    entry = Entry("1", None, None, (cell,), join_lines([Line("That it be done.")]))
    assert read_outcome(entry, cell.passage.text, WORDS, (), None).outcome.value.value == outcome


@pytest.mark.parametrize(
    ("printed", "outcome", "detail"),
    [
        ("Of course", "accept", None),
        ("We’re already doing this", "accept", "already_in_place"),
        ("We’d like to, but the hall is the diocese’s", "accept", "in_principle"),
        ("Not now", "none", "deferred"),
        ("We don’t think it would work", "reject", None),
        ("Yes – we will write in May", "accept", None),
        ("Thank you", "none", "not_stated"),
    ],
)
def test_a_decision_cell_may_be_worded_as_prose_is(printed: str, outcome: str, detail: str | None) -> None:
    cell = Filled(ColumnRole.DECISION, "Our answer", join_lines([Line(printed)]))
    entry = Entry("1", None, None, (cell,), join_lines([Line("That it be done.")]))
    read = read_outcome(entry, "", WORDS, (), None).outcome
    assert (read.value.value, read.detail and read.detail.value) == (outcome, detail)

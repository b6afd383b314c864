"""Labels of recommendations in every printed form, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layouts.labels import read_label, read_number_cell, read_worded_label

LABELS = [
    ("Recommendation 1: That the Council", "1", None, "That the Council"),
    ("RECOMMENDATION 2.1: Publish", "2.1", None, "Publish"),
    ("Recommendation Four – That", "4", None, "That"),
    ("Recommendation 9(b): That", "9(b)", "9", "That"),
    ("Recommendation No. 12 That", "12", None, "That"),
    ("Recomendation 3: That", "3", None, "That"),
    ("Key recommendation 2: That", "2", None, "That"),
    ("Argymhelliad / Recommendation 5: That", "5", None, "That"),
    ("Recommendation / Argymhelliad 6 – That", "6", None, "That"),
    ("Argymhelliad 7 / Recommendation 7: That", "7", None, "That"),
    ("Rec 4: Use", "4", None, "Use"),
    ("Rec. 4. Use", "4", None, "Use"),
    ("R3:Tighten the rules", "3", None, "Tighten the rules"),
    ("R1 - text of it", "1", None, "text of it"),
    ("R10 That the Committee", "10", None, "That the Committee"),
    ("Recommendation IV: That", "IV", None, "That"),
    ("Recommendation A: That", "A", None, "That"),
    ("1. That the policy be", "1", None, "That the policy be"),
    ("10) That the rate", "10", None, "That the rate"),
    ("2.3 That the rate", "2.3", None, "That the rate"),
    ("4a. That a review", "4a", "4", "That a review"),
    ("a) report back", "a", None, "report back"),
    ("(ii) report back", "ii", None, "report back"),
    ("5. Recommendation 1: That the rates rise", "1", None, "That the rates rise"),
    ("2.14 Recommendation 3 – That", "3", None, "That"),
    ("A1 The Council should plant trees", "A1", None, "The Council should plant trees"),
    ("B12: Trees are planted", "B12", None, "Trees are planted"),
    ("SC18 That an advert", "SC18", None, "That an advert"),
    ("SR (25/26) 01: That", "SR (25/26) 01", None, "That"),
    ("CEH.140715.20b – That", "CEH.140715.20b", None, "That"),
    ("Recommendation 8:", "8", None, ""),
    ("Recommendations 3 and 4: That", "3 and 4", None, "That"),
]


@pytest.mark.parametrize(("text", "number", "parent", "rest"), LABELS)
def test_a_label_is_read_and_the_text_after_it_begins(text: str, number: str, parent: str | None, rest: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.number, label.parent, text[label.end :]) == (number, parent, rest)


@pytest.mark.parametrize(
    "text",
    [
        "That the Council adopts recommendation 3",
        "2.5 million pounds be set aside",
        "20 working days is too long",
        "300 places be funded",
        "Recommendations of the Panel",
        "Recommendation",
        "Reject the proposal",
        "In 2024 the Council",
        "Response to the review",
        "NHS England should",
        "A1 Trunk Road closures should end",
        "A49 bypass",
        "Q3 Report to Cabinet",
        "£200,000 be set aside",
        "",
    ],
)
def test_text_that_opens_with_something_else_has_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("cell", "number", "parent"),
    [
        ("1", "1", None),
        ("1.", "1", None),
        ("Rec 3", "3", None),
        ("Recommendation 3", "3", None),
        ("R4", "4", None),
        ("4a", "4a", "4"),
        ("4(a)", "4(a)", "4"),
        ("10a(iii)", "10a(iii)", "10"),
        ("SR (23/24) 01", "SR (23/24) 01", None),
        ("SC18", "SC18", None),
        ("CH1", "CH1", None),
        ("(a)", "(a)", None),
        ("IV", "IV", None),
        ("2.3", "2.3", None),
        ("PTD.140916.56.1", "PTD.140916.56.1", None),
    ],
)
def test_a_number_cell_is_a_label_as_a_whole(cell: str, number: str, parent: str | None) -> None:
    label = read_number_cell(cell)
    assert label is not None
    assert (label.number, label.parent) == (number, parent)


@pytest.mark.parametrize("cell", ["", "-", "That the Council", "Head of Service", "see above"])
def test_a_cell_that_holds_something_else_is_no_label(cell: str) -> None:
    assert read_number_cell(cell) is None


@pytest.mark.parametrize("text", ["1. That the policy", "a) report back", "SC18 That"])
def test_a_worded_label_says_that_it_is_one(text: str) -> None:
    assert read_worded_label(text) is None
    assert read_worded_label(f"Recommendation 1: {text}") is not None


@given(st.text(max_size=80))
def test_any_text_is_read_without_fault_and_the_rest_lies_within_it(text: str) -> None:
    for label in (read_label(text), read_number_cell(text)):
        assert label is None or (label.number and 0 < label.end <= len(text))

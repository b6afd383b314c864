"""Headings that decide whatever stands below them."""

import pytest

from extract.interpret.decision import read_heading
from extract.records import OutcomeDetail, OutcomeValue
from extract.vocabulary.headings import load_headings
from extract.vocabulary.outcomes import load_outcome_words

WORDS, CONTENTS = load_outcome_words(), load_headings().contents


@pytest.mark.parametrize(
    ("heading", "value", "detail"),
    [
        ("Fully accepted", OutcomeValue.ACCEPT, None),
        ("Recommendations that we accept", OutcomeValue.ACCEPT, None),
        ("A: Accepted", OutcomeValue.ACCEPT, None),
        ("Part 1 – Recommendations agreed", OutcomeValue.ACCEPT, None),
        ("What we agree in part", OutcomeValue.AMEND, OutcomeDetail.IN_PART),
        ("Partially accepted recommendations", OutcomeValue.AMEND, OutcomeDetail.IN_PART),
        ("Section 2: Recommendations which are not accepted", OutcomeValue.REJECT, None),
        ("Those that the Council rejects", OutcomeValue.REJECT, None),
        ("Noted", OutcomeValue.NONE, OutcomeDetail.NOTED),
    ],
)
def test_a_heading_decides(heading: str, value: OutcomeValue, detail: OutcomeDetail | None) -> None:
    outcome = read_heading(heading, WORDS, CONTENTS)
    assert outcome is not None
    assert (outcome.value, outcome.detail, outcome.raw) == (value, detail, heading)


@pytest.mark.parametrize(
    "heading",
    ["Support", "Support for carers", "Supported housing", "Adoption", "Partial closure of roads", "Recommendations",
     "Acceptance of the report", "Accepting visitors", "Approved premises", "Full Council"],
)  # fmt: skip
def test_other_headings_decide_nothing(heading: str) -> None:
    assert read_heading(heading, WORDS, CONTENTS) is None

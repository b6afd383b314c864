"""Rows that are answered at another row: what is taken over, and what cannot be followed."""

import msgspec
import pytest

from extract.interpret.references import follow_references
from extract.records import Basis, Flag, Outcome, OutcomeDetail, OutcomeValue, Recommendation
from extract.vocabulary.flags import load_flags
from extract.vocabulary.references import load_reference_words
from tests.interpret.test_doubts import ACCEPT, ROW

UNSAID = Outcome(value=OutcomeValue.NONE, detail=OutcomeDetail.NOT_STATED, basis=Basis.ABSENT, raw=None, confidence=1.0)


def row(number: str, response: str, outcome: Outcome = UNSAID) -> Recommendation:
    return msgspec.structs.replace(ROW, number=number, response=response, outcome=outcome)


def followed(*rows: Recommendation) -> tuple[Recommendation, ...]:
    return follow_references(rows, load_reference_words(), load_flags())


def codes(found: Recommendation) -> list[str]:
    return [flag.code for flag in found.flags]


@pytest.mark.parametrize(
    "words", ["See response to recommendation 1.", "As R1", "As above.", "Please refer to Recommendation 1 above."]
)
def test_a_row_that_only_points_to_another_has_its_outcome(words: str) -> None:
    _, second = followed(row("1", "We will.", ACCEPT), row("2", words))
    assert (second.outcome.value, second.outcome.basis) == (OutcomeValue.ACCEPT, Basis.INFERRED)
    assert codes(second) == ["answered_elsewhere"]
    (passage,) = second.flags[0].passages
    assert second.response[passage.start : passage.end] == passage.text


def test_a_decision_of_its_own_is_kept() -> None:
    flag = Flag(code="accepted_without_commitment", message="Nothing.", passages=())
    own = msgspec.structs.replace(row("2", "See response to R1.", ACCEPT), flags=(flag,))
    _, second = followed(row("1", "We cannot."), own)
    assert second.outcome == ACCEPT
    assert codes(second) == ["answered_elsewhere"]


def test_nothing_is_taken_over_where_the_answer_says_more_or_the_rows_differ() -> None:
    more = "See response to recommendation 1 so far as registered providers go; for our own homes it is the law."
    both = "See recommendations 1 and 2"
    first, second = row("1", "We will.", ACCEPT), row("2", "Noted.")
    assert [found.outcome for found in followed(first, second, row("3", more), row("4", both))[2:]] == [UNSAID, UNSAID]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See response to recommendation 12.", ["cross_reference_unresolved"]),
        ("See recommendation 12 of the 2019 review.", []),
        ("See Appendix 12.", []),
        ("Members will see recommendations in May.", []),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(words: str, expected: list[str]) -> None:
    assert codes(followed(row("1", words))[0]) == expected


def test_the_first_row_has_none_above_it() -> None:
    assert codes(followed(row("1", "As above."))[0]) == ["cross_reference_unresolved"]

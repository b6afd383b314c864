"""What minutes tell in reported speech is read in the tenses in which it was said."""

import pytest

from extract.facts.commitments import find_commitments
from extract.language import load_language
from extract.vocabulary.commitments import load_commitment_words

WORDS = load_commitment_words()
OPENING = "The Portfolio Holder said that the matter had some merit. "


def found(text: str) -> list[tuple[str, str]]:
    clauses = find_commitments(text, WORDS, load_language())
    return [(str(clause.status), clause.span.of(text)) for clause in clauses]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Two wardens would be appointed in May.", "planned"),
        ("The Council would not sell the hall.", "declined"),
        ("A draft had been sent to the parish councils.", "completed"),
        ("Officers were drawing up a list of the gates.", "in_progress"),
        ("It was not possible to fund a third bus.", "declined"),
        ("Thought was also being given to a second depot.", "considering"),
    ],
)
def test_what_was_said_has_the_status_that_it_had(said: str, status: str) -> None:
    assert found(OPENING + said) == [(status, said.rstrip("."))]


@pytest.mark.parametrize(
    "said",
    [
        "Councillor Bell remarked that the hall was cold.",
        "Residents would rather have the bus.",
        "Wardens lived in the two lodges.",
        "The surveyor had confirmed that the roof was sound.",
    ],
)
def test_what_was_only_remarked_is_no_commitment(said: str) -> None:
    assert found(OPENING + said) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two wardens would be appointed in May.",  # nobody says so
        "The Government had said that levy schemes would be set up in 2024. None has been.",
        "The Trust said that waits had grown. Two wardens would be paid for by the levy, and we will say more in May.",
    ],
)
def test_a_text_that_is_no_report_of_what_was_said_keeps_its_tenses(text: str) -> None:
    assert not any("would" in words for _, words in found(text))

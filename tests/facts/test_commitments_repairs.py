"""The parser's mistakes about joined clauses are put right, and nothing else is moved."""

import pytest

from extract.facts.commitments.repairs import repaired
from extract.language import load_language


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Work to cleanse the register began in October.", "Work", "began"),
        ("Letters have gone to every landlord and follow-up visits begin on 4 May.", "visits", "begin"),
        ("The ICB will fund cuffs in 2026.", "ICB", "fund"),
    ],
)
def test_a_clause_has_its_subject(text: str, subject: str, verb: str) -> None:
    words = repaired(load_language().parse([text])[0])
    assert [words[word.head].text for word in words if word.text == subject and word.dep == "nsubj"] == [verb]


@pytest.mark.parametrize(
    "text", ["", "Agreed.", "The team will meet in May.", "It goes to the Board and, if approved, will be published."]
)
def test_words_keep_their_places_and_a_second_pass_changes_nothing(text: str) -> None:
    parsed = load_language().parse([text])[0]
    words = repaired(parsed)
    assert [word.start for word in words] == [word.start for word in parsed]
    assert repaired(words) == words

"""The parser's mistakes about joined clauses are put right, and nothing else is moved."""

import pytest

from extract.facts.commitments.clauses import plant
from extract.facts.commitments.repairs import repaired
from extract.language import load_language


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Work to cleanse the register began in October.", "Work", "began"),
        ("Letters have gone to every landlord and follow-up visits begin on 4 May.", "visits", "begin"),
        ("The ICB will fund cuffs in 2026.", "ICB", "fund"),
        ("Believe Housing supplied the figures in May.", "Housing", "supplied"),
        ("Livin supplied names in May.", "Livin", "supplied"),
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


def test_a_second_promise_hangs_on_the_first_and_not_on_what_that_is_about() -> None:
    words = repaired(
        load_language().parse(["We will trial a team of visiting nurses in May and send the results to us."])[0]
    )
    assert [words[word.head].text for word in words if word.text == "send"] == ["trial"]


@pytest.mark.parametrize("text", ["£9,000 was spent to end March.", "Spent to end October 2025.", "To end May."])
def test_the_end_of_a_month_hangs_on_a_root_and_is_no_verb_that_acts(text: str) -> None:
    tree = plant(load_language().parse([text])[0])
    assert all(at in tree.below(tree.words[at].head) for at in range(len(tree.words)))


def test_what_opens_with_work_to_do_is_walked_to_its_end() -> None:
    tree = plant(
        load_language().parse(["Work to cleanse the register began in October and most entries are checked."])[0]
    )
    root = next(at for at, word in enumerate(tree.words) if word.head == at)
    assert sorted(tree.below(root)) == list(range(len(tree.words)))

"""Decisions outside of the rows: which recommendations they cover, and what they say of each."""

import pytest

from extract.facts.outcomes import Covering, decision_for, find_covering
from extract.vocabulary.outcomes import load_outcome_words

WORDS = load_outcome_words()
Decided = tuple[str, str | None]


def decided(sentence: str, number: str, parent: str | None = None) -> Decided | None:
    found = decision_for(number, parent, find_covering(sentence, WORDS))
    return (found.outcome.value.value, found.outcome.detail and found.outcome.detail.value) if found else None


CASES = (
    (
        "Recommendations 1 to 3 are agreed, recommendation 4 is agreed subject to funding, recommendation 5 is not.",
        {"1": ("accept", None), "3": ("accept", None), "4": ("accept", "conditional"), "6": None},
    ),
    ("All of the recommendations were accepted.", {"1": ("accept", None), "SC9": ("accept", None)}),
    ("That recommendations (1 to 6) be approved.", {"6": ("accept", None), "7": None}),
    ("The Executive has agreed recommendations 1, 2 and 9.", {"9": ("accept", None), "3": None}),
    (
        "Recommendations 1 to 6 are agreed, 4 subject to funding.",
        {"3": ("accept", None), "4": ("accept", "conditional"), "7": None},
    ),
    (
        "That all the recommendations be agreed, noting that recommendations 1, 2 and 9 will require further approval.",
        {"2": ("accept", "conditional"), "3": ("accept", None)},
    ),
    (
        "All recommendations are accepted except recommendation 4, which is rejected.",
        {"1": ("accept", None), "4": ("reject", None)},
    ),
    ("With the exception of recommendation 7, all recommendations are agreed.", {"6": ("accept", None), "7": None}),
    ("The Panel made 12 recommendations, all of which were accepted.", {"12": ("accept", None)}),
    ("The Cabinet considered the 10 recommendations and accepted them all.", {"1": ("accept", None)}),
    (
        "Cabinet agreed recommendations 1, 3 and 4, rejected recommendation 2 and deferred recommendation 5.",
        {"1": ("accept", None), "2": ("reject", None), "5": ("none", "deferred")},
    ),
    ("A decision on recommendations 6 and 7 is put off until June.", {"7": ("none", "deferred"), "5": None}),
    (
        "Recommendation 1 is accepted. The answer to recommendation 2 has been held over.",
        {"1": ("accept", None), "2": ("none", "deferred")},
    ),
    ("Recommendation 2 and recommendation 3 are not accepted.", {"2": ("reject", None), "3": ("reject", None)}),
    ("Recommendations 2(a) and 2(b) were accepted.", {"2(a)": ("accept", None), "2 (b)": ("accept", None), "2": None}),
    (
        "Recommendations 12) a-c) are accepted. Recommendations 12) d-e) are accepted in principle.",
        {"12a": ("accept", None), "12c": ("accept", None), "12e": ("accept", "in_principle"), "12f": None},
    ),
    ("Recommendations 3(a) to (c) were rejected.", {"3(b)": ("reject", None), "3(d)": None}),
    ("The Mayor accepts recommendations R1-R4 in principle.", {"R3": ("accept", "in_principle"), "R5": None}),
)


@pytest.mark.parametrize(
    ("sentence", "number", "wanted"),
    [(sentence, number, wanted) for sentence, numbers in CASES for number, wanted in numbers.items()],
)
def test_a_decision_covers_the_recommendations_that_it_names(
    sentence: str, number: str, wanted: Decided | None
) -> None:
    assert decided(sentence, number) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "That the recommendations in this report be approved.",
        "Recommendations 1 to 3 of this report be approved.",
        "The Government accepted all of the Inquiry's findings and will take action on all 58 recommendations.",
        "Recommendation 9 is for Parliament.",
        "The Committee agreed all the recommendations at its meeting in May.",
        "Cabinet is asked to agree recommendations 1 to 5.",
        "Please tick one column for each recommendation and give reasons where a recommendation is rejected.",
        "All recommendations should be accepted or rejected.",
        "The report was noted.",
        "Cabinet could have accepted all of the recommendations.",
    ],
)
def test_what_is_asked_supposed_or_about_other_papers_covers_nothing(sentence: str) -> None:
    assert find_covering(sentence, WORDS) == ()


def test_a_part_is_covered_with_its_whole_and_by_its_own_decision_first() -> None:
    sentence = "Recommendation 2 is agreed, and recommendation 2(b) is not agreed."
    assert decided(sentence, "2(a)", "2") == ("accept", None)
    assert decided(sentence, "2(b)", "2") == ("reject", None)


def test_a_later_decision_replaces_an_earlier_one() -> None:
    text = "Recommendation 3 is agreed.\nRecommendation 3 is not agreed."
    assert decided(text, "3") == ("reject", None)


def test_the_words_are_those_that_are_printed() -> None:
    sentence = "The Panel made two recommendations, all of which were accepted."
    (found,) = find_covering(sentence, WORDS)
    assert isinstance(found, Covering)
    assert found.outcome.raw == sentence == found.sentence

"""Decision cells, ticked columns and prose: every example of the vocabulary, and cases in other wordings."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.outcomes import contradicts, find_decision, read_decision, read_labelled_decisions, read_tick
from extract.findings import Body, Span, Speech
from extract.records import Basis, Outcome, OutcomeDetail, OutcomeValue
from extract.vocabulary.outcomes import OutcomeWords, load_outcome_words
from extract.vocabulary.outcomes_file import Implied

WORDS = load_outcome_words()
GROUPS = (*WORDS.verbs, *WORDS.modifiers, *WORDS.cells, *WORDS.implied)
CASES = Path(__file__).parent.parent / "cases" / "outcomes.csv"
ACCEPTED = Outcome(value=OutcomeValue.ACCEPT, detail=None, basis=Basis.STATED, raw="Accept", confidence=1.0)
REJECTED = Outcome(value=OutcomeValue.REJECT, detail=None, basis=Basis.STATED, raw="Reject", confidence=1.0)

Answer = tuple[str, str]


def answer(outcome: Outcome | None) -> Answer:
    return (outcome.value.value, outcome.detail.value if outcome.detail else "") if outcome else ("", "")


def from_prose(text: str, words: OutcomeWords = WORDS) -> Outcome | None:
    found = find_decision(text, words)
    return found.outcome if found else None


def from_row(text: str) -> Outcome | None:
    """As a row is read: the cell first, and its words as prose where the cell decides nothing."""
    return read_decision(text, WORDS) or from_prose(text)


def expected(value: OutcomeValue, detail: OutcomeDetail | None) -> Answer:
    return value.value, detail.value if detail else ""


@pytest.mark.parametrize(
    ("example", "wanted", "prose"),
    [(e, expected(g.value, g.detail), isinstance(g, Implied)) for g in GROUPS for e in g.examples],
)
def test_every_example_gives_the_answer_of_its_group(example: str, wanted: Answer, *, prose: bool) -> None:
    assert answer(from_prose(example) if prose else from_row(example)) == wanted


@pytest.mark.parametrize(
    ("example", "unwanted", "prose"),
    [(e, expected(g.value, g.detail), isinstance(g, Implied)) for g in GROUPS for e in g.counter_examples],
)
def test_no_counter_example_gives_the_answer_of_its_group(example: str, unwanted: Answer, *, prose: bool) -> None:
    assert answer(from_prose(example) if prose else from_row(example)) != unwanted


@pytest.mark.parametrize("example", WORDS.refusals.predicate_examples)
def test_a_predicate_refuses(example: str) -> None:
    assert WORDS.refusing.match(example)


@pytest.mark.parametrize("example", WORDS.refusals.predicate_counter_examples)
def test_a_fact_or_the_past_refuses_nothing(example: str) -> None:
    assert not WORDS.refusing.search(example)


@pytest.mark.parametrize("example", WORDS.traps.examples)
def test_a_trap_decides_nothing(example: str) -> None:
    assert find_decision(example, WORDS) is None


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['reader']}: {case['text'][:40]}")
def test_case(case: dict[str, str]) -> None:
    readers = {
        "cell": lambda: read_decision(case["text"], WORDS, case["heading"]),
        "tick": lambda: read_tick(case["heading"], case["text"], WORDS),
        "prose": lambda: from_prose(case["text"]),
    }
    assert answer(readers[case["reader"]]()) == (case["value"], case["detail"])


def test_each_body_answers_for_itself_in_a_cell_of_several() -> None:
    found = read_labelled_decisions("Council: accept; Met: not accepted", WORDS)
    assert [(label, outcome.value) for label, outcome in found] == [
        ("Council", OutcomeValue.ACCEPT),
        ("Met", OutcomeValue.REJECT),
    ]


def test_a_mended_cell_is_less_sure_than_a_plain_one_and_keeps_its_words() -> None:
    outcome = read_decision("Partially Accepte\nd", WORDS)
    plain = read_decision("Partially accepted", WORDS)
    assert outcome is not None
    assert plain is not None
    assert outcome.raw == "Partially Accepte d"
    assert read_decision("Aceepted", WORDS) != plain


def test_the_span_of_a_decision_is_its_raw_words() -> None:
    response = "The Panel is thanked. The Executive does not accept this recommendation. Costs are high."
    found = find_decision(response, WORDS)
    assert found is not None
    assert found.span.of(response) == found.outcome.raw == "does not accept this recommendation"


def test_what_another_body_says_decides_only_where_the_authority_says_nothing() -> None:
    council, force = Body("Barset Council"), Body("Barset Police")
    refusal, answer = "We do not accept this recommendation. ", "This recommendation is accepted."
    response = refusal + answer
    spoken = (Speech(Span(0, len(refusal)), force), Speech(Span(len(refusal), len(response)), council))
    found = find_decision(response, WORDS, speeches=spoken, authority=council)
    assert found is not None
    assert found.outcome.value is OutcomeValue.ACCEPT
    alone = find_decision(refusal, WORDS, speeches=spoken[:1], authority=council)
    assert alone is not None
    assert alone.outcome.value is OutcomeValue.REJECT


@pytest.mark.parametrize(
    ("passed_on", "wanted"),
    [
        ("The Force has its doubts. The council for its part accepts the recommendation.", OutcomeValue.ACCEPT),
        ("The Force has its doubts. For its part, the Cabinet rejects the recommendation.", OutcomeValue.REJECT),
        ("“We have our doubts. The council accepts the recommendation,” it wrote.", None),
        ("The Force has its doubts. The council’s staff accept the recommendation.", None),
        ("The Force has its doubts. The force accepts the recommendation.", None),
    ],
)
def test_a_sentence_about_the_authority_amid_the_words_of_another_is_its_own(
    passed_on: str, wanted: OutcomeValue | None
) -> None:
    council, opening = Body("Barset Council"), "We asked the Force. "
    response = opening + passed_on
    spoken = (Speech(Span(0, len(opening)), council), Speech(Span(len(opening), len(response)), Body("Barset Police")))
    found = find_decision(response, WORDS, speeches=spoken, authority=council)
    assert (found.outcome.value if found else None) is wanted


def test_another_council_means_itself_by_the_council() -> None:
    county, district = Body("Barset County Council"), Body("Ambridge District Council")
    opening, told = "We asked the District. ", "The council accepts the recommendation."
    response = opening + told
    spoken = (Speech(Span(0, len(opening)), county), Speech(Span(len(opening), len(response)), district))
    assert find_decision(response, WORDS, speeches=spoken, authority=county) is None


def test_a_promise_in_the_recommendations_words_is_a_doubtful_acceptance() -> None:
    asked = "That the Council publish the inspection results of every children's home."
    reply = "Inspection results for each children's home will go on the website in May."
    found = find_decision(reply, WORDS, asked)
    assert found is not None
    assert (found.outcome.value, found.outcome.basis) == (OutcomeValue.ACCEPT, Basis.INFERRED)
    assert [reason.rule for reason in found.outcome.because] == ["outcome_promise"]
    assert find_decision(reply, WORDS) is None
    assert find_decision(f"{reply} We cannot say more.", WORDS, asked) is None


@pytest.mark.parametrize(
    ("outcome", "response", "wanted"),
    [
        (ACCEPTED, "Work is under way. However the Council does not accept this recommendation.", True),
        (ACCEPTED, "The recommendation is accepted and a report will follow.", False),
        (ACCEPTED, "Schools cannot accept late forms.", False),
        (REJECTED, "Executive Board is unable to agree to this. Officers will publish an analysis by May.", False),
        (REJECTED, "The Council accepts the recommendation in full.", True),
    ],
)
def test_only_an_answer_to_the_contrary_contradicts(outcome: Outcome, response: str, *, wanted: bool) -> None:
    assert (contradicts(outcome, response, (), WORDS) is not None) is wanted


@given(st.text(max_size=200), st.text(max_size=30))
def test_arbitrary_text_is_read_without_fault_and_alike_each_time(text: str, heading: str) -> None:
    assert read_decision(text, WORDS, heading) == read_decision(text, WORDS, heading)
    ticked = read_tick(heading, text, WORDS)
    assert ticked is None or answer(ticked) == answer(read_decision(heading, WORDS))


@given(
    st.lists(
        st.sampled_from(
            [
                "Agreed",
                ".",
                "not",
                "the",
                "recommendation",
                "is",
                "Council",
                "accepts",
                "in",
                "part",
                ",",
                "\n",
                "–",
                "subject",
                "to",
            ]
        )
    )
)
def test_a_decision_of_prose_stands_in_the_prose(words: list[str]) -> None:
    text = " ".join(words)
    found = find_decision(text, WORDS, text)
    if found is not None:
        assert Span(0, len(text)).overlaps(found.span)
        assert found.span.of(text) == found.outcome.raw

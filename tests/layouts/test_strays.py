"""The rest of a recommendation that a page break threw among the comments goes back to it, and nothing else does."""

from extract.document import Line
from extract.layouts.strays import bring_back_strays
from extract.text import join_lines


def lines(*texts: str) -> tuple[Line, ...]:
    """Lines, each a paragraph of its own."""
    return tuple(Line(text, gap=True) for text in texts)


CUT = lines(
    "That the Trust rebuild confidence: By publishing its waiting times By making sure that patients who write to the"
)
ANSWER = ("Waiting times have been public since May.", "We will write to every patient.")
REST = ("Trust get a reply that they can understand", "- By opening its meetings", "- By asking patients")


def test_the_fragment_and_its_bullets_go_back() -> None:
    found = bring_back_strays(CUT, lines(ANSWER[0], *REST, ANSWER[1]))
    assert found.moved
    assert (
        join_lines(found.recommendation).text.endswith(
            "write to the Trust get a reply that they can understand\n- By opening its meetings\n- By asking patients"
        )
        or "- By asking patients" in join_lines(found.recommendation).text
    )
    assert [line.text for line in found.response] == list(ANSWER)


def test_a_recommendation_that_is_finished_takes_nothing() -> None:
    whole = lines("That the Trust rebuild confidence: By publishing its waiting times. By asking patients.")
    assert not bring_back_strays(whole, lines(ANSWER[0], *REST)).moved


def test_bullets_of_another_form_are_the_answers_own() -> None:
    assert not bring_back_strays(CUT, lines("We will:", "- publish a list", "- ask patients")).moved


def test_bullets_right_after_a_stem_of_the_answer_go_back_without_the_stem() -> None:
    found = bring_back_strays(CUT, lines("First.", "Second.", *REST[1:]))
    assert [line.text for line in found.response] == ["First.", "Second."]


def test_nothing_is_lost_on_the_way() -> None:
    response = lines(ANSWER[0], *REST, ANSWER[1])
    found = bring_back_strays(CUT, response)
    assert sorted(line.text for line in (*found.recommendation, *found.response)) == sorted(
        line.text for line in (*CUT, *response)
    )


def test_an_empty_recommendation_or_answer_is_left_alone() -> None:
    assert not bring_back_strays((), lines(*REST)).moved
    assert not bring_back_strays(CUT, ()).moved

"""Recommendations in one list, and further on the paragraphs that answer each under a heading with its number."""

import pytest

from extract.flow import read_result
from extract.records import Recommendation

ASKED = (
    "That the Council extend the N4 bus to Harrow Green until 2 am.",
    "That the operator fit a camera in each vehicle.",
    "That the Council and the operator publish a leaflet.",
)
ANSWERS = (
    """Eastmoor District Council accepts this recommendation. We will extend the service by June 2025.

Eastmoor Travel also accepts it. It will hire two drivers.""",
    """The operator is unable to accept this recommendation. Cameras cost £4,000 each.

The Council is sorry to hear it.""",
    "The Council accepts this recommendation in part. A leaflet will be printed in May 2025.",
)


def _paper(asked: list[str], answers: list[tuple[str, str]]) -> str:
    said = "\n\n".join(f"{head}\n\n{text}" for head, text in answers)
    title = "Eastmoor District Council: response to the Task Group on Night Buses, 3 March 2025"
    listed = "\n\n".join(asked)
    return f"{title}\n\nRecommendations\n\n{listed}\n\nResponses\n\n{said}\n\nContact: Democratic Services"


def _rows(text: str) -> tuple[Recommendation, ...]:
    report = read_result(text.encode(), "paper.txt").report
    return report.recommendations if report else ()


@pytest.mark.parametrize(
    ("mark", "head"),
    [
        ("{}. ", "Recommendation {}"),
        ("{}. ", "Recommendation {} – Nights"),
        ("R{} ", "Reply to R{}"),
        ("({}) ", "Response to recommendation {}"),
        ("Recommendation {}: ", "Recommendation {}"),
    ],
)
def test_answers_under_headings_are_told_from_what_is_asked(mark: str, head: str) -> None:
    asked = [mark.format(at) + text for at, text in enumerate(ASKED, 1)]
    rows = _rows(_paper(asked, [(head.format(at), text) for at, text in enumerate(ANSWERS, 1)]))
    assert [row.number for row in rows] == ["1", "2", "3"]
    assert [row.text for row in rows] == [*ASKED]
    assert [row.response for row in rows] == [*ANSWERS]
    assert [row.outcome.value.value for row in rows] == ["accept", "reject", "amend"]


def test_answers_stand_in_any_order_and_one_for_several() -> None:
    asked = [f"{at}. {text}" for at, text in enumerate(ASKED, 1)]
    both = "These recommendations are accepted. Both will be done by June 2025.\n\nThe operator agrees."
    rows = _rows(_paper(asked, [("Recommendation 2", ANSWERS[1]), ("Recommendations 1 and 3", both)]))
    assert [(row.number, row.response) for row in rows] == [("1", both), ("2", ANSWERS[1]), ("3", both)]


def test_what_is_asked_may_stand_above_its_answer_again() -> None:
    asked = [f"{at}. {text}" for at, text in enumerate(ASKED, 1)]
    again = [(f"Recommendation {at}", f"{ASKED[at - 1]}\n\n{text}") for at, text in enumerate(ANSWERS, 1)]
    rows = _rows(_paper(asked, again))
    assert [(row.text, row.response) for row in rows] == [*zip(ASKED, ANSWERS, strict=True)]


def test_headings_without_answers_are_none() -> None:
    asked = [f"{at}. {text}" for at, text in enumerate(ASKED, 1)]
    evidence = "Witnesses spoke of long waits at the interchange.\n\nThe night of the visit was cold."
    rows = _rows(_paper(asked, [(f"Recommendation {at}", evidence) for at in (1, 2, 3)]))
    assert all(row.response != evidence for row in rows)

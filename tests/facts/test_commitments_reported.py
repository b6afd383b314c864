"""Clauses of minutes, whose verbs stand in the past though they tell of what is and will be."""

import pytest

from extract.facts.commitments import find_commitments
from extract.facts.commitments.reported import is_reported
from extract.language import load_language
from extract.records import CommitmentStatus
from extract.vocabulary.commitments import load_commitment_words

MINUTES = (
    "The Leader explained that a guide was being written with tenants. It would be printed in November and copies "
    "would be left in every library. The Council would not publish the waiting list. A working group had met twice. "
    "The old form was withdrawn in May."
)

_TELLS = load_commitment_words().words["tells"]


def _statuses(text: str) -> list[CommitmentStatus]:
    return [clause.status for clause in find_commitments(text, load_commitment_words(), load_language())]


def test_minutes_are_read_as_what_was_said() -> None:
    assert is_reported(MINUTES, _TELLS)
    assert _statuses(MINUTES) == [
        CommitmentStatus.IN_PROGRESS,
        CommitmentStatus.PLANNED,
        CommitmentStatus.PLANNED,
        CommitmentStatus.DECLINED,
        CommitmentStatus.COMPLETED,
        CommitmentStatus.COMPLETED,
    ]


def test_spans_are_those_of_the_printed_words() -> None:
    clauses = find_commitments(MINUTES, load_commitment_words(), load_language())
    assert clauses[1].span.of(MINUTES).startswith("It would be printed in November")


@pytest.mark.parametrize(
    "text",
    [
        "We have said that a second clinic would cost £2m and would stand empty. It was tried in 2019.",
        "The panel was told that the road would be closed. We will publish the dates in May and are writing.",
        "The scheme was built in 2019 and had two faults, which were put right.",
    ],
)
def test_an_answer_in_the_present_is_no_reported_speech(text: str) -> None:
    assert not is_reported(text, _TELLS)

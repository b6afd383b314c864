"""Answers of other bodies that a reply passes on have the status of what these do."""

import pytest

from extract.facts.commitments import find_commitments
from extract.facts.organisations import OrganisationContext, find_organisations
from extract.interpret.relays import as_relayed
from extract.language import load_language
from extract.records import CommitmentStatus, Field
from extract.vocabulary.commitments import load_commitment_words
from extract.vocabulary.organisations import load_registry
from extract.vocabulary.speakers import RelayExample, load_speaker_words

WORDS = load_speaker_words()


def statuses(text: str) -> list[tuple[CommitmentStatus, str | None]]:
    mentions = find_organisations(text, Field.RESPONSE, OrganisationContext(load_registry()))
    clauses = find_commitments(text, load_commitment_words(), load_language())
    relayed = (as_relayed(clause, text, mentions, WORDS) for clause in clauses)
    return [(clause.status, clause.actor.of(text) if clause.actor else None) for clause in relayed]


@pytest.mark.parametrize("example", WORDS.relays.examples, ids=lambda example: example.text)
def test_an_answer_that_is_passed_on_has_the_status_of_what_it_tells(example: RelayExample) -> None:
    assert [status for status, _ in statuses(example.text)] == [example.status]


def test_who_told_us_is_the_one_who_does_it() -> None:
    said = "We have been told by Network Rail that it cannot widen the bridge before 2030."
    assert statuses(said) == [(CommitmentStatus.DECLINED, "Network Rail")]


@pytest.mark.parametrize("text", ["We have written to residents.", "Officers confirmed the route in May 2025."])
def test_what_we_told_others_stays_what_was_done(text: str) -> None:
    assert [status for status, _ in statuses(text)] == [CommitmentStatus.COMPLETED]

"""Answers of other bodies that a reply passes on: what counts is what they do, and not that they told it."""

from dataclasses import replace

from extract.findings import ActorForm, Clause, Span
from extract.records import Because, CommitmentStatus, OrganisationMention
from extract.vocabulary.speakers import SpeakerWords

_TOLD = {CommitmentStatus.COMPLETED, CommitmentStatus.EXISTING_PRACTICE}
"""What a clause is taken for whose verb of telling alone is read."""


def as_relayed(clause: Clause, text: str, mentions: tuple[OrganisationMention, ...], words: SpeakerWords) -> Clause:
    """The clause with the status of what another body is said to do: ``has told us that it will not`` is a refusal.

    Args:
        clause: a clause.
        text: the field that it stands in.
        mentions: the bodies named in the field.
        words: how answers are passed on.
    """
    told = [(found, status) for pattern, status in words.told if (found := pattern.search(clause.span.of(text)))]
    if clause.status not in _TOLD or not told:
        return clause
    found, status = told[0]
    because = (Because(rule=f"clause_{status}:relayed", words=found[0]),)
    return _by_teller(replace(clause, status=status, because=because), text, mentions, found[0])


def _by_teller(clause: Clause, text: str, mentions: tuple[OrganisationMention, ...], said: str) -> Clause:
    """The clause with the body that told it for its doer, where it is named by it: ``We have been told by …``."""
    if " by " not in said:
        return clause
    start = text.find(said, clause.span.start)
    by = start + said.index(" by ")
    teller = next((m for m in mentions if by < m.start < start + len(said)), None)
    if teller is None:
        return clause
    return replace(clause, actor=Span(teller.start, teller.end), form=ActorForm.NAMED, antecedent=None)

"""Whose answers are looked for in which words, and what one is."""

from dataclasses import dataclass

from extract.findings import Body, Span, Speech
from extract.records import Field, OrganisationMention, Outcome, OutcomeDetail, OutcomeValue
from extract.vocabulary.outcomes import OutcomeWords

SELF = frozenset({"local_authority", "combined_authority", "pcc", "government", None})
"""The types of body that answer for themselves in a reply, and beside whom others have positions."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answers in one field.

    Attributes:
        text: the words.
        field: the field that they are.
        speeches: who speaks where in it.
        mentions: the bodies named in it.
        words: the vocabulary of outcomes.
        authority: who is answering, where known: its own refusals are no position.
    """

    text: str
    field: Field
    speeches: tuple[Speech, ...]
    mentions: tuple[OrganisationMention, ...]
    words: OutcomeWords
    authority: Body | None = None

    def speaker_at(self, offset: int) -> Body | None:
        """The body that speaks at an offset, where that is known."""
        found = (speech for speech in self.speeches if speech.span.start <= offset < speech.span.end)
        return next((speech.speaker for speech in found), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body answers.

    Attributes:
        body: who.
        value: the answer.
        detail: how far it goes, where that is said.
        span: the words that say so.
        rule: what found it.
        full: whether it is said to be an answer to all of the recommendation.
        part: whether it is an answer to a part of it.
    """

    body: Body
    value: OutcomeValue
    detail: OutcomeDetail | None
    span: Span
    rule: str
    full: bool = False
    part: bool = False


def is_other(reply: Reply, mention: OrganisationMention) -> bool:
    """Whether a mention names another body than who is answering."""
    if reply.authority is None:
        return mention.type not in SELF
    return mention.name != reply.authority.name and (mention.id is None or mention.id != reply.authority.id)


def differs(value: OutcomeValue, detail: OutcomeDetail | None, outcome: Outcome) -> bool:
    """Whether an answer is another than the outcome of the row; who notes a recommendation has answered nothing."""
    if value is OutcomeValue.NONE and detail is not OutcomeDetail.DEFERRED:
        return False
    return value is not outcome.value or (detail is not None and detail is not outcome.detail)

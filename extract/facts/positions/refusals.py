"""The answers that bodies give by refusing: in the first person, by name, or without a word of the recommendation."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from extract.facts.positions.answers import SELF, Answer, Reply
from extract.facts.positions.subjects import refusers, with_article
from extract.findings import Body, Span, body_of
from extract.records import Commitment, CommitmentStatus, OutcomeValue
from extract.sentences import find_sentences
from extract.vocabulary.outcomes import OutcomeWords

_CONDITION = re.compile(r"(?<!,)\s(?:where|unless|if|when)\s", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[^,.;:!?\n–—]*")


def refused(reply: Reply) -> Iterator[Answer]:
    """The refusals in the first person of bodies that speak for themselves beside the authority."""
    for match in reply.words.refusal.finditer(reply.text):
        speaker = reply.speaker_at(match.start())
        end = _CLAUSE_END.match(reply.text, match.end())
        if speaker is not None and speaker.type not in SELF:
            span = Span(match.start(), end.end() if end else match.end())
            yield Answer(speaker, OutcomeValue.REJECT, None, span, "position_refusal")


def refused_by_name(reply: Reply) -> Iterator[Answer]:
    """The refusals whose subject is a body that is named and is not the authority: ``The Force will not release …``."""
    for sentence in find_sentences(reply.text, reply.words.abbreviations):
        for match in reply.words.refusing.finditer(reply.text, sentence.start, sentence.end):
            on_condition = " that " in match[0] and _CONDITION.search(reply.text, match.end(), sentence.end)
            if on_condition or reply.words.supposed.search(reply.text, sentence.start, match.start()):
                continue
            end = _CLAUSE_END.match(reply.text, match.end(), sentence.end)
            subjects = refusers(reply, sentence, match.start())
            for mention in reversed(subjects):
                start = max(sentence.start, with_article(reply, sentence, subjects[-1]))
                span = Span(start, end.end() if end else match.end())
                yield Answer(body_of(mention), OutcomeValue.REJECT, None, span, "position_named_refusal")


def declined(reply: Reply, refusals: Sequence[Commitment], heard: AbstractSet[str]) -> Iterator[Answer]:
    """The refusals of bodies that say nothing of the recommendation itself.

    ``Network Rail's view is that the boundary meets its standard, and it will not raise the fence`` is its answer; a
    body that has agreed and leaves out a part has answered already, and one that tells what will not be done with a
    thing (``X has told us that records will not be released``) tells why, and refuses nothing that was asked of it.
    """
    named = {mention.name: mention.type for mention in reply.mentions}
    named |= {speech.speaker.name: speech.speaker.type for speech in reply.speeches if speech.speaker}
    for made in refusals:
        actor = made.actor
        told = actor is not None and actor.because and actor.because[0].rule == "actor_told"
        if actor is None or told or actor.name in heard or not (actor.id or actor.name in named):
            continue
        if reply.authority is not None and actor.name != reply.authority.name:
            body = Body(actor.name, actor.id, named.get(actor.name))
            yield Answer(body, OutcomeValue.REJECT, None, Span(made.start, made.end), "position_declined")


def is_of_mind(reply: Reply, made: Commitment) -> bool:
    """Whether a refusal tells what another body wants, and not what it can: that it cannot is why a part is accepted.

    ``The Trust does not accept that …`` is an answer of its own beside a council that agrees in part; who has staff
    for a part only has agreed to that part.
    """
    own = made.text.split(maxsplit=1)[0].lower() in {"we", "i"}
    return not own and reply.words.unwilling.search(made.text) is not None


def refusals_in(text: str, commitments: Sequence[Commitment], words: OutcomeWords) -> tuple[Commitment, ...]:
    """Those of a text's commitments that refuse something as a whole.

    Who cannot promise a day, refuses on a condition only, or in the sentence of a promise (``will pay for batteries,
    but will not take over maintenance``) has not refused what was asked; a reply that is passed on has.
    """
    return tuple(
        made
        for before, made in zip((None, *commitments), commitments, strict=False)
        if made.status is CommitmentStatus.DECLINED
        and not (made.condition or _CONDITION.search(made.text))
        and (words.speakers.tells.search(made.text) or not words.unpromised.search(made.text))
        and not (before and before.actor == made.actor and "." not in text[before.end : made.start])
    )

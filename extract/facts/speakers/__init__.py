"""Who speaks in each passage of a reply: whose ``we`` it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.facts.speakers.quotations import blanked, find_quotations
from extract.facts.speakers.room import NOBODY, Parties, Room, Turn
from extract.facts.speakers.turns import find_turns
from extract.findings import Span, Speech
from extract.records import OrganisationMention
from extract.vocabulary.outcomes import OutcomeWords

__all__ = ["NOBODY", "Parties", "find_speeches"]


def find_speeches(
    text: str, mentions: Sequence[OrganisationMention], parties: Parties, words: OutcomeWords
) -> tuple[Speech, ...]:
    """The text in stretches, each with the body whose words they are; together they cover it.

    What is quoted in the name of another body is its own; around it labels, introductions and the subjects of sentences
    tell.

    Args:
        text: a field of a recommendation.
        mentions: the bodies named in this text, with their offsets in it.
        parties: who may speak.
        words: the vocabulary of outcomes, with that of speakers.
    """
    room = Room(text, tuple(mentions), parties, words)
    quoted = find_quotations(room)
    spans = tuple(speech.span for speech in quoted)
    outside = tuple(m for m in mentions if not any(span.start <= m.start < span.end for span in spans))
    around = replace(room, text=blanked(text, spans), mentions=outside, quoted=spans)
    return tuple(_speeches(_with_quoted(find_turns(around), quoted), len(text)))


def _with_quoted(turns: Sequence[Turn], quoted: Sequence[Speech]) -> list[Turn]:
    """The turns, with those of the quotations; behind each the one goes on that it interrupts."""
    made = list(turns)
    for speech in quoted:
        start, end = speech.span.start, speech.span.end
        after = next(turn for turn in reversed(made) if turn.start <= end)
        made = [turn for turn in made if not start <= turn.start <= end]
        made = sorted(
            [*made, Turn(start, speech.speaker, quoted=True), Turn(end, after.speaker)], key=lambda t: t.start
        )
    return made


def _speeches(turns: Sequence[Turn], end: int) -> Iterator[Speech]:
    """The turns as stretches; neighbours with one speaker become one."""
    now = turns[0]
    for turn in turns[1:]:
        if (turn.speaker, turn.quoted) == (now.speaker, now.quoted):
            continue
        if turn.start > now.start:
            yield Speech(Span(now.start, turn.start), now.speaker, quoted=now.quoted)
        now = turn
    if end > now.start:
        yield Speech(Span(now.start, end), now.speaker, quoted=now.quoted)

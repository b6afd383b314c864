"""Whose words a sentence introduces: ``Network Rail has given this answer``, ``Inspector Helen Marsh writes``."""

import re
from collections.abc import Iterator

from extract.facts.speakers.room import Room
from extract.findings import Body, Span, body_of
from extract.records import OrganisationMention

_TO = re.compile(r"\b(?:to|with|after|against|about|alongside|than|asked|told|thanked?)\s+(?:the\s+)?\Z", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:which|who|whose)\b|,\s+(?:and|in\s+(?:its|their))\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:of|from|by|at|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEHALF = re.compile(r"\b(?:on\s+behalf\s+of|(?:speaking|answering|writing)\s+for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|i)\b[^,;]*\Z", re.IGNORECASE)
_WE_OPENS = re.compile(r"(?:[^,]{1,40},\s+)?(?:we|i)\b(?!.*\b(?:who|whose|which)\b)", re.IGNORECASE | re.DOTALL)
_TAKEN_UP = re.compile(r"\s*(?:it|they|she|he)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?P<owner>[A-Z][\w&-]+(?:\s(?:and\s|of\s)?[A-Z][\w&-]+){0,4})[’']s?\s(?=[A-Z])")
_ELSEWHERE = re.compile(r"\b(?:another|other)\s+(?:body|organisation|agency|authority)\b", re.IGNORECASE)


def whose_words(room: Room, lead: Span, before: Span | None) -> Body | None:
    """The body other than the authority whose words a sentence introduces; ``None`` where nobody tells, or its own.

    Args:
        room: the reply.
        lead: the sentence, or the part of it that stands before the words.
        before: the sentence before it, which tells who ``she`` or ``it`` is.
    """
    words = room.words.speakers
    cue = max((found for found in words.cue.finditer(room.text, lead.start, lead.end)), default=None, key=_start)
    end = cue.start() if cue else lead.end
    if named := _named(room, lead, end):
        return named if room.is_other(named) else None
    said = lead.of(room.text)
    if words.own.search(said) or _WE.search(said[: end - lead.start]) or _WE_OPENS.match(said):
        return None
    return _possessor(room, lead) or _by_post(room, lead) or _taken_up(room, lead, before) or _only_asked(room, lead)


def _start(found: re.Match[str]) -> int:
    return found.start()


def _named(room: Room, lead: Span, cue: int) -> Body | None:
    """Who is named: on whose behalf, else the last one before the word for an answer, else whose answer it is."""
    ranked = [*_on_behalf(room, lead), *_tellers(room, lead, cue), *_sources(room, lead, cue)]
    known = [mention for mention in ranked if mention.id]
    return body_of((known or ranked)[0]) if ranked else None


def _on_behalf(room: Room, lead: Span) -> Iterator[OrganisationMention]:
    return (m for m in room.within(lead) if _BEHALF.search(room.text, lead.start, m.start))


def _tellers(room: Room, lead: Span, cue: int) -> Iterator[OrganisationMention]:
    """Those before the word for an answer, the nearest first, but for whom another spoke to."""
    for mention in reversed(room.within(Span(lead.start, cue))):
        spoken_to = _TO.search(room.text, lead.start, mention.start)
        between = room.text[mention.end : cue]
        if (not spoken_to or _RELATIVE.search(between)) and not _WE.search(between):
            yield mention


def _sources(room: Room, lead: Span, cue: int) -> Iterator[OrganisationMention]:
    return (m for m in room.within(Span(cue, lead.end)) if _FROM.search(room.text, cue, m.start))


def _possessor(room: Room, lead: Span) -> Body | None:
    """The body whose officer speaks, named by the first words of its name: ``Kent’s Virtual School Head answered``."""
    found = _OWNED.search(lead.of(room.text))
    if found is None:
        return None
    mentioned = (body_of(mention) for mention in room.mentions)
    everybody = (*mentioned, *room.parties.bodies, *room.parties.named, *room.parties.elsewhere)
    bodies = {body.name: body for body in everybody if f"{body.name} ".startswith(f"{found['owner']} ")}
    others = [body for body in bodies.values() if room.is_other(body)]
    return others[0] if len(others) == 1 == len(bodies) else None


def _by_post(room: Room, lead: Span) -> Body | None:
    """The body that has a post of that sort: the police of an inspector, the fire service of a group manager."""
    types = room.words.speakers.types_of_post(lead.of(room.text))
    mentioned = (body_of(mention) for mention in room.mentions)
    everybody = (*room.parties.bodies, *room.parties.named, *mentioned, *room.parties.serving)
    return next((body for body in everybody if body.type in types and room.is_other(body)), None)


def _taken_up(room: Room, lead: Span, before: Span | None) -> Body | None:
    """Whom a pronoun that opens the sentence stands for: ``We asked Inspector Marsh. She writes: …``."""
    if before is None or not _TAKEN_UP.match(room.text, lead.start, lead.end):
        return None
    named = [body for mention in room.within(before) if room.is_other(body := body_of(mention))]
    return _by_post(room, before) or (named[-1] if named else None)


def _only_asked(room: Room, lead: Span) -> Body | None:
    """The one other body that was asked, where somebody of another speaks: ``Reply of the Chief Nursing Officer``."""
    others, said = room.parties.others(), lead.of(room.text)
    posts = [owner for owner in room.parties.owners if owner not in room.parties.bodies]
    elsewhere = _ELSEWHERE.search(said) or room.words.speakers.outside.search(said)
    return others[0] if len(others) == 1 and (elsewhere or not posts) else None

"""Sentences after which another speaks without quotation marks, and those after which the authority does again."""

import re

from extract.facts.speakers.room import Room
from extract.facts.speakers.whose import whose_words
from extract.findings import Body, Span, body_of

_ARTICLE = re.compile(r"(?:the\s+)?", re.IGNORECASE)
_WITH_US = re.compile(r"\b(?:us|our|me)\b", re.IGNORECASE)
_FEWEST = 4  # words after a colon


def introduced(room: Room, sentence: Span, before: Span | None) -> Body | None:
    """Whose answer a sentence says to follow: ``This reply comes from the Head of Nursing at Barset Hospitals.``."""
    words = room.words.speakers
    told = words.introduces.search(room.text, sentence.start, sentence.end)
    if sentence.of(room.text).endswith(":"):
        told = told or words.answers.search(room.text, sentence.start, sentence.end)
    if told is None or room.quotes(sentence) or not room.text[sentence.end :].strip():
        return None
    return whose_words(room, sentence, before)


def returns(room: Room, sentence: Span) -> bool:
    """Whether the authority speaks again: ``For our own part, we …``, ``The Council for its part …``."""
    return room.words.speakers.returns.search(room.text, sentence.start, sentence.end) is not None


def told_after_colon(room: Room, sentence: Span) -> tuple[int, Body] | None:
    """What another has answered, told after a colon: ``The Force agreed at once: officers will …``; from where on."""
    here = room.within(sentence)
    if not here or not room.is_other(body := body_of(here[0])):
        return None
    opens = _ARTICLE.fullmatch(room.text[sentence.start : here[0].start])
    colon = room.text.find(": ", here[0].end, sentence.end)
    said = room.text[here[0].end : colon]
    if not opens or colon < 0 or _WITH_US.search(said) or not room.words.speakers.answers.match(said.lstrip()):
        return None
    return (colon + 2, body) if len(room.text[colon : sentence.end].split()) > _FEWEST else None

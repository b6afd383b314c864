"""Answers of other bodies that a reply quotes in quotation marks."""

import re
from collections.abc import Iterator, Sequence

from extract.facts.speakers.room import Room
from extract.facts.speakers.whose import whose_words
from extract.findings import Span, Speech
from extract.sentences import find_sentences

_QUOTATION = re.compile(
    r"“(?:[^“”]|(?<=\n)“)*”|“[^“”\n]*"
    r"|(?<![\w\"])\"(?=\S)(?:[^\"]|(?<=\n)\")*\"(?!\w)"
    r"|(?<![\w‘])‘(?=[A-Z])[^‘]*?[.!?]’(?=\s|\Z)"
)
"""What stands in quotation marks; of one in several paragraphs, each may open with a mark."""
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|i|my)\b", re.IGNORECASE)
_FEWEST = 6  # words: fewer are a name or a phrase, unless somebody speaks of themselves
_ENDED = re.compile(r"[.!?][)”\"’]*\s*\Z")
_SIGNED = re.compile(r"\s*(?:[–—-]\s*|\()(?P<who>[A-Z][^\n.;)“]{2,100})")
"""Whose a quotation is, behind a dash or in brackets after it."""
_ASIDE = re.compile(r"\s*,?\s*[^.;\n“\"]{1,120}")


def find_quotations(room: Room) -> tuple[Speech, ...]:
    """The quotations that are the words of another body, each with whose they are.

    What introduces one stands before it (``Network Rail writes: “…”``, a sentence or a paragraph of its own that tells
    of an answer) or behind it (``“…,” says the Trust``, ``“…” – the Trust``). One that follows another at once is by
    the same.
    """
    found = list[Speech]()
    for match in _QUOTATION.finditer(room.text):
        span = Span(*match.span())
        last = found[-1] if found and not room.text[found[-1].span.end : span.start].strip() else None
        if not _is_speech(span.of(room.text)):
            continue
        if last is not None:
            found.append(Speech(span, last.speaker, quoted=True))
            continue
        bodies = (whose_words(room, lead, before) for lead, before in _leads(room, span))
        if body := next((body for body in bodies if body), None):
            found.append(Speech(span, body, quoted=True))
    return tuple(found)


def _is_speech(words: str) -> bool:
    return len(words.split()) >= _FEWEST or _FIRST_PERSON.search(words) is not None


def _leads(room: Room, quotation: Span) -> Iterator[tuple[Span, Span | None]]:
    """The words that may say whose a quotation is, each with the sentence before them."""
    earlier = find_sentences(room.text[: quotation.start], room.words.abbreviations)
    cue, label = room.words.speakers.cue, room.words.speakers.answers
    if earlier:
        lead, before = earlier[-1], earlier[-2] if len(earlier) > 1 else None
        said = lead.of(room.text)
        tells = label if _ENDED.search(said) else cue
        if tells.search(said) or _is_label(room, lead):
            yield lead, before
    aside = _ASIDE.match(room.text, quotation.end)
    if aside and cue.match(aside[0].lstrip(" ,")):
        yield Span(*aside.span()), earlier[-1] if earlier else None
    if signed := _SIGNED.match(room.text, quotation.end):
        yield Span(*signed.span("who")), None


def _is_label(room: Room, lead: Span) -> bool:
    """Whether no more than the name of a body stands before a colon: ``Diocese of Barset: “…”``."""
    said = lead.of(room.text).rstrip()
    rest = said.rstrip(" :–—-")
    for mention in room.within(lead):
        rest = rest.replace(mention.text, " ")
    return said.endswith(":") and bool(room.within(lead)) and not room.words.speakers.bare(rest)


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with some stretches of it blanked, so that its offsets stay; a full stop still ends the sentence."""
    for span in spans:
        stop = "." if _ENDED.search(span.of(text)) else " "
        text = text[: span.start] + re.sub(r"[^\n]", " ", span.of(text)[:-1]) + stop + text[span.end :]
    return text

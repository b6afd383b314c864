"""Who speaks in each passage of a reply: whose ``we`` it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.speakers.introduced import introduced, returns, told_after_colon
from extract.facts.speakers.room import Room, Turn, same
from extract.findings import Body, Span, body_of
from extract.sentences import find_sentences
from extract.text import is_list_item

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"(?P<label>[A-Z][^\n:–—.]{1,80}?)(?:\s*:\s|\s+[–—-]\s|\.\s)")
_INLINE = re.compile(r"(?P<label>[A-Z][^\n:.]{1,80}):\s")
_TO_THEM = re.compile(r"(?:our|my|the council['’]s)\s(?:\w+\s){0,2}to\b", re.IGNORECASE)
"""What the authority has sent to another: ``Our reply to the Trust:``."""
_HEADING_WORDS = 8
_ACRONYM = 4  # letters
_INITIALS = 3  # letters: fewer may be anybody's
_LEADS_IN = re.compile(
    r"(?:[^,.;:]{1,50},\s+)?(?:(?:however|but|and|locally|similarly|meanwhile),?\s+)?(?:the\s+)?\Z", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s")


def find_turns(room: Room) -> tuple[Turn, ...]:
    """Who speaks from where on; together they cover the text.

    A label (``Police: …``, ``ICB – Our view …``, a line of its own) names the speaker until the next one. In a text
    without labels a body that was asked, or that speaks of its own mind, speaks from the sentence whose subject it is
    (``The Met is committed … We know that …``), or from its reply that is introduced; a body that is only mentioned
    does not. Everything else is the words of the answering authority.
    """
    return (Turn(0, room.parties.authority), *(_labelled(room) or _unlabelled(room)))


@dataclass(frozen=True, slots=True)
class _Label:
    """The words that name a speaker, and whether they stand on a line of their own."""

    span: Span
    heading: bool


def _labelled(room: Room) -> list[Turn]:
    """A turn for each line that opens with, or is, the label of a body.

    A heading that names a body may be its topic; it is taken as a speaker where the body was asked or where the
    headings name several.
    """
    opening = [label for line in _LINE.finditer(room.text) if (label := _label_of(line))]
    labels = sorted([*opening, *_within_lines(room)], key=lambda label: label.span.start)
    named = [(label, found[0]) for label in labels if (found := _named_by(room, label.span))]
    several = len({body.name for label, body in named if label.heading and body}) > 1
    return [
        turn
        for label, body in named
        if several or not label.heading or body is None or _asked(room, body)
        for turn in _turns(room, label, body)
    ]


def _turns(room: Room, label: _Label, body: Body | None) -> Iterator[Turn]:
    """From a label on its body speaks; where its words stand in quotation marks, no further than these."""
    yield Turn(label.span.start, body)
    if quoted := room.quoted_after(label.span.end):
        yield Turn(quoted.end, room.parties.authority)


def _label_of(line: re.Match[str]) -> _Label | None:
    """What a line opens with before a colon or dash, or a short line; ``None`` in lists, where labels are topics."""
    words = line[0]
    if is_list_item(words) or _TO_THEM.match(words):
        return None
    if match := _LABEL.match(words):
        return _Label(Span(line.start(), line.start() + match.end("label")), heading=False)
    short = (
        len(words.split()) <= _HEADING_WORDS and words[:1].isupper() and not words.rstrip().endswith((".", ",", ";"))
    )
    return _Label(Span(line.start(), line.start() + len(words.rstrip(" :"))), heading=True) if short else None


def _within_lines(room: Room) -> Iterator[_Label]:
    """What sentences inside a line open with before a colon: a kind of body, or any label where a first person speaks.

    ``… in May. GMP: We …``, ``… in May. ICB in Leeds: Referrals …``.
    """
    for sentence in find_sentences(room.text, room.words.abbreviations):
        match = _INLINE.match(room.text, sentence.start, sentence.end)
        line = room.text.rfind("\n", 0, sentence.start) + 1
        if match is None or sentence.start == line:
            continue
        kind = room.words.speakers.kind_of(match["label"]) and not is_list_item(room.text[line:])
        if kind or _FIRST_PERSON.search(room.text, match.end(), sentence.end):
            yield _Label(Span(match.start(), match.end("label")), heading=False)


def _named_by(room: Room, label: Span) -> tuple[Body | None] | None:
    """The body that a label names, or no body for words that several say together; ``None`` for a topic."""
    speakers = room.words.speakers
    for mention in room.mentions:
        span = Span(mention.start, mention.end)
        if not span.overlaps(label) or speakers.bare(_without(room.text, label, span)):
            continue
        body = body_of(mention)
        return (body,) if body.id is not None or _asked(room, body) else None
    if owner := _owner_called(room, label.of(room.text)):
        return (owner,)
    types = speakers.kind_of(label.of(room.text))
    if types is None:
        return None
    return (_of_kind(room, types, speakers.bare(label.of(room.text))) if types else None,)


def _owner_called(room: Room, label: str) -> Body | None:
    """The body that was asked and is called so: by its name, the opening of it, or its initials."""
    label = label.strip(" :")
    for body in room.parties.owners:
        initials = "".join(word[0] for word in body.name.split() if word[:1].isupper())
        opens = len(label.split()) > 1 and body.name.startswith(label)
        if label == body.name or opens or (label == initials and len(label) >= _INITIALS):
            return body
    return None


def _of_kind(room: Room, types: frozenset[str], name: str) -> Body:
    """Who is meant by a kind of body: who answers or was asked, who is named with that word, or the printed name."""
    asked = next((body for body in room.parties.asked() if body.type in types), None)
    namesake = (mention for mention in room.mentions if mention.type in types and name in mention.text.lower())
    named = next((body_of(mention) for mention in namesake), None)
    return asked or named or Body(name.upper() if len(name) <= _ACRONYM else name.capitalize(), None, min(types))


def _asked(room: Room, body: Body) -> bool:
    return any(same(body, other) for other in room.parties.asked())


def _without(text: str, label: Span, name: Span) -> str:
    """A label without the name in it and what is printed in brackets beside it."""
    rest = f"{text[label.start : max(name.start, label.start)]} {text[min(name.end, label.end) : label.end]}"
    return re.sub(r"\([^)]*\)", " ", rest)


def _unlabelled(room: Room) -> list[Turn]:
    """A turn for each sentence whose subject is a body that speaks for itself, or that says who speaks next."""
    turns = [Turn(0, room.parties.authority)]
    before: Span | None = None
    for sentence in find_sentences(room.text, room.words.abbreviations):
        turns += _turns_of(room, sentence, before, turns[-1].speaker)
        before = sentence
    return turns[1:]


def _turns_of(room: Room, sentence: Span, before: Span | None, speaker: Body | None) -> list[Turn]:
    """The turns that begin with, in or after a sentence which ``speaker`` has come to."""
    if room.quotes(sentence):  # it says who is quoted, and that one speaks in the quotation alone
        return []
    if returns(room, sentence):
        return [Turn(sentence.start, room.parties.authority)]
    if body := introduced(room, sentence, before):
        return [Turn(sentence.end, body, quoted=True)]
    if told := told_after_colon(room, sentence):
        return [Turn(told[0], told[1]), Turn(sentence.end, speaker)]
    body = _subject(room, sentence, speaker)
    return [Turn(sentence.start, body)] if body is not None and not same(body, speaker) else []


def _subject(room: Room, sentence: Span, speaker: Body | None) -> Body | None:
    """The body that is the subject of a sentence and speaks from there on.

    A sentence that has another's name in the subject and ``us``, or the present speaker's name, further on is about the
    other and not by it.
    """
    here = [mention for mention in room.mentions if sentence.start <= mention.start < sentence.end]
    if not here or not _LEADS_IN.fullmatch(room.text[sentence.start : here[0].start]):
        return None
    rest = room.text[here[0].end : sentence.end]
    if _POSSESSIVE.match(rest) or not room.words.speakers.verb.match(rest.lstrip()):
        return None
    body = body_of(here[0])
    about = _FIRST_PERSON.search(rest) or any(same(body_of(mention), speaker) for mention in here[1:])
    return None if about or not _speaks(room, body, rest) else body


def _speaks(room: Room, body: Body, rest: str) -> bool:
    speakers, rest = room.words.speakers, rest.lstrip()
    if speakers.report.match(rest) and [owner.name for owner in room.parties.owners] != [body.name]:
        return False  # told of it, unless it alone was asked
    return _asked(room, body) or speakers.mind.match(rest) is not None

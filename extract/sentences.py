"""Where sentences begin and end in running text: a rule with a list of abbreviations, and list items that share a stem.

The statistical parser divides messy text (labels, bullets, glued stops) worse than the rule does.
"""

import re
from collections.abc import Iterator, Sequence

from extract.findings import Span
from extract.text import without_bullet

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?<![.?!…])[.?!…]++[\"'”’)\]]*+(?=\s+[\"'“‘(\[]?[A-Z0-9£•]|\s*$)")
_GLUED = re.compile(r"(?<![\w.@/'’-])(?:[A-Za-z'’-]*[a-z]{2}|(?:19|20)\d\d)[.?!](?=[A-Z][a-z]+\s)")
_ENUMERATOR = re.compile(r"\s*(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+(?=\S)")
_BEFORE_NUMBERS = frozenset(
    {
        *("no", "nos", "para", "paras", "rec", "recs", "fig", "figs", "ref", "sec", "vol", "max", "min", "app", "art"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    },
)
"""Abbreviations that end no sentence where a number follows, and may elsewhere (``the Rec.``, ``by 1 Dec.``)."""
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]|[a-z]\.[a-z]")
_OPEN_STEM = re.compile(
    r"\b(?:will|shall|to|have|has|are|is|be|been|by|can|cannot|not|also|now|includes?|including)\s*[:–—-]$"
)


def find_sentences(text: str, abbreviations: frozenset[str]) -> tuple[Span, ...]:
    """The sentences of a text in order; ``text[start:end]`` has no white space, bullet or enumerator at its ends.

    A new line bounds a sentence as a full stop does: paragraphs and list items stand on lines of their own.

    Args:
        text: running text as ``text.join_lines`` makes it.
        abbreviations: lower-case words, without their last stop, after which no sentence ends.
    """
    return tuple(sentence for line in _lines(text) for sentence in _divide(text, line, abbreviations))


def find_stems(text: str, sentences: Sequence[Span]) -> tuple[Span | None, ...]:
    """For each sentence the stem that it completes, or ``None``: ``The Council will:`` for ``• publish the map``.

    A stem ends with a colon after a word that asks for more (will, to, have, by); every list item that follows it on
    lines directly below completes it.
    """
    stems: list[Span | None] = []
    stem: Span | None = None
    before = 0
    for sentence in sentences:
        between = text[before : sentence.start]
        if stem is not None and ("\n" not in between or not _is_item(between)):
            stem = None
        stems.append(stem)
        if _OPEN_STEM.search(sentence.of(text)):
            stem = sentence
        before = sentence.end
    return tuple(stems)


def _is_item(between: str) -> bool:
    """Whether what stands between two sentences, a line break included, holds a bullet or an enumerator."""
    return bool(between.strip())


def _lines(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        content = without_bullet(line[0])
        if number := _ENUMERATOR.match(content):
            content = content[number.end() :]
        start = line.end() - len(content)
        yield Span(start, line.end())


def _divide(text: str, line: Span, abbreviations: frozenset[str]) -> Iterator[Span]:
    ends = {stop.end() for stop in _STOP.finditer(text, line.start, line.end) if _ends(stop, abbreviations)}
    ends |= {stop.end() for stop in _GLUED.finditer(text, line.start, line.end)}
    start = line.start
    for end in [*sorted(ends), line.end]:
        words = text[start:end]
        if words.strip():
            yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
        start = end


def _ends(stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    begin = stop.string.rfind(" ", stop.pos, stop.start()) + 1
    word = stop.string[max(begin, stop.pos) : stop.start()].lstrip("\"'“‘([")
    if stop[0] != "." or stop.end() == stop.endpos:
        return True
    if word.lower() in _BEFORE_NUMBERS:
        return not stop.string[stop.end() :].lstrip()[:1].isdigit()
    return word.lower() not in abbreviations and not _INITIALS.fullmatch(word)

"""Names of committees in a text: what they end with, and the words in capitals before and after."""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from extract.vocabulary.papers import PaperWords, Telling

_JOINING = {"and", "&"}
_OF = {"City", "House", "Isle", "Houses"}  # “of” is part of a name after these
_AUTHORITY = re.compile(r"^.*\b(?:Council|Borough|Government|Authority)(?:['’]s)?\s+(?=\S)")
_PERSON = re.compile(r"^(?:.*\b)?(?:Councillor|Cllr|Chair|Mr|Mrs|Ms|Dr)\b[^,]*,\s+")
_BRACKETS = r"\s+\((?=[A-Z])[^()]{3,80}\)"
_SUBJECT = (
    r"\s+(?:on|for|into)\s+(?:the\s+)?[A-Z][\w’'-]*"
    r"(?:,?\s+(?:(?:and|of|the|&|in)\s+)?[A-Z][\w’'-]*){0,7}"
)
_AFTER = re.compile(f"{_BRACKETS}|{_SUBJECT}")
_AFTER_STANDING = re.compile(f"{_BRACKETS}|(?<=Select Committee){_SUBJECT}|(?<=Commission){_SUBJECT}")
_MOST_WORDS = 14
_LONGEST = 250  # characters before what a name ends with
_SMALL = frozenset({"AND", "OF", "FOR", "THE", "ON", "IN", "TO", "BY", "INTO", "FROM", "WITH", "A"})


class Kind(IntEnum):
    """What sort of body it is, the surest last."""

    OTHER = 1
    GROUP = 2
    STANDING = 3


_FOLLOWING = {Kind.GROUP: _AFTER, Kind.STANDING: _AFTER_STANDING}


class Name(NamedTuple):
    """The name of a committee in a text.

    Attributes:
        text: the name.
        start: where it begins.
        end: where it ends.
        kind: what sort of body it is.
        own: it has words of its own, and is not just ``Scrutiny Committee``.
    """

    text: str
    start: int
    end: int
    kind: Kind
    own: bool


def find_names(text: str, words: PaperWords) -> Iterator[Name]:
    """The committees named in a text, in order; a line in capitals is read as if it were printed as names are."""
    shown = _as_printed(text)
    ends = 0
    for found, kind in _endings(shown, words):
        if found.start() >= ends:
            name = _whole(shown, found, kind, words, ends)
            ends = name.end
            if not words.never.expression.search(name.text):
                yield name


def _as_printed(text: str) -> str:
    """A text in capitals as names are printed, each character in its place."""
    if not text.isupper():
        return text
    return re.sub(r"\w[\w’']*", lambda word: word[0].lower() if word[0] in _SMALL else word[0].capitalize(), text)


def _endings(text: str, words: PaperWords) -> list[tuple[re.Match[str], Kind]]:
    kinds: tuple[tuple[Iterable[Telling], Kind], ...] = (
        (words.standing, Kind.STANDING),
        (words.group, Kind.GROUP),
        ((words.other,), Kind.OTHER),
    )
    found = [
        (match, kind) for tellings, kind in kinds for telling in tellings for match in telling.expression.finditer(text)
    ]
    return sorted(found, key=lambda each: (each[0].end(), -each[1], each[0].start()))


def _whole(text: str, ending: re.Match[str], kind: Kind, words: PaperWords, least: int) -> Name:
    start = _start(text, least, ending.start(), words)
    after = _FOLLOWING[kind].match(text, ending.end()) if kind in _FOLLOWING else None
    end = after.end() if after else ending.end()
    own = start < ending.start() or after is not None
    return Name(text[start:end], start, end, kind, own)


def _start(text: str, least: int, end: int, words: PaperWords) -> int:
    """Where the words in capitals before the ending begin, those that are no part of the name left out."""
    least = max(least, end - _LONGEST)
    kept = list(_capitals(text[least:end]))
    before = text[least + kept[-1] : end] if kept else ""
    for outer in (_PERSON, _AUTHORITY):
        if found := outer.match(before):
            before = before[found.end() :]
    while (first := before.split(None, 1)[:1]) and _is_outside(first[0], words):
        before = before[len(first[0]) :].lstrip()
    if "," in before and not re.search(r"\s(?:and|&)\s", before):
        before = before[before.rindex(",") + 1 :].lstrip()
    return end - len(before)


def _is_outside(word: str, words: PaperWords) -> bool:
    return (
        word.strip(",’'") in words.outside.set or word in _JOINING or re.sub(r"['’]s$", "", word) in words.outside.set
    )


def _capitals(before: str) -> Iterator[int]:
    """Where each word of the run that ends a text begins, the last first: words in capitals, and what joins them."""
    found = list(re.finditer(r"\S+", before))[-_MOST_WORDS:]
    for i in range(len(found) - 1, -1, -1):
        word = found[i][0]
        joins = word in _JOINING or (word == "of" and i > 0 and found[i - 1][0] in _OF)
        if not joins and (not word[0].isupper() or not re.fullmatch(r"[\w’'&/-]+,?", word)):
            return
        yield found[i].start()

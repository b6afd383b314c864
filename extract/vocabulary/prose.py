"""How running prose asks and answers: the patterns that tell a recommendation, its reply, and what is neither."""

import re
from functools import cached_property, lru_cache

import msgspec

from extract.vocabulary.source import read_toml, refuse

_FILE = "prose.toml"
_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})*[.)]?\s+")
_FIRST_POINT = re.compile(r"\s+(?=\d{1,2}\.\d{1,2}\s)")  # of a section, printed right below its heading
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_DEMANDS = re.compile(r"\b(?:should|must|recommends?)\b|^\s*that\b", re.IGNORECASE)


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A regular expression, and what it must match and must not, which hold it to account."""

    pattern: str
    examples: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern, blind to case."""
        return re.compile(self.pattern, re.IGNORECASE)


class ProseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``models/prose.toml``."""

    reply: tuple[Wording, ...]
    asks: Wording
    states: Wording
    own: Wording
    resolved: Wording
    ends: Wording
    replies: Wording
    awaited: Wording
    finds: Wording
    concluded: Wording

    def opens_reply(self, text: str) -> bool:
        """Whether a text opens as an answer does: ``Agreed.``, ``2.1 The Council accepts …``; not ``It should …``."""
        number = _NUMBER.match(text)
        start = number.end() if number else 0
        found = (wording.expression.match(text, start) for wording in self.reply)
        return any(one and not _DEMANDS.search(text, start, one.end()) for one in found)

    def asks_for(self, text: str) -> bool:
        """Whether a text asks for something by its words, and does not open as an answer does."""
        return self.asks.expression.search(text) is not None and not self.opens_reply(text)

    def says_reply(self, text: str) -> bool:
        """Whether a paragraph says that its paper replies to a review, and not that somebody is to reply."""
        told = (one for one in _SENTENCE_END.split(text) if not self.awaited.expression.search(one))
        return any(self.replies.expression.search(one) for one in told)

    def ends_answers(self, text: str) -> bool:
        """Whether a line opens what stands after the answers: an appendix, a contact, a signature."""
        return self.ends.expression.match(_FIRST_POINT.split(text, maxsplit=1)[0]) is not None


@lru_cache(maxsize=1)
def load_prose_words() -> ProseWords:
    """The patterns of ``models/prose.toml``, read once in a process.

    Raises:
        VocabularyError: the file is missing, or a pattern is faulty; all faults are listed.
    """
    words = read_toml(_FILE, ProseWords)
    opening = (*words.reply, words.states, words.own, words.resolved, words.ends, words.concluded)
    anywhere = (words.asks, words.replies, words.awaited, words.finds)
    refuse(_FILE, [fault for wording in (*opening, *anywhere) for fault in _faults(wording, opens=wording in opening)])
    return words


def _faults(wording: Wording, *, opens: bool) -> list[str]:
    """What is wrong with a wording: no regular expression, or one that does not match its examples."""
    try:
        matches = wording.expression.match if opens else wording.expression.search
    except re.error as fault:
        return [f"{wording.pattern}: {fault}"]
    missed = [
        f"“{example}” is not matched by {wording.pattern}" for example in wording.examples if not matches(example)
    ]
    return [*missed, *(f"“{text}” is matched by {wording.pattern}" for text in wording.but_not if matches(text))]

"""Words that a document runs together (``ofactions``) or breaks (``recom mendation``), put right where it is safe.

Only a word that is in no dictionary and is printed nowhere else is touched, and never one that may be a name: what is
left over must be words that the dictionary has or that the document prints by themselves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from extract.text import Passage

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TOKEN = re.compile(r"(?<![\w@/.'’-])[^\W\d_]{4,}(?![\w@/'’-]|\.\w)")
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BROKEN = re.compile(r"(?<![\w@/.'’-])([^\W\d_]{2,}) (?=([a-z]{2,})(?![\w@/'’-]))")
_BEFORE = frozenset(
    {
        "of",
        "the",
        "and",
        "with",
        "that",
        "which",
        "who",
        "our",
        "their",
        "this",
        "from",
        "have",
        "has",
        "will",
        "are",
        "also",
    }
)
_AFTER = frozenset({"of", "the", "and", "with", "that", "which", "our", "their", "will", "for", "from"})
_SMALL = _BEFORE | _AFTER | {"in", "if", "is", "to", "be", "no", "not", "we", "by", "as", "at", "or", "it", "on"}
_REST = 4  # letters beside a small word
_BOTH = 5  # letters of each of two words that the document prints by themselves
_LONG = 7  # letters of each of two words that the dictionary has
_WHOLE = 5  # letters of a word that was broken
_MANY = 3  # times that a word is printed which is meant to be one


class Edit(NamedTuple):
    """``text[start:end]`` is put in place of by ``new``: a space more, or a space less."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """What tells a word from two that were run together.

    Attributes:
        dictionary: English words in lower case.
        printed: how often the document prints each word, in lower case.
    """

    dictionary: frozenset[str]
    printed: Counter[str]

    def knows(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        return word.lower() in self.dictionary

    def prints(self, word: str) -> bool:
        """Whether a word stands by itself in the document."""
        return self.printed[word.lower()] > 0

    def repaired(self, passage: Passage) -> Passage:
        """The passage with words put right, each stretch still on the line that it was printed on."""
        edits = list(self._edits(passage.text))
        return _edited(passage, edits) if edits else passage

    def _edits(self, text: str) -> Iterator[Edit]:
        broken = [Edit(found.end(1), found.start(2), "") for found in _BROKEN.finditer(text) if self._is_broken(found)]
        run_together = (
            Edit(found.start() + at, found.start() + at, " ")
            for found in _TOKEN.finditer(text)
            if (at := self._division(found[0])) is not None
        )
        yield from sorted((*broken, *run_together))

    def _is_broken(self, found: re.Match[str]) -> bool:
        first, second = found[1].lower(), found[2]
        whole = first + second
        if len(whole) < _WHOLE or not (self.knows(whole) or self.printed[whole] >= _MANY):
            return False
        return not self.knows(first) or not self.knows(second)

    def _division(self, token: str) -> int | None:
        """Where a word that was run together is to be divided."""
        if self.knows(token) or self.printed[token.lower()] >= _MANY:
            return None
        if not token.islower():
            return self._capital(token)
        places = [at for at in range(2, len(token) - 1) if self._are_two(token[:at], token[at:])]
        return places[0] if len(places) == 1 else None

    def _capital(self, token: str) -> int | None:
        """The one capital within a word before which it is divided: ``TheCLDT``, ``SafeguardingAssurance``."""
        inner = [found.start() for found in _CAPITALS.finditer(token)]
        if len(inner) != 1:
            return None
        first, second = token[: inner[0]], token[inner[0] :]
        safe = first.lower() in _SMALL or (self.knows(first) and len(first) >= _REST and self.prints(first))
        return inner[0] if safe and self.prints(second) else None

    def _are_two(self, first: str, second: str) -> bool:
        if first in _BEFORE or second in _AFTER:
            rest = second if first in _BEFORE else first
            return rest in _SMALL or (len(rest) >= _REST and self.knows(rest))
        if first in _SMALL and second in _SMALL:
            return True
        if not (self.knows(first) and self.knows(second)):
            return False
        shorter = min(len(first), len(second))
        return shorter >= _LONG or (shorter >= _BOTH and self.prints(first) and self.prints(second))


def read_spelling(texts: Iterable[str], dictionary: frozenset[str]) -> Spelling:
    """What a document's texts and a dictionary say of its words."""
    return Spelling(dictionary, Counter(word.lower() for text in texts for word in _WORD.findall(text)))


def _edited(passage: Passage, edits: list[Edit]) -> Passage:
    text, at = "", 0
    for edit in edits:
        text += passage.text[at : edit.start] + edit.new
        at = edit.end
    text += passage.text[at:]
    pieces = (
        replace(piece, start=_moved(piece.start, edits), end=_moved(piece.end, edits)) for piece in passage.pieces
    )
    return Passage(text, tuple(pieces))


def _moved(offset: int, edits: list[Edit]) -> int:
    """Where an offset stands after the edits before it."""
    return offset + sum(len(edit.new) - min(edit.end, offset) + edit.start for edit in edits if edit.start < offset)

"""What papers say of themselves: the patterns that tell a title, a review, a committee, and a draft."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

import msgspec

from extract.vocabulary.source import read_toml, refuse

_FILE = "papers.toml"
_LONGEST_LINE = 300  # characters: what a longer line goes on with tells nothing more


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A regular expression with texts that it must find something in, and texts that it must not."""

    pattern: str
    examples: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern)


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words that mean something by being among them."""

    words: tuple[str, ...]

    @cached_property
    def set(self) -> frozenset[str]:
        """The words, to be asked whether a word is among them."""
        return frozenset(self.words)


class PaperWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/papers.toml``; see there what each part is for."""

    standing: tuple[Telling, ...]
    group: tuple[Telling, ...]
    other: Telling
    never: Telling
    outside: WordList
    asked: Telling
    review: Telling
    answer: Telling
    answers: Telling
    between: Telling
    generic: WordList
    draft: tuple[Telling, ...]
    no_title: tuple[Telling, ...]
    titled: Telling

    def is_draft(self, line: str) -> bool:
        """Whether a line says that the paper is a draft: ``DRAFT``, ``Draft response``, ``subject to approval``."""
        return _any(self.draft, line[:_LONGEST_LINE])

    def is_no_title(self, line: str) -> bool:
        """Whether a line at the head of a paper is none of its title: ``Appendix 1``, ``Cabinet``, ``OFFICIAL``."""
        return _any(self.no_title, line[:_LONGEST_LINE])


def _any(tellings: Iterable[Telling], line: str) -> bool:
    return any(telling.expression.search(line) for telling in tellings)


@lru_cache(maxsize=1)
def load_paper_words() -> PaperWords:
    """The patterns of ``models/papers.toml``, read once in a process.

    Raises:
        VocabularyError: the file is missing, or a pattern is faulty; all faults are listed.
    """
    words = read_toml(_FILE, PaperWords)
    alone = (words.other, words.never, words.asked, words.review, words.answer, words.answers, words.between)
    tellings = (*words.standing, *words.group, *words.draft, *words.no_title, *alone, words.titled)
    refuse(_FILE, [fault for telling in tellings for fault in faults_of(telling)])
    return words


def faults_of(telling: Telling) -> list[str]:
    """What is wrong with a pattern: no regular expression, or one that its examples or exceptions refute."""
    try:
        search = telling.expression.search
    except re.error as fault:
        return [f"{telling.pattern}: {fault}"]
    missed = [f"“{text}” is not matched by {telling.pattern}" for text in telling.examples if not search(text)]
    return missed + [f"“{text}” is matched by {telling.pattern}" for text in telling.but_not if search(text)]

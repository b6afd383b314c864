"""How letters take recommendations up by their place: numbers in words, what introduces, tells again and answers."""

import re
from functools import cached_property, lru_cache

import msgspec

from extract.vocabulary.phrases import compile_phrases, find_faults
from extract.vocabulary.source import read_toml, refuse

_FILE = "letters.toml"


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Phrases with one part in a letter, and what holds them to account."""

    phrases: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the phrases, as whole words."""
        return compile_phrases(self.phrases)


class LetterWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``models/letters.toml``.

    Attributes:
        ordinals: first, second …, in their order.
        cardinals: one, two …, in their order.
        nouns: what a recommendation is called.
        follows: what may follow a number that stands without its noun.
        who: whoever made the recommendations.
        introduces: what may stand before a number at the head of a paragraph.
        asks: verbs after which a recommendation is told again.
        opens: what opens it after a comma.
        answers: what opens the clause that answers.
        replies: what somebody says who answers.
        decides: a word that decides.
        together: what says that several are answered as one.
        bridges: what opens a paragraph between two answers.
        closes: what opens a paragraph after the last one.
    """

    ordinals: tuple[str, ...]
    cardinals: tuple[str, ...]
    nouns: tuple[str, ...]
    follows: tuple[str, ...]
    who: tuple[str, ...]
    introduces: Told
    asks: Told
    opens: Told
    answers: Told
    replies: Told
    decides: Told
    together: Told
    bridges: Told
    closes: Told


@lru_cache(maxsize=1)
def load_letter_words() -> LetterWords:
    """The words of ``models/letters.toml``, read once in a process.

    Raises:
        VocabularyError: the file is missing or faulty; all faults are listed.
    """
    words = read_toml(_FILE, LetterWords)
    told = tuple(one for one in msgspec.structs.asdict(words).values() if isinstance(one, Told))
    lists = (words.nouns, words.follows, words.who, *(one.phrases for one in told))
    phrases = [fault for one in lists for fault in find_faults(one)]
    refuse(_FILE, phrases or [fault for one in told for fault in _faults(one)])
    return words


def _faults(told: Told) -> list[str]:
    """The examples that the phrases do not open, and the counter-examples that they do."""
    missed = [f"“{text}” is opened by none of its phrases" for text in told.examples if not told.pattern.match(text)]
    return missed + [f"“{text}” is opened by a phrase" for text in told.counter_examples if told.pattern.match(text)]

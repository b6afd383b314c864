"""Words that tell Welsh from English, from ``models/languages.toml``."""

import re
from functools import lru_cache

import msgspec

from extract.vocabulary.source import read_toml, refuse

_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)*")
_APOSTROPHES = str.maketrans("'`‘", "’’’")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    welsh: frozenset[str]
    english: frozenset[str]
    welsh_examples: tuple[str, ...]
    english_examples: tuple[str, ...]
    neutral_examples: tuple[str, ...]


class Languages(msgspec.Struct, frozen=True):
    """Words that only one of the two languages has, in lower case.

    Attributes:
        welsh: Welsh words.
        english: English words.
        examples: lines with how far each leans to Welsh: 1, -1 or 0.
    """

    welsh: frozenset[str]
    english: frozenset[str]
    examples: tuple[tuple[str, int], ...] = ()

    def lean(self, text: str) -> int:
        """How many words of a text are Welsh, less those that are English: above 0 for Welsh, 0 where it is open."""
        words = _WORD.findall(text.lower().translate(_APOSTROPHES))
        return sum((word in self.welsh) - (word in self.english) for word in words)


@lru_cache(maxsize=1)
def load_languages() -> Languages:
    """The words of both languages.

    Raises:
        VocabularyError: the file is missing or faulty, or a word stands in both lists.
    """
    file = read_toml("languages.toml", _File)
    refuse("languages.toml", [f"“{word}” stands in both lists" for word in sorted(file.welsh & file.english)])
    leans = ((file.welsh_examples, 1), (file.english_examples, -1), (file.neutral_examples, 0))
    return Languages(file.welsh, file.english, tuple((line, lean) for lines, lean in leans for line in lines))

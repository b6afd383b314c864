"""How an answer points to another recommendation's: ``see response to recommendation 4``."""

import re
from functools import cached_property, lru_cache

import msgspec

from extract.vocabulary.source import read_toml, refuse

_FILE = "references.toml"


class Pointer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression with ``{numbers}`` for the labels it points to, or without them for the row before."""

    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word for a recommendation with its labels, and one label."""

    pattern: str
    label: str


class ReferenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/references.toml``."""

    reference: tuple[Pointer, ...]
    labels: Labels
    other: Pointer

    @cached_property
    def expressions(self) -> tuple[re.Pattern[str], ...]:
        """The compiled pointers, blind to case; the group ``numbers`` holds the labels where one names some."""
        return tuple(self.compiled(pointer.pattern) for pointer in self.reference)

    @cached_property
    def elsewhere(self) -> re.Pattern[str]:
        """What behind the labels says that they are another paper's."""
        return self.compiled(self.other.pattern)

    @cached_property
    def one_label(self) -> re.Pattern[str]:
        """One label."""
        return re.compile(self.labels.label, re.IGNORECASE)

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern with its labels put in."""
        numbers = self.labels.pattern.replace("{label}", self.labels.label)
        opening = r"(?<!\w)" if pattern[:2] != r"\s" else ""
        return re.compile(opening + pattern.replace("{numbers}", numbers), re.IGNORECASE)


@lru_cache(maxsize=1)
def load_reference_words() -> ReferenceWords:
    """The patterns of ``models/references.toml``, read once in a process.

    Raises:
        VocabularyError: the file is missing, or a pattern is faulty or does not fit its examples; all are listed.
    """
    words = read_toml(_FILE, ReferenceWords)
    refuse(_FILE, [fault for pointer in (*words.reference, words.other) for fault in _faults(words, pointer)])
    return words


def _faults(words: ReferenceWords, pointer: Pointer) -> list[str]:
    try:
        matches = words.compiled(pointer.pattern).search
    except re.error as fault:
        return [f"{pointer.pattern}: {fault}"]
    missed = [f"“{example}” is not matched" for example in pointer.examples if not matches(example)]
    return missed + [f"“{example}” is matched" for example in pointer.counter_examples if matches(example)]

"""The codes of flags and warnings, and the plain sentence of each."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

import msgspec

from extract.vocabulary.phrases import compile_phrases
from extract.vocabulary.source import find_twice, read_toml, refuse

_FILE = "flags.toml"


class Level(StrEnum):
    """How serious it is: something may be wrong or missing in the tables, or it is worth knowing."""

    DOUBT = "doubt"
    NOTE = "note"


class FlagWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code, what it is about, how serious it is (``weight``: higher is more), and its sentence."""

    code: str
    about: str
    level: Level
    weight: int
    sentence: str


class Money(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for money, with conditions that hold one and that hold none."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class Flags(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/flags.toml``."""

    flag: tuple[FlagWords, ...]
    money: Money

    @cached_property
    def _by_code(self) -> Mapping[str, FlagWords]:
        return {flag.code: flag for flag in self.flag}

    @cached_property
    def _money(self) -> re.Pattern[str]:
        return compile_phrases(self.money.words)

    def names_money(self, words: str) -> bool:
        """Whether a condition is about money: ``subject to funding``."""
        return self._money.search(words) is not None

    def __getitem__(self, code: str) -> FlagWords:
        """The entry of a code."""
        return self._by_code[code]

    def sentence(self, code: str, words: Mapping[str, str] | None = None) -> str:
        """The sentence of a code, its braces filled from ``words``."""
        return self[code].sentence.format_map(words or {})


def load_flags() -> Flags:
    """The codes of ``models/flags.toml``.

    Raises:
        VocabularyError: the file is missing or faulty, or a code stands twice.
    """
    flags = read_toml(_FILE, Flags)
    refuse(_FILE, find_twice(flag.code for flag in flags.flag) + _faults(flags))
    return flags


def _faults(flags: Flags) -> list[str]:
    missed = [f"“{words}” names no money" for words in flags.money.examples if not flags.names_money(words)]
    return missed + [f"“{words}” names money" for words in flags.money.counter_examples if flags.names_money(words)]

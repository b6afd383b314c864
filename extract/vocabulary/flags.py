"""The codes of flags and warnings, and the plain sentence of each."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

import msgspec

from extract.vocabulary.source import read_toml, refuse

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


class Flags(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/flags.toml``."""

    flag: tuple[FlagWords, ...]

    @cached_property
    def _by_code(self) -> Mapping[str, FlagWords]:
        return {flag.code: flag for flag in self.flag}

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
    codes = [flag.code for flag in flags.flag]
    refuse(_FILE, sorted({f"{code} stands twice" for code in codes if codes.count(code) > 1}))
    return flags

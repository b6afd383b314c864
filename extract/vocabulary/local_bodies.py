"""The words that names of bodies are made of which no registry holds, from ``models/local_bodies.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import msgspec

from extract.vocabulary.organisations import TYPES
from extract.vocabulary.source import read_toml, refuse

_FILE = "local_bodies.toml"


class NameExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and the names of the bodies that are found in it: run as a test."""

    text: str
    names: tuple[str, ...]


class BodyKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last words of names and what sort of body they are; ``found`` is no where the form alone names no body."""

    type: str
    heads: tuple[str, ...]
    examples: tuple[str, ...]
    found: Literal["yes", "no"] = "yes"


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one use in names."""

    words: tuple[str, ...]
    examples: tuple[NameExample, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: tuple[BodyKind, ...]
    openers: NameWords
    plain: NameWords
    branch_openers: NameWords
    sure_openers: NameWords
    branch_heads: NameWords
    no_place: NameWords
    own_heads: NameWords


@dataclass(frozen=True, eq=False, slots=True)
class LocalWords:
    """All of ``models/local_bodies.toml``, capitals as printed.

    Attributes:
        types: what sort of body it is, by the last word of its name.
        heads: the last words by which prose names a body.
        openers: words that open a sentence and no name.
        plain: words that tell no body from another.
        branch_openers: how the names of local branches open, before their place.
        sure_openers: those of them that go before any name, of no known place too.
        branch_heads: how the names of local branches end, after their place.
        no_place: words that follow the name of a national body and are no place.
        own_heads: last words of the names of a council's own parts, where nothing but its work is named.
        kinds: the last words as they are grouped in the file, with their examples.
        examples: texts with the names in them.
    """

    types: Mapping[str, str]
    heads: frozenset[str]
    openers: frozenset[str]
    plain: frozenset[str]
    branch_openers: tuple[str, ...]
    sure_openers: frozenset[str]
    branch_heads: tuple[str, ...]
    no_place: frozenset[str]
    own_heads: frozenset[str]
    kinds: tuple[BodyKind, ...]
    examples: tuple[NameExample, ...]


@lru_cache(maxsize=1)
def load_local_words() -> LocalWords:
    """The words of ``models/local_bodies.toml``, read once in a process.

    Raises:
        VocabularyError: the file is missing or faulty; all its faults are listed.
    """
    file = read_toml(_FILE, _File)
    refuse(_FILE, [*_unknown_types(file), *_twice(file)])
    return LocalWords(
        types={head: kind.type for kind in file.kind for head in kind.heads},
        heads=frozenset(head for kind in file.kind if kind.found == "yes" for head in kind.heads),
        openers=frozenset(file.openers.words),
        plain=frozenset(file.plain.words),
        branch_openers=(*file.branch_openers.words, *file.sure_openers.words),
        sure_openers=frozenset(file.sure_openers.words),
        branch_heads=file.branch_heads.words,
        no_place=frozenset(file.no_place.words),
        own_heads=frozenset(file.own_heads.words),
        kinds=file.kind,
        examples=tuple(
            example
            for words in (
                *(file.openers, file.plain, file.branch_openers, file.sure_openers, file.branch_heads),
                *(file.no_place, file.own_heads),
            )
            for example in words.examples
        ),
    )


def _unknown_types(file: _File) -> list[str]:
    return [f"unknown type {kind.type!r}" for kind in file.kind if kind.type not in TYPES]


def _twice(file: _File) -> list[str]:
    lists = ([head for kind in file.kind for head in kind.heads], list(file.openers.words), list(file.plain.words))
    return [f"{word!r} stands twice" for words in lists for word in sorted(set(words)) if words.count(word) > 1]

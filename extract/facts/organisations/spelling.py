"""The known name that a misspelt or run-together one stands for: ``St Gile'sTrust``."""

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from extract.findings import Body
from extract.vocabulary.organisations import Registry, key_of

LEAST_LIKENESS = 90
"""Measured: from 90 of ``ratio`` or ``token_sort_ratio`` on, misspellings are found and no other name is taken."""

_LEAST_LENGTH = 8
_CLOSED_UP_LIKENESS = 95


def nearest_name(words: str, registry: Registry) -> Body | None:
    """The body whose name is spelt all but as these words are; ``None`` if there is none, or its place is another."""
    key = key_of(words)
    if len(key) < _LEAST_LENGTH or " " not in key or key.islower() or key in registry.places:
        return None
    return _nearest(key, registry)


@lru_cache(maxsize=4096)
def _nearest(key: str, registry: Registry) -> Body | None:
    names, ordered = _names_by_initial(registry).get(key[0].casefold(), ((), ()))
    for printed, choices in ((key, names), (_ordered(key), ordered)):
        for _, _, at in process.extract(printed, choices, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=3):
            if key != f"{names[at]}s" and _same_words(key, names[at]) and _same_place(key, names[at], registry):
                return registry.organisations[registry.aliases[names[at]]]
    return None


def _ordered(key: str) -> str:
    """The words in the order of the alphabet: ``ratio`` of two such is ``token_sort_ratio``, which sorts every time."""
    return " ".join(sorted(key.split()))


@lru_cache(maxsize=4)
def _names_by_initial(registry: Registry) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names long enough to be compared, as they are and ordered, by their first letter, which misspellings keep."""
    found = dict[str, list[str]]()
    for name in registry.names:
        if len(name) >= _LEAST_LENGTH and not name.isupper():
            found.setdefault(name[0].casefold(), []).append(name)
    return {initial: (tuple(names), tuple(map(_ordered, names))) for initial, names in found.items()}


def _same_words(key: str, name: str) -> bool:
    """Whether no word is missing: as many words, or the same letters with the spaces in other places."""
    if key.count(" ") == name.count(" "):
        return True
    return fuzz.ratio(key.replace(" ", ""), name.replace(" ", "")) >= _CLOSED_UP_LIKENESS


def _same_place(key: str, name: str, registry: Registry) -> bool:
    """Whether every place word of the printed words is one of the name: ``Gwent Police`` is not Kent Police."""
    printed, known = (set(words.lower().split()) & registry.place_words for words in (key, name))
    return printed <= known

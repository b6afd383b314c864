"""Abbreviations that a document does not explain: the initials of a body that it names in full elsewhere."""

import re
from collections.abc import Collection, Iterable

from extract.findings import Body
from extract.vocabulary.organisations import Registry

_ABBREVIATION = re.compile(r"(?<![\w&/-])[A-Z]{3,8}(?![\w&/-])")
_SMALL = frozenset({"and", "of", "for", "the", "in", "on", "upon", "with"})
_LEFT_OUT = ("NHS",)
_FEWEST = 3  # letters; two stand for too much


def initials_in(texts: Iterable[str], bodies: Iterable[Body], registry: Registry) -> dict[str, str]:
    """The abbreviations in the texts that are the initials of just one of the bodies, each with its full name.

    What the registry knows otherwise is left alone, unless it means a body that the texts do not name in full:
    ``GHFT`` is the Gateshead trust where that one is named, and Gloucestershire's elsewhere.
    """
    told, named = dict[str, set[str]](), [*bodies]
    for body in named:
        for letters in _initials(body.name):
            told.setdefault(letters, set()).add(body.name)
    if not told:
        return {}
    used = {found for text in texts for found in _ABBREVIATION.findall(text) if found in told}
    ids = {body.id for body in named}
    return {
        short: min(told[short]) for short in sorted(used) if len(told[short]) == 1 and not _known(short, ids, registry)
    }


def _known(short: str, named: Collection[str | None], registry: Registry) -> bool:
    """Whether the registry has the initials: for a class of bodies, for several, or for one that the texts name."""
    return short in registry.ambiguous or short in registry.generic or registry.aliases.get(short) in named


def _initials(name: str) -> set[str]:
    """The initials of a name, with and without those words that abbreviations leave out."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", name) if word not in _SMALL]
    found = {"".join(word[0] for word in kept) for kept in (words, [word for word in words if word not in _LEFT_OUT])}
    return {letters.upper() for letters in found if len(letters) >= _FEWEST}

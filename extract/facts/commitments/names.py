"""The programme, post, group, board, contract, plan or service that a clause names."""

import re

_CAPITAL = r"(?:[A-Z][\w+'’&/-]*|\d+\+)"
_PHRASE = re.compile(
    rf"\b{_CAPITAL}(?:\s+(?:of|for|and|&|on|against|in)(?:\s+the)?(?=\s+[A-Z])|\s+{_CAPITAL}|\s+['‘\"“][\w\s-]{{2,30}}['’\"”](?=\s))*"
    r"(?P<tail>(?:\s+[a-z][a-z-]+){0,2})",
)
_LOWER = re.compile(
    r"\b(?P<name>(?:[a-z-]+ ){1,3}(?:task ?force|sub-? ?group|working group|hospital pathway|helpline|toolkit))\b"
)
_ACRONYM = re.compile(r"\b[A-Z]{4,}\b")
_SMALL = frozenset({
    "the", "a", "an", "our", "my", "this", "these", "that", "in", "at", "on", "for", "by", "from", "its", "their", "all", "each", "every", "we",
    "i", "it", "to", "of", "and", "with", "into", "as", "new", "no", "there", "any", "some", "both", "will", "is", "are", "has", "have", "be",
    "been", "being", "was", "were", "if", "subject", "once", "where", "when", "however", "or", "one", "two", "three",
})  # fmt: skip


def find_name(words: str, heads: frozenset[str]) -> str | None:
    """The name in a clause, or ``None``.

    A capitalised phrase that ends in one of ``heads`` comes first (``DSL Forum``, ``Whipps Cross hospital pathway``),
    then a body that is named in lower case (``retail crime taskforce``), then an acronym (``MARAC``).

    Args:
        words: the clause.
        heads: lower-case nouns: programme, forum, strategy.
    """
    for found in _PHRASE.finditer(words):
        name = _trimmed(found[0].split(), heads)
        if name and not (words.startswith(name[0]) and _merely_opens(name)):
            return " ".join(name)
    if lower := _LOWER.search(words):
        return " ".join(_without_small(lower["name"].split())).replace("- ", "-")
    acronym = _ACRONYM.search(words)
    return acronym[0] if acronym else None


def _trimmed(parts: list[str], heads: frozenset[str]) -> list[str]:
    """The words from the first that is no article to the last that is a head; none where that is no name."""
    while parts and parts[-1].lower() not in heads:
        parts = parts[:-1]
    parts = _without_small(parts)
    capitals = [part for part in parts if part[0].isupper() or part[0].isdigit()]
    between = parts[len(capitals) : -1]
    if (
        len(parts) < 2
        or not capitals
        or any(part in _SMALL for part in between if part.islower() and part not in {"of", "for", "and"})
    ):
        return []
    return parts


def _without_small(parts: list[str]) -> list[str]:
    while parts and parts[0].lower() in _SMALL:
        parts = parts[1:]
    return parts


def _merely_opens(name: list[str]) -> bool:
    """Whether the only capital is that of a sentence's first word: ``Support scheme``."""
    return name[0].istitle() and all(part.islower() for part in name[1:])

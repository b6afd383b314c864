"""The programme, post, group, board, contract, plan or service that a clause names."""

import re
from collections.abc import Iterator
from functools import cache

from extract.findings import Span
from extract.vocabulary.commitments import CommitmentWords

_CAPITAL = r"(?:[A-Z][\w+'’&/-]*|\d+\+)"
_PHRASE = re.compile(
    rf"\b{_CAPITAL}(?:\s+(?:of|for|and|&|on|against|in)(?:\s+the)?(?=\s+[A-Z])|\s+{_CAPITAL}|\s+['‘\"“][\w\s-]{{2,30}}['’\"”](?=\s))*"
    r"(?P<tail>(?:\s+[a-z][a-z-]+){0,2})",
)
_ACRONYM = re.compile(r"\b[A-Z]{4,}\b")
_ACTS = re.compile(r"\s+(?:(?!(?:as|across|process|is|was|has)\b)[a-z]+s|will|have|can)\s")
"""What follows an acronym that is somebody who acts, and so no programme: ``provided that NHSE confirms it``."""
_PROPER = re.compile(
    r"(?<=[a-z,] )(?:[A-Z][a-z]+[A-Za-z]*(?:\s+(?:for|of|the|in|and|to|You|It)\s+[A-Z][\w’'-]*|\s+[A-Z][\w’'-]*){1,5}"
    r"|[a-z]+[A-Z]{2,}\w*|[A-Z][a-z]+[A-Z][a-z]+\w*)(?!['’]s\b)\b"
)
_WITH_KIND = re.compile(
    r"(?<!\w)(?!(?:The|A|An|Our|This|Its|Their)\s)[A-Z][\w’'&-]*(?:\s+(?:the|of|for|and|in)\s+[A-Z][\w’'-]*|\s+[A-Z][\w’'-]*){0,4}"
    r"(?=\s(?:event|system|software|scheme|site|element|brand|module|tool|app|platform|initiative|campaign|website|portal"
    r"|series|database|method|approach|model|package|trial|offer|programme|project|pilot|bulletin|newsletter)\b)"
)
"""A name before the noun that says what it is of: ``the Meet the Buyer event``, ``Exacom software``."""
_PLACED = re.compile(
    r"\b(?:in|at|near|from|between|across|along|outside|towards|around|to|by|with|and|for|of|Councillor|Cllr|Mr|Mrs|Ms|Dr|Act"
    r"|Section|Key|Year)\s(?:the\s)?$"
)
_BEFORE = 16
_LINKS = frozenset({"of", "for", "and"})
_SMALL = frozenset({
    "the", "a", "an", "our", "my", "this", "these", "that", "in", "at", "on", "for", "by", "from", "its", "their",
    "all", "each", "every", "we", "i", "it", "to", "of", "and", "with", "into", "as", "new", "no", "there", "any",
    "some", "both", "will", "is", "are", "has", "have", "be", "been", "being", "was", "were", "if", "subject", "once",
    "where", "when", "however", "or", "one", "two",
})  # fmt: skip


def find_names(text: str, vocabulary: CommitmentWords) -> tuple[str, ...]:
    """The listed names of a text, in order: capitalised phrases that end in a noun for programmes, groups or plans."""
    trimmed = (_trimmed(found[0].split(), vocabulary.names) for found in _PHRASE.finditer(text))
    return tuple(" ".join(name) for name in trimmed if name)


def find_proper_names(text: str, within: Span) -> Iterator[Span]:
    """The capitalised phrases of a stretch that may name something though no noun says what: ``Leeds for Learning``.

    Several words, or one of mixed case (``ePEP``), behind an article, a verb or ``on``, ``through``, ``under``; behind
    ``in``, ``at`` or ``from`` stands a place.
    """
    for found in _WITH_KIND.finditer(text, within.start, within.end):
        yield Span(found.start(), found.end())
    for found in _PROPER.finditer(text, within.start, within.end):
        if not _PLACED.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield Span(found.start(), found.end())


def find_name(words: str, vocabulary: CommitmentWords) -> str | None:
    """The name in a clause, or ``None``.

    A capitalised phrase that ends in a noun for programmes, groups or plans comes first (``DSL Forum``, ``Whipps Cross
    hospital pathway``), then what is named in lower case (``retail crime taskforce``), then an acronym (``MARAC``).

    Args:
        words: the clause.
        vocabulary: the nouns.
    """
    named = [_trimmed(found[0].split(), vocabulary.names) for found in _PHRASE.finditer(words)]
    names = [name for name in named if name and not (words.startswith(name[0]) and _merely_opens(name))]
    if names:
        # a place where something happens gives way to the programme that it is about
        return " ".join(next((name for name in names if name[-1].lower() not in vocabulary.place_names), names[0]))
    if lower := _in_lower_case(vocabulary.lower_names).search(words):
        return " ".join(_without_small(lower[0].split())).replace("- ", "-")
    acronyms = (found[0] for found in _ACRONYM.finditer(words) if not _ACTS.match(words, found.end()))
    return next(acronyms, None)


@cache
def _in_lower_case(nouns: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:[a-z-]+ ){{1,3}}(?:{'|'.join(sorted(nouns))})\b")


def _trimmed(parts: list[str], heads: frozenset[str]) -> list[str]:
    """The words from the first that is no article to the last that is a head; none where that is no name."""
    while parts and parts[-1].lower() not in heads:
        parts = parts[:-1]
    parts = _without_small(parts)
    capitals = [part for part in parts if part[0].isupper() or part[0].isdigit()]
    between = (part for part in parts[len(capitals) : -1] if part.islower() and part not in _LINKS)
    if len(parts) <= 1 or not capitals or any(part in _SMALL for part in between):
        return []
    return parts


def _without_small(parts: list[str]) -> list[str]:
    while parts and parts[0].lower() in _SMALL:
        parts = parts[1:]
    return parts


def _merely_opens(name: list[str]) -> bool:
    """Whether the only capital is that of a sentence's first word: ``Support scheme``."""
    return name[0].istitle() and all(part.islower() for part in name[1:])

"""The names under which bodies answer in a document, and which no registry holds: ``Westmere Homes: Accepted.``."""

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.facts.owners import may_be_body
from extract.layouts.entries import Entry, Filled
from extract.statements import find_statements
from extract.text import beside_name
from extract.vocabulary import Vocabulary
from extract.vocabulary.headings import ColumnRole

_FEWEST = 2  # answers under a name
_ARTICLE = re.compile(r"\A[Tt]he\s+")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_ANSWER = r"(?:response|reply|answer|comments?|view|position)"
_FROM = re.compile(
    rf"(?:formal\s+|written\s+)?{_ANSWER}\s+(?:of|from|by)\s+(?P<from>.+)"
    rf"|{_ANSWER}\s+(?:\((?P<within>[^()]+)\)|[–—-]\s(?P<behind>.+))"
    rf"|(?P<whose>.+?)['’]s?\s+{_ANSWER}",
    re.IGNORECASE,
)
"""Titles that say whose an answer is: ``Response from Westmere Homes``, ``Westmere Homes’ answer``."""


def names_answering(entries: Sequence[Entry], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names that open answers again and again, the longest first, where some of these answers decide.

    Posts, teams and services answer for the body that they belong to, and kinds of body (``Police``) for one that is
    named elsewhere.
    """
    texts = defaultdict[str, list[str]](list)
    for entry in entries:
        for cell in entry.cells:
            if cell.role is ColumnRole.RESPONSE and (name := _name_of(cell)):
                texts[name].append(_said(cell))
    names = (name for name, said in texts.items() if len(said) >= _FEWEST and _decide(said, vocabulary))
    return tuple(sorted((name for name in names if _is_body(name, vocabulary)), key=lambda name: (-len(name), name)))


def _opens_with_title(cell: Filled) -> bool:
    return bool(cell.heading) and cell.passage.text.startswith(cell.heading)


def _name_of(cell: Filled) -> str | None:
    """The name that a cell opens with, or that its title says it is from; ``None`` where it has another title."""
    told = _FROM.fullmatch(cell.heading)
    name = (told["from"] or told["within"] or told["behind"] or told["whose"]) if told else cell.heading
    return _ARTICLE.sub("", _BRACKET.sub("", name)) if told or _opens_with_title(cell) else None


def _said(cell: Filled) -> str:
    return beside_name(cell.passage.text, cell.heading) if _opens_with_title(cell) else cell.passage.text


def _decide(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(statement.named for text in texts for statement in find_statements(text, vocabulary.outcomes))


def _is_body(name: str, vocabulary: Vocabulary) -> bool:
    kind = vocabulary.outcomes.speakers.kind_of(name)
    return kind is None and may_be_body(name, vocabulary.owners)

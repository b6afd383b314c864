"""The names under which bodies answer in a document, and which no registry holds: ``Westmere Homes: Accepted.``."""

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.facts.owners import may_be_body
from extract.layouts.entries import Entry, Filled
from extract.statements import find_statements
from extract.vocabulary import Vocabulary
from extract.vocabulary.headings import ColumnRole

_FEWEST = 2  # answers under a name
_ARTICLE = re.compile(r"\A[Tt]he\s+")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_FROM = re.compile(
    r"(?:(?:formal|joint|written)\s+)?(?:response|reply|answer|comments?)\s+(?:of|from|by)\s+", re.IGNORECASE
)


def names_answering(entries: Sequence[Entry], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names that open answers again and again, the longest first, where some of these answers decide.

    Posts, teams and services answer for the body that they belong to, and kinds of body (``Police``) for one that is
    named elsewhere.
    """
    texts = defaultdict[str, list[str]](list)
    for entry in entries:
        for cell in entry.cells:
            if cell.role is ColumnRole.RESPONSE and (name := _name_of(cell)):
                texts[name].append(cell.passage.text)
    names = (name for name, said in texts.items() if len(said) >= _FEWEST and _decide(said, vocabulary))
    return tuple(sorted((name for name in names if _is_body(name, vocabulary)), key=lambda name: (-len(name), name)))


def _name_of(cell: Filled) -> str | None:
    """The name that a cell opens with, or that its title says it is from; ``None`` where it has another title."""
    told = _FROM.match(cell.heading)
    if told is None and not (cell.heading and cell.passage.text.startswith(cell.heading)):
        return None
    return _ARTICLE.sub("", _BRACKET.sub("", cell.heading[told.end() if told else 0 :]), count=1)


def _decide(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(statement.named for text in texts for statement in find_statements(text, vocabulary.outcomes))


def _is_body(name: str, vocabulary: Vocabulary) -> bool:
    kind = vocabulary.outcomes.speakers.kind_of(name)
    return kind is None and may_be_body(name, vocabulary.owners)

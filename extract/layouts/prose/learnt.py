"""Titles that one document alone uses: what stands after them each time tells what they are titles of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from extract.layouts.headings import HeadingMatcher, squash
from extract.vocabulary.headings import ColumnRole, ContentPatterns, Headings

_LABELLED = re.compile(r"(?P<title>[A-Z][\w’' /-]{2,40}):\s+(?P<value>\S.*)")
_TELLS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|shall|can|do|does|should|must)\b", re.IGNORECASE)
_TITLE_WORDS = 5
_VALUE_WORDS = 12
_FEWEST = 3  # times a title stands before it is taken for one
_MOSTLY = 0.75


def with_own_titles(headings: Headings, texts: Iterable[str]) -> Headings:
    """The headings, with the titles of this document that stand before posts or days and are known to nobody.

    Args:
        headings: the titles that are known.
        texts: the lines of the document: ``Torch bearer: Head of Parks``.
    """
    values = _values(texts, HeadingMatcher(headings))
    learnt = {role: _titles(values, pattern) for role, pattern in _patterns(headings.contents)}
    if not any(learnt.values()):
        return headings
    told = (replace(entry, phrases=(*entry.phrases, *learnt.get(entry.role, ()))) for entry in headings.heading)
    return replace(headings, heading=tuple(told))


def _patterns(contents: ContentPatterns) -> tuple[tuple[ColumnRole, str], ...]:
    return (ColumnRole.TIMESCALE, contents.timescale), (ColumnRole.OWNER, contents.owner)


def _values(texts: Iterable[str], matcher: HeadingMatcher) -> dict[str, list[str]]:
    """What stands after each title that is not known."""
    values = defaultdict[str, list[str]](list)
    for text in texts:
        found = _LABELLED.fullmatch(text.strip())
        if found and len(found["title"].split()) <= _TITLE_WORDS and matcher.role(found["title"]) is None:
            values[squash(found["title"])].append(found["value"])
    return values


def _titles(values: Mapping[str, Sequence[str]], pattern: str) -> tuple[str, ...]:
    return tuple(
        title
        for title, said in values.items()
        if len(said) >= _FEWEST and sum(_is_such(value, pattern) for value in said) >= _MOSTLY * len(said)
    )


def _is_such(value: str, pattern: str) -> bool:
    """Whether a value holds what the pattern tells, and no sentence."""
    short = len(value.split()) <= _VALUE_WORDS and not _TELLS.search(value)
    return short and value[:1].isalnum() and re.search(pattern, value) is not None

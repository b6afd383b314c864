"""Titles that nobody told of: short ones that stand in every answer of a document, known by what they hold."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from extract.layouts.headings import squash
from extract.layouts.labelled import LabelReader
from extract.vocabulary.headings import ColumnRole, ContentPatterns

_FEWEST = 3  # answers that have the title
_MOST = 0.6  # of all answers have it, and of its values are alike
_SHORT = 8  # words; what is longer says something, and stays where it stands


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that is not known, and what stands beside or below it."""

    title: str
    value: str


def learn(answers: Sequence[Iterable[Candidate]], patterns: ContentPatterns) -> Mapping[str, ColumnRole]:
    """The roles of titles that stand once in most answers, by their squashed words.

    What most of their values look like decides: an owner, a day or a decision. Short values of another kind are kept
    apart under their title; a title of longer ones is part of what is said.
    """
    values, counts = defaultdict[str, list[str]](list), Counter[str]()
    for answer in answers:
        held = [(squash(each.title), each.value) for each in answer]
        times = Counter(title for title, _ in held)
        once = [(title, value) for title, value in held if title and times[title] == 1]
        counts.update(title for title, _ in once)
        for title, value in once:
            values[title].append(value)
    usual = (title for title, count in counts.items() if count >= max(_FEWEST, _MOST * len(answers)))
    roles = {title: _role(values[title], patterns) for title in usual}
    return {title: role for title, role in roles.items() if role}


def candidates(said: Sequence[tuple[str, bool]], labels: LabelReader) -> Iterator[Candidate]:
    """The titles in an answer that nothing is known of, each with what stands beside or below it.

    Args:
        said: the text of its lines or paragraphs, and whether each is bold.
        labels: the titles that are known.
    """
    for (text, bold), (below, _) in zip(said, (*said[1:], ("", False)), strict=False):
        if found := labels.unknown(text, bold=bold):
            yield Candidate(found.title, text[found.end :].strip() or below)


def _role(values: Sequence[str], patterns: ContentPatterns) -> ColumnRole | None:
    """What short values are; ``None`` for sentences."""
    if median(len(value.split()) for value in values) > _SHORT or _share(r"[.?!]\s*$", values) > 1 - _MOST:
        return None
    kinds = {
        ColumnRole.DECISION: patterns.decision,
        ColumnRole.TIMESCALE: patterns.timescale,
        ColumnRole.OWNER: patterns.owner,
    }
    return next((role for role, kind in kinds.items() if _share(kind, values) >= _MOST), ColumnRole.OTHER)


def _share(pattern: str, values: Sequence[str]) -> float:
    expression = re.compile(pattern, re.IGNORECASE)
    return sum(expression.search(value) is not None for value in values) / len(values)

"""Answers of several bodies, each in paragraphs that its name opens: ``Westmere Homes: Accepted. …``."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.layouts.headings import squash
from extract.layouts.labelled import LabelReader
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.signing import decides
from extract.text import beside_name, without_bullet
from extract.vocabulary.speakers import SpeakerWords, load_speaker_words

_NAMED = re.compile(r"(?P<name>[A-Z][^\n:;.!?]{1,80}?)\s*(?::|\s[–—-])\s+(?=\S)")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_WORD = re.compile(r"[A-Z0-9&(“‘].*|and|of|for|the|in|on|upon|with|&|–|-")
_LONGEST = 10  # words of a name
_FEWEST = 2  # bodies, and answers of each
_MOSTLY = 0.6  # of the answers are named so


def find_names(answers: Sequence[Sequence[Paragraph]], labels: LabelReader) -> frozenset[str]:
    """The names that open the answers of several bodies to most recommendations, squashed; none in other documents.

    Topics (``Cost: …``) open paragraphs too, but decide nothing.

    Args:
        answers: for each recommendation the paragraphs below its label.
        labels: tells titles that are known: they name nobody.
    """
    told = [dict(_opened(answer, labels)) for answer in answers]
    several = [one for one in told if len(one) >= _FEWEST]
    replying = sum(any(decides(text) for text in one.values()) for one in several)
    times = Counter(name for one in told for name in one)
    usual = {name for name, count in times.items() if count >= _FEWEST}
    if replying < max(_FEWEST, _MOSTLY * len(answers)) or len(usual) < _FEWEST:
        return frozenset()
    return frozenset(usual | {name for name in times if _speakers().kind_of(name) is not None})


def _opened(answer: Sequence[Paragraph], labels: LabelReader) -> Iterator[tuple[str, str]]:
    """The names that paragraphs open with, squashed, each with what stands beside or below it."""
    for paragraph, below in zip(answer, (*answer[1:], None), strict=False):
        name = None if labels.read(paragraph.text) else name_of(paragraph)
        if name and (beside := beside_name(without_bullet(paragraph.text), name)):
            yield squash(name), beside
        elif name and below:
            yield squash(name), below.text


def name_of(paragraph: Paragraph) -> str | None:
    """The name that a paragraph may open with before a colon or a dash, or that it may be as a whole.

    What stands in brackets behind it is left aside: ``Westmere Homes (accepted in part): …``.
    """
    text = without_bullet(paragraph.text).strip()
    found = None if paragraph.tabular else _NAMED.match(text)
    alone = text.rstrip(":").rstrip()
    short = not paragraph.tabular and alone[-1:] not in ".,;:?!" and len(alone.split()) > 1
    name = _BRACKET.sub("", found["name"] if found else alone if short else "")
    return name if name and _is_name(name) else None


def _is_name(text: str) -> bool:
    """Whether words are written as a name is, or are how a kind of body is called: ``the Police``, ``All partners``."""
    written = all(_WORD.fullmatch(word) for word in text.split()) and len(text.split()) <= _LONGEST
    return written or _speakers().kind_of(text) is not None


@lru_cache(maxsize=1)
def _speakers() -> SpeakerWords:
    return load_speaker_words()

"""Reported speech, as minutes are written in: ``The Leader explained that the guide would be printed in November``.

What was said in the present stands in the past there, ``will`` as ``would``: its clauses are read as they were said.
"""

import re
from dataclasses import replace
from typing import Final

from extract.language import Word

_PAST = re.compile(r"\b(?:would|had|was|were|could)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:will|shall|is|are|has|have|am|cannot)\b|['’](?:ll|re|ve)\b|\b(?:won|isn|aren|hasn)['’]t\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_FEWEST = 2  # verbs in the past
_SHARE = 0.1  # so many in the present, for each in the past, and it is not told throughout in the past
_DIRECT: Final = {"would": "will", "had": "has", "could": "can"}
_BEING: Final = {"was": "is", "were": "are"}


def is_reported(text: str, tells: frozenset[str]) -> bool:
    """Whether a text tells throughout in the past what somebody said of what is and will be.

    Args:
        text: the field.
        tells: verbs that tell what was said, as printed: ``explained``.
    """
    told = _QUOTED.sub(" ", text)
    past = _PAST.findall(told)
    if len(past) < _FEWEST or "would" not in {verb.lower() for verb in past} or tells.isdisjoint(_WORD.findall(told)):
        return False
    return len(_PRESENT.findall(told)) <= _SHARE * len(past)


def as_said(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with their helping verbs as they were said: ``would`` as ``will``, ``was testing`` as ``is testing``.

    What was done (``was built``) stays: it was done when it was told.
    """
    return tuple(_said(words, at) for at in range(len(words)))


def _said(words: tuple[Word, ...], at: int) -> Word:
    word = words[at]
    text = word.text.lower()
    if text in _DIRECT and (word.tag == "MD" or word.dep == "aux"):
        return replace(word, text=_DIRECT[text], tag="MD" if word.tag == "MD" else "VBZ")
    if text in _BEING and not (word.dep == "auxpass" and words[word.head].tag == "VBN"):
        return replace(word, text=_BEING[text], tag="VBZ" if text == "was" else "VBP")
    return word

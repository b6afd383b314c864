"""The small language that phrases of the vocabulary are written in."""

import re
from collections.abc import Iterable

_GAP = r"(?:[^\s.!?]+\s+){0,12}?"
_LAST_GAP = r"(?:\s+[^\s.!?]+){1,12}?"


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words: longest first, spaces as white space, ``…`` as a gap.

    Raises:
        re.error: a phrase is no regular expression.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, longest_first))})(?!\w)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    phrase = phrase.replace(" … ?", f" {_GAP}").replace(" … ", f" {_GAP}").replace(" …", _LAST_GAP)
    return phrase.replace("'", "['’]").replace(" ", r"\s+")

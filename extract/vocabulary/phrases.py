"""The small language that phrases of the vocabulary are written in."""

import re
from collections.abc import Iterable, Sequence

_GAP = r"(?:[^\s.!?]+\s+){0,12}?"
_LAST_GAP = r"(?:\s+[^\s.!?]+){1,12}?"


_SHORT_FORMS = (
    (re.compile(r"\bcannot\b"), "(?:cannot|can't)"),
    (re.compile(r"\bwill not\b"), "(?:will not|won't)"),
    (re.compile(r"^not (?=[\w(])"), "(?:not|(?:do|does|did|is|are|was|were|would|could|should|has|have)n't) "),
    (re.compile(r"(?<=[a-z)]) not(?= [\w(…])"), "(?: not|n't)"),
)
"""What a phrase says in full, and the same with its short form; a sign in the phrases stands for both apostrophes."""


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words: longest first, spaces as white space, ``…`` as a gap.

    Raises:
        re.error: a phrase is no regular expression.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, longest_first))})(?!\w)", re.IGNORECASE)


def find_faults(phrases: Sequence[str]) -> list[str]:
    """What is wrong with phrases, tried together and singly only where that fails.

    They are used together, and ``re`` keeps what it has compiled: a sound list is compiled once.
    """
    try:
        compile_phrases(phrases)
    except re.error as fault:
        if len(phrases) == 1:
            return [f"“{phrases[0]}” is no regular expression: {fault}"]
        return [found for phrase in phrases for found in find_faults((phrase,))]
    return []


def _contracted(phrase: str) -> str:
    """A phrase that matches the short forms too: ``would not be`` is ``wouldn't be``, ``cannot`` is ``can't``."""
    for long, short in _SHORT_FORMS:
        phrase = long.sub(short, phrase)
    return phrase


def _expression(phrase: str) -> str:
    phrase = _contracted(phrase)
    phrase = phrase.replace(" … ?", f" {_GAP}").replace(" … ", f" {_GAP}").replace(" …", _LAST_GAP)
    return phrase.replace("'", "['’]").replace(" ", r"\s+")

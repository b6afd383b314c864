"""Words of time that a narrow timescale cell broke in two, made whole for reading: ``Immediatel y``."""

import re

from extract.facts.dates.grammar import Grammar, grammar_of
from extract.vocabulary.dates import DateWords

_BROKEN = re.compile(r"(?<![\w-])([A-Za-z][A-Za-z-]+)\s([a-z]{1,4})(?![\w-])")


def mended(text: str, words: DateWords) -> tuple[str, list[int]]:
    """The text without the spaces that broke words of time, and the offset in ``text`` of each of its characters."""
    grammar = grammar_of(words)
    gaps = {found.end(1) for found in _BROKEN.finditer(text) if _is_broken(found[1].lower(), found[2], grammar)}
    kept = [at for at in range(len(text)) if at not in gaps]
    return "".join(text[at] for at in kept), kept


def _is_broken(first: str, rest: str, grammar: Grammar) -> bool:
    return _tells_time(first + rest, grammar) and not _tells_time(first, grammar)


def _tells_time(word: str, grammar: Grammar) -> bool:
    names = grammar.names
    singular = word.removesuffix("s")
    if word in names.months or word in names.seasons or word in names.weekdays or singular in names.units:
        return True
    return any(pattern.fullmatch(word) for pattern, _ in (*grammar.open, *grammar.recurrences))

"""Whether the text of a page reads as words: fonts without a true map of their letters give rubbish."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.reading.pdf.sheet import Sheet
from extract.vocabulary.languages import load_languages

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_WORDS = 40  # fewer prove nothing
_LEAST_CHARACTERS = 120
_GLANCE = 600  # characters that settle it for nearly all pages
_USUAL_SHARE = 0.04  # of the words that are small common ones: prose has three in ten, a list of names hardly any
_ODD_SHARE = 0.1  # of the characters that no English or Welsh text has
_COMMON = frozenset({"a", "i", "at", "on", "no", "so", "he", "we", "the", "of", "and", "to", "in", "is", "for", "that"})
_ODD = re.compile(r"[^\w\s!-/:-@\[-`{-~£€§©®°±²³·½¼¾×\u2010-―‘-”•…™←-⇿■-◿☐-➿–—]")


def is_garbled(sheet: Sheet) -> bool:
    """Whether a page's text may be rubbish: many of its characters are odd, or hardly any of its words is common.

    It asks for a second look at the page and decides nothing: a list of names has no common words either.
    """
    text = _text(sheet)
    if len(text) < _LEAST_CHARACTERS:
        return False
    if not text.isascii() and len(_ODD.findall(text)) > _ODD_SHARE * len(text):
        return True
    if not _are_unusual(_words(text[:_GLANCE])):
        return False
    words = _words(text)
    return len(words) >= _LEAST_WORDS and _are_unusual(words)


def _are_unusual(words: Sequence[str]) -> bool:
    """Whether hardly any of the words is common."""
    return sum(map(_common().__contains__, words)) < _USUAL_SHARE * len(words)


def shared_words(one: Sheet, other: Sheet) -> float:
    """The share of the words of one sheet that the other has as well."""
    mine, theirs = set(_words(_text(one))), set(_words(_text(other)))
    return len(mine & theirs) / len(mine) if mine else 0.0


def _text(sheet: Sheet) -> str:
    return " ".join(stretch.text for _, stretch in sheet.stretches)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("'", "’"))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    languages = load_languages()
    return languages.welsh | languages.english | _COMMON

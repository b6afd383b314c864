"""Recommendations that a sentence names by their place: ``your first recommendation``, ``the second``, ``fifthly``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.findings import Span
from extract.vocabulary.letters import LetterWords

_JOINT = r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|to\s+|[–-]\s*)(?:(?:the|your|recommendations?)\s+)?"
_RANGE = re.compile(r"\bto\b|[–-]")
_LONGEST = 30
_NEXT = frozenset({"lastly", "finally", "next"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a list that a sentence names.

    Attributes:
        numbers: the recommendations that it names.
        span: its words.
        adverb: it is an adverb (``fifthly``), which may count anything.
        called: it calls them recommendations, or yours.
    """

    numbers: tuple[int, ...]
    span: Span
    adverb: bool
    called: bool


def find_mention(text: str, sentence: Span, words: LetterWords, before: int) -> Mention | None:
    """The first mention of a sentence; what is the next or the last follows on the number before it.

    Args:
        text: a paragraph.
        sentence: the sentence in it.
        words: the words of letters.
        before: the highest number that was named before it.
    """
    found = [one for form in _forms(words) if (one := form.search(text, sentence.start, sentence.end))]
    first = min(found, key=lambda one: ("adverb" in one.groupdict(), one.start(), -one.end()), default=None)
    if first is None:
        return None
    printed = {name: said for name, said in first.groupdict().items() if said}
    numbers = tuple(_numbers(printed, words, before))
    called = "noun" in printed or first[0].lower().startswith("your")
    return Mention(numbers, Span(first.start(), first.end()), "adverb" in printed, called) if numbers else None


def _numbers(printed: dict[str, str], words: LetterWords, before: int) -> Sequence[int]:
    if "count" in printed:
        return range(before + 1, before + 1 + _value(printed["count"], words))
    if "relative" in printed or printed.get("adverb", "").lower() in _NEXT:
        return (before + 1,)
    listed = next((printed[name] for name in ("ordinals", "cardinals", "adverb") if name in printed), "")
    values = [value for word in re.findall(r"\w+", listed) if (value := _value(word, words))]
    ends = len(values) == 2 and _RANGE.search(listed) is not None  # noqa: PLR2004 - the first and the last
    if ends and values[0] < values[1] < values[0] + _LONGEST:
        return range(values[0], values[1] + 1)
    return values


def _value(word: str, words: LetterWords) -> int:
    """The number that a word stands for; 0 for none."""
    word = word.lower()
    if figures := re.match(r"\d{1,2}", word):
        return int(figures[0])
    named = (
        value for listed in (words.ordinals, words.cardinals) for value, one in enumerate(listed, 1) if one == word
    )
    return next(named, 0) or (_value(word[:-2], words) if word.endswith("ly") else 0)


@lru_cache(maxsize=2)
def _forms(words: LetterWords) -> tuple[re.Pattern[str], ...]:
    """Patterns for an ordinal with its noun, a number after its noun, an ordinal alone, and an adverb."""
    ordinal = rf"(?:{_any_of(words.ordinals)}|\d{{1,2}}(?:st|nd|rd|th))\b"
    cardinal = rf"(?:{_any_of(words.cardinals)}|\d{{1,2}})\b(?!\.\d|[/:])"
    noun = rf"(?P<noun>{'|'.join(words.nouns)})\b"
    whose = (
        r"(?<![\w-])(?:your|the|its|their|(?:the\s+(?:[\w-]{1,40}\s+){0,3}?)?[\w-]{1,40}(?:['’]s|s['’]))\s+(?:very\s+)?"
    )
    among = rf"(?:\s+of\s+(?:your|the|these|those|its|their)\s+(?:[\w-]{{1,40}}\s+){{0,3}}?{noun})?"
    place = (
        rf"(?:(?:first|next|last|final|remaining)\s+(?P<count>{_any_of(words.cardinals[:6])})"
        rf"|(?P<ordinals>{ordinal}(?:{_JOINT}{ordinal}){{0,9}})(?:\s+and\s+(?:last|final))?"
        r"|(?P<relative>next|last|final|remaining))"
    )
    within = r"(?:\s+(?:of|in)\s+(?:your|the)\s+(?:[\w-]{1,40}\s+){0,2}?(?:report|letter|review|paper|list)\b)?"
    follows = "|".join(words.follows).replace(" ", r"\s+")
    adverb = rf"(?P<adverb>(?:{_any_of(words.ordinals)})ly|{_any_of(words.ordinals[:3])}|{'|'.join(_NEXT)})"
    patterns = (
        rf"{whose}{place}\s+(?:(?!of\b|recommendation|and\b)[\w-]{{1,40}}\s+)?{noun}{within}",
        rf"\b(?:your\s+|the\s+)?{noun}\s+(?:numbers?\s+|no\.?\s*)?(?P<cardinals>{cardinal}(?:{_JOINT}{cardinal}){{0,9}}){within}",
        rf"{whose}{place}{among}(?=\s*(?:[,:;–—(.]|\Z)|\s+-\s|\s+(?:{follows})\b)",
        rf"(?<!\w){adverb}(?:\s+and\s+(?:lastly|finally))?(?=\s*[,:–—])",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _any_of(listed: Sequence[str]) -> str:
    return "|".join(sorted(listed, key=len, reverse=True))

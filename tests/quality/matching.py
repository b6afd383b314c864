"""When two readings of the same words count as the same."""

import re
import unicodedata
from collections.abc import Mapping

from rapidfuzz import fuzz

Stretch = tuple[int, int]
"""Start and end of a stretch of a text without white space."""

_VARIANTS = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"'} | dict.fromkeys("–—\u2010\u2011−", "-") | dict.fromkeys("•\uf0b7●▪", ""),
)
_DASHED_ITEM = re.compile(r"(?m)^\s*[-*]\s+")
_SPACE = re.compile(r"\s+")
_LABEL_WORD = re.compile(r"^(?:recommendation)?(?:rec)?r?")
_NOT_LABEL = re.compile(r"[^0-9a-z]+")

_SAME_NAME = 90  # per cent of shared words
_FINDABLE = 80  # per cent alike at which a quotation is taken to stand in a text


def squash(text: str) -> str:
    """The text without white space, case, bullets and typographic variants: what two readings of a page must share."""
    text = unicodedata.normalize("NFKC", text).translate(_VARIANTS)
    return _SPACE.sub("", _DASHED_ITEM.sub("", text)).casefold()


def alike(one: str, other: str) -> float:
    """How alike two squashed texts are, from 0 to 1."""
    return fuzz.ratio(squash(one), squash(other)) / 100


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two labels are the same but for the word before them and their punctuation: ``R4`` and ``Rec 4.``."""
    return _label(one) == _label(other)


def _label(number: str | None) -> str:
    return _NOT_LABEL.sub(".", _LABEL_WORD.sub("", (number or "").casefold())).strip(".")


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names have nearly all their words in common."""
    one, other = (one or "").casefold(), (other or "").casefold()
    return one == other or fuzz.token_set_ratio(one, other) >= _SAME_NAME


def best_pairs(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """One-to-one pairs out of ``scores``, taken greedily from the highest score down."""
    pairs = dict[int, int]()
    for left, right in sorted(scores, key=lambda pair: -scores[pair]):
        if left not in pairs and right not in pairs.values():
            pairs[left] = right
    return pairs


def locate(quote: str, whole: str) -> Stretch | None:
    """Where a quotation stands in a squashed text, to the letter or nearly so."""
    quote = squash(quote)
    if not quote:
        return None
    if (at := whole.find(quote)) >= 0:
        return at, at + len(quote)
    hit = fuzz.partial_ratio_alignment(quote, whole, score_cutoff=_FINDABLE)
    return (hit.dest_start, hit.dest_end) if hit else None


def overlap(one: Stretch | None, other: Stretch | None) -> float:
    """Intersection over union of two stretches, from 0 to 1; 0 where either is nowhere."""
    if one is None or other is None:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))

"""How alike two texts are, 0 to 100; the home of rapidfuzz here.

Most of the number is how much of the shorter text the longer one has, since a tracker quotes in short what the report
said at length; the rest is how much of both texts both have. Each word is weighed by how much it tells, a name most,
and taken for the same where fewer than a few letters differ, as rapidfuzz tells. Words that stand for each other speak
against it: Northgate Library is not Southgate Library, however much is the same; so do words of which one is the
contrary of the other. Times are left out: a date that moves makes no other promise.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from extract.comparing.matching import Match, best_first, tie_of
from extract.vocabulary.comparing import ComparingWords, Likeness

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_NAME: Final = re.compile(r"(?<=[\w,;–-] )[A-Z][^\W\d_]*")  # a capital that no sentence begins with
_POSSESSIVE: Final = re.compile(r"['’]s?\b")
_LITTLE: Final = 0.25  # what a word weighs that tells little
_HEAD: Final = 2  # letters that words which are nearly the same begin with
_FIGURE: Final = 2.0  # and a figure that stands for another figure
_SAME: Final = 100.0
_NAMED: Final = 6  # words that two texts have in common, as it is told

Word = tuple[str, float]
Bag = tuple[Word, ...]


class _Left(NamedTuple):
    """What words and figures weigh that one text has and the other has not: each stands for one of its own sort."""

    words: float
    figures: float


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a text is compared.

    Attributes:
        plain: its words and figures: texts that share it differ in no word.
        line: those words that tell something, without endings, in alphabetical order.
        bag: the same words, each with its weight.
        sides: on which sides of which contraries it stands: their places from 1, of the other side below nought.
    """

    plain: str
    line: str
    bag: Bag
    sides: tuple[int, ...] = ()


def gist_of(text: str, words: ComparingWords) -> Gist:
    """What of a text is compared."""
    timeless, weighed = words.times.expression.sub(" ", text), words.words
    names = frozenset(weighed.stem(each.casefold()) for each in _NAME.findall(_POSSESSIVE.sub("", timeless)))
    told = sorted(weighed.stem(each) for each in _words(timeless) if each not in weighed.stops)
    bag = tuple(_word(each, _weight(each, names, words)) for each in told)
    return Gist(" ".join(_words(text)), " ".join(told), bag, tuple(_sides(frozenset(told), words)))


def _weight(word: str, names: frozenset[str], words: ComparingWords) -> float:
    """How much a word tells."""
    if word in words.words.commons:
        return _LITTLE
    return words.likeness.name if word in names else 1.0


def _sides(told: frozenset[str], words: ComparingWords) -> Iterator[int]:
    """The sides of contraries that a text has words of; of a text with words of both it is not known."""
    for place, (one, other) in enumerate(words.contraries, 1):
        if told.isdisjoint(one) != told.isdisjoint(other):
            yield place if told.isdisjoint(other) else -place


@lru_cache(maxsize=65536)
def _word(word: str, weight: float) -> Word:
    """A word with its weight: one and the same for all texts that have it, for memory's sake."""
    return word, weight


def likeness(one: Gist, other: Gist, words: ComparingWords) -> float:
    """How alike two texts are; the same whichever stands first."""
    if one.plain == other.plain or (one.line and one.line == other.line):
        return _SAME
    measure = words.likeness
    shared = _shared(one.bag, other.bag, measure.word)
    if not any(tells(word) for word, _ in shared) and not _is_bare(one, other, shared):
        return 0.0  # nothing that tells what they are about
    left, right = _left(one.bag, [mine for mine, _ in shared]), _left(other.bag, [theirs for _, theirs in shared])
    opposed = min(left.words, right.words) + min(left.figures, right.figures)
    contrary = any(-side in other.sides for side in one.sides)
    score = _common(one, other, shared, measure) - measure.opposed * opposed - measure.contrary * contrary
    return max(0.0, score)


def _is_bare(one: Gist, other: Gist, shared: Sequence[tuple[Word, Word]]) -> bool:
    """Whether one text has only words that tell little, and the other has all of them: “Report back to Scrutiny”."""
    bare = (each for each in (one, other) if each.bag and not any(map(tells, each.bag)))
    return any(len(shared) == len(each.bag) for each in bare)


def is_quoted(part: Gist, whole: Gist, words: ComparingWords) -> bool:
    """Whether a text is another in short: each word of it that tells something stands in the other."""
    shared = _shared(part.bag, whole.bag, words.likeness.word)
    contrary = any(-side in whole.sides for side in part.sides)
    return len(part.bag) < len(whole.bag) and not contrary and _left(part.bag, [mine for mine, _ in shared]) == (0, 0)


def _common(one: Gist, other: Gist, shared: Sequence[tuple[Word, Word]], measure: Likeness) -> float:
    """What speaks for two texts being the same, 0 to 100."""
    weight = sum(mine[1] + theirs[1] for mine, theirs in shared) / 2
    shorter, longer = sorted((_weight_of(one.bag), _weight_of(other.bag)))
    held_part, part = weight / (shorter + measure.slack), 2 * weight / (shorter + longer)
    return _SAME * (measure.held * held_part + measure.shared * part)


def said_of(one: Gist, other: Gist, score: float, words: ComparingWords) -> str:
    """How alike two texts are, in words: where they are near, which words of the second both have."""
    if one.plain == other.plain:
        return "the same text"
    if one.line == other.line:
        return "the same words in another form"
    shared = [theirs for _, theirs in _shared(one.bag, other.bag, words.likeness.word)]
    both = {word for word, weight in shared if tells((word, weight))} or {word for word, _ in shared}
    printed = list(dict.fromkeys(word for word in other.plain.split() if words.words.stem(word) in both))
    said = f"; both say {', '.join(printed[:_NAMED])}{' …' if printed[_NAMED:] else ''}" if printed else ""
    return f"near text ({score:.0f} of 100{said})"


def held(part: Gist, whole: Gist, measure: Likeness) -> float:
    """How much of the words of a part its whole has, 0 to 100."""
    if not part.bag:
        return 0.0
    return 100 * sum(mine[1] for mine, _ in _shared(part.bag, whole.bag, measure.word)) / _weight_of(part.bag)


def together(parts: Sequence[Gist]) -> Gist:
    """Some texts as one."""
    bag = tuple(sorted(each for part in parts for each in part.bag))
    return Gist(" ".join(part.plain for part in parts), " ".join(word for word, _ in bag), bag)


def tells(word: Word) -> bool:
    """Whether a word says what a text is about."""
    return word[1] > _LITTLE


def _words(text: str) -> list[str]:
    return [each.casefold() for each in _WORD.findall(_POSSESSIVE.sub("", text))]


def _weight_of(bag: Bag) -> float:
    return sum(weight for _, weight in bag)


def _left(bag: Bag, shared: Sequence[Word]) -> _Left:
    """What those words weigh that tell something and that the other text has not."""
    left = [each for each in (Counter(bag) - Counter(shared)).elements() if tells(each)]
    figures = sum(word.isdigit() for word, _ in left)
    return _Left(sum(weight for word, weight in left if not word.isdigit()), _FIGURE * figures)


def _shared(one: Bag, other: Bag, nearly: float) -> list[tuple[Word, Word]]:
    """The words that both have: first those that are the same, then those that are nearly so, best first."""
    mine, theirs = Counter(one), Counter(other)
    same = mine & theirs
    left, right = list((mine - same).elements()), list((theirs - same).elements())
    close = [(left[match.old], right[match.new]) for match in best_first(_close(left, right, nearly))]
    return [(word, word) for word in same.elements()] + close


def _close(left: Sequence[Word], right: Sequence[Word], nearly: float) -> Iterator[Match]:
    """Words that begin alike and are nearly the same; figures are the same or they are not."""
    heads = dict[str, list[int]]()
    for new, (theirs, _) in enumerate(right):
        if theirs.isalpha():
            heads.setdefault(theirs[:_HEAD], []).append(new)
    for old, (mine, _) in enumerate(left):
        for new in heads.get(mine[:_HEAD], ()):
            theirs = right[new][0]
            if ratio := fuzz.ratio(mine, theirs, score_cutoff=nearly):
                yield Match(ratio, old, new, "", tie_of(mine, theirs))

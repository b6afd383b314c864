"""Names of the registry found to the letter in a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.findings import Span
from extract.vocabulary.organisations import Generic, Registry, Word, words_of

_INSIDE_NAMES = frozenset({"and", "of", "for"})
_ENDS = frozenset(".:;!?,()\"“”‘'•/")


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text.

    Attributes:
        span: where it stands, without article and possessive ending.
        key: the name as it is compared.
        ids: whom it may mean: one id if it is sure, several (or one) if it is ambiguous, none if it is generic.
        sure: the name means one body wherever it stands.
        generic: what it stands for, if it is a generic name.
        enclosed: a capitalised word stands beside it, as in ``Police Federation``: it may be part of a longer name.
    """

    span: Span
    key: str
    ids: tuple[str, ...]
    sure: bool
    generic: Generic | None
    enclosed: bool


def match_names(text: str, registry: Registry) -> Iterator[Match]:
    """The names of the registry in the text: earliest first, of those the longest, none within another."""
    words, openings = list(words_of(text)), _openings(registry)
    passed = 0
    for at in [at for at, word in enumerate(words) if word.key in openings]:
        if at >= passed and (number := _number_of_words(words, at, registry)):
            yield _match(text, words, at, number, registry)
            passed = at + number


@lru_cache(maxsize=4)
def _openings(registry: Registry) -> frozenset[str]:
    """The words that names open with: most words of a text are none of them, and are passed over."""
    return frozenset(opening.split(" ")[0] for opening in registry.lengths)


def _number_of_words(words: Sequence[Word], at: int, registry: Registry) -> int:
    """Of how many words the longest name is that starts at ``words[at]``; 0 for none."""
    first = words[at].key
    pair = f"{first} {words[at + 1].key}" if at + 1 < len(words) else first
    for number in (*registry.lengths.get(pair, ()), *registry.lengths.get(first, ())):
        key = " ".join(word.key for word in words[at : at + number])
        if at + number <= len(words) and _known(key, registry) and not _cut_short(words, at, number, registry):
            return number
    return 0


def _known(key: str, registry: Registry) -> bool:
    return key in registry.aliases or key in registry.ambiguous or key in registry.generic


def _cut_short(words: Sequence[Word], at: int, number: int, registry: Registry) -> bool:
    """Whether a longer name starts within this one (``the Met`` in ``the Met Office``) or it is half of a title."""
    following = [word.key for word in words[at + number : at + number + 2]]
    if following == [
        "and",
        "Crime",
    ]:  # the panel or commissioner for an area, not its police: Essex Police and Crime Panel
        return True
    if words[at].key not in {"the", "The"} or number == 1:
        return False
    return _number_of_words(words, at + 1, registry) >= number


def _match(text: str, words: Sequence[Word], at: int, number: int, registry: Registry) -> Match:
    first, last = words[at], words[at + number - 1]
    key = " ".join(word.key for word in words[at : at + number])
    span = Span(first.start, last.end)
    enclosed = _capital_after(text, words, at + number) or _capital_before(text, words, at)
    if key in registry.aliases:
        return Match(span, key, (registry.aliases[key],), sure=True, generic=None, enclosed=enclosed)
    if key in registry.ambiguous:
        return Match(span, key, registry.ambiguous[key], sure=False, generic=None, enclosed=enclosed)
    return Match(span, key, (), sure=False, generic=registry.generic[key], enclosed=enclosed)


def _capital_after(text: str, words: Sequence[Word], at: int) -> bool:
    if at >= len(words) or not words[at].key[0].isupper():
        return False
    return "\n" not in text[words[at - 1].end : words[at].start]


def _capital_before(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised word that does not open a sentence stands just before."""
    if at == 0 or "\n" in text[words[at - 1].end : words[at].start]:
        return False
    before = words[at - 1].key
    opens = at == 1 or words[at - 2].key in _ENDS or "\n" in text[words[at - 2].end : words[at - 1].start]
    return before[0].isupper() and not opens and before not in _INSIDE_NAMES

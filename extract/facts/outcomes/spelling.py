"""Words of a decision that a narrow column broke, a reader ran together or a scan misspelt."""

import re
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from extract.vocabulary.outcomes import OutcomeWords

_NARROW = 40  # characters; longer cells are prose
_GLUE = 3  # letters of in, to, not
_LIKE = 0.84
_MISREAD = (("cl", "d"), ("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("|", "l"))  # by a scanner

_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = 5  # letters; shorter words are too easily met by chance in two others


def mend(printed: str, words: OutcomeWords) -> str:
    """A cell without the gaps in known words: ``with amendme nt: that …``; what else it says stays as it is."""
    known, found = _whole(words), list(_WORD.finditer(printed))
    gaps = [
        (first.end(), second.start())
        for first, second in pairwise(found)
        if printed[first.end() : second.start()].isspace() and (first[0] + second[0]).lower() in known
    ]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(printed)]
    return "".join(printed[start:end] for start, end in zip(starts, ends, strict=True))


def close_up(printed: str, words: OutcomeWords) -> str | None:
    """The known words that a cell's letters spell without its spaces: ``Partiallyaccepte d``.

    Returns:
        ``None`` where they spell none, or where the cell prints them so already.
    """
    plain = " ".join(printed.lower().split())
    spelt = " ".join(_segment(plain.replace(" ", ""), _known(words))) if len(plain) <= _NARROW else ""
    return spelt if spelt not in {"", plain} else None


def respell(printed: str, words: OutcomeWords) -> str | None:
    """The known words that a cell's words are close to, each of them: ``Aceepted``; otherwise ``None``."""
    if len(printed) > _NARROW:
        return None
    found = [_nearest(word, words) for word in printed.lower().split()]
    return " ".join(word for word in found if word) if all(found) else None


def _nearest(word: str, words: OutcomeWords) -> str | None:
    for misread, meant in _MISREAD:
        word = word.replace(misread, meant)
    close = get_close_matches(word, _known(words), 1, _LIKE) if len(word) > _GLUE else [word]
    return close[0] if close else None


def _segment(letters: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The letters as a run of known words, the longest last word first; empty where they are none."""
    ways: list[tuple[str, ...] | None] = [(), *[None] * len(letters)]
    for end in range(1, len(letters) + 1):
        for word in known:
            before = ways[end - len(word)] if len(word) <= end and letters.endswith(word, 0, end) else None
            if before is not None:
                ways[end] = (*before, word)
                break
    return ways[-1] or ()


@lru_cache(maxsize=2)
def _known(words: OutcomeWords) -> tuple[str, ...]:
    """Every plain word of decisions, longest first."""
    forms = {form for verbs in words.verbs for form in verbs.forms}
    plain = {word for group in (*words.modifiers, *words.cells) for phrase in group.phrases for word in phrase.split()}
    forms |= {word for word in plain if word.isalpha() and len(word) > 1} | {"not", "cannot", "fully"}
    return tuple(sorted(forms, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=2)
def _whole(words: OutcomeWords) -> frozenset[str]:
    """The longer words of the vocabulary; of ``amendments?`` in an expression both forms."""
    phrases = [phrase for group in (*words.modifiers, *words.cells) for phrase in group.phrases]
    inside = [word for phrase in (*phrases, *words.lists.unread) for word in re.findall(r"[a-z]+\??", phrase)]
    forms = {form for verbs in words.verbs for form in verbs.forms} | {word.rstrip("?") for word in inside}
    forms |= {word[:-2] for word in inside if word.endswith("?")} | {"recommendation", "recommendations"}
    return frozenset(form for form in forms if len(form) >= _WHOLE)

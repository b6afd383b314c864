"""Whether the clause around an expression speaks of the past or of what is to come."""

import re

from extract.vocabulary.dates import TenseWords

_SENTENCE = re.compile(r"[.!?;]\s+(?=[A-Z£\d])|\n|;|\s[-–—]\s")
_CLAUSE = re.compile(r"[,:()]\s|\band\b|\bbut\b|\bwhich\b")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z’']*")
_TO_BE = frozenset(("be", "being"))
_REACH = 600
_IS = frozenset(("is", "are", "am"))
_WAS = frozenset(("was", "were", "had"))
_HAVE = frozenset(("was", "were", "had", "has", "have", "been"))
_DUE = re.compile(r"\b(?:by|before|until|till)\s(?:the\s)?$", re.IGNORECASE)
_AT = re.compile(r"\b(?:is|are)\s(?:now\s|currently\s)?(?:on|in|at|for|by|until)\s(?:the\s)?$", re.IGNORECASE)
_AGREED = re.compile(r"(?<!\bbe )(?<!\bis )\bagreed\s(?:in|on|at)\s(?:the\s)?$", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
_NOUNS = frozenset(("plan", "plans", "aim", "aims", "target", "hope", "hopes", "need", "needs", "intention"))
_ARTICLES = frozenset(("the", "a", "an", "our", "their", "its", "this", "these", "any", "all", "and", "or"))


def is_past(text: str, start: int, end: int, words: TenseWords) -> bool:
    """Whether the words around ``text[start:end]`` speak of the past; what tells nothing is taken as still to come.

    The nearest telling word before the expression in its clause counts, then the nearest after it, then those of the
    whole sentence before it.
    """
    left, right = _sentence(text, start, end)
    before, after = text[left:start], text[end:right]
    due = _DUE.search(before) is not None
    clause = re.split(_CLAUSE, before)[-1]
    if _AT.search(clause) or _AGREED.search(clause):
        return _AGREED.search(clause) is not None
    following = "" if _NEXT.search(clause) else re.split(_CLAUSE, after)[0]
    for stretch, step in ((clause, -1), (following, 1), (before, -1), (after, 1)):
        if stretch is before and _NEXT.search(clause):
            return False
        telling = _WORD.findall(stretch.lower().replace("’", "'"))
        told = next(
            (told for at in range(len(telling))[::step] if (told := _tells(telling, at, words, due=due)) is not None),
            None,
        )
        if told is not None:
            return told
    return False


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    reach = max(0, start - _REACH)
    left = max((found.end() for found in _SENTENCE.finditer(text, reach, start)), default=reach)
    found = _SENTENCE.search(text, end, end + _REACH)
    return left, found.start() + 1 if found else min(len(text), end + _REACH)


def _tells(words: list[str], at: int, tense: TenseWords, *, due: bool) -> bool | None:
    """Whether a word tells of the past; ``None`` where it tells nothing, as ``shared by May`` does without ``was``."""
    word, helpers = words[at], frozenset(words[max(0, at - 3) : at])
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "to":
        return False if following == "be" or (at and words[at - 1] in _IS) else None
    if word in _NOUNS and following != "to" and not _ARTICLES.isdisjoint(words[max(0, at - 3) : at]):
        return None
    if word in tense.future or (word in tense.promised and following == "to"):
        return word in tense.future and word.endswith("ed") and bool(helpers & _WAS)
    if word not in tense.past:
        attributive = bool(at) and words[at - 1] in _ARTICLES
        if not word.endswith("ed") or word in tense.neutral or attributive or (due and not helpers & _HAVE):
            return None
    return not helpers & _TO_BE

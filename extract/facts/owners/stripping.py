"""The name in a piece of an owner cell, without what is said around it: numbers, labels, doubts, ``will lead``."""

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.vocabulary.owners import OwnerWords

NUMBER = r"(?:\(?(?:\d{1,2}[a-z]?|[a-h]|i{1,3}|iv|vi?)[.):]|(?i:rec(?:ommendation)?s?\.?) ?\d+[a-z]?\s*[:–-])\s+(?=\w)"
"""The number of an item in a list of owners: ``1.``, ``(a)``, ``ii)``, ``3b:``, ``Rec 4 –``."""

EDGES = ' \t\n.,;:?!*•-–—/|"“”‘[]'
_ARTICLE = re.compile(r"^(?:the|our|this|a)\s+", re.IGNORECASE)
_INITIAL_A = re.compile(r"A\.? (?:[A-Z]\.? )?[A-Z][\w'’-]+")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_WRAPPED = re.compile(r"\(([^()]+)\)")
_ROUNDS = 4  # a piece has a number, a label, a doubt and an article at the most


@lru_cache(maxsize=8192)
def plain(piece: str, words: OwnerWords) -> str:
    """The piece on one line as a bare name: ``1. Lead: the Leader (TBC)`` -> ``Leader``."""
    text = " ".join(piece.split())
    for _ in range(_ROUNDS):
        text = _trimmed(text, words)
        before, text = text, _bared(text, words)
        if text == before:
            break
    return text


def is_uncertain(raw: str, words: OwnerWords) -> bool:
    """Whether an owner is printed as a doubtful one: ``Katie Lomas?``, ``Head of Housing (TBC)``, ``or the Leader``."""
    bare = raw.rstrip(" .)]")
    return bare.endswith("?") or any(
        found.search(raw) for found in (_doubt_before(words), _doubt_after(words), _opening(words.alternatives))
    )


def _trimmed(text: str, words: OwnerWords) -> str:
    """The text without outer marks, but for the full stop of initials and abbreviations: ``R.T.``, ``Housing Mgr.``."""
    text = text.lstrip("( ") if text.count("(") > text.count(")") and text.startswith("(") else text
    bare = text.strip(EDGES)
    last = bare.split()[-1:]
    if last and (last[0].lower() in words.abbreviations or _DOTTED.fullmatch(last[0])):
        return bare + "." * (f"{bare}." in text)
    return bare


def _bared(text: str, words: OwnerWords) -> str:
    """The text with the outermost of each kind of thing that is said around a name taken off."""
    text = re.sub(rf"^{NUMBER}", "", text)
    for opening in (_label(words.labels), _opening(words.statement_openers), _opening(words.alternatives)):
        text = opening.sub("", text, count=1)
    text = _dashed_label(text, words)
    asides = (_duty, _closing, _doubt_before, _doubt_after, _vacancy, _part)
    for aside in (pattern(words) for pattern in asides):
        text = aside.sub("", text, count=1) or text
    text = text if _INITIAL_A.fullmatch(text) and not _names_work(text, words) else _ARTICLE.sub("", text)
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped[1] if wrapped else text


def _names_work(text: str, words: OwnerWords) -> bool:
    """Whether a word of council work stands in it, so that it is no person: ``A Parks Manager``."""
    known = words.role_heads | words.group_heads | words.subjects
    return any(word.lower() in known for word in text.split()[1:])


def _dashed_label(text: str, words: OwnerWords) -> str:
    """``Lead officer – Head of Parks`` without its label; ``Portfolio Holder – Housing`` is a title."""
    found = _label_and_dash(words.labels).match(text)
    if not found:
        return text
    rest = text[found.end() :]
    first, _, others = rest.partition(" ")
    named = first.lower() in words.given_names or first.lower().rstrip(".") in words.courtesy_titles
    return rest if (named and others) or _opening(words.role_openers).match(f"{rest} ") else text


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, to stand in brackets; an earlier one goes before a later."""
    return "|".join(map(re.escape, phrases))


@lru_cache(maxsize=8)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)^(?:{alternatives(labels)})\s*:\s*(?=\S)")


@lru_cache(maxsize=8)
def _label_and_dash(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)^(?:{alternatives(labels)})\s+[-–—]\s+")


@lru_cache(maxsize=16)
def _opening(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)^(?:{alternatives(phrases)})\s+(?=\S)")


@lru_cache(maxsize=4)
def _doubt_before(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf"(?i)^(?:{alternatives(words.doubts)})\b(?:\s*[-–—:,/]\s*|\s+(?:the\s+)?|(?=\())(?=[\w(])")


@lru_cache(maxsize=4)
def _doubt_after(words: OwnerWords) -> re.Pattern[str]:
    said = alternatives(words.doubts)
    return re.compile(rf"(?i)(?:\s*[(\[]\s*(?:{said})[^()\[\]]*[)\]]?|(?:\s*[-–—:,/]\s*|\s+)(?:{said}))\s*\??$")


@lru_cache(maxsize=4)
def _vacancy(words: OwnerWords) -> re.Pattern[str]:
    said = alternatives(words.vacancies)
    return re.compile(rf"(?i)\s*(?:[(\[]\s*(?:{said})[^()\[\]]*[)\]]?|[-–—:,]\s*(?:{said}))$")


@lru_cache(maxsize=4)
def _part(words: OwnerWords) -> re.Pattern[str]:
    said = alternatives(words.parts)
    return re.compile(rf"(?i)\s*(?:\(\s*(?:{said})\s*\)|\s[-–—]\s+(?:{said}))$")


@lru_cache(maxsize=4)
def _duty(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:to|will|should|must|shall) (?:{alternatives(words.duties)})\b.*$")


@lru_cache(maxsize=4)
def _closing(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf"(?i)[,;]?\s+(?:[-–—] )?(?:{alternatives(words.statement_closers)})$")

"""The forms of the names that owner cells hold: titles of posts, names of teams, services and bodies."""

import re
from functools import lru_cache

from extract.facts.owners.stripping import EDGES, alternatives
from extract.vocabulary.owners import OwnerWords

_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_HEAD_OF_PLACE = re.compile(r"^(?:[A-Z][\w'’-]+ ){1,4}?([A-Z]\w+) (?:of|for) (?:the )?[A-Z]")
_SAID_OF_MANY = re.compile(r"(?i)\w+(?:ing|er)")
"""A first word that says what is done together, and by nobody yet: ``Growing Together``."""


def names_nobody(text: str, words: OwnerWords) -> bool:
    """Whether a cell or piece names nobody: ``-``, ``n/a``, ``TBC``, ``As SR (23/24) 02`` does not."""
    bare = text.lower().strip(EDGES + "()[]")
    return bare in words.none or bare.startswith(words.none_openers) or not any(c.isalnum() for c in text)


def is_role(text: str, words: OwnerWords) -> bool:
    """Whether the words are the title of a post: they open as one, or turn on a word such as ``Manager``."""
    if opens_role(text, words):
        return True
    head = re.split(r",|\(|\bfor\b|\bof\b|[-–—] ", text, maxsplit=1)[0].split()
    last = text.rstrip(") ").split()[-1:]
    return any(_is_post(word, words) for word in head[-1:] + last)


def ends_as_post(text: str, words: OwnerWords) -> bool:
    """Whether the last word is one that ends the title of a post: ``Parks Manager``."""
    return any(_is_post(word, words) for word in text.rstrip(") ").split()[-1:])


def _is_post(word: str, words: OwnerWords) -> bool:
    bare = word.lower().strip(".()’'")
    return bare in words.role_heads or bare.removesuffix("s") in words.role_heads


def opens_role(text: str, words: OwnerWords) -> bool:
    """Whether the words open as the title of a post: ``Head of``, ``Acting Director``, ``Senior Planner``."""
    ranked = text.split(" ", 1)[0].lower() in words.ranks and " " in text and not is_group(text, words)
    return ranked or _opener(words.role_openers).match(text) is not None


def opened_by_several(text: str, words: OwnerWords) -> bool:
    """Whether an opening of more than one word begins the title of a post: ``Executive Councillor for``."""
    several = tuple(opener for opener in words.role_openers if " " in opener)
    return _opener(several).match(text) is not None


def opens_member_role(text: str, words: OwnerWords) -> bool:
    """Whether the words open as the title of an elected member's post."""
    return _opener(words.member_openers).match(text) is not None


@lru_cache(maxsize=8)
def _opener(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?:the |joint |interim |acting |deputy |assistant |associate )*(?:{alternatives(phrases)})(?![\w’'-])"
    )


def is_group(text: str, words: OwnerWords) -> bool:
    """Whether the words name a team, a service or a body within a body."""
    inside = re.sub(r"\s*\([^()]*\)?$", "", text).lower().replace("’", "'")
    return is_service(inside, words) or any(word in words.group_heads for word in inside.split()[-1:])


def is_service(text: str, words: OwnerWords) -> bool:
    """Whether the words are a service that is an owner without a word for a team: ``Revenues & Benefits``."""
    return text.lower().replace("’", "'").replace(" & ", " and ").strip(EDGES) in words.services


def has_body_form(text: str, words: OwnerWords) -> bool:
    """Whether the words open or end as the name of a body outside of the council: ``Cwmni Bro``, ``Visit Kent Ltd``."""
    text = _BRACKETED.sub("", text)
    if opens_with(words.body_openers).match(text):
        return " " in text
    turned = _HEAD_OF_PLACE.search(text)
    if turned and turned[1].lower() in words.body_heads - words.subjects and not opens_role(text, words):
        return True
    first, last = text.split()[:1], text.rstrip(".").split()[-1:]
    own = first[0].lower() in words.subjects | words.group_heads | words.role_heads if first else True
    own = own or (last[0].lower() == "together" and _SAID_OF_MANY.fullmatch(first[0]) is not None)
    return len(text.split()) > 1 and not own and last[0].lower() in words.body_heads and last[0][0].isupper()


def is_bare_title(text: str, words: OwnerWords) -> bool:
    """Whether the words are a title and no more: ``Chief Executive`` of whatever body is named after it."""
    return _opener(words.role_openers).fullmatch(text) is not None


@lru_cache(maxsize=8)
def opens_with(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for the phrases at the opening of a text, as whole words."""
    return re.compile(rf"(?i)(?:{alternatives(phrases)})(?![\w’'-])")

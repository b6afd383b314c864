"""Whether two complete owners stand above each other in a column so narrow that every line of it may be wrapped."""

import re
from collections.abc import Sequence

from extract.facts.owners.kinds import Bodies
from extract.facts.owners.titles import (
    ends_as_post,
    has_body_form,
    is_bare_title,
    is_role,
    is_service,
    opened_by_several,
    opens_member_role,
    opens_with,
)
from extract.vocabulary.owners import OwnerWords

_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_GOES_ON = re.compile(r"\b(?:of|for)\b|,|\s[-–—]\s")
_CHARGE = re.compile(r"(?:\b(?:of|for)|\s[-–—])\s+(?P<of>[^,]+)$")
_CHARGED = re.compile(r",\s|\s(?:of|for)\s|\s[-–—]\s")
_HELPERS = frozenset(
    {"support", "business", "administration", "admin", "development", "liaison", "project", "delivery"}
)
"""Words after a team's name that may go on to the title of a post in it: ``Youth Team Support Officer``."""
_DIRECTOR = re.compile(r"(?i)(?:[\w-]+ ){0,2}director\b")
_TEAMS = frozenset({"team", "teams", "unit", "panel", "forum", "group"})
_FEWEST = 2  # words of a title or a name that is told from a word that goes on


def are_two(left: str, rights: Sequence[str], bodies: Bodies, words: OwnerWords) -> bool:
    """Whether what stands before a line's end is one owner for sure, and what follows another.

    Args:
        left: the lines before it, from where their owner begins, as a bare name.
        rights: the line after it, that with the next one, and so on, as bare names.
        bodies: what the document's names stand for.
        words: the vocabulary of owner cells.
    """
    if _are_short(left, rights[0], bodies, words):
        return True
    whole = [right for right in rights if len(right.split()) >= _FEWEST]
    if " " not in left or not whole:
        return False
    if not is_role(left, words):
        return _is_team(left) and any(_names_post(right, words) for right in whole)
    return not _may_go_on(left, words) and _follows_post(left, rights[0], whole, words)


def _follows_post(left: str, first: str, whole: Sequence[str], words: OwnerWords) -> bool:
    """Whether an owner follows a title that is complete, or may be."""
    if any(opened_by_several(right, words) or _opens_as_body(right, words) for right in whole):
        return True  # Head of Countryside Access / Executive / Councillor for Environment
    if _is_post(left, words):
        return any(
            _names_post(right, words) or has_body_form(right, words) or _names_group(right, words) for right in whole
        )
    if any(has_body_form(right, words) and len(right.split()) > _FEWEST for right in whole):
        return True  # Head of People and Culture / Hereford and Wye NHS Trust
    return _leads_no_team(left, first, words) and any(_is_team(right) for right in whole)


def _names_group(right: str, words: OwnerWords) -> bool:
    """Whether the name of a group follows that is too long to go on with a title: ``Safer Stronger Partnership``."""
    return len(right.split()) > _FEWEST and right.rsplit(maxsplit=1)[-1].lower() in words.closed_heads


def _is_team(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower() in _TEAMS


def _names_post(right: str, words: OwnerWords) -> bool:
    """Whether a title follows, with where its holder works or without: ``Station Manager, Ledbury``."""
    head = _CHARGED.split(right, maxsplit=1)[0]
    return right[:1].isupper() and _is_post(head, words) and right.split(maxsplit=1)[0].lower() not in _HELPERS


def _opens_as_body(right: str, words: OwnerWords) -> bool:
    """Whether a name opens as that of a body outside of the council, and as nothing else: ``Friends of Park Hill``."""
    return opens_with(words.body_openers).match(right) is not None and right.split(maxsplit=1)[0].lower() != "visit"


def _are_short(left: str, first: str, bodies: Bodies, words: OwnerWords) -> bool:
    """Whether an abbreviation of the document's own follows a post or another one: ``ACC`` / ``HoC``."""
    said = bodies.expand(first)
    if said is None or _may_go_on(left, words):
        return False
    return bodies.expand(left) is not None or (is_role(left, words) and is_role(said, words))


def _may_go_on(left: str, words: OwnerWords) -> bool:
    """Whether a title is so short that what follows may say of what: ``Team Manager``, not ``Chief Fire Officer``."""
    return is_bare_title(left, words) and len(left.split()) <= _FEWEST


def _is_post(name: str, words: OwnerWords) -> bool:
    """Whether a name is a title of several words that ends with its post: ``Access Officer (South)``."""
    bare = _BRACKETED.sub("", name)
    closed = bare != name or not _may_go_on(bare, words)
    whole = len(bare.split()) >= _FEWEST and ends_as_post(bare, words) and closed
    return whole and not _GOES_ON.search(bare) and not _is_post_first(bare, words)


def _is_post_first(name: str, words: OwnerWords) -> bool:
    """Whether a title opens with the word for a post, and may be another's: ``Executive Support Officer``."""
    return ends_as_post(name.split(maxsplit=1)[0], words)


def _leads_no_team(left: str, following: str, words: OwnerWords) -> bool:
    """Whether a title is that of a director or member, who head no team, with a known service as their charge."""
    charge = _CHARGE.search(left)
    if charge is None or not (_DIRECTOR.match(left) or opens_member_role(left, words)):
        return False
    if is_service(f"{charge['of']} {following.split(maxsplit=1)[0]}", words):
        return False  # Director of Public / Health
    return is_service(charge["of"], words) or charge["of"].split()[-1].lower() in words.subjects

"""The persons that owner cells name."""

import re

from extract.facts.owners.titles import is_group, is_role, opens_with
from extract.vocabulary.owners import OwnerWords

_WITH_INITIAL = re.compile(r"(?:[A-Z]\. ?|[A-Z] ){1,3}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z]\.?)?(?: (?:[A-Z]|de |van |von |al-|O['’])[\w'’-]+){1,2}")
_APART = re.compile(r"\s+[-–—]\s+|\s*[-–—]\s+|:\s+|,\s+|\s*\(")
_TITLE_IN_BRACKETS = re.compile(r"^\((\w+\.?)\)")
_LONGEST_NAME = 4


def person_in(text: str, words: OwnerWords) -> str | None:
    """The name of the person that the words name beyond doubt, without courtesy title and post; or ``None``.

    ``Cllr R Bellingham`` -> ``R Bellingham``; ``Jane Smith, Head of Parks`` and ``Head of Parks – Jane Smith``
    -> ``Jane Smith``.
    """
    if name := sure_person(text, words):
        return name
    first, *others = [part.strip(" )") for part in _APART.split(text, maxsplit=1)]
    if not others:
        return None
    if (name := sure_person(first, words)) and ("(" in text or is_role(others[0], words)):
        return name
    if "(" in text and may_be_person(first, words) and is_group(others[0], words):
        return first
    if is_role(first, words) and "(" not in text:
        return sure_person(text.rsplit(",", 1)[-1].strip() if "," in text else others[0], words)
    return None


def sure_person(text: str, words: OwnerWords) -> str | None:
    """The name where all of the words are one beyond doubt: by its title, an initial or a first name."""
    if rank := opens_with(words.officer_titles).match(text):
        return sure_person(text[rank.end() :].lstrip(". "), words)
    title, _, rest = text.partition(" ")
    if title.lower().rstrip(".") in words.courtesy_titles and rest:
        return _titled(_TITLE_IN_BRACKETS.sub(r"\1", rest.strip(" .?")), words)
    if title.lower().rstrip(".") in words.kept_titles and _person_shaped(rest, words):
        return text
    bare = text.rstrip("?. ")
    named = title.lower() in words.given_names and _FULL_NAME.fullmatch(bare)
    sure = (named or _WITH_INITIAL.fullmatch(bare)) and not _has_service_word(bare, words)
    return bare if sure else None


def _titled(name: str, words: OwnerWords) -> str | None:
    """The name after a courtesy title, without another one; ``None`` where a post or a list stands there."""
    if name.partition(" ")[0].lower().rstrip(".") in words.courtesy_titles:
        return sure_person(name, words)
    short = len(name.split()) <= _LONGEST_NAME and not any(mark in name for mark in "(,")
    return name if short and not is_role(name, words) else None


def _person_shaped(text: str, words: OwnerWords) -> bool:
    return bool(text) and (len(text.split()) == 1 or may_be_person(text, words)) and text[0].isupper()


def may_be_person(text: str, words: OwnerWords) -> bool:
    """Whether the words have the form of a full name, and none is a word of council work."""
    return _FULL_NAME.fullmatch(text) is not None and not _has_service_word(text, words)


def _has_service_word(text: str, words: OwnerWords) -> bool:
    first, *others = text.lower().replace("’", "'").split()
    if first in words.subjects or first in words.group_heads:
        return True
    return any(other in known for known in (words.subjects, words.group_heads, words.role_heads) for other in others)

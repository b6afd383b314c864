"""What one name of an owner cell is: a body, a post, a person or a group."""

import re
from functools import lru_cache
from typing import Protocol

from extract.findings import Body
from extract.records import Because, Owner, OwnerKind
from extract.vocabulary.owners import OwnerWords

_INITIALS = re.compile(r"[A-Z]{2,3}\.?|(?:[A-Z]\. ?){2,3}")
_WITH_INITIAL = re.compile(r"(?:[A-Z]\. ?|[A-Z] ){1,3}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z]\.?)?(?: (?:[A-Z]|de |van |von |al-|O['’])[\w'’-]+){1,2}")
_BRACKET = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)?$")
_APART = re.compile(r"\s+[-–—]\s+|\s*[-–—]\s+|:\s+|,\s+|\s*\(")
_ARTICLE = re.compile(r"^(?:the|our|this|a)\s+", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_LONGEST_NAME = 4
_EDGES = ' \t\n.,;:?!*•-–—/|"“”‘'


class Bodies(Protocol):
    """Whatever can tell which body a printed name stands for."""

    def resolve(self, words: str) -> Body | None:
        """The body that the words name, or ``None``."""


def plain(piece: str, words: OwnerWords) -> str:
    """The piece on one line, without label, outer marks and article: ``Lead: the Leader?`` -> ``Leader``."""
    text = _trimmed(" ".join(piece.split()), words)
    label = _label(words.labels).match(text)
    text = text[label.end() :] if label else text
    text = text.lstrip("( ") if text.count("(") > text.count(")") and text.startswith("(") else text
    return _trimmed(_ARTICLE.sub("", text), words)


def _trimmed(text: str, words: OwnerWords) -> str:
    """The text without outer marks, but for the full stop of initials and abbreviations: ``R.T.``, ``Housing Mgr.``."""
    bare = text.strip(_EDGES)
    last = bare.split()[-1:]
    if last and (last[0].lower() in words.abbreviations or _DOTTED.fullmatch(last[0])):
        return bare + "." * (f"{bare}." in text)
    return bare


@lru_cache(maxsize=8)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{'|'.join(map(re.escape, labels))})\s*:\s*(?=\S)")


def owner_of(piece: str, bodies: Bodies, words: OwnerWords) -> Owner | None:
    """The owner that a piece of a cell names; ``None`` for ``n/a``, ``TBC`` and marks."""
    raw, text = " ".join(piece.split()).strip(" ,;/|•*"), plain(piece, words)
    if names_nobody(text, words) or (raw.endswith(":") and text.lower() in words.labels):
        return None
    if text.lower() in words.everybody:
        return _owner(raw, OwnerKind.GROUP, Body(text, rule="owner_everybody"))
    if person := person_in(text, words):
        return _owner(raw, OwnerKind.PERSON, Body(person, rule="owner_person"))
    if body := bodies.resolve(text) or _labelled_body(text, bodies, words):
        return _owner(raw, OwnerKind.ORGANISATION, body)
    kind = _kind(text, words)
    name = _post(text, words) if kind is OwnerKind.ROLE else _without_initials(text)
    return _owner(raw, kind, Body(name, rule=f"owner_{kind}"))


def _owner(raw: str, kind: OwnerKind, body: Body) -> Owner:
    because = (Because(rule=body.rule, words=raw),) if body.rule else ()
    return Owner(raw=raw, kind=kind, name=body.name, id=body.id, type=body.type, because=because)


def _kind(text: str, words: OwnerWords) -> OwnerKind:
    """What words are that name no known body and no person beyond doubt; two or three initials are a person's."""
    if text.lower() in words.services:
        return OwnerKind.GROUP
    if is_role(text, words):
        return OwnerKind.ROLE
    if has_body_form(text, words):
        return OwnerKind.ORGANISATION
    if is_group(text, words):
        return OwnerKind.GROUP
    initials = _INITIALS.fullmatch(text) and text.lower() not in words.subjects
    return OwnerKind.PERSON if initials or _may_be_person(text, words) else OwnerKind.GROUP


def names_nobody(text: str, words: OwnerWords) -> bool:
    """Whether a cell or piece names nobody: ``-``, ``n/a``, ``TBC``, ``As SR (23/24) 02`` does not."""
    return text.lower().strip(_EDGES + "()[]") in words.none or not any(c.isalnum() for c in text)


def is_role(text: str, words: OwnerWords) -> bool:
    """Whether the words are the title of a post: they open as one, or turn on a word such as ``Manager``."""
    if opens_role(text, words):
        return True
    head = re.split(r",|\(|\bfor\b|\bof\b|[-–—] ", text, maxsplit=1)[0].split()
    last = text.rstrip(") ").split()[-1:]
    return any(word.lower().strip(".()’'") in words.role_heads for word in head[-1:] + last)


def opens_role(text: str, words: OwnerWords) -> bool:
    """Whether the words open as the title of a post: ``Head of``, ``Cabinet Member``, ``Acting Director``."""
    return _opener(words.role_openers).match(text) is not None


def opens_member_role(text: str, words: OwnerWords) -> bool:
    """Whether the words open as the title of an elected member's post."""
    return _opener(words.member_openers).match(text) is not None


@lru_cache(maxsize=8)
def _opener(phrases: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, phrases))
    return re.compile(
        rf"(?i)(?:the |joint |interim |acting |deputy |assistant |associate )*(?:{alternatives})(?![\w’'-])"
    )


def is_group(text: str, words: OwnerWords) -> bool:
    """Whether the words name a team, a service or a body within a body."""
    inside = re.sub(r"\s*\([^()]*\)?$", "", text).lower().replace("’", "'")
    return is_service(inside, words) or any(word in words.group_heads for word in inside.split()[-1:])


def is_service(text: str, words: OwnerWords) -> bool:
    """Whether the words are a service that is an owner without a word for a team: ``Revenues & Benefits``."""
    return text.lower().replace("’", "'").replace(" & ", " and ").strip(_EDGES) in words.services


def has_body_form(text: str, words: OwnerWords) -> bool:
    """Whether the words open or end as the name of a body outside of the council: ``Cwmni Bro``, ``Visit Kent Ltd``."""
    if _opening(words.body_openers).match(text):
        return " " in text
    first, last = text.split()[:1], text.rstrip(".").split()[-1:]
    own = first[0].lower() in words.subjects | words.group_heads | words.role_heads if first else True
    return len(text.split()) > 1 and not own and last[0].lower() in words.body_heads and last[0][0].isupper()


def is_bare_title(text: str, words: OwnerWords) -> bool:
    """Whether the words are a title and no more: ``Chief Executive`` of whatever body is named after it."""
    return _opener(words.role_openers).fullmatch(text) is not None


@lru_cache(maxsize=8)
def _opening(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{'|'.join(map(re.escape, phrases))})(?![\w’'-])")


def person_in(text: str, words: OwnerWords) -> str | None:
    """The name of the person that the words name beyond doubt, without courtesy title and post; or ``None``.

    ``Cllr R Bellingham`` -> ``R Bellingham``; ``Jane Smith, Head of Parks`` and ``Head of Parks – Jane Smith``
    -> ``Jane Smith``.
    """
    if name := _sure_person(text, words):
        return name
    first, *others = [part.strip(" )") for part in _APART.split(text, maxsplit=1)]
    if not others:
        return None
    if (name := _sure_person(first, words)) and ("(" in text or is_role(others[0], words)):
        return name
    if "(" in text and _may_be_person(first, words) and is_group(others[0], words):
        return first
    if is_role(first, words) and "(" not in text:
        return _sure_person(text.rsplit(",", 1)[-1].strip() if "," in text else others[0], words)
    return None


def _sure_person(text: str, words: OwnerWords) -> str | None:
    title, _, rest = text.partition(" ")
    if title.lower().rstrip(".") in words.courtesy_titles and rest:
        rest = rest.strip(" .?")
        return rest if len(rest.split()) <= _LONGEST_NAME and not is_role(rest, words) and "," not in rest else None
    if title.lower().rstrip(".") in words.kept_titles and _person_shaped(rest, words):
        return text
    bare = text.rstrip("?. ")
    if _WITH_INITIAL.fullmatch(bare) and not _has_service_word(bare, words):
        return bare
    if title.lower() in words.given_names and _FULL_NAME.fullmatch(bare) and not _has_service_word(bare, words):
        return bare
    return None


def _person_shaped(text: str, words: OwnerWords) -> bool:
    return bool(text) and (len(text.split()) == 1 or _may_be_person(text, words)) and text[0].isupper()


def _may_be_person(text: str, words: OwnerWords) -> bool:
    return _FULL_NAME.fullmatch(text) is not None and not _has_service_word(text, words)


def _has_service_word(text: str, words: OwnerWords) -> bool:
    first, *others = text.lower().replace("’", "'").split()
    if first in words.subjects or first in words.group_heads:
        return True
    return any(other in known for known in (words.subjects, words.group_heads, words.role_heads) for other in others)


def _post(text: str, words: OwnerWords) -> str:
    """The title of a post without the name of its holder in brackets."""
    found = _BRACKET.match(text)
    if found and _sure_person(found["inside"], words):
        return found["before"]
    return _without_initials(text)


def _labelled_body(text: str, bodies: Bodies, words: OwnerWords) -> Body | None:
    """The body after a word that says what it is: ``Police: Devon & Cornwall Constabulary``."""
    label, colon, name = text.partition(": ")
    return bodies.resolve(name) if colon and not is_role(label, words) else None


def _without_initials(text: str) -> str:
    """The name without the abbreviation that follows it in brackets: ``Transport Coordination Service (TCS)``."""
    found = _BRACKET.match(text)
    if not found:
        return text
    initials = "".join(word[0] for word in re.findall(r"\w+", found["before"]) if word[0].isupper())
    return found["before"] if found["inside"].strip().upper() == initials.upper() else text

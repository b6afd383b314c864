"""What one name of an owner cell is: a body, a post, a person or a group."""

import re
from typing import Protocol

from extract.facts.owners.people import may_be_person, person_in, sure_person
from extract.facts.owners.stripping import is_uncertain, plain
from extract.facts.owners.titles import has_body_form, is_bare_title, is_group, is_role, names_nobody
from extract.findings import Body
from extract.records import Because, Owner, OwnerKind
from extract.vocabulary.owners import OwnerWords

_INITIALS = re.compile(r"[A-Z]{2,3}\.?|(?:[A-Z]\. ?){2,3}")
_BRACKET = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)?$")


class Bodies(Protocol):
    """Whatever can tell which body a printed name stands for."""

    def resolve(self, words: str) -> Body | None:
        """The body that the words name, or ``None``."""

    def expand(self, words: str) -> str | None:
        """What the document says that an abbreviation of its own is short for, or ``None``."""


def owner_of(piece: str, bodies: Bodies, words: OwnerWords) -> Owner | None:
    """The owner that a piece of a cell names; ``None`` for ``n/a``, ``TBC`` and marks."""
    raw, text = " ".join(piece.split()).strip(" ,;/|•*"), plain(piece, words)
    if names_nobody(text, words) or (raw.endswith(":") and text.lower() in words.labels):
        return None
    kind, body = _read(_spelt_out(text, bodies), bodies, words)
    because = (Because(rule=body.rule, words=raw),) if body.rule else ()
    return Owner(
        raw=raw,
        kind=kind,
        name=body.name,
        id=body.id,
        type=body.type,
        uncertain=is_uncertain(raw, words),
        because=because,
    )


def _read(text: str, bodies: Bodies, words: OwnerWords) -> tuple[OwnerKind, Body]:
    """What a name is, and the body that it names; of what is no body, its name alone."""
    if text.lower() in words.everybody:
        return OwnerKind.GROUP, Body(text, rule="owner_everybody")
    if person := person_in(text, words):
        return OwnerKind.PERSON, Body(person, rule="owner_person")
    body = bodies.resolve(text) or _labelled_body(text, bodies, words)
    if body and not (body.id is None and is_bare_title(text, words)):  # the Mayor of no known authority is a post
        return OwnerKind.ORGANISATION, body
    kind = _kind(text, words)
    return kind, Body(_without_holder(text, words), rule=f"owner_{kind}")


def kind_of(name: str, words: OwnerWords) -> OwnerKind:
    """What a name is that stands for no known body."""
    if name.lower() in words.everybody:
        return OwnerKind.GROUP
    return OwnerKind.PERSON if person_in(name, words) else _kind(name, words)


def may_be_body(name: str, words: OwnerWords) -> bool:
    """Whether a name that stands for no known body may be one's all the same: no post, person, team or service is."""
    own = is_role(name, words) or is_group(name, words) or name.lower() in words.services | words.everybody
    return not own and person_in(name, words) is None


def _spelt_out(text: str, bodies: Bodies) -> str:
    """The text, or what it is short for: ``NCC``, ``NCC – Neighbourhoods and Climate Change``."""
    short, _, said = (part.strip() for part in re.sub(r"\s*[-–—:=]\s+", "|", text, count=1).partition("|"))
    full = bodies.expand(short)
    if full is None or bodies.resolve(text) is not None or said.casefold() not in {"", full.casefold()}:
        return text
    return full


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
    return OwnerKind.PERSON if initials or may_be_person(text, words) else OwnerKind.GROUP


def _without_holder(text: str, words: OwnerWords) -> str:
    """The title of a post, or the name of a team, without the name of its holder in brackets."""
    found = _BRACKET.match(text)
    if found and sure_person(found["inside"], words):
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

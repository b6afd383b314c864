"""Local branches and groups, by how their names open or end: ``Age UK Leeds``, ``Friends of Mote Park``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.facts.organisations.local import local_body
from extract.findings import Body, Span
from extract.vocabulary.local_bodies import load_local_words
from extract.vocabulary.organisations import Registry, key_of

_CAPITALS = r"[A-Z][\w'’-]+(?:(?: (?:and|of|on|upon|&)(?: the)?)? [A-Z][\w'’-]+){0,3}"


def find_branches(text: str, registry: Registry) -> Iterator[tuple[Span, Body]]:
    """The local branches of national charities, and groups of friends, that the text names.

    A branch is a body of its own, not the national one; a name that the registry has is no branch.
    """
    for found in _opened().finditer(text):
        if span := _with_place(text, found, registry):
            yield span, _branch(span.of(text))
    for found in _ended().finditer(text):
        for place in _ends(found["place"]):
            if place in registry.places and key_of(f"{place} {found['head']}") not in registry.aliases:
                span = Span(found.end() - len(f"{place} {found['head']}"), found.end())
                yield span, _branch(span.of(text))
                break


def _branch(name: str) -> Body:
    body = local_body(name)
    return Body(body.name, body.id, "charity")


def _with_place(text: str, found: re.Match[str], registry: Registry) -> Span | None:
    """The span of an opening and what follows it: a place of the registry, or words that are no work or post."""
    words = _before_next(found["place"]).split(" ")
    known = load_local_words()
    for number in range(len(words), 0, -1):
        place = " ".join(words[:number])
        span = Span(found.start(), found.start("place") + len(place))
        if place in registry.places and key_of(span.of(text)) not in registry.aliases:
            return span
    span = Span(found.start(), found.start("place") + len(" ".join(words)))
    if key_of(span.of(text)) in registry.aliases or any(word in known.plain | known.no_place for word in words):
        return None
    return span if found["opener"] in known.sure_openers else None


def _before_next(place: str) -> str:
    """The place without another group that is joined to it: ``Lark Hill and Friends of Penny Hassett``."""
    first, _, rest = place.partition(" and ")
    opens = tuple(opener.split(" ")[0] for opener in load_local_words().branch_openers)
    return first if rest.startswith(opens) else place


def _ends(words: str) -> Iterator[str]:
    parts = words.split(" ")
    return (" ".join(parts[at:]) for at in range(len(parts)))


@lru_cache(maxsize=1)
def _opened() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, load_local_words().branch_openers))
    return re.compile(rf"\b(?P<opener>{openers}) (?:the )?(?=(?P<place>{_CAPITALS}))")


@lru_cache(maxsize=1)
def _ended() -> re.Pattern[str]:
    heads = "|".join(map(re.escape, load_local_words().branch_heads))
    return re.compile(
        rf"\b(?P<place>[A-Z][\w'’-]+(?: (?:(?:and|of|upon) )?[A-Z][\w'’-]+){{0,3}}?) (?P<head>{heads})(?![\w'’-])"
    )

"""What a document tells about the names in it, and the body that a printed name stands for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from extract.facts.organisations.glossary import find_glossary
from extract.facts.organisations.initials import initials_in
from extract.facts.organisations.local import local_body, type_of, whole_local_body
from extract.facts.organisations.matching import match_names
from extract.facts.organisations.spelling import nearest_name
from extract.findings import Body
from extract.records import Authority
from extract.vocabulary.organisations import Generic, Registry, key_of

_ARTICLE = re.compile(r"^[Tt]he ")
_LONGEST_NAME = 200  # characters; no public body has a name as long
_BRACKET = re.compile(r"\s*\([^()]*\)?\s*$")
_SELF = re.compile(r"(?i)^(?:we|us|our (?:own )?(?:officers|staff|teams?))$")
_COUNCIL = re.compile(r"(?i)^(?:(?:the|this|our) )?(?:council|(?:council|local authority) (?:officers|staff))$")
_COMMISSIONER = re.compile(r"(?i)^(?:i|my office|(?:the )?commissioner|(?:the )?(?:o?pcc|opfcc|pfcc))$")
_FORCE = frozenset(
    {"Police", "Police Force", "BCU", "Constabulary", "force", "local police", "Safer Neighbourhood Team", "SNT"}
)
_ONE_IN_AN_AREA = frozenset({"pcc", "fire", "combined_authority"})
_TOLD_BY = {"Ambulance Service": "Ambulance", "ambulance trust": "Ambulance", "Health Board": "Board"}
"""Words for the one body of its type in an area whose name has the second word; Scotland's boards have it as alias."""

_AREA = re.compile(
    r"(?:Police(?:, Fire)? and Crime Commissioner for )?([A-Z]\w+(?: [A-Z]\w+)+?)"
    r"(?: (?:Mayoral )?Combined (?:County )?Authority| Fire and Rescue (?:Service|Authority)|\Z)"
)
_ONE_NAMED = frozenset({"Trust", "the Trust"})
_NATIONAL = frozenset({"government", "regulator", "nhs_body", "charity"})
_BOARD = frozenset({"ICB", "Integrated Care Board"})


@dataclass(frozen=True)
class OrganisationContext:
    """What is known of a document before its names are read.

    Attributes:
        registry: the known organisations.
        authority: who is answering.
        area: ONS code of the area that the document is about.
        glossary: the document's own abbreviations and their full names.
        bodies: ids of the organisations that the document names beyond doubt.
        answering: names under which bodies answer in it that no registry holds.
    """

    registry: Registry
    authority: Body | None = None
    area: str | None = None
    glossary: Mapping[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    answering: tuple[str, ...] = ()

    def resolve(self, words: str) -> Body | None:
        """The body that the printed words stand for (see ``resolve_body``)."""
        return resolve_body(words, self)

    def expand(self, words: str) -> str | None:
        """What the document says that the abbreviation is short for, or ``None``."""
        capitals = sum(letter.isupper() for letter in words)
        return self.glossary.get(words) if capitals > 1 and " " not in words else None

    @property
    def serving(self) -> frozenset[str]:
        """Ids of the bodies that serve the document's area: its police force, its board, its fire service."""
        council = self.registry.areas.get(self.area or "", "")
        return self.registry.served.get(council, frozenset()) | {council}


def build_context(
    registry: Registry, authority: Authority | Body | None, texts: Iterable[str], running: str = ""
) -> OrganisationContext:
    """The context of a document whose own words are ``texts``, answered by ``authority``.

    ``running`` is what stands outside of its rows as running text: an abbreviation may be explained over a line's end.
    """
    texts = tuple(texts)
    glossary = find_glossary((*texts, running))
    certain = [match for text in texts for match in match_names(text, registry) if match.sure]
    sure = {match.ids[0] for match in certain}
    written = {match.ids[0] for match in certain if not match.key.isupper()}
    named = (registry.organisations[body] for body in sorted(written))
    glossary = {**initials_in(texts, named, registry), **glossary}
    defined = {registry.aliases.get(key_of(name), "") for name in glossary.values()}
    body = authority_body(authority, registry)
    area = body.id.removeprefix("gss:") if body and body.id and body.id.startswith("gss:") else None
    return OrganisationContext(registry, body, area, glossary, frozenset((sure | defined) - {""}))


def authority_body(authority: Authority | Body | None, registry: Registry) -> Body | None:
    """The answering authority as a body, with its type where that is known."""
    if authority is None:
        return None
    known = registry.organisations.get(authority.id or "")
    return known or Body(authority.name, authority.id, type_of(authority.name))


def resolve_body(words: str, context: OrganisationContext) -> Body | None:
    """The body that a printed name, abbreviation or self-name stands for; ``None`` where it names none that is known.

    ``the Council`` and ``we`` are the answering authority; a class of bodies (``NHS partners``) has no id.
    """
    words = " ".join(words.split()).strip(" .,;:?")
    if not words or len(words) > _LONGEST_NAME:
        return None
    ways = _DEFINED if context.expand(words) else _WAYS  # and nobody else of these initials
    for rule, find in ways:
        if body := find(words, context):
            return body if body.rule else replace(body, rule=rule)
    return None


def resolve_ambiguous(ids: tuple[str, ...], context: OrganisationContext) -> str | None:
    """The candidate that the document means: the one answering, named in full elsewhere, or serving its area."""
    authority = {context.authority.id} if context.authority else set[str | None]()
    for known in (authority, context.bodies, context.serving):
        possible = [body for body in ids if body in known]
        if len(possible) == 1:
            return possible[0]
    return None


def _defined(words: str, context: OrganisationContext) -> Body | None:
    full = context.glossary.get(_ARTICLE.sub("", words))
    if full is None:
        return None
    registry, authority = context.registry, context.authority
    if authority and key_of(full) == key_of(authority.name):
        return authority
    return _named(full, context) or nearest_name(full, registry) or _ending(full, registry) or whole_local_body(full)


def _sure(words: str, context: OrganisationContext) -> Body | None:
    """The body that the registry has the words mean wherever they stand."""
    return context.registry.organisations.get(context.registry.aliases.get(key_of(words), ""))


def _ending(words: str, registry: Registry) -> Body | None:
    """The body whose name ends the words: what a definition in quotation marks was said of."""
    for match in match_names(words, registry):
        if match.sure and match.span.end == len(words):
            return registry.organisations[match.ids[0]]
    return None


def _itself(words: str, context: OrganisationContext) -> Body | None:
    authority = context.authority
    if authority is None:
        return None
    own = {"pcc": _COMMISSIONER, "local_authority": _COUNCIL}.get(authority.type or "local_authority")
    if _SELF.match(words) or (own and own.match(words)):
        return authority
    generic = _entry(words, context.registry)
    if generic is None or generic.type != (authority.type or "local_authority"):
        return None
    one = generic.kind == "class" and not words.endswith(("s", "Mayor"))  # a mayor is a post, as a leader is
    return authority if generic.kind == "self" or one else None


def _entry(words: str, registry: Registry) -> Generic | None:
    key = key_of(words)
    return registry.generic.get(key) or registry.generic.get(f"the {key}") or registry.generic.get(key.lower())


def _named(words: str, context: OrganisationContext) -> Body | None:
    registry, key = context.registry, key_of(words)
    if key in registry.aliases:
        return registry.organisations[registry.aliases[key]]
    if (body := registry.aliases.get(f"the {key}")) in context.bodies | context.serving and body:
        return replace(registry.organisations[body], rule="name_in_context")  # its article was left off: Met
    ids = registry.ambiguous.get(key, ())
    meant = resolve_ambiguous(ids, context)
    if meant is None and len(ids) == 1 and (not key.isupper() or registry.organisations[ids[0]].type in _NATIONAL):
        meant = ids[0]  # a printed name that stands by itself is no ordinary word: Solace, Shelter
    return replace(registry.organisations[meant], rule="name_in_context") if meant else None


def _generic(words: str, context: OrganisationContext) -> Body | None:
    generic, key = _entry(words, context.registry), key_of(words)
    if generic is None or generic.kind != "class":
        return None
    one_in_an_area = key in _FORCE | _BOARD or key.lower() == "police" or generic.type in _ONE_IN_AN_AREA
    if one_in_an_area and not key.endswith("Panel") and (body := _serving(generic.type, context)):
        return replace(body, rule="name_serving")
    if (told := _TOLD_BY.get(key)) and (body := _serving(generic.type, context, told)):
        return replace(body, rule="name_serving")
    if key in _ONE_NAMED and (body := _only_named(generic.type, context)):
        return replace(body, rule="name_in_context")
    return Body(generic.full or _ARTICLE.sub("", words), None, generic.type)


def _only_named(kind: str, context: OrganisationContext) -> Body | None:
    """The one body of a type that the document names."""
    found = [body for id_ in context.bodies if (body := context.registry.organisations[id_]).type == kind]
    return found[0] if len(found) == 1 else None


def _serving(kind: str, context: OrganisationContext, told: str = "") -> Body | None:
    """The one body of a type that serves the document's area, or that the document names."""
    bodies = context.registry.organisations
    for known in (context.serving, context.bodies):
        found = [bodies[body] for body in sorted(known) if body in bodies and bodies[body].type == kind]
        found = [body for body in found if told in body.name or kind == "nhs_body"]
        if len(found) == 1:
            return found[0]
    return _namesake(kind, context, told)


def _namesake(kind: str, context: OrganisationContext, told: str) -> Body | None:
    """The one body of a type with the name of a larger area whose authority answers: ``West Yorkshire``.

    Combined authorities, commissioners and fire services have no council's area.
    """
    place = _AREA.match(context.authority.name) if context.authority and not context.area else None
    if place is None:
        return None
    bodies = context.registry.organisations.values()
    found = [body for body in bodies if body.type == kind and place[1] in body.name and told in body.name]
    return found[0] if len(found) == 1 else None


def _without_bracket(words: str, context: OrganisationContext) -> Body | None:
    shorter = _BRACKET.sub("", words)
    return resolve_body(shorter, context) if shorter and shorter != words else None


def _answering(words: str, context: OrganisationContext) -> Body | None:
    name = _ARTICLE.sub("", words)
    return local_body(name) if name in context.answering else None


def _misspelt(words: str, context: OrganisationContext) -> Body | None:
    return nearest_name(words, context.registry)


_WAYS = (
    ("name_defined", _defined),
    ("name_self", _itself),
    ("name_listed", _named),
    ("name_class", _generic),
    ("name_listed", _without_bracket),
    ("name_answering", _answering),
    ("name_misspelt", _misspelt),
)
"""The ways in which printed words stand for a body, the surest first, each with the code of its rule."""

_DEFINED = (("name_defined", _defined), ("name_listed", _sure))
"""The ways in which initials that the document explains stand for a body: nobody else of these initials is meant."""

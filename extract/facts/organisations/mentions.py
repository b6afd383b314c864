"""Every organisation that a text names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extract.facts.organisations.branches import find_branches
from extract.facts.organisations.closed_up import find_closed_up
from extract.facts.organisations.context import OrganisationContext, resolve_ambiguous, resolve_body
from extract.facts.organisations.local import find_local_bodies, local_body, whole_local_body
from extract.facts.organisations.matching import Match, match_names
from extract.facts.organisations.spelling import nearest_name
from extract.findings import Body, Span
from extract.records import Because, Field, OrganisationMention
from extract.vocabulary.organisations import key_of


class Way(NamedTuple):
    """A way of reading a name: the code of its rule, and its rank where names overlap, the highest first."""

    rule: str
    rank: int


SURE, GLOSSARY, SELF, RESOLVED = (
    Way("name_listed", 8),
    Way("name_defined", 7),
    Way("name_self", 6),
    Way("name_in_context", 6),
)
ANSWERING, SPELLING, BRANCH, LOCAL, GENERIC, BACK = (
    Way("name_answering", 5),
    Way("name_misspelt", 5),
    Way("name_branch", 4),
    Way("name_form", 3),
    Way("name_class", 2),
    Way("name_before", 1),
)

_BACK = re.compile(
    r"\b[Tt]he (Trust|Board|Partnership|Forum|Foundation|Association|Service|College|University)\b(?! [A-Z])"
)
_RUN = re.compile(r"\b[A-Z][\w'’]+(?:(?: (?:and|of|for|the|&))? [A-Z][\w'’]+){1,7}(?: trust\b)?")
_AND = re.compile(r" (?:and|&) ")
_ARTICLE = re.compile(r"(?:The|This|Our|With|From|And|For) ")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    body: Body
    way: Way


def find_organisations(text: str, field: Field, context: OrganisationContext) -> tuple[OrganisationMention, ...]:
    """Every organisation that the text names, in its order; none overlaps another.

    Where names overlap, the one read in the surer way is kept, then the longer.
    """
    branches = [_Found(span, body, BRANCH) for span, body in find_branches(text, context.registry)]
    listed = [one for one in _from_registry(text, context) if not any(one.span.overlaps(two.span) for two in branches)]
    found = _apart([*listed, *branches, *_from_document(text, context), *_unlisted(text, context)])
    return tuple(
        OrganisationMention(
            text=one.span.of(text),
            field=field,
            start=one.span.start,
            end=one.span.end,
            name=one.body.name,
            id=one.body.id,
            type=one.body.type,
            because=(Because(rule=one.way.rule, words=one.span.of(text)),),
        )
        for one in _apart([*found, *_named_before(text, found)])
    )


def _named_before(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """``the Trust``, ``the Board``: the body last named before it in the text whose name ends so."""
    for back in _BACK.finditer(text):
        named = [one for one in found if one.span.end <= back.start() and one.body.name.endswith(f" {back[1]}")]
        if named:
            yield _Found(Span(back.start(), back.end()), named[-1].body, BACK)


def _apart(found: Iterable[_Found]) -> list[_Found]:
    kept = list[_Found]()
    taken = set[int]()
    for one in sorted(found, key=lambda one: (-one.way.rank, one.span.start - one.span.end, one.span.start)):
        place = range(one.span.start, one.span.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(one)
    return sorted(kept, key=lambda one: one.span.start)


def _from_registry(text: str, context: OrganisationContext) -> Iterator[_Found]:
    for match in match_names(text, context.registry):
        if match.span.of(text).removeprefix("the ") in context.glossary:
            continue
        if match.generic:
            yield from _from_generic(text, match, context)
        elif match.sure:
            yield _Found(match.span, context.registry.organisations[match.ids[0]], SURE)
        elif (body := resolve_ambiguous(match.ids, context)) and (match.key.isupper() or not match.enclosed):
            yield _Found(match.span, context.registry.organisations[body], RESOLVED)


def _from_generic(text: str, match: Match, context: OrganisationContext) -> Iterator[_Found]:
    generic = match.generic
    if generic is None or not generic.named or match.enclosed:
        return
    if generic.kind == "self":
        if context.authority and " " in match.key:
            yield _Found(match.span, context.authority, SELF)
        return
    words = match.span.of(text)
    body = resolve_body(words, context) or Body(words, None, generic.type)
    yield _Found(match.span, body, RESOLVED._replace(rule=body.rule) if body.id else GENERIC)


def _from_document(text: str, context: OrganisationContext) -> Iterator[_Found]:
    """The document's own abbreviations, and the names under which bodies answer in it."""
    yield from _from_glossary(text, context)
    for found in _any_of(context.answering).finditer(text) if context.answering else ():
        yield _Found(Span(found.start(), found.end()), local_body(found[0]), ANSWERING)


def _from_glossary(text: str, context: OrganisationContext) -> Iterator[_Found]:
    """The document's own abbreviations, where what they stand for is a body."""
    if not context.glossary:
        return
    for found in _any_of(tuple(sorted(context.glossary, key=len, reverse=True))).finditer(text):
        full = context.glossary[found[0]]
        if body := resolve_body(full, context) or whole_local_body(full) or _known(found[0], context):
            yield _Found(Span(found.start(), found.end()), body, GLOSSARY)


def _known(short: str, context: OrganisationContext) -> Body | None:
    """The body of an abbreviation that the document explains in words which name none: ``NHS England South West``."""
    return resolve_body(short, context) if short.isupper() else None


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _unlisted(text: str, context: OrganisationContext) -> Iterator[_Found]:
    """Misspelt names of the registry, and bodies known by the form of their names alone."""
    for span, known in find_closed_up(text, context.registry):
        yield _Found(span, known, SPELLING)
    for span in _capitalised(text, context):
        if body := nearest_name(span.of(text), context.registry):
            yield _Found(span, body, SPELLING)
    for span, local in find_local_bodies(text):
        yield _Found(span, local, LOCAL)


def _capitalised(text: str, context: OrganisationContext) -> Iterator[Span]:
    """The runs of capitalised words, and what stands on either side of ``and`` in them where no name is known."""
    for found in _RUN.finditer(text):
        lead = _ARTICLE.match(found[0])
        start = found.start() + (lead.end() if lead else 0)
        yield Span(start, found.end())
        for joined in _AND.finditer(text, start, found.end()):
            sides = Span(start, joined.start()), Span(joined.end(), found.end())
            yield from (side for side in sides if key_of(side.of(text)) not in context.registry.aliases)

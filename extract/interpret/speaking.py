"""Who may speak in a row and who does: the parties of a recommendation, and whose words each field holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from extract.facts.organisations import OrganisationContext
from extract.facts.owners import may_be_body
from extract.facts.speakers import Parties
from extract.findings import Body, Span, body_of
from extract.records import Because, Field, OrganisationMention, Owner
from extract.vocabulary.owners import OwnerWords

_SERVING = ("Police", "Fire and Rescue Service", "Integrated Care Board", "Ambulance Service")
"""Words for the one body of its sort in an area."""
_TAIL = re.compile(
    r"(?:,? (?:(?:(?:Metropolitan |London )?(?:City|County|District|Borough) )+Council|(?:NHS )?(?:Foundation )?Trust"
    r"|Limited|Ltd\.?|plc|PLC|CIC|CIO|(?:Charitable )?(?:Company|Society)|University NHS Foundation Trust))\Z"
)
"""What is left off the end of a name when it is taken up: ``West Barset`` for ``West Barset District Council``."""
_KIND = re.compile(
    r"\b[Tt]he (?:(?:[a-z]+ ){1,3}(?:service|association|company|trust|board)"
    r"|(?i:trust|university|college|airport|diocese|force|constabulary|brigade|charity|agency))\b(?! [A-Z])"
)
"""Words for a kind of body that a council itself is not and has not."""
_TELLER = re.compile(
    r"(?:^|(?<=[.!?;] )|(?<=\n))(?:The )?(?P<name>(?:[A-Z][\w’'&-]*(?: of| and| for| &)? ){2,6}?)"
    r"(?=(?:(?:has|have|had) (?:now |since |also )?"
    r"(?:told us|told me|replied|answered|written|informed us|said|explained|declined)"
    r"|writes|replies|says|tells us|wrote|replied)\b)"
)
_NO_BODY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame|Lord|Lady|Cllr|Councillor|Cabinet|Leader|Mayor|Members?)\b"
)
_ARTICLE = re.compile(r"\A(?:[Tt]he|[Aa]n?|[Ii]ts)\s+")
_ACRONYM = 3  # letters
_SHORTEST = 2  # words
_KINDS = {"nhs_icb": ("Integrated Care Board", "ICB")}


def parties_of(
    owners: Sequence[Owner],
    elsewhere: tuple[Body, ...],
    named: Iterable[OrganisationMention],
    context: OrganisationContext,
    words: OwnerWords,
) -> Parties:
    """Who may speak in a row: who answers, who was asked, whom the recommendation names, and who serves the area.

    ``elsewhere`` are the bodies among the owners of the whole document.
    """
    asked = tuple(map(body_of, owners))
    bodies = bodies_among(asked, words)
    serving = (body for word in _SERVING if (body := context.resolve(word)) and body.id)
    told = dict.fromkeys(map(body_of, named))
    return Parties(context.authority, asked, bodies, tuple(told), tuple(serving), elsewhere)


def bodies_among(owners: Iterable[Body], words: OwnerWords) -> tuple[Body, ...]:
    """Those of the owners that are bodies, or may be."""
    return tuple(body for body in owners if body.id or body.type or may_be_body(body.name, words))


def with_parties(
    text: str, field: Field, mentions: Sequence[OrganisationMention], parties: Parties, words: OwnerWords
) -> tuple[OrganisationMention, ...]:
    """The bodies named in a field, with those that were asked and that no registry has, or that are taken up in short.

    ``Westmere Homes`` is known by the owner cell, ``CAVO`` by the initials of a body that is named, ``the airport`` by
    what the one that was asked is, ``Pendle Coaches`` by what it has told.
    """
    known = tuple(dict.fromkeys((*parties.bodies, *parties.named, *parties.elsewhere, *map(body_of, mentions))))
    found = [_as_asked(mention, parties) for mention in mentions]
    places = (*_forms_in(text, known, parties.serving), *_kinds_in(text, parties), *_tellers_in(text, words))
    for span, body in places:
        if not any(span.overlaps(Span(one.start, one.end)) for one in found):
            found.append(_mention(span, text, field, body))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _as_asked(mention: OrganisationMention, parties: Parties) -> OrganisationMention:
    """A mention that names no more than a kind of body, as the one of that kind that was asked: ``the University``."""
    body = of_that_kind(mention.text, parties) if mention.id is None else None
    return msgspec.structs.replace(mention, name=body.name, id=body.id, type=body.type) if body else mention


def _forms_in(text: str, known: Iterable[Body], serving: Iterable[Body]) -> Iterator[tuple[Span, Body]]:
    forms = ((body, printed) for body in known for printed in _forms(body))
    kinds = ((body, printed) for body in serving for printed in _KINDS.get(body.type or "", ()))
    for body, printed in (*forms, *kinds):
        if printed in text:  # most are not, and a pattern for each would cost long papers dear
            for match in re.finditer(rf"(?<![\w’'-]){re.escape(printed)}(?![\w-]| [A-Z])", text):
                yield Span(*match.span()), body


def _kinds_in(text: str, parties: Parties) -> Iterator[tuple[Span, Body]]:
    """Words for a kind of body of which one was asked: ``The ambulance service``, ``the airport``."""
    for match in _KIND.finditer(text):
        if body := of_that_kind(match[0], parties):
            yield Span(*match.span()), body


def _tellers_in(text: str, words: OwnerWords) -> Iterator[tuple[Span, Body]]:
    """The names of bodies that no registry has before what they have told: ``Pendle Coaches has told us that``."""
    for match in _TELLER.finditer(text):
        name = match["name"].strip()
        post = any(word.lower() in words.role_heads for word in name.split())
        if may_be_body(name, words) and not post and not _NO_BODY.search(name):
            yield Span(match.start("name"), match.start("name") + len(name)), Body(name)


def of_that_kind(words: str, parties: Parties) -> Body | None:
    """The only body that was asked, or that the recommendation names, in whose name the words stand; no council's."""
    told = _ARTICLE.sub("", " ".join(words.split())).lower()
    others = (body for body in (*parties.bodies, *parties.named) if body != parties.authority)
    fits = {body.name: body for body in others if re.search(rf"\b{re.escape(told)}\b", body.name, re.IGNORECASE)}
    own = parties.authority is not None and told in f"{parties.authority.name} council authority".lower()
    return next(iter(fits.values())) if len(fits) == 1 and not own else None


def _mention(span: Span, text: str, field: Field, body: Body) -> OrganisationMention:
    because = (Because(rule="name_asked", words=span.of(text)),)
    return OrganisationMention(
        text=span.of(text),
        field=field,
        start=span.start,
        end=span.end,
        name=body.name,
        id=body.id,
        type=body.type,
        because=because,
    )


@lru_cache(maxsize=4096)
def _forms(body: Body) -> tuple[str, ...]:
    """How a body is printed: in full, without what it is, and by its initials; the longest first."""
    return tuple(sorted(_shapes(body), key=len, reverse=True))


def _shapes(body: Body) -> Iterator[str]:
    name = _ARTICLE.sub("", body.name)
    short = _TAIL.sub("", name)
    yield name
    if len(short.split()) >= _SHORTEST:
        yield short
    yield from _KINDS.get(body.type or "", ())
    capitals = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    if len(capitals) >= _ACRONYM:
        yield capitals

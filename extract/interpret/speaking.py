"""Who may speak in a row and who does: the parties of a recommendation, and whose words each field holds."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.facts.organisations import OrganisationContext
from extract.facts.owners import may_be_body
from extract.facts.speakers import Parties
from extract.findings import Body, Span
from extract.records import Because, Field, OrganisationMention, Owner
from extract.vocabulary.owners import OwnerWords

_SERVING = ("Police", "Fire and Rescue Service", "Integrated Care Board", "Ambulance Service")
"""Words for the one body of its sort in an area."""
_TAIL = re.compile(
    r"(?:,? (?:(?:(?:Metropolitan |London )?(?:City|County|District|Borough) )+Council|(?:NHS )?(?:Foundation )?Trust"
    r"|Limited|Ltd\.?|plc|PLC|CIC|CIO|(?:Charitable )?(?:Company|Society)|University NHS Foundation Trust))\Z"
)
"""What is left off the end of a name when it is taken up: ``West Barset`` for ``West Barset District Council``."""
_ARTICLE = re.compile(r"\A[Tt]he\s+")
_ACRONYM = 3  # letters
_SHORTEST = 2  # words
_KINDS = {"nhs_icb": "ICB"}


def parties_of(
    owners: Sequence[Owner], named: Iterable[OrganisationMention], context: OrganisationContext, words: OwnerWords
) -> Parties:
    """Who may speak in a row: who answers, who was asked, whom the recommendation names, and who serves the area."""
    asked = tuple(Body(owner.name, owner.id, owner.type) for owner in owners)
    bodies = (body for body in asked if body.id or body.type or may_be_body(body.name, words))
    serving = (body for word in _SERVING if (body := context.resolve(word)) and body.id)
    told = dict.fromkeys(Body(mention.name, mention.id, mention.type) for mention in named)
    return Parties(context.authority, asked, tuple(bodies), tuple(told), tuple(serving))


def with_parties(
    text: str, field: Field, mentions: Sequence[OrganisationMention], parties: Parties
) -> tuple[OrganisationMention, ...]:
    """The bodies named in a field, with those that were asked and that no registry has, or that are taken up in short.

    ``Westmere Homes`` is known by the owner cell; ``CAVO`` by the initials of a body that is named.
    """
    known = dict.fromkeys((*parties.bodies, *parties.named, *(_body(mention) for mention in mentions)))
    found = list(mentions)
    for body in known:
        for printed in sorted(_forms(body), key=len, reverse=True):
            for match in re.finditer(rf"(?<![\w’'-]){re.escape(printed)}(?![\w-]| [A-Z])", text):
                span = Span(*match.span())
                if not any(span.overlaps(Span(one.start, one.end)) for one in found):
                    found.append(_mention(span, text, field, body))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _body(mention: OrganisationMention) -> Body:
    return Body(mention.name, mention.id, mention.type)


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


def _forms(body: Body) -> Iterator[str]:
    """How a body is printed: in full, without what it is, and by its initials."""
    name = _ARTICLE.sub("", body.name)
    short = _TAIL.sub("", name)
    yield name
    if len(short.split()) >= _SHORTEST:
        yield short
    capitals = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    if len(capitals) >= _ACRONYM:
        yield capitals
    if body.type in _KINDS:
        yield _KINDS[body.type]

"""What is known of a row when its clauses are resolved, and how a body becomes the one that acts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts.organisations import OrganisationContext
from extract.facts.speakers import NOBODY, Parties
from extract.findings import Body, Signature, Speech
from extract.records import Actor, Because, DateExpression, Field, OrganisationMention, Owner
from extract.vocabulary.speakers import SpeakerWords

STAFF = re.compile(
    r"^(?:(?:all|both|our|\d+)\s+)*(?:officers|staff|managers|"
    r"(?!(?:police|nhs|council|county|borough|district|city|probation|prison|fire|school|hospital|border|custody)\b)"
    r"[a-z]{4,}\s(?:[a-z]{4,}\s)?officers)\b",
    re.IGNORECASE,
)
"""Staff of the body that speaks, of whatever service: ``Neighbourhood officers``, but not ``Police officers``."""
ARTICLE = re.compile(r"^(?:the|a|an|our|their|its)\s+", re.IGNORECASE)
POINTER = re.compile(r"^(?:this|these|that|those|the)\s+(?:\w+\s+)?(?P<noun>[A-Za-z]{4,}?)s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a row when its clauses are resolved: one field's text with its findings.

    ``today`` is the day of the document as ISO 8601, where it is known; ``timescale_text`` what ``timescale`` is of;
    ``cells`` what the text was put together from; ``signed`` who is to act, where that stands behind an action;
    ``owners`` the owners of the row, which ``owners_text`` names where it has one owner cell; ``parties`` who may
    speak, ``speaking`` the words that show who does; ``posts`` the owners of the whole document.
    """

    id: str
    field: Field
    text: str
    context: OrganisationContext
    speeches: Sequence[Speech]
    mentions: Sequence[OrganisationMention]
    dates: Sequence[DateExpression]
    timescale: Sequence[DateExpression]
    today: str | None
    timescale_text: str = ""
    cells: Sequence[str] = ()
    signed: Sequence[Signature] = ()
    owners_text: str = ""
    owners: Sequence[Owner] = ()
    parties: Parties = NOBODY
    speaking: SpeakerWords | None = None
    posts: Sequence[str] = ()


def acting(raw: str, body: Body, rule: str, words: str | None = None) -> Actor:
    """The body as the one that acts: by a rule of this module, and by the one that the words were read as it by."""
    rules = (rule, body.rule) if body.rule else (rule,)
    because = tuple(Because(rule=each, words=words or raw) for each in rules)
    return Actor(raw=raw, name=body.name, id=body.id, because=because)


def speaker_at(offset: int, row: Row) -> Body | None:
    """Whose words stand at an offset: the body that speaks there, else the answering authority."""
    speech = next((s for s in row.speeches if s.span.start <= offset < s.span.end), None)
    return (speech.speaker if speech else None) or row.context.authority

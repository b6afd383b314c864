"""Who acts where a clause in the passive names nobody, and the words around it do: ``under review by the Agency``."""

import re
from collections.abc import Sequence

from extract.findings import Clause, Span
from extract.records import CommitmentStatus, OrganisationMention

_SAYS = (
    r"(?:(?:has|have)\s(?:now\s|also\s|since\s|already\s)?(?:said|confirmed|agreed|promised|undertaken|written|replied|answered"
    r"|explained|indicated|reported|(?:told|assured|advised|informed)\s(?:us|me))"
    r"|says?|writes?|states?|repl(?:y|ies)|answers?|reports?|explains?|adds?|confirms?|indicates?|tells?\s(?:us|me)"
    r"|wrote|replied|answered|(?:told|assured|advised|informed)\s(?:us|me))"
)
_TELLS = re.compile(
    r"(?:^|[.!?;:,]\s+)(?:(?:and|but|while)\s)?(?:The\s+|the\s+)?"
    r"(?P<name>(?:[A-Z][\w’'&-]*(?:\s(?:of|and|for|the|&)(?:\sthe)?(?=\s[A-Z]))?\s|(?<=[Tt]he\s)(?:[a-z]+\s){1,3}?){1,8}?)"
    rf"(?:now\s|also\s|since\s|then\s)?{_SAYS}\sthat\s(?:[^.;!?\n]*\band\sthat\s)?\Z"
)
_UNDER = re.compile(
    r"\b(?:(?:under|in)\s(?:review|consideration|construction|preparation|development|discussion)|(?:to\sbe|[Bb]eing|been)\s\w+(?:ed|en|wn|t)"
    r"(?:\s(?:forward|out|up|on|over))?)\sby\s"
    r"(?P<doer>(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:of\s|and\s)?[A-Z][\w’'&-]*){0,6})"
)
_WHO = re.compile(r"(?P<name>[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,4}), who [^,.;]+, (?:is|are|has|have|will)\b")
_AGENT = re.compile(r"\b[a-z]+(?:ed|en|wn|ilt|old|ade)(?:\s(?:off|out|up|over))?\sby\s(?:the\s)?\Z")
_ENDS = re.compile(r"[.?!;][”’\"]?\s+|\n\s*")
_NOT_DOING = frozenset({CommitmentStatus.REQUESTED, CommitmentStatus.EXISTING_PRACTICE})


def under_way_by(clause: Clause, text: str) -> Span | None:
    """The words for those by whom the work is that a clause tells to be under way."""
    found = _UNDER.search(text, clause.span.start, clause.span.end)
    return Span(*found.span("doer")) if found else None


def told_by(clause: Clause, text: str) -> Span | None:
    """The words for who has said that something will be done: ``Eden Academy has said that a talk will be given``.

    A second thing that it has said may follow: ``… and that the gates will be locked``.
    """
    start = max((end.end() for end in _ENDS.finditer(text, 0, clause.span.start)), default=0)
    found = _TELLS.search(text[start : clause.span.start]) if clause.status not in _NOT_DOING else None
    return Span(start + found.start("name"), start + found.end("name") - 1) if found else None


def agent_of(clause: Clause, text: str, mentions: Sequence[OrganisationMention]) -> OrganisationMention | None:
    """The body by which a telegraphic clause says that something was done: ``Terms agreed by the Carers Board``."""
    within = (m for m in mentions if clause.span.start < m.start and m.end <= clause.span.end)
    return next((m for m in within if _AGENT.search(text, clause.span.start, m.start)), None)


def opened_by(clause: Clause, text: str) -> Span | None:
    """The name that opens a clause before what is said of who bears it: ``Inclusion, who run the hub, are …``."""
    found = _WHO.match(text, clause.span.start, clause.span.end)
    return Span(*found.span("name")) if found else None

"""Who acts where a clause in the passive names nobody, and the words around it do: ``under review by the Agency``."""

import re

from extract.findings import Clause, Span
from extract.records import CommitmentStatus

_TELLS = re.compile(
    r"(?:^|[.!?;:,]\s+)(?:and\s)?(?:The\s+|the\s+)?(?P<name>(?:[A-Z][\w’'&-]+ ){1,6})"
    r"(?:has|have)\s(?:said|confirmed|agreed|promised|undertaken|told\sus|assured\sus)\sthat\s\Z"
)
_UNDER = re.compile(
    r"\b(?:(?:under|in)\s(?:review|consideration|construction|preparation|development|discussion)|(?:to\sbe|[Bb]eing|been)\s\w+(?:ed|en|wn|t)"
    r"(?:\s(?:forward|out|up|on|over))?)\sby\s"
    r"(?P<doer>(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:of\s|and\s)?[A-Z][\w’'&-]*){0,6})"
)
_WHO = re.compile(r"(?P<name>[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,4}), who [^,.;]+, (?:is|are|has|have|will)\b")
_DOING = frozenset({CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.COMPLETED})


def under_way_by(clause: Clause, text: str) -> Span | None:
    """The words for those by whom the work is that a clause tells to be under way."""
    found = _UNDER.search(text, clause.span.start, clause.span.end)
    return Span(*found.span("doer")) if found else None


def told_by(clause: Clause, text: str) -> Span | None:
    """The words for who has said that something will be done: ``Eden Academy has said that a talk will be given``."""
    found = _TELLS.search(text, 0, clause.span.start) if clause.status in _DOING else None
    return Span(found.start("name"), found.end("name") - 1) if found else None


def opened_by(clause: Clause, text: str) -> Span | None:
    """The name that opens a clause before what is said of who bears it: ``Inclusion, who run the hub, are …``."""
    found = _WHO.match(text, clause.span.start, clause.span.end)
    return Span(*found.span("name")) if found else None

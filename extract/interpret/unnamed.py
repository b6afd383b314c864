"""Who acts in a clause that names nobody: by its opening, by the words around it, or as its speaker's own doing."""

import re
from collections.abc import Callable
from typing import Final

from extract.findings import Body, Clause, Span, body_of
from extract.interpret.acting import ARTICLE, STAFF, Row, acting, speaker_at
from extract.interpret.named import named
from extract.interpret.own_doing import doing_of_speaker
from extract.interpret.parallels import beside_of
from extract.interpret.tellers import agent_of, opened_by, told_by, under_way_by
from extract.records import Actor, CommitmentStatus, OrganisationMention

_PASSIVE = re.compile(
    r"\s+(?:(?:was|were|been|being|be|get|gets)\b|(?:has|have|had|will|is|are|to)\s+(?:been|being|be)\b)"
)
_TOLD = re.compile(
    r"\s+(?:approached|contacted|asked|invited|consulted|informed|notified|reminded|briefed|visited|thanked|engaged)"
    r"(?:\s+(?:on|in|by|at|to|for|about|with|and|since|\d)|[.,;]|\s*\Z)"
)
"""What somebody was told or asked, where nobody follows whom they told: ``LGA approached``."""
_FIRST_PERSON = re.compile(r"\b(?:we|our|my)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(?:the|this|that)\s(?:[\w’'-]+\s){0,5}?(?:recommendation|proposal|suggestion|request)s?\b", re.IGNORECASE
)
_NAME_ACTS = re.compile(
    r"(?:The\s+)?(?P<name>(?:[A-Z][\w’'&-]+\s+){1,5}?[A-Z][\w’'&-]+)\s+(?:(?:has|have|will|shall|is|are)\s|[a-z]{3,}ed\s)"
)
_NAME_BEFORE = re.compile(r"(?:^|[.!?;:]\s+)(?:The\s+)?(?P<name>(?:[A-Z][\w’'&-]+ ){1,5}[A-Z][\w’'&-]+) \Z")
_BACK = re.compile(r"(?:it|they|its|their|he|she)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?](?:\s|$)|\n")
_OWN_DOING = frozenset(
    {
        CommitmentStatus.PLANNED,
        CommitmentStatus.DECLINED,
        CommitmentStatus.IN_PROGRESS,
        CommitmentStatus.COMPLETED,
    }
)


def find_unnamed(clause: Clause, row: Row) -> Actor | None:
    """Who acts in a clause whose doer is not named; ``None`` where nothing tells."""
    return next((actor for find in _FINDERS if (actor := find(clause, row))), None)


def _told_around(clause: Clause, row: Row) -> Actor | None:
    """Who acts by the words around a clause: who has said that it will be done, or has the work in hand."""
    if doer := opened_by(clause, row.text) or under_way_by(clause, row.text):
        return named(doer, row)
    if agent := agent_of(clause, row.text, row.mentions):
        return acting(agent.text, body_of(agent), "actor_named")
    return _telling(told, row) if (told := told_by(clause, row.text)) else None


def _telling(told: Span, row: Row) -> Actor:
    """Who has told what a clause says: whoever is named there, or whom the words point back to."""
    raw = told.of(row.text)
    body = _last_before(told.start, row) if _BACK.match(raw) else None
    by = named(told, row)
    return acting(raw, body or Body(by.name, by.id), "actor_told")


def _last_before(offset: int, row: Row) -> Body | None:
    """The last body named in the sentence before, for ``It now says that …``, ``Its Director replies that …``."""
    near = [m for m in row.mentions if m.end <= offset and len(_STOP.findall(row.text[m.end : offset])) <= 1]
    others = [body for m in near if (body := body_of(m)).name != (row.context.authority or body).name]
    return others[-1] if others else None


def _opening_actor(clause: Clause, row: Row) -> Actor | None:
    """The body that opens a clause, or stands right before it, whose doer the parse did not tell.

    What opens a passive clause is what is done to, and not who does it.
    """
    mention = next((m for m in row.mentions if _opens(m, clause, row)), None)
    staff = STAFF.match(clause.span.of(row.text))
    end = mention.end if mention else clause.span.start + (staff.end() if staff else 0)
    body = body_of(mention) if mention else speaker_at(clause.span.start, row) if staff else None
    if not body or _PASSIVE.match(row.text[end:]) or (mention and _TOLD.match(row.text[end : clause.span.end])):
        return None
    raw = row.text[mention.start if mention else clause.span.start : end]
    return acting(raw, body, "actor_opens" if mention else "actor_staff")


def _opens(mention: OrganisationMention, clause: Clause, row: Row) -> bool:
    """Whether a name begins where a clause does, its article aside, or ends there."""
    start, end = sorted((mention.start, clause.span.start))
    begins = mention.end < clause.span.end and not ARTICLE.sub("", row.text[start:end])
    return begins or (mention.end <= clause.span.start and not row.text[mention.end : clause.span.start].strip())


def _capitalised(clause: Clause, row: Row) -> Actor | None:
    """The name that opens a clause before an active verb, or its sentence right before one, whoever it is.

    ``Beyond Housing signed up on 12 May``.
    """
    inside = _NAME_ACTS.match(row.text, clause.span.start, clause.span.end)
    found = inside or _NAME_BEFORE.search(row.text, 0, clause.span.start)
    if not found or _PASSIVE.match(row.text, found.end("name")):
        return None
    return acting(found["name"], Body(found["name"]), "actor_named")


def _own(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause without a doer tells of its own: ``is beyond what we can do``."""
    found = _FIRST_PERSON.search(row.text, clause.span.start, clause.span.end)
    speaker = speaker_at(clause.span.start, row) if found and clause.status in _OWN_DOING else None
    return acting(found[0], speaker, "actor_speaker") if found and speaker else None


def _answering(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause refuses what was recommended: ``The recommendation is rejected``."""
    declined = clause.status is CommitmentStatus.DECLINED
    found = _ANSWERED.match(row.text, clause.span.start, clause.span.end) if declined else None
    speaker = speaker_at(clause.span.start, row) if found else None
    return acting(found[0], speaker, "actor_answering") if found and speaker else None


def _in_own_cell(clause: Clause, row: Row) -> Actor | None:
    """The body whose answer a cell holds, beside the cells of others: ``Guidance was issued on 17 November``."""
    speech = next((s for s in row.speeches if s.own and s.span.start <= clause.span.start < s.span.end), None)
    if speech is None or speech.speaker is None or clause.status is CommitmentStatus.REQUESTED:
        return None
    return acting("", speech.speaker, "actor_own_cell", clause.span.of(row.text))


def _doing(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause in the passive voice tells of its own doing."""
    found = doing_of_speaker(clause, row.text, row.speeches, row.mentions)
    speaker = speaker_at(clause.span.start, row) if found else None
    return acting(found[1], speaker, found[0]) if found and speaker else None


def _beside(clause: Clause, row: Row) -> Actor | None:
    """The owner that stands beside an action, where the owner cell has one for each action of its row."""
    part = beside_of(row.text, clause.span.start, row.cells, row.owners_text)
    named = " ".join(part.of(row.owners_text).split()) if part else ""
    owner = next((owner for owner in row.owners if named and owner.raw == named), None)
    return acting(owner.raw, Body(owner.name, owner.id), "actor_beside") if owner else None


_FINDERS: Final[tuple[Callable[[Clause, Row], Actor | None], ...]] = (
    _told_around,
    _opening_actor,
    _capitalised,
    _own,
    _answering,
    _in_own_cell,
    _doing,
    _beside,
)
"""The ways to find who acts, in their order."""

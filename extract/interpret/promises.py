"""Clauses made commitments: who acts is resolved, and by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts.organisations import OrganisationContext, resolve_body
from extract.findings import ActorForm, Body, Clause, Span, Speech
from extract.interpret.parallels import part_of
from extract.records import (
    Actor,
    Commitment,
    CommitmentStatus,
    DateExpression,
    DateRole,
    DateType,
    Deadline,
    Field,
    OrganisationMention,
)

_OPEN_ENDED = {CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.CONSIDERING}
_FALLS_BACK = {CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS}
_STAFF = re.compile(r"^(?:(?:all|both|our|\d+)\s+)*(?:officers|staff|managers)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s+(?:(?:was|were|been|being|be|get|gets)\b|(?:has|have|had|will|is|are|to)\s+(?:been|being|be)\b)"
)
_POSSESSIVE = re.compile(r"^(?P<owner>[^'’]{3,80}?)['’]s?\s+\w")
_ARTICLE = re.compile(r"^(?:the|a|an|our|their|its)\s+", re.IGNORECASE)
_COMPANIONS = re.compile(r",?\s+(?:alongside|(?:together|along)\s+with|as\s+well\s+as|in\s+partnership\s+with)\s.*")
_BARE = re.compile(r"[A-Za-z][a-z]{3,}")
_CAPITALS = r"(?:(?!The\b|A\b|Our\b)[A-Z][\w’'&-]*\s+){1,6}"
_FOR = re.compile(r"\b(?:for|lasting)\s(?:each\sof\s|up\sto\s)?$")
_REACH = 20
_POINTER = re.compile(r"^(?:this|these|that|those|the)\s+(?:\w+\s+)?(?P<noun>[A-Za-z]{4,}?)s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a row when its clauses are resolved: one field's text with its findings.

    ``today`` is the day of the document as ISO 8601, where it is known; ``timescale_text`` what ``timescale`` is of.
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


def make_commitments(clauses: Sequence[Clause], row: Row, first: int) -> tuple[Commitment, ...]:
    """The commitments of a field, numbered from ``first``."""
    actors = [_actor(clause, clauses[:i], row) for i, clause in enumerate(clauses)]
    return tuple(
        Commitment(
            id=f"{row.id}/c{number}",
            text=clause.span.of(row.text),
            field=row.field,
            start=clause.span.start,
            end=clause.span.end,
            name=clause.name,
            actor=actor,
            status=clause.status,
            condition=clause.condition,
            deadline=_deadline(clause, row),
            confidence=round(clause.confidence, 2),
        )
        for number, (clause, actor) in enumerate(zip(clauses, actors, strict=True), first)
    )


def _actor(clause: Clause, before: Sequence[Clause], row: Row) -> Actor | None:
    """Who acts: the body that speaks, the one that is named, or the one that the words point back to."""
    raw = clause.actor.of(row.text) if clause.actor else ""
    if clause.form is ActorForm.UNNAMED or not clause.actor:
        return _opening_actor(clause, row)
    if clause.form is ActorForm.SPEAKER:
        speaker = speaker_at(clause.actor.start, row)
        return Actor(raw=raw, name=speaker.name, id=speaker.id) if speaker else None
    if clause.form is ActorForm.BACK_REFERENCE:
        body = _pointed_at(clause.actor, before, row)
        return Actor(raw=raw, name=body.name, id=body.id) if body else None
    return _named(clause.actor, row)


def speaker_at(offset: int, row: Row) -> Body | None:
    """Whose words stand at an offset: the body that speaks there, else the answering authority."""
    speech = next((s for s in row.speeches if s.span.start <= offset < s.span.end), None)
    return (speech.speaker if speech else None) or row.context.authority


def _opening_actor(clause: Clause, row: Row) -> Actor | None:
    """The body that opens a clause, or stands right before it, whose doer the parse did not tell.

    What opens a passive clause is what is done to, and not who does it.
    """
    mention = next((m for m in row.mentions if _opens(m, clause, row)), None)
    staff = _STAFF.match(clause.span.of(row.text))
    end = mention.end if mention else clause.span.start + (staff.end() if staff else 0)
    body = _body(mention) if mention else speaker_at(clause.span.start, row) if staff else None
    if not body or _PASSIVE.match(row.text[end:]):
        return None
    return Actor(raw=row.text[mention.start if mention else clause.span.start : end], name=body.name, id=body.id)


def _opens(mention: OrganisationMention, clause: Clause, row: Row) -> bool:
    """Whether a name begins where a clause does, its article aside, or ends there."""
    start, end = sorted((mention.start, clause.span.start))
    begins = mention.end < clause.span.end and not _ARTICLE.sub("", row.text[start:end])
    return begins or (mention.end <= clause.span.start and not row.text[mention.end : clause.span.start].strip())


def _named(printed: Span, row: Row) -> Actor:
    """The doer that is named: a body, a body's own team, what the words point back to, or the words themselves."""
    raw = printed.of(row.text)
    body = resolve_body(raw, row.context)
    if not body or not body.id:
        body = _possessor(printed, row) or _named_within(printed, row) or _named_earlier(printed, row) or body
    name = body.name if body else _full_name(printed, row)
    return Actor(raw=raw, name=name, id=body.id if body else None)


def _full_name(printed: Span, row: Row) -> str:
    """The name that a doer was given before, where its last word is all that is repeated; else its words.

    ``The coordinators alongside the Cabinet Member`` are the ``Violence Reduction Neighbourhood Coordinators`` of the
    sentence before: the first of those named together acts.
    """
    words = _ARTICLE.sub("", _COMPANIONS.sub("", " ".join(printed.of(row.text).split())))
    if not _BARE.fullmatch(words):
        return words
    name = re.compile(rf"{_CAPITALS}{re.escape(words[0].upper() + words[1:])}\b")
    named = [found[0] for found in name.finditer(row.text, 0, printed.start)]
    return named[-1] if named else words


def _possessor(printed: Span, row: Row) -> Body | None:
    """Whose team or staff it is: ``the council's Public Health team``, ``All officers on the response teams``."""
    raw = printed.of(row.text)
    if _STAFF.match(raw):
        return speaker_at(printed.start, row)
    owner = _POSSESSIVE.match(raw)
    return resolve_body(owner["owner"], row.context) if owner else None


def _named_within(printed: Span, row: Row) -> Body | None:
    """The body named within the words: ``A senior Met officer``, ``the Council's Public Health team``."""
    inside = [m for m in row.mentions if printed.start <= m.start and m.end <= printed.end and m.id]
    return _body(inside[0]) if inside else None


def _named_earlier(printed: Span, row: Row) -> Body | None:
    """The last body named before whose name holds the noun that the words point with: ``this forum``, ``the Trust``."""
    pointer = _POINTER.match(printed.of(row.text))
    earlier = [mention for mention in row.mentions if mention.end <= printed.start and pointer]
    fits = [mention for mention in earlier if pointer and pointer["noun"].lower() in mention.name.lower()]
    return _body(fits[-1]) if fits else None


def _pointed_at(pointer: Span, before: Sequence[Clause], row: Row) -> Body | None:
    """What ``this forum`` or ``they`` points back to: a body whose name holds the noun, else the last one named."""
    if _POINTER.match(pointer.of(row.text)):
        return _named_earlier(pointer, row)
    named = [clause for clause in before if clause.form is ActorForm.NAMED and clause.actor]
    if named and (actor := _actor(named[-1], (), row)):
        return Body(actor.name, actor.id)
    return None


def _body(mention: OrganisationMention) -> Body:
    return Body(mention.name, mention.id, mention.type)


def _deadline(clause: Clause, row: Row) -> Deadline | None:
    """The date of the clause itself, else the one resolvable date of the row's timescale cell that is a target."""
    if clause.status not in _OPEN_ENDED:
        return None
    own = [date for date in row.dates if clause.span.start <= date.start and date.end <= clause.span.end]
    own = [date for date in own if date.type is not DateType.RECURRENCE and not _is_background(date, clause, row)]
    if own:
        resolved = [date for date in own if _is_resolved(date) and not _is_past(date, clause, row)]
        return _as_deadline(_best(resolved)) if resolved else None
    dated = _targets(clause, row) if clause.status in _FALLS_BACK else []
    return _as_deadline(dated[0]) if len(dated) == 1 else None


def _targets(clause: Clause, row: Row) -> list[DateExpression]:
    """The dates of the timescale that can be meant for a clause: of its own part, and the target before other dates."""
    part = part_of(row.text, clause.span.start, row.timescale_text)
    dated = [date for date in row.timescale if _is_resolved(date)]
    if part is not None:
        dated = [date for date in dated if part.start <= date.start < part.end]
    return [date for date in dated if date.role is DateRole.DEADLINE] or dated


def _is_background(date: DateExpression, clause: Clause, row: Row) -> bool:
    """Whether a date does not say when: for how long, or the past of what is considered or goes on since then."""
    end = date.interval.end
    if date.type is DateType.DURATION:
        return _FOR.search(row.text, max(0, date.start - _REACH), date.start) is not None
    ended = end is not None and row.today is not None and end < row.today
    past = clause.status is CommitmentStatus.CONSIDERING or date.role is DateRole.START
    return ended and past and clause.status is not CommitmentStatus.IN_PROGRESS


def _is_past(date: DateExpression, clause: Clause, row: Row) -> bool:
    """Whether a date tells when something under way began, and not when it will be done."""
    end = date.interval.end
    begun = clause.status is CommitmentStatus.IN_PROGRESS and date.role is not DateRole.DEADLINE
    return begun and end is not None and row.today is not None and end < row.today


def _best(dates: Sequence[DateExpression]) -> DateExpression:
    """The date that says by when: one marked as a deadline before one that is not, the first of equals."""
    return min(dates, key=lambda date: (date.role is not DateRole.DEADLINE, date.start))


def _is_resolved(date: DateExpression) -> bool:
    return date.type in {DateType.DATE, DateType.PERIOD, DateType.DURATION} and date.interval.end is not None


def _as_deadline(date: DateExpression) -> Deadline:
    return Deadline(text=date.text, start=date.interval.start, end=date.interval.end)

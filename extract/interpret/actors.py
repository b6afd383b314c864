"""Who acts in a clause: the body that speaks, the one that is named, or the one that the words point back to."""

import re
from collections.abc import Sequence

from extract.findings import ActorForm, Body, Clause, Span, body_of
from extract.interpret.acting import ARTICLE, POINTER, Row, acting, speaker_at
from extract.interpret.named import named, named_earlier
from extract.interpret.signing import signing
from extract.interpret.unnamed import find_unnamed
from extract.language import load_words
from extract.records import Actor, CommitmentStatus, OrganisationMention

_I = re.compile(r"(?:i|my)\b", re.IGNORECASE)
_MIND = re.compile(r"(?P<what>what\s)?(?P<who>i|we)\s", re.IGNORECASE)
_MINDS = {CommitmentStatus.DECLINED, CommitmentStatus.CONSIDERING}
_OWNED = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_DONE = re.compile(
    r"\s(?:[a-z]+ed|sent|held|made|built|put|set\sup|written|given|drawn\sup)(?:\sout|\soff)?"
    r"(?:\s(?:on|in|by|at|to|for|from|with|since|and|\d)|[.,;]|\Z)"
)
"""A participle that nothing follows which was done: ``issued on 6 May``, not ``issued a notice``."""
_STOP = re.compile(r"[.!?](?:\s|$)|\n")


def find_actor(clause: Clause, before: Sequence[Clause], row: Row) -> Actor | None:
    """Who acts: the body that speaks, the one that is named, or the one that the words point back to."""
    if (by := signing(clause.span, row.signed)) and not _names_another(clause, row):
        first = by.owners[0]
        return acting(first.raw, Body(first.name, first.id), "actor_signed")
    raw = clause.actor.of(row.text) if clause.actor else ""
    if clause.form is ActorForm.UNNAMED or not clause.actor or _is_done(clause, row):
        return _first_person(clause, row) or find_unnamed(clause, row)
    if clause.form is ActorForm.SPEAKER:
        speaker = _commissioner(raw, row) or speaker_at(clause.actor.start, row)
        return acting(raw, speaker, "actor_speaker") if speaker else None
    if clause.antecedent:
        meant = named(clause.antecedent, row)
        return acting(raw, Body(meant.name, meant.id), "actor_antecedent", clause.antecedent.of(row.text))
    if clause.form is ActorForm.BACK_REFERENCE:
        body = _pointed_at(clause.actor, before, row)
        return acting(raw, body, "actor_pointed_at") if body else None
    owner = _pointed_at(clause.actor, before, row) if _OWNED.match(raw) else None
    return acting(raw, owner, "actor_owned") if owner else named(clause.actor, row)


def _first_person(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause tells its mind or its offer: ``I am not attracted``, ``What we can do``."""
    found = _MIND.match(row.text, clause.span.start, clause.span.end)
    meant = found is not None and (found["what"] or clause.status in _MINDS)
    speaker = speaker_at(clause.span.start, row) if meant else None
    return acting(found["who"], speaker, "actor_speaker") if speaker and found else None


def _is_done(clause: Clause, row: Row) -> bool:
    """Whether what is taken for a doer is a thing that something was done with: ``Letter issued 6 May``."""
    printed = clause.actor if clause.form is ActorForm.NAMED and not clause.antecedent else None
    word = printed.of(row.text) if printed else ""
    common = word.isalpha() and word.istitle() and word.lower() in load_words() and not row.context.resolve(word)
    return printed is not None and common and _DONE.match(row.text, printed.end) is not None


def _names_another(clause: Clause, row: Row) -> bool:
    """Whether a clause itself names another owner or body as who acts: whoever signs answers for it alone."""
    if clause.form is not ActorForm.NAMED or clause.actor is None or clause.antecedent:
        return False
    name = ARTICLE.sub("", " ".join(clause.actor.of(row.text).split()))
    bodies = (m for m in row.mentions if clause.actor.start <= m.start and m.end <= clause.actor.end)
    return name in {owner.name for owner in row.owners} or any(m.id and not _is_authority(m, row) for m in bodies)


def _commissioner(raw: str, row: Row) -> Body | None:
    """The commissioner whose paper it is: of all who are named in it, nobody else says ``I``."""
    authority = row.context.authority
    return authority if authority and authority.type == "pcc" and _I.match(raw) else None


def _pointed_at(pointer: Span, before: Sequence[Clause], row: Row) -> Body | None:
    """What ``this forum`` or ``they`` points back to.

    A body whose name holds the noun; else the last one named in the sentence before (``The road belongs to National
    Highways. It has …``); else the last one that acted.
    """
    if POINTER.match(pointer.of(row.text)):
        return named_earlier(pointer, row)
    near = [m for m in row.mentions if m.end <= pointer.start and _is_next(row.text[m.end : pointer.start])]
    if near and not _is_authority(near[-1], row):
        return body_of(near[-1])
    for at in range(len(before) - 1, -1, -1):
        acts = before[at].form in {ActorForm.NAMED, ActorForm.BACK_REFERENCE}
        if acts and (actor := find_actor(before[at], before[:at], row)):
            return Body(actor.name, actor.id)
    return None


def _is_next(between: str) -> bool:
    """Whether the words between a name and a pronoun hold the end of one sentence at most."""
    return len(_STOP.findall(between)) <= 1


def _is_authority(mention: OrganisationMention, row: Row) -> bool:
    return row.context.authority is not None and mention.name == row.context.authority.name

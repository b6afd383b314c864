"""Who acts in a clause: the body that speaks, the one that is named, or the one that the words point back to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts.organisations import OrganisationContext, resolve_body
from extract.findings import ActorForm, Body, Clause, Signature, Span, Speech
from extract.interpret.own_doing import doing_of_speaker
from extract.interpret.parallels import beside_of
from extract.interpret.signing import signing
from extract.interpret.tellers import opened_by, told_by, under_way_by
from extract.records import Actor, Because, CommitmentStatus, DateExpression, Field, OrganisationMention, Owner

_STAFF = re.compile(
    r"^(?:(?:all|both|our|\d+)\s+)*(?:officers|staff|managers|"
    r"(?!(?:police|nhs|council|county|borough|district|city|probation|prison|fire|school|hospital|border|custody)\b)"
    r"[a-z]{4,}\s(?:[a-z]{4,}\s)?officers)\b",
    re.IGNORECASE,
)
"""Staff of the body that speaks, of whatever service: ``Neighbourhood officers``, but not ``Police officers``."""
_PASSIVE = re.compile(
    r"\s+(?:(?:was|were|been|being|be|get|gets)\b|(?:has|have|had|will|is|are|to)\s+(?:been|being|be)\b)"
)
_POSSESSIVE = re.compile(r"^(?P<owner>[^'’]{3,80}?)['’]s?\s+\w")
_ARTICLE = re.compile(r"^(?:the|a|an|our|their|its)\s+", re.IGNORECASE)
_COMPANIONS = re.compile(r",?\s+(?:alongside|(?:together|along)\s+with|as\s+well\s+as|in\s+partnership\s+with)\s.*")
_BARE = re.compile(r"[A-Za-z][a-z]{3,}")
_CAPITALS = r"(?:(?!The\b|A\b|Our\b)[A-Z][\w’'&-]*\s+){1,6}"
_I = re.compile(r"(?:i|my)\b", re.IGNORECASE)
_OWNED = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:we|our|my)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(?:the|this|that)\s(?:[\w’'-]+\s){0,5}?(?:recommendation|proposal|suggestion|request)s?\b", re.IGNORECASE
)
_NAME_ACTS = re.compile(
    r"(?:The\s+)?(?P<name>(?:[A-Z][\w’'&-]+\s+){1,5}?[A-Z][\w’'&-]+)\s+(?:(?:has|have|will|shall|is|are)\s|[a-z]{3,}ed\s)"
)
_NAME_BEFORE = re.compile(r"(?:^|[.!?;:]\s+)(?:The\s+)?(?P<name>(?:[A-Z][\w’'&-]+ ){1,5}[A-Z][\w’'&-]+) \Z")
_OWN_DOING = frozenset(
    {
        CommitmentStatus.PLANNED,
        CommitmentStatus.DECLINED,
        CommitmentStatus.IN_PROGRESS,
        CommitmentStatus.COMPLETED,
    }
)
_PLACE = re.compile(r"\s(?:at|on|during)\s")
_LEADERSHIP = re.compile(r"(?:(?:the|our|its)\s)?(?:cabinet|executive|executive\sboard)", re.IGNORECASE)
"""Those who decide for a council: what they do, it does."""
_OURS = re.compile(r"our\s", re.IGNORECASE)
_COMPANIES = frozenset({"company", "firm", "contractor", "developer", "operator", "provider", "landlord", "charity"})
_PRIVATE = frozenset({"other", "charity", "company", "utility", "housing", None})
_POSTHOLDERS = frozenset({"postholder", "post-holder", "appointee"})
_POST = re.compile(
    r"(?:[A-Z][\w’'&/-]*\s+){1,5}?(?:Officer|Manager|Co-?ordinator|Adviser|Advisor|Lead|Midwife|Nurse|Worker|Warden|Ranger"
    r"|Planner|Engineer|Navigator|Practitioner|Champion|Analyst|Teacher|Psychologist|Surveyor|Trainer|Head)\b"
)
_STOP = re.compile(r"[.!?](?:\s|$)|\n")
_TELLS_US = re.compile(
    r"\s+(?:has\s+|have\s+)?(?:\w+ly\s)?(?:informed|told|advised|assured|notified|promised)\s+(?:us|me)\b"
)
_OFFICIALS = re.compile(r"(?:the\s|its\s)?(?:officials|ministers)", re.IGNORECASE)
_POINTER = re.compile(r"^(?:this|these|that|those|the)\s+(?:\w+\s+)?(?P<noun>[A-Za-z]{4,}?)s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a row when its clauses are resolved: one field's text with its findings.

    ``today`` is the day of the document as ISO 8601, where it is known; ``timescale_text`` what ``timescale`` is of;
    ``cells`` what the text was put together from; ``signed`` who is to act, where that stands behind an action;
    ``owners`` the owners that ``owners_text`` names, the row's one owner cell.
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


def find_actor(clause: Clause, before: Sequence[Clause], row: Row) -> Actor | None:
    """Who acts: the body that speaks, the one that is named, or the one that the words point back to."""
    if by := signing(clause.span, row.signed):
        first = by.owners[0]
        return _acting(first.raw, Body(first.name, first.id), "actor_signed")
    raw = clause.actor.of(row.text) if clause.actor else ""
    if clause.form is ActorForm.UNNAMED or not clause.actor:
        finders = (_told_around, _opening_actor, _capitalised, _own, _answering, _in_own_cell, _doing, _beside)
        return next((actor for find in finders if (actor := find(clause, row))), None)
    if clause.form is ActorForm.SPEAKER:
        speaker = _commissioner(raw, row) or speaker_at(clause.actor.start, row)
        return _acting(raw, speaker, "actor_speaker") if speaker else None
    if clause.antecedent:
        meant = _named(clause.antecedent, row)
        return _acting(raw, Body(meant.name, meant.id), "actor_antecedent", clause.antecedent.of(row.text))
    if clause.form is ActorForm.BACK_REFERENCE:
        body = _pointed_at(clause.actor, before, row)
        return _acting(raw, body, "actor_pointed_at") if body else None
    owner = _pointed_at(clause.actor, before, row) if _OWNED.match(raw) else None
    return _acting(raw, owner, "actor_owned") if owner else _named(clause.actor, row)


def _commissioner(raw: str, row: Row) -> Body | None:
    """The commissioner whose paper it is: of all who are named in it, nobody else says ``I``."""
    authority = row.context.authority
    return authority if authority and authority.type == "pcc" and _I.match(raw) else None


def _acting(raw: str, body: Body, rule: str, words: str | None = None) -> Actor:
    """The body as the one that acts: by a rule of this module, and by the one that the words were read as it by."""
    rules = (rule, body.rule) if body.rule else (rule,)
    because = tuple(Because(rule=each, words=words or raw) for each in rules)
    return Actor(raw=raw, name=body.name, id=body.id, because=because)


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
    raw = row.text[mention.start if mention else clause.span.start : end]
    return _acting(raw, body, "actor_opens" if mention else "actor_staff")


def _told_around(clause: Clause, row: Row) -> Actor | None:
    """Who acts by the words around a clause: who has said that it will be done, or has the work in hand."""
    doer = next((span for find in (opened_by, under_way_by, told_by) if (span := find(clause, row.text))), None)
    return _named(doer, row) if doer else None


def _capitalised(clause: Clause, row: Row) -> Actor | None:
    """The name that opens a clause before an active verb, or its sentence right before one, whoever it is.

    ``Beyond Housing signed up on 12 May``.
    """
    inside = _NAME_ACTS.match(row.text, clause.span.start, clause.span.end)
    found = inside or _NAME_BEFORE.search(row.text, 0, clause.span.start)
    if not found or _PASSIVE.match(row.text, found.end("name")):
        return None
    return _acting(found["name"], Body(found["name"]), "actor_named")


def _own(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause without a doer tells of its own: ``is beyond what we can do``."""
    found = _FIRST_PERSON.search(row.text, clause.span.start, clause.span.end)
    speaker = speaker_at(clause.span.start, row) if found and clause.status in _OWN_DOING else None
    return _acting(found[0], speaker, "actor_speaker") if found and speaker else None


def _answering(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause refuses what was recommended: ``The recommendation is rejected``."""
    declined = clause.status is CommitmentStatus.DECLINED
    found = _ANSWERED.match(row.text, clause.span.start, clause.span.end) if declined else None
    speaker = speaker_at(clause.span.start, row) if found else None
    return _acting(found[0], speaker, "actor_answering") if found and speaker else None


def _doing(clause: Clause, row: Row) -> Actor | None:
    """The body that speaks, where a clause in the passive voice tells of its own doing."""
    found = doing_of_speaker(clause, row.text, row.speeches, row.mentions)
    speaker = speaker_at(clause.span.start, row) if found else None
    return _acting(found[1], speaker, found[0]) if found and speaker else None


def _beside(clause: Clause, row: Row) -> Actor | None:
    """The owner that stands beside an action, where the owner cell has one for each action of its row."""
    part = beside_of(row.text, clause.span.start, row.cells, row.owners_text)
    named = " ".join(part.of(row.owners_text).split()) if part else ""
    owner = next((owner for owner in row.owners if named and owner.raw == named), None)
    return _acting(owner.raw, Body(owner.name, owner.id), "actor_beside") if owner else None


def _in_own_cell(clause: Clause, row: Row) -> Actor | None:
    """The body whose answer a cell holds, beside the cells of others: ``Guidance was issued on 17 November``."""
    speech = next((s for s in row.speeches if s.own and s.span.start <= clause.span.start < s.span.end), None)
    if speech is None or speech.speaker is None or clause.status is CommitmentStatus.REQUESTED:
        return None
    return _acting("", speech.speaker, "actor_own_cell", clause.span.of(row.text))


def _opens(mention: OrganisationMention, clause: Clause, row: Row) -> bool:
    """Whether a name begins where a clause does, its article aside, or ends there."""
    start, end = sorted((mention.start, clause.span.start))
    begins = mention.end < clause.span.end and not _ARTICLE.sub("", row.text[start:end])
    return begins or (mention.end <= clause.span.start and not row.text[mention.end : clause.span.start].strip())


def _named(printed: Span, row: Row) -> Actor:
    """The doer that is named: a body, a body's own team, what the words point back to, or the words themselves."""
    raw = printed.of(row.text)
    if raw.endswith(".") and row.context.expand(raw[:-1]):  # the full stop of the sentence
        raw, printed = raw[:-1], Span(printed.start, printed.end - 1)
    if other := _of_that_kind(printed, row):
        return _acting(raw, other, "actor_named_before")
    body = resolve_body(raw, row.context)
    if body and body.id:
        return _acting(raw, body, "actor_named")
    if own := _own_body(raw, printed, row):
        return _acting(raw, own, "actor_team")
    for rule, find in _INDIRECT:
        if meant := find(printed, row):
            return _acting(raw, meant, rule)
    return _acting(raw, body or Body(_full_name(printed, row)), "actor_named")


def _own_body(raw: str, printed: Span, row: Row) -> Body | None:
    """The council whose cabinet acts, or the body that speaks of a service as ``ours``; nobody else's."""
    authority = row.context.authority
    council = authority is not None and authority.type in {None, "local_authority"}
    if council and _LEADERSHIP.fullmatch(raw):
        return authority
    return speaker_at(printed.start, row) if _OURS.match(raw) else None


def _of_that_kind(printed: Span, row: Row) -> Body | None:
    """The body named before that ``the County`` or ``the Authority`` means in the answer of a city or a county council.

    The authority that answers is meant where its own name holds the word; ``the Council`` is always that one. Nobody
    tells us what we do: ``The Authority has informed us that …`` is another, though it was not named.
    """
    pointer, authority = _POINTER.match(printed.of(row.text)), row.context.authority
    noun = pointer["noun"] if pointer else ""
    own = authority is None or noun.lower() in f"{authority.name} Council".lower()
    if own or not noun.istitle():
        return None
    told = Body(noun) if _TELLS_US.match(row.text, printed.end) else None
    return _named_earlier(printed, row) or told


def _full_name(printed: Span, row: Row) -> str:
    """The name that a doer was given before, where its last word is all that is repeated; else its words.

    ``The coordinators alongside the Cabinet Member`` are the ``Violence Reduction Neighbourhood Coordinators`` of the
    sentence before: the first of those named together acts.
    """
    said = _PLACE.split(" ".join(printed.of(row.text).split()), maxsplit=1)[0]
    words = _ARTICLE.sub("", _COMPANIONS.sub("", said))
    if not _BARE.fullmatch(words):
        return row.context.expand(words) or words
    name = re.compile(rf"{_CAPITALS}{re.escape(words[0].upper() + words[1:])}\b")
    named = [found[0] for found in name.finditer(row.text, 0, printed.start)]
    return named[-1] if named else words


def _possessor(printed: Span, row: Row) -> Body | None:
    """Whose team or staff it is: ``the council's Public Health team``, ``All officers on the response teams``."""
    raw = printed.of(row.text)
    if _STAFF.match(raw):
        return speaker_at(printed.start, row)
    owner = _POSSESSIVE.match(raw)
    body = resolve_body(owner["owner"], row.context) if owner else None
    return body or (_own_kind(owner["owner"], row) if owner else None)


def _own_kind(words: str, row: Row) -> Body | None:
    """The authority, where the words say what it is: ``the Royal Borough’s team``, ``the District’s officers``."""
    kind, authority = _ARTICLE.sub("", words), row.context.authority
    own = authority is not None and kind != words and kind.istitle() and kind in authority.name
    return authority if own else None


def _named_within(printed: Span, row: Row) -> Body | None:
    """The body named within the words: ``A senior Met officer``, ``the Council's Public Health team``."""
    place = _PLACE.search(row.text, printed.start, printed.end)
    end = place.start() if place else printed.end  # the Leader at the Board is not the Board
    inside = [m for m in row.mentions if printed.start <= m.start and m.end <= end and m.id]
    return _body(inside[0]) if inside else None


def _named_earlier(printed: Span, row: Row) -> Body | None:
    """The last body named before whose name holds the noun that the words point with: ``this forum``, ``the Trust``.

    ``The company`` is the last body named that is no public one, ``the postholder`` the last post; ``officials`` and
    ``ministers`` are those of the last department named.
    """
    earlier = [mention for mention in row.mentions if mention.end <= printed.start]
    if _OFFICIALS.fullmatch(printed.of(row.text)):
        departments = [mention for mention in earlier if mention.type == "government"]
        return _body(departments[-1]) if departments else None
    pointer = _POINTER.match(printed.of(row.text))
    if pointer is None:
        return None
    noun = pointer["noun"].lower()
    if noun in _COMPANIES:
        private = [mention for mention in earlier if mention.type in _PRIVATE]
        return _body(private[-1]) if private else None
    if noun in _POSTHOLDERS:
        posts = [found[0] for found in _POST.finditer(row.text, 0, printed.start)]
        return Body(posts[-1]) if posts else None
    fits = [mention for mention in earlier if noun in mention.name.lower()]
    return _body(fits[-1]) if fits else None


def _pointed_at(pointer: Span, before: Sequence[Clause], row: Row) -> Body | None:
    """What ``this forum`` or ``they`` points back to.

    A body whose name holds the noun; else the last one named in the sentence before (``The road belongs to National
    Highways. It has …``); else the last one that acted.
    """
    if _POINTER.match(pointer.of(row.text)):
        return _named_earlier(pointer, row)
    near = [m for m in row.mentions if m.end <= pointer.start and _is_next(row.text[m.end : pointer.start])]
    if near and not _is_authority(near[-1], row):
        return _body(near[-1])
    for at in range(len(before) - 1, -1, -1):
        acts = before[at].form in {ActorForm.NAMED, ActorForm.BACK_REFERENCE}
        if acts and (actor := find_actor(before[at], before[:at], row)):
            return Body(actor.name, actor.id)
    return None


_INDIRECT = (("actor_team", _possessor), ("actor_named_within", _named_within), ("actor_named_before", _named_earlier))
"""The ways in which words that name no known body tell one, in their order."""


def _is_next(between: str) -> bool:
    """Whether the words between a name and a pronoun hold the end of one sentence at most."""
    return len(_STOP.findall(between)) <= 1


def _is_authority(mention: OrganisationMention, row: Row) -> bool:
    return row.context.authority is not None and mention.name == row.context.authority.name


def _body(mention: OrganisationMention) -> Body:
    return Body(mention.name, mention.id, mention.type)

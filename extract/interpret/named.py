"""Who is meant by words that name a doer: a body, a body's own team, what the words point back to, or themselves."""

import re

from extract.facts.organisations import resolve_body
from extract.findings import Body, Span, body_of
from extract.interpret.acting import ARTICLE, POINTER, STAFF, Row, acting, speaker_at
from extract.interpret.shortened import appointed, cut_short, of_kind, of_post, of_speaker
from extract.records import Actor

_POSSESSIVE = re.compile(r"^(?P<owner>[^'’]{3,80}?)['’]s?\s+\w")
_COMPANIONS = re.compile(r",?\s+(?:alongside|(?:together|along)\s+with|as\s+well\s+as|in\s+partnership\s+with)\s.*")
_BARE = re.compile(r"[A-Za-z][a-z]{3,}")
_CAPITALS = r"(?:(?!The\b|A\b|Our\b)[A-Z][\w’'&-]*\s+){1,6}"
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
_TELLS_US = re.compile(
    r"\s+(?:has\s+|have\s+)?(?:\w+ly\s)?(?:informed|told|advised|assured|notified|promised)\s+(?:us|me)\b"
)
_OFFICIALS = re.compile(r"(?:the\s|its\s)?(?:officials|ministers)", re.IGNORECASE)

_APPOSED = re.compile(r"(?<=[\w)]),\s(?:the|a|an|our|which|who|whose|part\sof|one\sof)\s")
"""What tells who a body is, behind its name: ``Barset Leisure, the trust that runs the pool``."""


def named(printed: Span, row: Row) -> Actor:
    """The doer that is named: a body, a body's own team, what the words point back to, or the words themselves."""
    raw = printed.of(row.text)
    if raw.endswith(".") and row.context.expand(raw[:-1]):  # the full stop of the sentence
        raw, printed = raw[:-1], Span(printed.start, printed.end - 1)
    if other := _of_that_kind(printed, row):
        return acting(raw, other, "actor_named_before")
    if whole := cut_short(printed, row):
        return acting(raw, whole, "actor_cut_short")
    staff = _staff_of_another(raw, printed, row)
    body = resolve_body(raw, row.context)
    if body and body.id and not staff:
        return acting(raw, body, "actor_named")
    if own := staff or _own_body(raw, printed, row):
        return acting(raw, own, "actor_team")
    for rule, find in _INDIRECT:
        if meant := find(printed, row):
            return acting(raw, meant, rule)
    return acting(raw, body or Body(_full_name(printed, row)), "actor_named")


def _staff_of_another(raw: str, printed: Span, row: Row) -> Body | None:
    """The body beside the authority that speaks, of whose staff it is said what they do: ``officers will …``."""
    speaker = speaker_at(printed.start, row) if STAFF.match(raw) else None
    return speaker if speaker != row.context.authority else None


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
    pointer, authority = POINTER.match(printed.of(row.text)), row.context.authority
    noun = pointer["noun"] if pointer else ""
    own = authority is None or noun.lower() in f"{authority.name} Council".lower()
    if own or not noun.istitle():
        return None
    told = Body(noun) if _TELLS_US.match(row.text, printed.end) else None
    return named_earlier(printed, row) or told


def _full_name(printed: Span, row: Row) -> str:
    """The name that a doer was given before, where its last word is all that is repeated; else its words.

    ``The coordinators alongside the Cabinet Member`` are the ``Violence Reduction Neighbourhood Coordinators`` of the
    sentence before: the first of those named together acts.
    """
    said = _PLACE.split(_APPOSED.split(" ".join(printed.of(row.text).split()), maxsplit=1)[0], maxsplit=1)[0]
    words = ARTICLE.sub("", _COMPANIONS.sub("", said))
    if not _BARE.fullmatch(words):
        return row.context.expand(words) or words
    name = re.compile(rf"{_CAPITALS}{re.escape(words[0].upper() + words[1:])}\b")
    named = [found[0] for found in name.finditer(row.text, 0, printed.start)]
    return named[-1] if named else words


def _possessor(printed: Span, row: Row) -> Body | None:
    """Whose team or staff it is: ``the council's Public Health team``, ``All officers on the response teams``."""
    raw = printed.of(row.text)
    if STAFF.match(raw):
        return speaker_at(printed.start, row)
    owner = _POSSESSIVE.match(raw)
    body = resolve_body(owner["owner"], row.context) if owner else None
    return body or (_own_kind(owner["owner"], row) if owner else None)


def _own_kind(words: str, row: Row) -> Body | None:
    """The authority, where the words say what it is: ``the Royal Borough’s team``, ``the District’s officers``."""
    kind, authority = ARTICLE.sub("", words), row.context.authority
    own = authority is not None and kind != words and kind.istitle() and kind in authority.name
    return authority if own else None


def _named_within(printed: Span, row: Row) -> Body | None:
    """The body named within the words: ``A senior Met officer``, ``the Council's Public Health team``."""
    place = _PLACE.search(row.text, printed.start, printed.end)
    end = place.start() if place else printed.end  # the Leader at the Board is not the Board
    inside = [m for m in row.mentions if printed.start <= m.start and m.end <= end and m.id]
    return body_of(inside[0]) if inside else None


def named_earlier(printed: Span, row: Row) -> Body | None:
    """The last body named before whose name holds the noun that the words point with: ``this forum``, ``the Trust``.

    ``The company`` is the last body named that is no public one, ``the postholder`` the last post; ``officials`` and
    ``ministers`` are those of the last department named.
    """
    earlier = [mention for mention in row.mentions if mention.end <= printed.start]
    if _OFFICIALS.fullmatch(printed.of(row.text)):
        departments = [mention for mention in earlier if mention.type == "government"]
        return body_of(departments[-1]) if departments else None
    pointer = POINTER.match(printed.of(row.text))
    if pointer is None:
        return None
    noun = pointer["noun"].lower()
    if noun in _COMPANIES:
        private = [mention for mention in earlier if mention.type in _PRIVATE]
        return body_of(private[-1]) if private else None
    if noun in _POSTHOLDERS:
        posts = [found[0] for found in _POST.finditer(row.text, 0, printed.start)]
        return Body(posts[-1]) if posts else None
    fits = [mention for mention in earlier if noun in mention.name.lower()]
    return body_of(fits[-1]) if fits else None


_INDIRECT = (
    ("actor_quoted", of_speaker),
    ("actor_team", _possessor),
    ("actor_named_within", _named_within),
    ("actor_named_before", named_earlier),
    ("actor_of_kind", of_kind),
    ("actor_post", of_post),
    ("actor_appointed", appointed),
)
"""The ways in which words that name no known body tell one, in their order."""

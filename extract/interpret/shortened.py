"""Who is meant by a name that is cut short, by what somebody is, or by a post that bodies of one sort have."""

import re

from extract.findings import Body, Span, body_of
from extract.interpret.acting import ARTICLE, Row, speaker_at
from extract.interpret.speaking import of_that_kind

_GOES_ON = re.compile(r"(?::| of | for |,| \(| [–—-] )")
_STAYS = re.compile(r"(?:Cabinet|Portfolio|Executive) (?:Member|Holder|Councillor)\b|Chair|Vice-Chair")
"""Roles that a paper prints in short throughout."""
_KIND = re.compile(
    r"the (?:[a-z]+ )?(?P<noun>company|firm|contractor|operator|provider|developer|landlord|charity|trust|university"
    r"|college|association|service|airport|diocese|society|school|hospital|force|constabulary|district|undertaker|brigade)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:contract|agreement|franchise|concession|lease)\s(?:is\s|held\s)?(?:with|by)\s(?:the\s)?"
    r"(?P<name>[A-Z][\w’'&-]*(?:\s(?:and\s|of\s|&\s)?[A-Z][\w’'&-]*){0,5})"
)
_COMPANIES = frozenset({"company", "firm", "contractor", "operator", "provider", "developer", "landlord", "undertaker"})
_PRIVATE = frozenset({"other", "charity", "company", "utility", "housing", None})
_FEWEST = 2  # words of a name that is cut short
_APPOINTING = re.compile(
    r"\b(?:we|I)\s(?:have\s|'ve\s)?(?:\w+ly\s|also\s|now\s)?(?:taken\son|took\son|appointed|recruited|hired|engaged|employed)\s\Z",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"an?\s(?:[a-z-]+\s){0,2}[a-z-]+", re.IGNORECASE)


def cut_short(printed: Span, row: Row) -> Body | None:
    """The one owner or body asked whose name opens with the words: ``The Executive Director``, ``Citizens Advice``.

    Of a post what it is of is left off, of a body its place. A post that no owner of the row has may be one of another
    row's.
    """
    said = " ".join(printed.of(row.text).split())
    words = ARTICLE.sub("", said)
    if not words[:1].isupper() or _STAYS.match(words) or (len(words.split()) < _FEWEST and words == said):
        return None
    bodies = {body.name: body for body in (*row.parties.bodies, *row.parties.named)}
    names = {*bodies, *(owner.name for owner in row.owners)}
    if words in names:
        return None
    longer = [body for name, body in bodies.items() if name.startswith(f"{words} ") and len(words.split()) >= _FEWEST]
    posts = [Body(name) for name in sorted(names - {*bodies}) if _goes_on(name, words)]
    found = longer + posts or [Body(name) for name in row.posts if _goes_on(name, words)]
    return found[0] if len(found) == 1 else None


def _goes_on(name: str, words: str) -> bool:
    return name.startswith(words) and _GOES_ON.match(name, len(words)) is not None


def of_kind(printed: Span, row: Row) -> Body | None:
    """The body that was asked, or is named in the row, which is of the kind that the words say: ``the company``.

    ``the ambulance service`` is the one in whose name these words stand; of companies, the only one, or who is bound by
    the contract that was told of.
    """
    words = " ".join(printed.of(row.text).split())
    kind = _KIND.fullmatch(words)
    if kind is None:
        return None
    if fits := _speaking(printed, row) or of_that_kind(words, row.parties):
        return fits
    company = kind["noun"].lower() in _COMPANIES
    bound = [found["name"] for found in _BOUND.finditer(row.text, 0, printed.start)] if company else []
    others = {body.name: body for body in row.parties.others() if company and body.type in _PRIVATE}
    if len(others) == 1:
        return next(iter(others.values()))
    return Body(bound[-1]) if bound else None


def _speaking(printed: Span, row: Row) -> Body | None:
    """The body in whose own words a word for its kind stands: ``Police: The Constabulary does not intend …``."""
    speaker, words = speaker_at(printed.start, row), " ".join(printed.of(row.text).split())
    types = row.speaking.kind_of(words) if row.speaking else frozenset[str]()
    return speaker if speaker and types and speaker.type in types else None


def of_speaker(printed: Span, row: Row) -> Body | None:
    """The body that is quoted, where the words name its head, its staff or its place: ``The Bishop``, ``A nurse``."""
    speech = next((s for s in row.speeches if s.span.start <= printed.start < s.span.end), None)
    speaker = speech.speaker if speech else None
    if speech is None or not speech.quoted or speaker is None or row.speaking is None:
        return None
    said = " ".join(printed.of(row.text).split())
    words = ARTICLE.sub("", said)
    head = row.speaking.head_of(words, speaker.name)
    staff = _INDEFINITE.fullmatch(said) and said.split()[-1] not in _COMPANIES
    return speaker if head or staff or words in row.context.registry.places else None


def of_post(printed: Span, row: Row) -> Body | None:
    """The body that has a post of that sort, where it is not named: the police of ``the desk sergeant``."""
    words = ARTICLE.sub("", printed.of(row.text))
    types = row.speaking.types_of_post(words) if row.speaking and words.islower() else frozenset[str]()
    before = [body_of(mention) for mention in row.mentions if mention.end <= printed.start]
    everybody = (*reversed(before), *row.parties.bodies, *row.parties.named, *row.parties.serving)
    return next((body for body in everybody if body.type in types), None)


def appointed(printed: Span, row: Row) -> Body | None:
    """The body that speaks, where the words are for somebody whom it has just appointed: ``a planning engineer``."""
    said = " ".join(printed.of(row.text).split())
    if not _INDEFINITE.fullmatch(said) or not _APPOINTING.search(row.text, 0, printed.start):
        return None
    return speaker_at(printed.start, row)

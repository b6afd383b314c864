"""Bodies that no registry holds, known by the form of their names: ``Learning Improvement Forum``."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from extract.findings import Body, Span
from extract.vocabulary.local_bodies import load_local_words
from extract.vocabulary.owners import load_owner_words

_LOCAL_COUNCIL = "(?:Town|Parish|Community|City|Borough|District|County) Council"

_NO_COUNCIL = "Arts|Youth|Parish|Town|Community|Research|Sports|Funding|Medical|General|Privy|Cabinet|Full"
_CAPITALS = r"[A-Z][\w’'-]+"
_COUNCIL = re.compile(
    r"(?:(?<!\w )|(?<=of )|(?<=by )|(?<=from )|(?<=for )|(?<=the ))"
    rf"(?:(?:(?:London|Royal) Borough|Borough|City|County) of {_CAPITALS}(?: (?:and|upon|&) {_CAPITALS})?"
    rf"|(?!(?:The|Our|Your|This|City|County|Borough|District|{_NO_COUNCIL}) )"
    rf"{_CAPITALS}(?:(?: and| upon| on| &)? (?!(?:{_NO_COUNCIL})\b){_CAPITALS}){{0,4}}?)"
    r"(?: (?:Metropolitan|Borough|District|County|City|Unitary)){0,2} Council(?! Tax)\b"
)
"""The form of a principal council's name, at the opening of a line, after a sign or a small word."""

_NAME = rf"(?!(?:The|Our|Your|This)\b){_CAPITALS}(?:(?: and| upon| on| &)? {_CAPITALS}){{0,4}}?"
_OTHERS = (
    (
        re.compile(rf"{_NAME} (?:Mayoral )?(?:Strategic|Combined|Transport)(?: County)? Authority\b"),
        "combined_authority",
    ),
    (re.compile(rf"{_NAME} Fire (?:and|&) Rescue (?:Authority|Service)\b"), "fire"),
    (
        re.compile(rf"Police(?:, Fire)? and Crime Commissioner for (?:the )?{_CAPITALS}(?: (?:and |& )?{_CAPITALS})?"),
        "pcc",
    ),
)
"""The forms of the names of other authorities that answer to a scrutiny body of their own, each with its type."""

_ANSWERER = re.compile(
    r"\b(?:(?:[Rr]espon(?:se|ses|ds?)|[Rr]epl(?:y|ies)|[Aa]nswers?)\s+(?:of|by|from|on behalf of)|[Oo]n behalf of"
    r"|Clerk(?: to the Council)?(?:,| to| of| for|\s[–-])|^From:)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’']{1,30}"
    r"(?:(?:[ -](?:and|upon|on|in|le|with|under|the|cum|next)){0,2}[ -][A-Z][\w’']{1,30}){0,3} "
    r"(?:Town|Parish|Community|Village|City) Council)\b"
)
"""Who answers of the councils that no registry holds: ``the reply of Ambridge Parish Council``."""

_WORD = r"[A-Z][\w'’-]*"
_JOINED = rf"(?:,? (?:and|of|for|&|the|in|of the)|,)? {_WORD}"
_PLACE = rf"(?: (?:of|for) {_WORD}(?:(?: and)? {_WORD}){{0,3}})"
_SMALL = frozenset({"and", "of", "for", "the", "in", "&"})


def find_local_bodies(text: str) -> Iterator[tuple[Span, Body]]:
    """The capitalised names in the text that end as bodies' names do, each with a stable ``local:`` id."""
    openers = _SMALL | load_local_words().openers
    for found in _names().finditer(text):
        words = _last_listed(found[0]).split(" ")
        while words and words[0].strip(",") in openers:
            words = words[1:]
        if not _telling(words):
            continue
        name = " ".join(words)
        yield Span(found.end() - len(name), found.end()), local_body(name)


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """The form of a name: capitalised words that end in a word for a body, or go on with its place."""
    heads = "|".join(sorted(load_local_words().heads))
    return re.compile(
        rf"(?:\b{_WORD}(?:{_JOINED}){{0,9}}? (?:{heads}|{_LOCAL_COUNCIL})\b{_PLACE}?|\b(?:University|College){_PLACE})"
        rf"(?! (?!Will|The|Has|Is|We){_WORD})"
    )


def _last_listed(name: str) -> str:
    """The name without what is named before it: ``Sport, Visitor Centre``, ``Lark Ltd and Lark Trust``."""
    before, comma, after = name.rpartition(", ")
    if comma and before and " and " not in after:
        return after
    before, joined, after = name.rpartition(" and ")
    return after if joined and after.split(" ")[0] == before.split(" ")[0] else name


def whole_local_body(name: str) -> Body | None:
    """The local body whose name is all of the words; ``None`` where they do not have the form of one."""
    return next((body for span, body in find_local_bodies(name) if span == Span(0, len(name))), None)


def local_body(name: str) -> Body:
    """The body of that name which no registry holds: its id is a slug of the name, the same wherever it is printed."""
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", name.lower().replace("&", "and"))).strip("-")
    return Body(name, f"local:{slug}", load_local_words().types.get(name.rsplit(" ", 1)[-1]))


def find_local_authority(lines: Iterable[str]) -> Body | None:
    """The one council that heading lines name and no registry has, as a new one: ``Borsetshire County Council``.

    Where they name no council, the one combined, fire or police authority.
    """
    lines = [*lines]
    named = ((_the_one(form, lines), type_) for form, type_ in ((_COUNCIL, "local_authority"), *_OTHERS))
    found = next(((name, type_) for name, type_ in named if name), None)
    return Body(found[0], local_body(found[0]).id, found[1]) if found else None


def _the_one(form: re.Pattern[str], lines: Sequence[str]) -> str | None:
    """The name of that form which the lines print, or print more often than any other."""
    ranked = Counter(" ".join(name[0].split()) for line in lines for name in form.finditer(line)).most_common(2)
    tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not tied else None


def find_local_answerer(lines: Iterable[str]) -> Body | None:
    """The town, parish or community council that heading lines name as the one who answers, or whose clerk signs.

    Nothing where they name two.
    """
    found = {" ".join(name["name"].split()) for line in lines for name in _ANSWERER.finditer(line)}
    if len(found) != 1:
        return None
    body = local_body(found.pop())
    return Body(body.name, body.id, "local_authority")


def _telling(words: list[str]) -> bool:
    """Whether a word beside the kind tells this body from others: ``Steering Group`` is a kind."""
    capitals = (word.strip(",") for word in words if word[0].isupper())
    known = load_local_words()
    telling = [word for word in capitals if word not in known.plain and word not in known.types]
    if words[-1] in known.own_heads:
        work = load_owner_words().subjects
        telling = [word for word in telling if word.lower().replace("’", "'") not in work]
    return bool(telling)

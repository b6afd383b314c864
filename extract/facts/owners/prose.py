"""Owners that prose names where a document has no column of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.facts.owners.cells import each_once, find_owners
from extract.facts.owners.joints import is_whole
from extract.facts.owners.kinds import Bodies
from extract.facts.owners.people import person_in
from extract.facts.owners.stripping import alternatives, plain
from extract.facts.owners.titles import is_role
from extract.records import Owner, OwnerKind
from extract.vocabulary.owners import OwnerWords

_MOST_WORDS = 25
_NAME = r"[A-Z][\w,&'’ -]{4,100}?"
_LEADING = re.compile(
    rf"(?:^|(?<=[.;\n] ))(?:The )?({_NAME}),? "
    r"(?:will (?:lead|be responsible for|take (?:this )?forward|oversee)|"
    r"has been asked to lead|is (?:the )?lead(?:ing)? (?:officer )?(?:for|on)|"
    r"is responsible for (?:this|delivering|delivery|implementing|leading|taking))\b"
)
_ENDS = (
    r"(?=[.;:\n]|$|,? and [a-z]|,? (?:who|which|with|in|by|from|to|through|as|during|over|within|while|once|after|"
    r"before|on|at)\b)"
)
_LED = re.compile(
    r"\b(?:(?:will|is to|are to|shall) be|to be|is being|are being) (?:jointly |now )?"
    r"(?:led|overseen|co-?ordinated|taken forward|lead) by (?:(?:the|our) )?"
    rf"({_NAME}){_ENDS}"
)
_NAMED = re.compile(
    r"\b(?:[Ll]ead (?:officer|member|director)(?: for [\w ]{3,40}?)? (?:is|will be)|"
    r"[Rr]esponsibility (?:for [\w ]{3,60}? )?(?:will )?(?:sits?|rests?|lies?) with) (?:the )?"
    rf"({_NAME}){_ENDS}"
)
_VAGUE_LABELS = frozenset({"who", "member", "officer", "organisation", "portfolio"})
_DOERS = {OwnerKind.ROLE, OwnerKind.PERSON}


def find_owners_in_prose(text: str, bodies: Bodies, words: OwnerWords) -> tuple[Owner, ...]:
    """The owners that labelled lines name (``Lead officer: Head of Parks``), or else those said to lead.

    Kept to what is beyond doubt: a label opens its line, sentence or bracket; a post or person opens the sentence that
    says it will lead; ``will be led by`` is followed by a whole name.
    """
    labelled = [owner for found in _label(words).finditer(text) for owner in _after(found[2], bodies, words, found[1])]
    if labelled:
        return each_once(labelled)
    leading = [owner for found in _LEADING.finditer(text) for owner in _doers(found[1], bodies, words)]
    named = [
        owner
        for pattern in (_LED, _NAMED)
        for found in pattern.finditer(text)
        for owner in _wholes(found[1], bodies, words)
    ]
    return each_once([*leading, *named])


@lru_cache(maxsize=8)
def _label(words: OwnerWords) -> re.Pattern[str]:
    told = [label for label in words.labels if label not in _VAGUE_LABELS]
    return re.compile(
        rf"(?im)(?:^|(?<=[.;] )|(?<=[(\[]))[^\w\n]{{0,8}}({alternatives(told)})\s*[:–—]\s*([^\n.]{{2,200}})"
    )


def _after(cell: str, bodies: Bodies, words: OwnerWords, label: str) -> tuple[Owner, ...]:
    """The owners after a label, up to the bracket that holds both."""
    closing = next((found.start() for found in re.finditer(r"[)\]]", cell) if _closes(cell[: found.end()])), len(cell))
    cell = cell[:closing]
    return find_owners(cell, bodies, words, label, "owner_label") if len(cell.split()) <= _MOST_WORDS else ()


def _closes(text: str) -> bool:
    return text.count(")") > text.count("(") or text.count("]") > text.count("[")


def _doers(cell: str, bodies: Bodies, words: OwnerWords) -> Iterator[Owner]:
    """The posts and persons that open a sentence."""
    if is_role(cell, words) or person_in(cell, words):
        yield from (owner for owner in find_owners(cell, bodies, words, rule="owner_leads") if owner.kind in _DOERS)


def _wholes(cell: str, bodies: Bodies, words: OwnerWords) -> Iterator[Owner]:
    """The owners that are whole names by themselves."""
    for owner in find_owners(cell, bodies, words, rule="owner_leads"):
        if is_whole(plain(owner.raw, words), bodies, words):
            yield owner

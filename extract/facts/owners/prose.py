"""Owners that prose names where a document has no column of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from extract.facts.owners.cells import each_once, find_owners
from extract.facts.owners.joints import is_whole
from extract.facts.owners.kinds import Bodies
from extract.facts.owners.people import person_in
from extract.facts.owners.stripping import alternatives, plain
from extract.facts.owners.titles import is_role
from extract.records import Owner, OwnerKind
from extract.vocabulary.owners import OwnerWords
from extract.vocabulary.phrases import compile_phrases

_MOST_WORDS = 25
_NAME = r"(?-i:[A-Z])[\w,&'’ -]{4,100}?"
_SHORT = r"(?-i:[A-Z])[\w,&'’ -]{1,100}?"
_ENDS = (
    r"(?=[.;:\n]|$|,? and [a-z]|,? to [a-z]|,? (?:who|which|with|in|by|from|to|through|as|during|over|within|while|"
    r"once|after|before|on|at)\b)"
)
VAGUE = frozenset({"who", "member", "officer", "organisation", "portfolio"})
"""Labels that prose has before many things that are no owner."""
_DOERS = {OwnerKind.ROLE, OwnerKind.PERSON}


def find_owners_in_prose(text: str, bodies: Bodies, words: OwnerWords) -> tuple[Owner, ...]:
    """The owners that labelled lines name (``Lead officer: Head of Parks``), or else those said to lead.

    Kept to what is beyond doubt: a label opens its line, sentence or bracket; a post or person opens the sentence that
    says it will lead; ``will be led by`` is followed by a whole name.
    """
    labelled = [owner for found in _label(words).finditer(text) for owner in _after(found[2], bodies, words, found[1])]
    if labelled:
        return each_once(labelled)
    leading = [owner for found in _leading(words).finditer(text) for owner in _doers(found["name"], bodies, words)]
    named = [owner for found in _named(words).finditer(text) for owner in _wholes(found, bodies, words)]
    return each_once([*leading, *named])


@lru_cache(maxsize=4)
def _leading(words: OwnerWords) -> re.Pattern[str]:
    """A name that opens a sentence, and what says that it leads."""
    said = compile_phrases(words.prose.leads).pattern
    return re.compile(rf"(?:^|(?<=[.;\n] ))(?:The )?(?P<name>{_NAME}),? (?i:{said})")


@lru_cache(maxsize=4)
def _named(words: OwnerWords) -> re.Pattern[str]:
    """What says who leads, a name, and who works with it."""
    said = compile_phrases(words.prose.names).pattern
    more = rf",? (?:{alternatives(words.companions)}) (?:(?:the|our) )?{_SHORT}"
    return re.compile(rf"(?i:{said}) (?:(?:the|our) )?(?P<name>{_NAME}(?:{more})?){_ENDS}")


@lru_cache(maxsize=8)
def _label(words: OwnerWords) -> re.Pattern[str]:
    told = [label for label in words.labels if label not in VAGUE]
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


def _wholes(found: re.Match[str], bodies: Bodies, words: OwnerWords) -> Iterator[Owner]:
    """The owners that are whole names by themselves, or the last word of one that was named before: ``the College``."""
    for owner in find_owners(found["name"], bodies, words, rule="owner_leads"):
        if owner.kind is OwnerKind.ORGANISATION or is_whole(plain(owner.raw, words), bodies, words):
            yield owner
        elif full := _in_full(owner.name, found.string[: found.start()]):
            for named in find_owners(full, bodies, words, rule="owner_leads"):
                yield replace(named, raw=owner.raw)


def _in_full(word: str, before: str) -> str | None:
    """The last name in a text that ends with a word, which repeats it: ``Swansea BID`` for ``BID``."""
    named = re.findall(rf"\b(?:[A-Z][\w’'&-]+ ){{1,4}}{re.escape(word)}\b", before) if " " not in word else []
    return re.sub(r"^The ", "", named[-1]) if named else None

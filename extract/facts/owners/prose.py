"""Owners that prose names where a document has no column of them."""

import re
from functools import lru_cache

from extract.facts.owners.cells import find_owners
from extract.facts.owners.kinds import Bodies, is_role
from extract.records import Owner, OwnerKind
from extract.vocabulary.owners import OwnerWords

_MOST_WORDS = 25
_LEADING = re.compile(
    r"(?:^|(?<=[.;\n] ))(?:The )?([A-Z][\w,&'’ -]{4,80}?) "
    r"(?:will (?:lead|be responsible for|take (?:this )?forward|oversee)|"
    r"has been asked to lead|is (?:the )?lead(?:ing)? (?:officer )?(?:for|on))\b"
)
_VAGUE_LABELS = frozenset({"who", "member", "officer", "organisation", "portfolio"})


def find_owners_in_prose(text: str, bodies: Bodies, words: OwnerWords) -> tuple[Owner, ...]:
    """The owners that labelled lines name (``Lead officer: Head of Parks``), or else the posts that will lead.

    Kept to what is beyond doubt: a label opens its line or sentence, and a post opens its sentence.
    """
    labelled = [owner for found in _label(words).finditer(text) for owner in _after(found[1], bodies, words)]
    if labelled:
        return tuple(dict.fromkeys(labelled))
    leading = [owner for found in _LEADING.finditer(text) for owner in _posts(found[1], bodies, words)]
    return tuple(dict.fromkeys(leading))


@lru_cache(maxsize=8)
def _label(words: OwnerWords) -> re.Pattern[str]:
    plain = [label for label in words.labels if label not in _VAGUE_LABELS]
    return re.compile(
        rf"(?im)(?:^|(?<=[.;] ))[^\w\n]{{0,8}}(?:{'|'.join(map(re.escape, plain))})\s*[:–—]\s*([^\n.]{{2,200}})"
    )


def _after(cell: str, bodies: Bodies, words: OwnerWords) -> tuple[Owner, ...]:
    return find_owners(cell, bodies, words, "owner_label") if len(cell.split()) <= _MOST_WORDS else ()


def _posts(cell: str, bodies: Bodies, words: OwnerWords) -> tuple[Owner, ...]:
    if not is_role(cell, words):
        return ()
    return tuple(owner for owner in find_owners(cell, bodies, words, "owner_leads") if owner.kind is OwnerKind.ROLE)

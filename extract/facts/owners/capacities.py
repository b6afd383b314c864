"""In what capacity an owner is named: as the one addressed, the member who decides, or the officer who leads."""

import re
from functools import lru_cache

from extract.facts.owners.stripping import alternatives
from extract.facts.owners.titles import opens_member_role
from extract.records import OwnerCapacity
from extract.vocabulary.owners import OwnerWords

_MEMBER = re.compile(r"(?i)(?:cllr|clr|councillor)s?\b")


def capacity_of(raw: str, heading: str, words: OwnerWords) -> OwnerCapacity | None:
    """The capacity that a label of the owner's own gives it, or else the title of its column; ``None`` for neither.

    Under a title for both (``Lead Officer / Executive Member``) members decide, and others lead.

    Args:
        raw: the owner as printed, with its label.
        heading: the title of its column, or the label of its line.
        words: the vocabulary of owner cells.
    """
    label = _label(words.labels).match(raw)
    own = _capacities(label[0], words) if label else frozenset[OwnerCapacity]()
    if mark := _mark(words).search(raw):
        own = _capacities(mark["part"], words) or own
    found = own or _capacities(heading, words)
    if len(found) == 1:
        return next(iter(found))
    if found == {OwnerCapacity.DECISION_MAKER, OwnerCapacity.LEAD}:
        member = _MEMBER.match(raw) or opens_member_role(re.sub(r"(?i)^the ", "", raw), words)
        return OwnerCapacity.DECISION_MAKER if member else OwnerCapacity.LEAD
    return None


@lru_cache(maxsize=1024)
def _capacities(heading: str, words: OwnerWords) -> frozenset[OwnerCapacity]:
    """The capacities that a title has words for; a longer phrase hides those within it: ``Lead Member``."""
    text = " ".join(["", *re.findall(r"[a-z'’]+", heading.lower()), ""])
    phrases = [(phrase, one.capacity) for one in words.capacities for phrase in one.phrases]
    found = set[OwnerCapacity]()
    for phrase, capacity in sorted(phrases, key=lambda pair: (-len(pair[0]), pair[0])):
        if f" {phrase} " in text:
            found.add(capacity)
            text = text.replace(f" {phrase} ", " | ")
    return frozenset(found)


@lru_cache(maxsize=4)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)[^\w]*(?:{alternatives(labels)})\s*(?::|\s[-–—]\s)")


@lru_cache(maxsize=4)
def _mark(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:\(\s*|\s[-–—]\s+)(?P<part>{alternatives(words.parts)})\s*\)?$")

"""Who signs an action, by the words in the brackets behind it: owners, times and how far it is, and nothing else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.facts.owners.cells import find_owners
from extract.facts.owners.kinds import Bodies
from extract.facts.owners.people import person_in
from extract.facts.owners.stripping import alternatives, plain
from extract.facts.owners.titles import ends_as_post, is_group, is_role, opens_role
from extract.findings import Span
from extract.records import Owner, OwnerKind
from extract.vocabulary.owners import OwnerWords

Timed = Callable[[str], Sequence[Span]]
"""Tells where in a text expressions of time stand."""

_MARK = "\0"
_IN_BRACKETS = re.compile(rf"\(\s*{_MARK}+\s*\)")
_ACTION = re.compile(r"^(?:actions?|resp)\s*[:–—-]\s*", re.IGNORECASE)
_ASIDE = re.compile(r"(?:^|,\s*)[a-z][^,;]{0,40}$")
_SAYS = re.compile(r"\b(?:to|will|is|are|was|were|has|have|had|shall|should|would|who|which|that)\b")
_BARE_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*")
_DAY = re.compile(r"\d{1,2}(?:\s|/|\.|st\b|nd\b|rd\b|th\b)")
_MEETING = frozenset({"board", "cabinet", "commission", "committee", "council", "executive", "forum", "panel"})
_EDGES = " \t,;:/|.–—-"
_TEAMS = frozenset({"team", "teams", "service", "services", "unit", "officers"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What signatures are read with: the names of the document, the vocabulary, and what tells times.

    Attributes:
        bodies: what the document's names stand for.
        words: the vocabulary of owners.
        timed: tells the times in a text.
        usual: the document signs its actions, so that any name there is that of who acts.
    """

    bodies: Bodies
    words: OwnerWords
    timed: Timed
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs an action, whether it is done, and whether they do so beyond doubt."""

    owners: tuple[Owner, ...]
    done: bool
    strong: bool


def signers_in(said: str, wording: Wording) -> Signers | None:
    """Who signs in some words; ``None`` where they hold anything but owners, times and how far it is."""
    words, masked = wording.words, said
    opens = said.lstrip()
    if not opens[:1].isupper() and not _lead(words).match(opens) and not _note(words).match(opens):
        return None
    times = wording.timed(said)
    for time in times:
        masked = masked[: time.start] + _MARK * (time.end - time.start) + masked[time.end :]
    done = _done(words).search(masked) is not None
    bare = _lead_before(words).sub(_MARK, _note(words).sub(rf"\g<before>{_MARK}", masked))
    owners = _owners(re.split(f"{_MARK}+", _IN_BRACKETS.sub(_MARK, bare)), wording)
    if not owners:
        return None
    told = _MARK in bare or bare != masked or _label(words).match(said) is not None
    # where something is said, and by no one who acts: (Census, 2021)
    cited = len(times) == 1 and _BARE_YEAR.fullmatch(said[times[0].start : times[0].end]) is not None
    strong = told and any(_is_sure(owner, wording, cited=cited) for owner in owners)
    if not strong and (cited or _have_met(owners, [said[time.start : time.end] for time in times])):
        return None
    return Signers(owners, done, strong) if told or any(_is_post(owner, words) for owner in owners) else None


def _owners(pieces: Sequence[str], wording: Wording) -> tuple[Owner, ...]:
    """The owners of the pieces between times; none where a piece says anything else."""
    found: list[Owner] = []
    for piece in pieces:
        name = _ACTION.sub("", piece.strip(_EDGES))
        name = name if not found and name[:1].islower() else _ASIDE.sub("", name).strip(_EDGES)
        if not name:
            continue
        owners = find_owners(name, wording.bodies, wording.words, rule="owner_signed")
        if not owners or _SAYS.search(name) or not all(owner.name[:1].isupper() for owner in owners):
            return ()
        found += owners
    return tuple(found)


def _have_met(owners: Sequence[Owner], times: Sequence[str]) -> bool:
    """Whether a body that meets stands beside a day: ``considered in public (Scrutiny Committee, 3 July 2025)``."""
    meets = any(owner.name.rsplit(maxsplit=1)[-1].lower() in _MEETING for owner in owners)
    return meets and any(_DAY.match(time) for time in times)


def _is_sure(owner: Owner, wording: Wording, *, cited: bool) -> bool:
    """Whether an owner is a post, a team or a person, and no body that meets or is cited."""
    words, name = wording.words, plain(owner.raw, wording.words)
    if owner.kind is OwnerKind.PERSON:
        return not cited and person_in(name, words) is not None
    short = wording.bodies.expand(name)
    return _is_post(owner, words) or _is_team(name, words) or (short is not None and is_role(short, words))


def _is_post(owner: Owner, words: OwnerWords) -> bool:
    bare = re.sub(r"\s*\([^()]*\)$", "", plain(owner.raw, words))
    return owner.kind is OwnerKind.ROLE and (opens_role(bare, words) or ends_as_post(bare, words))


def _is_team(name: str, words: OwnerWords) -> bool:
    return " " in name and is_group(name, words) and name.rsplit(maxsplit=1)[-1].lower() in _TEAMS


@lru_cache(maxsize=4)
def _label(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*(?:{alternatives(words.labels)})\s*[:–—-]")


@lru_cache(maxsize=4)
def _lead(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{alternatives(words.signature.leads)})\b")


@lru_cache(maxsize=4)
def _lead_before(words: OwnerWords) -> re.Pattern[str]:
    said = alternatives(words.signature.leads)
    return re.compile(rf"(?i)(?:\b(?:{said})\b[\s:–—-]*(?:the\s+)?)+(?={_MARK})")


@lru_cache(maxsize=4)
def _note(words: OwnerWords) -> re.Pattern[str]:
    return _between_marks(words.signature.notes + words.signature.done)


@lru_cache(maxsize=4)
def _done(words: OwnerWords) -> re.Pattern[str]:
    return _between_marks(words.signature.done)


def _between_marks(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """What says how far it is, between marks and times: ``– overdue)``; not the ``Green`` of Green Spaces."""
    opens, closes = rf"^|\s-\s|[,;:|(–—{_MARK}]", rf"$|\s-\s|[,;:.|)–—{_MARK}]"
    said = alternatives(phrases)
    return re.compile(rf"(?i)(?P<before>(?:{opens})\s*)(?:(?:now|currently|all)\s+)?(?:{said})(?=\s*(?:{closes}))")

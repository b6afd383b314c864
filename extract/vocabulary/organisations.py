"""The bodies that can be named, from ``models/organisations.csv`` and the files beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import msgspec

from extract.findings import Body
from extract.vocabulary.source import read_csv, refuse

TYPES = frozenset(
    {
        *("local_authority", "nhs_trust", "nhs_icb", "nhs_body", "police", "pcc", "fire", "combined_authority"),
        *("government", "regulator", "charity", "partnership", "other"),
    }
)
"""What sort of body a row can be."""

KINDS = frozenset({"self", "part", "role", "class"})
"""What a generic name can stand for: who answers, a part of it, a post or committee of it, a class of bodies."""

_ARTICLES_KEPT = frozenset({"the Met", "The Tavistock", "The Christie"})
_WRITTEN_OUT = {"&": "and", "Dept": "Department", "Govt": "Government"}
_STOPPED = ("St", "Dept", "Govt")  # their full stop is no end
_WORD = re.compile(r"\w+(?:['’]\w+)*['’]?|&|[^\w\s-]")
_FORMAL = re.compile(r"[(,]|\bLimited\b")  # Shelter, National Campaign for …; Mind (The National Association …)
_POSSESSIVE = re.compile(r"['’]s?$")


class OrganisationRow(msgspec.Struct, frozen=True):
    """A row of ``organisations.csv``: aliases and successors divided by ``;``."""

    id: str
    name: str
    type: str
    short_name: str
    aliases: str
    area_gss: str
    successor_id: str
    source: str
    licence: str


class AmbiguousRow(msgspec.Struct, frozen=True):
    """A row of ``ambiguous.csv``: an alias that needs the document's help, and whom it may mean."""

    alias: str
    candidate_ids: str
    note: str
    source: str
    licence: str


class GenericRow(msgspec.Struct, frozen=True):
    """A row of ``generic.csv``; ``named`` is yes where prose that has the words names a body by them."""

    name: str
    full: str
    kind: str
    type: str
    named: str
    source: str
    licence: str


class PlaceRow(msgspec.Struct, frozen=True):
    """A row of ``place_names.csv``: a place and the councils that are called after it."""

    place: str
    authority_ids: str
    source: str
    licence: str


class FormerRow(msgspec.Struct, frozen=True):
    """A row of ``former_codes.csv``: a superseded code and the id of the same body."""

    former_id: str
    id: str
    source: str
    licence: str


class AreaRow(msgspec.Struct, frozen=True):
    """A row of ``areas.csv``: a body and the councils whose area it serves, divided by ``;``."""

    id: str
    authority_ids: str
    source: str
    licence: str


class Word(NamedTuple):
    """A word or mark of a text as names are compared, and where it stands (without its possessive ending)."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Generic:
    """What a generic name stands for: its kind (see ``KINDS``), the type of body, whether prose names bodies by it.

    ``full`` is what it is short for; empty where it is short for nothing.
    """

    kind: str
    type: str
    named: bool
    full: str


@dataclass(frozen=True, eq=False)
class Registry:
    """Everything known of organisations' names; all names are keys as ``key_of`` makes them.

    Attributes:
        organisations: every organisation by its id.
        aliases: key of a name or alias to the one id that it means.
        ambiguous: key of an alias to the ids that it may mean.
        generic: key of a generic name to what it stands for.
        lengths: first two words (or the one) of every key of the three to the numbers of words of those keys,
            longest first.
        names: key of every sure alias to the words as they are printed, for comparing misspelt names.
        places: name of a place to the ids of the councils called after it.
        place_words: the words of those names, in lower case.
        served: id of a council to the ids of the police force, board and so on that serve its area.
        areas: ONS code of an area to the id of its council.
        former: superseded id to the id of the same body.
    """

    organisations: Mapping[str, Body]
    aliases: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]
    generic: Mapping[str, Generic]
    lengths: Mapping[str, tuple[int, ...]]
    names: Mapping[str, str]
    places: Mapping[str, tuple[str, ...]]
    place_words: frozenset[str]
    served: Mapping[str, frozenset[str]]
    areas: Mapping[str, str]
    former: Mapping[str, str]


@lru_cache(maxsize=128)  # a text is searched for names, for places and for initials in turn
def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text as names are compared: ``&`` is ``and``, no hyphens, no possessive endings."""
    return tuple(_words_of(text))


def _words_of(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        key, start = found[0], found.start()
        if "'" in key or "’" in key:
            key = _POSSESSIVE.sub("", key) or key
            yield Word(key.replace("’", "'"), start, start + len(key))
        elif key == ".":
            if not text[max(start - 4, 0) : start].endswith(_STOPPED):
                yield Word(key, start, start + 1)
        else:
            yield Word(_WRITTEN_OUT.get(key, key), start, start + len(key))


def key_of(name: str) -> str:
    """The name as it is compared: ``The Children's Society`` -> ``Children Society``; ``the Met`` keeps its article."""
    words = _keys(name)
    if len(words) > 1 and words[0] in {"the", "The"} and name not in _ARTICLES_KEPT:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """The registry of organisations.

    Raises:
        VocabularyError: a file is missing, or rows of it are faulty; all its faults are listed.
    """
    rows = read_csv("organisations.csv", OrganisationRow)
    bodies = {row.id: Body(_known_as(row), row.id, row.type) for row in rows}
    named = [(key_of(name), name, row.id) for row in rows for name in (row.name, *_split(row.aliases))]
    aliases = {key: body for key, _, body in named}
    aliases |= {f"The{key[3:]}": body for key, body in aliases.items() if key.startswith("the ")}
    refuse("organisations.csv", [*_faults_of_rows(rows), *_shared(named, aliases)])
    ambiguous_rows, generic_rows = read_csv("ambiguous.csv", AmbiguousRow), read_csv("generic.csv", GenericRow)
    ambiguous = {key_of(row.alias): _split(row.candidate_ids) for row in ambiguous_rows}
    refuse("ambiguous.csv", [*_unknown(ambiguous.items(), bodies), *_twice(ambiguous, aliases)])
    generic = {
        _generic_key(row.name): Generic(row.kind, row.type, row.named == "yes", row.full) for row in generic_rows
    }
    refuse("generic.csv", [*_faults_of_generic(generic_rows), *_twice(generic, aliases), *_twice(generic, ambiguous)])
    places = {row.place: _split(row.authority_ids) for row in read_csv("place_names.csv", PlaceRow)}
    refuse("place_names.csv", _unknown(places.items(), bodies))
    former = {row.former_id: row.id for row in read_csv("former_codes.csv", FormerRow)}
    refuse("former_codes.csv", _unknown(((old, (new,)) for old, new in former.items()), bodies))
    return Registry(
        organisations=bodies,
        aliases=aliases,
        ambiguous=ambiguous,
        generic=generic,
        lengths=lengths_of((*aliases, *ambiguous, *generic)),
        names={key: name for key, name, _ in named},
        places=places,
        place_words=frozenset(word.lower() for place in places for word in place.split() if word[0].isupper()),
        served=_served(bodies),
        areas={row.area_gss: row.id for row in rows if row.type == "local_authority" and row.area_gss},
        former=former,
    )


def _known_as(row: OrganisationRow) -> str:
    """What a body is called: a charity whose register has its form or its purpose in the name, by its short name."""
    formal = row.type == "charity" and _FORMAL.search(row.name) is not None
    return row.short_name if formal and row.short_name else row.name


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _generic_key(name: str) -> str:
    """Generic names keep their article: ``the police`` is a body where ``police`` is a word."""
    return " ".join(_keys(name))


def _keys(name: str) -> list[str]:
    """The keys of the words of a name; most names have no marks and need no reading by pattern."""
    plain = name.replace("-", " ")
    if plain.replace(" ", "").isalnum():
        return [_WRITTEN_OUT.get(word, word) for word in plain.split()]
    return [word.key for word in words_of(name)]


def lengths_of(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The opening words of the keys with the numbers of words that such keys have (see ``Registry``)."""
    found = dict[str, set[int]]()
    for key in keys:
        words = key.split(" ")
        found.setdefault(" ".join(words[:2]), set()).add(len(words))
    return {opening: tuple(sorted(numbers, reverse=True)) for opening, numbers in found.items()}


def _served(bodies: Mapping[str, Body]) -> dict[str, frozenset[str]]:
    rows = read_csv("areas.csv", AreaRow)
    refuse("areas.csv", _unknown(((row.id, (row.id, *_split(row.authority_ids))) for row in rows), bodies))
    served = dict[str, set[str]]()
    for row in rows:
        for authority in _split(row.authority_ids):
            served.setdefault(authority, set()).add(row.id)
    return {authority: frozenset(ids) for authority, ids in served.items()}


def _faults_of_rows(rows: tuple[OrganisationRow, ...]) -> list[str]:
    ids = [row.id for row in rows]
    seen = frozenset(ids)
    faults = [f"{row.id}: unknown type {row.type!r}" for row in rows if row.type not in TYPES]
    faults += [f"{row.id}: no source or licence" for row in rows if not (row.source and row.licence)]
    faults += [f"{row.id}: no such successor {s!r}" for row in rows for s in _split(row.successor_id) if s not in seen]
    return faults + ([f"ids stand twice: {len(ids) - len(seen)}"] if len(ids) > len(seen) else [])


def _shared(named: Iterable[tuple[str, str, str]], aliases: Mapping[str, str]) -> list[str]:
    return [f"{name!r} names {body} and {aliases[key]}" for key, name, body in named if aliases[key] != body]


def _faults_of_generic(rows: tuple[GenericRow, ...]) -> list[str]:
    return [f"{row.name!r}: {row.kind}, {row.type}" for row in rows if row.kind not in KINDS or row.type not in TYPES]


def _unknown(names: Iterable[tuple[str, tuple[str, ...]]], bodies: Mapping[str, Body]) -> list[str]:
    return [f"{name!r}: no such organisation {body!r}" for name, ids in names for body in ids if body not in bodies]


def _twice(names: Iterable[str], others: Iterable[str]) -> list[str]:
    return [f"{name!r} is also a sure name of an organisation" for name in sorted(set(names) & set(others))]

"""The words that tell what an owner cell names, from ``models/owners.toml``."""

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from extract.records import OwnerCapacity
from extract.vocabulary.phrases import find_faults
from extract.vocabulary.source import read_toml, refuse

_TABLES = {"hats", "posts", "capacities", "examples", "prose", "signature"}


class OwnerExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An owner cell and the names of the owners in it: run as a test."""

    cell: str
    owners: tuple[str, ...]


class Hat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles that the holder of another post has too, and words of such posts."""

    titles: tuple[str, ...]
    worn_with: tuple[str, ...]


class Capacity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of column titles and labels that tell in what capacity owners are named."""

    capacity: OwnerCapacity
    phrases: tuple[str, ...]
    examples: tuple[str, ...]


class ProseExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences and the names of the owners that they tell: run as a test."""

    text: str
    owners: tuple[str, ...]


class Posts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of posts that bodies of some types alone have, with cells that name one owner, and cells that name two."""

    types: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class Prose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of sentences that tell the owner: after it at the opening of a sentence, and before it anywhere."""

    leads: tuple[str, ...]
    names: tuple[str, ...]
    examples: tuple[ProseExample, ...]


class SignatureExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An action with who is to do it behind it, and the names of the owners that it tells: run as a test."""

    text: str
    owners: tuple[str, ...]


class SignatureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands around the owner behind an action: before its date, and how far it is."""

    leads: tuple[str, ...]
    notes: tuple[str, ...]
    done: tuple[str, ...]
    examples: tuple[SignatureExample, ...]


class _OwnersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    none: tuple[str, ...]
    everybody: tuple[str, ...]
    courtesy_titles: tuple[str, ...]
    kept_titles: tuple[str, ...]
    role_openers: tuple[str, ...]
    role_heads: tuple[str, ...]
    group_heads: tuple[str, ...]
    services: tuple[str, ...]
    member_openers: tuple[str, ...]
    sure_openers: tuple[str, ...]
    subjects: tuple[str, ...]
    given_names: tuple[str, ...]
    labels: tuple[str, ...]
    companions: tuple[str, ...]
    body_openers: tuple[str, ...]
    body_heads: tuple[str, ...]
    abbreviations: tuple[str, ...]
    ranks: tuple[str, ...]
    closed_heads: tuple[str, ...]
    doubts: tuple[str, ...]
    alternatives: tuple[str, ...]
    vacancies: tuple[str, ...]
    parts: tuple[str, ...]
    statement_openers: tuple[str, ...]
    statement_closers: tuple[str, ...]
    duties: tuple[str, ...]
    officer_titles: tuple[str, ...]
    none_openers: tuple[str, ...]
    hats: tuple[Hat, ...]
    posts: tuple[Posts, ...]
    capacities: tuple[Capacity, ...]
    examples: tuple[OwnerExample, ...]
    prose: Prose
    signature: SignatureWords


@dataclass(frozen=True, eq=False, slots=True)
class OwnerWords:
    """The words of owner cells, all in lower case.

    Attributes:
        none: whole cells that name nobody.
        everybody: names of everybody at once.
        courtesy_titles: titles that are left out of a name.
        kept_titles: titles that are part of a name.
        role_openers: how the title of a post opens, longest first.
        role_heads: words that a post's title ends in or turns on.
        group_heads: words that the name of a team or a body within a body ends in.
        services: services that are owners without a word for a team.
        member_openers: how the titles of elected members' posts open, longest first.
        sure_openers: openings that start a new owner where only a line break divides two, longest first.
        subjects: words of services, which are in no person's name.
        given_names: first names.
        labels: what stands before a colon and an owner, longest first.
        companions: words between an owner and one who works with it, longest first.
        body_openers: how the names of bodies open that no registry need hold, longest first.
        body_heads: words that the names of such bodies end in.
        abbreviations: words whose full stop is their own.
        ranks: words before a title that make a post of it, and a group of a group: ``Senior Officer``.
        closed_heads: words that end the name of a group, so that a post may follow ``and`` after them.
        doubts: words that make an owner uncertain, longest first.
        alternatives: words between owners of whom one is meant.
        vacancies: words that say that a post has no holder, longest first.
        parts: words in brackets or after a dash that say what an owner does, longest first.
        statement_openers: what a sentence says before the owner, longest first.
        statement_closers: what a sentence says after the owner, longest first.
        duties: verbs of what an owner is to do, longest first.
        officer_titles: ranks that are left out of a name, longest first.
        none_openers: how cells open that name nobody, but point to another place.
        hats: titles that the holder of another post has too.
        posts: words of posts that bodies of some types alone have.
        capacities: what column titles and labels say of their owners.
        examples: cells with the names of their owners.
        prose: phrases of sentences that tell the owner.
        signature: what stands around the owner behind an action, longest first.
    """

    none: frozenset[str]
    everybody: frozenset[str]
    courtesy_titles: frozenset[str]
    kept_titles: frozenset[str]
    role_openers: tuple[str, ...]
    role_heads: frozenset[str]
    group_heads: frozenset[str]
    services: frozenset[str]
    member_openers: tuple[str, ...]
    sure_openers: tuple[str, ...]
    subjects: frozenset[str]
    given_names: frozenset[str]
    labels: tuple[str, ...]
    companions: tuple[str, ...]
    body_openers: tuple[str, ...]
    body_heads: frozenset[str]
    abbreviations: frozenset[str]
    ranks: frozenset[str]
    closed_heads: frozenset[str]
    doubts: tuple[str, ...]
    alternatives: tuple[str, ...]
    vacancies: tuple[str, ...]
    parts: tuple[str, ...]
    statement_openers: tuple[str, ...]
    statement_closers: tuple[str, ...]
    duties: tuple[str, ...]
    officer_titles: tuple[str, ...]
    none_openers: tuple[str, ...]
    hats: tuple[Hat, ...]
    posts: tuple[Posts, ...]
    capacities: tuple[Capacity, ...]
    examples: tuple[OwnerExample, ...]
    prose: Prose
    signature: SignatureWords


@lru_cache(maxsize=1)
def load_owner_words() -> OwnerWords:
    """The words of owner cells.

    Raises:
        VocabularyError: the file is missing or faulty; all its faults are listed.
    """
    file = read_toml("owners.toml", _OwnersFile)
    refuse("owners.toml", _faults(file))
    return OwnerWords(
        none=frozenset((*file.none, *file.doubts)),
        everybody=frozenset(file.everybody),
        courtesy_titles=frozenset(file.courtesy_titles),
        kept_titles=frozenset(file.kept_titles),
        role_openers=_longest_first(file.role_openers),
        role_heads=frozenset(file.role_heads),
        group_heads=frozenset(file.group_heads),
        services=frozenset(file.services),
        member_openers=_longest_first(file.member_openers),
        sure_openers=_longest_first(file.sure_openers),
        subjects=frozenset(file.subjects),
        given_names=frozenset(file.given_names),
        labels=_longest_first(file.labels),
        companions=_longest_first(file.companions),
        body_openers=_longest_first(file.body_openers),
        body_heads=frozenset(file.body_heads),
        abbreviations=frozenset(file.abbreviations),
        ranks=frozenset(file.ranks),
        closed_heads=frozenset(file.closed_heads),
        doubts=_longest_first(file.doubts),
        alternatives=_longest_first(file.alternatives),
        vacancies=_longest_first(file.vacancies),
        parts=_longest_first(file.parts),
        statement_openers=_longest_first(file.statement_openers),
        statement_closers=_longest_first(file.statement_closers),
        duties=_longest_first(file.duties),
        officer_titles=_longest_first(file.officer_titles),
        none_openers=file.none_openers,
        hats=file.hats,
        posts=file.posts,
        capacities=file.capacities,
        examples=file.examples,
        prose=file.prose,
        signature=msgspec.structs.replace(
            file.signature,
            **{name: _longest_first(getattr(file.signature, name)) for name in ("leads", "notes", "done")},
        ),
    )


def _longest_first(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


def _faults(file: _OwnersFile) -> list[str]:
    lists = {name: getattr(file, name) for name in file.__struct_fields__ if name not in _TABLES}
    faults = [
        f"{name}: {word!r} is not in lower case"
        for name, words in lists.items()
        for word in words
        if word != word.lower()
    ]
    faults += [
        f"{name}: {word!r} stands twice" for name, words in lists.items() for word in words if words.count(word) > 1
    ]
    names = set(file.given_names)
    faults += [fault for phrases in (file.prose.leads, file.prose.names) for fault in find_faults(phrases)]
    return faults + [f"{word!r} is a first name and a subject" for word in file.subjects if word in names]

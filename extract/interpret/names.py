"""The programme, post, group or scheme that a commitment is about, where its clause gives it no listed name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.facts.commitments.names import find_names, find_proper_names
from extract.findings import ActorForm, Clause, Span
from extract.interpret.acting import Row
from extract.records import Actor
from extract.vocabulary.commitments import CommitmentWords

_PRONOUN = re.compile(r"\b(?:it|its|them|these|this)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:Director|Head|Chief|Member|Members|Holder|Leader|Secretary|Minister|Mayor|Councillor|Cllr|Constable|Chair|Chairman"
    r"|Superintendent|Inspector|Commissioner|Portfolio|Committee|Panel|Council|Cabinet)\b"
)
_NEAR = 2  # sentences before a pronoun in which a name may stand


def with_names(
    clauses: Sequence[Clause], actors: Sequence[Actor | None], row: Row, words: CommitmentWords
) -> tuple[str | None, ...]:
    """For each clause of a field the name that it is about, or ``None``.

    Its own listed name first (``DSL Forum``), unless that is who acts; then a name that no list knows (``the ePEP
    system``, ``Leeds for Learning``); then the name that is taken up again: ``the scheme``, ``the Group``, ``it``.
    """
    named = list[str | None]()
    for at, (clause, actor) in enumerate(zip(clauses, actors, strict=True)):
        own = _own(clause, actor, row, words)
        named.append(own or _taken_up(clause, row, words) or _meant(clause, clauses[:at], named, row))
    return tuple(named)


def _own(clause: Clause, actor: Actor | None, row: Row, words: CommitmentWords) -> str | None:
    listed = clause.name
    acts = actor is not None and actor.name == listed and actor.id is not None and not actor.id.startswith("local:")
    if listed and not acts and not _is_body(listed, clause, row):
        return listed
    return next(_unlisted(clause, row, words), None)


def _is_body(name: str, clause: Clause, row: Row) -> bool:
    """Whether a name is no more than that of a body of the register, or its initials."""
    within = (m for m in row.mentions if clause.span.start <= m.start and m.end <= clause.span.end)
    return any(m.text == name and m.id and not m.id.startswith("local:") for m in within)


def _unlisted(clause: Clause, row: Row, words: CommitmentWords) -> Iterator[str]:
    """The names in a clause that are nobody's: no body's, no place's, no post's of those who lead."""
    actor = clause.actor or Span(0, 0)
    for span in find_proper_names(row.text, clause.span):
        taken = any(m.start < span.end and span.start < m.end for m in row.mentions) or span.overlaps(actor)
        taken = taken or any(by.span.overlaps(span) for by in row.signed)
        dated = any(date.start < span.end and span.start < date.end for date in row.dates)
        name = span.of(row.text)
        if not (taken or dated or _ROLE.search(name)) and name.split()[0].lower() not in words.names:
            yield name


def _taken_up(clause: Clause, row: Row, words: CommitmentWords) -> str | None:
    """The last name before a clause whose last word it repeats: ``the scheme``, ``the Group``."""
    for pointer in _pointers(words.names).finditer(row.text, clause.span.start, clause.span.end):
        noun = pointer["noun"].lower()
        before = (name for name in find_names(row.text[: clause.span.start], words) if _ends_with(name, noun))
        if found := list(before):
            return found[-1]
    return None


def _ends_with(name: str, noun: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1].lower()
    return last in {noun, f"{noun}s", noun.removesuffix("s")}


@lru_cache(maxsize=2)
def _pointers(names: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join(sorted(names, key=lambda noun: (-len(noun), noun)))
    return re.compile(rf"\b(?:the|this|that|these|those|our|its|their)\s+(?P<noun>{nouns})\b", re.IGNORECASE)


def _meant(clause: Clause, before: Sequence[Clause], named: Sequence[str | None], row: Row) -> str | None:
    """The name of the clause right before, where ``it`` stands for that and not for who acts."""
    acts = clause.form is ActorForm.BACK_REFERENCE
    if not before or acts or not _PRONOUN.search(row.text, clause.span.start, clause.span.end):
        return None
    between = row.text[before[-1].span.end : clause.span.start]
    return named[-1] if between.count(". ") < _NEAR else None

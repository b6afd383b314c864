"""Whom ``it``, ``they``, ``she`` or ``he`` stands for: the last doer before it that agrees with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts.commitments.clauses import Predicate, Tree
from extract.facts.commitments.subjects import Kind, kind_of, last_of, viewer_of
from extract.vocabulary.commitments import CommitmentWords

_PLURAL = frozenset({"NNS", "NNPS"})
_OBJECTS = frozenset({"pobj", "dobj", "dative"})
_PERSONS = frozenset({"he", "she"})
PRONOUNS = {
    "it": "it", "its": "it", "they": "they", "their": "they", "he": "he", "his": "he", "she": "she", "her": "she",
}  # fmt: skip
"""The pronouns that stand for somebody, and whose is somebody's, by the one that decides what they agree with."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody who can act, as the subject of a clause.

    Attributes:
        first: the first word of the name.
        last: its last word.
        subject: it is the subject of a clause; the others are told, asked or given something.
        plural: several, or a body of many: ``they`` may stand for it.
        person: ``she`` or ``he`` may stand for it, ``it`` may not.
    """

    first: int
    last: int
    subject: bool
    plural: bool
    person: bool


def find_doers(tree: Tree, predicates: Sequence[Predicate], vocabulary: CommitmentWords) -> tuple[Doer, ...]:
    """The doers of a fragment in order, each once: the subjects of its clauses, and whose view a subject is.

    ``Network Rail's view is that …`` names Network Rail, ``Yorkshire Water's reply says …`` Yorkshire Water.
    """
    found = [*_doers(tree, predicates, vocabulary), *_others(tree, vocabulary)]
    return tuple(sorted({(doer.first, doer.last): doer for doer in reversed(found)}.values(), key=lambda d: d.first))


def _doers(tree: Tree, predicates: Sequence[Predicate], vocabulary: CommitmentWords) -> Iterator[Doer]:
    for predicate in predicates:
        subject = predicate.subject
        if subject is None or tree.lower(subject) in PRONOUNS:
            continue
        if kind_of(tree, subject, vocabulary) is Kind.DOER:
            yield _doer(tree, subject, vocabulary, subject=True)
        elif (viewer := viewer_of(tree, subject, vocabulary)) is not None:
            yield _doer(tree, viewer, vocabulary, subject=True)


def _others(tree: Tree, vocabulary: CommitmentWords) -> Iterator[Doer]:
    """Those who can act and are no subject: ``put the concern to the Chief Constable, and he undertook``."""
    for at, word in enumerate(tree.words):
        if word.dep in _OBJECTS and kind_of(tree, at, vocabulary) is Kind.DOER and word.pos in {"NOUN", "PROPN"}:
            yield _doer(tree, at, vocabulary, subject=False)


def _doer(tree: Tree, head: int, vocabulary: CommitmentWords, *, subject: bool) -> Doer:
    joined = any(tree.words[child].dep == "conj" for child in tree.children[head])
    persons = vocabulary.subjects["persons"]
    titled = tree.words[head].pos == "PROPN" and any(tree.lower(child) in persons for child in tree.children[head])
    person = tree.lower(head) in persons or titled  # the Director; Councillor Imogen Thackeray
    last = head if tree.words[head].dep == "poss" else last_of(tree, head)
    return Doer(tree.left(head), last, subject, joined or tree.words[head].tag in _PLURAL, person)


def agrees(pronoun: str, doer: Doer) -> bool:
    """Whether a pronoun, in lower case, may stand for a doer; a body may be ``they`` as well as ``it``."""
    if pronoun in _PERSONS:
        return doer.person and not doer.plural
    if pronoun == "it":
        return not doer.person and not doer.plural
    return doer.plural or not doer.person


def choose(pronoun: str, doers: Sequence[Doer], *, joined: bool) -> int | None:
    """The place of the doer that a pronoun stands for: the last that agrees, subjects before others.

    After ``and`` in one sentence it is rather the other: a clause that goes on with the same subject repeats none
    (``The Commissioner put it to the Chief Constable and he undertook …``); ``she`` and ``he`` look for persons in
    whatever place.
    """
    agreeing = [at for at, doer in enumerate(doers) if agrees(pronoun, doer)]
    if pronoun in _PERSONS:
        others = [at for at in agreeing if not doers[at].subject]
        return (others or agreeing)[-1] if joined and agreeing else agreeing[-1] if agreeing else None
    subjects = [at for at in agreeing if doers[at].subject]
    return (subjects or agreeing)[-1] if agreeing else None

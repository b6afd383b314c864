"""Whom ``it``, ``they``, ``she`` or ``he`` stands for: the last doer before it that agrees with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts.commitments.clauses import Predicate, Tree
from extract.facts.commitments.subjects import Kind, kind_of, last_of
from extract.vocabulary.commitments import CommitmentWords

_PLURAL = frozenset({"NNS", "NNPS"})
_PERSONS = frozenset({"he", "she"})
_POSSESSOR = frozenset({"poss"})
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
        plural: several, or a body of many: ``they`` may stand for it.
        person: ``she`` or ``he`` may stand for it, ``it`` may not.
    """

    first: int
    last: int
    plural: bool
    person: bool


def find_doers(tree: Tree, predicates: Sequence[Predicate], vocabulary: CommitmentWords) -> tuple[Doer, ...]:
    """The doers of a fragment in order, each once: the subjects of its clauses, and whose view a subject is.

    ``Network Rail's view is that …`` names Network Rail, ``Yorkshire Water's reply says …`` Yorkshire Water.
    """
    return tuple(dict.fromkeys(_doers(tree, predicates, vocabulary)))


def _doers(tree: Tree, predicates: Sequence[Predicate], vocabulary: CommitmentWords) -> Iterator[Doer]:
    for predicate in predicates:
        subject = predicate.subject
        if subject is None or tree.lower(subject) in PRONOUNS:
            continue
        if kind_of(tree, subject, vocabulary) is Kind.DOER:
            yield _doer(tree, subject, vocabulary)
        elif tree.lower(subject) in vocabulary.subjects["views"]:
            possessor = tree.child(subject, _POSSESSOR)
            if possessor is not None and tree.words[possessor].pos != "PRON":
                yield _doer(tree, possessor, vocabulary)


def _doer(tree: Tree, head: int, vocabulary: CommitmentWords) -> Doer:
    joined = any(tree.words[child].dep == "conj" for child in tree.children[head])
    persons = vocabulary.subjects["persons"]
    titled = tree.words[head].pos == "PROPN" and any(tree.lower(child) in persons for child in tree.children[head])
    person = tree.lower(head) in persons or titled  # the Director; Councillor Imogen Thackeray
    last = head if tree.words[head].dep == "poss" else last_of(tree, head)
    return Doer(tree.left(head), last, joined or tree.words[head].tag in _PLURAL, person)


def agrees(pronoun: str, doer: Doer) -> bool:
    """Whether a pronoun, in lower case, may stand for a doer; a body may be ``they`` as well as ``it``."""
    if pronoun in _PERSONS:
        return doer.person and not doer.plural
    if pronoun == "it":
        return not doer.person and not doer.plural
    return doer.plural or not doer.person

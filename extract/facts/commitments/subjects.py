"""What the subject of a clause is, and the words that name who acts."""

import calendar
import re
from enum import StrEnum

from extract.facts.commitments.clauses import Predicate, Tree
from extract.findings import ActorForm
from extract.language import load_words
from extract.vocabulary.commitments import CommitmentWords

_PERSONAL = frozenset({"it", "they", "he", "she", "who"})
_POINTING = frozenset({"this", "these", "those", "which", "both", "that"})
_INQUIRING = frozenset({"group", "panel", "committee", "commission", "inquiry", "review", "taskforce"})
_OWN = frozenset({"our", "my"})
_SPEAKER = frozenset({"i", "we", "us"})
_ABSTRACT = re.compile(r"(?:ion|ment|ing|ity|ance|ence|al|age|ness)s?$")
"""Endings of nouns for activities: one that opens a sentence is easily taken for a name (``Adoption has slipped``)."""
_TIMES = frozenset({
    *calendar.month_name, *calendar.month_abbr, *calendar.day_name, "Spring", "Summer", "Autumn", "Winter", "Christmas",
    "Easter", "Q1", "Q2", "Q3", "Q4",
}) - {""}  # fmt: skip
_STATISTIC = re.compile(r"\d{3,}|\d+,\d{3}")
_RELATIVES = frozenset({"which", "who", "whose", "where"})
_ADDED = frozenset({"xcomp"})
_FORMING = frozenset({"set", "establish", "form", "create", "constitute", "convene"})
_FORMED = frozenset({"panel", "committee", "inquiry", "commission"})
_POSSESSOR = frozenset({"poss"})
_SOURCES = frozenset({"from", "of"})
_PASSIVE = frozenset({"auxpass"})
_APPOSITION = frozenset({"appos"})
_AGENT = frozenset({"agent"})
_AGENT_OBJECT = frozenset({"pobj"})


_PERSONS = frozenset({
    "able", "unable", "willing", "unwilling", "minded", "prepared", "ready", "keen", "reluctant", "happy", "content",
    "inclined", "disposed", "loath", "anxious", "determined",
})  # fmt: skip
"""What somebody is and no fact: ``It is not minded to …`` tells of a body."""


class Kind(StrEnum):
    """What the subject of a clause is."""

    SPEAKER = "speaker"  # we, our officers
    BACK = "back"  # they, it: somebody named before
    POINTING = "pointing"  # this, which: something named before
    EXPLETIVE = "expletive"  # it is not possible to …
    THERE = "there"  # there will be a trial
    COUNT = "count"  # 87 homes
    DOER = "doer"  # the Violence Reduction team
    PROCESS = "process"  # recruitment, consultation
    THOUGHT = "thought"  # consideration
    OUTSIDER = "outsider"  # residents, the Bill
    PURPOSE = "purpose"  # the purpose of the group
    THING = "thing"  # a first draft
    NONE = "none"  # will go ahead


_BY_HEAD = (
    ("outsiders", Kind.OUTSIDER),
    ("purposes", Kind.PURPOSE),
    ("doers", Kind.DOER),
    ("processes", Kind.PROCESS),
    ("thoughts", Kind.THOUGHT),
)
_PRONOUNS = {
    **dict.fromkeys(_SPEAKER, Kind.SPEAKER),
    **dict.fromkeys(_PERSONAL, Kind.BACK),
    **dict.fromkeys(_POINTING, Kind.POINTING),
    "there": Kind.THERE,
}
_FORMS = {
    Kind.SPEAKER: ActorForm.SPEAKER,
    Kind.BACK: ActorForm.BACK_REFERENCE,
    Kind.POINTING: ActorForm.BACK_REFERENCE,
    Kind.DOER: ActorForm.NAMED,
}


def kind_of(tree: Tree, subject: int | None, vocabulary: CommitmentWords) -> Kind:
    """What a subject is, by its head word."""
    if subject is None:
        return Kind.NONE
    text = tree.lower(subject)
    if text == "it" and _is_expletive(tree, subject):
        return Kind.EXPLETIVE
    return _PRONOUNS.get(text) or _kind_of_noun(tree, subject, vocabulary)


def viewer_of(tree: Tree, subject: int, vocabulary: CommitmentWords) -> int | None:
    """Whose view a subject is: ``Network Rail's view``, ``the response from the Trust``; not ``our view``."""
    if tree.lower(subject) not in vocabulary.subjects["views"]:
        return None
    sources = (child for child in tree.children[subject] if tree.lower(child) in _SOURCES)
    viewers = (tree.child(subject, _POSSESSOR), *(tree.child(source, _AGENT_OBJECT) for source in sources))
    named = (viewer for viewer in viewers if viewer is not None)
    return next((viewer for viewer in named if kind_of(tree, viewer, vocabulary) is Kind.DOER), None)


def is_done_by_outsider(tree: Tree, predicate: Predicate, vocabulary: CommitmentWords) -> bool:
    """Whether a clause in the passive voice names somebody whose deeds are no answer: ``by the former council``."""
    by = tree.child(predicate.head, _AGENT)
    doer = tree.child(by, _AGENT_OBJECT) if by is not None else None
    if doer is None:
        return False
    others = any(tree.lower(at) in vocabulary.words["elsewhere"] for at in tree.below(doer))
    return others or kind_of(tree, doer, vocabulary) is Kind.OUTSIDER


def find_actor(
    tree: Tree, predicate: Predicate, kind: Kind, vocabulary: CommitmentWords
) -> tuple[tuple[int, int] | None, ActorForm]:
    """The first and last word of who acts in a clause, and how that is printed; in the passive voice, by whom.

    Args:
        tree: the words of its fragment.
        predicate: the clause.
        kind: what its subject is.
        vocabulary: who can act.
    """
    subject, done = predicate.subject, _to_be_done(tree, predicate.head)
    if subject is not None and (done is not None or _is_passive(tree, predicate, subject)):
        by = tree.child(predicate.head if done is None else done, _AGENT)
        subject = tree.child(by, _AGENT_OBJECT) if by is not None else None
        kind = kind_of(tree, subject, vocabulary)
        kind = Kind.DOER if kind is Kind.OUTSIDER else kind  # met by the Government: whoever it is that acts
    if subject is None or kind not in _FORMS:
        return None, ActorForm.UNNAMED
    if kind is Kind.DOER and any(tree.lower(child) in _OWN for child in tree.children[subject]):
        subject = _apposition(tree, subject) or subject
    return (tree.left(subject), last_of(tree, subject)), _FORMS[kind]


def _to_be_done(tree: Tree, head: int) -> int | None:
    """What is to be done, where a clause says so with ``is to``: ``carried`` in ``is to be carried out by Tarmac``."""
    added = tree.child(head, _ADDED) if tree.words[head].lemma == "be" else None
    passive = added is not None and tree.words[added].tag == "VBN" and tree.child(added, _PASSIVE) is not None
    return added if passive else None


def _is_passive(tree: Tree, predicate: Predicate, subject: int) -> bool:
    """Whether a clause is in the passive: ``has been asked``, not the ``will answer`` that goes on from it."""
    if tree.words[subject].head == predicate.head:
        return tree.words[subject].dep in {"nsubjpass", "csubjpass"}
    if predicate.shares is not None or tree.words[predicate.head].tag == "VBN":
        return tree.words[subject].dep in {"nsubjpass", "csubjpass"}
    return False


def last_of(tree: Tree, subject: int) -> int:
    """The last word of a noun phrase without its relative clauses: not ``, which manages the scheme``."""
    outside = {"relcl", "acl", "punct", "advcl", "case"}
    below = (at for at in tree.children[subject] if at > subject and tree.words[at].dep not in outside)
    last = max([subject, *(tree.right(at) for at in below)])
    commas = (at for at in range(subject + 1, last) if tree.words[at].text == ",")
    return next((at - 1 for at in commas if tree.lower(at + 1) in _RELATIVES), last)


def _is_expletive(tree: Tree, subject: int) -> bool:
    """Whether ``it`` stands for a clause that follows: ``it is not possible to …``, ``it is accepted that …``."""
    verb = tree.words[subject].head
    if any(tree.words[child].dep == "acomp" and tree.lower(child) in _PERSONS for child in tree.children[verb]):
        return False
    below = {tree.words[child].dep for child in tree.children[verb]}
    if tree.words[subject].dep == "nsubjpass":
        return bool(below & {"ccomp", "xcomp"})
    intends = any(tree.lower(own) in _OWN for at in tree.children[verb] for own in tree.children[at])
    says = "acomp" in below and bool(below & {"xcomp", "ccomp", "advcl", "csubj"})
    return tree.words[verb].lemma == "be" and (says or ("attr" in below and intends))


def _kind_of_noun(tree: Tree, subject: int, vocabulary: CommitmentWords) -> Kind:
    word = tree.words[subject]
    heads = {tree.lower(subject), word.lemma}
    listed = next((kind for name, kind in _BY_HEAD if heads & vocabulary.subjects[name]), None)
    if heads & _FORMED and tree.words[word.head].lemma in _FORMING:  # a panel was set up: it did nothing itself
        return Kind.THING
    if word.dep == "nsubjpass" and heads & vocabulary.subjects["people"]:  # residents were told: they did nothing
        return Kind.COUNT if _is_few(tree, subject) else Kind.THING
    if [tree.lower(at) for at in tree.below(subject)][1:3] in (["of", "which"], ["of", "whom"]):  # all of which
        return Kind.OUTSIDER
    if any(tells(tree, subject, vocabulary) for tells in (_only_hears, _is_peer, _is_bygone)):
        return Kind.OUTSIDER
    if listed is Kind.DOER and any(tree.lower(child) in _OWN for child in tree.children[subject]):
        return Kind.DOER if _is_another(tree, subject, vocabulary) else Kind.SPEAKER
    return listed or _kind_by_form(tree, subject, vocabulary)


def _is_another(tree: Tree, subject: int, vocabulary: CommitmentWords) -> bool:
    """Whether what is called ``our`` is a body of its own, and named: ``our contractor, Mears``."""
    hired = {tree.lower(subject), tree.words[subject].lemma} & vocabulary.subjects["hired"]
    return bool(hired) and _apposition(tree, subject) is not None


def _apposition(tree: Tree, subject: int) -> int | None:
    """The name behind a noun: ``Mears`` in ``our contractor, Mears``."""
    named = tree.child(subject, _APPOSITION)
    return named if named is not None and named > subject and tree.words[named].pos == "PROPN" else None


def _only_hears(tree: Tree, subject: int, vocabulary: CommitmentWords) -> bool:
    """Whether a bare word for those who are told is the subject of an active verb: ``Members discussed the report``.

    It may say of which inquiry they are: ``Members of the group visited two farms``.
    """
    bare = all(tree.words[child].dep == "det" or _is_of_inquiry(tree, child) for child in tree.children[subject])
    return bare and tree.words[subject].dep == "nsubj" and tree.lower(subject) in vocabulary.subjects["audience"]


def _is_of_inquiry(tree: Tree, at: int) -> bool:
    return tree.lower(at) == "of" and any(tree.lower(child) in _INQUIRING for child in tree.children[at])


def _is_bygone(tree: Tree, subject: int, vocabulary: CommitmentWords) -> bool:
    """Whether a subject is of another time: ``the previous contractor``."""
    told = any(tree.lower(child) in vocabulary.words["bygone"] for child in tree.children[subject])
    return told and tree.words[subject].dep == "nsubj"


def _is_peer(tree: Tree, subject: int, vocabulary: CommitmentWords) -> bool:
    """Whether a subject is some other authority: ``Other councils have taken this up``."""
    others = any(tree.lower(child) in vocabulary.words["peers"] for child in tree.children[subject])
    return others and tree.words[subject].lemma in vocabulary.subjects["authorities"]


def _is_few(tree: Tree, subject: int) -> bool:
    """Whether a subject tells how few: ``Only 61 people``."""
    first = tree.left(subject)
    counted = any(tree.words[child].dep == "nummod" for child in tree.children[subject])
    return counted and tree.lower(first) in {"only", "just"}


def _kind_by_form(tree: Tree, subject: int, vocabulary: CommitmentWords) -> Kind:
    """What a noun is that no list has: a name, a number of things, something of another time, or just a thing."""
    word = tree.words[subject]
    if word.text in _TIMES or word.text[0].isdigit():  # done by March 2025
        return Kind.THING
    before = [tree.words[child] for child in tree.children[subject] if child < subject]
    if word.pos == "PROPN" and subject == 0 and word.text.istitle() and _ABSTRACT.search(word.text):
        return Kind.PROCESS
    if word.dep == "nsubj" and any(other.text.lower() in vocabulary.words["elsewhere"] for other in before):
        return Kind.OUTSIDER
    if any(number.dep == "nummod" and _STATISTIC.match(number.text) for number in before) or _is_few(tree, subject):
        return Kind.COUNT
    acronym = any(character.isupper() for character in word.text[1:])
    opens = subject == 0 and word.text.istitle() and word.text.lower() in vocabulary.names  # Register built in-house
    noun = subject == 0 and word.text.istitle() and word.tag in {"NN", "NNS"}
    unknown = noun and not {word.text.lower(), word.lemma} & load_words()
    return Kind.DOER if acronym or unknown or (word.pos == "PROPN" and not opens) else Kind.THING

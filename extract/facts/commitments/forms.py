"""Which form of the vocabulary a clause is worded in."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from extract.facts.commitments.clauses import Predicate, Tree
from extract.facts.commitments.subjects import Kind
from extract.language import Word
from extract.records import CommitmentStatus
from extract.vocabulary.commitments import CommitmentWords, Element, Pattern

GAP = 6
"""How many words ``...`` stands for at most."""

_OPENING = 5
"""How many words at the head of a note a negation of the note stands in."""

_TAGS = {
    "DO": frozenset({"VB", "VBP"}),
    "DOES": frozenset({"VBZ", "VBP"}),
    "DID": frozenset({"VBD"}),
    "DONE": frozenset({"VBN", "VBD"}),
    "DOING": frozenset({"VBG"}),
}
_FITS = {
    "": frozenset(Kind),
    "speaker": frozenset({Kind.SPEAKER}),
    "doer": frozenset({Kind.SPEAKER, Kind.BACK, Kind.DOER, Kind.NONE}),
    "process": frozenset({Kind.PROCESS}),
    "thought": frozenset({Kind.THOUGHT}),
    "there": frozenset({Kind.THERE}),
    "count": frozenset({Kind.COUNT}),
    "outsider": frozenset({Kind.OUTSIDER}),
    "thing": frozenset({Kind.THING, Kind.PROCESS}),
    "insider": frozenset(Kind) - {Kind.OUTSIDER, Kind.COUNT, Kind.EXPLETIVE},
    "telegraphic": frozenset[Kind](),
    "noted": frozenset[Kind](),
    "order": frozenset[Kind](),
    "told": frozenset({Kind.SPEAKER, Kind.BACK, Kind.DOER}),
    "bare": frozenset({Kind.NONE}),
}
_NOUN_PHRASE = frozenset({"DT", "PRP$", "CD", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "VBG", "$"})
_ADJUNCTS = frozenset({"prep", "advcl", "npadvmod", "parataxis"})
_SHORT = frozenset({"telegraphic", "noted", "order"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})
_CONDITIONS = frozenset({"if", "once", "should", "provided", "when"})
_UNREAL = frozenset({"were", "was", "had", "did"})
_WHOLE = frozenset({"what", "no", "none", "nothing", "neither", "nor", "nobody", "few", "little"})
"""Words at the head of a clause that decide its sense: its form is read from there."""


class Dated(NamedTuple):
    """Where a calendar time stands: in a clause, or before its subject at the head of its sentence.

    The latter dates what is promised only: what was done then is as often history.
    """

    clause: bool
    opening: bool


def find_form(
    tree: Tree, predicate: Predicate, kind: Kind, vocabulary: CommitmentWords, dated: Dated
) -> Pattern | None:
    """The first form that a clause with a finite verb is worded in, or ``None``.

    Args:
        tree: the words of its fragment.
        predicate: the clause.
        kind: what its subject is.
        vocabulary: the forms.
        dated: where a calendar time stands.
    """
    if kind is Kind.PURPOSE and tree.words[predicate.head].lemma == "be":
        return None
    if _defines(tree, predicate):
        return None
    if _denied_note(tree, predicate, vocabulary):
        return None
    words = tree.words[predicate.start :] if tree.lower(predicate.start) in _WHOLE else _verb_group(tree, predicate)
    held = {word.text.lower() for word in words} | {word.lemma for word in words}
    for pattern in vocabulary.patterns:
        timed = dated.clause or (dated.opening and pattern.status is CommitmentStatus.PLANNED)
        if kind not in _FITS[pattern.subject] or (pattern.date and not timed):
            continue
        if pattern.subject == "told" and predicate.within is None:
            continue
        if pattern.condition and not _follows_condition(tree, predicate):
            continue
        if pattern.about and not _is_about(tree, predicate, pattern.about):
            continue
        if _may_fit(pattern.elements, held) and _fits(pattern.elements, words, vocabulary):
            return pattern
    return None


def _defines(tree: Tree, predicate: Predicate) -> bool:
    """Whether a clause says what a deed amounts to: ``To require it is to ask for something else``."""
    subject, after = predicate.subject, predicate.head + 1
    deed = subject is not None and tree.words[subject].dep == "csubj" and tree.lower(tree.left(subject)) not in _WHOLE
    return deed and tree.words[predicate.head].lemma == "be" and after < len(tree.words) and tree.lower(after) == "to"


def _follows_condition(tree: Tree, predicate: Predicate) -> bool:
    """Whether a condition that may come true stands before a clause: ``if that is awarded``, not ``if it were``."""
    before = {tree.lower(at) for at in range(predicate.start)}
    return bool(before & _CONDITIONS) and not before & _UNREAL


def _is_about(tree: Tree, predicate: Predicate, element: Element) -> bool:
    """Whether a word fits that stands in the subject of a clause: ``the present rule has to stay``."""
    subject = predicate.subject
    return subject is not None and any(_is(tree.words[at], element) for at in tree.below(subject))


def _may_fit(elements: Sequence[Element], held: AbstractSet[str]) -> bool:
    """Whether the clause holds a word of each place that asks for one: quicker told than where they stand."""
    return not any(element.words and element.words.isdisjoint(held) for element in elements)


def _verb_group(tree: Tree, predicate: Predicate) -> tuple[Word, ...]:
    """The clause from its verb group on, without what stands within the group: ``will in any event keep``."""
    within = {
        at
        for child in tree.children[predicate.head]
        if predicate.group < child < predicate.head and tree.words[child].dep in _ADJUNCTS
        for at in tree.below(child)
    }
    return tuple(word for at, word in enumerate(tree.words) if at >= predicate.group and at not in within)


def _denied_note(tree: Tree, predicate: Predicate, vocabulary: CommitmentWords) -> bool:
    """Whether a past tense without an auxiliary stands behind a negation: ``Works not yet started``."""
    before = predicate.group - 1
    while before > 0 and tree.lower(before) == "yet":
        before -= 1
    past = tree.words[predicate.group].tag in {"VBD", "VBN"}
    return past and before >= 0 and tree.lower(before) in vocabulary.words["not"]


def find_short_form(tree: Tree, vocabulary: CommitmentWords, *, dated: bool) -> tuple[int, Pattern] | None:
    """Where in a fragment without a finite verb a form for such fragments stands, and the form; or ``None``.

    An order or an activity (``Develop a plan``, ``Awaiting funding``) opens its fragment. A negation near its head
    leaves only the forms that begin with one: ``Not completed by the deadline`` reports nothing done.

    Args:
        tree: the words of the fragment.
        vocabulary: the forms.
        dated: a calendar time stands in the fragment.
    """
    if tree.words[0].pos in {"ADP", "SCONJ"}:
        return None
    negations = vocabulary.words["not"]
    negated = any(word.text.lower() in negations for word in tree.words[:_OPENING])
    for pattern in vocabulary.patterns:
        if pattern.subject not in _SHORT or (pattern.date and not dated):
            continue
        if negated and not pattern.elements[0].words & negations:
            continue
        for at in _places(tree, pattern.subject):
            if _is(tree.words[at], pattern.elements[0]) and _fits(pattern.elements, tree.words[at:], vocabulary):
                return at, pattern
    return None


def _places(tree: Tree, subject: str) -> range:
    """The words at which a form for notes may begin: an order opens the note, a report follows a noun."""
    words = tree.words
    opening = next((at for at, word in enumerate(words) if word.pos not in {"ADV", "PUNCT"}), 0)
    comma = next((at for at, word in enumerate(words) if word.text == ","), len(words))
    if subject == "order":
        return range(min(opening + 1, len(words)))
    noun = next((at for at, word in enumerate(words) if word.pos in _NOMINAL), len(words))
    return range(noun + 1 if subject == "noted" else 0, max(comma, opening))


def _fits(elements: Sequence[Element], words: Sequence[Word], vocabulary: CommitmentWords) -> bool:
    if not elements:
        return True
    element, rest = elements[0], elements[1:]
    if element.shape == "...":
        return any(_fits(rest, words[skipped:], vocabulary) for skipped in range(min(GAP, len(words)) + 1))
    for at, word in enumerate(words):
        if _is(word, element):
            return _fits(rest, words[at + 1 :], vocabulary)
        if not _passed_over(word, vocabulary):
            return False
    return False


def _is(word: Word, element: Element) -> bool:
    if not element.shape:
        inflected = word.pos != "AUX" and word.tag not in {"VBN", "VBD", "VBG"}
        return word.text.lower() in element.words or (inflected and word.lemma in element.words)
    if element.shape == "THING":
        return word.tag in _NOUN_PHRASE
    if element.shape == "NUMBER":
        return word.tag == "CD"
    shaped = word.tag in _TAGS[element.shape] and word.pos in {"VERB", "AUX"}
    return shaped and (element.verbs is None or _is_among(word.lemma, element.verbs) != element.outside)


def _is_among(lemma: str, verbs: AbstractSet[str]) -> bool:
    """Whether a verb, or what it does again, is listed: ``re-advertise`` and ``readvertise`` are ``advertise``.

    With a hyphen a verb may keep the ending of its participle: ``re-formed`` is read as ``re-forme``.
    """
    again = lemma[2:].lstrip("-") if lemma.startswith("re") else lemma
    return lemma in verbs or again in verbs or (lemma.startswith("re-") and again.removesuffix("e") in verbs)


def _passed_over(word: Word, vocabulary: CommitmentWords) -> bool:
    text = word.text.lower()
    adverbial = word.pos in {"ADV", "PUNCT"} or word.tag == "RB" or text in {"all", "both", "each", "since"}
    return adverbial and text not in vocabulary.words["not"] and text not in vocabulary.words["hardly"]

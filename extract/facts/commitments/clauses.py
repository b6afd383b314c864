"""The words of a fragment -> its main clauses: verb group, subject and what bounds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.facts.commitments.repairs import repaired
from extract.language import Word
from extract.vocabulary.commitments import CommitmentWords

AUXILIARY = frozenset({"aux", "auxpass"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})

FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_OBJECT = frozenset({"dobj", "prep", "dative", "attr", "acomp", "xcomp", "ccomp", "oprd", "npadvmod"})
_DEED = frozenset({"dobj"})
_RELATIVE = frozenset({"which", "who"})
_RELATIVES = _RELATIVE | {"whose", "whom"}
_QUESTION = frozenset({"WRB", "WDT", "WP", "WP$"})
_CLEAR = frozenset({"clear", "known", "plain", "adamant", "explicit"})
_BEING = frozenset({"be", "remain", "stay"})
_LINKS = frozenset({"so", "although", "though", "while", "whilst"})
_WILL = frozenset({"will", "shall"})
_NOR = frozenset({"nor", "neither"})
_MARKS = frozenset({
    "if", "unless", "once", "when", "whenever", "where", "wherever", "should", "until", "because", "since",
    "whether", "as", "that", "before", "after", "provided", "than",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Predicate:
    """A main clause, in word indices.

    Attributes:
        head: its verb.
        group: the first word of its verb group: ``will`` in ``will be published``.
        start: its first word: that of its subject, or of its verb group where it shares its subject.
        subject: the head of its subject, which may be shared with the clause before; ``None`` where it has none.
        shares: the head of the clause whose auxiliary it shares, or ``None``.
        within: the head of the clause that says it (``officers advise that …``), or ``None``.
        relative: it is a relative clause: ``which has begun scoping the work``.
        loose: it hangs on another clause and counts only where it is a commitment: ``although we cannot …``.
        boundary: the word at which the clause before it ends: its conjunction, or its own first word.
    """

    head: int
    group: int
    start: int
    subject: int | None
    shares: int | None
    within: int | None
    relative: bool
    loose: bool
    boundary: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a fragment with their children."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]

    def left(self, at: int) -> int:
        """The first word of the subtree under a word."""
        return min(self.below(at))

    def right(self, at: int) -> int:
        """The last word of the subtree under a word."""
        return max(self.below(at))

    def below(self, at: int) -> list[int]:
        """A word and all words under it, gathered without recursion: a list of hundreds of items is a deep tree."""
        found = [at]
        for word in found:
            found += self.children[word]
        return found

    def child(self, at: int, deps: frozenset[str]) -> int | None:
        """The first child of a word that stands in one of these relations to it."""
        return next((child for child in self.children[at] if self.words[child].dep in deps), None)

    def lower(self, at: int) -> str:
        """A word in lower case."""
        return self.words[at].text.lower()

    def marked(self, at: int) -> bool:
        """Whether a word that makes a clause subordinate hangs on its verb: if, that, which, once."""
        return any(
            self.words[child].tag in _QUESTION
            or (self.words[child].dep in {"mark", "advmod"} and self.lower(child) in _MARKS)
            for child in self.children[at]
        )

    def finite(self, at: int) -> bool:
        """Whether a verb, or one of its auxiliaries, has a tense."""
        auxiliaries = (child for child in self.children[at] if self.words[child].dep in AUXILIARY)
        return any(self.words[word].tag in FINITE for word in (at, *auxiliaries))


def plant(parsed: tuple[Word, ...]) -> Tree:
    """The tree over the words of a fragment, the parser's commonest mistakes put right."""
    words = repaired(parsed)
    words = words if _is_rooted(words) else parsed
    children: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            children[word.head].append(at)
    return Tree(words, tuple(tuple(below) for below in children))


def _is_rooted(words: Sequence[Word]) -> bool:
    """Whether every word hangs on a root: no repair may close a circle, which would be walked for ever."""
    hung = {at for at, word in enumerate(words) if word.head == at}
    for at in range(len(words)):
        path = list[int]()
        while at not in hung and len(path) <= len(words):
            path.append(at)
            at = words[at].head  # noqa: PLW2901 - up the tree
        if at not in hung:
            return False
        hung.update(path)
    return True


def find_predicates(tree: Tree, vocabulary: CommitmentWords) -> tuple[Predicate, ...]:
    """The main clauses of a fragment in order.

    Args:
        tree: its words.
        vocabulary: the verbs and views whose clause counts as a main clause: ``officers advise that …``.
    """
    found: dict[int, Predicate] = {}
    verbs = [at for at, word in enumerate(tree.words) if _is_verb(tree, at, word)]
    opened = (
        bool(verbs)
        and tree.lower(0) in _MARKS
        and any(tree.marked(at) or tree.lower(0) == "should" for at in verbs[:1])
    )
    for at in sorted(verbs, key=lambda at: (_depth(tree.words, at), at)):
        main = at != verbs[0] and _follows_condition(tree, at) if opened else False
        main = main or (not _only_seems(tree, at) and _is_main(tree, at, found, vocabulary))
        if main and not ((opened and at == verbs[0]) or _compares(tree, at)):
            predicate = _predicate(tree, at, found, _promises(tree, at, vocabulary))
            if predicate is not None:
                found[at] = predicate
    return tuple(sorted(found.values(), key=lambda predicate: (predicate.start, predicate.head)))


def _is_verb(tree: Tree, at: int, word: Word) -> bool:
    return word.pos in {"VERB", "AUX"} and word.dep not in AUXILIARY and not _bracketed(tree, at)


def _bracketed(tree: Tree, at: int) -> bool:
    """Whether a word stands in brackets that open within the fragment."""
    opened = sum(word.text == "(" for word in tree.words[1:at]) - sum(word.text == ")" for word in tree.words[1:at])
    return opened > 0


def _depth(words: Sequence[Word], at: int) -> int:
    depth = 0
    while words[at].head != at and depth < len(words):
        at, depth = words[at].head, depth + 1
    return depth


def _follows_condition(tree: Tree, at: int) -> bool:
    """Whether a verb has a tense and a subject of its own and nothing that subordinates it.

    After an opening condition without a comma the parser hangs the main clause on the condition:
    ``If the Council approves the budget the new rate will be paid``.
    """
    return tree.finite(at) and tree.child(at, SUBJECT) is not None and not tree.marked(at)


def _is_main(tree: Tree, at: int, found: dict[int, Predicate], vocabulary: CommitmentWords) -> bool:
    word = tree.words[at]
    own = tree.child(at, SUBJECT)
    match word.dep:
        case "ROOT" | "parataxis":
            return not (tree.marked(at) and tree.lower(0) in _MARKS and own is not None and own > 0)
        case "conj":
            joined = own is not None and not tree.marked(at) and _joined(tree, at)
            return word.head in found or joined or _promises(tree, at, vocabulary) in found
        case "ccomp":
            questioned = any(tree.words[child].tag in _QUESTION for child in tree.children[at])
            said = _is_said(tree, word.head, found, vocabulary) and not questioned and not _asks(tree, at)
            return (at < word.head and not tree.marked(at)) or said
        case "advcl" | "dep" | "appos":
            free = _results(tree, at) or not (tree.marked(at) or _lasts(tree, at))
            return own is not None and (free or _is_relative(tree, at, own))
        case "relcl":
            return _is_relative(tree, at, own)
        case _:
            return False


def _only_seems(tree: Tree, at: int) -> bool:
    """Whether a verb is the head of no clause that counts.

    It may be a noun that passes for one (``blood pressure checks``), belong to the subject of the next (``Heads we have
    spoken to like it``), or open a condition without a conjunction (``should the ticket make a surplus``).
    """
    word, before, own = tree.words[at], tree.words[at - 1], tree.child(at, SUBJECT)
    if own is None:
        return word.dep == "conj" and (word.pos, word.tag, before.pos) == ("VERB", "VBZ", "NOUN")
    inverted = any(0 < child < own and tree.lower(child) in {"should", "had"} for child in tree.children[at])
    plural = own == 1 and tree.words[0].tag in {"NNS", "NNPS"} and tree.words[1].pos == "PRON"
    return inverted or (plural and word.dep == "ROOT")


def _compares(tree: Tree, at: int) -> bool:
    """Whether a clause is what something is compared with: ``more than a firm of its size can manage``."""
    subject = tree.child(at, SUBJECT)
    first = tree.left(subject) if subject is not None else 0
    return first > 0 and tree.lower(first - 1) == "than"


def _results(tree: Tree, at: int) -> bool:
    """Whether a clause tells what comes of the one before it: ``, so that a visit will be made within two days``."""
    first = tree.left(at)
    opening = [word.text.lower() for word in tree.words[max(first - 1, 0) : first + 2]]
    return opening == [",", "so", "that"] and any(tree.lower(child) in _WILL for child in tree.children[at])


def _lasts(tree: Tree, at: int) -> bool:
    """Whether a clause tells how long: ``while it remains in intervention``; behind a comma it tells of another."""
    first = tree.left(at)
    modal = any(tree.words[child].tag == "MD" for child in tree.children[at])
    return first > 0 and tree.lower(first) == "while" and tree.words[first - 1].text != "," and not modal


def _is_said(tree: Tree, above: int, found: Mapping[int, Predicate], vocabulary: CommitmentWords) -> bool:
    """Whether a clause hangs on a verb of saying, on ``made clear`` or ``let us know``, or is somebody's view."""
    verb = _sayer(tree, above)
    lemma, subject = tree.words[verb].lemma, tree.child(verb, SUBJECT)
    named = subject is not None and tree.lower(subject) not in {"it", "there"}
    clear = any(tree.lower(child) in _CLEAR for child in tree.children[verb])
    view = subject is not None and tree.lower(subject) in vocabulary.subjects["views"]
    told = verb != above or lemma in vocabulary.verbs["saying"] or (lemma == "make" and clear)
    return verb in found and (told or (lemma in _BEING and (view or (named and clear))))


def _sayer(tree: Tree, verb: int) -> int:
    """The verb that says: ``let`` for the ``know`` of ``let us know``."""
    above = tree.words[verb].head
    return above if tree.lower(verb) == "know" and tree.words[above].lemma == "let" else verb


def _asks(tree: Tree, at: int) -> bool:
    return any(tree.lower(child) in {"whether", "if"} for child in tree.children[at])


def _joined(tree: Tree, at: int) -> bool:
    """Whether a conjunction stands right before a clause."""
    first = tree.left(at)
    return first > 0 and tree.words[first - 1].pos == "CCONJ"


def _promises(tree: Tree, at: int, vocabulary: CommitmentWords) -> int | None:
    """The verb that promises a second deed beside a first: ``undertaken`` in ``undertaken to test them and host …``."""
    first = tree.words[at].head
    promise = tree.words[first].head
    joined = tree.words[at].dep == "conj" and tree.words[first].dep == "xcomp" and _joined(tree, at)
    bare = all(tree.words[verb].tag == "VB" and tree.child(verb, _DEED) is not None for verb in (first, at))
    promised = tree.words[promise].lemma in vocabulary.verbs["promised"] | vocabulary.verbs["intended"]
    return promise if joined and bare and promised else None


def _is_relative(tree: Tree, at: int, own: int | None) -> bool:
    """Whether a relative clause ends its sentence: ``, which has begun``, ``, to which members will be invited``."""
    if own is None or tree.right(at) < len(tree.words) - 2:
        return False
    first = tree.left(at)
    opening = {tree.lower(first), tree.lower(first + 1)} if tree.words[first].pos == "ADP" else {tree.lower(first)}
    aside = first > 0 and tree.words[first - 1].text == ","
    return tree.lower(own) in _RELATIVE or (aside and bool(opening & _RELATIVES))


def _predicate(tree: Tree, at: int, found: dict[int, Predicate], promises: int | None) -> Predicate | None:
    word = tree.words[at]
    auxiliaries = [child for child in tree.children[at] if tree.words[child].dep in AUXILIARY]
    before = found.get(word.head if promises is None else promises) if word.dep == "conj" else None
    alike = before is not None and (promises is not None or word.tag == tree.words[before.head].tag)
    shares = before is not None and alike and not auxiliaries and not tree.finite(at)
    own = tree.child(at, SUBJECT)
    mistagged = before is not None and not shares and word.tag == "VB" and not auxiliaries
    if not (tree.finite(at) or shares or mistagged or word.dep == "ROOT"):
        return None
    deeds = promises is not None or (_has_object(tree, at) and before and _has_object(tree, before.head))
    if before and own is None and shares and not deeds:
        return None
    if before and own is None and not auxiliaries and _second_participle(tree, before.head, at):
        return None
    group = min([at, *auxiliaries])
    start = min(tree.left(own), group) if own is not None else group
    if start == group > 0 and tree.lower(start - 1) in _NOR:
        start -= 1
    return Predicate(
        head=at,
        group=group,
        start=start,
        subject=own if own is not None else before.subject if before else None,
        shares=before.head if before and shares else None,
        within=_sayer(tree, word.head) if word.dep == "ccomp" and word.head < at else None,
        relative=word.dep == "relcl" or (word.dep == "advcl" and tree.lower(start) in _RELATIVE),
        loose=word.dep in {"relcl", "advcl"},
        boundary=_boundary(tree, at, start, before.head if before else -1),
    )


def _second_participle(tree: Tree, first: int, second: int) -> bool:
    """Whether a verb that passes for the past tense is a second participle: ``worked up and costed, and shared``."""
    tags = tree.words[first].tag, tree.words[second].tag
    return tags == ("VBN", "VBD") and tree.child(second, frozenset({"dobj"})) is None


def _has_object(tree: Tree, at: int) -> bool:
    """Whether a second verb after one auxiliary has an object of its own; a second participle shares the first's."""
    return tree.words[at].tag != "VBN" and tree.child(at, _OBJECT) is not None


def _boundary(tree: Tree, head: int, start: int, after: int) -> int:
    """The conjunction before a clause, back to the verb of the clause before; its first word where there is none.

    Verbs of its own conditions (``and, if approved, will be``) do not count.
    """
    below = set(tree.below(head))
    for at in range(start - 1, after, -1):
        if at in below and tree.words[at].pos != "CCONJ":
            continue
        if tree.words[at].pos == "CCONJ" or tree.lower(at) in _LINKS:
            return at
        if tree.words[at].pos in {"VERB", "AUX"} and tree.words[at].dep not in AUXILIARY:
            return start
    return start

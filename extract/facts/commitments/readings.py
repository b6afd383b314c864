"""The words of a fragment -> its main clauses, each with its status, or without one where it is background."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.facts.commitments.clauses import AUXILIARY, FINITE, SUBJECT, Predicate, Tree, find_predicates
from extract.facts.commitments.extents import has_date
from extract.facts.commitments.forms import Dated, find_form, find_short_form
from extract.facts.commitments.subjects import Kind, is_done_by_outsider, kind_of, last_of, viewer_of
from extract.records import CommitmentStatus
from extract.vocabulary.commitments import CommitmentWords

_OBJECTS = frozenset({"dobj", "dative", "xcomp", "ccomp", "oprd", "attr"})
_OBJECT = frozenset({"dobj"})
_PASSIVE = frozenset({"auxpass"})
_CONDITIONS = frozenset({"once", "when", "if", "unless", "until", "where"})
_EXPECTING = frozenset({"anticipate", "expect", "propose", "intend", "envisage", "hope", "plan"})
_NAMED = SUBJECT | {"compound"}
"""What a noun is that passes for a finite verb: ``Saturday cover to be added once …``."""
_KEEPING = frozenset({"keep", "continue", "maintain", "retain", "remain", "stay", "sustain", "carry", "go", "preserve"})
_ADDED = frozenset({"relcl", "acl"})
_ASKED = frozenset({"pcomp", "ccomp"})
_QUESTION = frozenset({"WRB", "WDT", "WP", "WP$"})
_TELLERS = frozenset({Kind.SPEAKER, Kind.BACK, Kind.POINTING, Kind.OUTSIDER})


@dataclass(frozen=True, slots=True)
class Reading:
    """A main clause.

    Attributes:
        predicate: its words.
        kind: what its subject is.
        status: how far it is; ``None`` where it is background.
        short: it has no finite verb.
        form: the form of the vocabulary that it is worded in; empty where it takes another's.
    """

    predicate: Predicate
    kind: Kind
    status: CommitmentStatus | None
    short: bool = False
    form: str = ""


def find_readings(tree: Tree, vocabulary: CommitmentWords) -> tuple[Reading, ...]:
    """The main clauses of a fragment in order, background between commitments included.

    What a commitment says (``we ask that …``) is part of it. Where no finite verb makes a commitment, the fragment is
    read as a note: ``Order placed with the supplier``.
    """
    if _only_decides(tree, vocabulary):
        return ()
    if conditional := _conditional_note(tree, vocabulary):
        return (conditional,)
    readings = tuple(_readings(tree, vocabulary))
    if any(reading.status for reading in readings):
        return readings
    if any(_tells(tree, at, vocabulary) for at in range(len(tree.words))):
        return ()
    note = _note(tree, vocabulary)
    return (note, *_joined_reports(tree, note, vocabulary)) if note else ()


def with_delays(tree: Tree, readings: tuple[Reading, ...], vocabulary: CommitmentWords) -> tuple[Reading, ...]:
    """The readings, where background that opens a clause is part of it: ``was held up and is now to be finished``.

    In the passive the subject is what is done: ``A second bus would cost £90,000 and cannot be afforded``.
    """
    found: list[Reading] = []
    for reading in readings:
        opens = found and reading.status and found[-1].status is None
        if opens and _opens(tree, found[-1], reading.predicate, vocabulary):
            opening = found.pop().predicate
            whole = replace(reading.predicate, start=opening.start, boundary=opening.boundary)
            found.append(replace(reading, predicate=whole))
        else:
            found.append(reading)
    return tuple(found)


def with_sayings(tree: Tree, readings: tuple[Reading, ...], vocabulary: CommitmentWords) -> tuple[Reading, ...]:
    """The readings, where somebody tells what they themselves do: ``The Trust has told us that it will light …``.

    The telling is background; what it tells has its subject, or whose view that is, and begins with it.
    """
    found: list[Reading] = []
    for reading in readings:
        teller = _teller(tree, found[-1], reading, vocabulary) if found else None
        found.append(_told_by(found.pop(), reading, *teller) if teller else reading)
    return tuple(found)


def _told_by(telling: Reading, told: Reading, subject: int, kind: Kind) -> Reading:
    before = telling.predicate
    whole = replace(told.predicate, start=before.start, boundary=before.boundary, subject=subject)
    return replace(told, predicate=whole, kind=kind)


def _teller(tree: Tree, before: Reading, reading: Reading, vocabulary: CommitmentWords) -> tuple[int, Kind] | None:
    """Who tells of themselves, and what kind of subject they are; ``None`` where somebody tells of others."""
    subject, telling = reading.predicate.subject, before.predicate.subject
    said = reading.status is not None and reading.predicate.within == before.predicate.head
    if not said or before.status is not None or telling is None:
        return None
    if tree.words[before.predicate.head].lemma in _EXPECTING and before.kind is Kind.SPEAKER:
        return telling, before.kind
    if not _is_pronoun(tree, subject):
        return None
    viewer = viewer_of(tree, telling, vocabulary)
    if viewer is not None:
        return viewer, kind_of(tree, viewer, vocabulary)
    return (telling, before.kind) if before.kind is Kind.DOER else None


def _is_pronoun(tree: Tree, subject: int | None) -> bool:
    return subject is not None and tree.lower(subject) in {"it", "they", "he", "she"}


def _opens(tree: Tree, before: Reading, predicate: Predicate, vocabulary: CommitmentWords) -> bool:
    """Whether a clause that shares the subject of the one before it takes up a delay, or says what is done to it."""
    late = tree.words[before.predicate.head].lemma in vocabulary.verbs["delays"]
    passive = tree.words[predicate.head].tag == "VBN" and tree.child(predicate.head, _PASSIVE) is not None
    shared = predicate.start == predicate.group and before.predicate.subject == predicate.subject is not None
    return (late or passive) and shared


def _readings(tree: Tree, vocabulary: CommitmentWords) -> Iterator[Reading]:
    predicates = find_predicates(tree, vocabulary)
    statuses: dict[int, CommitmentStatus] = {}
    before: CommitmentStatus | None = None
    for at, predicate in enumerate(predicates):
        if predicate.within in statuses:
            continue
        end = next((p.boundary for p in predicates[at + 1 :] if p.boundary > predicate.head), len(tree.words))
        opened = not at and _dated(tree, 0, predicate.start)
        reading = _reading(tree, predicate, end, vocabulary, opened=opened)
        if predicate.shares is not None:
            reading = replace(reading, status=_shared(tree, predicate, statuses.get(predicate.shares)))
        if reading.status is not None:
            statuses[predicate.head] = reading.status
        repeated = reading.status is before and _adds_nothing(tree, predicate)
        before = reading.status
        if not repeated and (reading.status or not predicate.loose):
            yield reading


def _shared(tree: Tree, predicate: Predicate, status: CommitmentStatus | None) -> CommitmentStatus | None:
    """The status of a verb that shares an auxiliary: after ``will keep the rota and`` a new deed is planned."""
    bare = tree.words[predicate.head].tag == "VB" and tree.words[predicate.head].lemma not in _KEEPING
    return CommitmentStatus.PLANNED if status is CommitmentStatus.ONGOING and bare else status


def _reading(tree: Tree, predicate: Predicate, end: int, vocabulary: CommitmentWords, *, opened: bool) -> Reading:
    """A main clause read up to the word ``end``; ``opened`` tells whether a date opens its sentence."""
    kind = kind_of(tree, predicate.subject, vocabulary)
    if predicate.subject is None and predicate.start > 1:
        kind = Kind.THING
    if is_done_by_outsider(tree, predicate, vocabulary):
        kind = Kind.OUTSIDER
    dated = Dated(_dated(tree, predicate.start, end), opened)
    form = find_form(tree, predicate, kind, vocabulary, dated)
    status = form.status if form else None
    return Reading(
        predicate,
        kind,
        status if _counts(tree, predicate, status, vocabulary) else None,
        form=form.form if form else "",
    )


def _counts(tree: Tree, predicate: Predicate, status: CommitmentStatus | None, vocabulary: CommitmentWords) -> bool:
    """Whether a clause of that status counts: a relative one does where it is under way, promised or done in words."""
    if not predicate.relative:
        return True
    if status is CommitmentStatus.IN_PROGRESS and tree.lower(max(predicate.start - 2, 0)) == "for":  # for which it pays
        return False
    words = vocabulary.words
    group, after = tree.lower(predicate.group), tree.lower(min(predicate.group + 1, len(tree.words) - 1))
    promised = group in words["will"] | words["has"] or (group in words["is"] and after == "to")
    done = group in words["has"] or _dated(tree, predicate.head, len(tree.words))
    return (
        status is CommitmentStatus.IN_PROGRESS
        or (status is CommitmentStatus.PLANNED and promised)
        or (status is CommitmentStatus.COMPLETED and done and tree.words[predicate.start - 1].text == ",")
    )


def _adds_nothing(tree: Tree, predicate: Predicate) -> bool:
    """Whether a second verb of the same subject has no object of its own: ``was rebuilt and went live on 12 May``."""
    at = predicate.head
    if (
        predicate.group != at
        or tree.words[at].dep != "conj"
        or tree.child(at, SUBJECT) is not None
        or tree.child(at, _OBJECTS) is not None
    ):
        return False
    last = tree.right(at)
    return last - at <= 1 or _dated(tree, at + 1, last + 1)


def _tells(tree: Tree, at: int, vocabulary: CommitmentWords) -> bool:
    """Whether a word is the finite verb of a sentence: not of a condition or explanation, nor of a note.

    The verb of a note (``Letter sent 3 July``) may pass for the past tense; it has no doer and object.
    """
    word = tree.words[at]
    verb = word.head if word.dep in AUXILIARY else at
    if word.tag not in FINITE or _explains(tree, verb):
        return False
    if word.tag != "VBD" or word.lemma not in vocabulary.verbs["reported"]:
        return True
    return _has_object(tree, at) or kind_of(tree, tree.child(at, SUBJECT), vocabulary) in _TELLERS


def _has_object(tree: Tree, at: int) -> bool:
    """Whether a verb has an object: not a date, nor a bare word such as ``in-house``."""
    acted = tree.child(at, _OBJECT)
    if acted is None or tree.words[acted].text[0].isdigit() or _dated(tree, tree.left(acted), tree.right(acted) + 1):
        return False
    return bool(tree.children[acted]) or tree.words[acted].tag != "NN"


def _only_decides(tree: Tree, vocabulary: CommitmentWords) -> bool:
    """Whether a fragment holds a decision and nothing else: ``Agreed in principle``, ``Accepted and complete``."""
    words = [word.text.lower() for word in tree.words if word.pos != "PUNCT"]
    return bool(words) and words[0] in vocabulary.words["decision"] and set(words) <= vocabulary.words["deciding"]


def _conditional_note(tree: Tree, vocabulary: CommitmentWords) -> Reading | None:
    """The note before a condition that has a finite verb: ``Study to be commissioned once funding is confirmed``."""
    marks = (at for at, word in enumerate(tree.words) if at and word.text.lower() in _CONDITIONS)
    end = next(marks, len(tree.words))
    before = tree.words[:end]
    if end == len(tree.words) or any(word.tag in FINITE and word.dep not in _NAMED for word in before):
        return None
    return _note(_opening(tree, end), vocabulary)


def _opening(tree: Tree, end: int) -> Tree:
    """The tree of the words before an offset; those that hung on a later word are roots."""
    words = (replace(word, head=word.head if word.head < end else at) for at, word in enumerate(tree.words[:end]))
    children = (tuple(child for child in below if child < end) for below in tree.children[:end])
    return Tree(tuple(words), tuple(children))


def _explains(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a condition (``once it is built``), a question (``how many``) or behind ``, which``."""
    first = tree.left(verb)
    opening = tree.lower(first)
    if tree.words[verb].dep in _ASKED and (tree.words[first].tag in _QUESTION or opening in {"whether", "if"}):
        return True
    if tree.words[verb].dep == "relcl":
        aside = tree.words[first - 1].text == "," or not any(tree.finite(at) for at in _roots(tree))
        return first > 0 and opening in {"which", "who", "that"} and aside
    return tree.words[verb].dep == "advcl" and opening in {*_CONDITIONS, "whenever"}


def _roots(tree: Tree) -> list[int]:
    return [at for at, word in enumerate(tree.words) if word.head == at]


def _note(tree: Tree, vocabulary: CommitmentWords) -> Reading | None:
    found = find_short_form(tree, vocabulary, dated=_dated(tree, 0, len(tree.words)))
    if found is None:
        return None
    at, pattern = found
    if pattern.status is None:
        return None
    start = next((i for i, word in enumerate(tree.words) if word.pos not in {"PUNCT", "CCONJ"}), 0)
    doer = _doer(tree, at, vocabulary)
    predicate = Predicate(
        head=at, group=at, start=min(start, at), subject=doer, shares=None, within=None, relative=False, loose=False,
        boundary=min(start, at),
    )  # fmt: skip
    return Reading(predicate, Kind.NONE if doer is None else Kind.DOER, pattern.status, short=True, form=pattern.form)


def _doer(tree: Tree, at: int, vocabulary: CommitmentWords) -> int | None:
    """Who is to act in a note: ``Chair to write to the Minister``; ``None`` where that is not printed."""
    verb = tree.words[at].head if tree.words[at].tag == "TO" else at
    if verb >= len(tree.words) or tree.words[verb].tag != "VB":
        return None
    if tree.words[verb].lemma == "be":
        return None
    before = [child for child in tree.children[verb] if child < at and tree.words[child].dep == "nsubj"]
    above = tree.words[verb].head
    if (
        tree.words[verb].dep in _ADDED and last_of(tree, above) == at - 1
    ):  # Leader to write: the parser makes the note a noun phrase
        before.append(above)
    return next((child for child in before if kind_of(tree, child, vocabulary) is Kind.DOER), None)


def _joined_reports(tree: Tree, note: Reading, vocabulary: CommitmentWords) -> Iterator[Reading]:
    """A second report of a note where both have words of their own: ``Built in-house and shared at the briefing``."""
    if note.status is not CommitmentStatus.COMPLETED:
        return
    for at in range(note.predicate.head + 3, len(tree.words) - 1):
        word, after = tree.words[at], tree.words[at + 1]
        reports = word.tag in {"VBN", "VBD"} and word.lemma in vocabulary.verbs["reported"] and after.pos == "ADP"
        if reports and tree.words[at - 1].pos == "CCONJ":
            yield replace(note, predicate=replace(note.predicate, head=at, group=at, start=at, boundary=at - 1))


def _dated(tree: Tree, first: int, after: int) -> bool:
    return has_date(" ".join(word.text for word in tree.words[first:after]))

"""The wording of promises, reports and refusals, from ``models/commitments.toml`` and ``models/abbreviations.toml``."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from extract.records import CommitmentStatus
from extract.vocabulary.abbreviations import load_abbreviations
from extract.vocabulary.source import read_toml, refuse

FILE = "commitments.toml"

SubjectKind = Literal[
    "",
    "speaker",
    "doer",
    "process",
    "thought",
    "there",
    "insider",
    "telegraphic",
    "noted",
    "order",
    "told",
    "count",
    "thing",
    "outsider",
    "bare",
]

_ELEMENT = re.compile(
    r"(?P<shape>DO|DOES|DID|DONE|DOING|THING|NUMBER)(?::(?P<sign>-?)(?P<verbs>\w+(?:-\w+)*))?|(?P<gap>\.\.\.)|(?P<words>\S+)"
)


class Element(NamedTuple):
    """One place of a form.

    Attributes:
        words: the words that fit, lower case; empty for a verb or a gap.
        shape: DO, DOES, DID, DONE or DOING for a verb, THING for what opens a noun phrase, NUMBER for a number, ``...``
            for a gap, empty for words.
        verbs: the lemmas that fit (or, where ``outside``, do not); ``None`` where every verb does.
        outside: ``verbs`` lists what does not fit.
        negation: the element is a negation, which is never passed over.
    """

    words: frozenset[str] = frozenset()
    shape: str = ""
    verbs: frozenset[str] | None = None
    outside: bool = False
    negation: bool = False


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of wording a clause, as it stands in the file; without a status it is background, and no commitment."""

    form: str
    status: CommitmentStatus | None = None
    subject: SubjectKind = ""
    date: bool = False
    condition: bool = False
    about: str = ""
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


class Pattern(NamedTuple):
    """A form made ready: its elements in order, what else it asks of the clause, and its own text."""

    status: CommitmentStatus | None
    elements: tuple[Element, ...]
    subject: SubjectKind
    date: bool
    form: str = ""
    condition: bool = False
    about: Element | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    subjects: dict[str, frozenset[str]]
    forms: tuple[Form, ...]
    names: frozenset[str]
    place_names: frozenset[str]
    lower_names: frozenset[str]
    tails: tuple[str, ...]
    comma_tails: tuple[str, ...]
    reasons: tuple[str, ...]
    purposes: frozenset[str]
    conditions: tuple[str, ...]
    opening_conditions: tuple[str, ...]
    announcements: tuple[str, ...]
    promises: frozenset[str]


class CommitmentWords(NamedTuple):
    """What the finder of commitments knows.

    Attributes:
        patterns: the forms in the order in which they are tried.
        forms: the same as they stand in the file, with their examples.
        words: the named sets of words.
        verbs: the classes of verbs, as lemmas.
        subjects: the heads of noun phrases by what they can do.
        names: the heads of what has a proper name: programme, forum, strategy.
        place_names: those of them that name a place, which gives way to a programme in the same clause: centre, hub.
        lower_names: the same that make a name in lower case, too: retail crime taskforce.
        tails: what opens a reason or explanation that is no part of a commitment.
        comma_tails: the same, after a comma only.
        reasons: those of both whose dates are never deadlines.
        purposes: verbs that after ``to`` open a purpose: ensure, enable.
        conditions: what opens a condition.
        opening_conditions: the same, at the head of a clause only.
        announcements: what announces a list of commitments, and is none.
        promises: nouns whose ``to …`` says what was promised or planned, and is no purpose.
        abbreviations: words after whose stop no sentence ends.
    """

    patterns: tuple[Pattern, ...]
    forms: tuple[Form, ...]
    words: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]
    subjects: Mapping[str, frozenset[str]]
    names: frozenset[str]
    place_names: frozenset[str]
    lower_names: frozenset[str]
    tails: tuple[str, ...]
    comma_tails: tuple[str, ...]
    reasons: tuple[str, ...]
    purposes: frozenset[str]
    conditions: tuple[str, ...]
    opening_conditions: tuple[str, ...]
    announcements: tuple[str, ...]
    promises: frozenset[str]
    abbreviations: frozenset[str]


def load_commitment_words() -> CommitmentWords:
    """The vocabulary of commitments.

    Raises:
        VocabularyError: a file is missing or faulty; every form that names an unknown set is listed.
    """
    file = read_toml(FILE, _File)
    faults: list[str] = []
    patterns = tuple(_pattern(form, file, faults) for form in file.forms)
    refuse(FILE, faults)
    return CommitmentWords(
        patterns,
        file.forms,
        file.words,
        file.verbs,
        file.subjects,
        file.names,
        file.place_names,
        file.lower_names,
        file.tails,
        file.comma_tails,
        file.reasons,
        file.purposes,
        file.conditions,
        file.opening_conditions,
        file.announcements,
        file.promises,
        load_abbreviations(),
    )


def _pattern(form: Form, file: _File, faults: list[str]) -> Pattern:
    elements = tuple(_element(word, file, faults) for word in form.form.split())
    about = _element(form.about, file, faults) if form.about else None
    return Pattern(form.status, elements, form.subject, form.date, form.form, form.condition, about)


def _element(word: str, file: _File, faults: list[str]) -> Element:
    found = _ELEMENT.fullmatch(word)
    if found is None:
        faults.append(f"no element of a form: {word}")
        return Element()
    if found["gap"]:
        return Element(shape="...")
    if found["shape"]:
        verbs = _verbs(found["verbs"], found["sign"], file, faults) if found["verbs"] else None
        return Element(shape=found["shape"], verbs=verbs, outside=bool(found["sign"]))
    words = frozenset[str]().union(*(_words(part, file, faults) for part in word.split("|")))
    return Element(words=words, negation=word == "{not}")


def _verbs(classes: str, sign: str, file: _File, faults: list[str]) -> frozenset[str]:
    """The lemmas of the first class without those of the others; of all of them where they are what does not fit."""
    names = classes.split("-")
    faults += [f"no class of verbs: {name}" for name in names if name not in file.verbs]
    first, *others = (file.verbs.get(name, frozenset[str]()) for name in names)
    return first.union(*others) if sign else first.difference(*others)


def _words(part: str, file: _File, faults: list[str]) -> frozenset[str]:
    if not part.startswith("{"):
        return frozenset({part})
    if part[1:-1] not in file.words:
        faults.append(f"no set of words: {part}")
    return file.words.get(part[1:-1], frozenset())

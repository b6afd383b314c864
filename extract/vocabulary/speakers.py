"""How a reply that several bodies wrote shows who is speaking."""

import re
from dataclasses import dataclass
from functools import cached_property

import msgspec

from extract.records import CommitmentStatus
from extract.vocabulary.phrases import compile_phrases, find_faults
from extract.vocabulary.source import read_toml, refuse

_FILE = "speakers.toml"


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Labels that stand for a body by its type: ``Police`` for the police force of the row."""

    types: frozenset[str]
    labels: tuple[str, ...]
    examples: tuple[str, ...]


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Labels of several bodies together, and what may stand beside a body's name in a label."""

    joint: tuple[str, ...]
    beside: tuple[str, ...]


class Subjects(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that follow a subject, verbs by which it is told of, and verbs with which it speaks of its own mind."""

    verbs: tuple[str, ...]
    reports: tuple[str, ...]
    minds: tuple[str, ...]


class RelayExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that passes on an answer and the status of what it tells: run as a test."""

    text: str
    status: CommitmentStatus


class Relays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the answer of another body is passed on, and what shows how far that is, in order of precedence."""

    tells: tuple[str, ...]
    refusals: tuple[str, ...]
    declined: tuple[str, ...]
    ongoing: tuple[str, ...]
    considering: tuple[str, ...]
    planned: tuple[str, ...]
    examples: tuple[RelayExample, ...]


class Quotations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the words of another are introduced, and what shows that whoever is quoted is of the authority itself."""

    cues: tuple[str, ...]
    answers: tuple[str, ...]
    introduces: tuple[str, ...]
    returns: tuple[str, ...]
    own: tuple[str, ...]
    outside: tuple[str, ...]


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Posts that bodies of these types alone have: an inspector is of the police."""

    types: frozenset[str]
    words: tuple[str, ...]
    examples: tuple[str, ...]


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whoever leads bodies that have one of the words in their names, and speaks for them."""

    titles: tuple[str, ...]
    names: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: tuple[Kind, ...]
    labels: Labels
    subjects: Subjects
    relays: Relays
    quotations: Quotations
    post: tuple[Post, ...]
    head: tuple[Head, ...]


@dataclass(frozen=True, eq=False)
class SpeakerWords:
    """All of ``models/speakers.toml``, with its patterns compiled once.

    Attributes:
        kinds: labels that stand for a body by its type.
        labels: joint labels, and words beside a name.
        subjects: words that follow a subject.
        relays: how answers are passed on.
        quotations: how the words of others are introduced.
        posts: posts that tell the type of a body.
        heads: who leads bodies of a name.
    """

    kinds: tuple[Kind, ...]
    labels: Labels
    subjects: Subjects
    relays: Relays
    quotations: Quotations
    posts: tuple[Post, ...]
    heads: tuple[Head, ...]

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """A word by which somebody is quoted: ``writes``, ``as follows``."""
        return compile_phrases(self.quotations.cues)

    @cached_property
    def answers(self) -> re.Pattern[str]:
        """What tells of an answer given, in a sentence that is complete before the answer."""
        return compile_phrases(self.quotations.answers)

    @cached_property
    def introduces(self) -> re.Pattern[str]:
        """What says that an answer follows without quotation marks."""
        return compile_phrases(self.quotations.introduces)

    @cached_property
    def returns(self) -> re.Pattern[str]:
        """What says that the authority speaks for itself again."""
        return compile_phrases(self.quotations.returns)

    @cached_property
    def own(self) -> re.Pattern[str]:
        """Whoever speaks for the authority itself."""
        return compile_phrases(self.quotations.own)

    @cached_property
    def outside(self) -> re.Pattern[str]:
        """Whoever speaks for another body, though it is not named."""
        return compile_phrases(self.quotations.outside)

    @cached_property
    def _posts(self) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
        return tuple((compile_phrases(post.words), post.types) for post in self.posts)

    def types_of_post(self, words: str) -> frozenset[str]:
        """The types of body that have the post which the words name; none where it may be of any."""
        return next((types for pattern, types in self._posts if pattern.search(words)), frozenset())

    def head_of(self, title: str, name: str) -> bool:
        """Whether a title is that of whoever leads a body of that name: the Bishop of a diocese."""
        found = (head for head in self.heads if title.lower() in head.titles)
        return any(word in name.lower() for head in found for word in head.names)

    @cached_property
    def tells(self) -> re.Pattern[str]:
        """How an answer of another body is passed on, up to its ``that it``."""
        return compile_phrases(self.relays.tells)

    @cached_property
    def told(self) -> tuple[tuple[re.Pattern[str], CommitmentStatus], ...]:
        """Patterns of answers that are passed on, each with the status of what they tell."""
        listed = (
            (self.relays.declined, CommitmentStatus.DECLINED),
            (self.relays.ongoing, CommitmentStatus.ONGOING),
            (self.relays.considering, CommitmentStatus.CONSIDERING),
            (self.relays.planned, CommitmentStatus.PLANNED),
        )
        passed_on = (
            (re.compile(rf"{self.tells.pattern}\s+{compile_phrases(phrases).pattern}", re.IGNORECASE), status)
            for phrases, status in listed
        )
        return ((compile_phrases(self.relays.refusals), CommitmentStatus.DECLINED), *passed_on)

    @cached_property
    def beside(self) -> re.Pattern[str]:
        """A word that may stand beside a body's name in a label."""
        return compile_phrases(self.labels.beside)

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """A word that shows that what stands before it is a subject."""
        return compile_phrases(self.subjects.verbs)

    @cached_property
    def report(self) -> re.Pattern[str]:
        """A verb with which somebody else tells what a body has said or promised."""
        return compile_phrases(self.subjects.reports)

    @cached_property
    def mind(self) -> re.Pattern[str]:
        """A verb with which a body speaks of its own mind."""
        return compile_phrases(self.subjects.minds)

    @cached_property
    def types_by_label(self) -> dict[str, frozenset[str]]:
        """The types of body that a label stands for, by the label in lower case and by its bare form."""
        named = {label: frozenset[str]() for label in self.labels.joint}
        named |= {label: kind.types for kind in self.kinds for label in kind.labels}
        return {bare: types for label, types in named.items() if (bare := self.bare(label))} | named

    def kind_of(self, label: str) -> frozenset[str] | None:
        """The types of body that a label without a name stands for; none for a joint one, ``None`` for a topic."""
        lower = _plain(label)
        names = (lower, _PLACE.split(lower)[0], self.bare(label))
        return next((self.types_by_label[name] for name in names if name in self.types_by_label), None)

    def bare(self, label: str) -> str:
        """A label in lower case without the words that may stand beside a name: ``police`` of ``Police response``."""
        return " ".join(self.beside.sub(" ", _plain(label)).replace("'", " ").split())


_PLACE = re.compile(r"\s(?:in|for)\s")


def _plain(label: str) -> str:
    return " ".join(label.lower().replace("’", "'").split()).strip(" .'")


def load_speaker_words() -> SpeakerWords:
    """The words of ``models/speakers.toml``.

    Raises:
        VocabularyError: the file is missing or faulty; all faults are listed.
    """
    file = read_toml(_FILE, _File)
    refuse(_FILE, [*_twice(file), *_bad_patterns(file)])
    return SpeakerWords(file.kind, file.labels, file.subjects, file.relays, file.quotations, file.post, file.head)


def _twice(file: _File) -> list[str]:
    seen = dict[str, frozenset[str]]()
    named = [(label, kind.types) for kind in file.kind for label in kind.labels]
    named += [(label, frozenset[str]()) for label in file.labels.joint]
    return [f"“{label}” stands for two kinds" for label, types in named if seen.setdefault(label, types) != types]


def _bad_patterns(file: _File) -> list[str]:
    relays, quotations, subjects = file.relays, file.quotations, file.subjects
    lists = [
        *(relays.tells, relays.refusals, relays.declined, relays.ongoing, relays.considering, relays.planned),
        *(file.labels.beside, subjects.verbs, subjects.reports, subjects.minds),
        *(quotations.cues, quotations.answers, quotations.introduces, quotations.returns),
        *(quotations.own, quotations.outside),
        *(post.words for post in file.post),
    ]
    return [fault for phrases in lists for fault in find_faults(phrases)]

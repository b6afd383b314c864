"""How two readings are compared: which texts are alike, how far a promise is, and the sentences of differences."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Literal

import msgspec

from extract.changes import Kind
from extract.records import CommitmentStatus
from extract.vocabulary.papers import Telling, faults_of
from extract.vocabulary.source import find_twice, read_toml, refuse

_FILE = "comparing.toml"


class Likeness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the likeness of two texts is put together of; see the file."""

    held: float
    shared: float
    slack: float
    opposed: float
    name: float
    contrary: float
    word: float


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which likeness on (0 to 100; shares 0 to 1) things are taken to be the same; see the file."""

    text: float
    numbered: float
    asked_again: float
    promise: float
    title: float
    part: float
    gained: float
    glance: float
    overlap: float
    titled: float


class Bonus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What two promises gain by sharing more than words, and lose by being somebody else's."""

    name: float
    deadline: float
    actor: float
    other_actor: float


class Years(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many days apart papers are that are of different years."""

    apart: int


class WeighedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words that tell nothing, words that tell little, endings, figures in words, and forms by the word they are of."""

    stop: tuple[str, ...]
    common: tuple[str, ...]
    endings: tuple[str, ...]
    figures: tuple[str, ...]
    forms: dict[str, tuple[str, ...]]

    @cached_property
    def stops(self) -> frozenset[str]:
        """The words that tell nothing."""
        return frozenset(self.stop)

    @cached_property
    def commons(self) -> frozenset[str]:
        """The words that tell little, and what is left of them without their endings."""
        return frozenset(map(self.stem, self.common))

    @cached_property
    def plain_of(self) -> Mapping[str, str]:
        """For words that no ending tells, what they are compared as: ``written`` as ``write``, ``six`` as ``6``."""
        forms = {form: word for word, forms in self.forms.items() for form in forms}
        return forms | {word: str(figure) for figure, word in enumerate(self.figures)}

    def stem(self, word: str) -> str:
        """A word without its ending, if three letters stay: ``policies`` and ``policy`` are ``polic``."""
        word = self.plain_of.get(word, word)
        ending = next((each for each in self.endings if word.endswith(each) and len(word) - len(each) > 2), "")  # noqa: PLR2004
        return word.removesuffix(ending)


class Contrary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of which one is the contrary of the other."""

    one: tuple[str, ...]
    other: tuple[str, ...]


class Rank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Statuses that are equally far."""

    statuses: tuple[CommitmentStatus, ...]


class Progress(Telling, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """What stands first in a cell, and how far the recommendation is then."""

    status: CommitmentStatus


class Statute(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The time that the law gives for an answer, and whose answers, to which reports, it is about; see the file."""

    name: str
    months: int
    areas: tuple[str, ...]
    no_council: Telling
    crime: Telling


class KindWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of difference, what it is called in lists, and its sentence."""

    code: Kind
    name: str
    sentence: str


class Tally(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted: a kind, perhaps narrowed to what it came to or which way a date moved, and how that is said."""

    kind: Kind
    one: str
    many: str
    after: str | None = None
    way: Literal["later"] | None = None


class ComparingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All of ``models/comparing.toml``; see there what each part is for."""

    likeness: Likeness
    thresholds: Thresholds
    bonus: Bonus
    years: Years
    words: WeighedWords
    contrary: tuple[Contrary, ...]
    times: Telling
    rank: tuple[Rank, ...]
    progress: tuple[Progress, ...]
    report_dated: Telling
    report_heading: Telling
    response_heading: Telling
    statute: Statute
    kind: tuple[KindWords, ...]
    tally: tuple[Tally, ...]

    @cached_property
    def contraries(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The words of either side of each contrary, without endings."""
        stem = self.words.stem
        return tuple((frozenset(map(stem, each.one)), frozenset(map(stem, each.other))) for each in self.contrary)

    @cached_property
    def ranks(self) -> Mapping[CommitmentStatus, int]:
        """How far each status is; those that are no step on the way are not in it."""
        return {status: place for place, rank in enumerate(self.rank) for status in rank.statuses}

    @cached_property
    def seriousness(self) -> Mapping[Kind, int]:
        """The place of each kind, 1 for the most serious."""
        return {words.code: place for place, words in enumerate(self.kind, 1)}

    @cached_property
    def names(self) -> Mapping[Kind, str]:
        """What each kind is called, the most serious first."""
        return {words.code: words.name for words in self.kind}

    @cached_property
    def sentences(self) -> Mapping[Kind, str]:
        """The sentence of each kind."""
        return {words.code: words.sentence for words in self.kind}

    def progress_of(self, cell: str) -> CommitmentStatus | None:
        """How far a cell says that it is; ``None`` where it does not say so in its first words."""
        return next((each.status for each in self.progress if each.expression.search(cell)), None)


@lru_cache(maxsize=1)
def load_comparing_words() -> ComparingWords:
    """The vocabulary of ``models/comparing.toml``, read once in a process.

    Raises:
        VocabularyError: the file is missing, a pattern is faulty or refuted by its examples, or a kind has no sentence.
    """
    words = read_toml(_FILE, ComparingWords)
    law = (words.statute.no_council, words.statute.crime)
    tellings = (words.times, *words.progress, words.report_dated, words.report_heading, words.response_heading, *law)
    faults = [fault for telling in tellings for fault in faults_of(telling)]
    missing = [f"{kind} has no sentence" for kind in Kind if kind not in words.sentences]
    refuse(_FILE, [*faults, *missing, *_twice(words), *_faults_of_sentences(words)])
    return words


def _twice(words: ComparingWords) -> list[str]:
    codes, names = (each.code for each in words.kind), (each.name for each in words.kind)
    return [*find_twice(codes), *find_twice(names)]


def _faults_of_sentences(words: ComparingWords) -> list[str]:
    named = {"number", "before", "after", "status", "days", "more"}
    used = ((each.code, set(re.findall(r"\{(\w*)\}", each.sentence))) for each in words.kind)
    return [f"{code} has an unknown field" for code, fields in used if fields - named]

"""The shape of ``models/outcomes.toml``: verbs of deciding, phrases that stand for an answer, traps and plain lists."""

import re
from enum import StrEnum
from functools import cached_property

import msgspec

from extract.records import Basis, OutcomeDetail, OutcomeValue
from extract.vocabulary.phrases import compile_phrases


class Place(StrEnum):
    """Where in a reply a telling phrase counts."""

    FRAGMENT = "fragment"  # it is a sentence of its own, or all that stands before a dash
    OPENING = "opening"  # in the first two sentences
    ANYWHERE = "anywhere"


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all groups hold: the answer that they stand for, and the examples that are run."""

    value: OutcomeValue
    detail: OutcomeDetail | None = None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class Verbs(Group, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of deciding by form; ``opens`` are the forms that may stand alone at the head of a reply."""

    base: tuple[str, ...]
    third: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]
    opens: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form."""
        return self.base + self.third + self.participle + self.gerund


class Phrases(Group, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """Phrases that stand for one answer."""

    phrases: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the phrases, as whole words."""
        return compile_phrases(self.phrases)


class Implied(Phrases, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """Phrases of prose that answer without a verb of deciding."""

    basis: Basis
    place: Place


class Traps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a statement none: a supposition before it, another's recommendation in it, a form's guidance.

    Whom a report asks to decide of a single recommendation, as in ``proposals``, is about to decide so.
    """

    before: tuple[str, ...]
    proposals: tuple[str, ...]
    scrutiny: tuple[str, ...]
    others: tuple[str, ...]
    guidance: tuple[str, ...]
    examples: tuple[str, ...]


class Refusals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Refusals that do not name the recommendation: in the first person, and of a body that is named before them.

    ``acts`` are the verbs of what bodies are asked for, which ``{act}`` in a predicate stands for; who refuses what is
    ``unpromised`` (a day, a guarantee) refuses no recommendation, who is ``unwilling`` gives an answer of their own.
    """

    phrases: tuple[str, ...]
    predicates: tuple[str, ...]
    acts: tuple[str, ...]
    unpromised: tuple[str, ...]
    unwilling: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    predicate_examples: tuple[str, ...]
    predicate_counter_examples: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Plain lists of phrases; ``us`` are the words for whoever answers, which ``{us}`` in a phrase stands for."""

    us: tuple[str, ...]
    promises: tuple[str, ...]
    doubts: tuple[str, ...]
    instead: tuple[str, ...]
    negations: tuple[str, ...]
    double_negatives: tuple[str, ...]
    full: tuple[str, ...]
    unread: tuple[str, ...]
    crosses: tuple[str, ...]
    ticks: tuple[str, ...]
    boxes_empty: tuple[str, ...]
    boxes_full: tuple[str, ...]


class OutcomesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of the file, as it is written."""

    verb: tuple[Verbs, ...]
    modifier: tuple[Phrases, ...]
    cell: tuple[Phrases, ...]
    implied: tuple[Implied, ...]
    traps: Traps
    refusals: Refusals
    words: Words

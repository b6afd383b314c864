"""What the finders of ``facts/`` hand to each other through the interpreter: none of them imports another."""

from dataclasses import dataclass, field
from enum import StrEnum

from extract.records import Because, CommitmentStatus, OrganisationMention, Owner


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``text[start:end]`` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the stretch."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who can act: a name and, where it is in the registry, its public identifier and type.

    ``rule`` is the code of the rule by which printed words were read as this body; whose it is does not depend on it.
    """

    name: str
    id: str | None = None
    type: str | None = None
    rule: str = field(default="", compare=False)


def body_of(named: OrganisationMention | Owner) -> Body:
    """The body that a mention or an owner names."""
    return Body(named.name, named.id, named.type)


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of a response and the body whose words they are; ``None`` where nobody is named.

    ``own`` says that it stands in a cell for the answer of that body alone, ``quoted`` that it is passed on word for
    word.
    """

    span: Span
    speaker: Body | None
    own: bool = False
    quoted: bool = False


class ActorForm(StrEnum):
    """How the doer of a clause is printed."""

    SPEAKER = "speaker"  # we, our officers: whoever speaks here
    NAMED = "named"  # a noun phrase: The Violence Reduction team
    BACK_REFERENCE = "back_reference"  # they, it, this forum: something named before
    UNNAMED = "unnamed"  # passive voice or a telegraphic clause without a doer


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that undertakes, reports or refuses an action, before its actor and deadline are resolved.

    Attributes:
        span: actor, verb and object with condition and date; within one sentence.
        status: how far it is.
        actor: the words that name the doer (they may stand before ``span`` in the sentence); ``None`` if unnamed.
        form: how the doer is printed.
        antecedent: the words that the doer's pronoun stands for: ``The Trust`` for ``it``; ``None`` where not known.
        name: the programme, group, plan or service that it names.
        condition: the words of its condition.
        targets: how many, of what: ``300 places``.
        sentence: the sentence that it stands in.
        because: the form that it is worded in.
    """

    span: Span
    status: CommitmentStatus
    actor: Span | None
    form: ActorForm
    antecedent: Span | None
    name: str | None
    condition: str | None
    targets: tuple[Span, ...]
    sentence: Span
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who is to act, and often by when, where that stands behind an action: ``(Head of Housing, June 2026)``.

    Attributes:
        span: its own words, with the bracket or dash and the space before it.
        covers: the action and itself.
        owners: whom it names.
        done: it says that the action is done.
        strong: it is one beyond doubt.
    """

    span: Span
    covers: Span
    owners: tuple[Owner, ...]
    done: bool = False
    strong: bool = True

"""What is known of a reply when its speakers are looked for, and when two bodies are the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.findings import Body, Span
from extract.records import OrganisationMention
from extract.vocabulary.outcomes import OutcomeWords


@dataclass(frozen=True, slots=True)
class Parties:
    """Who may speak in a reply.

    Attributes:
        authority: who is answering, where known.
        owners: who was asked to act, posts and teams among them.
        bodies: those of the owners that are bodies.
        named: other bodies that the recommendation names.
        serving: the bodies that serve the area, one of each type.
        elsewhere: the bodies among the owners of the whole document.
    """

    authority: Body | None
    owners: tuple[Body, ...] = ()
    bodies: tuple[Body, ...] = ()
    named: tuple[Body, ...] = ()
    serving: tuple[Body, ...] = ()
    elsewhere: tuple[Body, ...] = ()

    def asked(self) -> Iterator[Body]:
        """Who answers, then who was asked to act."""
        if self.authority is not None:
            yield self.authority
        yield from self.owners

    def others(self) -> tuple[Body, ...]:
        """The bodies besides the authority that were asked; where there are none, those that were named."""
        asked = tuple(body for body in self.bodies if not same(body, self.authority))
        return asked or tuple(body for body in self.named if not same(body, self.authority))


NOBODY = Parties(None)
"""No party is known."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From an offset on, these are the words of the speaker."""

    start: int
    speaker: Body | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A reply, who is named in it, and who may speak; what is ``quoted`` in it is blanked, for whose it is is known."""

    text: str
    mentions: tuple[OrganisationMention, ...]
    parties: Parties
    words: OutcomeWords
    quoted: tuple[Span, ...] = ()

    def quoted_after(self, end: int) -> Span | None:
        """The quotation that follows an offset, with no more than a colon or a dash between them."""
        after = (span for span in self.quoted if span.start >= end)
        return next((span for span in after if not self.text[end : span.start].strip(" \n:,–—-")), None)

    def quotes(self, sentence: Span) -> bool:
        """Whether a quotation stands in a sentence or follows it."""
        return any(sentence.overlaps(span) for span in self.quoted) or self.quoted_after(sentence.end) is not None

    def within(self, span: Span) -> list[OrganisationMention]:
        """The bodies that a stretch names, in order."""
        return [mention for mention in self.mentions if span.start <= mention.start < span.end]

    def is_other(self, body: Body) -> bool:
        """Whether a body is not the one that answers."""
        return not same(body, self.parties.authority)


def same(body: Body, other: Body | None) -> bool:
    """Whether two are one body."""
    return other is not None and (body.name == other.name or (body.id is not None and body.id == other.id))

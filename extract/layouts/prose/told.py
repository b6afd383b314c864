"""What a section is told apart into: its parts, and what is usual for the sections of a document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.sections import Section
from extract.vocabulary.headings import ColumnRole

SHORT_VALUES = {ColumnRole.DECISION, ColumnRole.OWNER, ColumnRole.TIMESCALE, ColumnRole.NUMBER, ColumnRole.TICK}
"""The roles of parts that hold a few words."""
_FEWEST = 2  # sections that tell what is usual


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section: its role, its printed title (empty where it has none), and where its text stands."""

    role: ColumnRole
    title: str
    paragraphs: tuple[Paragraph, ...]
    start: int = 0
    end: int | None = None


def text_of(part: Part) -> str:
    """What a part says, its label taken off."""
    return "\n".join(paragraph.text for paragraph in part.paragraphs)[part.start :].strip()


@dataclass(frozen=True, slots=True)
class Told:
    """A section told apart.

    Attributes:
        section: the section.
        parts: its parts in the order of the document, what is asked first.
        signed: something says that it is an answer: a label, or the words that it opens with.
    """

    section: Section
    parts: tuple[Part, ...]
    signed: bool

    @property
    def answered(self) -> bool:
        """Whether anything answers the recommendation."""
        return any(part.role in (ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.PROGRESS) for part in self.parts)


def with_reports(told: Sequence[Told]) -> list[Told]:
    """The sections; where nothing else answers in any of them, what reports progress does: ``Update: The paths …``."""
    if any(part.role in (ColumnRole.RESPONSE, ColumnRole.DECISION) for one in told for part in one.parts):
        return [*told]
    return [_reported(one) for one in told]


def _reported(told: Told) -> Told:
    parts = tuple(
        replace(part, role=ColumnRole.RESPONSE) if part.role is ColumnRole.PROGRESS else part for part in told.parts
    )
    return replace(told, parts=parts, signed=told.signed or told.answered)


def without_afterword(told: Sequence[Told]) -> list[Told]:
    """The sections, the last without what follows its labelled lines where nothing follows those of the others."""
    *others, last = told
    if len(others) < _FEWEST or not _has_afterword(last) or any(_has_afterword(one) for one in others):
        return [*told]
    return [*others, replace(last, parts=last.parts[:-1])]


def _has_afterword(told: Told) -> bool:
    """Whether text without a title stands after the owner or the date of an answer that has a title."""
    *parts, last = told.parts
    answered = any(part.role is ColumnRole.RESPONSE and part.title for part in parts)
    return answered and last.role is ColumnRole.RESPONSE and not last.title and parts[-1].role in SHORT_VALUES

"""A section told apart: what is asked, what is answered, and the labelled lines between and after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layouts.prose.labelled import Labelled, LabelReader
from extract.layouts.prose.paragraphs import Paragraph, joined
from extract.layouts.prose.sections import Section
from extract.text import is_list_item
from extract.vocabulary.headings import ColumnRole, Headings
from extract.vocabulary.prose import ProseWords

_SHORT_VALUES = {ColumnRole.DECISION, ColumnRole.OWNER, ColumnRole.TIMESCALE, ColumnRole.NUMBER, ColumnRole.TICK}
_EDGE = 3.0  # points
_FEWEST = 2  # sections that tell what is usual
_DECISION_WORDS = 8
_OWNER_WORDS = 8
_POST_WORDS = 16
_ACTION = re.compile(r"actions?", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|shall|can|do|does)\b", re.IGNORECASE)
_QUOTED_REQUEST = re.compile(r"\s*[“\"‘']\s*(?:That|To\s+[a-z]{2,})\b.*[”\"’']\W*$", re.DOTALL)
"""A recommendation quoted word for word: what stands below it answers it."""
_DEMANDS = re.compile(r"\b(?:should|must|recommends?)\b", re.IGNORECASE)
_ANSWER = re.compile(r"^(?!reasons?\b).*\b(?:response|reply|answer|comments?|decision|verdict)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section: its role, its printed title (empty where it has none), and where its text begins."""

    role: ColumnRole
    title: str
    paragraphs: tuple[Paragraph, ...]
    start: int = 0


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


@dataclass(frozen=True)
class Teller:
    """Tells the parts of a section."""

    labels: LabelReader
    words: ProseWords
    headings: Headings

    def tell(self, section: Section) -> Told:
        """The parts of a section."""
        section = self._without_own_title(section)
        head, rest = self._labelled_from(section)
        parts = self._follow(rest)
        answering = [part.title for part in parts if part.role is ColumnRole.RESPONSE]
        start = section.opening.end
        above = list[Part]()
        if len(head) > 1 and self._is_decision(head[0].text[start:]):
            above = [Part(ColumnRole.DECISION, "", (head[0],), start)]
            head, start = head[1:], 0
        asked, answer = self._divide(head, start, answering)
        first = Part(ColumnRole.RECOMMENDATION, "", tuple(asked), start)
        middle = [Part(ColumnRole.RESPONSE, "", tuple(answer))] if answer else []
        told = [first, *above, *middle, *parts]
        return Told(section, tuple(self._decided(self._with_owners(told))), self._signed(told))

    def tell_pair(self, asked: Section, answer: Section) -> Told:
        """The parts of a recommendation and of an answer that stands elsewhere."""
        head, rest = self._labelled_from(answer)
        parts = [
            Part(ColumnRole.RECOMMENDATION, "", asked.paragraphs, asked.opening.end),
            Part(ColumnRole.RESPONSE, "", tuple(head), answer.opening.end),
            *self._follow(rest),
        ]
        return Told(asked, tuple(self._with_owners(parts)), signed=True)

    def _without_own_title(self, section: Section) -> Section:
        """The section without what stands between its label and the recommendation.

        That is its number once more, or the title of what is asked: ``Recommendation 1``, below it ``The Committee
        recommended: That …``.
        """
        paragraphs, opening = section.paragraphs, section.opening
        if opening.end < len(paragraphs[0].text) or len(paragraphs) <= 1:
            return section
        second = paragraphs[1]
        label = self.labels.read(second.text)
        titled = label is not None and label.role is ColumnRole.RECOMMENDATION
        if not titled and second.text.strip() != opening.number:
            return section
        first = joined(paragraphs[0], second)
        behind = len(second.text) - (label.end if label and titled else len(second.text))
        below = replace(opening, end=len(first.text) - behind)
        return self._without_own_title(replace(section, paragraphs=(first, *paragraphs[2:]), opening=below))

    def _labelled_from(self, section: Section) -> tuple[list[Paragraph], list[tuple[Labelled | None, Paragraph]]]:
        """The paragraphs before the first labelled line, and the rest with their labels.

        Where the answer has begun, a title alone (``Next steps``) is a heading within it.
        """
        read = list[tuple[Labelled | None, Paragraph]]()
        replied = decided = False
        for index, paragraph in enumerate(section.paragraphs):
            label = self.labels.read(paragraph.text) if index else None
            if label and (label.role is ColumnRole.RECOMMENDATION or (replied and _is_subheading(label, paragraph))):
                label = None
            opens = index > 0 and self.words.opens_reply(paragraph.text)
            replied = label.role is ColumnRole.RESPONSE if label else replied or (opens and not decided)
            decided = label.role is ColumnRole.DECISION if label else False
            read.append((label, paragraph))
        first = next((i for i, (label, _) in enumerate(read) if label), len(read))
        return [paragraph for _, paragraph in read[:first]], read[first:]

    def _follow(self, rest: Sequence[tuple[Labelled | None, Paragraph]]) -> list[Part]:
        parts = list[Part]()
        for label, paragraph in rest:
            if label:
                parts.append(Part(label.role, label.title, (paragraph,), label.end))
            elif parts and (not self._is_loose(parts[-1], paragraph) or self._is_owner(parts[-1], paragraph)):
                parts[-1] = replace(parts[-1], paragraphs=(*parts[-1].paragraphs, paragraph))
            else:
                parts.append(Part(ColumnRole.RESPONSE, "", (paragraph,)))
        return parts

    @staticmethod
    def _is_loose(part: Part, paragraph: Paragraph) -> bool:
        """Whether a paragraph after a labelled line is no longer its value."""
        if part.role not in _SHORT_VALUES:
            return False
        filled = len(part.paragraphs) > 1 or part.start < len(part.paragraphs[0].text)
        return filled and not is_list_item(paragraph.text)

    @staticmethod
    def _is_owner(part: Part, paragraph: Paragraph) -> bool:
        """Whether a paragraph below an owner is one more: a few words for somebody, and no sentence."""
        text = paragraph.text.rstrip()
        few = len(text.split()) <= _OWNER_WORDS and text[-1:] not in ".:;"
        return part.role is ColumnRole.OWNER and few and not _TELLS.search(text)

    def _divide(
        self, head: Sequence[Paragraph], start: int, answering: Sequence[str]
    ) -> tuple[list[Paragraph], list[Paragraph]]:
        """What is asked and, where no title tells it, what is answered."""
        begins = 1 if start < len(head[0].text) else 2
        titled = any(_ANSWER.search(title) for title in answering)
        cut = next((i for i in range(begins, len(head)) if not titled and self._answers(head, begins, i)), len(head))
        if answering and cut < len(head) and not self.words.opens_reply(head[cut].text):
            cut = len(head)
        return list(head[:cut]), list(head[cut:])

    def _answers(self, head: Sequence[Paragraph], begins: int, index: int) -> bool:
        """Whether the answer begins at a paragraph: by its words, by its type, or because the request is complete."""
        before, paragraph, asked = head[index - 1], head[index], head[begins - 1]
        if self.words.opens_reply(paragraph.text) and not paragraph.text[:1].islower():
            return True
        if _changes(asked, paragraph):
            return True
        if _goes_on(before, paragraph) or _same_mark(asked, paragraph):
            return False
        later = any(self.words.opens_reply(one.text) for one in head[index + 1 :])
        return not (later and _DEMANDS.search(paragraph.text))

    def _decided(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, a response that opens with nothing but a decision divided from the comments after it."""
        decided = list[Part]()
        for index, part in enumerate(parts):
            more = len(part.paragraphs) > 1 or any(p.role is ColumnRole.RESPONSE for p in parts[index + 1 :])
            if (
                part.role is not ColumnRole.RESPONSE
                or not part.title
                or not more
                or not self._is_decision(part.paragraphs[0].text[part.start :])
            ):
                decided.append(part)
                continue
            decided.append(replace(part, role=ColumnRole.DECISION, paragraphs=part.paragraphs[:1]))
            if len(part.paragraphs) > 1:
                decided.append(Part(ColumnRole.RESPONSE, "", part.paragraphs[1:]))
        return decided

    def _is_decision(self, text: str) -> bool:
        """Whether a text is a decision and nothing else: ``Accepted in part``."""
        text = text.strip()
        short = len(text.split()) <= _DECISION_WORDS or not text.endswith(".")
        return (
            short
            and not re.search(r"[.!?]\s", text)
            and bool(re.search(self.headings.contents.decision, text, re.IGNORECASE))
        )

    def _with_owners(self, parts: Sequence[Part]) -> list[Part]:
        """The parts; an action that is nothing but a post owns the answer above: ``ACTION: Head of …``."""
        answered, told = False, list[Part]()
        for part in parts:
            owner = answered and _ACTION.fullmatch(part.title.strip()) and self._is_post(part)
            told.append(replace(part, role=ColumnRole.OWNER) if owner else part)
            answered = answered or part.role is ColumnRole.RESPONSE
        return told

    def _is_post(self, part: Part) -> bool:
        text = part.paragraphs[0].text[part.start :].strip()
        named = re.search(self.headings.contents.owner, text) and text[:1].isupper() and not text.endswith(".")
        few = len(part.paragraphs) == 1 and len(text.split()) <= _POST_WORDS
        return bool(named) and few and not _TELLS.search(text)

    def _signed(self, parts: Sequence[Part]) -> bool:
        roles = {part.role for part in parts}
        if _QUOTED_REQUEST.match(parts[0].paragraphs[0].text):
            return True
        if ColumnRole.RESPONSE in roles and roles & {ColumnRole.TIMESCALE, ColumnRole.PROGRESS}:
            return True
        if ColumnRole.OWNER in roles and any(part.role is ColumnRole.RESPONSE and part.title for part in parts):
            return True  # who will do what is said under a title
        for part in parts[1:]:
            if part.role is ColumnRole.DECISION or (part.role is ColumnRole.RESPONSE and _ANSWER.search(part.title)):
                return True
            if part.role is ColumnRole.RESPONSE and self.words.opens_reply(part.paragraphs[0].text[part.start :]):
                return True
        return False


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
    return answered and last.role is ColumnRole.RESPONSE and not last.title and parts[-1].role in _SHORT_VALUES


def _is_subheading(label: Labelled, paragraph: Paragraph) -> bool:
    """Whether a title stands alone and does not say that an answer follows."""
    alone = label.end >= len(paragraph.text) and ":" not in paragraph.text
    return alone and label.role is ColumnRole.RESPONSE and not _ANSWER.search(label.title)


def _changes(asked: Paragraph, after: Paragraph) -> bool:
    """Whether the type tells the two apart: bold then regular, or boxed or indented then not."""
    if asked.bold != after.bold or asked.boxed != after.boxed:
        return True
    return asked.left is not None and after.left is not None and asked.left - after.left > _EDGE


def _same_mark(asked: Paragraph, after: Paragraph) -> bool:
    """Whether a second paragraph is set off from the running text as the first is."""
    return (asked.bold and after.bold) or (asked.boxed and after.boxed)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph belongs to the sentence or the list of the one before."""
    text = before.text.rstrip()
    if text.endswith((":", ";", ",", "; and", "; or")) or after.text[:1].islower():
        return True
    return is_list_item(after.text) and not is_list_item(text.split("\n")[0])

"""A section told apart: what is asked, what is answered, and the labelled lines between and after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layouts.headings import squash
from extract.layouts.labelled import Labelled, LabelReader
from extract.layouts.prose.names import name_of
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.reopened import read_reopened
from extract.layouts.prose.sections import Section
from extract.layouts.prose.signing import ANSWER, is_signed
from extract.layouts.prose.told import SHORT_VALUES, Part, Told
from extract.layouts.prose.topics import without_own_title
from extract.text import is_list_item, without_bullet
from extract.vocabulary.headings import ColumnRole, Headings
from extract.vocabulary.prose import ProseWords

_EDGE = 3.0  # points
_DECISION_WORDS = 8
_OWNER_WORDS = 8
_POST_WORDS = 16
_ACTION = re.compile(r"actions?", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|shall|can|do|does)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"(?:and\s+)?(?:(?P<word>that)\s+(?!said|would|is|was|will|has|being|could|work|way)\b"
    r"|(?P<verb>to)\s+(?!date|this|that|the|these|our|some|be\s+clear)[a-z]{2,}\b)",
    re.IGNORECASE,
)
_LISTS = (":", ";", ",", "; and", "; or")
_DEMANDS = re.compile(r"\b(?:should|must|recommends?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Teller:
    """Tells the parts of a section.

    Attributes:
        labels: tells titles.
        words: how prose asks and answers.
        headings: the titles that tables have.
        names: of the bodies that answer each in paragraphs that its name opens, squashed.
    """

    labels: LabelReader
    words: ProseWords
    headings: Headings
    names: frozenset[str] = frozenset()

    def tell(self, section: Section) -> Told:
        """The parts of a section."""
        section = without_own_title(section, self.labels, self.words)
        head, rest = self._labelled_from(section)
        parts = self._follow(rest)
        answering = [part.title for part in parts if part.role is ColumnRole.RESPONSE and not self._is_action(part)]
        start = section.opening.end
        above = list[Part]()
        if len(head) > 1 and self._is_decision(head[0].text[start:]):
            above = [Part(ColumnRole.DECISION, "", (head[0],), start)]
            head, start = head[1:], 0
        asked, answer = self._divide(head, start, answering)
        first = Part(ColumnRole.RECOMMENDATION, "", tuple(asked), start)
        middle = [Part(ColumnRole.RESPONSE, "", tuple(answer))] if answer else []
        told = self._closed([first, *above, *middle, *parts])
        headed = bool(answer or parts) and self.labels.decides(section.theme or "")
        return Told(section, tuple(self._decided(self._with_owners(told))), headed or is_signed(told, self.words))

    def tell_pair(self, asked: Section, answer: Section) -> Told:
        """The parts of a recommendation and of an answer that stands elsewhere."""
        head, rest = self._labelled_from(answer)
        start = answer.opening.end
        if start >= len(head[0].text.rstrip()):  # a heading of its own
            head, start = head[1:], 0
        first = Part(ColumnRole.RECOMMENDATION, "", asked.paragraphs, asked.opening.end)
        answered = [Part(ColumnRole.RESPONSE, "", tuple(head), start)] if head else []
        return Told(asked, tuple(self._with_owners([first, *answered, *self._follow(rest)])), signed=True)

    def _labelled_from(self, section: Section) -> tuple[list[Paragraph], list[tuple[Labelled | None, Paragraph]]]:
        """The paragraphs before the first labelled line, and the rest with their labels.

        Where the answer has begun, a title alone (``Next steps``) is a heading within it.
        """
        read = list[tuple[Labelled | None, Paragraph]]()
        replied = decided = False
        for index, paragraph in enumerate(section.paragraphs):
            label = self._label(paragraph, section.opening.number) if index and not paragraph.valued else None
            label = None if label and read and self._is_day(read[-1], paragraph) else label
            if label and (label.role is ColumnRole.RECOMMENDATION or (replied and _is_subheading(label, paragraph))):
                label = None
            opens = index > 0 and self.words.opens_reply(paragraph.text)
            replied = label.role is ColumnRole.RESPONSE if label else replied or (opens and not decided)
            decided = label.role is ColumnRole.DECISION if label else False
            read.append((label, paragraph))
        first = next((i for i, (label, _) in enumerate(read) if label), len(read))
        return [paragraph for _, paragraph in read[:first]], read[first:]

    def _label(self, paragraph: Paragraph, number: str | None) -> Labelled | None:
        """The title that a paragraph opens with, or the name of who answers in it, which stays in its text."""
        if again := read_reopened(paragraph, number, self.headings.contents.decides):
            return again
        label = self.labels.read(paragraph.text)
        alone = label is not None and label.end >= len(paragraph.text.rstrip())
        titled = label.title if label and alone and self.labels.names_body(label.title) else None
        name = (titled or name_of(paragraph)) if self.names else None
        if name and squash(name) in self.names:
            return Labelled(ColumnRole.RESPONSE, name, len(paragraph.text) - len(without_bullet(paragraph.text)))
        return label

    def _is_day(self, above: tuple[Labelled | None, Paragraph], paragraph: Paragraph) -> bool:
        """Whether a paragraph that could be a title tells the time that the title above it asks for: ``Complete``."""
        label, title = above
        asked = label is not None and label.role is ColumnRole.TIMESCALE and label.end >= len(title.text.rstrip())
        return asked and re.fullmatch(self.headings.contents.timescale, paragraph.text.strip()) is not None

    def _follow(self, rest: Sequence[tuple[Labelled | None, Paragraph]]) -> list[Part]:
        parts = list[Part]()
        for label, paragraph in rest:
            if label and label.answers:
                parts += _answered_by_title(label, paragraph)
            elif label:
                parts.append(Part(label.role, label.title, (paragraph,), label.end))
            elif parts and (not self._is_loose(parts[-1], paragraph) or self._is_owner(parts[-1], paragraph)):
                parts[-1] = replace(parts[-1], paragraphs=(*parts[-1].paragraphs, paragraph))
            else:
                parts.append(Part(ColumnRole.RESPONSE, "", (paragraph,)))
        return parts

    @staticmethod
    def _is_loose(part: Part, paragraph: Paragraph) -> bool:
        """Whether a paragraph after a labelled line is no longer its value."""
        if part.role not in SHORT_VALUES or paragraph.valued:
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
        titled = any(ANSWER.search(title) for title in answering)
        cut = next((i for i in range(begins, len(head)) if not titled and self._answers(head, begins, i)), len(head))
        if answering and cut < len(head) and not self.words.opens_reply(head[cut].text):
            cut = len(head)
        return list(head[:cut]), list(head[cut:])

    def _answers(self, head: Sequence[Paragraph], begins: int, index: int) -> bool:
        """Whether the answer begins at a paragraph: by its words, by its type, or because the request is complete."""
        before, paragraph, asked = head[index - 1], head[index], head[begins - 1]
        if self.words.opens_reply(paragraph.text) and not paragraph.text[:1].islower():
            return True
        if is_list_item(paragraph.text) and before.text.rstrip().endswith(_LISTS):
            return False
        if asked.counted and paragraph.counted:  # paragraphs of a report that counts them: 3.1.2 That …
            return not _asks_on(asked, paragraph)
        if changes_type(asked, paragraph):
            return True
        if _goes_on(before, paragraph) or _same_mark(asked, paragraph):
            return False
        later = any(self.words.opens_reply(one.text) for one in head[index + 1 :])
        return not (later and _DEMANDS.search(paragraph.text))

    def _decided(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, a response that opens with nothing but a decision divided from the comments after it."""
        decided = list[Part]()
        for index, part in enumerate(parts):
            alone = len(part.paragraphs) > 1 and part.start >= len(part.paragraphs[0].text.rstrip())
            first = 2 if alone else 1  # the title may have a line of its own
            more = len(part.paragraphs) > first or any(p.role is ColumnRole.RESPONSE for p in parts[index + 1 :])
            opening = part.paragraphs[1].text if alone else part.paragraphs[0].text[part.start :]
            if part.role is not ColumnRole.RESPONSE or not part.title or not more or not self._is_decision(opening):
                decided.append(part)
                continue
            decided.append(replace(part, role=ColumnRole.DECISION, paragraphs=part.paragraphs[:first]))
            if len(part.paragraphs) > first:
                decided.append(Part(ColumnRole.RESPONSE, "", part.paragraphs[first:]))
        return decided

    def _closed(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, a decision that ends the last answer divided from it: ``Rejected`` below the reasons."""
        *before, last = parts
        closes = last.role is ColumnRole.RESPONSE and len(last.paragraphs) > 1
        if not closes or not self.labels.decides(last.paragraphs[-1].text):
            return [*parts]
        decision = Part(ColumnRole.DECISION, "", last.paragraphs[-1:])
        return [*before, replace(last, paragraphs=last.paragraphs[:-1]), decision]

    def _is_decision(self, text: str) -> bool:
        """Whether a text is a decision and nothing else: ``Accepted in part``, ``(Accepted)``."""
        text = text.strip().removeprefix("(").removesuffix(")")
        short = len(text.split()) <= _DECISION_WORDS or not text.endswith(".")
        return short and not re.search(r"[.!?]\s", text) and bool(self.headings.contents.decides.search(text))

    def _with_owners(self, parts: Sequence[Part]) -> list[Part]:
        """The parts; an action that is nothing but a post owns the answer above: ``ACTION: Head of …``."""
        answered, told = False, list[Part]()
        for part in parts:
            told.append(replace(part, role=ColumnRole.OWNER) if answered and self._is_action(part) else part)
            answered = answered or part.role is ColumnRole.RESPONSE
        return told

    def _is_action(self, part: Part) -> bool:
        """Whether a part is titled an action and names nothing but who acts."""
        return _ACTION.fullmatch(part.title.strip()) is not None and self._is_post(part)

    def _is_post(self, part: Part) -> bool:
        text = part.paragraphs[0].text[part.start :].strip()
        named = re.search(self.headings.contents.owner, text) and text[:1].isupper() and not text.endswith(".")
        few = len(part.paragraphs) == 1 and len(text.split()) <= _POST_WORDS
        return bool(named) and few and not _TELLS.search(text)


def _answered_by_title(label: Labelled, paragraph: Paragraph) -> list[Part]:
    """The decision that a title is, and what stands on its line after it: ``We will not: …``."""
    start = paragraph.text.index(label.title)
    decided = Part(ColumnRole.DECISION, label.title, (paragraph,), start, start + len(label.title))
    behind = label.end < len(paragraph.text.rstrip())
    return [decided, Part(ColumnRole.RESPONSE, "", (paragraph,), label.end)] if behind else [decided]


def _is_subheading(label: Labelled, paragraph: Paragraph) -> bool:
    """Whether a title stands alone and does not say that an answer follows."""
    alone = label.end >= len(paragraph.text) and ":" not in paragraph.text and not paragraph.tabular
    return alone and label.role is ColumnRole.RESPONSE and not ANSWER.search(label.title)


def changes_type(asked: Paragraph, after: Paragraph) -> bool:
    """Whether the type tells the two apart: bold then regular, or boxed or indented then not."""
    if asked.bold != after.bold or asked.boxed != after.boxed:
        return True
    return asked.left is not None and after.left is not None and asked.left - after.left > _EDGE


def _asks_on(asked: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph asks in the words of the one before it: ``That …``, below it ``That …``."""
    first, second = (_ASKING.match(text) for text in (asked.text.rsplit("\n\n", 1)[-1], after.text))
    return first is not None and second is not None and first.lastgroup == second.lastgroup


def _same_mark(asked: Paragraph, after: Paragraph) -> bool:
    """Whether a second paragraph is set off from the running text as the first is."""
    return (asked.bold and after.bold) or (asked.boxed and after.boxed)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph belongs to the sentence or the list of the one before."""
    text = before.text.rstrip()
    if text.endswith(_LISTS) or after.text[:1].islower():
        return True
    return is_list_item(after.text) and not is_list_item(text.split("\n")[0])

"""A document cut into sections: a recommendation, all that is said until the next one, and the heading above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layouts.labelled import LabelReader
from extract.layouts.prose.openings import Opened, Opening
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.points import end_of_chapter
from extract.text import is_bullet
from extract.vocabulary.prose import ProseWords

_HEADING_WORDS = 30
_SENTENCE_WORDS = 5
_BIGGER = 1.08  # times the size of the running text


@dataclass(frozen=True, slots=True)
class Section:
    """A recommendation with what follows it.

    Attributes:
        opening: its label.
        paragraphs: its paragraphs, the one with the label first.
        theme: the heading above it, if there is one.
        fresh: a heading stands between it and the section before.
        stem: what stands between the heading and the label and ends with a colon: ``All patients should receive:``.
    """

    opening: Opening
    paragraphs: tuple[Paragraph, ...]
    theme: str | None
    fresh: bool = False
    stem: Paragraph | None = None


@dataclass(frozen=True)
class Cutter:
    """Cuts paragraphs into sections.

    Attributes:
        labels: the titles of answers.
        words: the vocabulary of prose.
        decisions: the paragraphs that decide groups of recommendations below them.
    """

    labels: LabelReader
    words: ProseWords
    decisions: frozenset[int] = frozenset()

    def cut(self, paragraphs: Sequence[Paragraph], opened: Opened) -> tuple[Section, ...]:
        """The sections that the openings begin; what stands before the first and after the last is outside."""
        starts = [index for index, opening in enumerate(opened) if opening]
        over = self._decisions_over(paragraphs, starts)
        return (replace(self, decisions=over) if over else self).cut_at(paragraphs, opened, starts)

    def cut_at(self, paragraphs: Sequence[Paragraph], opened: Opened, starts: Sequence[int]) -> tuple[Section, ...]:
        """The sections that begin at these paragraphs, once it is known which decisions stand over groups."""
        size = self._heading_size(paragraphs, starts)
        sections, theme = list[Section](), None
        for at, start in enumerate(starts):
            floor = starts[at - 1] + 1 if at else 0
            stem = self._stem(paragraphs[start - 1]) if start > floor else None
            above = self._headings_above(paragraphs, start - bool(stem), floor)
            stem = stem if above else None
            theme = self._theme(above) or theme
            end = starts[at + 1] if at + 1 < len(starts) else len(paragraphs)
            kept = self._kept(paragraphs[start:end], size, last=at + 1 == len(starts))
            opening = opened[start]
            if opening:
                sections.append(Section(opening, kept, opening.theme or theme, bool(above), stem))
        return tuple(sections)

    def _decisions_over(self, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> frozenset[int]:
        """The decisions that stand over groups: over the first recommendation, and not over each of them.

        A decision above each recommendation but the first ends the answer before it.
        """
        above = [paragraphs[start - 1] for start in starts if start and self.labels.decides(paragraphs[start - 1].text)]
        opens = bool(starts) and starts[0] > 0 and self.labels.decides(paragraphs[starts[0] - 1].text)
        return frozenset(map(id, above)) if opens and len(above) < len(starts) else frozenset()

    def _headings_above(self, paragraphs: Sequence[Paragraph], start: int, floor: int) -> list[Paragraph]:
        first = start
        while first > floor and self._is_heading_at(paragraphs, first - 1):
            first -= 1
        return list(paragraphs[first:start])

    def _kept(self, run: Sequence[Paragraph], size: float, *, last: bool) -> tuple[Paragraph, ...]:
        """The section without the headings of the next, and without what ends the answers."""
        end = end_of_chapter(run)
        for index, paragraph in enumerate(run[1:end], 1):
            heading = self._is_heading_at(run, index)
            if last and _is_boxed_anew(run, index):
                end = index
                break
            ends = self.words.ends_answers(paragraph.text) and not self.labels.is_own(paragraph.text)
            if ends and (last or heading):
                end = index
                break
            if heading and (0 < size <= paragraph.size or _is_upper(paragraph.text)):
                end = index
                break
        if not last:
            end = self._before_headings(run, end)
        return tuple(run[:end])

    def _before_headings(self, run: Sequence[Paragraph], end: int) -> int:
        """Where the headings of the next section begin, and the stem that may stand below them."""
        stem = end > 2 and self._stem(run[end - 1]) is not None and self.is_heading(run[end - 2])  # noqa: PLR2004 - both
        end -= stem
        while end > 1 and self._is_heading_at(run, end - 1):
            end -= 1
        return end

    def _is_heading_at(self, paragraphs: Sequence[Paragraph], index: int) -> bool:
        """Whether a paragraph is a heading, and not what stands below a title: ``Status``, below it ``On track``."""
        valued = index > 0 and self.labels.is_title(paragraphs[index - 1].text)
        return not valued and self.is_heading(paragraphs[index])

    def _stem(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph, where it introduces a list of parts."""
        introduces = paragraph.text.rstrip().endswith(":") and len(paragraph.text.split()) >= _SENTENCE_WORDS
        return paragraph if introduces and not self.labels.read(paragraph.text) else None

    def is_heading(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a heading: short, no sentence, and bold, larger, in capitals or standing alone."""
        text = paragraph.text
        if self.labels.decides(text):
            return id(paragraph) in self.decisions
        item = is_bullet(text) and not paragraph.bold  # of the answer: • Open the hut
        if item or paragraph.tabular or len(text.split()) > _HEADING_WORDS or text.rstrip()[-1:] in ";,:":
            return False
        if text.rstrip("\"'”’) \n")[-1:] == "." and not paragraph.bold:
            return False
        if not re.search(r"[A-Za-z]", text) or text.lstrip()[:1].islower() or self.labels.read(text):
            return False
        if len(text.split()) >= _SENTENCE_WORDS and self.words.opens_reply(text):
            return False
        return paragraph.bold or _is_upper(text) or bool(paragraph.size) or len(text.split()) <= 12  # noqa: PLR2004 - a sentence is longer

    def _theme(self, above: Sequence[Paragraph]) -> str | None:
        """The heading above a recommendation; a decision is one where it stands over a group only."""
        if not above or (self.labels.decides(above[-1].text) and id(above[-1]) not in self.decisions):
            return None
        return above[-1].text

    def _heading_size(self, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> float:
        """The least size of headings right above recommendations that is larger than the running text; 0 if unknown."""
        sizes = dict[float, int]()
        for paragraph in paragraphs:
            sizes[paragraph.size] = sizes.get(paragraph.size, 0) + len(paragraph.text)
        larger = max(sizes, key=lambda size: sizes[size], default=0.0) * _BIGGER
        above = (paragraphs[start - 1] for start in starts if start)
        return min((one.size for one in above if one.size > larger and self.is_heading(one)), default=larger)


def _is_boxed_anew(run: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph is boxed as the recommendation is, after an answer that is not: it is something else."""
    between = run[index - 1]
    return run[0].boxed and run[index].boxed and not between.boxed and not between.tabular


def _is_upper(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 5 and all(letter.isupper() for letter in letters)  # noqa: PLR2004 - an acronym is shorter

"""Letters that take recommendations up by their place and in the writer's own words: ``Your third was that …``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.findings import Span
from extract.layouts.entries import Entry, Filled
from extract.layouts.prose.openings import Opening
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.retold import apart, tell
from extract.layouts.prose.sections import Cutter, Section
from extract.layouts.prose.taking import Taken, find_taken
from extract.text import Passage, join_lines
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.letters import LetterWords, load_letter_words

_MOSTLY = 0.6  # of the answers must say something of those who answer
_HALF = 0.5  # of the recommendations must be told again, and be decided where nobody is addressed who made them
_BRIDGE_WORDS = 30
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_YOURS = re.compile(r"your\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A recommendation as a letter answers it, and whether the letter tells again what it asks."""

    number: int
    asked: Passage
    answer: Passage
    theme: str | None
    retold: bool

    @property
    def entry(self) -> Entry:
        """It as every layout hands it on."""
        cells = (Filled(ColumnRole.RECOMMENDATION, "", self.asked), Filled(ColumnRole.RESPONSE, "", self.answer))
        return Entry(str(self.number), None, self.theme, cells, self.asked)


def read_letter(paragraphs: Sequence[Paragraph], cutter: Cutter, own: frozenset[str]) -> tuple[Entry, ...]:
    """The recommendations that a letter answers by their place, each with what it tells of it and with its answer.

    Args:
        paragraphs: of the whole document.
        cutter: cuts them into sections.
        own: lower-case words that the document prints unbroken.
    """
    words = load_letter_words()
    paragraphs = [replace(one, text=join_lines(one.lines, words=own).text) for one in paragraphs]
    taken = find_taken(paragraphs, words)
    starts = sorted({one.paragraph for one in taken if one.head} | {one.paragraph for one in taken[:1]})
    opened = [Opening(None, None, 0) if index in starts else None for index in range(len(paragraphs))]
    answered = list[_Answered]()
    for section, start, end in zip(cutter.cut(paragraphs, opened), starts, (*starts[1:], None), strict=False):
        here = [one for one in taken if one.paragraph >= start and (end is None or one.paragraph < end)]
        kept = _without_end(section, words, last=end is None)
        answered += _answered(kept, [(one, paragraphs[one.paragraph]) for one in here], own, words)
    addressed = any(_is_addressed(one, paragraphs[one.paragraph].text) for one in taken)
    if not _are_answers(answered, cutter, words, addressed=addressed):
        return ()
    return tuple(one.entry for one in _themed(answered))


def _answered(
    section: Section, taken: Sequence[tuple[Taken, Paragraph]], own: frozenset[str], words: LetterWords
) -> Iterator[_Answered]:
    """The recommendations that a section takes up, each with what answers it up to the next one."""
    whole = join_lines((line for paragraph in section.paragraphs for line in paragraph.lines), words=own)
    begins = {id(piece.line): piece.start for piece in whole.pieces}
    placed = [
        (one, paragraph, begins[id(paragraph.lines[0])]) for one, paragraph in taken if paragraph in section.paragraphs
    ]
    ends = [*(base + one.sentence.start for one, _, base in placed[1:]), None]
    for (one, paragraph, base), end in zip(placed, ends, strict=True):
        told = tell(paragraph.text, one.sentence, one.mention, one.following, words)
        asked = apart(paragraph.text, told.asked or one.mention.span, len(one.numbers))
        answer = whole.cut(base + told.answer, end)
        for number, span in zip(one.numbers, asked, strict=True):
            yield _Answered(number, _cut(whole, span, base), answer, section.theme, told.asked is not None)


def _cut(whole: Passage, span: Span, base: int) -> Passage:
    return whole.cut(base + span.start, base + span.end)


def _without_end(section: Section, words: LetterWords, *, last: bool) -> Section:
    """The section without what leads on to the next one or closes the letter."""
    kept = list(section.paragraphs)
    if last:
        closing = (at for at, one in enumerate(kept) if at and words.closes.pattern.match(one.text))
        kept = kept[: next(closing, len(kept))]
    elif len(kept) > 1 and len(kept[-1].text.split()) <= _BRIDGE_WORDS and words.bridges.pattern.match(kept[-1].text):
        kept.pop()
    return replace(section, paragraphs=tuple(kept))


def _is_addressed(taken: Taken, text: str) -> bool:
    """Whether a sentence addresses those who made the recommendations: ``you asked``, ``your third``."""
    return _YOU.search(taken.sentence.of(text)) is not None or _YOURS.match(taken.mention.span.of(text)) is not None


def _are_answers(answered: Sequence[_Answered], cutter: Cutter, words: LetterWords, *, addressed: bool) -> bool:
    """Whether it is a letter that answers, and not a report that says why a committee asks."""
    said = [one.answer.text for one in answered]
    decided = [words.decides.pattern.search(text) is not None for text in said]
    replies = [cutter.words.opens_reply(text) or words.replies.pattern.search(text) is not None for text in said]
    retold = sum(one.retold for one in answered)
    sure = retold >= _HALF * len(said) and (addressed or sum(decided) >= _HALF * len(said))
    return sure and sum(map(any, zip(decided, replies, strict=True))) >= _MOSTLY * len(said)


def _themed(answered: Sequence[_Answered]) -> Iterator[_Answered]:
    """The recommendations; a single heading above the first of them is the letter's own, and no theme."""
    themes = {one.theme for one in answered}
    for one in answered:
        yield one if len(themes) > 2 else replace(one, theme=None)  # noqa: PLR2004 - no theme, and one

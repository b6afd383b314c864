"""Letters that take recommendations up by their place and in the writer's own words: ``Your third was that …``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
_ANSWERS = re.compile(
    r"\b(?:we|i|cabinet|officers|council|executive|trust|board|force|service|commissioner)\s+(?:\w+\s+)?(?:will|shall|have|has|"
    r"can|cannot|are|am|is|do|does|would|accept|agree|support|note|reject|welcome|endorse|prefer)s?\b",
    re.IGNORECASE,
)
_BRIDGE_WORDS = 30


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
    first = {one.paragraph: one for one in reversed(taken)}
    opened = [Opening(None, None, 0) if index in first else None for index in range(len(paragraphs))]
    sections = cutter.cut(paragraphs, opened)
    entries = [
        entry
        for index, section in zip(sorted(first), sections, strict=True)
        for entry in _entries(
            _without_end(section, words, last=index == max(first)),
            [one for one in taken if one.paragraph == index],
            own,
            words,
        )
    ]
    answered = sum(_answers(entry, cutter) for entry in entries)
    return tuple(_themed(entries)) if answered >= _MOSTLY * len(entries) else ()


def _entries(section: Section, taken: Sequence[Taken], own: frozenset[str], words: LetterWords) -> Iterator[Entry]:
    """The recommendations that a paragraph takes up, and what answers them there and below."""
    whole = join_lines((line for paragraph in section.paragraphs for line in paragraph.lines), words=own)
    text = section.paragraphs[0].text
    told = [tell(text, one.sentence, one.mention, one.following, words) for one in taken]
    ends = [*(one.sentence.start for one in taken[1:]), None]
    for one, retold, end in zip(taken, told, ends, strict=True):
        asked = apart(text, retold.asked or one.mention.span, len(one.numbers))
        for number, span in zip(one.numbers, asked, strict=True):
            yield _entry(str(number), whole.cut(span.start, span.end), whole.cut(retold.answer, end), section.theme)


def _entry(number: str, asked: Passage, answer: Passage, theme: str | None) -> Entry:
    cells = (Filled(ColumnRole.RECOMMENDATION, "", asked), Filled(ColumnRole.RESPONSE, "", answer))
    return Entry(number, None, theme, cells, asked)


def _without_end(section: Section, words: LetterWords, *, last: bool) -> Section:
    """The section without what leads on to the next one or closes the letter."""
    kept = list(section.paragraphs)
    if last:
        closing = (at for at, one in enumerate(kept) if at and words.closes.pattern.match(one.text))
        kept = kept[: next(closing, len(kept))]
    elif len(kept) > 1 and len(kept[-1].text.split()) <= _BRIDGE_WORDS and words.bridges.pattern.match(kept[-1].text):
        kept.pop()
    return replace(section, paragraphs=tuple(kept))


def _answers(entry: Entry, cutter: Cutter) -> bool:
    """Whether an answer says what somebody decides or does."""
    said = entry.passages(ColumnRole.RESPONSE)
    return bool(said) and (cutter.words.opens_reply(said[0].text) or _ANSWERS.search(said[0].text) is not None)


def _themed(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries; a single heading above the first of them is the letter's own, and no theme."""
    themes = {entry.theme for entry in entries}
    for entry in entries:
        yield entry if len(themes) > 2 else replace(entry, theme=None)  # noqa: PLR2004 - no theme, and one


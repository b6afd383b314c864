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
_DECIDED = 0.5  # of them must decide, where nobody is addressed who made the recommendations
_BRIDGE_WORDS = 30
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_YOURS = re.compile(r"your\b", re.IGNORECASE)


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
    return tuple(_themed(entries)) if _are_answers(entries, _addressed(paragraphs, taken), cutter, words) else ()


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


def _addressed(paragraphs: Sequence[Paragraph], taken: Sequence[Taken]) -> bool:
    """Whether those who made the recommendations are addressed: ``you asked``, ``your third``."""
    sentences = (one.sentence.of(paragraphs[one.paragraph].text) for one in taken)
    mentions = (one.mention.span.of(paragraphs[one.paragraph].text) for one in taken)
    return any(map(_YOU.search, sentences)) or any(map(_YOURS.match, mentions))


def _are_answers(entries: Sequence[Entry], addressed: bool, cutter: Cutter, words: LetterWords) -> bool:  # noqa: FBT001
    """Whether the answers say what somebody decides or does, and not why a committee asks for it."""
    said = [" ".join(passage.text for passage in entry.passages(ColumnRole.RESPONSE)) for entry in entries]
    replies = sum(cutter.words.opens_reply(text) or words.replies.pattern.search(text) is not None for text in said)
    decided = sum(words.decides.pattern.search(text) is not None for text in said)
    return replies >= _MOSTLY * len(entries) and (addressed or decided >= _DECIDED * len(entries))


def _themed(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries; a single heading above the first of them is the letter's own, and no theme."""
    themes = {entry.theme for entry in entries}
    for entry in entries:
        yield entry if len(themes) > 2 else replace(entry, theme=None)  # noqa: PLR2004 - no theme, and one

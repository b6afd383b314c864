"""The sentences of a letter that take its recommendations up, each by its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.findings import Span
from extract.layouts.prose.mentions import Mention, find_mention
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.retold import introduces, who_asks
from extract.sentences import find_sentences
from extract.vocabulary.abbreviations import load_abbreviations
from extract.vocabulary.letters import LetterWords

_OWN = re.compile(r"\b(?:our|my)\s+(?:first|second|third|fourth|last|final)\s+recommendation", re.IGNORECASE)
"""What a committee's own report says, which answers nothing."""
_LABEL_END = re.compile(r"\s*(?:[.:]|\Z|\s[–—-]\s(?![^–—]*\s[–—-]\s))")
"""What stands after a label, which takes nothing up: ``Recommendation 4: …``, ``Recommendation 4 – Lighting``."""
_LEAD = 8  # words of a sentence that may stand before the one that takes a recommendation up
_BEFORE = 14  # words of a decision before the recommendation that it decides
_FEWEST = 2
_MANY = 4  # recommendations, one of which may go without an answer


@dataclass(frozen=True, slots=True)
class Taken:
    """A sentence that takes recommendations up.

    Attributes:
        paragraph: the place of its paragraph.
        sentence: its words there.
        following: the next sentence of the paragraph.
        mention: how it names them.
        head: it stands at the head of its paragraph.
        numbers: those of the recommendations that it stands for.
    """

    paragraph: int
    sentence: Span
    following: Span | None
    mention: Mention
    head: bool
    numbers: tuple[int, ...] = ()


def find_taken(paragraphs: Sequence[Paragraph], words: LetterWords) -> tuple[Taken, ...]:
    """The sentences that take up recommendations from the first to the last, in the order of the letter.

    Nothing where they are not counted from one, where more than one is left out, or where it is the committee that
    speaks of its own recommendations.
    """
    found = list(_candidates(paragraphs, words))
    places = _places(found)
    total = max(places, default=0)
    missing = total - len(places)
    told = any(one.mention.called or one.mention.adverb for one in found) and (
        total > _FEWEST or all(one.mention.called for one in found)
    )
    own = any(_OWN.search(paragraph.text) for paragraph in paragraphs)
    if own or not told or total < _FEWEST or missing > (total >= _MANY):
        return ()
    numbers = {at: tuple(number for number in places if places[number] == at) for at in places.values()}
    return tuple(replace(found[at], numbers=numbers[at]) for at in sorted(numbers))


def _candidates(paragraphs: Sequence[Paragraph], words: LetterWords) -> Iterator[Taken]:
    """The sentences that may take a recommendation up."""
    highest, abbreviations = 0, load_abbreviations()
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        sentences = () if paragraph.tabular else find_sentences(text, abbreviations)
        for at, sentence in enumerate(sentences):
            mention = find_mention(text, sentence, words, highest)
            if mention is None or not _takes_up(text, sentence, mention, words):
                continue
            lead = at == 1 and len(sentences[0].of(text).split()) <= _LEAD
            following = sentences[at + 1] if at + 1 < len(sentences) else None
            yield Taken(index, sentence, following, mention, head=at == 0 or lead)
            highest = max(highest, *mention.numbers)


def _takes_up(text: str, sentence: Span, mention: Mention, words: LetterWords) -> bool:
    """Whether a sentence is about the recommendation that it names, and not only names it."""
    asks = who_asks(text, sentence.start, sentence.end, words)
    if mention.adverb:
        return asks
    before = text[sentence.start : mention.span.start]
    if not before.strip() and _LABEL_END.match(text, mention.span.end, sentence.end):
        return False
    return asks or introduces(before, words) or len(before.split()) <= _BEFORE


def _places(found: Sequence[Taken]) -> dict[int, int]:
    """Which sentence takes each recommendation up, by their places.

    That is the first one after the recommendation before it, those at the head of a paragraph before others, or one
    anywhere: a letter may keep its hardest answer for the end.
    """
    places = dict[int, int]()
    last = -1
    for number in range(1, max((number for one in found for number in one.mention.numbers), default=0) + 1):
        naming = [at for at, one in enumerate(found) if number in one.mention.numbers]
        heads = [at for at in naming if found[at].head]
        after = [at for at in (*heads, *naming) if at >= last]
        if chosen := (after or heads)[:1]:
            places[number] = last = chosen[0]
    return places

"""Recommendations in one list, and further on their answers, each under a heading that has its number."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.layouts.headings import squash
from extract.layouts.labels import read_label, read_worded_label
from extract.layouts.prose.openings import Opening, numbers_of, steps_of
from extract.layouts.prose.paired import find_requests
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.sections import Cutter, Section
from extract.layouts.prose.signing import decides
from extract.text import letters_of
from extract.vocabulary.headings import ColumnRole

Pairs = tuple[tuple[Section, Section], ...]

_ANSWER = re.compile(
    r"\s*(?:(?:joint|our|the)\s+)?(?:response|reply|answer)s?\s+(?:to\s+)?(?=(?:recommendation|rec)s?\b|r?\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"R?\s?(?P<number>\d{1,3})\s*[:.)–—-]*(?=\s|$)\s*", re.IGNORECASE)
_LONGEST = 14  # words of a heading: more is an answer, or what is asked
_MOSTLY = 0.6  # of what is asked is answered, and of the answers reply by their words
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION}
_ALIKE = 60  # squashed characters by which a recommendation is known again


@dataclass(frozen=True, slots=True)
class _Head:
    """The heading of an answer: its place and the numbers that it has."""

    at: int
    opening: Opening
    numbers: tuple[tuple[int, ...], ...]


def find_headed(paragraphs: Sequence[Paragraph], cutter: Cutter) -> Pairs:
    """Each point of a list that asks, with what stands under the heading that has its number; the longest of such.

    ``1. That the Trust …`` in a list of all of them, and pages further on ``Recommendation 1`` above the paragraphs in
    which one body or several answer it. One answer may stand under the numbers of several, and in any order. Nothing
    where the headings leave many of the points out, or where what stands below them does not answer.
    """
    found = (_paired(paragraphs, asked, cutter) for asked in find_requests(paragraphs, cutter.words, cutter.is_heading))
    return max(found, key=len, default=())


def _paired(paragraphs: Sequence[Paragraph], asked: Sequence[Section], cutter: Cutter) -> Pairs:
    heads = _heads(paragraphs, _last(paragraphs, asked), cutter)
    answers = {
        number: _without_request(section, number, asked)
        for head, section in zip(heads, _sections(paragraphs, heads, cutter), strict=True)
        for number in head.numbers
    }
    pairs = tuple((point, answers[point.opening.steps]) for point in asked if point.opening.steps in answers)
    replied = sum(_replies(answer, cutter) for _, answer in pairs)
    return pairs if len(pairs) >= _MOSTLY * len(asked) and replied >= _MOSTLY * len(pairs) else ()


def _last(paragraphs: Sequence[Paragraph], asked: Sequence[Section]) -> int:
    """Where the last paragraph of a list stands."""
    line = id(asked[-1].paragraphs[-1].lines[-1])
    return next((at for at, one in enumerate(paragraphs) if id(one.lines[-1]) == line), len(paragraphs))


def _heads(paragraphs: Sequence[Paragraph], after: int, cutter: Cutter) -> list[_Head]:
    """The headings with numbers behind a list, up to where one of these numbers comes again."""
    heads, known = list[_Head](), set[tuple[int, ...]]()
    for at, paragraph in enumerate(paragraphs[after + 1 :], after + 1):
        opening = _heading(paragraph, cutter)
        numbers = tuple(steps_of(number) for number in numbers_of(opening)) if opening else ()
        if known.intersection(numbers):
            break
        if opening and numbers:
            heads.append(_Head(at, opening, numbers))
            known.update(numbers)
    return heads


def _heading(paragraph: Paragraph, cutter: Cutter) -> Opening | None:
    """What heads an answer: ``Recommendations 2 and 3``, ``Reply to recommendation 4``, ``5. Night buses`` in bold."""
    text = paragraph.text
    if paragraph.tabular or len(text.split()) > _LONGEST:
        return None
    named = _ANSWER.match(text)
    start = named.end() if named else 0
    label = read_label(text[start:]) if read_worded_label(text[start:]) else None  # with all its numbers
    bare = None if label else _NUMBER.match(text, start) if named or cutter.is_heading(paragraph) else None
    rest = text[start + label.end :] if label else text[bare.end() :] if bare else "."
    if rest.rstrip().endswith((".", ";", ",")) or cutter.words.asks_for(rest) or cutter.words.opens_reply(rest):
        return None
    return Opening(label.number if label else bare["number"] if bare else None, None, len(text))


def _sections(paragraphs: Sequence[Paragraph], heads: Sequence[_Head], cutter: Cutter) -> Iterator[Section]:
    """What stands under each heading, without the headings of the next and what ends the answers."""
    titles = set[str]()
    for head, following in zip(heads, (*heads[1:], None), strict=False):
        held = list(paragraphs[head.at : following.at if following else None])
        if following is None:
            held = held[: _end(held, titles, cutter)]
        while len(held) > 1 and cutter.is_heading(held[-1]):
            held.pop()
        titles.update(squash(one.text) for one in held[1:])
        yield Section(head.opening, tuple(held), None)


def _end(held: Sequence[Paragraph], titles: Container[str], cutter: Cutter) -> int:
    """Where the last answer ends: at a heading of its heading's size, or one of a kind that no answer before it has."""
    for at, one in enumerate(held[1:], 1):
        apart = one.size >= held[0].size > 0 and (one.bold or not held[0].bold)
        headed = cutter.is_heading(one) and squash(one.text) not in titles and (apart or not held[0].size)
        if headed or cutter.words.ends_answers(one.text):
            return at
    return len(held)


def _without_request(answer: Section, number: tuple[int, ...], asked: Sequence[Section]) -> Section:
    """An answer without what was asked, where that is printed again above it."""
    again = {
        letters_of(point.paragraphs[0].text[point.opening.end :])[:_ALIKE]
        for point in asked
        if point.opening.steps == number
    }
    head, *rest = answer.paragraphs
    kept = [one for one in rest if not any(key and key in letters_of(one.text) for key in again)]
    return replace(answer, paragraphs=(head, *kept))


def _replies(answer: Section, cutter: Cutter) -> bool:
    """Whether something under a heading says that it answers: a title, or the words that it opens with."""
    labels = (cutter.labels.read(one.text) for one in answer.paragraphs[1:])
    titled = any(label and label.role in _ANSWERING for label in labels)
    return titled or any(cutter.words.opens_reply(one.text) or decides(one.text) for one in answer.paragraphs[1:])

"""Recommendations in one list and their answers in another: ``Cabinet's answers, in the order of the Appendix``."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.layouts.prose.openings import Opening, numbers_of, steps_of
from extract.layouts.prose.paragraphs import Paragraph, joined
from extract.layouts.prose.sections import Section
from extract.layouts.prose.styles import pointed
from extract.text import is_list_item
from extract.vocabulary.prose import ProseWords

_RESOLVES = re.compile(
    r"\W*(?:that\s+)?(?:the\s+)?(?:(?:consideration|a\s+decision|determination)\s+(?:of|on)\s+)?(?:the\s+\w+['’]s\s+)?"
    r"recommendations?\s+(?:no\.?\s*|numbers?\s+)?\(?(?P<list>\d{1,2}(?:\s*(?:,|and|&|to|-|–)\s*\d{1,2})*)\)?",
    re.IGNORECASE,
)
"""What a resolution opens with that answers recommendations by their numbers."""
_FEWEST = 2  # points of a list
_MOSTLY = 0.6  # of the points must ask, or answer
_EDGE = 3.0  # points: what stands further out than the list no longer belongs to it

List = tuple[Section, ...]


def find_pairs(
    paragraphs: Sequence[Paragraph], words: ProseWords, heads: Callable[[Paragraph], bool]
) -> tuple[tuple[Section, Section], ...]:
    """Each point of a list that asks, with the point of the same number of a list that answers; the longest of such.

    Args:
        paragraphs: of the whole document.
        words: what tells requests and answers.
        heads: whether a paragraph is a heading.
    """
    lists = [_cut(paragraphs, run, words, heads) for run in _runs([pointed(paragraph) for paragraph in paragraphs])]
    asking = _asking(lists, words)
    answering = [points for points in lists if _share(points, words.opens_reply) >= _MOSTLY]
    pairs = [tuple(zip(a, b, strict=True)) for a in asking for b in answering if len(a) == len(b)]
    named = (_by_name(a, b) for a in asking for b in lists if b is not a)
    return max((*named, *pairs), key=len, default=())


def _by_name(asked: List, resolved: List) -> tuple[tuple[Section, Section], ...]:
    """Each point that asks, with the one that names it: ``RESOLVED – (5) That recommendations 5 and 6 be noted``.

    Nothing where most of the points name none, or some of those that are asked have no answer.
    """
    numbers = [_numbers_named(point) for point in resolved]
    if sum(bool(named) for named in numbers) < _MOSTLY * len(resolved):
        return ()
    answers = {number: point for named, point in zip(numbers, resolved, strict=True) for number in named}
    found = [(point, answers[point.opening.steps]) for point in asked if point.opening.steps in answers]
    return tuple(found) if len(found) >= _MOSTLY * len(asked) else ()


def _numbers_named(point: Section) -> tuple[tuple[int, ...], ...]:
    """The recommendations that a resolution opens with."""
    found = _RESOLVES.match(point.paragraphs[0].text[point.opening.end :])
    named = numbers_of(Opening(found["list"], None, 0)) if found else ()
    return tuple(steps_of(number) for number in named)


def find_requests(
    paragraphs: Sequence[Paragraph], words: ProseWords, heads: Callable[[Paragraph], bool]
) -> tuple[List, ...]:
    """The lists that ask: each point with its label and what belongs to the request.

    What a report asks of its own readers is none.

    Args:
        paragraphs: of the whole document.
        words: what tells requests and answers.
        heads: whether a paragraph is a heading.
    """
    lists = (_cut(paragraphs, run, words, heads) for run in _runs([pointed(paragraph) for paragraph in paragraphs]))
    return tuple(_asking(lists, words))


def _asking(lists: Iterable[List], words: ProseWords) -> list[List]:
    requests = [tuple(_request(point) for point in points) for points in lists]
    own = words.own.expression.match
    return [
        points
        for points in requests
        if _share(points, words.asks_for) >= _MOSTLY and _share(points, lambda text: own(text) is not None) < _MOSTLY
    ]


def _request(point: Section) -> Section:
    """The point without what is said of it: its own paragraph, or the one below a bare label, and the list in it."""
    first, *rest = point.paragraphs
    if rest and point.opening.end >= len(first.text):
        first, *rest = joined(first, rest[0]), *rest[1:]
    kept = [first]
    for paragraph in rest:
        if not (kept[-1].text.rstrip().endswith((":", ";", ",")) or is_list_item(paragraph.text)):
            break
        kept.append(paragraph)
    return replace(point, paragraphs=tuple(kept))


def _share(points: List, tells: Callable[[str], bool]) -> float:
    return sum(tells(point.paragraphs[0].text[point.opening.end :]) for point in points) / len(points)


def _runs(openings: Sequence[Opening | None]) -> list[list[tuple[int, Opening]]]:
    """The labels that count up from 1 without a gap, each with its place; labels of another form stand between."""
    runs = list[list[tuple[int, Opening]]]()
    for index, opening in enumerate(openings):
        if opening and opening.steps == (1,):
            runs.append([])
        if opening and runs and opening.steps == (len(runs[-1]) + 1,):
            runs[-1].append((index, opening))
    return [run for run in runs if len(run) >= _FEWEST]


def _cut(
    paragraphs: Sequence[Paragraph],
    run: Sequence[tuple[int, Opening]],
    words: ProseWords,
    heads: Callable[[Paragraph], bool],
) -> List:
    """The points of a list with what stands below each; the last is no longer than the longest of the others."""
    ends = [start for start, _ in run[1:]]
    held = [_held(paragraphs[start:end], words, heads) for (start, _), end in zip(run, ends, strict=False)]
    longest = max(len(one) for one in held)
    start = run[-1][0]
    held.append(_held(paragraphs[start : start + longest], words, heads))
    return tuple(Section(opening, one, None) for (_, opening), one in zip(run, held, strict=True))


def _held(
    paragraphs: Sequence[Paragraph], words: ProseWords, heads: Callable[[Paragraph], bool]
) -> tuple[Paragraph, ...]:
    def belonging() -> Iterator[Paragraph]:
        first = paragraphs[0]
        yield first
        for paragraph in paragraphs[1:]:
            out = first.left is not None and paragraph.left is not None and paragraph.left < first.left - _EDGE
            if out or heads(paragraph) or words.ends_answers(paragraph.text):
                return
            yield paragraph

    return tuple(belonging())

"""Reports that count their paragraphs, ``3.1.2 Usage has fallen …``: the numbers are the report's, and no labels."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import product

from extract.layouts.prose.paragraphs import Paragraph
from extract.text import join_lines

_POINT = re.compile(r"\s*(?P<steps>\d{1,3}(?:\.\d{1,3}){0,3})(?P<stop>[.)]?)\s+(?=[^\W\d_]|[“‘\"'(£])")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[“‘\"']?[A-Z]")
_FEWEST = 6  # numbers that follow one another
_MOSTLY = 0.6  # of the sentences from the first to the last of them are counted
_ANY = 999
_SKIPPED = 2  # numbers in a row that stand in a table or were lost
_SENTENCE_WORDS = 8

_Steps = tuple[int, ...]


def is_point(text: str) -> bool:
    """Whether a line opens as a counted paragraph does: ``3.1.2 Usage has fallen``."""
    return _DOTTED.match(text) is not None


def without_points(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without the numbers by which a report counts them; as they are where it does not count them.

    Such a report counts nearly all that it says: ``3.1.1``, ``3.1.2`` below ``3.1``, or ``12.``, ``13.`` from its first
    page to its last. A list of recommendations with answers that have no numbers is none.
    """
    points = find_points(paragraphs)
    return tuple(without_number(one, points[at]) if at in points else one for at, one in enumerate(paragraphs))


def find_points(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The places of the paragraphs that a report counts, each with the end of its number; none where it counts none."""
    for dotted, first in product((True, False), (1, _ANY)):
        chain = dict(_chain(paragraphs, first, dotted=dotted))
        if len(chain) >= _FEWEST and _is_counted(paragraphs, chain):
            return chain
    return {}


def end_of_chapter(run: Sequence[Paragraph]) -> int:
    """Where another chapter begins than that of the first counted paragraph: at 5 after 4.2; the end where none does.

    Where numbers have one level only, they tell nothing of chapters.
    """
    steps = [_steps(paragraph.printed[0].text) if paragraph.counted else () for paragraph in run]
    chapter = next((one[0] for one in steps if one), None)
    if all(len(one) <= 1 for one in steps):
        return len(run)
    return next((at for at, one in enumerate(steps) if one and one[0] != chapter), len(run))


def read_point(text: str) -> tuple[str, int] | None:
    """The number by which a paragraph is counted, and where the text after it begins."""
    found = _POINT.match(text)
    return (found["steps"], found.end()) if found else None


def _steps(text: str) -> _Steps:
    found = _POINT.match(text)
    return tuple(int(step) for step in found["steps"].split(".")) if found else ()


def _chain(paragraphs: Sequence[Paragraph], first: int, *, dotted: bool) -> Iterator[tuple[int, int]]:
    """The paragraphs whose numbers follow one another, each with the end of its number in its first line.

    The first of them ends with ``first`` at most: what is a part of a report may begin with any. Where they have
    several levels, one of the first level is that of a heading.
    """
    last: _Steps = ()
    for index, paragraph in enumerate(paragraphs):
        found = None if paragraph.tabular else _POINT.match(paragraph.lines[0].text)
        steps = _steps(paragraph.lines[0].text) if found else ()
        of_kind = (len(steps) > 1 or _is_short(paragraph)) if dotted else (len(steps) == 1 and found and found["stop"])
        if found and of_kind and (_follows(last, steps) if last else steps[-1] <= first):
            last = steps
            yield index, found.end()


def _is_short(paragraph: Paragraph) -> bool:
    return len(paragraph.text.split()) < _SENTENCE_WORDS or paragraph.bold


def _is_said(paragraph: Paragraph) -> bool:
    """Whether a paragraph is no heading: ``Agreed.`` says something."""
    return not _is_short(paragraph) or (paragraph.text.endswith(".") and not paragraph.bold)


def _follows(last: _Steps, steps: _Steps) -> bool:
    """Whether a number comes next after another: 3.2 or 3.1.1 after 3.1, 4.1 or 4 after 3.1.4."""
    alike = next((at for at, pair in enumerate(zip(last, steps, strict=False)) if pair[0] != pair[1]), len(last))
    if alike >= len(steps):
        return False
    before, *below = steps[alike:]
    least = last[alike] + 1 if alike < len(last) else 0
    return least <= before < least + _SKIPPED and all(step <= 1 for step in below)


def _is_counted(paragraphs: Sequence[Paragraph], counted: Collection[int]) -> bool:
    """Whether nearly all sentences from the first number to the last have one, what stands in tables left out."""
    between = range(min(counted), max(counted) + 1)
    told = [at for at in between if not paragraphs[at].tabular and _is_said(paragraphs[at])]
    return sum(at in counted for at in told) >= max(_MOSTLY * len(told), 1)


def without_number(paragraph: Paragraph, end: int) -> Paragraph:
    """The paragraph without its number, which ends there in its first line."""
    first, *rest = paragraph.lines
    lines = (replace(first, text=first.text[end:]), *rest)
    return replace(paragraph, lines=lines, text=join_lines(lines).text, printed=paragraph.lines)

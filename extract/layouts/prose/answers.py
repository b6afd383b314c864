"""Sections become rows: replies given to several recommendations at once, lists without answers left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layouts.prose.openings import numbers_of, steps_of, whole_of
from extract.layouts.prose.told import Part, Told, text_of
from extract.text import letters_of
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.prose import ProseWords

_SIGNED = 0.5  # of the answers must say that they are some
_TITLE = re.compile(r"\b(?:response|reply|answer|decision)s?\b", re.IGNORECASE)
_FOR_ALL = re.compile(r"\b(?:recommendations|both|these|all)\b", re.IGNORECASE)
_PART_NAMED = re.compile(
    r"\brecommendations?\s+\d+(?:\.\d+)*\)?\s?\(?[a-z]\)?(?![a-z])[^.;]{0,20}\s(?:is|are|was|were)\b", re.IGNORECASE
)
_OPENING = 2  # paragraphs of an answer in which it decides
_EDGE = 3.0  # points: a box sets text further in than this
_ALIKE = 80  # squashed characters by which a recommendation is known again


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation and the parts of its section.

    Attributes:
        number: its label as printed; ``None`` where it has none.
        parent: the number of the recommendation that it is a part of.
        theme: the heading that it stands under.
        parts: what is asked first, then what answers it.
        signed: something says that it is an answer.
    """

    number: str | None
    parent: str | None
    theme: str | None
    parts: tuple[Part, ...]
    signed: bool

    @property
    def asked(self) -> str:
        """The recommendation in full, its label taken off."""
        return text_of(self.parts[0])


def answered(told: Sequence[Told], words: ProseWords) -> list[Row]:
    """The rows of the sections that are answered; none where too little of it reads like answers."""
    told = [one for one, below in zip(told, (*told[1:], None), strict=False) if _counts(one, below, words)]
    runs = _runs(_with_comments(told))
    steps = [one.section.opening.steps for run in runs for one in run]
    rows = [row for run in runs for row in _rows(run, steps)]
    rows = _once([row for row in rows if row.asked and not _is_own(row, words)])
    if not rows or sum(row.signed for row in rows) < _SIGNED * len(rows) or _unanswered(told, rows) > len(rows):
        return []
    return rows


def _counts(one: Told, below: Told | None, words: ProseWords) -> bool:
    """Whether a section may be a recommendation: answered, if with the next (``Both are accepted``), or no own text."""
    shared = below is not None and below.answered and _is_for_all(below)
    return one.answered or shared or not is_own_text(one, words)


def _unanswered(told: Sequence[Told], rows: Sequence[Row]) -> int:
    """How many sections neither are in a row nor stand again in one."""
    used = {id(paragraph) for row in rows for paragraph in row.parts[0].paragraphs}
    known = {_key(row.asked) for row in rows}
    left = [one.parts[0] for one in told if id(one.parts[0].paragraphs[0]) not in used]
    return sum(_key(part.paragraphs[0].text[part.start :]) not in known for part in left)


def _key(text: str) -> str:
    """The opening of a recommendation as it is known again."""
    return letters_of(text)[:_ALIKE]


def _with_comments(told: Sequence[Told]) -> list[Told]:
    """The sections, those that share a box with the next given the comments that stand below the box."""
    shared = list[Told]()
    for one in reversed(told):
        below = _below(shared[-1], one) if shared else ()
        shared.append(replace(one, parts=(*one.parts, *below)) if below else one)
    return shared[::-1]


def _below(following: Told, one: Told) -> tuple[Part, ...]:
    """What answers the following section below its box, where this one stands in the box with its own decision."""
    edge = following.parts[0].paragraphs[0].left
    lefts = [paragraph.left for paragraph in one.section.paragraphs]
    if following.section.fresh or not one.answered or edge is None:
        return ()
    if any(left is None or left < edge - _EDGE for left in lefts):
        return ()
    for index, part in enumerate(following.parts[1:], 1):
        for at, paragraph in enumerate(part.paragraphs):
            if paragraph.left is not None and paragraph.left < edge - _EDGE:
                return (replace(part, paragraphs=part.paragraphs[at:], start=0), *following.parts[index + 1 :])
    return ()


def _runs(told: Sequence[Told]) -> list[list[Told]]:
    """Sections that stand together: those without an answer, and the answered one after them."""
    runs, run = list[list[Told]](), list[Told]()
    for one in told:
        if run and one.section.fresh and one.section.theme != run[-1].section.theme:
            run = []
        run.append(one)
        if one.answered:
            runs.append(run)
            run = []
    return runs


def _rows(run: Sequence[Told], steps: Sequence[tuple[int, ...]]) -> list[Row]:
    """The rows of a run: parts of one recommendation are one row, recommendations of their own each have the reply.

    Args:
        run: sections, the last one answered.
        steps: the labels of all sections, as numbers.
    """
    last = run[-1]
    parents = {one.section.opening.parent for one in run}
    run = [one for one in run if one.section.opening.number not in parents or one.section.opening.number is None]
    if len(run) > 1 and not last.signed:
        return _row(last)
    whole = whole_of([one.section.opening for one in run]) if len(run) > 1 else None
    if whole and not _are_apart(whole, run, steps):
        stem = run[0].section.stem
        whole = (run[0].section.opening.parent or whole) if stem else whole
        asked = tuple(paragraph for one in run for paragraph in one.parts[0].paragraphs)
        asked = (stem, *asked) if stem else asked
        first = Part(ColumnRole.RECOMMENDATION, "", asked)
        return [Row(whole, None, last.section.theme, (first, *last.parts[1:]), last.signed)]
    if len(run) > 1 and not whole and not _is_for_all(last):
        return _row(last)
    return [row for one in run for row in _row(replace(one, parts=(one.parts[0], *last.parts[1:]), signed=last.signed))]


def _are_apart(whole: str, run: Sequence[Told], steps: Sequence[tuple[int, ...]]) -> bool:
    """Whether parts that have one answer stand for themselves: it tells of several, and they are not all or not alike.

    7b to 7e are not recommendation 7 where 7a is answered elsewhere; nor are 12a to 12e 12 where ``Recommendations 12
    a-c are accepted``.
    """
    own = {one.section.opening.steps for one in run}
    above = steps_of(whole)
    partial = any(len(other) > len(above) and other[: len(above)] == above for other in steps if other not in own)
    return (partial and _is_for_all(run[-1])) or _names_parts(run[-1])


def _names_parts(told: Told) -> bool:
    """Whether the opening of an answer decides parts by their labels, one after another."""
    answers = (part for part in told.parts[1:] if part.role in (ColumnRole.RESPONSE, ColumnRole.DECISION))
    openings = (" ".join(each.text for each in part.paragraphs[:_OPENING]) for part in answers)
    return any(len(_PART_NAMED.findall(opening)) > 1 for opening in openings)


def _is_for_all(told: Told) -> bool:
    """Whether an answer says that it answers several, or stands under a title of answers."""
    answers = [part for part in told.parts[1:] if part.role in (ColumnRole.RESPONSE, ColumnRole.DECISION)]
    return any(_TITLE.search(part.title) or _FOR_ALL.search(part.paragraphs[0].text) for part in answers)


def _row(told: Told) -> list[Row]:
    opening = told.section.opening
    return [Row(number, opening.parent, told.section.theme, told.parts, told.signed) for number in numbers_of(opening)]


def _is_own(row: Row, words: ProseWords) -> bool:
    """Whether it is what the covering report asks of its own readers."""
    if words.resolved.expression.match(row.asked):
        return True
    return not row.signed and words.own.expression.match(row.asked) is not None


def is_own_text(told: Told, words: ProseWords) -> bool:
    """Whether a section opens with what a report asks of its own readers."""
    asked = told.parts[0]
    return words.own.expression.match(asked.paragraphs[0].text[asked.start :].strip()) is not None


def _once(rows: Sequence[Row]) -> list[Row]:
    """The rows, one that stands twice kept where it is answered at most length."""
    best = dict[tuple[str | None, str], Row]()
    for row in rows:
        key = (row.number, _key(row.asked))
        if key not in best or _length(row) > _length(best[key]):
            best[key] = row
    return [row for row in rows if any(row is kept for kept in best.values())]


def _length(row: Row) -> int:
    return sum(len(paragraph.text) for part in row.parts[1:] for paragraph in part.paragraphs)

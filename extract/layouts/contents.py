"""Which role a column has, by what its cells hold, where its title is missing, unknown or says two things."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.labels import read_label, read_number_cell
from extract.layouts.tables import Sheet
from extract.layouts.titles import Column
from extract.text import CLAUSE_END, join_lines
from extract.vocabulary.headings import ColumnRole, ContentPatterns

DEMANDS = re.compile(r"\bThat\b|\b(?:should|must)\b|^[\W\d]*To\b")
"""Words that a recommendation asks with, and its answer seldom has."""
_MOSTLY = 0.6
_SHORT = 8  # words: a decision with its rider is seldom longer
_LONG = 12  # words: a recommendation is seldom shorter
_PROSE = 20  # words: a list of officers is seldom longer
_SEVERAL = 2  # bodies that answer
_UNTOLD = {None, ColumnRole.PROGRESS}  # "the Council's position" may be its answer
_OF_YEAR = re.compile(r"(?<=[a-z]) \((?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\)$")
"""The year of a review behind its name, which is no day to act by: ``Home Care (2024)``."""
_BRIEF = {ColumnRole.OWNER, ColumnRole.TIMESCALE, ColumnRole.NUMBER}


@dataclass(frozen=True, slots=True)
class _Contents:
    """What the filled cells of a column are like: shares of all filled cells, and the median length in words."""

    filled: int
    words: float
    labels: float
    numbers: float
    decisions: float
    owners: float
    timescales: float
    ticks: float
    demands: float
    asks: float
    repeats: float
    sentences: float


def with_roles(sheet: Sheet, matcher: HeadingMatcher, patterns: ContentPatterns) -> Sheet:
    """The sheet with a role for each column: its title's, checked against its cells, or the one that its cells show."""
    contents = [_contents(sheet, index, patterns) for index in range(len(sheet.columns))]
    ticks = sum(
        matcher.is_tick(column.title) and not _is_labelled(found)
        for column, found in zip(sheet.columns, contents, strict=True)
    )
    columns = [
        replace(column, role=_role(column, found, matcher, ticks))
        for column, found in zip(sheet.columns, contents, strict=True)
    ]
    columns = _told_apart(_without_false_numbers(columns, contents), contents)
    columns = _answered_jointly(columns, sheet.columns, contents)
    columns = _completed(_timed(columns, contents), contents, titled=sheet.titled)
    return replace(sheet, columns=tuple(_with_response(columns, contents)))


def _without_false_numbers(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """The columns; where none is of recommendations, one titled ``Rec.`` that holds more than numbers is open still."""
    if any(column.role is ColumnRole.RECOMMENDATION for column in columns):
        return columns
    return [
        replace(column, role=None)
        if column.role is ColumnRole.NUMBER and found.words > _SHORT and found.numbers < 1 - _MOSTLY
        else column
        for column, found in zip(columns, contents, strict=True)
    ]


def _contents(sheet: Sheet, index: int, patterns: ContentPatterns) -> _Contents:
    cells = [join_lines(row.cells[index]).text for row in sheet.rows if index in row.cells and not row.spans]
    share = _Share(cells)
    return _Contents(
        filled=len(cells),
        words=median([len(cell.split()) for cell in cells]) if cells else 0.0,
        labels=share.of([read_label(cell) is not None for cell in cells]),
        numbers=share.of([read_number_cell(cell) is not None for cell in cells]),
        decisions=share.of([patterns.decides.search(cell) is not None for cell in cells]),
        owners=share.of([re.search(patterns.owner, cell) is not None for cell in cells]),
        timescales=share.of([re.search(patterns.timescale, _OF_YEAR.sub("", cell)) is not None for cell in cells]),
        ticks=share.of([re.search(patterns.tick, cell.strip(), re.IGNORECASE) is not None for cell in cells]),
        repeats=1 - len(set(cells)) / len(cells) if len(cells) > 2 else 0.0,  # noqa: PLR2004 - fewer tell nothing
        sentences=share.of([len(cell.split()) > _LONG and CLAUSE_END.search(cell) is not None for cell in cells]),
        demands=share.of([DEMANDS.search(cell) is not None for cell in cells]),
        asks=share.of([re.search(r"\bThat\b|\bshould\b|\bto\b", cell) is not None for cell in cells]),
    )


@dataclass(frozen=True, slots=True)
class _Share:
    cells: Sequence[str]

    def of(self, hits: Sequence[bool]) -> float:
        """The share of the cells that hit, 0 where there is none."""
        return sum(hits) / len(self.cells) if self.cells else 0.0


def _role(column: Column, found: _Contents, matcher: HeadingMatcher, ticks: int) -> ColumnRole | None:
    """The role that the title claims, where the cells bear it out."""
    if matcher.is_tick(column.title) and not _is_labelled(found) and (ticks > 1 or found.ticks == 1):
        return ColumnRole.TICK
    if column.role is ColumnRole.DECISION and found.filled and found.decisions < 1 - _MOSTLY:
        return ColumnRole.RESPONSE if found.words > _LONG else column.role
    if column.role is ColumnRole.RECOMMENDATION and found.numbers >= _MOSTLY and found.words <= 2:  # noqa: PLR2004 - "Rec 3"
        return ColumnRole.NUMBER
    if column.role in _BRIEF and found.sentences >= _MOSTLY and found.words > _PROSE:
        return None  # the title names an officer or a day, and the cells hold what is said
    return _by_contents(found) if column.role is None and found.filled else _timely(column, found)


def _timely(column: Column, found: _Contents) -> ColumnRole | None:
    """The role that the title claims, where it is not a day that tells nothing, or a theme that is a day."""
    if column.role is ColumnRole.TIMESCALE and squash(column.title) == "date" and found.repeats >= _MOSTLY:
        return ColumnRole.OTHER  # the day of the meeting, printed in every row
    if column.role is ColumnRole.THEME and found.timescales >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.TIMESCALE  # "Review": when it will be reviewed
    return column.role


def _is_labelled(found: _Contents) -> bool:
    """Whether a column holds labels: ``No.`` may ask for them, or be an answer to tick."""
    return found.numbers >= _MOSTLY and found.ticks < _MOSTLY


def _by_contents(found: _Contents) -> ColumnRole | None:
    if found.ticks >= _MOSTLY:  # an X is a number, too
        return ColumnRole.TICK
    if found.numbers >= _MOSTLY:
        return ColumnRole.NUMBER
    if found.decisions >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.DECISION
    if found.timescales >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.TIMESCALE
    if found.owners >= _MOSTLY and found.words <= _SHORT:
        return ColumnRole.OWNER
    return None


def _answered_jointly(columns: list[Column], told: Sequence[Column], contents: list[_Contents]) -> list[Column]:
    """The columns; several that all open with decisions under titles that tell nothing are each an answer.

    The titles are the names of those who answer, or stand under one merged title. What any of them says at length is
    its response; where none does, these are decisions.

    Args:
        columns: with the roles that their cells bear out.
        told: with the roles that their titles tell.
        contents: what their cells are like.
    """
    kinds = [(column.group, column.role) if column.role in _UNTOLD or column.group else None for column in told]
    for kind in dict.fromkeys(kind for kind in kinds if kind):
        joint = [i for i, one in enumerate(kinds) if one == kind and contents[i].decisions >= _MOSTLY]
        if len(joint) < _SEVERAL or any(columns[i].role is ColumnRole.TICK for i in joint):
            continue
        long = any(contents[i].words > _SHORT for i in joint)
        role = ColumnRole.RESPONSE if long else ColumnRole.DECISION
        columns = [replace(column, role=role) if i in joint else column for i, column in enumerate(columns)]
    return columns


def _told_apart(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """Columns told apart: of two "responses", or as "status", the one with short answers is the decision.

    The other may have a title that nothing is known of, as long as it holds more than a few words.
    """
    columns = _asking(columns, contents)
    roles = [column.role for column in columns]
    if ColumnRole.DECISION in roles or ColumnRole.TICK in roles:
        return columns
    told = [role is None and found.words > _SHORT for role, found in zip(roles, contents, strict=True)]
    asked = ColumnRole.RECOMMENDATION in roles
    several = roles.count(ColumnRole.RESPONSE) + (any(told) and asked) > 1
    for index, found in enumerate(contents):
        claims = roles[index] is ColumnRole.PROGRESS or (several and roles[index] is ColumnRole.RESPONSE)
        if claims and found.decisions >= _MOSTLY and found.words <= _SHORT:
            return _given(columns, index, ColumnRole.DECISION)
    return columns


def _asking(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """The columns; where none is of recommendations, of several "responses" the first asks, if it alone demands."""
    said = [i for i, column in enumerate(columns) if column.role is ColumnRole.RESPONSE]
    if len(said) < _SEVERAL or any(column.role is ColumnRole.RECOMMENDATION for column in columns):
        return columns
    first, *others = said
    demands = contents[first].demands >= _MOSTLY and all(contents[i].demands < 1 - _MOSTLY for i in others)
    return _given(columns, first, ColumnRole.RECOMMENDATION) if demands else columns


def _timed(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """The columns; of several "responses" one that holds dates, and little else, says when: ``Milestones``."""
    roles = [column.role for column in columns]
    if ColumnRole.TIMESCALE in roles or roles.count(ColumnRole.RESPONSE) < 2:  # noqa: PLR2004 - the answer is another
        return columns
    for index, found in enumerate(contents):
        if columns[index].group:
            continue  # the comments of one of several bodies
        if roles[index] is ColumnRole.RESPONSE and found.timescales >= _MOSTLY and found.words <= _SHORT:
            return _given(columns, index, ColumnRole.TIMESCALE)
    return columns


def _given(columns: list[Column], index: int, role: ColumnRole) -> list[Column]:
    return [replace(column, role=role) if i == index else column for i, column in enumerate(columns)]


def _with_response(columns: list[Column], contents: list[_Contents]) -> list[Column]:
    """The columns; where none answers in words, the progress column with the longest text is the answer."""
    roles = [column.role for column in columns]
    told = [i for i, role in enumerate(roles) if role is ColumnRole.PROGRESS and contents[i].words > _SHORT]
    if ColumnRole.RESPONSE in roles or not told:
        return columns
    return _given(columns, max(told, key=lambda i: contents[i].words), ColumnRole.RESPONSE)


def _completed(columns: list[Column], contents: list[_Contents], *, titled: bool) -> list[Column]:
    """The columns, what was asked and what was answered found by length where no title or pattern told them."""
    least = [3 if titled or found.demands >= _MOSTLY else _LONG for found in contents]
    asked = [
        (found.labels, found.demands, found.asks) if found.words >= words else None
        for found, words in zip(contents, least, strict=True)
    ]
    answered = [(found.words, 0.0, 0.0) if found.words > 2 else None for found in contents]  # noqa: PLR2004 - more than a mark
    columns = _assigned(columns, ColumnRole.RECOMMENDATION, asked)
    return _assigned(columns, ColumnRole.RESPONSE, answered)


def _assigned(columns: list[Column], role: ColumnRole, ranks: list[tuple[float, float, float] | None]) -> list[Column]:
    """The columns, the role given to the best of those without one, the first of equals; unless one has it already."""
    free = [(rank, -i) for i, rank in enumerate(ranks) if rank and columns[i].role is None]
    if not free or any(column.role is role for column in columns):
        return columns
    best = -max(free)[1]
    return _given(columns, best, role)

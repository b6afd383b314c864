"""Cells that hold several answers under titles of their own: ``Response``, ``Action`` and ``Lead`` in one cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Line
from extract.layouts.entries import Filled
from extract.layouts.labelled import Labelled, LabelReader
from extract.layouts.learned import with_learned
from extract.layouts.tables import Sheet
from extract.layouts.titles import Column
from extract.text import clean, join_lines
from extract.vocabulary.headings import ColumnRole

_HALF = 0.5  # of the filled cells of a column must be divided alike
_FEWEST = 2  # titles of different roles in a cell
_SURE = 3  # of them where the table has a single row
_MIXED = {ColumnRole.RESPONSE, ColumnRole.PROGRESS, ColumnRole.DECISION}
"""What a column of such cells may be titled as."""

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Titled:
    """A run of lines in a cell with the title that it opens with; ``None`` for what stands before the first title."""

    label: Labelled | None
    lines: Lines


def divided_columns(sheet: Sheet, labels: LabelReader) -> dict[int, LabelReader]:
    """The columns whose cells hold titles and what stands under them, in most rows, each with its titles."""
    divided = dict[int, LabelReader]()
    for index, column in enumerate(sheet.columns):
        cells = [row.cells[index] for row in sheet.rows if index in row.cells]
        if column.role in _MIXED and _is_divided(cells, labels):
            said = [[(clean(line.text), line.bold) for line in lines] for lines in cells]
            divided[index] = with_learned(labels, said)
    return divided


def divide(column: Column, lines: Lines, labels: LabelReader, words: frozenset[str]) -> Iterator[Filled]:
    """A cell as one for each title in it; what stands before the first title keeps the title of the column."""
    for part in _parts(lines, labels):
        if part.label is None:
            yield Filled(column.role or ColumnRole.OTHER, column.title, join_lines(part.lines, words=words))
        elif part.label.end >= len(clean(part.lines[0].text)):
            yield Filled(part.label.role, part.label.title, join_lines(part.lines[1:], words=words))
        else:
            whole = join_lines(part.lines, words=words)
            yield Filled(part.label.role, part.label.title, whole.cut(part.label.end))


def _is_divided(cells: Sequence[Lines], labels: LabelReader) -> bool:
    """Whether at least half of the cells hold titles of different roles, the same ones in several of them."""
    found = [[part.label for part in _parts(lines, labels) if part.label] for lines in cells]
    divided = [held for held in found if len({label.role for label in held}) >= _FEWEST]
    if len(cells) == 1:
        return any(len({label.role for label in held}) >= _SURE for held in divided)
    usual = Counter(title for held in divided for title in {label.title.lower() for label in held})
    shared = sum(count > 1 for count in usual.values())
    return len(divided) >= _HALF * len(cells) and shared >= _FEWEST


def _parts(lines: Lines, labels: LabelReader) -> Iterator[_Titled]:
    held, label = list[Line](), None
    for line in lines:
        found = _label(line, labels, first=line is lines[0])
        if found:
            if held:
                yield _Titled(label, tuple(held))
            held, label = [], found
        held.append(line)
    if held:
        yield _Titled(label, tuple(held))


def _label(line: Line, labels: LabelReader, *, first: bool) -> Labelled | None:
    """The title that a line opens with: before a colon, or alone: in bold, after a gap or first in its cell."""
    text = clean(line.text)
    label = labels.read(text)
    if label is None or label.role is ColumnRole.RECOMMENDATION or label.answers:
        return None
    return label if ":" in text[: label.end] or ((line.bold or line.gap or first) and label.end >= len(text)) else None

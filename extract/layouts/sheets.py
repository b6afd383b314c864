"""Joined tables read to entries: what every layout of rows and columns shares, once it knows its tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from extract.document import Document, Line, Notice, Table, lines_of
from extract.layouts.answerers import Answer, find_answers, with_asked
from extract.layouts.contents import DEMANDS, with_roles
from extract.layouts.divided import divide, divided_columns
from extract.layouts.entries import Entry, Explanation, Filled
from extract.layouts.headings import HeadingMatcher
from extract.layouts.labelled import LabelReader
from extract.layouts.labels import Label, read_label
from extract.layouts.parts import split_parts, with_letters, with_stems
from extract.layouts.rows import Gathered, Roles, find_roles, gather_rows, label_of, read_count
from extract.layouts.stacked import with_stacked
from extract.layouts.strays import bring_back_strays
from extract.layouts.tables import Sheet, join_tables
from extract.layouts.together import with_answers_apart
from extract.layouts.trailing import apart
from extract.text import Passage, join_lines, join_passages
from extract.vocabulary.headings import ColumnRole, Headings

_Cells = Mapping[int, tuple[Line, ...]]
_NAMED = re.compile(r"\brec", re.IGNORECASE)
_EVIDENT = 0.75  # of the rows
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TICK, ColumnRole.PROGRESS}
_SAID = {ColumnRole.RESPONSE, ColumnRole.DECISION}


def explain_tables(tables: Iterable[Table], headings: Headings, words: frozenset[str]) -> Explanation:
    """What tables say: an entry for each recommendation, and the tables that say none.

    Args:
        tables: the tables in reading order, one for each page that they stand on.
        headings: the column titles.
        words: the words that the document prints unbroken (see ``own_words``).
    """
    matcher = HeadingMatcher(headings)
    sheets = _sheets(tables, headings, matcher)
    decision, labels = headings.contents.decides, LabelReader(headings)
    used = [sheet for sheet in sheets if _answers(sheet, matcher, decision)]
    readers = [_SheetReader(sheet, find_roles(sheet), words, labels, decision) for sheet in used]
    read = [_read_sheet(reader) for reader in readers]
    entries = with_letters(with_stems([entry for sheet_entries, _ in read for entry in sheet_entries]))
    left_out = [_left_out(sheet) for sheet in sheets if sheet not in used]
    unread = [notice for _, notices in read for notice in notices]
    lines = tuple(line for sheet in used for line in _lines_read(sheet))
    return Explanation(entries, sum(line.letters for line in lines), (*left_out, *unread), lines)


def explain_by_number(
    tables: Iterable[Table], headings: Headings, words: frozenset[str], told: AbstractSet[ColumnRole] = _ANSWERING
) -> Explanation:
    """What tables say of recommendations by their numbers alone: entries without what was asked.

    Args:
        tables: the tables in reading order.
        headings: the column titles.
        words: the words that the document prints unbroken.
        told: the roles of which a table must have a column.
    """
    matcher = HeadingMatcher(headings)
    sheets = [sheet for sheet in _sheets(tables, headings, matcher) if _tells_by_number(sheet, matcher, told)]
    decision, labels = headings.contents.decides, LabelReader(headings)
    readers = [_SheetReader(sheet, find_roles(sheet), words, labels, decision) for sheet in sheets]
    entries = [reader.entry(row) for reader in readers for row in gather_rows(reader.sheet, reader.roles)]
    lines = tuple(line for sheet in sheets for line in _lines_read(sheet))
    return Explanation(tuple(entries), sum(line.letters for line in lines), lines=lines)


def are_numbered_as_such(entries: Iterable[Entry]) -> bool:
    """Whether the numbers of entries stand under titles of recommendations: ``Rec.``, and not ``No.``."""
    numbers = (cell for entry in entries for cell in entry.cells if cell.role is ColumnRole.NUMBER)
    return all(_NAMED.search(cell.heading) for cell in numbers)


def _sheets(tables: Iterable[Table], headings: Headings, matcher: HeadingMatcher) -> list[Sheet]:
    """The tables joined over page breaks, each column with its role."""
    joined = [with_stacked(with_asked(sheet), matcher) for sheet in join_tables(tables, matcher)]
    joined = [with_answers_apart(sheet, headings, matcher) for sheet in joined]
    return [with_roles(sheet, matcher, headings.contents) for sheet in joined]


def _tells_by_number(sheet: Sheet, matcher: HeadingMatcher, told: AbstractSet[ColumnRole]) -> bool:
    roles = {column.role for column in sheet.columns}
    foreign = matcher.is_foreign(column.title for column in sheet.columns)
    numbered = ColumnRole.NUMBER in roles and bool(roles & told) and ColumnRole.RECOMMENDATION not in roles
    return sheet.titled and numbered and not foreign


def own_words(document: Document) -> frozenset[str]:
    """The words that the document prints unbroken, by which a word divided at a line's end is known."""
    lines = lines_of(document.blocks)
    return frozenset(word.strip(".,;:()'’“”").lower() for line in lines for word in line.text.split()[:-1])


def _answers(sheet: Sheet, matcher: HeadingMatcher, decision: re.Pattern[str]) -> bool:
    """Whether a table asks and answers: a column of recommendations and one of answers, under titles or labelled.

    Where nothing else tells it, nearly all rows must demand something and decide.
    """
    if matcher.is_foreign(column.title for column in sheet.columns):
        return False
    roles = {column.role for column in sheet.columns}
    if ColumnRole.RECOMMENDATION not in roles or not roles & _ANSWERING or not sheet.rows:
        return False
    return sheet.titled or find_roles(sheet).labelled or _is_evident(sheet, decision)


def _is_evident(sheet: Sheet, decision: re.Pattern[str]) -> bool:
    """Whether the cells leave no doubt: most recommendations demand something, and most decisions are some."""
    roles = find_roles(sheet)
    rows = [row for row in sheet.rows if not row.spans]
    demand = sum(DEMANDS.search(roles.text(row.cells, roles.asked)) is not None for row in rows)
    decide = sum(decision.search(roles.text(row.cells, roles.decision)) is not None for row in rows)
    return len(rows) > 1 and min(demand, decide) >= _EVIDENT * len(rows)


def _read_sheet(reader: "_SheetReader") -> tuple[list[Entry], list[Notice]]:
    entries, notices = list[Entry](), list[Notice]()
    for gathered in gather_rows(reader.sheet, reader.roles):
        entry = reader.entry(gathered)
        if entry.text.text:
            entries += split_parts(entry, reader.decision)
        else:
            notices.append(_without_recommendation(entry))
    return entries, notices


def _without_recommendation(entry: Entry) -> Notice:
    passage = next((cell.passage for cell in entry.cells if cell.passage.text), Passage())
    said = " ".join(passage.text.split())[:60]
    return Notice("row_not_understood", f"A row without a recommendation was left out: “{said}”.", passage.page_of(0))


@dataclass(frozen=True)
class _SheetReader:
    """Makes entries of the gathered rows of one sheet."""

    sheet: Sheet
    roles: Roles
    words: frozenset[str]
    labels: LabelReader
    decision: re.Pattern[str]

    @cached_property
    def _divided(self) -> dict[int, LabelReader]:
        return divided_columns(self.sheet, self.labels)

    def entry(self, gathered: Gathered) -> Entry:
        """The entry: strays brought back, each column joined to running text, the label taken off."""
        cells, notices = self._reunited({**gathered.inherited, **gathered.cells})
        filled = tuple(self._answers(gathered)) or tuple(self._filled(cells))
        text = join_passages([cell.passage for cell in filled if cell.role is ColumnRole.RECOMMENDATION])
        label = label_of(cells, self.roles)
        theme = gathered.theme or next((c.passage.text for c in filled if c.role is ColumnRole.THEME), None)
        return Entry(
            number=label.number if label else None,
            parent=label.parent if label else None,
            theme=theme or None,
            cells=filled,
            text=_without_label(text, label, self.roles),
            notices=notices,
        )

    def _answers(self, gathered: Gathered) -> Iterator[Filled]:
        """The cells of rows that each hold the answer of a body, one row after the other; nothing where they do not."""
        answers = find_answers(gathered, self.sheet.columns, self.decision)
        shared = {**gathered.inherited, **(gathered.rows[0].cells if gathered.rows else {})}
        shared = {i: lines for i, lines in shared.items() if self.sheet.columns[i].role not in _SAID}
        for at, answer in enumerate(answers):
            yield from self._answer(answer, shared if at == 0 else {})

    def _answer(self, answer: Answer, shared: _Cells) -> Iterator[Filled]:
        cells = {**shared, **answer.cells}
        for i, column in enumerate(self.sheet.columns):
            if i in cells:
                passage = join_lines(cells[i], words=self.words)
                group = answer.name if column.role in _SAID else column.group
                yield Filled(column.role or ColumnRole.OTHER, column.title, passage, group=group)

    def _filled(self, cells: _Cells) -> Iterator[Filled]:
        """The cells as running text, those that hold several titles one for each title."""
        for i, column in enumerate(self.sheet.columns):
            lines = cells.get(i, ())
            if i in self._divided and lines:
                yield from divide(column, lines, self._divided[i], self.words)
            else:
                passage = join_lines(lines, words=self.words)
                held = Filled(column.role or ColumnRole.OTHER, column.title, passage, group=column.group)
                yield from apart(held, self.labels.headings)

    def _reunited(self, cells: _Cells) -> tuple[_Cells, tuple[Notice, ...]]:
        answers = [i for i, column in enumerate(self.sheet.columns) if column.role is ColumnRole.RESPONSE]
        if not self.roles.asked or not answers:
            return cells, ()
        asked, answer = self.roles.asked[-1], answers[0]
        reunited = bring_back_strays(cells.get(asked, ()), cells.get(answer, ()))
        if not reunited.moved:
            return cells, ()
        notice = Notice("recommendation_reunited", "Lines of the recommendation stood among the comments; check them.")
        return {**cells, asked: reunited.recommendation, answer: reunited.response}, (notice,)


def _without_label(text: Passage, label: Label | None, roles: Roles) -> Passage:
    """The recommendation after the label that it opens with, where its rows have labels."""
    own = read_label(text.text) or (read_count(text.text) if roles.counted else None)
    if not own or not label or not roles.labelled or (own.number != label.number and own.end > len(text.text) // 2):
        return text
    return text.cut(own.end) if own.number == label.number else text


def _left_out(sheet: Sheet) -> Notice:
    lines = [line for row in sheet.rows for lines in row.cells.values() for line in lines] or list(sheet.title_lines)
    said = " ".join(" ".join(line.text for line in lines).split())[:60]
    page = lines[0].page if lines else None
    return Notice("table_not_read", f"A table without recommendations and answers was left out: “{said}”.", page)


def _lines_read(sheet: Sheet) -> Iterable[Line]:
    yield from sheet.title_lines
    yield from (line for row in sheet.rows for lines in row.cells.values() for line in lines)

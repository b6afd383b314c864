"""Documents in English and Welsh: the Welsh half, which says the same once more, is set aside."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.document import Block, Cell, Document, Line, Notice, Row, Table, lines_of
from extract.vocabulary.languages import Languages, load_languages

_SHARE = 0.1  # of the text that each language has at least where a document is in both
_MOSTLY = 0.8  # of the words that are told of a row, a column or a table
_LEAST = 3  # Welsh lines: fewer are names and mottos
_HALVED = 0.3  # of the lines that lean to Welsh go over to English at a stroke where cells hold both
_ANY = re.compile(r"\b(?:yn|yr|mae|bod|wedi|gan)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Count:
    """How many characters lean to each language."""

    welsh: int = 0
    english: int = 0
    lines: int = 0

    def add(self, text: str, lean: int) -> None:
        self.welsh += len(text) if lean > 0 else 0
        self.english += len(text) if lean < 0 else 0
        self.lines += lean > 0

    @property
    def is_welsh(self) -> bool:
        """Nearly all that is told is Welsh."""
        return self.welsh > 0 and self.welsh >= _MOSTLY * (self.welsh + self.english)


def set_welsh_aside(document: Document) -> Document:
    """The document in English alone where it is in both languages; otherwise as it was, as where cells hold both.

    Whole tables, rows and columns of tables in Welsh are set aside, and elsewhere lines: the lines of a paragraph go
    with each other. They are kept with the furniture, and a notice says so.
    """
    languages = load_languages()
    lines = list(lines_of(document.blocks))
    if len(_ANY.findall(" ".join(line.text for line in lines))) < _LEAST:
        return document
    count = _counted(lines, languages)
    if _slashed(lines, languages) > max(_LEAST, _HALVED * count.lines):
        return document
    known = count.welsh + count.english
    if count.lines < _LEAST or min(count.welsh, count.english) < _SHARE * known:
        return document
    parted = _Parted(languages)
    parted.read(document.blocks)
    message = f"The document is in English and Welsh: {len(parted.aside)} lines in Welsh were set aside."
    return replace(
        document,
        blocks=tuple(parted.kept),
        furniture=(*document.furniture, *parted.aside),
        notices=(*document.notices, Notice("bilingual", message)),
    )


def _slashed(lines: Iterable[Line], languages: Languages) -> int:
    """How many lines go from Welsh to English, or back, at a stroke: ``Derbyn / Accept``, ``Penderfyniad /``.

    Where they are many the document says everything twice cell by cell, and no line is in Welsh as a whole.
    """
    halves = (line.text.partition(" /") for line in lines)
    leans = ((languages.lean(first), languages.lean(second)) for first, slash, second in halves if slash)
    return sum((first > 0 >= second) or (second > 0 >= first) for first, second in leans)


def _counted(lines: Iterable[Line], languages: Languages) -> _Count:
    count = _Count()
    for line in lines:
        count.add(line.text, languages.lean(line.text))
    return count


@dataclass(slots=True)
class _Parted:
    """Blocks as they are parted: those in English, and the lines in Welsh."""

    languages: Languages
    kept: list[Block] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)

    def read(self, blocks: Sequence[Block]) -> None:
        loose: list[Line] = []
        for block in blocks:
            if isinstance(block, Line):
                loose.append(block)
                continue
            self.kept += self._english(loose)
            loose = []
            self._read_table(block)
        self.kept += self._english(loose)

    def _english(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that are not Welsh; the others are put aside. What is open goes with the line that it follows."""
        kept: list[Line] = []
        welsh = False
        for line in lines:
            lean = self.languages.lean(line.text)
            welsh = lean > 0 if lean or line.gap else welsh
            (self.aside if welsh else kept).append(line)
        return kept

    def _read_table(self, table: Table) -> None:
        rows = [row for row in table.rows if not self._leaves(row.cells)]
        columns = {column for column in range(table.columns) if self._leaves(_column(rows, column))}
        kept = tuple(self._english_row(row, columns) for row in rows)
        if any(cell.lines for row in kept for cell in row.cells):
            self.kept.append(replace(table, rows=kept))

    def _leaves(self, cells: Iterable[Cell]) -> bool:
        """Whether cells are in Welsh as a whole; if so they are put aside."""
        lines = [line for cell in cells for line in cell.lines]
        welsh = _counted(lines, self.languages).is_welsh
        self.aside += lines if welsh else []
        return welsh

    def _english_row(self, row: Row, columns: set[int]) -> Row:
        cells = (
            replace(cell, lines=() if cell.column in columns else tuple(self._english(cell.lines)))
            for cell in row.cells
        )
        return replace(row, cells=tuple(cells))


def _column(rows: Iterable[Row], column: int) -> list[Cell]:
    return [cell for row in rows for cell in row.cells if cell.column == column]

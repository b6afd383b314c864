"""Rows of running prose as entries, and the lines that these hold."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Line
from extract.layouts.entries import Entry, Filled
from extract.layouts.prose.answers import Row
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.told import Part
from extract.text import Passage, join_lines

_QUOTED = re.compile(r"\s*[“\"](?P<asked>[^“”\"]+)[”\"]\s*")


def entry_of(row: Row, words: frozenset[str]) -> Entry:
    """A row as every layout hands it on; ``words`` are lower-case words that the document prints unbroken."""
    cells = tuple(Filled(part.role, part.title, _passage(part, words)) for part in row.parts)
    asked = row.parts[0]
    return Entry(
        number=row.number,
        parent=row.parent,
        theme=row.theme,
        cells=(Filled(asked.role, asked.title, _passage(Part(asked.role, "", asked.paragraphs), words)), *cells[1:]),
        text=_unquoted(cells[0].passage),
    )


def lines_held(entries: Sequence[Entry], paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """The lines that the entries hold, each once, those of tables left out."""
    outside = {id(line) for paragraph in paragraphs if not paragraph.tabular for line in paragraph.as_printed}
    pieces = (piece for entry in entries for cell in entry.cells for piece in cell.passage.pieces)
    return tuple({id(piece.line): piece.line for piece in pieces if id(piece.line) in outside}.values())


def _unquoted(asked: Passage) -> Passage:
    """A recommendation that is quoted as a whole, without its quotation marks."""
    quoted = _QUOTED.fullmatch(asked.text)
    return asked.cut(quoted.start("asked"), quoted.end("asked")) if quoted else asked


def _passage(part: Part, words: frozenset[str]) -> Passage:
    lines = [line for paragraph in part.paragraphs for line in paragraph.lines]
    printed = [line for paragraph in part.paragraphs for line in paragraph.as_printed]
    whole, known = join_lines(lines, words=words), {id(line): one for line, one in zip(lines, printed, strict=True)}
    pieces = tuple(replace(piece, line=known[id(piece.line)]) for piece in whole.pieces)
    return replace(whole, pieces=pieces).cut(part.start, part.end)

"""The fields of a recommendation that findings count their characters in, and the cells that they are made of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extract.document import Box
from extract.interpret.dated_owners import days_of_owners
from extract.interpret.voices import SAID, Voice
from extract.layouts.entries import Entry, Filled
from extract.records import Evidence, Field, PrintedCell
from extract.repairs import Spelling
from extract.results import PageMark, PageMarks
from extract.text import Passage, join_passages
from extract.vocabulary.headings import ColumnRole, ContentPatterns

_RUN = re.compile(r"\S{300,}")
_DECISION_WORDS = 8  # a decision cell that is longer is prose


@dataclass(frozen=True, slots=True)
class Fields:
    """The running texts of one recommendation.

    Attributes:
        passages: the text of each field.
        voices: whose cells the response was joined from, where several bodies answer each in cells of its own.
    """

    passages: Mapping[Field, Passage]
    voices: tuple[Voice, ...] = ()

    def __getitem__(self, field: Field) -> str:
        """The text of a field; empty where the row has none."""
        return self.passages[field].text if field in self.passages else ""

    def readable(self, field: Field) -> str:
        """The text of a field for the finders: runs of signs that no word is as long as are blanked, offsets kept."""
        return _RUN.sub(lambda run: " " * len(run[0]), self[field])

    def or_none(self, field: Field) -> str | None:
        """The text of a field, ``None`` where the row has none."""
        return self[field] or None

    def filled(self) -> Iterator[tuple[Field, str]]:
        """The fields that hold text, as the finders read it."""
        return ((field, self.readable(field)) for field, passage in self.passages.items() if passage.text)


def read_fields(entry: Entry, contents: ContentPatterns, voices: tuple[Voice, ...] = ()) -> Fields:
    """The fields of an entry: its comments, response and action cells are the response, joined by a blank line.

    Where there is no such column, a decision that is given in prose is the response as well, and so are the decisions
    of several bodies, each before its comments; where there is none for the timescale, what an owner cell holds of a
    day and of nobody is.

    Args:
        entry: the entry.
        contents: what cells of each kind look like.
        voices: whose cells they are, where several bodies answer.
    """
    answers = entry.passages(*SAID) if _are_several(voices) else entry.passages(ColumnRole.RESPONSE)
    if not any(cell.role is ColumnRole.RESPONSE for cell in entry.cells):
        decisions = entry.passages(ColumnRole.DECISION)
        answers = tuple(passage for passage in decisions if len(passage.text.split()) > _DECISION_WORDS)
    return Fields(
        {
            Field.TEXT: entry.text,
            Field.RESPONSE: join_passages(answers),
            Field.TIMESCALE: join_passages(entry.passages(ColumnRole.TIMESCALE) or days_of_owners(entry, contents)),
            Field.PROGRESS: join_passages(entry.passages(ColumnRole.PROGRESS)),
        },
        voices,
    )


def _are_several(voices: tuple[Voice, ...]) -> bool:
    """Whether several bodies have decisions of their own, so that no single one of them is the row's."""
    deciding = [voice for voice in voices if any(cell.role is ColumnRole.DECISION for cell in voice.cells)]
    return sum(voice.body is not None for voice in deciding) > 1


def repaired(fields: Fields, spelling: Spelling) -> Fields:
    """The fields with words put right that were run together or broken; the cells stay as they were read."""
    return replace(fields, passages={field: spelling.repaired(passage) for field, passage in fields.passages.items()})


def printed_cells(entry: Entry) -> tuple[PrintedCell, ...]:
    """Every cell of the entry as it was read, blank ones included; alike headings with what tells them apart."""
    seen = Counter(cell.heading for cell in entry.cells)
    return tuple(
        PrintedCell(heading=_heading(cell, alike=seen[cell.heading] > 1), text=cell.passage.text)
        for cell in entry.cells
    )


def _heading(cell: Filled, *, alike: bool) -> str:
    return f"{cell.group} – {cell.heading}" if alike and cell.group else cell.heading


def evidence_of(entry: Entry) -> tuple[Evidence, ...]:
    """Where the entry stands: for each page, the box around its lines."""
    lines = [piece.line for cell in entry.cells for piece in cell.passage.pieces]
    pages = sorted({line.page for line in lines})
    return tuple(_evidence(page, [line.box for line in lines if line.page == page and line.box]) for page in pages)


def _evidence(page: int, boxes: list[tuple[float, float, float, float]]) -> Evidence:
    if not boxes:
        return Evidence(page=page, bbox=None)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Evidence(page=page, bbox=_rounded(Box(min(lefts), min(tops), max(rights), max(bottoms))))


def page_marks(fields: Fields) -> PageMarks:
    """Which printed line each stretch of the fields stands on."""
    return tuple(
        PageMark(field, piece.start, piece.line.page, _rounded(piece.line.box))
        for field, passage in fields.passages.items()
        for piece in passage.pieces
    )


def _rounded(box: Box | None) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    x0, top, x1, bottom = (round(value, 1) for value in box)
    return x0, top, x1, bottom

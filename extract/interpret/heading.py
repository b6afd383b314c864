"""What a document says of itself: its title, who answers, and its date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.document import Document, Line, Table
from extract.facts.dates import document_date_from_metadata, find_document_date
from extract.facts.organisations import find_authority
from extract.layouts.entries import Entry
from extract.records import Authority, DateBasis, DocumentDate
from extract.text import clean
from extract.vocabulary.dates import DateWords
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.organisations import Registry

_FIRST_PAGES = 2
_TITLE_LINES = 6
_SIGNATURE = 80  # characters: longer lines after the last table are notes
_BIGGER = 1.15  # times the size of the running text


@dataclass(frozen=True, slots=True)
class Given:
    """What a person said of the documents with the command, for those that do not say it themselves."""

    authority: str | None = None
    document_date: date | None = None


def heading_lines(document: Document, entries: Sequence[Entry]) -> tuple[str, ...]:
    """What a document says of itself: lines before the first table or entry, its furniture, lines after the last."""
    read = _LinesRead.of(entries)
    body = [i for i, block in enumerate(document.blocks) if isinstance(block, Table) or read.holds(block)]
    first, last = (body[0], body[-1] + 1) if body else (len(document.blocks), len(document.blocks))
    before = [block for block in document.blocks[:first] if isinstance(block, Line) and block.page <= _FIRST_PAGES]
    after = [block for block in document.blocks[last:] if isinstance(block, Line) and len(block.text) <= _SIGNATURE]
    return tuple(text for line in (*before, *document.furniture, *after) if (text := clean(line.text)))


@dataclass(frozen=True, slots=True)
class _LinesRead:
    """The lines that entries are made of; without places they are known by their words, since layouts divide lines."""

    lines: frozenset[Line]
    words: frozenset[str]

    @staticmethod
    def of(entries: Sequence[Entry]) -> "_LinesRead":
        lines = {piece.line for entry in entries for cell in entry.cells for piece in cell.passage.pieces}
        return _LinesRead(frozenset(lines), frozenset(clean(line.text) for line in lines if not line.box))

    def holds(self, line: Line) -> bool:
        columns = re.split(r"\s{2,}", line.text.strip())
        return line in self.lines or (not line.box and any(clean(column) in self.words for column in columns))


def find_title(document: Document) -> str | None:
    """The title: the lines in the largest type at the head of the first page, else the first line of all."""
    lines = [block for block in document.blocks if isinstance(block, Line) and clean(block.text)]
    lines = [line for line in lines if line.page == lines[0].page][: _TITLE_LINES * 2]
    if not lines:
        return dict(document.metadata).get("title") or None
    largest = max(line.size or 0.0 for line in lines)
    start = next(i for i, line in enumerate(lines) if (line.size or 0.0) >= largest / _BIGGER)
    return " ".join(clean(line.text) for line in _title_run(lines[start:], largest)) or None


def _title_run(lines: Sequence[Line], size: float) -> list[Line]:
    """The first line and those right below it in the same type; one line alone where types have no size."""
    run = [lines[0]]
    for line in lines[1:_TITLE_LINES]:
        if not size or line.gap or (line.size or 0.0) < size / _BIGGER or line.bold != run[0].bold:
            break
        run.append(line)
    return run


def find_answering_authority(
    document: Document, entries: Sequence[Entry], registry: Registry, given: str | None
) -> Authority | None:
    """Who answers: as given, as the heading says, or as the names in the text tell beyond doubt."""
    prose = (ColumnRole.RECOMMENDATION, ColumnRole.RESPONSE, ColumnRole.PROGRESS)
    texts = [passage.text for entry in entries for passage in entry.passages(*prose)]
    return find_authority(heading_lines(document, entries), texts, registry, given)


def find_date(
    document: Document, entries: Sequence[Entry], words: DateWords, given: date | None
) -> DocumentDate | None:
    """The document's date: as printed in its heading, else as given, else from the file's own data."""
    stated = find_document_date(heading_lines(document, entries), words)
    if stated:
        return stated
    if given:
        day = given.isoformat()
        return DocumentDate(text=day, start=day, end=day, basis=DateBasis.GIVEN)
    return document_date_from_metadata(document.metadata)

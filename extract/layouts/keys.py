"""Keys outside of a table that say what the codes in its cells mean: ``Key: Y yes; N no; P in part``."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.document import Document, Line, Table
from extract.layouts.entries import Entry, Filled
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

_LONGEST = 4  # characters of a code
_FEWEST = 2  # codes
_MOSTLY = 0.6  # of the codes must be explained in one place
_SAYS = r"(?:=|:|\(|–|—|-|means\b|is\b|for\b|stands\s+for\b|denotes\b)"
_NAMED = re.compile(r"\b(?:key|legend|codes?|abbreviations?)\b", re.IGNORECASE)


def with_meanings(document: Document, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, the codes of their decisions with what a key in the document says that they mean."""
    codes = {
        text for entry in entries for passage in entry.passages(ColumnRole.DECISION) if (text := _code(passage.text))
    }
    if len(codes) < _FEWEST:
        return tuple(entries)
    meanings = next(filter(None, (_meanings(text, codes) for text in _texts(document))), None)
    if not meanings:
        return tuple(entries)
    return tuple(replace(entry, cells=tuple(_told(cell, meanings) for cell in entry.cells)) for entry in entries)


def _code(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST and not text.islower() else ""


def _texts(document: Document) -> Iterator[str]:
    """The paragraphs outside of the tables, and the rows of tables that hold one cell, or a code and its meaning."""
    loose = join_lines(block for block in document.blocks if isinstance(block, Line)).text
    yield from (" ".join(text.split()) for text in loose.split("\n\n"))
    yield from (" ".join(line.text.split()) for line in document.furniture)  # a key may stand at the foot of each page
    for table in (block for block in document.blocks if isinstance(block, Table)):
        rows = [
            [" ".join(join_lines(cell.lines).text.split()) for cell in row.cells if cell.lines] for row in table.rows
        ]
        yield from (row[0] for row in rows if len(row) == 1)
        if all(len(row) == 2 for row in rows):  # noqa: PLR2004 - a code and what it means
            yield "; ".join(" = ".join(row) for row in rows)


def _meanings(text: str, codes: Iterable[str]) -> dict[str, str]:
    """What a text says that the codes mean; nothing where it explains too few of them, or is no key."""
    says = _SAYS if not _NAMED.search(text) else rf"{_SAYS}?"
    known = "|".join(map(re.escape, codes))
    ends = rf"(?=\s*(?:[;,.\n()]|\Z|(?:and\s+)?['\"“‘]?(?:{known})['\"”’]?\s*{_SAYS}))"
    found = dict[str, str]()
    for code in codes:
        opens = rf"(?:\A|(?<=[\s(;,:]))['\"“‘]?{re.escape(code)}['\"”’]?\s*{says}\s*"
        if match := re.search(rf"{opens}(?P<meaning>[A-Za-z][^;,.\n()=]*?){ends}", text):
            found[code] = match["meaning"]
    return found if len(found) >= max(_FEWEST, _MOSTLY * len(set(codes))) else {}


def _told(cell: Filled, meanings: Mapping[str, str]) -> Filled:
    meaning = meanings.get(cell.passage.text.strip(), "") if cell.role is ColumnRole.DECISION else ""
    return replace(cell, meaning=meaning) if meaning else cell

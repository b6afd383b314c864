"""The key below the rows of a table: ``Key to owners``, and under it ``HoP | Head of Parks`` in rows of two cells."""

import re
from collections.abc import Sequence

from extract.layouts.tables import SheetRow
from extract.text import join_lines

_TITLE = re.compile(
    r"(?:owner\s+|lead\s+|officer\s+)?(?:key|legend|abbreviations?|glossary|initials|acronyms)\b(?:\s+\w+){0,4}\s*:?"
    r"|(?:owner|officer|lead)\s+(?:codes?|initials|key)\s*:?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[A-Z][\w&/-]{0,8}:?")
_FEWEST = 2
_PAIR = 2  # cells: what is short, and what it stands for
_MOST_WORDS = 12


def without_key(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """The rows without a key that ends the table under its title; all of them where there is none."""
    explaining = 0
    for at in range(len(rows) - 1, -1, -1):  # from the end: a table may have thousands of rows
        told = _texts(rows[at])
        if _explains(told):
            explaining += 1
        elif rows[at].cells:
            titled = len(told) == 1 and _TITLE.fullmatch(told[0])
            return tuple(rows[:at]) if titled and explaining >= _FEWEST else tuple(rows)
    return tuple(rows)


def _texts(row: SheetRow) -> list[str]:
    texts = (" ".join(join_lines(row.cells[column]).text.split()) for column in sorted(row.cells))
    return [text for text in texts if text]


def _explains(texts: Sequence[str]) -> bool:
    return len(texts) == _PAIR and bool(_SHORT.fullmatch(texts[0])) and len(texts[1].split()) <= _MOST_WORDS

"""Passages quoted in e-mails: each line behind a ``>``, the replies between them.

A quoted passage stands in a box of its own, a table of one cell, so that what is quoted is told from what answers it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Line, Row, Table
from extract.reading.plain.printed import Found, cell_of, unmarked

_QUOTE = re.compile(r"\s{0,3}(?P<marks>>(?:\s?>)*)(?:\s|$)\s?")


def read_quoted(lines: Sequence[Line], at: int) -> Found | None:
    """The quoted passage that begins with ``lines[at]``, or ``None`` where none does; one quoted in it is another."""
    depth = _depth(lines[at])
    end = at
    while depth and end < len(lines) and _depth(lines[end]) == depth and not (end > at and lines[end].gap):
        end += 1
    held = list[Line]()
    gap = lines[at].gap
    for line in lines[at:end]:
        text = _QUOTE.sub("", line.text, count=1)
        if text.strip():
            held.append(unmarked(replace(line, text=text, gap=gap)))
        gap = not text.strip()
    if not held:
        return None
    return Found(Table((Row((cell_of(held, 0),), held[0].page),), 1), end)


def _depth(line: Line) -> int:
    """How many times a line is quoted; 0 for one that is not."""
    found = _QUOTE.match(line.text)
    return found["marks"].count(">") if found else 0

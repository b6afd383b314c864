"""Lists side by side: the dates of a timescale cell and the actions of its row, where both are marked alike."""

import re
from collections.abc import Iterable, Mapping, Sequence

from extract.findings import Span

_MARK = re.compile(
    r"(?:(?<=\s)|^)\((?P<bracketed>[a-z]|[ivx]{2,4}|\d{1,2})\)(?=\s|$)"
    r"|^[ \t]*(?P<label>[a-z]|[ivx]{2,4}|\d{1,2})[).](?=\s|$)"
    r"|^[ \t]*(?P<bullet>[•·▪●◦*–-])(?=\s|$)",
    re.MULTILINE | re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\S(?:(?!\n\n).)*", re.DOTALL)
_LINE = re.compile(r"\S[^\n]*")
_WORD = re.compile(r"\b(?!(?:by|from|in|on|end|of|the)\b)\w", re.IGNORECASE)
_FIRST = frozenset(("a", "i", "1"))


def part_of(text: str, offset: int, beside: str) -> Span | None:
    """The part of the text beside that has the mark of the part at an offset: ``(b)`` for what stands under ``(b)``.

    Args:
        text: a field, such as a response in lettered parts.
        offset: a place in it.
        beside: another field of the row, such as its timescale.

    Returns:
        A stretch of ``beside``, or ``None`` where the two are not marked alike; bullets are alike where there are as
        many of them, letters and numbers where all that stand beside are in the text too.
    """
    there = _parts(beside)
    here = _parts(text) if there else {}
    if not _are_alike(here, there):
        return None
    label = next((label for label, part in here.items() if part.start <= offset < part.end), None)
    return there.get(label, Span(0, 0)) if label else None


def beside_of(text: str, offset: int, cells: Iterable[str], beside: str) -> Span | None:
    """The paragraph or line beside that stands in the table row of the action at an offset, where a cell has as many.

    A recommendation over several rows of a table has an action, an owner and a day in each: the cells of its rows are
    joined as paragraphs. A cell of a sheet may have a line for each.

    Args:
        text: a field, such as a response.
        offset: a place in it.
        cells: the cells that the field was put together from.
        beside: another field of the row, such as its timescale.
    """
    shape = _PARAGRAPH if "\n\n" in beside.strip() else _LINE
    return _in_turn(text, offset, cells, _stretches(shape, beside))


def dated_beside(text: str, offset: int, cells: Iterable[str], beside: str, dates: Sequence[Span]) -> Span | None:
    """The one of several dates that stands beside the action at an offset, where a cell has as many actions as dates.

    The cells of several rows were joined to a line: ``Feb 2026 by end September 2026``.

    Args:
        text: a field, such as a response.
        offset: a place in it.
        cells: the cells that the field was put together from.
        beside: a timescale that holds dates and nothing else.
        dates: where these stand in it.
    """
    said = beside
    for date in dates:
        said = said[: date.start] + " " * (date.end - date.start) + said[date.end :]
    return _in_turn(text, offset, cells, list(dates)) if not _WORD.search(said) else None


def _in_turn(text: str, offset: int, cells: Iterable[str], there: Sequence[Span]) -> Span | None:
    """The stretch beside with the place that the action at an offset has in its cell, where both are as many."""
    for cell in cells if len(there) > 1 else ():
        start = text.find(cell)
        here = _stretches(_PARAGRAPH if "\n\n" in cell.strip() else _LINE, cell)
        if start >= 0 and len(here) == len(there) and start <= offset < start + len(cell):
            return next((b for a, b in zip(here, there, strict=True) if a.start <= offset - start < a.end), None)
    return None


def _stretches(shape: re.Pattern[str], text: str) -> list[Span]:
    return [Span(found.start(), found.end()) for found in shape.finditer(text)]


def _are_alike(here: Mapping[str, Span], there: Mapping[str, Span]) -> bool:
    bulleted = any(label.startswith("•") for label in there)
    return len(there) > 1 and (here.keys() == there.keys() if bulleted else there.keys() <= here.keys())


def _parts(text: str) -> dict[str, Span]:
    """The parts of a text by their marks; empty unless they run on from the first and none stands twice."""
    marks = list(_MARK.finditer(text))
    labels = [(mark["bracketed"] or mark["label"] or f"•{at}").lower() for at, mark in enumerate(marks)]
    if len(set(labels)) != len(labels) or not labels or not (labels[0] in _FIRST or labels[0] == "•0"):
        return {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return {label: Span(mark.end(), end) for label, mark, end in zip(labels, marks, ends, strict=True)}

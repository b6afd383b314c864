"""Cells that say the same in Welsh and in English, ``Derbyn / Accept``: the English half is what is read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto

from extract.layouts.entries import Entry, Filled
from extract.text import Passage, join_passages
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.languages import Languages, load_languages

_SLASH = " / "
_MOSTLY = 0.5  # of a column's cells must have two halves
_FEWEST = 2  # cells tell a column
_SHORT = (ColumnRole.DECISION, ColumnRole.OWNER, ColumnRole.TIMESCALE)


def in_english(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, short cells of bilingual columns cut to their English half; as they are where no column is such."""
    languages = load_languages()
    first = {role: _first(entries, role, languages) for role in _SHORT}
    kept = {role: language for role, language in first.items() if language}
    if not kept:
        return tuple(entries)
    return tuple(replace(entry, cells=tuple(_cut(cell, kept, languages) for cell in entry.cells)) for entry in entries)


class _Language(Enum):
    WELSH = auto()
    ENGLISH = auto()


def _first(entries: Iterable[Entry], role: ColumnRole, languages: Languages) -> _Language | None:
    """The language of the first halves of the cells of a role; ``None`` where few have halves in both languages."""
    cells = [passage.text for entry in entries for passage in entry.passages(role)]
    halves = [(first, second) for first, slash, second in (cell.partition(_SLASH) for cell in cells) if slash]
    told = [(languages.lean(first), languages.lean(second)) for first, second in halves]
    welsh_first, welsh_last = sum(a > 0 >= b for a, b in told), sum(b > 0 >= a for a, b in told)
    if len(halves) < _MOSTLY * len(cells) or max(welsh_first, welsh_last) < _FEWEST:
        return None
    return _Language.WELSH if welsh_first > welsh_last else _Language.ENGLISH


def _cut(cell: Filled, first: Mapping[ColumnRole, _Language], languages: Languages) -> Filled:
    language = first.get(cell.role)
    if language is None or _SLASH not in cell.passage.text:
        return cell
    return replace(cell, passage=join_passages(list(_halves(cell.passage, language, languages)), "; "))


def _halves(passage: Passage, language: _Language, languages: Languages) -> Iterator[Passage]:
    """The English half of each name or date of a cell; what has no halves, or has them in English, as it is."""
    start = 0
    for part in passage.text.split(";"):
        first, slash, second = part.partition(_SLASH)
        middle = start + len(first)
        leans = languages.lean(first), languages.lean(second)
        if not slash or (leans[0] < 0 and leans[1] < 0):
            yield passage.cut(start, start + len(part))
        elif leans[0] < leans[1] or (leans[0] == leans[1] and language is _Language.ENGLISH):
            yield passage.cut(start, middle)
        else:
            yield passage.cut(middle + len(slash), start + len(part))
        start += len(part) + 1

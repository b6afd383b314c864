"""Flags that a row earns by its neighbours: its number, its words, and the rows that it refers to."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from extract.interpret.doubts.doubt import Doubt
from extract.records import Flag, Recommendation
from extract.vocabulary.flags import Flags

_TELLING_WORDS = 8  # a text that is shorter may well stand twice


class Numbered(Protocol):
    """An entry, or the row that was made of it."""

    @property
    def theme(self) -> str | None:
        """The heading that it stands under."""

    @property
    def number(self) -> str | None:
        """Its label as printed."""


def number_flags(entries: Sequence[Numbered], flags: Flags) -> tuple[tuple[Flag, ...], ...]:
    """For each entry, the flags of its number: missing among numbered neighbours, or there twice under one theme."""
    counts = Counter[tuple[str | None, str | None]]((entry.theme, entry.number) for entry in entries if entry.number)
    numbered = 2 * sum(counts.values()) > len(entries)
    return tuple(tuple(_number_flags(entry, counts, flags, numbered=numbered)) for entry in entries)


def _number_flags(
    entry: Numbered, counts: Counter[tuple[str | None, str | None]], flags: Flags, *, numbered: bool
) -> Iterable[Flag]:
    if entry.number is None and numbered:
        yield Doubt("number_missing").flag(flags)
    if counts[entry.theme, entry.number] > 1:
        yield Doubt("number_twice", {"number": entry.number or ""}).flag(flags)


def repeated_flags(rows: Sequence[Recommendation], flags: Flags) -> tuple[tuple[Flag, ...], ...]:
    """For each row, the flags of what other rows say in the same words: its recommendation, or its response."""
    asked = _Repeats.of([row.text for row in rows])
    answered = _Repeats.of([row.response for row in rows])
    return tuple(
        tuple(
            Doubt(code, {"rows": _names(rows, others)}).flag(flags)
            for code, others in (
                ("recommendation_twice", asked.others(at)),
                ("response_repeated", answered.others(at)),
            )
            if others
        )
        for at in range(len(rows))
    )


@dataclass(frozen=True, slots=True)
class _Repeats:
    """Texts without what is not a letter, and where each of them stands."""

    texts: Sequence[str]
    places: Mapping[str, Sequence[int]]

    @staticmethod
    def of(texts: Sequence[str]) -> "_Repeats":
        squashed = ["".join(re.findall(r"\w", text.lower())) if _is_long(text) else "" for text in texts]
        places = dict[str, list[int]]()
        for at, text in enumerate(squashed):
            places.setdefault(text, []).append(at)
        return _Repeats(squashed, places)

    def others(self, at: int) -> list[int]:
        """Where the text stands too; nowhere for one of a few words, which anybody may use twice."""
        return [place for place in self.places[self.texts[at]] if place != at] if self.texts[at] else []


def _is_long(text: str) -> bool:
    return len(text.split()) >= _TELLING_WORDS


def _names(rows: Sequence[Recommendation], places: Sequence[int]) -> str:
    """The rows by their numbers, or by where they stand."""
    return ", ".join(rows[at].number or f"row {at + 1}" for at in places)

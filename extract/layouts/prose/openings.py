"""The openings of recommendations in running prose: their labels, and the labels of their parts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.layouts.prose.paragraphs import Paragraph

_LETTER = re.compile(
    r"\s*(?P<label>(?:[A-Z]{1,5}\s?)?(?:\d{1,3}(?:\.\d{1,2})*\s?)?\(?(?P<letter>[a-z])[.)])\s+(?=\S)"
    r"|\s*(?P<whole>(?:[A-Z]{1,5}\s?)?\d{1,3}(?:\.\d{1,2})*(?P<own>[a-z]))\s+(?=[a-zA-Z])"
)
_DOTTED = re.compile(r"[A-Z]*\s?\d+(?:\.\d+)+\.?")
_RANGE = re.compile(r"(?P<first>\d{1,3})\s*(?:to|-|–)\s*(?P<last>\d{1,3})")
_LONGEST_RANGE = 30
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a recommendation.

    Attributes:
        number: its label as printed; ``None`` where it has none.
        parent: the number of the recommendation that it is a part of.
        end: where in its paragraph the recommendation begins, after the label.
        theme: what stands before the label in its paragraph.
    """

    number: str | None
    parent: str | None
    end: int
    theme: str | None = None

    @property
    def steps(self) -> tuple[int, ...]:
        """The label as numbers: ``4a(iv)`` is 4, 1, 4 and ``SC18`` is 18; empty where it has none."""
        steps = list[int]()
        printed = re.sub(r"^[A-Z]+\s?(?=\d)", "", self.number or "")  # a code counts by its figures
        for digits, letters in re.findall(r"(\d+)|([a-z]+)", printed.lower()):
            roman = _ROMANS.get(letters, 0) if len(steps) > 1 else 0
            steps.append(int(digits) if digits else roman or ord(letters[0]) - ord("a") + 1)
        return tuple(steps)


def steps_of(number: str | None) -> tuple[int, ...]:
    """A label as numbers, whatever it opens: ``4a(iv)`` is 4, 1, 4."""
    return Opening(number, None, 0).steps


Opened = Sequence["Opening | None"]


def with_parts(paragraphs: Sequence[Paragraph], opened: Opened, answers: Callable[[str], bool]) -> Opened:
    """The openings, with those of lettered parts with answers of their own: ``(a) …`` Agreed. ``(b) …`` No."""
    found = list(opened)
    starts = [index for index, opening in enumerate(opened) if opening]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(paragraphs)
        opening, letters = opened[start], _letters(paragraphs[:end], start + 1, answers)
        if opening and opening.parent is None and _each_answered(paragraphs[:end], list(letters), answers):
            for index, label in letters.items():
                number = label["whole"] or f"{opening.number}({label['letter']})"
                found[index] = Opening(number, opening.number, label.end())
    return found


def _each_answered(paragraphs: Sequence[Paragraph], letters: Sequence[int], answers: Callable[[str], bool]) -> bool:
    """Whether there are several parts, and an answer stands after each of them, or something other than a part."""
    ends = [*letters[1:], len(paragraphs)]
    if len(letters) > 1 and all(end - letter > 1 for letter, end in zip(letters, ends, strict=True)):
        return True
    return len(letters) > 1 and all(
        any(answers(paragraph.text) for paragraph in paragraphs[letter + 1 : end])
        for letter, end in zip(letters, ends, strict=True)
    )


def _letters(paragraphs: Sequence[Paragraph], start: int, answers: Callable[[str], bool]) -> dict[int, re.Match[str]]:
    """The paragraphs from ``start`` that are labelled a, b, c … in that order and do not answer, and their labels."""
    found = dict[int, re.Match[str]]()
    for index in range(start, len(paragraphs)):
        text = paragraphs[index].text
        label = None if answers(text) else _LETTER.match(text)
        if label and ord(label["letter"] or label["own"]) == ord("a") + len(found):
            found[index] = label
    return found


def whole_of(openings: Sequence[Opening]) -> str | None:
    """The label that all these are parts of: ``2`` for 2a and 2b, ``7f`` for 7f(i) and 7f(ii); ``None`` for others."""
    if any(_DOTTED.fullmatch(opening.number or "") for opening in openings):
        return None  # 1.1 and 1.2 stand for themselves
    steps = [opening.steps for opening in openings]
    shared = 0
    while all(len(one) > shared + 1 and one[shared] == steps[0][shared] for one in steps):
        shared += 1
    if not shared:
        return None
    printed = list(re.finditer(r"\d+|[a-z]+", openings[0].number or "", re.IGNORECASE))
    return (openings[0].number or "")[: printed[shared - 1].end()]


def numbers_of(opening: Opening) -> tuple[str | None, ...]:
    """The recommendations that a label names: ``4 to 6`` names three, ``7 and 9`` two."""
    number = opening.number or ""
    if found := _RANGE.fullmatch(number):
        first, last = int(found["first"]), int(found["last"])
        if first < last <= first + _LONGEST_RANGE:
            return tuple(str(value) for value in range(first, last + 1))
    parts = re.split(r"\s*(?:,|&|\band\b)\s*", number)
    return tuple(part for part in parts if part) if len(parts) > 1 else (opening.number,)

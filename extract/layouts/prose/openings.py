"""What opens a recommendation in running prose: one way a document, and a document keeps to its way."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.layouts.labels import Label, read_label, read_number_cell, read_worded_label
from extract.layouts.prose.paragraphs import Paragraph
from extract.vocabulary.prose import ProseWords

_RESOLVED = re.compile(r"\s*(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|decision\s*:\s*$)", re.IGNORECASE)
_BODY = re.compile(
    r"(?:(?:select|scrutiny|overview|task|review|inquiry|working)\s+)*(?:and\s+)?"
    r"(?:committee|scrutiny|panel|group|commission|board|review|inquiry)(?:[’']s)?\s+(?=rec)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\s*(?:(?:key|pac|committee|scrutiny|panel|our|the)\s+)*rec(?:ommendation|\.)?\s*(?::\s*[-–—]?|[-–—]\s|\.?$)\s*",
    re.IGNORECASE,
)
_SENTENCE_GOES_ON = re.compile(r"[a-z(]")
_SEPARATOR = re.compile(r"[:.)\]–—-]\s*$")
_ROMAN = re.compile(r"\(?(?P<part>[ivx]{1,4}(?:[-–][ivx]{1,4})?)[.)](?=\s|[A-Z])\s*")
_LETTER = re.compile(
    r"\s*(?P<label>(?:[A-Z]{1,5}\s?)?(?:\d{1,3}(?:\.\d{1,2})*\s?)?\(?(?P<letter>[a-z])[.)])\s+(?=\S)"
    r"|\s*(?P<whole>(?:[A-Z]{1,5}\s?)?\d{1,3}(?:\.\d{1,2})*(?P<own>[a-z]))\s+(?=[a-zA-Z])"
)
_QUOTED = re.compile(r"\s*[“\"‘'][^“”\"]{20,}[”\"’']\.?\s*")
_COUNTED = re.compile(r"\d|[A-Z]{1,5}\s?\d{1,3}[a-z]?$")
_DOTTED = re.compile(r"[A-Z]*\s?\d+(?:\.\d+)+\.?")
_RANGE = re.compile(r"(?P<first>\d{1,3})\s*(?:to|-|–)\s*(?P<last>\d{1,3})")
_LONGEST_RANGE = 30
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ASKING = re.compile(r"(?:That\b|To\s+[a-z]{2,}\b)")  # a label before it: 3. To hold a workshop
_HEADING_CHARACTERS = 90
_OTHERS = 0.4  # so many points of a numbered list, for each that asks, may ask nothing


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a recommendation.

    Attributes:
        number: its label as printed; ``None`` where it has none.
        parent: the number of the recommendation that it is a part of.
        end: where in its paragraph the recommendation begins, after the label.
    """

    number: str | None
    parent: str | None
    end: int

    @property
    def steps(self) -> tuple[int, ...]:
        """The label as numbers: ``4a(iv)`` is 4, 1, 4 and ``SC18`` is 18; empty where it has none."""
        steps = list[int]()
        printed = re.sub(r"^[A-Z]+\s?(?=\d)", "", self.number or "")  # a code counts by its figures
        for digits, letters in re.findall(r"(\d+)|([a-z]+)", printed.lower()):
            roman = _ROMANS.get(letters, 0) if len(steps) > 1 else 0
            steps.append(int(digits) if digits else roman or ord(letters[0]) - ord("a") + 1)
        return tuple(steps)


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells recommendations from answers.

    Attributes:
        words: the vocabulary.
        titled: whether a paragraph is titled as an answer.
        number_after: where the title of a number ends that a paragraph opens with: ``Reference: YV1``.
    """

    words: ProseWords
    titled: Callable[[str], bool]
    number_after: Callable[[str], int | None]


Opened = Sequence["Opening | None"]
Style = Callable[[Sequence[Paragraph], Signs], Opened]


def worded(paragraphs: Sequence[Paragraph], _: Signs) -> Opened:
    """``Recommendation 3: That …``, ``R4 …``, or ``Recommendation Three`` above the recommendation."""
    return [_worded(paragraph) for paragraph in paragraphs]


def named(paragraphs: Sequence[Paragraph], _: Signs) -> Opened:
    """``Recommendation: …``, without a number."""
    return [_named(paragraph) for paragraph in paragraphs]


def referenced(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``Recommendation reference: YV1``, or its title above the number, before what is asked."""
    found = list[Opening | None]()
    for index, paragraph in enumerate(paragraphs):
        end = None if paragraph.tabular else signs.number_after(paragraph.text)
        below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        printed = paragraph.text[end:] if end is not None and end < len(paragraph.text) else below
        label = read_number_cell(printed) if end is not None else None
        found.append(Opening(label.number, label.parent, len(paragraph.text)) if label else None)
    return found


def numbered(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``1. That …``, ``2a. …``, ``SC18. …``: bare labels that count up, anew where a heading stands before the first.

    What is labelled so must ask for something, or be answered right below under a title. What minutes list under
    ``RESOLVED`` is a meeting's own decision.
    """
    found, last, resolved, others = list[Opening | None](), Opening("0", None, 0), False, 0
    for index, paragraph in enumerate(paragraphs):
        opening = _numbered(paragraph)
        above = paragraphs[index - 1] if index else None
        resolved = _RESOLVED.match(paragraph.text) is not None or (resolved and not paragraph.bold)
        fresh = above is None or above.bold or len(above.text) < _HEADING_CHARACTERS
        asks = _asks_or_is_answered(paragraphs, index, signs)
        if opening and not asks and not paragraph.bold and _is_next(last, opening):
            others += paragraph.text.endswith(".")
        begins = opening is not None and _is_first(opening) and (fresh or last.number == "0")
        if opening and asks and not resolved and (begins or _follows(last, opening)):
            last = opening
            found.append(opening)
        else:
            found.append(None)
    few = others > _OTHERS * sum(opening is not None for opening in found)
    return [None] * len(found) if few else found


def _asks_or_is_answered(paragraphs: Sequence[Paragraph], index: int, signs: Signs) -> bool:
    """Whether a paragraph asks by its words, or the one right below it stands under the title of an answer."""
    text = paragraphs[index].text
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    label = read_label(text)
    if label and _ASKING.match(text, label.end):
        return True
    asks = signs.words.asks.expression.search(text) is not None and not signs.words.opens_reply(text)
    return asks or signs.titled(below)


def _is_first(opening: Opening) -> bool:
    """Whether a label can begin a list: 1, or a code, which may begin anywhere."""
    return opening.steps[0] == 1 or not (opening.number or "")[:1].isdigit()


def stated(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``The Committee recommends that …`` at the opening of a paragraph, without any label."""
    return [
        Opening(None, None, 0)
        if not paragraph.tabular and signs.words.states.expression.match(paragraph.text)
        else None
        for paragraph in paragraphs
    ]


def marked(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """Bold, boxed or quoted paragraphs that ask, among others that are neither."""
    return [
        Opening(None, None, 0) if _set_off(paragraph) and _asks_whole(paragraph, signs.words) else None
        for paragraph in paragraphs
    ]


LABELLED: tuple[Style, ...] = (referenced, worded, named)
"""The ways that call a recommendation by that name."""

STYLES: tuple[Style, ...] = (*LABELLED, numbered, stated, marked)
"""The ways, the surest first."""


def with_parts(paragraphs: Sequence[Paragraph], opened: Opened, answers: Callable[[str], bool]) -> Opened:
    """The openings, with those of lettered parts with answers of their own: ``(a) …`` Agreed. ``(b) …`` No."""
    found = list(opened)
    starts = [index for index, opening in enumerate(opened) if opening]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(paragraphs)
        opening, letters = opened[start], _letters(paragraphs[:end], start + 1)
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


def _letters(paragraphs: Sequence[Paragraph], start: int) -> dict[int, re.Match[str]]:
    """The paragraphs from ``start`` that are labelled a, b, c … in that order, and their labels."""
    found = dict[int, re.Match[str]]()
    for index in range(start, len(paragraphs)):
        label = _LETTER.match(paragraphs[index].text)
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


def counted(paragraph: Paragraph) -> Opening | None:
    """The label that a paragraph opens with, worded or bare: ``Recommendation 2``, ``(2)``."""
    return _worded(paragraph) or _numbered(paragraph)


def _worded(paragraph: Paragraph) -> Opening | None:
    body = _BODY.match(paragraph.text)
    skipped = body.end() if body else 0
    label = None if paragraph.tabular else read_worded_label(paragraph.text[skipped:])
    if label is None:
        return None
    label = replace(label, end=label.end + skipped)
    printed, rest = paragraph.text[: label.end], paragraph.text[label.end :]
    if rest and not _SEPARATOR.search(printed) and _SENTENCE_GOES_ON.match(rest):
        return None
    return _with_part(label, paragraph.text)


def _named(paragraph: Paragraph) -> Opening | None:
    found = None if paragraph.tabular else _NAMED.match(paragraph.text)
    return Opening(None, None, found.end()) if found else None


def _numbered(paragraph: Paragraph) -> Opening | None:
    if paragraph.tabular or not re.match(r"\s*\(?[\dA-Z]", paragraph.text):
        return None
    label = read_label(paragraph.text)
    if label is None or not _COUNTED.match(label.number):
        return None
    opening = _with_part(label, paragraph.text)
    name = _NAMED.match(paragraph.text, opening.end)
    return replace(opening, end=name.end()) if name else opening


def _with_part(label: Label, text: str) -> Opening:
    """The opening of a label, with the roman number of a part after it: ``4a) iv. …``."""
    part = _ROMAN.match(text, label.end)
    if part is None or not re.search(r"\d\s?\(?[a-z]\)?$", label.number):
        return Opening(label.number, label.parent, label.end)
    return Opening(f"{label.number}({part['part']})", label.parent, part.end())


def _set_off(paragraph: Paragraph) -> bool:
    return not paragraph.tabular and (
        paragraph.bold or paragraph.boxed or _QUOTED.fullmatch(paragraph.text) is not None
    )


def _asks_whole(paragraph: Paragraph, words: ProseWords) -> bool:
    text = paragraph.text
    if not words.asks.expression.search(text) or words.opens_reply(text):
        return False
    return len(text.split()) >= 6 and text.rstrip("\"'”’) ").endswith((".", ":", ";"))  # noqa: PLR2004 - a heading is shorter


def _is_next(last: Opening, opening: Opening) -> bool:
    """Whether a label is the very next in the list of another: 3 after 2, ``4b`` after ``4a``."""
    return bool(last.steps) and opening.steps == (*last.steps[:-1], last.steps[-1] + 1)


def _follows(last: Opening, opening: Opening) -> bool:
    """Whether a label comes next after another, at most one left out: never ``1.2`` after ``1a``."""
    before, after = last.steps, opening.steps
    dotted = [re.search(r"\d\.\d", one.number or "") is not None for one in (last, opening)]
    return after > before and after[0] - before[0] <= 2 and (before == (0,) or dotted[0] == dotted[1])  # noqa: PLR2004 - one left out

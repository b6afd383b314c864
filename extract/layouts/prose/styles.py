"""What opens a recommendation in running prose: one way a document, and a document keeps to its way."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.layouts.labels import Label, read_label, read_number_cell, read_worded_label
from extract.layouts.prose.openings import Opened, Opening
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
_HEADED = re.compile(r"\s*(?:[A-Z][a-z]+\s+(?:no\.?\s*)?)?(?P<number>\d{1,3})\s*(?:[:.)–—-]\s*|\s(?=[A-Z])|$)")
_SENTENCE_GOES_ON = re.compile(r"[a-z]|\((?![^()]{2,60}\)\s*$)")  # and no heading: Recommendation 3 (accepted)
_SEPARATOR = re.compile(r"[:.)\]–—-]\s*$")
_ROMAN = re.compile(r"\(?(?P<part>[ivx]{1,4}(?:[-–][ivx]{1,4})?)[.)](?=\s|[A-Z])\s*")
_QUOTED = re.compile(r"\s*[“\"‘'][^“”\"]{20,}[”\"’']\.?\s*")
_COUNTED = re.compile(r"\d|[A-Z]{1,5}\s?\d{1,3}[a-z]?$")
_ASKING = re.compile(r"(?:That\b|To\s+[a-z]{2,}\b)")  # a label before it: 3. To hold a workshop
_HEADING_CHARACTERS = 90
_OTHERS = 0.4  # so many points of a numbered list, for each that asks, may ask nothing


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells recommendations from answers.

    Attributes:
        words: the vocabulary.
        titled: whether a paragraph is titled as an answer.
        number_after: where the title of a number ends that a paragraph opens with: ``Reference: YV1``.
        asked_after: where the title of what is asked ends that one opens with: ``The Panel asked us to:``.
    """

    words: ProseWords
    titled: Callable[[str], bool]
    number_after: Callable[[str], int | None]
    asked_after: Callable[[str], int | None]


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


def counted(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``Ask 1: Warm rooms`` and the like: numbered headings right above the title of what is asked."""
    found = list[Opening | None]()
    for above, below in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        asked = below is not None and not below.tabular and signs.asked_after(below.text) is not None
        label = _HEADED.match(above.text) if asked and not above.tabular else None
        found.append(Opening(label["number"], None, label.end()) if label else None)
    numbers = [opening.number for opening in found if opening]
    return found if len(numbers) > 1 and len(set(numbers)) == len(numbers) else [None] * len(found)


def asked(paragraphs: Sequence[Paragraph], signs: Signs) -> Opened:
    """``What the Panel asked for``, above what was asked or before it, without any number: the same title each time."""
    ends = [None if paragraph.tabular else signs.asked_after(paragraph.text) for paragraph in paragraphs]
    titles = [_title(paragraph, end) for paragraph, end in zip(paragraphs, ends, strict=True)]
    usual = Counter(title for title in titles if title).most_common(1)
    if not usual or usual[0][1] == 1:
        return [None] * len(ends)
    return [
        Opening(None, None, end or 0) if title == usual[0][0] else None for title, end in zip(titles, ends, strict=True)
    ]


def _title(paragraph: Paragraph, end: int | None) -> str:
    """The title that a paragraph opens with, which ends there; empty where it has none."""
    return "" if end is None else paragraph.text[:end].strip(" :–—-\n").lower()


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


def pointed(paragraph: Paragraph) -> Opening | None:
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

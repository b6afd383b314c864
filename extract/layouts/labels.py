"""Labels of recommendations: ``Recommendation 1:``, ``R4``, ``2.3``, ``9(b)``, ``SR (23/24) 01``."""

import re
from dataclasses import dataclass

# fmt: off
_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
# fmt: on
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_WORDS, 1)}

_DIGITS = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_PART = r"(?:\s?\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z](?![a-z]))"
_NUMBER = rf"{_DIGITS}{_PART}{{0,2}}"
_ROMAN = r"[IVX]{1,6}(?![A-Za-z])"
_CODE = (
    r"(?:[A-Z]{1,5}\s?\(\d{2}/\d{2}\)\s?\d{1,3}"  # SR (23/24) 01
    r"|[A-Z]{2,5}[./-]\d{2,6}(?:[./-]\d{1,4}[a-z]?)*"  # CEH.140715.20b
    r"|[A-Z][A-Z&]{1,4}\s?\d{1,3}(?:[a-z]|\s?\([a-z]\))?)"  # SC18, CH1, O&S 01, SC11(a)
)
_NAMED = rf"(?:{_NUMBER}|(?-i:{_CODE})|{_ROMAN}|[A-Z](?![A-Za-z])|(?:{'|'.join(_WORDS)})\b)"
_END = r"\s*(?:[:.)\]–—-]+(?=\s|$|[A-Z“‘\"'])|(?=\s|$))\s*"
_WITH_WORD = re.compile(
    rf"\s*(?:key\s+|argymhelliad(?:\s*\d{{1,3}})?\s*/\s*)?(?:recomm?[ei]n-?\s?dations?|recs?\.?|argymhelliad)(?![a-z])"
    rf"(?:\s*/\s*argymhelliad)?\s*(?:number|no\.?|№)?\s*(?P<number>{_NAMED})"
    rf"(?P<more>(?:\s*(?:,|and|&|to|–|-)\s*{_NUMBER})*){_END}",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    rf"\s*\(?{_DIGITS}[.)]?\s+(?=recommendation\s*(?:no\.?\s*)?\d{{1,3}}[a-z]?\s*[:.–—-])", re.IGNORECASE
)
_WITH_INITIAL = re.compile(rf"\s*R\s?(?P<number>{_NUMBER}){_END}")
_WITH_CODE = re.compile(rf"\s*(?P<number>{_CODE})(?:\s*[:.–—-]+\s*|\s+(?=That\b|To\b|$)|(?<=\))\s+(?=\S)|$)")
_THEMED = re.compile(  # A1 The Council should plant: a theme's letter, and what is asked; no quarter and no road
    r"\s*(?P<number>(?!Q)[A-Z]\d{1,2}[a-z]?)"
    r"(?:\s*[:.)–—-]+\s+(?=[A-Z“‘\"'])|\s+(?=A\s|[A-Z][a-z])(?!(?:Trunk|Road|Junction|Corridor|Motorway)\b))"
)
_BARE = re.compile(
    rf"\s*(?P<number>{_NUMBER})\s*(?:[:.)\]–—-]+\s+(?=\S)|[:.)]?\s*$|\s+(?=(?:That|To|The)\b)"
    r"|(?<=\))\s+(?!of\b|and\b|or\b|to\s+\d)(?=\S))"
)
_LETTER = re.compile(r"\s*\(?(?P<number>[a-z]|[ivx]{1,4}|\d{1,2})\)\s*")
_SUB = re.compile(
    r"^(?P<parent>(?:[A-Z][A-Z&]{1,4}\s?)?\d+(?:\.\d+)*)\s?(?:[a-z]\b|[a-z](?=\()|\([a-z\d]{1,4}\)){1,3}$"
)
_DATE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}$|\b(?:19|20)\d{2}-\d{2}-\d{2}\b")
_CELL_WORD = re.compile(r"^(?:recommendation|rec|no|number|r|item)s?\.?\s*(?:no\.?)?\s*(?=[\dIVX])", re.IGNORECASE)
_CELL = re.compile(
    rf"^(?:{_NUMBER}|{_CODE}|{_ROMAN}|\(?(?:[a-z]|[ivx]{{1,4}})\)?|[A-Z&]{{0,6}}[\s.-]?\(?\d[\w./() –-]{{0,24}})$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label, and where the text after it begins.

    Attributes:
        number: as printed, without the word or its initial.
        end: offset of the first character after the label.
        parent: number of the recommendation that it names a part of: ``9`` for ``9(b)`` and ``4`` for ``4a``.
    """

    number: str
    end: int
    parent: str | None = None


def read_label(text: str) -> Label | None:
    """The label that a recommendation's text opens with, or ``None``: never one in the middle of it."""
    start = _start(text)
    for pattern in (_WITH_WORD, _WITH_INITIAL, _WITH_CODE, _THEMED, _BARE, _LETTER):
        if (found := pattern.match(text, start)) and not _is_quantity(found, text):
            more = found.groupdict().get("more") or ""
            return _label(found["number"] + more, found.end())
    return None


def read_worded_label(text: str) -> Label | None:
    """The label that a text opens with, where it says that it is one: ``Recommendation 3`` or ``R3``."""
    start = _start(text)
    found = _WITH_WORD.match(text, start) or _WITH_INITIAL.match(text, start)
    return _label(found["number"], found.end()) if found else None


def read_number_cell(text: str) -> Label | None:
    """The label that the whole of a number cell holds, or ``None``: ``4a``, ``SR (23/24) 01``, ``Rec 3``."""
    words = " ".join(text.split())
    words = re.sub(r"\(\s*|\s*/\s*|\s+\)", lambda m: m[0].replace(" ", ""), words)
    bare = _CELL_WORD.sub("", words).rstrip(".:)") if not _is_bracketed(words) else words
    if not bare or not _CELL.match(bare) or _DATE.search(bare):
        return None
    return _label(bare, len(text))


def _start(text: str) -> int:
    """Where a label may begin: after the number of the paragraph that it stands in, ``5. Recommendation 1: That …``."""
    found = _PARAGRAPH.match(text)
    return found.end() if found else 0


def _label(number: str, end: int) -> Label:
    number = _NUMBER_WORDS.get(number.lower(), number).strip()
    part = _SUB.match(number)
    return Label(number, end, part["parent"] if part else None)


def _is_bracketed(words: str) -> bool:
    return words.endswith(")") and "(" in words


def _is_quantity(found: re.Match[str], text: str) -> bool:
    """Whether a bare number counts something: ``2.5 million`` and ``20 working days`` are no labels."""
    rest = text[found.end() :]
    return found.re is _BARE and found.end() < len(text) and rest[:1].islower() and not re.search(r"[:.)]", found[0])

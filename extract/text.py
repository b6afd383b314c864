"""Lines joined to running text that remembers, for each character, the line that it was printed on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.document import Line

BULLETS = "•●▪■◦○‣⁃·∙➢➤►❖✓\uf0b7\uf0a7\uf0d8\uf076§Ø"
"""Glyphs that lists are bulleted with, those of Word's symbol fonts included."""

CLAUSE_END = re.compile(r"[.?!;:]['\"’”)\]]*$")
"""What a text ends with where a sentence, or a part of a list, is finished."""

_BULLET = re.compile(rf"\s*(?:[{BULLETS}]\s*|[-–—*o]\s+)(?=\S)")
_ENUMERATOR = re.compile(r"\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{2,4}|\d{1,2})\.)\s+(?=\S)")
_HANGING = re.compile(r"\b(?:the|an?|of|and|or|to|for|by|with|from|in|on|at|that|which|is|are|will|be|our|their)$")
_DIVIDED = re.compile(r"\w[-\u2010]$")
_LAST_WORD = re.compile(r"(\w+)[-\u2010]?$")
_UNFINISHED = re.compile(r"[\w,’']$")
_LONGEST_WORD = 64  # characters at a text's end that are looked at: a search of all of it takes longer with each line
_SPACES = re.compile(r"[^\S\n]+")
_BRACKETED = re.compile(r"\A\s*\(([^()]*)\)\s*[:–—-]\s*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Piece:
    """The stretch ``[start, end)`` of a passage that was printed on one line."""

    start: int
    end: int
    line: Line


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text, and the printed line of each of its stretches in order."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()

    def lines_of(self, start: int, end: int) -> tuple[Line, ...]:
        """The printed lines that ``text[start:end]`` stands on."""
        return tuple(piece.line for piece in self.pieces if piece.start < end and start < piece.end)

    def page_of(self, offset: int) -> int:
        """The 1-based page of the character at ``offset``; 1 for an empty passage."""
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[max(at, 0)].line.page if self.pieces else 1

    def cut(self, start: int, end: int | None = None) -> "Passage":
        """The passage ``text[start:end]``, without white space at its ends."""
        end = len(self.text) if end is None else end
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        inside = (piece for piece in self.pieces if piece.start < end and start < piece.end)
        return Passage(
            self.text[start:end],
            tuple(Piece(max(p.start, start) - start, min(p.end, end) - start, p.line) for p in inside),
        )


def clean(text: str) -> str:
    """The text without control and zero-width characters, white space within lines made single."""
    if text.isprintable() and "  " not in text:  # no white space but single spaces, no controls: most lines
        return text.strip()
    return _SPACES.sub(" ", _CONTROLS.sub("", text)).strip()


def is_bullet(text: str) -> bool:
    """Whether a line opens with a bullet: ``• By engaging``, ``- By engaging``, ``o by engaging``."""
    return _BULLET.match(text) is not None


def is_list_item(text: str) -> bool:
    """Whether a line opens with a bullet or an enumerator: ``(a) …``, ``ii. …``, ``2. …``."""
    return is_bullet(text) or _ENUMERATOR.match(text) is not None


def without_bullet(text: str) -> str:
    """The text after its opening bullet, or all of it."""
    return text[found.end() :] if (found := _BULLET.match(text)) else text


_YEAR_BEGINS = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(\d{1,3})\Z"
)
_YEAR_ENDS = re.compile(r"(\d{1,3})\W?")
_YEAR = re.compile(r"20[0-4]\d")


def beside_name(text: str, name: str) -> str:
    """What a text says after the name that it opens with: ``Agreed. …``, also where that stands in brackets."""
    return _BRACKETED.sub(r"\1. ", text[len(name) :]).lstrip(" \t\n:–—-")


def joint(before: Line, text_before: str, after: str, *, words: frozenset[str] = frozenset()) -> tuple[str, bool]:
    """What stands between two lines, and whether the hyphen that ends the first is dropped.

    Args:
        before: the first line.
        text_before: its cleaned text.
        after: the cleaned text of the second.
        words: lower-case words that the document prints unbroken; a word divided at its hyphen is closed up
            where it is one of them (``accom-/modation``), and keeps its hyphen elsewhere (``de-/escalation``).
    """
    if before.cut:
        return "", False
    end = text_before[-_LONGEST_WORD:]
    if _is_divided_year(end, after):
        return "", False
    if not (before.hyphen or _DIVIDED.search(end)):
        return " ", False
    if not after[:1].islower():
        return "", False
    first = _LAST_WORD.search(end)
    second = re.match(r"\w+", after)
    whole = f"{first[1]}{second[0]}".lower() if first and second else ""
    return "", whole in words


def _is_divided_year(before: str, after: str) -> bool:
    """Whether the end of a line divides a year behind a month, in a column too narrow for it: ``31 March 202/6``."""
    first, second = _YEAR_BEGINS.search(before), _YEAR_ENDS.fullmatch(after)
    return bool(first and second and _YEAR.fullmatch(f"{first[1]}{second[1]}"))


def letters_of(text: str) -> str:
    """The letters and figures of a text in lower case: by them it is known again, however it is printed."""
    return re.sub(r"\W+", "", text.lower())


def join_lines(lines: Iterable[Line], *, words: frozenset[str] = frozenset()) -> Passage:
    """The lines as running text: paragraphs divided by a blank line, list items on lines of their own.

    Args:
        lines: the lines in reading order.
        words: lower-case words that the document prints unbroken (see ``joint``).
    """
    text, pieces = "", list[Piece]()
    for line in lines:
        content = clean(line.text)
        if not content:
            continue
        if pieces:
            between, closed = _between(pieces[-1].line, text, line, content, words)
            if closed:
                text = text[:-1]
                pieces[-1] = replace(pieces[-1], end=len(text))
            text += between
        pieces.append(Piece(len(text), len(text) + len(content), line))
        text += content
    return Passage(text, tuple(pieces))


def _between(before: Line, text: str, line: Line, content: str, words: frozenset[str]) -> tuple[str, bool]:
    if before.cut:
        return joint(before, text, content, words=words)
    if is_list_item(content) and (_is_sure_bullet(content, before) or line.gap or _ends_sentence(text)):
        return "\n", False
    if line.gap and not before.hyphen and not _runs_on(text, content):
        return "\n\n", False
    return joint(before, text, content, words=words)


def _is_sure_bullet(content: str, before: Line) -> bool:
    """Whether a line opens with a bullet, and not with a dash that a line's end divided from what it belongs to."""
    return is_bullet(content) and (content[0] not in "-–—" or is_bullet(clean(before.text)))


def _runs_on(text: str, content: str) -> bool:
    """Whether a gap (a page break, as a rule) stands within a sentence: ``they make / contact with us``."""
    end = text[-_LONGEST_WORD:]
    if _HANGING.search(end):
        return True
    return _UNFINISHED.search(end) is not None and (content[0].islower() or content[0] == "(")


def _ends_sentence(text: str) -> bool:
    return text[-_LONGEST_WORD:].rstrip("\"'”’)").endswith((".", ":", ";", "?", "!", ", and", "; and", ","))


def join_passages(passages: Sequence[Passage], between: str = "\n\n") -> Passage:
    """The passages that are not empty, one after the other, divided by ``between``."""
    text, pieces = "", list[Piece]()
    for passage in passages:
        if not passage.text:
            continue
        text += between if text else ""
        pieces += [Piece(p.start + len(text), p.end + len(text), p.line) for p in passage.pieces]
        text += passage.text
    return Passage(text, tuple(pieces))

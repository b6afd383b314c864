"""Who leads and by when, told at the end or the start of an answer's cell, and no part of the answer.

``… will be opened in May. Lead: Head of Parks. By when: June 2026``
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.layouts.entries import Filled
from extract.text import Passage
from extract.vocabulary.headings import ColumnRole, Headings

_TITLED = re.compile(r"[(\[]?(?P<title>[A-Za-z][\w ()-]{1,38}?)(?:\s*(?P<mark>:)\s*(?:[–—-]\s)?|\s+[–—-]\s+)(?=\S)")
_SENTENCE = re.compile(r"(?:[.?!;]['\"’”)\]]*|\n)\s*(?=\S)")
_AFTER = re.compile(r"[^\s.?!;:]\s+(?=[A-Z])")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[CD]llr)(?<!\b[MD][rs])(?<!\bMrs)[.;]['\"’”)\]]*(?=\s)|\n|$")
_INNER = re.compile(r"[a-z]{3,}(?<!llr)[.?!]['\"’”)\]]*\s+\S|\n\s*\n")
_SAYS = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|that|which|said|told|should|must|been|can|cannot|may|we|they|it"
    r"|takes?|rests?|lies?|remains?|falls?|sits?"
    r"|(?i:support|agree|accept|welcome|note|endorse|believe|consider|feel|think|propose|recommend|reject|decline)(?:s|d|ed)"
    r"|thanks|wishes|said|noted)\b"
)
_OPENS = re.compile(r"(?i)(?:when|once|as soon as|after|until|subject|to be)\b")
_SHORT = re.compile(
    r"(?i)(?:tbc|tbd|n/a|none|nil|not set|[-–—]|done|now|on ?-?going|immediate(?:ly)?|within .+|to be \w+"
    r"|as soon as .+)\W*"
)
_SMALL = frozenset({"and", "of", "for", "the", "in", "to", "with", "on", "at", "or", "by"})
_SHORT_CELLS = {ColumnRole.OWNER, ColumnRole.TIMESCALE, ColumnRole.OTHER}
_ANSWERS = {ColumnRole.RESPONSE, ColumnRole.DECISION}
_MOST = {ColumnRole.OWNER: 30, ColumnRole.TIMESCALE: 14}
"""Words that may stand behind a title."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A title ``[start, end)`` within a cell."""

    start: int
    end: int
    name: str
    role: ColumnRole


def apart(filled: Filled, headings: Headings) -> Iterator[Filled]:
    """The cell, and after it what it says of owners and days under titles at its end or its start."""
    titles = list(_titles(filled.passage, headings)) if filled.role in _ANSWERS | _SHORT_CELLS else []
    if titles:
        divided = _both if filled.role in _SHORT_CELLS else _ends
        yield from divided(filled, titles, headings)
    else:
        yield filled


def _ends(filled: Filled, titles: Sequence[_Title], headings: Headings) -> Iterator[Filled]:
    """An answer without what its ends say of owners and days, and then that."""
    text = filled.passage.text
    first, opening = _opening(text, titles, headings)
    last, closing = _closing(text, [title for title in titles if title.start >= first], headings)
    inner = any(title.role is ColumnRole.OWNER and first <= title.start < last for title in titles)
    if inner or not text[first:last].strip():  # each action with its own lead, or nothing else
        yield filled
        return
    yield replace(filled, passage=filled.passage.cut(first, last))
    for title, end in (*opening, *closing):
        yield Filled(title.role, title.name, _bare(filled.passage.cut(title.end, end)))


def _both(filled: Filled, titles: Sequence[_Title], headings: Headings) -> Iterator[Filled]:
    """A cell that holds an owner and a day and nothing else, each under its title: ``Who: Head of Parks When: May``."""
    last, told = _closing(filled.passage.text, titles, headings)
    if last or {title.role for title, _ in told} != set(_MOST):
        yield filled
        return
    for title, end in told:
        yield Filled(title.role, title.name, _bare(filled.passage.cut(title.end, end)), group=filled.group)


def _titles(passage: Passage, headings: Headings) -> Iterator[_Title]:
    """The titles that open a line or follow the end of a sentence; and those after the first that follow anything."""
    lines = {piece.start for piece in passage.pieces}
    ends = {found.end() for found in _SENTENCE.finditer(passage.text)} | {0}
    words = {found.end() for found in _AFTER.finditer(passage.text)}
    told = False
    for start in sorted(lines | ends | words):
        if not told and start not in lines and start not in ends:
            continue
        found = _TITLED.match(passage.text, start)
        role = headings.trailed.role(found["title"]) if found else None
        if found and role and (start in ends or (found["mark"] and found["title"][:1].isupper())):
            yield _Title(start, found.end(), found["title"], role)
            told = True


def _closing(text: str, titles: Sequence[_Title], headings: Headings) -> tuple[int, list[tuple[_Title, int]]]:
    """Where the titles begin that a cell ends with, and each of them with the end of what it says."""
    last, found = len(text), list[tuple[_Title, int]]()
    for title in reversed(titles):
        if not _is_told(text[title.end : last], title, headings):
            break
        found.insert(0, (title, last))
        last = title.start
    return last, found


def _opening(text: str, titles: Sequence[_Title], headings: Headings) -> tuple[int, list[tuple[_Title, int]]]:
    """Where the titles end that a cell begins with, and each of them with the end of what it says."""
    first, found = 0, list[tuple[_Title, int]]()
    for at, title in enumerate(titles):
        after = titles[at + 1].start if at + 1 < len(titles) else len(text)
        stop = _STOP.search(text, title.end)
        end = min(after, stop.end() if stop else after)
        if text[first : title.start].strip() or not _is_told(text[title.end : end], title, headings):
            break
        found.append((title, end))
        first = end
    return first, found


def _is_told(said: str, title: _Title, headings: Headings) -> bool:
    """Whether words name owners or days, and are no sentence."""
    said, role = said.strip(" \n.;)]"), title.role
    if re.fullmatch(headings.trailed.uncertain, title.name, re.IGNORECASE):
        return re.fullmatch(headings.contents.moment, said) is not None
    if not said or len(said.split()) > _MOST[role] or _INNER.search(said):
        return False
    if role is ColumnRole.OWNER:
        return not _SAYS.search(said) and _names(said, headings)
    timed = re.search(headings.contents.timescale, said) or _SHORT.fullmatch(said) or _OPENS.match(said)
    return bool(timed) and (not _SAYS.search(said) or _OPENS.match(said) is not None)


def _names(said: str, headings: Headings) -> bool:
    """Whether words are those of a post or a body, or a name's: most of them in capitals."""
    letters = [word for word in re.findall(r"[A-Za-z][\w’'-]*", said) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in letters)
    told = re.search(headings.contents.owner, said) is not None or _SHORT.fullmatch(said) is not None
    return told or 2 * capitals > len(letters)


def _bare(passage: Passage) -> Passage:
    """A passage without the stop, or the bracket that closes what was opened before its title."""
    text = passage.text.rstrip(" .;")
    unopened = text.endswith((")", "]")) and text.count(")") + text.count("]") > text.count("(") + text.count("[")
    return passage.cut(0, len(text) - unopened)

"""The owners of a cell: joint owners divided, each told for what it is."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extract.facts.owners.joints import divides, is_whole, opens_across
from extract.facts.owners.kinds import Bodies, names_nobody, opens_role, owner_of, plain
from extract.records import Owner
from extract.text import BULLETS
from extract.vocabulary.owners import OwnerWords

_STRONG = re.compile(rf"\s*;\s*|\n\s*\n|\s*\|\s*|\s*[•●▪■]\s*|(?:^|\n)\s*[{BULLETS}]\s*|(?:^|\n)\s*[-–]\s+")
_WEAK = re.compile(r"\s*/\s*|,\s*(?:and|&)\s+|\s+(?:and|&|\+)\s+|,\s+")
_INITIALS_ONLY = re.compile(r"[A-Z]{2,3}(?:\s*/\s*[A-Z]{2,3})+")
_PLURAL_TITLE = re.compile(r"(?i)(?:cllrs|councillors)\s+(?=\w+(?: \w+)?(?:,| and | & |/))")
_BRACKETS = re.compile(r"\([^()]*\)")
_LOOKED_AHEAD = 3


def find_owners(cell: str, bodies: Bodies, words: OwnerWords) -> tuple[Owner, ...]:
    """The owners that an owner, organisation, lead or portfolio cell names, in its order, each once.

    Joint owners are divided at semicolons, bullets and spaced slashes; at ``and``, commas, line breaks and tight
    slashes only where both sides are owners by themselves: ``Head of Parks and Leisure`` is one.

    Args:
        cell: the text of the cell, its lines joined by spaces or line breaks.
        bodies: what the document's names stand for.
        words: the vocabulary of owner cells.
    """
    if names_nobody(cell, words):
        return ()
    found = dict[tuple[str, str], Owner]()
    for piece in _pieces(cell, bodies, words):
        if owner := owner_of(piece, bodies, words):
            found.setdefault((owner.kind, owner.name.casefold()), owner)
    return tuple(found.values())


def _pieces(cell: str, bodies: Bodies, words: OwnerWords) -> Iterator[str]:
    """The pieces of a cell that name one owner each, as printed."""
    parts = [part.strip() for part in _divide(cell, _outside_brackets(_STRONG, cell)) if part.strip()]
    for line in (line for part in parts for line in _owner_lines(part, bodies, words)):
        title = _PLURAL_TITLE.match(line)
        if _INITIALS_ONLY.fullmatch(line) and bodies.resolve(line.split("/")[0]) is None:
            yield from re.split(r"\s*/\s*", line)
        elif title:
            names = _divide(line[title.end() :], _outside_brackets(_WEAK, line[title.end() :]))
            yield from (f"Cllr {name}" for name in names if name.strip())
        else:
            yield from _split(line, bodies, words)


def _outside_brackets(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """What the pattern finds outside of paired brackets; a bracket without its partner encloses nothing."""
    inside = {at for pair in _BRACKETS.finditer(text) for at in range(*pair.span())}
    return [found for found in pattern.finditer(text) if found.start() not in inside]


def _divide(text: str, cuts: Iterable[re.Match[str]]) -> Iterator[str]:
    start = 0
    for cut in cuts:
        yield text[start : cut.start()]
        start = cut.end()
    yield text[start:]


def _owner_lines(text: str, bodies: Bodies, words: OwnerWords) -> list[str]:
    """The lines of the text where each names an owner by itself; otherwise the text on one line."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    each = len(lines) > 1 and all(_stands_alone(line, bodies, words) for line in lines)
    if each and not any(opens_across(one, other, bodies, words) for one, other in pairwise(lines)):
        return lines
    return [" ".join(lines)]


def _stands_alone(line: str, bodies: Bodies, words: OwnerWords) -> bool:
    if line.endswith((",", "/", " and", " &")):
        return False
    return is_whole(plain(line, words), bodies, words) and (" " in line or bodies.resolve(line) is not None)


def _split(text: str, bodies: Bodies, words: OwnerWords) -> Iterator[str]:
    separators = _outside_brackets(_WEAK, text)
    start = passed = 0
    for at, separator in enumerate(separators):
        if separator.start() < passed or separator.start() <= start:
            continue
        ahead = separators[at + 1 : at + 1 + _LOOKED_AHEAD]
        ends = [*(end.start() for end in ahead), *([len(text)] if len(ahead) < _LOOKED_AHEAD else [])]
        passed = _longest_name(text, start, ends, bodies)
        if passed:
            continue
        rights = [text[separator.end() : end] for end in ends]
        if divides(text[start : separator.start()], separator[0], rights, bodies, words):
            yield from _split_at_posts(text[start : separator.start()], words)
            start = separator.end()
    yield from _split_at_posts(text[start:], words)


def _longest_name(text: str, start: int, ends: list[int], bodies: Bodies) -> int:
    """Where the longest name at ``start`` ends that holds the mark (``NHS Cornwall and Isles of Scilly ICB``); or 0."""
    return next((end for end in reversed(ends) if bodies.resolve(text[start:end]) is not None), 0)


def _split_at_posts(text: str, words: OwnerWords) -> Iterator[str]:
    """The piece divided before posts that only a lost line break divides: ``Head of Parks Head of Highways``."""
    start = 0
    for found in re.finditer(rf"(?i)(?<=\w )(?:{'|'.join(map(re.escape, words.sure_openers))})\b", text):
        left = text[start : found.start()].strip()
        if opens_role(left, words) and re.search(r"(?i)\b(?:of|for) \S+$|\b(?:of|for) .*\w{4,}$", left):
            yield left
            start = found.start()
    yield text[start:]

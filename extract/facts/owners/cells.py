"""The owners of a cell: joint owners divided, each told for what it is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from extract.facts.owners.capacities import capacity_of
from extract.facts.owners.joints import divides, is_whole, opens_across
from extract.facts.owners.kinds import Bodies, owner_of
from extract.facts.owners.lines import WRAP, owner_lines
from extract.facts.owners.mending import mended
from extract.facts.owners.people import person_in
from extract.facts.owners.stripping import NUMBER, alternatives, plain
from extract.facts.owners.titles import is_group, is_role, is_service, names_nobody, opens_role
from extract.records import Because, Owner
from extract.text import BULLETS
from extract.vocabulary.owners import OwnerWords

_STRONG = re.compile(rf"\s*;\s*|\n\s*\n|\s*\|\s*|\s*[•●▪■]\s*|(?:^|\n)\s*[{BULLETS}]\s*")
_DASHED = re.compile(r"(?:^|\n)\s*[-–]\s+")
_WEAK = r"\s*/\s*|,\s*(?:and|&)\s+|\s+(?:and|&|\+)\s+|,\s+"
_INITIALS_ONLY = re.compile(r"[A-Z]{2,3}(?:\s*(?:/|,|&|\band\b)\s*[A-Z]{2,3})+")
_BETWEEN_INITIALS = re.compile(r"\s*(?:/|,|&|\band\b)\s*")
_CONTACT = re.compile(
    r"(?i)[\s,;(]*(?:(?:e-?mail|contact|tel(?:ephone)?|ext(?:ension)?|mobile|phone)\b[.:]?\s*)?"
    r"(?:[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+|\b0\d[\d ]{8,12}\b|(?<=ext)[. ]*\d{3,6}\b)\)?"
)
_PLURAL_TITLE = re.compile(r"(?i)(?:cllrs|councillors)\.?\s+(?=\w+(?: \w+)?(?:,| and | & |/))")
_BRACKETS = re.compile(r"\([^()]*\)")
_LOOKED_AHEAD = 3


def find_owners(
    cell: str, bodies: Bodies, words: OwnerWords, heading: str = "", rule: str = "owner_cell"
) -> tuple[Owner, ...]:
    """The owners that an owner, organisation, lead or portfolio cell names, in its order, each once.

    Joint owners are divided at semicolons, bullets and spaced slashes; at ``and``, commas, line breaks and tight
    slashes only where both sides are owners by themselves: ``Head of Parks and Leisure`` is one.

    Args:
        cell: the text of the cell, its lines joined by spaces; or by line breaks, and by ``WRAP`` where they may have
            been wrapped.
        bodies: what the document's names stand for.
        words: the vocabulary of owner cells.
        heading: the title of the cell's column, which may tell in what capacity they are named.
        rule: the code of the rule by which the cell was found.
    """
    if names_nobody(cell, words):
        return ()
    found = [
        replace(
            owner,
            capacity=capacity_of(owner.raw, heading, words),
            because=(Because(rule=rule, words=owner.raw), *owner.because),
        )
        for piece in _pieces(mended(cell, words), bodies, words)
        if (owner := owner_of(piece, bodies, words))
    ]
    return each_once(found)


def each_once(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    """The owners, each where it is first named."""
    found = dict[tuple[str, str], Owner]()
    for owner in owners:
        found.setdefault((owner.kind, owner.name.casefold()), owner)
    return tuple(found.values())


def _pieces(cell: str, bodies: Bodies, words: OwnerWords) -> Iterator[str]:
    """The pieces of a cell that name one owner each, as printed."""
    cuts = _strong_cuts(cell.replace(WRAP, " "), words)
    parts = [part.strip() for part in _divide(cell, cuts) if part.strip()]
    lines = [line for part in parts for line in _owner_lines(part, bodies, words)]
    for line in (either for joined in lines for either in _either(joined, bodies, words)):
        title = _PLURAL_TITLE.match(line)
        if _are_initials(line, bodies, words):
            yield from _BETWEEN_INITIALS.split(line)
        elif title:
            names = _divide(line[title.end() :], _spans(_weak(words.companions), line[title.end() :]))
            yield from (f"Cllr {name}" for name in names if name.strip())
        else:
            yield from _split(line, bodies, words)


def _either(line: str, bodies: Bodies, words: OwnerWords) -> list[str]:
    """A line divided before ``or``, where owners stand on both sides; the second keeps the word, which is a doubt."""
    sides = list(_divide(line, _spans(_or(words), line)))
    bare = [plain(side, words) for side in sides]
    sure = all(is_role(side, words) or person_in(side, words) or bodies.resolve(side) for side in bare)
    return sides if sure else [line]


def _are_initials(line: str, bodies: Bodies, words: OwnerWords) -> bool:
    """Whether a line has the initials of persons alone: ``DM/PL``, ``AM, BS & CT``; ``HR & OD`` is a service."""
    if not _INITIALS_ONLY.fullmatch(line):
        return False
    known = words.services | words.subjects
    listed = _BETWEEN_INITIALS.split(line)
    bare = all(one.lower() not in known for one in listed)
    return bodies.resolve(listed[0]) is None and ("/" in line or bare)


def _strong_cuts(cell: str, words: OwnerWords) -> list[tuple[int, int]]:
    """Where one owner ends for sure: marks, the dashes of a list, before the labels of a cell that opens with one."""
    cuts = _outside_brackets(_STRONG, cell)
    cuts += _CONTACT.finditer(cell)
    if re.match(rf"\s*{NUMBER}", cell):
        cuts += _numbers().finditer(cell)
    if _is_dashed(cell):
        cuts += _outside_brackets(_DASHED, cell)
    labels = _outside_brackets(_inner_label(words.labels), cell)
    spans = [cut.span() for cut in cuts]
    if labels and not cell[: labels[0].start()].strip():
        spans += [(label.start(), label.start("label")) for label in labels[1:]]
    return sorted(spans)


def _is_dashed(cell: str) -> bool:
    """Whether the dashes at the heads of its lines are bullets, and not of a title that was wrapped before its dash."""
    lines = [line for line in cell.split("\n") if line.strip()]
    dashed = [_DASHED.match(line) is not None for line in lines]
    return bool(dashed) and (dashed[0] or 2 * sum(dashed) > len(dashed))


@lru_cache(maxsize=1)
def _numbers() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,;]+)(?:and\s+)?{NUMBER}")


@lru_cache(maxsize=8)
def _inner_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:^|[\s,;/.]+)(?P<label>(?:{alternatives(labels)})\s*:\s*(?=\S))")


@lru_cache(maxsize=8)
def _weak(companions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?i:{alternatives(companions)})\s+|{_WEAK}")


@lru_cache(maxsize=4)
def _or(words: OwnerWords) -> re.Pattern[str]:
    return re.compile(rf"(?i),?\s+(?=(?:{alternatives(words.alternatives)})\s)")


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _outside_brackets(pattern, text)]


def _outside_brackets(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """What the pattern finds outside of paired brackets; a bracket without its partner encloses nothing."""
    inside = {at for pair in _BRACKETS.finditer(text) for at in range(*pair.span())}
    return [found for found in pattern.finditer(text) if found.start() not in inside]


def _divide(text: str, cuts: Iterable[tuple[int, int]]) -> Iterator[str]:
    start = 0
    for cut_from, cut_to in cuts:
        yield text[start : max(start, cut_from)]
        start = max(start, cut_to)
    yield text[start:]


def _owner_lines(text: str, bodies: Bodies, words: OwnerWords) -> list[str]:
    """The lines of the text where each names an owner by itself; otherwise those that begin one, with what goes on."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    each = WRAP not in text and len(lines) > 1 and all(_stands_alone(line, bodies, words) for line in lines)
    if each and not any(opens_across(one, other, bodies, words) for one, other in pairwise(lines)):
        return lines
    return owner_lines(text, bodies, words)


def _stands_alone(line: str, bodies: Bodies, words: OwnerWords) -> bool:
    if line.startswith("(") or line.endswith((",", "/", " and", " &")):
        return False
    return is_whole(plain(line, words), bodies, words) and (" " in line or bodies.resolve(line) is not None)


def _split(text: str, bodies: Bodies, words: OwnerWords) -> Iterator[str]:
    separators = _outside_brackets(_weak(words.companions), text)
    start = passed = 0
    listed = False
    for at, separator in enumerate(separators):
        if separator.start() < passed or separator.start() <= start:
            continue
        ahead = separators[at + 1 : at + 1 + _LOOKED_AHEAD]
        ends = [*(end.start() for end in ahead), *([len(text)] if len(ahead) < _LOOKED_AHEAD else [])]
        passed = _longest_name(text[start:], [end - start for end in ends], bodies, words) + start
        passed = passed if passed > start else 0
        if passed:
            continue
        left, rights = text[start : separator.start()], [text[separator.end() : end] for end in ends]
        mark = f",{separator[0]}" if listed and is_group(plain(left, words), words) else separator[0]
        if divides(left, mark, rights, bodies, words):
            yield from _split_at_posts(left, words)
            start, listed = separator.end(), mark.startswith(",")
    yield from _split_at_posts(text[start:], words)


def _longest_name(text: str, ends: list[int], bodies: Bodies, words: OwnerWords) -> int:
    """Where the longest known name ends that opens the text and holds a mark (``Revenues and Benefits``); or 0."""
    return next((end for end in reversed(ends) if is_service(text[:end], words) or bodies.resolve(text[:end])), 0)


def _split_at_posts(text: str, words: OwnerWords) -> Iterator[str]:
    """The piece divided before posts that only a lost line break divides: ``Head of Parks Head of Highways``."""
    start = 0
    for found in re.finditer(rf"(?i)(?<=\w )(?:{alternatives(words.sure_openers)})\b", text):
        left = text[start : found.start()].strip()
        if opens_role(left, words) and re.search(r"(?i)\b(?:of|for) \S+$|\b(?:of|for) .*\w{4,}$", left):
            yield left
            start = found.start()
    yield text[start:]

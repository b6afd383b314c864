"""Where a new owner begins on a new line of a cell, and where a name or title goes on over the line's end."""

import re

from extract.facts.owners.joints import is_belonging, is_whole, opens_across
from extract.facts.owners.kinds import Bodies
from extract.facts.owners.neighbours import are_two
from extract.facts.owners.people import may_be_person
from extract.facts.owners.stripping import plain
from extract.facts.owners.titles import ends_as_post, has_body_form, is_bare_title, is_group, opens_role
from extract.language import load_words
from extract.vocabulary.owners import OwnerWords

WRAP = "\v"
"""Between two lines of a cell where the first had no room for more; a line feed stands where it had some."""

_BREAK = re.compile(rf"\s*[\n{WRAP}]\s*")
_HANGS = re.compile(r"(?i)(?:[,/&(:–—-]|\b(?:and|or|of|for|the|to|with|in|on|at|by|royal|national|united|saint|st))$")
_POST_OF = re.compile(r"(?:[\w-]+ ){1,4}?(?:of|for)\b")
_GOES_ON = re.compile(r"\b(?:of|for)\b|,|\s[-–—]\s")
_LISTED = re.compile(r"\s(?:and|&)\s")
_TEAMS = frozenset({"team", "unit"})
_REACH = 4  # lines that the name of a body runs over


def owner_lines(text: str, bodies: Bodies, words: OwnerWords) -> list[str]:
    """The owners of a text line by line, lines that go on with the one above joined to it.

    Where a line was broken though it had room, an owner begins that names somebody by itself; where it may have been
    wrapped, only one that is sure to: ``NHS Devon``, ``Head of Parks``.
    """
    breaks = [found[0].strip(" ") for found in _BREAK.finditer(text)]
    lines = [" ".join(line.split()) for line in _BREAK.split(text)]
    found = lines[:1]
    for at, (line, mark) in enumerate(zip(lines[1:], breaks, strict=True), 1):
        rights = [" ".join(lines[at:end]) for end in range(at + 1, min(at + 1 + _REACH, len(lines) + 1))]
        goes_on = _goes_on(found[-1], lines[at - 1], rights, bodies, words) if line and lines[at - 1] else False
        if not goes_on and _begins(found[-1], rights, bodies, words, broken="\n" in mark):
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}".strip()
    return found


def _goes_on(left: str, last: str, rights: list[str], bodies: Bodies, words: OwnerWords) -> bool:
    """Whether a name or title runs from the last line to the next; one that is complete does not."""
    bare = [plain(right, words) for right in rights]
    return opens_across(last, rights[0], bodies, words) and not are_two(plain(left, words), bare, bodies, words)


def _begins(left: str, rights: list[str], bodies: Bodies, words: OwnerWords, *, broken: bool) -> bool:
    """Whether what stands on the lines after a break is another owner than what stands before it."""
    bare, first = plain(left, words), plain(rights[0], words)
    if _HANGS.search(left) or not rights[0][:1].isupper() or left.count("(") > left.count(")"):
        return False
    known = any(_is_known(plain(right, words), bodies) for right in rights)
    opens = " " in first and opens_role(first, words) and (broken or _POST_OF.match(first) is not None)
    if not is_whole(bare, bodies, words):
        return (broken and opens and " " in bare) or _are_firms(bare, first, rights, words)
    if is_belonging(bare, first, words) or (known and is_bare_title(bare, words)):
        return False  # Jane Smith / Head of Parks; Chief Executive / NHS Devon
    if are_two(bare, [plain(right, words) for right in rights], bodies, words):
        return True
    if known or opens:
        return " " in bare or bodies.resolve(bare) is not None
    return _ends_before_name(bare, first, words) or (broken and _are_apart(bare, rights, bodies, words))


def _is_known(name: str, bodies: Bodies) -> bool:
    """Whether a name is that of one body, and no ordinary word."""
    body = bodies.resolve(name)
    return body is not None and body.id is not None and (" " in name or name.isupper())


def _ends_before_name(left: str, first: str, words: OwnerWords) -> bool:
    """Whether a title is complete, and a name without a word of council work follows it: a person's, or a firm's."""
    team = left.rpartition(" ")[2].lower() in _TEAMS
    complete = " " in left and (team or ends_as_post(left, words)) and not _GOES_ON.search(left)
    return complete and (may_be_person(first, words) or _is_strange(first))


def _are_firms(left: str, first: str, rights: list[str], words: OwnerWords) -> bool:
    """Whether two names of firms stand above each other, and no body's that goes on.

    ``Parent / Carer Council``, ``Beverley and North / Holderness Internal / Drainage Board``
    """
    wholes = [plain(right, words) for right in rights]
    listed = _LISTED.search(left) and any(is_group(each, words) or has_body_form(each, words) for each in wholes)
    return not listed and _is_strange(left) and _is_strange(first) and not is_group(first, words)


def _is_strange(name: str) -> bool:
    """Whether a name of several words opens with one that is no English word: ``Moorline Travel`` is a firm."""
    opening, *others = name.split() or [""]
    return bool(others) and opening.isalpha() and opening.istitle() and opening.lower() not in load_words()


def _are_apart(left: str, rights: list[str], bodies: Bodies, words: OwnerWords) -> bool:
    """Whether a complete owner and another stand on both sides of a break that no wrapping made."""
    first = plain(rights[0], words)
    complete = ends_as_post(left, words) or bodies.resolve(left) is not None
    return complete and (" " in first or is_whole(first, bodies, words))

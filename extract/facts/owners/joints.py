"""Whether ``and``, a comma or a slash stands between two owners, or within the title of one."""

import re

from extract.facts.owners.hats import worn_by_one
from extract.facts.owners.kinds import Bodies
from extract.facts.owners.people import person_in
from extract.facts.owners.posts import is_post_of
from extract.facts.owners.stripping import plain
from extract.facts.owners.titles import (
    ends_as_post,
    has_body_form,
    is_bare_title,
    is_group,
    is_role,
    is_service,
    opens_member_role,
    opens_role,
)
from extract.vocabulary.owners import OwnerWords

_COUNCILLOR = re.compile(r"(?i)(?:cllr|clr|councillor)\b")
_LEADER = re.compile(r"(?i)(?:deputy |executive )?(?:leader|mayor)(?: of the council)?")
_CHARGED = re.compile(r"(?i)(?:responsibility|responsibilities|portfolio|oversight)\b")
_SHARED_HEAD = re.compile(
    r".+ (?:Services?|Teams?|Department|Directorate|Board|Committee|Panel|Forum|Partnership|Unit)", re.IGNORECASE
)
_PLURAL_POST = re.compile(
    r"(?i)(?:[a-z]+ )?(?:heads|directors|executives|leaders|chairs|officers|members) (?:of|for)\b"
)
_TITLE_GOES_ON = re.compile(r"\b(?:of|for)\b|,|\s[-–—]\s")


def divides(left: str, mark: str, rights: list[str], bodies: Bodies, words: OwnerWords) -> bool:
    """Whether a mark stands between two owners, and not within a name or title.

    Args:
        left: what stands before it, from the last division on.
        mark: the mark itself, with the spaces around it.
        rights: what stands after it: up to the next mark, to the one after that …, to the end.
        bodies: what the document's names stand for.
        words: the vocabulary of owner cells.
    """
    closed, article = left.rstrip().endswith(")"), rights[0].lower().startswith("the ")
    left, rights = plain(left, words), [plain(right, words) for right in rights]
    first = rights[0]
    if ("/" in mark and mark != "/") or mark.strip(", ").lower() in words.companions:
        return "/" in mark or (bool(left) and first[:1].isupper() and not _CHARGED.match(first))
    if not is_whole(left, bodies, words) or _belongs(left, mark, first, words):
        return False
    if mark.strip() in {"and", "&"} and not article and worn_by_one(left, first, words):
        return False
    complete = mark != "/" and (article or closed or _is_closed(left, words))
    follows = is_role(first, words) or (closed and is_group(first, words) and not is_service(first, words))
    if (complete and follows) or _opens_owner(left, first, bodies, words):
        return True
    return _ends_whole(left, mark, rights, bodies, words)


def _opens_owner(left: str, first: str, bodies: Bodies, words: OwnerWords) -> bool:
    """Whether what follows is sure to be an owner of its own."""
    if person_in(left, words) and is_whole(first, bodies, words):
        return True
    return opens_role(first, words) or person_in(first, words) is not None or first.lower() in words.everybody


def _ends_whole(left: str, mark: str, rights: list[str], bodies: Bodies, words: OwnerWords) -> bool:
    """Whether what stands before the mark is complete, by itself or by what follows it."""
    if any(_names_body(right, left, bodies, words) for right in rights):
        return not (mark.startswith(",") and _is_its_post(left, rights, bodies, words))
    body = bodies.resolve(left)
    if body is not None and body.id and mark != "/":
        return rights[0][:1].isupper()
    ends = rights if mark == "/" else rights[:1]
    return any(_both_closed(left, mark, right, words) for right in ends)


def _is_its_post(left: str, rights: list[str], bodies: Bodies, words: OwnerWords) -> bool:
    """Whether a title and a body behind a comma are one post: ``Chief Executive, Barts Health NHS Trust``."""
    if is_bare_title(left, words) and len(rights) == 1:
        return True
    return is_role(left, words) and is_post_of(left, bodies.resolve(rights[-1]), words)


def _names_body(right: str, left: str, bodies: Bodies, words: OwnerWords) -> bool:
    """Whether the words name a body; after an open title (``Member for Children,``) a known one by its name."""
    body = bodies.resolve(right)
    if _PLURAL_POST.match(left):
        return False  # the chief executives of two bodies
    if bodies.expand(right):
        return not _is_open(left, words)  # Head of Environment, NCC
    if body is None:
        return has_body_form(right, words)
    if right[:1].islower() and left.rsplit(" ", 1)[-1][:1].isupper():
        return True  # a title goes on in capitals: Head of Parks and contractors
    if not _is_open(left, words):
        return True
    return body.id is not None and (" " in right or right.lower() not in words.subjects | words.group_heads)


def is_whole(text: str, bodies: Bodies, words: OwnerWords) -> bool:
    """Whether the words name an owner by themselves."""
    return (
        text.lower() in words.everybody
        or is_role(text, words)
        or is_group(text, words)
        or person_in(text, words) is not None
        or bodies.resolve(text) is not None
        or bodies.expand(text) is not None
    )


def _is_open(left: str, words: OwnerWords) -> bool:
    """Whether a title may go on: ``Member for Children``, ``Exec Director Adults``; not ``Parks Manager``."""
    if _TITLE_GOES_ON.search(left):
        return is_role(left, words)
    return opens_role(left, words) and not is_bare_title(left, words) and not ends_as_post(left, words)


def _is_closed(left: str, words: OwnerWords) -> bool:
    """Whether a name or title is complete, so that a post after it is another: ``Chair of the Planning Panel``."""
    last = left.rsplit(" ", 1)[-1].lower()
    return " " in left and last in words.closed_heads


def opens_across(line: str, following: str, bodies: Bodies, words: OwnerWords) -> bool:
    """Whether a name or title runs from one line to the next: ``Oxleas NHS`` / ``Foundation Trust``."""
    if bodies.resolve(f"{line} {following}") is not None:
        return True
    return opens_role(f"{line.rsplit(maxsplit=1)[-1]} {following}", words) and not opens_role(following, words)


def _belongs(left: str, mark: str, right: str, words: OwnerWords) -> bool:
    """Whether what follows is said of the owner before: ``Councillor Moss, Deputy Leader``."""
    name, _, post = left.partition(",")
    if person_in(name, words) and not is_role(name, words):
        apposed = opens_member_role(right, words) if _COUNCILLOR.match(name) else is_role(right, words)
        return apposed and (mark.strip() == "," or bool(post))
    if mark.strip() == ",":
        holder = _COUNCILLOR.match(right) if opens_member_role(left, words) else person_in(right, words) and not post
        return is_role(left, words) and bool(holder)
    return _LEADER.fullmatch(left) is not None and opens_member_role(right, words) and mark != "/"


def is_belonging(left: str, right: str, words: OwnerWords) -> bool:
    """Whether what a line holds is said of the owner on the line above: a person's post, or the holder of a post."""
    return _belongs(left, ",", right, words)


def _both_closed(left: str, mark: str, right: str, words: OwnerWords) -> bool:
    """Whether both sides are complete though neither opens as one: ``Parks Manager and Highways Manager``."""
    title = opens_role(left, words)
    if title and (_TITLE_GOES_ON.search(left) or mark.startswith(",")):
        post = is_role(right, words) and ends_as_post(right, words) and " " in right and "(" not in right
        return post and mark.strip() in {"and", "&"}
    if is_role(left, words) and ends_as_post(left, words):
        return is_role(right, words) or (is_group(right, words) and not title)
    if is_role(left, words) or not is_group(left, words) or _share_head(left, mark, right):
        return False
    if mark == "/" and is_service(left, words) and is_service(right, words):
        return True
    if {mark.strip(), *left.split()} >= {"and", "&"}:  # two signs for two levels: Revenues and Benefits & Housing
        return is_group(right, words) or is_role(right, words)
    return is_group(right, words) and (mark.startswith(",") or " " in left or " " in right)


def _share_head(left: str, mark: str, right: str) -> bool:
    """Whether one word ends both, and they are one service: ``Legal & Democratic Services``."""
    return mark.strip() in {"and", "&"} and " " not in left and _SHARED_HEAD.fullmatch(right) is not None

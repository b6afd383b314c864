"""Which papers are looked at together: those of one council, then and now.

Not all papers are held for this: of each a digest is kept, some 200 bytes and 8 for each recommendation, so that
100,000 papers of twenty take about 40 MB, then and now each. Then the papers of one council at a time are held as
``sides`` says: 80 MB for a thousand. A paper that does not say whose it is, is put with those that share its title or a
recommendation.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.comparing.sides import Paper

_MARK: Final = 8  # bytes
_FEW: Final = 8  # papers that share something which tells that they belong together


class Digest(NamedTuple):
    """What is kept of a paper to find those that it belongs with.

    Attributes:
        id: of the document.
        authority: whose it is; empty where it does not say.
        marks: eight bytes for its content, its title, and each recommendation, one after the other.
    """

    id: str
    authority: str
    marks: bytes

    @property
    def content(self) -> bytes:
        """The mark of its bytes."""
        return self.marks[:_MARK]

    def each(self) -> Iterator[bytes]:
        """Its marks one by one."""
        return (self.marks[at : at + _MARK] for at in range(0, len(self.marks), _MARK))


class Group(NamedTuple):
    """The places of papers of one council among those of then and those of now."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def digest_of(paper: Paper) -> Digest:
    """What is kept of a paper to find those that it belongs with."""
    title = (paper.gist.line,) if paper.gist else ()
    texts = dict.fromkeys((paper.sha256, *title, *(row.gist.plain for row in paper.rows)))
    authority = (paper.authority or "").casefold()
    return Digest(paper.id, authority, b"".join(_mark(text) for text in texts if text))


def group(old: Sequence[Digest], new: Sequence[Digest]) -> list[Group]:
    """The papers of each council, in the order of the councils' names; a paper that belongs nowhere is by itself."""
    together = [*old, *new]
    home = list(range(len(together)))
    for one, other in _links(together):
        home[_root(home, one)] = _root(home, other)
    groups = dict[int, list[int]]()
    for place in range(len(together)):
        groups.setdefault(_root(home, place), []).append(place)
    found = sorted(groups.values(), key=lambda places: min((together[at].authority, together[at].id) for at in places))
    count = len(old)
    return [
        Group(tuple(at for at in places if at < count), tuple(at - count for at in places if at >= count))
        for places in found
    ]


def _links(together: Sequence[Digest]) -> Iterator[tuple[int, int]]:
    """Papers that belong together, two by two."""
    councils, marks = dict[str, int](), dict[bytes, list[int]]()
    for place, digest in enumerate(together):
        if digest.authority:
            yield place, councils.setdefault(digest.authority, place)
    homeless = {mark for digest in together if not digest.authority for mark in digest.each()}
    for place, digest in enumerate(together):
        for mark in digest.each():
            if mark in homeless:
                marks.setdefault(mark, []).append(place)
    for places in marks.values():
        if len(places) <= _FEW:
            yield from ((place, places[0]) for place in places[1:])


def _root(home: list[int], place: int) -> int:
    """The paper that stands for all that a paper belongs with."""
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


def _mark(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_MARK).digest()

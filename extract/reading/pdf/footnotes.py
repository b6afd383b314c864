"""Footnotes: told by the mark that a word of the page carries, and by their place and size; set aside."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from extract.document import Block, Box, Line, Page, Table

_SMALLER = 0.93  # of the size of most of the page that a footnote's is at most
_RULE = 2.0  # line heights that the rule above the first note may be away
_OPENING = re.compile(r"[\[(]?([\w*†‡§]+?)[\])]?[.:]?(?:\s+|(?=[A-Z‘“]))(?=\S)")
_SINGLE = re.compile(r"\w+|[*†‡§]+")
_UNKNOWN = Box(0, 0, 0, 0)


def set_footnotes_aside(
    blocks: Sequence[Block], pages: Sequence[Page], marks: Iterable[Line]
) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    """The blocks without the footnotes, and the footnotes.

    A page's footnotes are its last lines outside of tables, from the one that opens with a mark which stood raised in
    the page's text; they are in smaller print, or a rule stands above them.

    Args:
        blocks: the blocks of the document, its running footers already out.
        pages: its pages.
        marks: the raised marks that were set aside from the text.
    """
    raised = defaultdict[int, set[str]](set)
    for mark in marks:
        raised[mark.page].update(_SINGLE.findall(mark.text))
    own = defaultdict[int, list[Block]](list)
    for block in blocks:
        if (place := _page_of(block)) in raised:
            own[place].append(block)
    notes = [line for page in pages if page.number in own for line in _notes(own[page.number], page, raised)]
    aside = {id(note) for note in notes}
    return tuple(block for block in blocks if id(block) not in aside), tuple(notes)


def _page_of(block: Block) -> int:
    return block.page if isinstance(block, Line) else block.rows[0].page


def _notes(blocks: Sequence[Block], page: Page, raised: dict[int, set[str]]) -> list[Line]:
    """The footnotes of one page."""
    usual = _usual_size(blocks)
    tail: list[Line] = []
    for block in sorted(blocks, key=_top, reverse=True):
        if isinstance(block, Table) or block.box is None or (block.size or usual) > usual:
            break
        tail.insert(0, block)
    for at, line in enumerate(tail):
        opening = _OPENING.match(line.text)
        small = all((each.size or usual) <= _SMALLER * usual for each in tail[at:])
        if opening and opening[1] in raised[page.number] and (small or _below_rule(line, page)):
            return tail[at:]
    return []


def _top(block: Block) -> float:
    return ((block.box if isinstance(block, Line) else block.rows[0].box) or _UNKNOWN).top


def _usual_size(blocks: Iterable[Block]) -> float:
    sizes = Counter[float]()
    for block in blocks:
        lines = [block] if isinstance(block, Line) else [x for row in block.rows for c in row.cells for x in c.lines]
        for line in lines:
            sizes[line.size or 0.0] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def _below_rule(line: Line, page: Page) -> bool:
    box = line.box or _UNKNOWN
    return any(0 <= box.top - rule.top <= _RULE * (box.bottom - box.top) for rule in page.rules)

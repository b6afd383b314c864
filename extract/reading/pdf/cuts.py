"""Words that a narrow cell divides without a hyphen: ``amendmen / t``.

A program that sets text divides a word in this way only where the word by itself is wider than its cell. So the first
part stands alone on its line and leaves no room for one character more. That may happen to a whole word as well; what
else the document prints tells the two apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document import Block, Box, Cell, Line, Table
from extract.text import is_list_item

_PART = re.compile(r"[^\W\d_]{3,}")
_REST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONE = re.compile(r"[bcdfghjklmnpqrstvwxz](?![\w'’/-])")  # no word
_NO_END = re.compile(r"(?:[cst]i|[jqv])$")  # no English word of several letters ends so: ``considerati / on``
_SLACK = 0.5  # points, above the width of a character, that a full line may leave
_OVER = 1.5  # points that it may stand over the inner edge
_PADDING = 12.0  # points between a cell's edge and its text at most
_SHORT = 3  # letters of a rest that is taken for one though the whole word is printed nowhere else


def mark_cuts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with ``cut`` set on the lines of cells that end within a word.

    Args:
        blocks: all blocks of the document: their words tell which parts are no words.
    """
    chains = [chain for cell in _cells(blocks) for chain in _chains(cell)]
    if not chains:
        return tuple(blocks)
    parts = {id(line) for chain in chains for line in chain[:-1]}
    rests = {id(chain[-1]) for chain in chains}
    words = _words(blocks, parts, rests)
    cut = {id(line) for chain in chains if _is_one_word(chain, words) for line in chain[:-1]}
    return tuple(_marked(block, cut) if isinstance(block, Table) and cut else block for block in blocks)


def _cells(blocks: Iterable[Block]) -> Iterator[Cell]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from row.cells


def _chains(cell: Cell) -> Iterator[list[Line]]:
    """Lines of one word that fill the cell, each run of them with the line that goes on in small letters."""
    if cell.box is None or len(cell.lines) < 2:  # noqa: PLR2004 - a word and its rest
        return
    box = cell.box
    padding = min(line.box.x0 for line in cell.lines if line.box) - box.x0
    if not 0 <= padding <= _PADDING:
        return
    chain: list[Line] = []
    for line in cell.lines:
        goes_on = bool(chain) and line.text[:1].islower() and not (line.gap or is_list_item(line.text))
        if goes_on:
            chain.append(line)
        if _PART.fullmatch(line.text) and _fills(line, box.x1 - padding):
            chain = chain if goes_on else [line]
            continue
        if goes_on:
            yield chain
        chain = []


def _fills(line: Line, inner: float) -> bool:
    """Whether not one more character fits between a line and its cell's inner edge."""
    place = line.box or Box(0, 0, 0, 0)
    width = (place.x1 - place.x0) / len(line.text)
    return -_OVER <= inner - place.x1 <= width + _SLACK


def _words(blocks: Iterable[Block], parts: set[int], rests: set[int]) -> set[str]:
    """The lower-case words of the document but for the parts, and for what may be a rest."""
    words: set[str] = set()
    for block in blocks:
        lines = [block] if isinstance(block, Line) else [line for cell in _cells([block]) for line in cell.lines]
        for line in lines:
            if id(line) not in parts:
                found = _WORD.findall(line.text.lower())
                words.update(found[1:] if id(line) in rests else found)
    return words


def _is_one_word(chain: Sequence[Line], words: set[str]) -> bool:
    parts = [line.text.lower() for line in chain[:-1]]
    rest = found[0] if (found := _REST.match(chain[-1].text)) else ""
    if "".join((*parts, rest)).lower() in words or _LONE.match(chain[-1].text):
        return True
    unknown = parts[0] not in words and (rest not in words or bool(_NO_END.search(parts[-1])))
    return unknown and len(rest) <= _SHORT


def _marked(table: Table, cut: set[int]) -> Table:
    rows = (replace(row, cells=tuple(_marked_cell(cell, cut) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _marked_cell(cell: Cell, cut: set[int]) -> Cell:
    if not any(id(line) in cut for line in cell.lines):
        return cell
    lines = tuple(replace(line, cut=True) if id(line) in cut else line for line in cell.lines)
    return replace(cell, lines=lines)

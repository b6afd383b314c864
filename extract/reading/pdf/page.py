"""One page as pdfium sees it: its characters, grids and styles, put together as a sheet."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfPage, raw

from extract.document import Box
from extract.reading.pdf import native
from extract.reading.pdf.asides import find_line_numbers, find_marks
from extract.reading.pdf.bands import with_bands
from extract.reading.pdf.boxes import find_boxes
from extract.reading.pdf.characters import read_bases, read_boxes, read_characters
from extract.reading.pdf.drawings import Drawings, read_drawings
from extract.reading.pdf.filled import find_filled
from extract.reading.pdf.hidden import find_hidden
from extract.reading.pdf.lattice import Grid, find_frames, find_grids
from extract.reading.pdf.lines import Stretch
from extract.reading.pdf.marks import find_marks as find_drawn_marks
from extract.reading.pdf.rules import Rule, Rules, find_rules
from extract.reading.pdf.shading import find_shaded_grids
from extract.reading.pdf.sheet import OUTSIDE, Rest, Sheet, cells_of
from extract.reading.pdf.stretches import ASLANT, OFF_PAGE, Setting, find_runs, turned_stretches, upright_stretches
from extract.reading.pdf.styles import printed_sizes, quarters_turned, word_styles
from extract.reading.pdf.turn import Boxes, Turn
from extract.reading.pdf.words import Words, find_words

_OVER = 3.0  # points by which words may stand over the edge of their cell


def read_sheet(page: PdfPage, known: Sequence[Sequence[float]] = ()) -> Sheet:
    """What an open page of pypdfium2 holds.

    Args:
        page: the page.
        known: the column edges of tables on earlier pages.
    """
    drawings = read_drawings(native.handle(page.raw))
    turn = find_turn(page, drawings)
    text_page = page.get_textpage()
    try:
        return _read_text(page, native.handle(text_page.raw), drawings, turn, known)
    finally:
        text_page.close()


def find_turn(page: PdfPage, drawings: Drawings) -> Turn:
    """The turn that sets most of the page's text upright; the page's own where it has none."""
    texts = {quarter: drawings.directions[quarter] for quarter in range(4)}
    quarters = max(texts, key=lambda quarter: texts[quarter]) if any(texts.values()) else page.get_rotation() // 90
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box))
    return Turn(box.left, box.bottom, box.right, box.top, quarters)


def _read_text(
    page: PdfPage, text_page: int, drawings: Drawings, turn: Turn, known: Sequence[Sequence[float]]
) -> Sheet:
    characters = read_characters(text_page)
    words = find_words(
        characters,
        lambda index: read_boxes(text_page, index, turn),
        lambda index: printed_sizes(text_page, index, drawings.scales),
    )
    lines, fills, panels = (turn.seen(corners) for corners in drawings.corners())
    rules = with_bands(find_rules(lines), fills)
    grids, cells = _grids(rules, fills, words.boxes, known)
    index = characters.index[words.starts]
    styles = word_styles(text_page, index, drawings.scales)
    seen = find_hidden(page, drawings, words.boxes, styles, turn)
    one_way = drawings.directions[turn.quarters] == drawings.directions.total()
    quarters = np.zeros(len(index), np.int8) if one_way else quarters_turned(text_page, index, turn.quarters)
    quarters[seen.behind] = ASLANT
    cells = np.where(_on_page(words.boxes, turn) & ~seen.hidden, cells, OFF_PAGE)
    text = characters.text
    beside = (find_marks(text, words, styles.sizes) | find_line_numbers(text, words, cells == OUTSIDE)) & (
        quarters == 0
    )
    beside &= cells != OFF_PAGE
    cells[beside] = OFF_PAGE
    setting = Setting(cells, quarters, styles.bold, styles.sizes)
    runs = find_runs(words, setting)
    bases = read_bases(text_page, index[runs.longest], turn)
    letters = int((words.ends - words.starts)[cells != OFF_PAGE].sum())
    stretches = list(upright_stretches(text, words, setting, runs, bases))
    turned = list(turned_stretches(text, words, setting))
    if drawings.marks:
        marks = find_drawn_marks(drawings.marks, turn.seen(drawings.mark_corners()), stretches, grids)
        stretches += marks
        letters += len(marks)
    signs = list(find_filled(fills, grids, {cell for cell, _ in stretches}))
    stretches += signs
    letters += len(signs)
    asides = list(_asides(text, words, beside))
    letters += sum(len(aside.text) for aside in asides)
    hidden = tuple(text[words.starts[at] : words.ends[at]] for at in np.flatnonzero(seen.hidden).tolist())
    pictured = drawings.pictured / max(turn.size[0] * turn.size[1], 1.0)
    boxes = find_boxes(rules, find_frames(rules), (fills, panels), grids)
    free = _free(rules.across, grids)
    rest = Rest(turned, asides, hidden, drawings.pictures, free, pictured, seen.layered, boxes=boxes)
    return Sheet(turn.size, grids, letters, stretches, rest)


def _asides(text: str, words: Words, beside: NDArray[np.bool_]) -> Iterator[Stretch]:
    """Words that are no part of the text, each by itself."""
    for at in np.flatnonzero(beside).tolist():
        box = Box(*(round(side, 1) for side in words.boxes[at].tolist()))
        yield Stretch(text[words.starts[at] : words.ends[at]], box, box.bottom, 0, 0.0)


def _free(rules: Iterable[Rule], grids: Sequence[Grid]) -> tuple[Rule, ...]:
    """The horizontal rules outside of all grids."""
    return tuple(rule for rule in rules if not any(_is_part(rule, grid.box) for grid in grids))


def _is_part(rule: Rule, grid: Box) -> bool:
    return grid.top - _OVER <= rule.at <= grid.bottom + _OVER and rule.start < grid.x1 and grid.x0 < rule.end


def _grids(
    rules: Rules, fills: Boxes, words: Boxes, known: Sequence[Sequence[float]]
) -> tuple[tuple[Grid, ...], NDArray[np.int64]]:
    """The grids that rules make up, and then those of shaded rows; and the number of each word's cell in them."""
    found = find_grids(rules)
    cells = cells_of(words, found)
    ruled = tuple(_fitting(found, words, cells))
    shaded = find_shaded_grids(fills, words, ruled, known) if len(fills) else ()
    if shaded or len(ruled) < len(found):
        cells = cells_of(words, (*ruled, *shaded))
    return (*ruled, *shaded), cells


def _fitting(grids: Sequence[Grid], words: Boxes, cells: NDArray[np.int64]) -> Iterator[Grid]:
    """The grids whose words keep to their cells: those over a drawing do not."""
    before = 0
    for grid in grids:
        own = (cells >= before) & (cells < before + len(grid.regions))
        outlines = np.array([grid.cell_box(region) for region in grid.regions])[cells[own] - before]
        inside = words[own]
        within = (inside[:, :2] >= outlines[:, :2] - _OVER) & (inside[:, 2:] <= outlines[:, 2:] + _OVER)
        if 2 * within.all(axis=1).sum() >= len(inside):
            yield grid
        before += len(grid.regions)


def _on_page(boxes: Boxes, turn: Turn) -> NDArray[np.bool_]:
    """Whether any of a word lies on the visible part of the page."""
    width, height = turn.size
    x0, top, x1, bottom = boxes.T
    on_page: NDArray[np.bool_] = (x1 > 0) & (x0 < width) & (bottom > 0) & (top < height)
    return on_page

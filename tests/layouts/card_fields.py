"""Ways in which cards set their titles and values: above, beside and before one another, in rows and in cells."""

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.layouts.drawn_cards import Fields, Pen


def above(pen: Pen, fields: Fields, size: float = 6.0) -> None:
    """Small bold titles above their values, all but the last in a column to the left of it."""
    left, right = pen.column(0, 0.3), pen.column(0.34, 0.66)
    for at, (title, value) in enumerate(fields):
        into = right if at == len(fields) - 1 else left
        into.write(title, bold=True, size=size)
        into.write(value)
        into.y -= 4
    pen.y = min(left.y, right.y)


def stacked(pen: Pen, fields: Fields) -> None:
    """Bold titles above their values, one below the other."""
    for title, value in fields:
        pen.write(title, bold=True)
        pen.write(value)
        pen.y -= 3


def beside(pen: Pen, fields: Fields) -> None:
    """Bold titles, their values in a column beside them."""
    for title, value in fields:
        left, right = pen.column(0, 0.2), pen.column(0.24, 0.76)
        left.write(title, bold=True)
        right.write(value)
        pen.y = min(left.y, right.y) - 3


def two_pairs(pen: Pen, fields: Fields) -> None:
    """Titles beside their values, two pairs in a line; the last one by itself."""
    for first, second in zip(fields[:-1:2], fields[1:-1:2], strict=True):
        pens = [pen.column(share, 0.22) for share in (0, 0.25, 0.5, 0.75)]
        for one, text in zip(pens, (*first, *second), strict=True):
            one.write(text, bold=one in pens[::2])
        pen.y = min(one.y for one in pens) - 3
    beside(pen, fields[-1:])


def row_of_titles(pen: Pen, fields: Fields) -> None:
    """Titles side by side above their values, and the last one below them, across the card."""
    pens = [pen.column(at / (len(fields) - 1), 0.9 / (len(fields) - 1)) for at in range(len(fields) - 1)]
    for one, (title, value) in zip(pens, fields[:-1], strict=True):
        one.write(title, bold=True, size=7)
        one.write(value)
    pen.y = min(one.y for one in pens) - 5
    pen.write(fields[-1][0], bold=True, size=7)
    pen.write(fields[-1][1])


def with_colons(pen: Pen, fields: Fields) -> None:
    """Titles before a colon, and the value after it."""
    for title, value in fields:
        pen.write(f"{title}: {value}")
        pen.y -= 3


def running_in(pen: Pen, fields: Fields) -> None:
    """Bold titles, and the value after them on the same line, without a colon."""
    for title, value in fields:
        indent = stringWidth(title, "Helvetica-Bold", 8) + 2.5
        first, *rest = simpleSplit(value, "Helvetica", 8, pen.width - indent)
        Pen(pen.canvas, pen.x + indent, pen.y, pen.width).write(first)
        pen.write(title, bold=True)
        if rest:
            pen.write(" ".join(rest))
        pen.y -= 3


def colons_beside(pen: Pen, fields: Fields) -> None:
    """Titles with a colon, in the same print as their values, which stand beside them."""
    for title, value in fields:
        left, right = pen.column(0, 0.25), pen.column(0.27, 0.73)
        left.write(title + ":")
        right.write(value)
        pen.y = min(left.y, right.y) - 2


def unmarked(pen: Pen, fields: Fields) -> None:
    """Titles above their values, in the same print."""
    for title, value in fields:
        pen.write(title)
        pen.write(value)
        pen.y -= 3


def in_capitals(pen: Pen, fields: Fields) -> None:
    """Small titles in capitals above their values."""
    for title, value in fields:
        pen.write(title.upper(), size=6)
        pen.write(value)
        pen.y -= 3


def in_cells(pen: Pen, fields: Fields) -> None:
    """A ruled row of cells, each with a title over its value, and the last one below them, across the card."""
    *several, last = fields
    width, top = pen.width / len(several), pen.y
    pens = [Pen(pen.canvas, pen.x + at * width, top - 3, width - 6) for at in range(len(several))]
    for one, (title, value) in zip(pens, several, strict=True):
        one.write(title, bold=True, size=7)
        one.write(value)
    foot = min(one.y for one in pens) - 4
    if pen.canvas:
        for y in (top, foot):
            pen.canvas.line(pen.x - 9, y, pen.x + pen.width + 6, y)
        for one in pens[1:]:
            pen.canvas.line(one.x - 4, top, one.x - 4, foot)
    pen.y = foot - 3
    stacked(pen, [last])


def divided(pen: Pen, fields: Fields) -> None:
    """Titles above their values, and a rule between them and the last one at their right."""
    top = pen.y
    above(pen, fields)
    if pen.canvas:
        pen.canvas.line(pen.x + 0.32 * pen.width, top + 5, pen.x + 0.32 * pen.width, pen.y - 5)


def at_the_right(pen: Pen, fields: Fields) -> None:
    """Titles above their values in a column to the right of the last one."""
    left, right = pen.column(0, 0.62), pen.column(0.66, 0.34)
    for at, (title, value) in enumerate(fields):
        into = left if at == len(fields) - 1 else right
        into.write(title, bold=True, size=7)
        into.write(value)
        into.y -= 3
    pen.y = min(left.y, right.y)

"""Documents of text alone: web pages, columns of spaces, separated values, wrapped prose."""

import csv
import html
import io
import textwrap
from collections.abc import Sequence

from tests.generated.grids import Grid
from tests.generated.prose import Prose

_WIDE = 150  # characters of a laid-out page


def web_page(title: str, inside: Sequence[str]) -> bytes:
    """A page with a heading, the site's own links and this content."""
    links = '<nav><ul><li><a href="/">Home</a></li><li><a href="/council">Your council</a></li></ul></nav>'
    body = f"{links}<main><h1>{html.escape(title)}</h1>{''.join(inside)}</main><footer>Contact us</footer>"
    head = '<head><meta charset="utf-8"><title>Council</title></head>'
    return f'<!DOCTYPE html><html lang="en">{head}<body>{body}</body></html>'.encode()


def web_table(grid: Grid) -> str:
    """The table."""
    rows = ["<tr>" + "".join(f"<th>{html.escape(title)}</th>" for title in grid.titles) + "</tr>"]
    for cells, theme in zip(grid.cells, grid.themes, strict=True):
        if theme:
            rows.append(f'<tr><td colspan="{len(cells)}"><b>{html.escape(theme)}</b></td></tr>')
        rows.append("<tr>" + "".join(f"<td>{_paragraphs(cell)}</td>" for cell in cells) + "</tr>")
    return f"<table>{''.join(rows)}</table>"


def _paragraphs(cell: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in cell.split("\n"))


def laid_out(title: str, grid: Grid) -> bytes:
    """Columns of spaces."""
    widths = [max(int(weight * _WIDE), 8) for weight in grid.weights]
    blocks = [grid.titles, *grid.cells]
    lines = [title, ""]
    for cells, theme in zip(blocks, (None, *grid.themes), strict=True):
        lines += [theme, ""] if theme else []
        lines += [*_side_by_side(cells, widths), ""]
    return "\n".join(lines).encode()


def _side_by_side(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [
        [line for paragraph in cell.split("\n") for line in textwrap.wrap(paragraph, width - 3)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, columns))
    padded = [column + [""] * (height - len(column)) for column in columns]
    return [
        "".join(line.ljust(width) for line, width in zip(lines, widths, strict=True)).rstrip()
        for lines in zip(*padded, strict=True)
    ]


def separated(title: str, grid: Grid, between: str) -> bytes:
    """A line a row."""
    return "\n".join([title, "", *(between.join(cells) for cells in (grid.titles, *grid.cells))]).encode()


def comma_separated(grid: Grid, between: str) -> bytes:
    """A CSV file with a byte order mark, as spreadsheets save it."""
    held = io.StringIO(newline="")
    csv.writer(held, delimiter=between).writerows([grid.titles, *grid.cells])
    return held.getvalue().encode("utf-8-sig")


def wrapped(title: str, cover: Sequence[str], prose: Prose) -> bytes:
    """Prose, wrapped at 80 characters, a blank line between paragraphs."""
    texts = [title, *cover, *(paragraph.text for paragraph in prose.paragraphs)]
    lines = [line for text in texts for part in text.split("\n") for line in [*textwrap.wrap(part, 80), ""]]
    return "\n".join(lines).encode()

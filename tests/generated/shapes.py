"""The shapes that a random document may have: each a writer of its bytes, with what a reader owes for them."""

import html
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.generated import office, plain
from tests.generated.bilingual import bilingual
from tests.generated.forms import forms
from tests.generated.grids import Expected, Grid, draw_grid
from tests.generated.letters import boxed, letter, mail_prose
from tests.generated.made import Made, Shape, opened
from tests.generated.merged import merged
from tests.generated.packs import minutes, pack
from tests.generated.parts import lettered, stems
from tests.generated.pdf_tables import RULES, TableDrawer, draw_drawing
from tests.generated.prose import Prose, draw_prose
from tests.generated.surroundings import cover, others
from tests.generated.trackers import filled, progress
from tests.generated.truth import Truth


def ruled(random: Random, truth: Truth) -> Made:
    """A PDF with a table in rules of some kind."""
    return _pdf_table(random, truth, random.choice(RULES), draw_grid(random, truth))


def across(random: Random, truth: Truth) -> Made:
    """A PDF with a table that has rules between its rows only."""
    return _pdf_table(random, truth, "across", draw_grid(random, truth))


def zebra(random: Random, truth: Truth) -> Made:
    """A PDF with a table whose every other row is shaded."""
    return _pdf_table(random, truth, "zebra", draw_grid(random, truth))


def borderless(random: Random, truth: Truth) -> Made:
    """A PDF with a table that white space alone divides."""
    return _pdf_table(random, truth, "none", draw_grid(random, truth))


def ticked(random: Random, truth: Truth) -> Made:
    """A PDF with a ruled table whose decisions are marks in columns."""
    return _pdf_table(random, truth, random.choice(RULES), draw_grid(random, truth, ticks=True))


def cards(random: Random, truth: Truth) -> Made:
    """A PDF with a small ruled form for each recommendation."""
    paper = opened(random, truth)
    pairs = (
        (("Recommendation", "{number}"), ("Text of the recommendation", "{text}"))
        if random.random() < 0.4
        else (("Recommendation {number}", "{text}"),)
    )
    titles = (
        *pairs,
        (random.choice(("Decision", "Accepted?")), "{decision}"),
        (random.choice(("Response", "Comments")), "{response}"),
        ("Lead officer", "{owner}"),
    )
    drawing = draw_drawing(random, random.choice(RULES))
    for row in truth.rows:
        said = {
            "number": row.number,
            "text": row.text,
            "decision": row.decision,
            "response": row.response,
            "owner": row.owner,
        }
        cells = tuple((title.format(**said), value.format(**said)) for title, value in titles)
        card = Grid(("owner", "response"), cells[0], cells[1:], (None,) * (len(cells) - 1), ())
        TableDrawer(paper, replace(drawing, repeated=False, breaks=False, shaded=False), card).draw()
    return Made(
        paper.close(), "pdf", tuple(Expected(row.number, row.text, row.response, row.outcome) for row in truth.rows)
    )


def labelled(random: Random, truth: Truth) -> Made:
    """A PDF of labelled prose."""
    return _pdf_prose(random, truth, draw_prose(random, truth, "labelled"))


def numbered(random: Random, truth: Truth) -> Made:
    """A PDF of numbered prose."""
    return _pdf_prose(random, truth, draw_prose(random, truth, "numbered"))


def paired(random: Random, truth: Truth) -> Made:
    """A PDF of recommendations and responses without numbers."""
    return _pdf_prose(random, truth, draw_prose(random, truth, "paired"))


def word_table(random: Random, truth: Truth) -> Made:
    """A Word document with a table."""
    grid = draw_grid(random, truth)
    return Made(office.word_table(truth.title, cover(random, truth), grid), "docx", grid.expected)


def word_prose(random: Random, truth: Truth) -> Made:
    """A Word document of labelled prose."""
    prose = draw_prose(random, truth, random.choice(("labelled", "numbered", "paired")))
    return Made(office.word_prose(truth.title, cover(random, truth), prose), "docx", prose.expected)


def workbook(random: Random, truth: Truth) -> Made:
    """An Excel workbook."""
    grid = draw_grid(random, truth)
    return Made(office.workbook(truth.title, grid), "xlsx", grid.expected)


def web_table(random: Random, truth: Truth) -> Made:
    """A web page with a table."""
    grid = draw_grid(random, truth)
    lines = [f"<p>{html.escape(each)}</p>" for each in cover(random, truth)]
    return Made(plain.web_page(truth.title, [*lines, plain.web_table(grid)]), "html", grid.expected)


def laid_out(random: Random, truth: Truth) -> Made:
    """Plain text in columns of spaces, as ``pdftotext -layout`` writes them."""
    grid = draw_grid(random, truth)
    return Made(plain.laid_out(truth.title, grid), "txt", grid.expected)


def separated(random: Random, truth: Truth) -> Made:
    """Plain text with a tab or a stroke between cells."""
    grid = _on_one_line(draw_grid(random, truth))
    return Made(plain.separated(truth.title, grid, random.choice(("\t", " | "))), "txt", grid.expected)


def comma_separated(random: Random, truth: Truth) -> Made:
    """A CSV file."""
    grid = draw_grid(random, truth)
    return Made(plain.comma_separated(grid, random.choice((",", ";"))), "csv", grid.expected)


def text_prose(random: Random, truth: Truth) -> Made:
    """Plain text of labelled prose, wrapped."""
    prose = draw_prose(random, truth, random.choice(("labelled", "numbered", "paired")))
    return Made(plain.wrapped(truth.title, cover(random, truth), prose), "txt", prose.expected)


SHAPES: dict[str, Shape] = {
    shape.__name__: shape
    for shape in (
        ruled, across, zebra, borderless, ticked, cards, labelled, numbered, paired, word_table, word_prose, workbook,
        web_table, laid_out, separated, comma_separated, text_prose, lettered, stems, forms, pack, minutes, boxed,
        letter, mail_prose, merged, filled, progress, bilingual,
    )
}  # fmt: skip


def _pdf_table(random: Random, truth: Truth, rules: str, grid: Grid) -> Made:
    paper, drawing = opened(random, truth), draw_drawing(random, rules)
    before, after = others(random)
    for other in before:
        TableDrawer(paper, replace(drawing, shaded=False), other).draw()
    TableDrawer(paper, drawing, grid).draw()
    for other in after:
        TableDrawer(paper, replace(drawing, shaded=False), other).draw()
    return Made(paper.close(), "pdf", grid.expected)


def _pdf_prose(random: Random, truth: Truth, prose: Prose) -> Made:
    paper = opened(random, truth)
    for paragraph in prose.paragraphs:
        paper.write(paragraph.text, bold=paragraph.bold, indent=18.0 if paragraph.indented else 0.0)
    return Made(paper.close(), "pdf", prose.expected)


def _on_one_line(grid: Grid) -> Grid:
    cells = tuple(tuple(" ".join(cell.split()) for cell in row) for row in grid.cells)
    return replace(grid, cells=cells, themes=(None,) * len(cells))


def names(chosen: Sequence[str] | None) -> list[str]:
    """The names of the shapes asked for; all of them where none is."""
    return list(chosen) if chosen else list(SHAPES)

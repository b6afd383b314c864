"""Random tables without a grid, drawn as lines with places: their rows come back as they were written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import pytest

from extract.document import Box, Document, Line, Page, Source
from extract.layouts.aligned import read_aligned
from extract.layouts.entries import Entry, Explanation
from extract.vocabulary.headings import ColumnRole, load_headings

HEADINGS = load_headings()
TITLES = {
    "number": ("No.", "Ref", "Rec. No.", "Number", "#"),
    "asked": ("Recommendation", "Scrutiny recommendation", "Recommendations", "Recommendation of the panel"),
    "decision": ("Decision", "Accept, Amend or Reject the recommendation", "Agreed Y/N", "Accepted / Rejected"),
    "owner": ("Lead officer", "Organisation", "Responsible officer", "Owner"),
    "response": ("Response", "Cabinet response", "Comments", "Action taken or planned", "Executive response"),
    "timescale": ("Timescale", "By when", "Target date", "Completion date"),
}
WORDS = (
    "the Council service schools partners residents review annual budget members housing officers works "
    "with and for safety of a report transport local young people who to in improve access plan strategy "
    "support data on health "
)
DECISIONS = ("Accepted", "Partially accepted", "Rejected", "Agreed", "Agreed in principle", "Noted", "Not accepted")
OWNERS = ("Director of Housing", "Head of Transport", "Cabinet Member for Finance", "NHS Trust", "The Council")
TIMES = ("March 2025", "Ongoing", "By 30 June 2024", "Q2 2025/26", "Summer 2025", "TBC")
PROSE = "The report was received by the Cabinet in the autumn and members thank everyone who gave their evidence to it."


@dataclass
class Drawn:
    """A random table: what it says, and how it is set."""

    columns: list[str]
    titles: list[str]
    rows: list[dict[str, str]]
    themes: dict[int, str] = field(default_factory=dict)


@dataclass
class Style:
    """How a table is set: lengths in points, or in characters and lines."""

    widths: list[float]
    gutter: float
    pitch: float
    row_gap: float
    letter: float
    page: float
    repeated: bool = False
    bold: bool = False
    centred: bool = False
    ruled: bool = False


def sentence(random: Random, least: int, most: int) -> str:
    words = random.choices(WORDS.split(), k=random.randint(least, most))
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def paragraphs(random: Random) -> str:
    count = random.choice((1, 1, 2, 3))
    return "\n".join(" ".join(sentence(random, 6, 20) for _ in range(random.randint(1, 3))) for _ in range(count))


def make_table(random: Random) -> Drawn:
    label = random.choice(("column", "column", "word", "word", "initial", "none"))
    columns = ["asked", "response"]
    if random.random() < 0.8 or label == "none":
        columns.append("decision")
    columns += [name for name in ("owner", "timescale") if random.random() < 0.4]
    if random.random() < 0.4:
        random.shuffle(columns)
    if label == "column":
        columns.insert(0, "number")
    rows = []
    for number in range(1, random.randint(3, 14) + 1):
        asked = f"That {sentence(random, 6, 40).lower()}"
        heads = {"word": f"Recommendation {number}: ", "initial": f"R{number}. "}
        row = {
            "number": str(number),
            "asked": heads.get(label, "") + asked,
            "decision": random.choice(DECISIONS),
            "response": "" if random.random() < 0.07 and "decision" in columns else paragraphs(random),
            "owner": "" if random.random() < 0.1 else random.choice(OWNERS),
            "timescale": "" if random.random() < 0.15 else random.choice(TIMES),
        }
        rows.append({name: row[name] for name in columns})
    themes = {random.randrange(len(rows)): "Theme: working together"} if random.random() < 0.15 else {}
    return Drawn(columns, [random.choice(TITLES[name]) for name in columns], rows, themes)


def make_style(random: Random, table: Drawn, *, text: bool) -> Style:
    wide = {"asked": (24, 40), "response": (36, 70), "number": (6, 8)}
    characters = [random.randint(*wide.get(name, (12, 20))) for name in table.columns]
    if text:
        return Style([*characters], random.randint(2, 6), 1, random.choice((0, 0, 1)), 1, 10**6)
    size = random.choice((8.0, 9.0, 10.0))
    pitch = size * random.choice((1.2, 1.25, 1.35))
    return Style(
        [count * size * 0.5 for count in characters],
        gutter=random.uniform(size, 2 * size),
        pitch=pitch,
        row_gap=pitch * random.uniform(0.25, 1.2),
        letter=size * 0.5,
        page=random.choice((480.0, 700.0)),
        repeated=random.random() < 0.6,
        bold=random.random() < 0.7,
        centred=random.random() < 0.15,
        ruled=random.random() < 0.25,
    )


def wrapped(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return [line for line in lines if line]


class Paper:
    """Draws a table line by line over pages."""

    def __init__(self, random: Random, table: Drawn, style: Style) -> None:
        """A first page that is empty."""
        self.random, self.table, self.style = random, table, style
        self.lefts = [sum(style.widths[:i]) + i * style.gutter + 50 for i in range(len(style.widths))]
        self.y, self.page = 60.0, 1
        self.lines: list[Line] = []
        self.rules: dict[int, list[Box]] = {}

    def draw(self) -> Document:
        """The document: running text, the table, running text."""
        for text in ("Response to the scrutiny review", PROSE[:70], PROSE[:60]):
            self.put(text, 50, bold=False)
            self.y += self.style.pitch * 1.2
        self.y += self.style.pitch
        self.header()
        for index, row in enumerate(self.table.rows):
            if index in self.table.themes:
                self.make_room(4)
                self.put(self.table.themes[index], 50, bold=True)
                self.y += self.style.pitch + self.style.row_gap
            self.row(row)
        self.y += 3 * self.style.pitch
        self.make_room(3)
        for text in (PROSE, PROSE[:80]):
            self.put(text, 50, bold=False)
            self.y += self.style.pitch
        pages = tuple(Page(n, 2000, 842, 1, tuple(self.rules.get(n, ()))) for n in range(1, self.page + 1))
        return Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", tuple(self.lines), pages)

    def put(self, text: str, x: float, *, bold: bool, gap: bool = False) -> None:
        """Print one line."""
        size = self.style.letter * 2
        wobble = self.random.choice((0.0, 0.0, 0.4))
        box = Box(x, self.y + wobble, x + len(text) * self.style.letter, self.y + size * 0.8 + wobble)
        self.lines.append(Line(text, self.page, box, gap=gap, bold=bold, size=size))

    def make_room(self, lines: float) -> bool:
        """Turn the page where so many lines have no room; whether it was turned."""
        if self.y + lines * self.style.pitch < self.style.page:
            return False
        self.y, self.page = 50.0, self.page + 1
        return True

    def rule(self) -> None:
        """Draw a rule, where rows are ruled."""
        if self.style.ruled:
            y = self.y - self.style.row_gap / 2
            right = self.lefts[-1] + self.style.widths[-1]
            self.rules.setdefault(self.page, []).append(Box(45, y, right, y))

    def header(self) -> None:
        """Print the titles."""
        self.rule()
        stacks = [wrapped(title, width / self.style.letter) for title, width in self.pairs()]
        self.stacked(stacks, bold=self.style.bold, middle=self.random.random() < 0.3)
        self.y += self.style.row_gap
        self.rule()

    def pairs(self) -> Iterator[tuple[str, float]]:
        """Each title with the width of its column."""
        return zip(self.table.titles, self.style.widths, strict=True)

    def stacked(self, stacks: Sequence[Sequence[str]], *, bold: bool, middle: bool) -> None:
        """Print titles beside each other, from the top or in the middle."""
        tallest = max(len(stack) for stack in stacks)
        for at in range(tallest):
            for left, stack in zip(self.lefts, stacks, strict=True):
                line = at - ((tallest - len(stack)) // 2 if middle else 0)
                if 0 <= line < len(stack):
                    self.put(stack[line], left, bold=bold)
            self.y += self.style.pitch

    def row(self, row: dict[str, str]) -> None:
        """Print a row."""
        cells = []
        for name, width in zip(self.table.columns, self.style.widths, strict=True):
            parts = [wrapped(part, width / self.style.letter) for part in row[name].split("\n")]
            cells.append([(text, bool(i) and not j) for i, part in enumerate(parts) for j, text in enumerate(part)])
        tallest = max(len(cell) for cell in cells)
        together = self.style.centred or not ("number" in row or row["asked"].startswith("R"))
        if self.make_room(min(tallest, 30) + 2 if together else 2) and self.style.repeated:
            self.header()
        shifts = [(tallest - len(cell)) // 2 if self.style.centred else 0 for cell in cells]
        for at in range(tallest):
            if at and not together and self.make_room(1) and self.style.repeated:
                self.header()
            for left, cell, shift in zip(self.lefts, cells, shifts, strict=True):
                if 0 <= at - shift < len(cell):
                    text, gap = cell[at - shift]
                    self.put(text, left, bold=False, gap=gap)
            self.y += self.style.pitch
        self.y += self.style.row_gap
        self.rule()


def in_text(table: Drawn, style: Style) -> Document:
    """The table laid out with spaces, as a text tool prints it."""
    lines = [Line("Response to the scrutiny review"), Line(PROSE, gap=True)]

    def put(cells: Sequence[Sequence[str]], *, gap: bool) -> None:
        for at in range(max(len(cell) for cell in cells)):
            text = ""
            for left, cell in zip(lefts, cells, strict=True):
                text = text.ljust(left) + (cell[at] if at < len(cell) else "")
            lines.append(Line(text.rstrip(), gap=gap and at == 0))

    lefts = [int(sum(style.widths[:i]) + i * style.gutter) for i in range(len(style.widths))]
    put([wrapped(title, width) for title, width in zip(table.titles, style.widths, strict=True)], gap=True)
    for row in table.rows:
        cells = [
            [line for part in row[name].split("\n") for line in wrapped(part, width)]
            for name, width in zip(table.columns, style.widths, strict=True)
        ]
        put(cells, gap=bool(style.row_gap))
    lines.append(Line(PROSE, gap=True))
    return Document(Source("a.txt", "0" * 64, "text/plain"), "text", tuple(lines))


def squashed(text: str) -> str:
    return "".join(text.split())


def said(entry: Entry) -> tuple[str, ...]:
    roles = (ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.OWNER, ColumnRole.TIMESCALE)
    cells = tuple("".join(squashed(p.text) for p in entry.passages(role)) for role in roles)
    return (squashed("".join(p.text for p in entry.passages(ColumnRole.RECOMMENDATION))), *cells)


def meant(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(squashed(row.get(name, "")) for name in ("asked", "response", "decision", "owner", "timescale"))


def made(seed: int, *, text: bool) -> tuple[Drawn, Document, Explanation]:
    random = Random(seed)  # noqa: S311 - the same tables every time, nothing secret
    table = make_table(random)
    style = make_style(random, table, text=text)
    document = in_text(table, style) if text else Paper(random, table, style).draw()
    return table, document, read_aligned(document, HEADINGS)


def share_of_rows_right(tables: int, *, text: bool) -> float:
    right = rows = 0
    for seed in range(tables):
        table, _, found = made(seed, text=text)
        rows += max(len(table.rows), len(found.entries))
        right += sum(said(entry) == meant(row) for entry, row in zip(found.entries, table.rows, strict=False))
    return right / rows


@pytest.mark.parametrize("text", [False, True], ids=["printed", "spaced"])
def test_rows_of_random_tables_come_back_as_they_were_written(*, text: bool) -> None:
    assert share_of_rows_right(25, text=text) >= 0.97


@pytest.mark.slow
@pytest.mark.parametrize("text", [False, True], ids=["printed", "spaced"])
def test_rows_of_many_random_tables_come_back_as_they_were_written(*, text: bool) -> None:
    assert share_of_rows_right(300, text=text) >= 0.97

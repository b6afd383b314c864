"""A truth written as running text: what stands in each paragraph, and what a reader owes for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.generated.grids import Expected
from tests.generated.truth import Row, Truth

_RESPONSES = ("Response", "Cabinet response", "Executive response", "Council response", "Reply")
_DECISIONS = ("Decision", "Outcome", "Cabinet decision")
_OWNERS = ("Lead officer", "Lead", "Responsible officer", "Owner")
_TIMES = ("Timescale", "By when", "Target date", "Deadline")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text, whether it is a heading in bold, and whether it is set further in."""

    text: str
    bold: bool = False
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A document of paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    expected: tuple[Expected, ...]


def draw_prose(random: Random, truth: Truth, style: str) -> Prose:
    """The rows as running text in one of the styles ``labelled``, ``numbered`` or ``paired``."""
    writer = _Writer(random, style)
    paragraphs = tuple(paragraph for row in _with_themes(truth) for paragraph in writer.row(*row))
    return Prose(paragraphs, tuple(writer.expected(row) for row in truth.rows))


def _with_themes(truth: Truth) -> Iterator[tuple[str | None, Row]]:
    last = None
    for row in truth.rows:
        yield (row.theme if row.theme != last else None), row
        last = row.theme


class _Writer:
    """Writes rows in one style, the same for all rows of a document."""

    def __init__(self, random: Random, style: str) -> None:
        self.style = style
        self.word = random.choice(("Recommendation", "Recommendation", "Rec"))
        self.own_line = random.random() < 0.3
        self.response, self.decision = random.choice(_RESPONSES), random.choice(_DECISIONS)
        self.owner, self.timescale = random.choice(_OWNERS), random.choice(_TIMES)
        self.extras = random.random() < 0.5
        self.indented = random.random() < 0.3

    def row(self, theme: str | None, row: Row) -> Iterator[Paragraph]:
        if theme:
            yield Paragraph(theme, bold=True)
        yield from getattr(self, f"_{self.style}")(row)

    def expected(self, row: Row) -> Expected:
        return Expected(None if self.style == "paired" else row.number, row.text, row.response, row.outcome)

    def _labelled(self, row: Row) -> Iterator[Paragraph]:
        label = f"{self.word} {row.number}"
        if self.own_line:
            yield Paragraph(label, bold=True)
            yield Paragraph(row.text)
        else:
            yield Paragraph(f"{label}: {row.text}", bold=True)
        yield Paragraph(f"{self.decision}: {row.decision}", indented=self.indented)
        yield Paragraph(f"{self.response}: {row.response}", indented=self.indented)
        if self.extras:
            yield Paragraph(f"{self.owner}: {row.owner}", indented=self.indented)
            yield Paragraph(f"{self.timescale}: {row.timescale}", indented=self.indented)

    def _numbered(self, row: Row) -> Iterator[Paragraph]:
        yield Paragraph(f"{row.number}. {row.text}", bold=True)
        yield Paragraph(f"{self.decision}: {row.decision}", indented=self.indented)
        yield Paragraph(f"{self.response}: {row.response}", indented=self.indented)

    def _paired(self, row: Row) -> Iterator[Paragraph]:
        yield Paragraph(f"Recommendation: {row.text}", bold=self.own_line)
        yield Paragraph(f"{self.decision}: {row.decision}", indented=self.indented)
        yield Paragraph(f"{self.response}: {row.response}", indented=self.indented)

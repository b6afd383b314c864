"""What every layout hands on: one entry a recommendation, its cells told by their role."""

from dataclasses import dataclass

from extract.document import Line, Notice
from extract.text import Passage
from extract.vocabulary.headings import ColumnRole


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of an entry.

    Attributes:
        role: its column's.
        heading: the printed title of its column.
        passage: what it holds.
        meaning: what a key in the document says of the code that it holds; empty where it holds none.
        group: what tells whose it is, beside its heading: the merged title above that, or the name in its row.
    """

    role: ColumnRole
    heading: str
    passage: Passage
    meaning: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation as the layout found it.

    Attributes:
        number: the label as printed, without its word; ``None`` where there is none.
        parent: the number of the recommendation that it is a part of.
        theme: the heading that it stands under.
        cells: the cells in the order of the columns, the label still in the recommendation's text.
        text: the recommendation without its label.
        notices: what the layout doubts about this entry.
    """

    number: str | None
    parent: str | None
    theme: str | None
    cells: tuple[Filled, ...]
    text: Passage
    notices: tuple[Notice, ...] = ()

    def passages(self, *roles: ColumnRole) -> tuple[Passage, ...]:
        """What the cells of these roles hold, blank ones left out."""
        return tuple(cell.passage for cell in self.cells if cell.role in roles and cell.passage.text)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a layout made of a document.

    Attributes:
        entries: the recommendations, in the document's order.
        explained: how many characters other than space stand in entries, column titles and themes.
        unexplained: places with text that no entry accounts for.
        lines: the lines that ``explained`` counts, each once; a layout may have divided lines of the document.
    """

    entries: tuple[Entry, ...]
    explained: int
    unexplained: tuple[Notice, ...] = ()
    lines: tuple[Line, ...] = ()

"""Cards in the cells of tables, in formats without pages."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Block, Cell, Document, Line, Row, Source, Table
from extract.layouts import explain
from extract.layouts.boxed import read_boxed
from extract.vocabulary.headings import ColumnRole, load_headings

_HEADINGS = load_headings()
_ASKED = ("Mend the roof of the pavilion.", "Open the gates at seven.", "End the charge for deck chairs.")
_ANSWERED = (
    ("Agreed", "Head of Parks", "The slates have come, and two roofers will begin in the week after the fair."),
    ("Not agreed", "Park Keeper", "Nobody is there to open them, and there is no money for another keeper."),
    (
        "Agreed in part",
        "Events Officer",
        "The charge will go on weekdays. It stays at weekends, when few are left.",
    ),
)
_TITLES = ("Status", "Owner", "Comment")

Text = tuple[str, bool]


def _titled(at: int) -> Iterator[Text]:
    for title, value in zip(_TITLES, _ANSWERED[at], strict=True):
        yield (title, True)
        yield (value, False)


def _cell(texts: Sequence[Text], column: int, span: int = 1) -> Cell:
    lines = tuple(Line(text, gap=at > 0, bold=bold) for at, (text, bold) in enumerate(texts))
    return Cell(lines, column, span)


def _document(*blocks: Block) -> Document:
    return Document(Source("made.html", "0" * 64, "text/html"), "html", blocks)


def _whole_cards() -> Document:
    """A row of cells, each of which is a card."""
    cells = [_cell([(f"{at + 1}. {_ASKED[at]}", True), *_titled(at)], at) for at in range(3)]
    return _document(Table((Row(tuple(cells)),), 3))


def _head_and_body() -> Document:
    """A table for each card: a head across it, and two cells below."""
    tables = []
    for at in range(3):
        told = list(_titled(at))
        head = Row((_cell([(f"{at + 1}. {_ASKED[at]}", True)], 0, 2),))
        tables.append(Table((head, Row((_cell(told[:4], 0), _cell(told[4:], 1)))), 2))
    return _document(*tables)


def _heads_outside() -> Document:
    """A line for each recommendation, and a table of one row below it."""
    blocks = list[Block]()
    for at in range(3):
        told = list(_titled(at))
        blocks.append(Line(f"{at + 1}. {_ASKED[at]}", bold=True))
        blocks.append(Table((Row((_cell(told[:4], 0), _cell(told[4:], 1))),), 2))
    return _document(*blocks)


@pytest.mark.parametrize(
    "document", [_whole_cards(), _head_and_body(), _heads_outside()], ids=["cells", "tables", "boxes"]
)
def test_cells_that_are_cards(document: Document) -> None:
    entries = explain(document, _HEADINGS).entries
    roles = (ColumnRole.DECISION, ColumnRole.OWNER, ColumnRole.RESPONSE)
    said = [tuple(passage.text for role in roles for passage in entry.passages(role)) for entry in entries]
    assert [(entry.number, entry.text.text) for entry in entries] == [(str(at + 1), _ASKED[at]) for at in range(3)]
    assert said == [*_ANSWERED]


def test_lines_without_a_place_get_none() -> None:
    read = read_boxed(_head_and_body(), _HEADINGS)
    pieces = [piece.line for entry in read.entries for cell in entry.cells for piece in cell.passage.pieces]
    assert {(line.page, line.box) for line in (*pieces, *read.lines)} == {(1, None)}


def test_a_table_below_the_titles_of_its_columns_is_none_of_cards() -> None:
    titles = Row(tuple(_cell([(title, True)], at) for at, title in enumerate(("Recommendation", *_TITLES))))
    rows = [
        Row(tuple(_cell([(text, False)], column) for column, text in enumerate((_ASKED[at], *_ANSWERED[at]))))
        for at in range(3)
    ]
    assert read_boxed(_document(Table((titles, *rows), 4), Table((titles, *rows), 4)), _HEADINGS).entries == ()


_TEXTS = st.lists(
    st.tuples(st.sampled_from(["Status", "Owner", "1. Do it.", "Agreed", "", "R2"]), st.booleans()), max_size=6
)


@given(st.lists(st.lists(st.lists(_TEXTS, max_size=3), max_size=4), max_size=3))
def test_any_tables_can_be_read(tables: list[list[list[list[Text]]]]) -> None:
    made = [
        Table(tuple(Row(tuple(_cell(texts, at) for at, texts in enumerate(row))) for row in rows), 3) for rows in tables
    ]
    assert all(entry.text.text for entry in read_boxed(_document(*made), _HEADINGS).entries)

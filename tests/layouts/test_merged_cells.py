"""Cells of a grid that several rows share: an outcome or owner, and what a page break does to them."""

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.layouts.columns import read_columns
from extract.layouts.entries import Entry
from extract.vocabulary.headings import ColumnRole, load_headings

HEADINGS = load_headings()
TITLES = ("Recommendation", "Decision", "Owner", "Response")


def cells(*texts: str | None, page: int = 1, spans: int = 1) -> Row:
    """A row; ``None`` is a place that a merged cell above covers, and the decision and owner cover ``spans`` rows."""
    made = [
        Cell((Line(text, page),) if text else (), i, row_span=spans if i in {1, 2} else 1)
        for i, text in enumerate(texts)
        if text is not None
    ]
    return Row(tuple(made), page)


def entries(*pages: list[Row]) -> tuple[Entry, ...]:
    tables = tuple(Table(tuple(rows), 4) for rows in pages)
    return read_columns(Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", tables), HEADINGS).entries


def held(entry: Entry, role: ColumnRole) -> str:
    return " ".join(passage.text for passage in entry.passages(role))


def test_a_merged_outcome_and_owner_count_for_every_row_beside_them() -> None:
    found = entries(
        [
            cells(*TITLES),
            cells("R1. That A", "Accepted", "Head of Parks", "Yes.", spans=3),
            cells("R2. That B", None, None, "Done."),
            cells("R3. That C", None, None, "Soon."),
            cells("R4. That D", "Rejected", "Leader", "No."),
        ]
    )
    assert [held(entry, ColumnRole.DECISION) for entry in found] == ["Accepted"] * 3 + ["Rejected"]
    assert [held(entry, ColumnRole.OWNER) for entry in found] == ["Head of Parks"] * 3 + ["Leader"]


def test_a_merged_cell_that_a_page_break_divides_counts_on_the_next_page_too() -> None:
    found = entries(
        [
            cells(*TITLES),
            cells("R1. That A", "Accepted", "Head of Parks", "Yes.", spans=2),
            cells("R2. That B", None, None, "Done."),
        ],
        [cells("R3. That C", "", "", "Soon.", page=2, spans=2), cells("R4. That D", None, None, "Later.", page=2)],
    )
    assert [held(entry, ColumnRole.DECISION) for entry in found] == ["Accepted"] * 4

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


LETTERED = ("Ref", "Recommendation", "Decision", "Response")


def lettered(*rows: tuple[str | None, str, str, str]) -> list[tuple[str | None, str | None, str]]:
    """Number, parent and text of each entry; a number that is ``None`` is covered by the cell above it."""
    spans = 1 + sum(number is None for number, *_ in rows)
    made = [Row(tuple(Cell((Line(text),), i) for i, text in enumerate(LETTERED)))]
    for number, *others in rows:
        first = [] if number is None else [Cell((Line(number),) if number else (), 0, row_span=spans if number else 1)]
        made.append(Row((*first, *(Cell((Line(text),), i) for i, text in enumerate(others, 1)))))
    table = Table(tuple(made), 4)
    document = Document(Source("a.docx", "0" * 64, "application/msword"), "docx", (table,))
    return [(entry.number, entry.parent, entry.text.text) for entry in read_columns(document, HEADINGS).entries]


def test_a_number_merged_over_lettered_rows_is_that_of_their_whole() -> None:
    assert lettered(
        ("7", "a) That the pier is painted.", "Accepted", "In May."),
        (None, "b) That it is lit.", "Rejected", "It is too dear."),
    ) == [("7(a)", "7", "That the pier is painted."), ("7(b)", "7", "That it is lit.")]


def test_small_numerals_are_marks_of_parts_too() -> None:
    assert lettered(
        ("7", "i) That the pier is painted.", "Accepted", "In May."),
        (None, "ii) That it is lit.", "Rejected", "It is too dear."),
        (None, "iii) That it is closed.", "Rejected", "It is in use."),
        ("8", "That the ferry runs.", "Accepted", "Daily."),
    )[1:] == [
        ("7(ii)", "7", "That it is lit."),
        ("7(iii)", "7", "That it is closed."),
        ("8", None, "That the ferry runs."),
    ]


def test_a_number_beside_the_first_of_lettered_rows_is_that_of_their_whole() -> None:
    assert lettered(
        ("7", "That the harbour: (a) paints the pier;", "Accepted", "In May."),
        ("", "(b) lights it;", "Accepted", "In June."),
        ("", "(c) closes it.", "Rejected", "It is in use."),
        ("8", "That the ferry runs.", "Accepted", "Daily."),
    ) == [
        ("7(a)", "7", "paints the pier;"),
        ("7(b)", "7", "lights it;"),
        ("7(c)", "7", "closes it."),
        ("8", None, "That the ferry runs."),
    ]


def test_rows_that_share_a_number_without_letters_keep_it() -> None:
    assert [
        number
        for number, *_ in lettered(
            ("7", "That the pier is painted.", "Accepted", "In May."),
            (None, "That the pier is lit.", "Rejected", "It is too dear."),
        )
    ] == ["7", "7"]

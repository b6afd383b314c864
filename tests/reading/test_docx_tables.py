"""Tables of Word: cells by their place in the grid, tables within cells, frames."""

from extract.document import Line, Table
from tests.reading.word import blocks, grid, p, table, tbl, tc, tr


def test_columns_of_no_width_are_closed() -> None:
    rows = (
        tr(tc("No"), tc("Recommendation", '<w:gridSpan w:val="2"/>'), tc("Response")),
        tr(tc("1", '<w:gridSpan w:val="2"/>'), tc("That"), tc("Agreed")),
    )

    assert grid(table(tbl(*rows, widths=(900, 60, 4000, 4000)))) == [
        [(0, 1, 1, "No"), (1, 1, 1, "Recommendation"), (2, 1, 1, "Response")],
        [(0, 1, 1, "1"), (1, 1, 1, "That"), (2, 1, 1, "Agreed")],
    ]


def test_a_narrow_column_with_cells_of_its_own_stays() -> None:
    found = table(tbl(tr("1", "x", "Agreed"), widths=(900, 60, 4000)))

    assert [(cell.column, cell.text) for cell in found.rows[0].cells] == [(0, "1"), (1, "x"), (2, "Agreed")]


def test_cells_merged_sideways_in_the_old_way_are_one() -> None:
    row = tr(tc("Theme", '<w:hMerge w:val="restart"/>'), tc("", '<w:hMerge w:val="continue"/>'), "x")

    assert grid(table(tbl(row))) == [[(0, 2, 1, "Theme"), (2, 1, 1, "x")]]


def test_words_in_the_lower_part_of_a_merged_cell_are_not_lost() -> None:
    rows = tr(tc("Upper", '<w:vMerge w:val="restart"/>'), "a"), tr(tc("lower", "<w:vMerge/>"), "b")

    assert grid(table(tbl(*rows))) == [[(0, 1, 2, "Upper\nlower"), (1, 1, 1, "a")], [(1, 1, 1, "b")]]


def test_a_merged_cell_that_goes_on_from_nowhere_begins_there() -> None:
    assert grid(table(tbl(tr(tc("1", "<w:vMerge/>"), "a")))) == [[(0, 1, 1, "1"), (1, 1, 1, "a")]]


def test_a_table_within_a_cell_becomes_lines_of_it() -> None:
    costs = tbl(tr("Year", "Cost"), tr("2024", "£5"))
    long = "The Council agrees with this recommendation and has set money aside for it."
    (_, response) = table(tbl(tr("1", tc(p(long) + costs + p("Then."))))).rows[0].cells

    assert [(line.text, line.gap) for line in response.lines] == [
        (long, False),
        ("Year", True),
        ("Cost", False),
        ("2024", True),
        ("£5", False),
        ("Then.", True),
    ]


def test_a_table_that_frames_others_is_seen_through() -> None:
    inner = tbl(tr("No", "Response"), tr("1", "Agreed"))
    found = blocks(tbl(tr(tc(p("Response of the Cabinet") + inner + p("Signed")))))

    assert [type(block) for block in found] == [Line, Table, Line]


def test_a_table_without_rows_is_none() -> None:
    assert blocks(p("a") + tbl()) == blocks(p("a"))


def test_wild_spans_are_bounded() -> None:
    found = table(tbl(tr(tc("a", '<w:gridSpan w:val="999999999"/>'), tc("b", '<w:gridSpan w:val="-4"/>'), "c")))

    assert found.columns < 100
    assert [cell.text for cell in found.rows[0].cells] == ["a", "b", "c"]

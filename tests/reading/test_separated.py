"""Separated values: known by their records, read as one table with the lines around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Line, Source, Table
from extract.reading.formats import find_reader, read_bytes
from extract.reading.separated import is_separated, read_separated

TRACKER = (
    "Ref,Recommendation,Response,Due\r\n"
    '1,That a plan be published,"Agreed.\nIt will be, in May.",May 2025\r\n'
    "2,That buses run,,\r\n"
)


def _table(text: str) -> Table:
    document = read_separated(text.encode(), Source("a.csv", "0" * 64, "text/csv"))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("between", [",", ";"])
def test_a_tracker_is_read_in_any_encoding_and_with_any_separator(encoding: str, between: str) -> None:
    text = TRACKER if between == "," else TRACKER.replace("It will be, in", "It will be in").replace(",", ";")
    document = read_bytes(text.encode(encoding), "tracker")
    assert document.reader == "csv"
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [len(row.cells) for row in table.rows] == [4, 4, 4]
    assert table.rows[1].cells[2].lines[0].text == "Agreed."


def test_lines_above_the_table_and_below_it_are_no_rows_of_it() -> None:
    text = "Tracker of recommendations,,,\n,,,\n" + TRACKER + ",,,\nPrinted in June,,,\n"
    document = read_bytes(text.encode(), "tracker.csv")
    assert [block.text for block in document.blocks if isinstance(block, Line)] == [
        "Tracker of recommendations",
        "Printed in June",
    ]
    assert len(_table(text).rows) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Dear Chair,\n\nThank you for your report, which we read with care, and for your time.\n\nYours,\nThe Leader\n",
        "Roses, lilies, tulips\nand one more line of prose.\nThe end, at last.\n",
        "Recommendation 1: That buses run, trams too, and trains.\nResponse: Agreed, in part, for now.\n",
        "One line, with commas, and no more",
        "",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert not is_separated(text.encode())


@given(st.text(max_size=300))
def test_any_text_has_a_reader(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert isinstance(is_separated(data), bool)
    assert find_reader(data or b"a", "a").name

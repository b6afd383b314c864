"""No cell of a table runs as a formula, whichever part of a document its words come from."""

import csv
import re
from pathlib import Path

import pytest

import pipeline
from extract.writing.cells import from_cell
from tests.reading.word import p, package, tbl, tr

_RISKY = re.compile(r"[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
_FORMULAS = (
    "=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\uff1dcmd", "\uff0b1", "\uff0d1", "\uff20x",
    "=cmd|' /C calc'!A0", "=DDE(1)",
)  # fmt: skip


def _document(formula: str) -> bytes:
    """A response in which every cell, and the title, begins with the formula."""
    titles = ("No", "Recommendation", "Accept or Reject", "Organisation", "Response", "Timescale")
    said = "That the Council publishes a plan", "Accept", "the Council", "The Council will publish it", "May 2025"
    rows = [tr(f"{formula} {number}", *(f"{formula} {words}" for words in said)) for number in (1, 2)]
    return package(p(f"{formula} Response to the scrutiny review of buses") + tbl(tr(*titles), *rows))


@pytest.mark.parametrize("formula", _FORMULAS)
def test_no_cell_of_any_table_begins_as_a_formula(formula: str, tmp_path: Path) -> None:
    path = tmp_path / f"{formula.replace('/', '')}.docx"
    path.write_bytes(_document(formula))
    pipeline.main(
        [str(path), "-o", str(tmp_path / "out"), "--quiet", "--jobs", "0", "--authority", f"{formula} Council"]
    )
    cells = [
        cell
        for table in (tmp_path / "out").glob("*.csv")
        for row in csv.reader(table.read_text("utf-8-sig").splitlines(keepends=True))
        for cell in row
    ]
    assert [cell for cell in cells if _RISKY.match(cell)] == []
    assert any(cell.startswith("'") and from_cell(cell).startswith(formula) for cell in cells)

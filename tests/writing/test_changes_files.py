"""The files of differences: every column is described, and nothing is lost or run as a formula."""

import json
from pathlib import Path

import msgspec
import pytest

from extract.changes import (
    CHANGES_VERSION,
    Change,
    DocumentComparison,
    DocumentNamed,
    Kind,
    ResponseTime,
    Timing,
    Where,
)
from extract.writing.change_rows import ChangeRow, change_row
from extract.writing.changes_files import ChangesFiles
from extract.writing.columns import CHANGES
from extract.writing.csv_files import decode_rows

RANKS = {kind: place for place, kind in enumerate(Kind, 1)}


@pytest.fixture
def compared() -> DocumentComparison:
    """Two documents that differ."""
    named = DocumentNamed(id="a-1", name="a.txt", authority="Leeds City Council", review="Damp", date="2025-01-14")
    moved = Change(
        kind=Kind.DEADLINE_MOVED,
        number="2",
        recommendation="=That\r\nstaff be trained",
        before="March 2025",
        after="end of June 2025",
        days=91,
        explanation="It moved.",
        because="the same text",
        old=Where(document="a-1", recommendation="a-1/2", commitment="a-1/2/c1", page=3),
        new=Where(document="b-2", recommendation="b-2/2", commitment="b-2/2/c1", page=4),
    )
    gone = Change(kind=Kind.DOCUMENT_GONE, explanation="“It” is gone.", old=Where(document="a-1"))
    return DocumentComparison(
        old=named,
        new=msgspec.structs.replace(named, id="b-2", date=None),
        because="the same review",
        score=90,
        response_time=ResponseTime(timing=Timing.NOT_KNOWN, explanation="Not known."),
        recommendations=(),
        changes=(moved, gone),
    )


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_what_is_written_is_read_back(bom: bool, count: int, compared: DocumentComparison, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    files = ChangesFiles(tmp_path, RANKS, bom=bom)
    for _ in range(count):
        files.add(compared)
    assert files.close() == ("changes.csv", "changes.json")
    data = (tmp_path / "changes.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") is bom
    rows = [change_row(change, compared, RANKS[change.kind]) for change in compared.changes]
    assert list(decode_rows(CHANGES, data.decode("utf-8-sig"), "changes.csv")) == rows * count
    held = json.loads((tmp_path / "changes.json").read_bytes())
    assert held["changes_version"] == CHANGES_VERSION
    assert msgspec.convert(held["comparisons"], list[DocumentComparison]) == [compared] * count


def test_comparisons_are_read_again_by_the_document_of_now(compared: DocumentComparison, tmp_path: Path) -> None:
    alone = msgspec.structs.replace(compared, new=None)
    files = ChangesFiles(tmp_path, RANKS, bom=True)
    for each in (compared, alone, compared):
        files.add(each)
    files.close()
    found = files.comparisons()
    assert list(found.all()) == [compared, alone, compared]
    assert list(found.of("b-2")) == [compared, compared]
    assert list(found.of(None)) == [alone]
    assert list(found.of("c-3")) == []


def test_a_row_has_both_places(compared: DocumentComparison) -> None:
    row = change_row(compared.changes[0], compared, 7)
    assert (row.old_page, row.new_page, row.seriousness) == (3, 4, 7)
    assert (str(row.old_document_date), row.new_document_date) == ("2025-01-14", None)
    alone = change_row(compared.changes[1], compared, 7)
    assert (alone.new_document_id, alone.old_recommendation_id) == (None, None)


def test_every_column_is_described() -> None:
    assert [column.name for column in CHANGES.columns] == list(ChangeRow.__struct_fields__)
    assert all(column.description.endswith(".") and column.unit for column in CHANGES.columns)
    assert set(CHANGES.columns[0].values) == {kind.value for kind in Kind}


def test_a_cell_that_would_run_as_a_formula_does_not(compared: DocumentComparison, tmp_path: Path) -> None:
    files = ChangesFiles(tmp_path, RANKS, bom=False)
    files.add(compared)
    files.close()
    assert b",'=That_x000D_\nstaff" in (tmp_path / "changes.csv").read_bytes().replace(b'"', b"")

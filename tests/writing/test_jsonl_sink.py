"""JSON Lines hold each report that was read, in order, one a line."""

from pathlib import Path

from extract.records import Report
from extract.writing.json_file import decode_report
from tests.writing.written import copies, write


def test_each_line_is_a_report(report: Report, tmp_path: Path) -> None:
    batch = list(copies(report, 7))
    data = write("jsonl", batch, tmp_path)["documents.jsonl"]
    assert data.endswith(b"}\n")
    assert [decode_report(line) for line in data.split(b"\n")[:-1]] == [each.report for each in batch if each.report]


def test_nothing_read_is_an_empty_file(tmp_path: Path) -> None:
    assert write("jsonl", [], tmp_path) == {"documents.jsonl": b""}

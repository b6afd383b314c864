"""Files are written whole or not at all, and the same batch gives the same bytes."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.records import Report
from extract.results import Result
from extract.writing.folder import write_file, write_outputs, write_report_json
from extract.writing.json_file import decode_report

NAMES = {
    "review-0a1b2c3d.json",
    "documents.csv",
    "recommendations.csv",
    "commitments.csv",
    "dates.csv",
    "organisations.csv",
    "datapackage.json",
}


def test_a_batch_gives_its_files_and_nothing_else(results: Sequence[Result], tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    written = write_outputs(results, folder)
    assert {path.name for path in written} == NAMES
    assert set(written) == set(folder.iterdir())


def test_the_same_batch_gives_the_same_bytes(results: Sequence[Result], tmp_path: Path) -> None:
    first, again = (write_outputs(results, tmp_path / name) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_a_report_can_be_written_alone(report: Report, tmp_path: Path) -> None:
    path = write_report_json(report, tmp_path)
    assert decode_report(path.read_bytes()) == report


def test_a_file_where_the_folder_should_be_is_told(results: Sequence[Result], tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="another output folder"):
        write_outputs(results, tmp_path / "outputs")
    assert (tmp_path / "outputs").read_text(encoding="utf-8") == "mine"


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").mkdir()
    with pytest.raises(OutputError, match=r"dates\.csv"):
        write_file(tmp_path / "dates.csv", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["dates.csv"]


def _refusing(fault: OSError) -> object:
    def refuse(*_: object) -> None:
        raise fault

    return refuse


@pytest.mark.parametrize(
    ("place", "fault", "advice"),
    [
        ("pathlib.Path.replace", PermissionError(errno.EACCES, "Access is denied"), "Close it in Excel"),
        ("os.fsync", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "the disk has room"),
    ],
)
def test_what_stood_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, fault: OSError, advice: str
) -> None:
    path = tmp_path / "documents.csv"
    path.write_bytes(b"before")
    monkeypatch.setattr(place, _refusing(fault))
    with pytest.raises(OutputError, match=advice):
        write_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["documents.csv"]

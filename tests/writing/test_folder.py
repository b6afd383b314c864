"""Files are written whole or not at all, and a fault of the disk says which file and what to do."""

import errno
import os
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.writing.folder import write_file, writing


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="another output folder"):
        write_file(tmp_path / "outputs" / "dates.csv", b"")
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


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "No space left on device. See that the disk has room"),
        (PermissionError(errno.EACCES, "Access is denied"), "Give an output folder that you may write to"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "give another output folder"),
    ],
)
def test_a_fault_while_writing_is_told_by_the_name_of_the_file(tmp_path: Path, fault: OSError, advice: str) -> None:
    path = tmp_path / "documents.csv"
    with pytest.raises(OutputError, match=advice) as told, writing(path):
        raise fault
    assert told.value.where == str(path)
    assert told.value.__cause__ is fault

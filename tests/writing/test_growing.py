"""A file goes on from the first bytes of an earlier one, and from those only."""

from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.writing.growing import GrowingFile
from extract.writing.sinks import Begun

LONG = bytes(range(256)) * 10_000


@pytest.mark.parametrize("length", [0, 1, 2**20 - 1, 2**20, 2**20 + 1, len(LONG)])
def test_the_first_bytes_of_an_earlier_file_are_kept(length: int, tmp_path: Path) -> None:
    (tmp_path / "earlier").write_bytes(LONG)
    file = GrowingFile(tmp_path / "later", b"head", Begun(tmp_path / "earlier", length))
    file.write(b"more")
    file.close()
    assert (tmp_path / "later").read_bytes() == LONG[:length] + b"more"
    assert (tmp_path / "earlier").read_bytes() == LONG


def test_a_new_file_begins_with_its_head(tmp_path: Path) -> None:
    file = GrowingFile(tmp_path / "new", b"head")
    assert file.length() == 4
    file.close()
    assert (tmp_path / "new").read_bytes() == b"head"


def test_an_earlier_file_that_lost_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "earlier").write_bytes(b"abc")
    with pytest.raises(OutputError, match=r"earlier: This file of an earlier run lost some of its bytes"):
        GrowingFile(tmp_path / "later", begun=Begun(tmp_path / "earlier", 4))


def test_an_earlier_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"earlier: This file of an earlier run cannot go on: No such file"):
        GrowingFile(tmp_path / "later", begun=Begun(tmp_path / "earlier", 4))


def test_a_file_that_is_let_go_of_takes_no_more(tmp_path: Path) -> None:
    file = GrowingFile(tmp_path / "new", b"head")
    file.abandon()
    assert (tmp_path / "new").read_bytes() == b"head"
    with pytest.raises(ValueError, match="closed file"):
        file.write(b"more")

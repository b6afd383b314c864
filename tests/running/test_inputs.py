"""The documents that the inputs of a command stand for: named, in folders, by patterns and lists, each once."""

import os
import sys
from pathlib import Path

import pytest

from extract.errors import InputMissingError
from extract.running.inputs import Input, find_inputs, read_list


def _found(folder: Path, *locations: str, out: str = "outputs") -> list[str]:
    found = find_inputs(locations or [str(folder)], str(folder / out))
    return [Path(each.location).relative_to(folder).as_posix() for each in found]


def _make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")


def test_folders_stand_for_the_files_in_them(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", "sub/a.pdf", ".hidden", ".git/x.txt", "README.md", "~$open.docx", "outputs/documents.csv")
    assert _found(tmp_path, str(tmp_path), str(tmp_path / "b.txt")) == ["b.txt", "sub/a.pdf"]


def test_patterns_stand_for_the_files_that_they_fit(tmp_path: Path) -> None:
    _make(tmp_path, "2019/a.pdf", "2020/b.pdf", "2020/deep/c.pdf", "2020/d.docx")
    assert _found(tmp_path, str(tmp_path / "*" / "*.pdf")) == ["2019/a.pdf", "2020/b.pdf"]
    assert _found(tmp_path, str(tmp_path / "**" / "*.pdf")) == ["2019/a.pdf", "2020/b.pdf", "2020/deep/c.pdf"]
    assert _found(tmp_path, str(tmp_path / "20*")) == ["2019/a.pdf", "2020/b.pdf", "2020/d.docx", "2020/deep/c.pdf"]


def test_a_pattern_that_nothing_fits_and_a_path_that_is_not_there_are_kept_to_be_reported(tmp_path: Path) -> None:
    assert _found(tmp_path, str(tmp_path / "*.pdf"), str(tmp_path / "gone.pdf")) == ["*.pdf", "gone.pdf"]


def test_a_name_with_the_marks_of_a_pattern_is_a_name_where_it_is_there(tmp_path: Path) -> None:
    _make(tmp_path, "response [final].txt")
    assert _found(tmp_path, str(tmp_path / "response [final].txt")) == ["response [final].txt"]


def test_a_file_that_is_reached_twice_is_one_input(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert _found(tmp_path) == ["a.txt"]


def test_a_folder_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    _make(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    assert _found(tmp_path) == ["sub/a.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything may be read here")
def test_a_folder_that_may_not_be_looked_into_is_reported(tmp_path: Path) -> None:
    _make(tmp_path, "sub/a.txt")
    (tmp_path / "sub").chmod(0)
    assert _found(tmp_path) == ["sub"]


def test_lists_hold_a_name_a_line_or_end_each_with_a_nul() -> None:
    assert read_list(b"a.pdf\r\n\nb c.pdf\n") == ("a.pdf", "b c.pdf")
    assert read_list(b"a\nb.pdf\0c.pdf\0") == ("a\nb.pdf", "c.pdf")
    assert [os.fsencode(name) for name in read_list(b"caf\xe9.pdf\n")] == [b"caf\xe9.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-8 on this system")
def test_a_name_that_is_no_utf_8_is_found_read_and_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("text")
    (given,) = find_inputs([str(tmp_path)], "outputs")
    assert (given.name, given.read()) == ("caf�.txt", b"text")


def test_a_file_that_is_not_there_is_told_when_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputMissingError, match="no such file"):
        Input(str(tmp_path / "gone.txt")).read()

"""What may not be read or written is told by name, costs nothing else, and is no matter once it may be."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.place import Place, assert_each_once, assert_nothing_left, assert_plain

_AS_A_USER = (sys.executable, str(Path(__file__).with_name("plain_user.py")))


@pytest.fixture
def plain(quick: Place, tmp_path: Path) -> Place:
    """A place where the command has no more rights than the modes of files give."""
    if sys.platform != "linux":
        pytest.skip("rights are given up in another way here")
    (tmp_path / "closed").touch(mode=0)
    look = (sys.executable, "-c", f"open({str(tmp_path / 'closed')!r})")
    tried = subprocess.run([*_AS_A_USER, *look], check=False, capture_output=True, text=True)
    if "PermissionError" not in tried.stderr:
        pytest.skip(f"everything may be read here: {tried.stderr}")
    return replace(quick, before=_AS_A_USER)


def test_documents_and_folders_that_may_not_be_read_are_listed_and_the_others_read(plain: Place) -> None:
    plain.fill("all", 2)
    plain.write("closed.txt", "closed").chmod(0)
    plain.write("shut/inner.txt", "inner").parent.chmod(0)
    try:
        told = plain.run("in")
    finally:
        (plain.inputs / "shut").chmod(0o700)
    assert_plain(told)
    assert told.code == 1
    assert plain.failures() == {"closed.txt": "input_missing", "shut": "input_missing"}
    assert_each_once(plain, ["0.txt", "1.txt", "closed.txt", "shut"])
    assert "This file may not be read." in told.out


_SHUT = {
    "the folder": ("", 0o555, "Give an output folder that you may write to"),
    "its state": (".scrutiny-extract", 0o555, "Give an output folder that you may write to"),
    "its state altogether": (".scrutiny-extract", 0, "Give an output folder that you may write to"),
    "its lock": (".scrutiny-extract/lock", 0o444, "Give an output folder that you may write to"),
    "a table": ("documents.csv", 0o444, "Close it in Excel"),
    "a table altogether": ("dates.csv", 0, "Close it in Excel"),
}


@pytest.mark.parametrize(
    "what",
    [each if each == "a table" else pytest.param(each, marks=pytest.mark.slow) for each in _SHUT],
)
def test_results_that_may_not_be_written_stay_as_they_are(what: str, plain: Place) -> None:
    name, mode, advice = _SHUT[what]
    plain.fill("earlier", 1)
    plain.fill("new", 2)
    assert plain.run("in/earlier").code == 0
    shut, before = plain.out / name, plain.published()
    usual = shut.stat().st_mode
    shut.chmod(mode)
    try:
        told = plain.run("in/new")
    finally:
        shut.chmod(usual)
    assert_plain(told)
    assert (told.code, plain.published()) == (1, before)
    assert advice in told.err
    assert_nothing_left(plain)
    assert plain.run("in/new").code == 0
    assert_each_once(plain, ["0.txt", "1.txt"])


@pytest.mark.slow
def test_a_table_that_was_changed_and_is_held_is_kept_aside_once(plain: Place) -> None:
    plain.fill("earlier", 1)
    plain.fill("new", 2)
    assert plain.run("in/earlier").code == 0
    table = plain.out / "dates.csv"
    table.write_text("mine")
    table.chmod(0o444)
    assert [plain.run("in/new").code for _ in range(2)] == [1, 1]
    table.chmod(0o644)
    told = plain.run("in/new")
    assert told.code == 0
    assert "your copy is kept as dates changed by hand 1.csv" in told.out
    assert [path.name for path in plain.out.glob("*by hand*")] == ["dates changed by hand 1.csv"]
    assert (plain.out / "dates changed by hand 1.csv").read_text() == "mine"

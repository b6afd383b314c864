"""Whoever reads what a run prints may leave: the run goes on, and its files are in place."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.faults.place import Place, assert_each_once, assert_plain, ended

NAMES = [f"{number}.txt" for number in range(5)]


def test_the_reader_of_standard_output_leaves_after_a_line(quick: Place) -> None:
    quick.fill("all", len(NAMES))
    run = quick.start("in")
    assert run.stdout is not None
    run.stdout.readline()
    run.stdout.close()
    run.stdout = None
    told = ended(run)
    assert_plain(told)
    assert (told.code, told.err) == (0, "")
    assert_each_once(quick, NAMES)


@pytest.mark.slow
def test_nobody_reads_from_the_beginning(quick: Place) -> None:
    quick.fill("all", len(NAMES))
    read, written = os.pipe()
    os.close(read)
    assert quick.run("in", "in/gone.txt", stdout=written, stderr=written).code == 1
    os.close(written)
    assert quick.failures() == {"gone.txt": "input_missing"}
    assert_each_once(quick, [*NAMES, "gone.txt"])


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="shells close streams in another way here")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_are_closed_from_the_beginning(closed: str, quick: Place) -> None:
    quick.fill("all", len(NAMES))
    told = Place(quick.root, quick.template, ("sh", "-c", f'"$@" {closed}', "sh")).run("in")
    assert_plain(told)
    assert told.code == 0
    assert_each_once(quick, NAMES)


@pytest.mark.slow
def test_a_log_that_knows_no_such_letters(quick: Place) -> None:
    quick.write("çedilla.txt", "a")
    told = quick.run("in", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert_plain(told)
    assert told.code == 0
    assert "?edilla.txt" in told.out
    assert_each_once(quick, ["çedilla.txt"])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no head")
def test_the_first_line_is_taken_by_head(real: Place) -> None:
    real.fill("all", len(NAMES))
    run = real.start("in", stderr=subprocess.PIPE)
    head = subprocess.run([shutil.which("head") or "head", "-1"], stdin=run.stdout, capture_output=True, check=True)
    assert run.stdout is not None
    run.stdout.close()
    run.stdout = None
    told = ended(run)
    assert (told.code, told.err) == (0, "")
    assert head.stdout.decode() == "✓ 0.txt  Leeds City Council, 14 January 2025\n"
    assert_each_once(real, NAMES)

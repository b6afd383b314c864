"""A disk that is full, or refuses, is told; the earlier files stand, and with room again the run goes on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.driver import COUNT
from tests.faults.place import (
    Ended,
    Files,
    Place,
    assert_each_once,
    assert_nothing_half,
    assert_nothing_left,
    assert_plain,
)

FULL = "No space left on device"
NAMES = [f"{number}.txt" for number in range(12)]
_MOMENTS = 12
_ROOM = 8 * 2**20  # bytes
_RESERVE = 4096


def _prepared(place: Place) -> tuple[Files, Files]:
    """The files of an earlier run, which stands, and those of an undisturbed one."""
    place.fill("earlier", 2)
    place.fill("new", len(NAMES))
    assert place.run("in/earlier").code == 0
    undisturbed = place.copied("undisturbed")
    assert undisturbed.run("in/new").code == 0
    before, after = place.published(), undisturbed.published()
    shutil.rmtree(undisturbed.out)
    return before, after


def _assert_goes_on(place: Place, after: Files) -> None:
    assert place.run("in/new").code == 0
    assert place.published() == after
    assert_each_once(place, NAMES)


def _assert_refused(told: Ended, said: str) -> None:
    assert_plain(told)
    assert told.code == 1, told
    assert said in told.err
    assert "See that the disk has room" in told.err


@pytest.fixture
def small(tmp_path: Path, template: Path) -> Iterator[Place]:
    """A place whose results lie on a small disk of their own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [shutil.which("mount") or "false", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", str(disk)]
    mounted = sys.platform == "linux" and subprocess.run(command, check=False, capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("this user may not mount a disk")
    yield Place(tmp_path, template, results="disk/out")
    subprocess.run([shutil.which("umount") or "umount", "--lazy", str(disk)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("left", [_RESERVE, 30_000, 100_000, 160_000])
def test_a_disk_that_is_full_is_told_and_room_again_lets_the_run_go_on(left: int, small: Place) -> None:
    before, after = _prepared(small)
    ballast = small.root / "disk" / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small.out).free - left))
    _assert_refused(small.run("in/new"), FULL)
    assert small.published() == before
    assert_nothing_half(small, before, after)
    assert_nothing_left(small)
    ballast.unlink()
    _assert_goes_on(small, after)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("prlimit"), reason="there is no prlimit here")
@pytest.mark.parametrize("most", [200, 20_000])
def test_files_that_may_not_grow_are_told(most: int, quick: Place) -> None:
    before, after = _prepared(quick)
    _assert_refused(replace(quick, before=("prlimit", f"--fsize={most}", "--")).run("in/new"), "File too large")
    assert quick.published() == before
    assert_nothing_left(quick)
    _assert_goes_on(quick, after)


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "said"), [("full", FULL), ("refused", "Permission denied")])
def test_whatever_a_run_was_about_to_do_when_it_was_refused(fault: str, said: str, quick: Place) -> None:
    before, after = _prepared(quick)
    count, failed = quick.root / "count", 0
    assert quick.copied("counted").run("in/new", at="none 0", env={COUNT: str(count)}).code == 0
    moments = int(count.read_text())
    for moment in range(1, moments + 1, max(1, moments // _MOMENTS)):
        place = quick.copied(f"at {moment}")
        told = place.run("in/new", at=f"{fault} {moment}")
        assert_plain(told)
        assert_nothing_half(place, before, after)
        assert_nothing_left(place)
        if told.code:
            failed += 1
            assert (told.code, said in told.err) == (1, True), (moment, told)
        else:
            assert place.published() == after
        _assert_goes_on(place, after)
    assert failed > _MOMENTS // 2


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="/dev/full is not there")
def test_a_full_disk_under_a_log_ends_no_run(quick: Place) -> None:
    quick.fill("all", 3)
    with Path("/dev/full").open("wb") as full:
        assert quick.run("in", stdout=full, stderr=full).code == 0
    assert_each_once(quick, NAMES[:3])


def test_a_disk_that_becomes_full_is_told(quick: Place) -> None:
    quick.fill("new", 1)
    told = quick.run("in", at="full 30")
    _assert_refused(told, FULL)
    assert_nothing_left(quick)
    assert quick.run("in").code == 0
    assert_each_once(quick, NAMES[:1])

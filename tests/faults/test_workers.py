"""Processes for documents that are killed, hang or take too much cost a document at most, and leave nothing behind."""

import os
import signal
import sys
from pathlib import Path
from time import sleep

import psutil
import pytest

from tests.faults.place import TEXT, Place, assert_each_once, assert_nothing_left, assert_plain, awaited, ended

NAMED = [f"{number}.txt" for number in range(8)]


def test_a_process_that_is_killed_over_a_document_is_replaced(quick: Place) -> None:
    for number, name in enumerate(NAMED):
        quick.write(name, name if number < 3 else f"until {quick.root / 'go'}\n{name}")
    run = quick.start("in", "--jobs", "2")
    awaited(lambda: len(quick.records()) == 3)
    for worker, number in zip(quick.workers(), (signal.SIGKILL, signal.SIGSEGV), strict=True):
        os.kill(worker.pid, number)
    (quick.root / "go").touch()
    told = ended(run)
    assert_plain(told)
    assert (told.code, quick.failures()) == (0, {})
    assert_each_once(quick, NAMED)
    assert_nothing_left(quick)


@pytest.mark.skipif(sys.platform != "linux", reason="signals without a name are Linux's")
@pytest.mark.slow
def test_a_signal_without_a_name_is_told_by_its_number(quick: Place) -> None:
    quick.write("a.txt", f"signal {signal.SIGRTMIN + 1}")
    quick.write("b.txt", "b")
    told = quick.run("in")
    assert_plain(told)
    assert f"(signal {signal.SIGRTMIN + 1})" in told.out
    assert (told.code, quick.failures()) == (1, {"a.txt": "worker_lost"})


@pytest.mark.skipif(os.name != "posix", reason="processes have groups on POSIX only")
@pytest.mark.slow
def test_what_a_broken_process_has_started_ends_too(quick: Place, tmp_path: Path) -> None:
    quick.write("a.txt", f"child {tmp_path / 'pid'}")
    assert quick.run("in").code == 1
    child = int((tmp_path / "pid").read_text())
    awaited(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE)
    assert_nothing_left(quick)


def test_a_process_whose_run_is_gone_removes_its_own_folder_and_no_other(quick: Place, tmp_path: Path) -> None:
    note = tmp_path / "note"
    quick.write("a.txt", f"homeless {note}")
    run = quick.start("in")
    own, removed = awaited(lambda: note.exists() and note.read_text()), note.with_suffix(".removed")
    run.kill()
    ended(run)
    assert awaited(lambda: removed.exists() and removed.read_text()) == own
    assert_nothing_left(quick)


@pytest.mark.slow
def test_processes_are_killed_again_and_again(real: Place) -> None:
    names = [path.name for path in real.fill("all", 24).iterdir()]
    assert real.of("alone").run("in").code == 0
    run, killed = real.start("in", "--jobs", "2"), set[int]()
    while run.poll() is None:
        for each in real.workers():
            if len(real.records()) > 3 * len(killed) and each.pid not in killed:
                killed.add(each.pid)
                os.kill(each.pid, (signal.SIGKILL, signal.SIGSEGV)[len(killed) % 2])
        sleep(0.05)
    told = ended(run)
    assert_plain(told)
    assert len(killed) > 3
    assert set(real.failures().values()) <= {"worker_lost"}
    assert_nothing_left(real)
    assert real.run("in").code == 0
    assert_each_once(real, names)
    assert real.published() == real.of("alone").published()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="pipes have names on POSIX only")
def test_a_pipe_that_never_answers_costs_its_time_and_no_other_document(quick: Place) -> None:
    names = [path.name for path in quick.fill("all", 5).iterdir()]
    pipe = quick.inputs / "pipe.txt"
    os.mkfifo(pipe)
    told = quick.run(pipe, quick.inputs / "all", "--timeout", "5", "--jobs", "2")
    assert_plain(told)
    assert (told.code, quick.failures()) == (1, {"pipe.txt": "timed_out"})
    assert "longer than the 5 seconds" in told.out
    assert_each_once(quick, ["pipe.txt", *names])
    assert_nothing_left(quick)


@pytest.mark.slow
def test_a_document_that_takes_too_much_memory_costs_no_other(real: Place) -> None:
    names = [path.name for path in real.fill("all", 5).iterdir()]
    real.write("large.txt", TEXT.format("x") + "Recommendation 3: That more be said.\n\n" * 800_000)
    told = real.run("in", "--memory-limit", "700", "--jobs", "2")
    assert_plain(told)
    assert (told.code, real.failures()) == (1, {"large.txt": "too_much_memory"})
    assert "more than the 700 MB" in told.out
    assert_each_once(real, ["large.txt", *names])
    assert_nothing_left(real)


def test_where_no_temporary_file_can_be_made_the_run_ends_and_says_so(quick: Place, tmp_path: Path) -> None:
    quick.write("a.txt", "a")
    (tmp_path / "small").write_text("a file")
    told = quick.run("in", env={"FAULTS_HOME": str(tmp_path / "small" / "folder")})
    assert_plain(told)
    assert told.code == 1
    assert "No folder for temporary files can be made: " in told.err
    assert not quick.published()

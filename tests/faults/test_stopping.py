"""A run that a person stops says so in a line, keeps what it did, and lists what it did not read."""

import os
import signal
import subprocess
from collections.abc import Callable

import pytest

from tests.faults.driver import COUNT
from tests.faults.place import (
    Ended,
    Place,
    assert_each_once,
    assert_nothing_half,
    assert_nothing_left,
    assert_plain,
    awaited,
    ended,
)

STOPPED = 130
NAMES = [f"{number}.txt" for number in range(6)]
_MOMENTS = 8

Send = Callable[["subprocess.Popen[bytes]"], None]


def _interrupt(run: "subprocess.Popen[bytes]") -> None:
    run.send_signal(signal.SIGINT)


def _interrupt_all(run: "subprocess.Popen[bytes]") -> None:
    """What a terminal does: every process of the group is told."""
    os.killpg(run.pid, signal.SIGINT)


def _terminate(run: "subprocess.Popen[bytes]") -> None:
    run.terminate()


def _slow_documents(place: Place) -> None:
    for number, name in enumerate(NAMES):
        place.write(name, f"sleep {0 if number < 2 else 300}\n{name}")  # short ones are read first


def _assert_stopped(told: Ended, place: Place) -> None:
    assert_plain(told)
    assert told.code == STOPPED
    assert "stopped: give the same command to go on" in told.out
    assert_each_once(place, NAMES)
    failed = place.failures()
    assert set(NAMES[2:]) <= failed.keys() <= set(NAMES[1:])  # the answer about the second may have come too late
    assert set(failed.values()) == {"stopped"}
    assert len(place.records()) == 2
    assert_nothing_left(place)


@pytest.mark.parametrize(
    "send", [_interrupt_all, *(pytest.param(each, marks=pytest.mark.slow) for each in (_interrupt, _terminate))]
)
def test_a_run_that_is_stopped_while_it_reads_writes_what_it_has(send: Send, quick: Place) -> None:
    _slow_documents(quick)
    run = quick.start("in", "--jobs", "1", start_new_session=True)
    awaited(lambda: len(quick.records()) == 2)
    send(run)
    _assert_stopped(ended(run), quick)


@pytest.mark.slow
def test_a_run_that_was_stopped_goes_on(quick: Place) -> None:
    for number, name in enumerate(NAMES):
        quick.write(name, name if number < 2 else f"until {quick.root / 'go'}\n{name}")
    run = quick.start("in", "--jobs", "2")
    awaited(lambda: len(quick.records()) == 2)
    _interrupt(run)
    assert ended(run).code == STOPPED
    (quick.root / "go").touch()
    assert quick.run("in", "--jobs", "4").code == 0
    assert (quick.told()["read"], quick.failures()) == (len(NAMES) - 2, {})
    assert quick.of("alone").run("in").code == 0
    assert quick.published() == quick.of("alone").published()


@pytest.mark.parametrize("pause", [0.0, *(pytest.param(each, marks=pytest.mark.slow) for each in (0.01, 0.1))])
def test_who_stops_twice_is_obeyed_and_reads_no_traceback(pause: float, quick: Place) -> None:
    _slow_documents(quick)
    run = quick.start("in", "--jobs", "2")
    awaited(lambda: len(quick.records()) == 2)
    for _ in range(2):
        _interrupt(run)
        try:
            run.wait(pause)
        except subprocess.TimeoutExpired:
            continue
    told = ended(run)
    assert_plain(told)
    assert told.code == STOPPED
    assert "topped" in told.out + told.err
    assert_nothing_left(quick)


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["interrupted", "terminated"])
def test_whatever_a_run_was_about_to_do_when_it_was_stopped(fault: str, quick: Place) -> None:
    quick.fill("earlier", 2)
    quick.fill("new", 4)
    assert quick.run("in/earlier").code == 0
    before, count = quick.published(), quick.root / "count"
    earlier = quick.copied("undisturbed")
    assert earlier.run(quick.inputs / "new", at="none 0", env={COUNT: str(count)}).code == 0
    after, moments = earlier.published(), int(count.read_text())
    for moment in range(1, moments + 1, max(1, moments // _MOMENTS)):
        place = quick.copied(f"at {moment}")
        told = place.run(quick.inputs / "new", at=f"{fault} {moment}")
        assert_plain(told)
        assert told.code == STOPPED, (moment, told)
        assert "topped" in told.out + told.err
        if "stopped" not in place.failures().values():
            assert_nothing_half(place, before, after)
        assert not (place.state / "publication.json").exists()
        assert_nothing_left(place)
        assert place.run(quick.inputs / "new").code == 0
        assert place.published() == after


def test_fail_fast_stops_at_the_first_document_that_fails(quick: Place) -> None:
    quick.write("0.txt", "bad")
    for name in NAMES[1:]:
        quick.write(name, f"sleep 0.5\n{name}")
    told = quick.run("in", "--fail-fast", "--jobs", "1")
    assert_plain(told)
    assert told.code == 1
    assert_each_once(quick, NAMES)
    assert quick.failures() == {"0.txt": "empty_file"} | dict.fromkeys(NAMES[1:], "stopped")
    assert_nothing_left(quick)


def test_of_two_runs_at_once_one_is_refused_and_the_other_unharmed(quick: Place) -> None:
    for name in NAMES[:3]:
        quick.write(name, f"until {quick.root / 'go'}\n{name}")
    first = quick.start("in", "--jobs", "3")
    awaited(lambda: (quick.state / "holder").is_file() and (quick.state / "holder").read_text())
    second = quick.run("in", "--jobs", "3")
    assert_plain(second)
    assert second.code == 1
    assert f"Another run is writing here (process {first.pid} on " in second.err
    assert "give another output folder" in second.err
    (quick.state / "holder").write_bytes(b"\xff")
    third = quick.run("in")
    assert_plain(third)
    assert third.code == 1
    assert "Another run is writing here. " in third.err
    (quick.root / "go").touch()
    assert ended(first).code == 0
    assert_each_once(quick, NAMES[:3])
    assert quick.failures() == {}

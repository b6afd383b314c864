"""What is put into a watched folder is read once it has come whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from extract.running import watching
from extract.running.watching import settled

Seen = list[list[str]]
Act = Callable[[Path], object]


class Clock:
    """A clock that goes on when somebody sleeps; files that are written meanwhile have its time."""

    def __init__(self, folder: Path) -> None:
        """Begin now."""
        self.now, self._folder = time.time(), folder

    def do(self, act: Act) -> None:
        """Do something with the files, which happens at the time of this clock."""
        before = self._times()
        act(self._folder)
        for path in (path for path, changed in self._times().items() if before.get(path) != changed):
            os.utime(path, (self.now, self.now))

    def _times(self) -> dict[Path, tuple[int, int]]:
        return {
            path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in self._folder.iterdir() if path.is_file()
        }


Look = Callable[..., Seen]


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    """What is found in a folder in which something is done after each look."""
    folder = tmp_path / "in"
    folder.mkdir()
    clock = Clock(folder)
    monkeypatch.setattr(watching, "time", lambda: clock.now)

    def look(*acts: Act, last: int = 4) -> Seen:
        steps, seen = count(), Seen()

        def sleep(seconds: float) -> None:
            step = next(steps)
            clock.now += seconds
            if step == len(acts) + last:
                raise KeyboardInterrupt
            clock.do(acts[step] if step < len(acts) else _nothing)

        monkeypatch.setattr(watching, "sleep", sleep)
        try:
            seen.extend([Path(file).name for file in files] for files in settled(str(folder), str(tmp_path / "out")))
        except KeyboardInterrupt:
            return seen
        return seen

    return look


def _nothing(_folder: Path) -> None:
    return


def _write(name: str, text: str = "text") -> Act:
    return lambda folder: (folder / name).write_text(text)


def _write_two(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("text")


def test_a_file_is_given_once_it_rests_and_then_no_more(look: Look) -> None:
    assert look(_write("a.txt"), last=9) == [["a.txt"]]


def test_a_file_that_grows_is_left_alone_until_it_rests(look: Look) -> None:
    growing = [_write("a.txt", "text" * length) for length in range(1, 9)]
    assert look(*growing, last=0) == []
    assert look(*growing) == [["a.txt"]]


def test_a_file_that_is_copied_with_its_old_time_is_left_alone_while_it_grows(look: Look) -> None:
    def grow(folder: Path) -> None:
        with (folder / "a.txt").open("a") as file:
            file.write("more")

    def old(folder: Path) -> None:
        grow(folder)
        os.utime(folder / "a.txt", (1, 1))

    assert look(*[old] * 6, last=0) == []


def test_a_file_on_its_way_is_none_until_it_has_its_name(look: Look) -> None:
    def arrive(folder: Path) -> None:
        (folder / "a.txt.part").rename(folder / "a.txt")

    assert look(_write("a.txt.part"), last=9) == []
    assert look(arrive) == [["a.txt"]]


def test_another_file_is_given_with_those_that_are_there(look: Look) -> None:
    steps = [_write("b.txt"), *[_nothing] * 4, _write("a.txt")]
    assert look(*steps) == [["b.txt"], ["a.txt", "b.txt"]]


def test_nothing_is_given_while_a_file_that_was_given_is_written_anew(look: Look) -> None:
    first = [_write_two, *[_nothing] * 4]
    rewriting = [_write("a.txt", "text" * length) for length in range(2, 8)]
    assert look(*first, *rewriting, last=0) == [["a.txt", "b.txt"]]
    assert look(last=6) == [["a.txt", "b.txt"]]


def test_a_file_that_is_taken_away_is_no_longer_given(look: Look) -> None:
    def take(folder: Path) -> None:
        (folder / "a.txt").unlink()

    assert look(_write_two, *[_nothing] * 4, take) == [["a.txt", "b.txt"], ["b.txt"]]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a terminal's Ctrl-C is sent in another way here")
def test_the_command_watches_until_it_is_stopped(checkout: Path, tmp_path: Path) -> None:
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    inbox.mkdir()
    command = [sys.executable, str(checkout / "pipeline.py"), "--watch", str(inbox), "-o", str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as watching_it:
        for number in range(2):
            words = f"Recommendation 1: That {number} buses run.\n\nResponse: Agreed. We will run them.\n"
            (inbox / f"{number}.txt").write_text(words)
            _await(f"{number}.txt", out)
        watching_it.send_signal(signal.SIGINT)
        said = watching_it.communicate(timeout=60)[0]
    assert watching_it.returncode == 0, said
    assert "No longer watching" in said
    assert "Traceback" not in said


def _await(name: str, out: Path) -> None:
    """Wait until a document stands in the table."""
    table, until = out / "documents.csv", time.monotonic() + 60
    while not (table.exists() and name in table.read_text("utf-8-sig")):
        assert time.monotonic() < until
        time.sleep(0.1)

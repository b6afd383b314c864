"""Files are written whole or not at all, put in place together, and one run at a time writes into a folder."""

import errno
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from extract.errors import ChangingFileError, InputMissingError, OutputBusyError, OutputError
from extract.storage import STATE, LocalStore, load_bytes
from extract.storage.local import write_file, writing


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


NAMES = ("a.csv", "b.csv", "parquet/c/part-1")


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    """A folder with three files and one that is to go."""
    store = LocalStore(tmp_path / "out")
    for name in (*NAMES, "old.csv"):
        store.write(name, b"before")
    return store


def _stage(folder: Path, names: Sequence[str] = NAMES) -> None:
    for name in names:
        write_file(folder / name, b"after")


def _contents(store: LocalStore) -> list[bytes | None]:
    return [store.read(name) for name in (*NAMES, "old.csv")]


BEFORE, AFTER = [b"before"] * 4, [b"after", b"after", b"after", None]


def test_files_are_put_in_place_together(store: LocalStore) -> None:
    with store.staging() as staged:
        _stage(staged)
        store.publish(staged, NAMES, ["old.csv"])
    assert _contents(store) == AFTER
    assert list((store.root / STATE).iterdir()) == []


@pytest.mark.parametrize("steps", range(4))
def test_what_is_stopped_while_files_are_put_in_place_is_finished_later(
    store: LocalStore, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    replace, left = Path.replace, [steps + 1]  # one step more writes down what is to be done

    def stopping(path: Path, target: Path) -> Path:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return replace(path, target)

    def publish_and_stop() -> None:
        with store.staging() as staged, monkeypatch.context() as patched:
            _stage_by_hand(staged)
            patched.setattr(Path, "replace", stopping)
            store.publish(staged, NAMES, ["old.csv"])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish_and_stop()
    again = LocalStore(store.root)
    again.recover()
    assert _contents(again) == AFTER
    assert list((store.root / STATE).iterdir()) == []


def _stage_by_hand(folder: Path) -> None:
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"after")


def test_what_is_stopped_before_leaves_all_as_it_was(store: LocalStore) -> None:
    with suppress(KeyboardInterrupt), store.staging() as staged:
        _stage(staged, NAMES[:2])
        raise KeyboardInterrupt
    assert _contents(store) == BEFORE
    left = store.root / STATE / "staged-killed"
    left.mkdir()
    (left / "a.csv").write_bytes(b"half")
    store.recover()
    assert _contents(store) == BEFORE
    assert not left.exists()


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is refused to this user")
def test_nothing_is_put_in_place_where_one_file_is_held(store: LocalStore) -> None:
    (store.root / "b.csv").chmod(0o444)
    with store.staging() as staged:
        _stage(staged)
        with pytest.raises(OutputError, match="Close it in Excel"):
            store.publish(staged, NAMES, ["old.csv"])
    assert _contents(store) == BEFORE


def test_a_second_run_is_kept_away_and_told_of_the_first(store: LocalStore) -> None:
    with (
        store.lock(),
        pytest.raises(OutputBusyError, match=rf"process {os.getpid()} on"),
        LocalStore(store.root).lock(),
    ):
        pass
    with store.lock():
        pass


def test_a_killed_run_keeps_nobody_away(store: LocalStore) -> None:
    script = (
        "import sys, time\nfrom extract.storage import LocalStore\n"
        "with LocalStore(sys.argv[1]).lock():\n print('held', flush=True)\n time.sleep(60)\n"
    )
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen([sys.executable, "-c", script, str(store.root)], stdout=subprocess.PIPE, cwd=root) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(OutputBusyError), store.lock():
            pass
        holder.kill()
    with store.lock():
        pass


def test_a_file_that_is_written_to_while_it_is_read_is_no_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, looked = tmp_path / "growing.txt", os.fstat
    path.write_text("half")

    def growing(number: int) -> os.stat_result:
        found = looked(number)
        with path.open("a") as file:
            file.write("more")
        return found

    monkeypatch.setattr(os, "fstat", growing)
    with pytest.raises(ChangingFileError, match="being written to"):
        load_bytes(path)


def test_a_file_that_changes_once_is_read_as_it_is_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, looked, times = tmp_path / "copied.txt", os.fstat, [0]
    path.write_text("half")

    def finishing(number: int) -> os.stat_result:
        found = looked(number)
        times[0] += 1
        if times[0] == 1:
            path.write_text("the whole")
        return found

    monkeypatch.setattr(os, "fstat", finishing)
    assert load_bytes(path) == b"the whole"


@pytest.mark.parametrize(("name", "said"), [("gone.txt", "no such file"), (".", "This is a folder")])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputMissingError, match=said):
        load_bytes(tmp_path / name)

"""A watched folder: files are read once they are whole, read anew when they change, and go when they are gone."""

import os
import signal
from hashlib import sha256
from time import sleep

import pytest

from tests.faults.place import TEXT, Place, assert_nothing_left, assert_plain, awaited, ended

pytestmark = pytest.mark.slow


def _digests(place: Place) -> dict[str, str]:
    return {row["source_name"]: row["sha256"] for row in place.rows()} if (place.out / "documents.csv").exists() else {}


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def test_what_is_put_into_a_watched_folder_is_read_when_it_is_whole(quick: Place) -> None:
    quick.write("first.txt", "first")
    run, whole = quick.start("--watch", "in", start_new_session=True), {"first.txt": _digest("first")}
    awaited(lambda: _digests(quick) == whole)

    pieces, seen = [TEXT.format(number) for number in range(8)], set[str]()
    with (quick.inputs / "slow.txt").open("w") as slow:
        for piece in pieces:
            slow.write(piece)
            slow.flush()
            sleep(0.7)
            seen |= _digests(quick).keys()
    assert seen == {"first.txt"}
    whole["slow.txt"] = _digest("".join(pieces))
    assert awaited(lambda: _digests(quick).get("slow.txt")) == whole["slow.txt"]

    moved = quick.root / "moved.txt"
    moved.write_text("moved")
    os.utime(moved, (1e9, 1e9))
    moved.rename(quick.inputs / "moved.txt")
    whole["moved.txt"] = _digest("moved")
    awaited(lambda: _digests(quick) == whole)

    quick.write("first.txt", "written anew")
    whole["first.txt"] = _digest("written anew")
    awaited(lambda: _digests(quick) == whole)

    (quick.inputs / "slow.txt").unlink()
    del whole["slow.txt"]
    awaited(lambda: _digests(quick) == whole)

    os.killpg(run.pid, signal.SIGINT)
    told = ended(run)
    assert_plain(told)
    assert "No longer watching." in told.err
    assert told.code in {0, 130}  # between two runs, or within one
    assert_nothing_left(quick)

"""Files that go, change or are replaced while a run is at them are read as they are then, or told."""

import threading
from hashlib import sha256

import pytest

from tests.faults.driver import REMOVED
from tests.faults.place import Place, assert_each_once, assert_plain


def test_a_document_that_goes_between_the_survey_and_its_reading_is_told(quick: Place) -> None:
    gone = quick.write("gone.txt", "x" * 2000)  # the longest is read last
    quick.write("a.txt", f"remove {gone}")
    quick.write("b.txt", "b")
    told = quick.run("in", "--jobs", "1")
    assert_plain(told)
    assert (told.code, quick.failures()) == (1, {"gone.txt": "input_missing"})
    assert_each_once(quick, ["a.txt", "b.txt", "gone.txt"])


@pytest.mark.slow
def test_a_document_that_is_replaced_between_is_read_as_it_is(quick: Place) -> None:
    new = quick.write("new.txt", "x" * 2000)
    quick.write("copy.txt", "x" * 2000)
    quick.write("a.txt", f"rewrite {new}")
    told = quick.run("in/a.txt", "in/new.txt", "in/copy.txt", "--jobs", "1")
    assert_plain(told)
    assert (told.code, quick.failures()) == (1, {"copy.txt": "changing_file"})  # it was counted as read with the other
    digests = {row["source_name"]: row["sha256"] for row in quick.rows()}
    assert digests["new.txt"] == sha256(new.read_bytes()).hexdigest()
    assert quick.run("in/a.txt", "in/new.txt", "in/copy.txt").code == 0
    assert_each_once(quick, ["a.txt", "new.txt", "copy.txt"])
    assert {row["source_name"]: row["sha256"] for row in quick.rows()} == digests


@pytest.mark.slow
def test_a_document_that_goes_between_the_listing_and_the_survey_is_told(quick: Place) -> None:
    quick.fill("all", 3)
    told = quick.run("in", at="none 0", env={REMOVED: str(quick.inputs / "all" / "1.txt")})
    assert_plain(told)
    assert (told.code, quick.failures()) == (1, {"1.txt": "input_missing"})
    assert_each_once(quick, ["0.txt", "1.txt", "2.txt"])


@pytest.mark.slow
def test_a_document_that_is_being_written_is_told_and_read_when_it_is_whole(quick: Place) -> None:
    quick.write("a.txt", "a")
    growing = quick.write("growing.txt", "x" * 60_000_000)  # takes longer to read than a byte to write
    done = threading.Event()

    def grow() -> None:
        with growing.open("ab", buffering=0) as file:
            while not done.is_set():
                file.write(b"y")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        told = quick.run("in", "--jobs", "1")
    finally:
        done.set()
        writer.join()
    assert_plain(told)
    assert (told.code, quick.failures()) == (1, {"growing.txt": "changing_file"})
    assert "Wait until it is complete" in told.out
    assert quick.run("in").code == 0
    alone = quick.of("alone")
    assert alone.run("in").code == 0
    assert quick.published() == alone.published()

"""Many documents, copies among them, and one long one beside short ones: none lost, none twice, none kept waiting."""

import subprocess
from pathlib import Path

import psutil
import pypdfium2
import pytest

from tests.faults.place import PATIENCE, Place, assert_each_once, assert_nothing_left, assert_plain, ended

MANY, CONTENTS = 10_000, 7_000
PAGES, SHORT = 2_000, 30
_LIMIT = 1_500  # megabytes


@pytest.mark.slow
def test_ten_thousand_files_many_of_them_copies(quick: Place) -> None:
    for number in range(MANY):
        words = f"document {number % CONTENTS}"
        name = f"again/{number % CONTENTS}.txt" if number >= CONTENTS and number % 2 else f"{number}.txt"
        quick.write(f"{number % 10}/{name}", words)
    told = ended(quick.start("in"), 5 * PATIENCE)
    assert_plain(told)
    assert told.code == 0
    about = quick.told()
    under_the_same_name = (MANY - CONTENTS) // 2
    assert (about["inputs"], about["read"], about["totals"]["failed"]) == (MANY, CONTENTS, 0)
    assert len(about["given_again"]) == under_the_same_name
    rows = quick.rows()
    assert len(rows) == len({row["document_id"] for row in rows}) == MANY - under_the_same_name
    assert len({row["sha256"] for row in rows}) == CONTENTS
    found = [row["recommendation_id"] for row in quick.rows("recommendations")]
    assert len(found) == len(set(found)) == 2 * len(rows)
    assert len(quick.records()) == CONTENTS
    before = quick.published()
    assert ended(quick.start("in"), 5 * PATIENCE).code == 0
    assert (quick.published(), quick.told()["read"]) == (before, 0)


def test_a_file_that_is_given_in_five_ways_is_one(quick: Place) -> None:
    path = quick.write("a.txt", "a")
    (quick.inputs / "link.txt").symlink_to(path)
    (quick.root / "list").write_text(f"{path}\nin/../in/a.txt\n")
    told = quick.run("in/a.txt", str(path), "in/link.txt", "in/*.txt", "in", "--list", "list")
    assert told.code == 0
    assert_each_once(quick, ["a.txt"])
    assert quick.told()["inputs"] == 1


@pytest.mark.slow
def test_copies_under_the_same_and_other_names(quick: Place) -> None:
    for name in ("x/a.txt", "y/a.txt", "b.txt"):
        quick.write(name, "the same")
    assert quick.run("in").code == 0
    assert_each_once(quick, ["a.txt", "b.txt"])
    assert (quick.told()["read"], quick.told()["given_again"]) == (1, ["a.txt"])


@pytest.mark.slow
def test_short_documents_do_not_wait_for_a_long_one_and_memory_is_bounded(real: Place, checkout: Path) -> None:
    names = [path.name for path in real.fill("short", SHORT).iterdir()]
    _long(checkout / "samples" / "nottingham-prs-licensing.ruled.pdf", real.inputs / "a long one.pdf")
    run = real.start("in", "--jobs", "2", "--memory-limit", str(_LIMIT))
    most, shorts_done = 0, False
    while run.poll() is None:
        most = max([most, *(_resident(each) for each in real.workers())])
        shorts_done |= len(real.records()) == SHORT
        try:
            run.wait(0.3)
        except subprocess.TimeoutExpired:
            continue
    told = ended(run)
    assert_plain(told)
    assert (told.code, real.failures()) == (0, {})
    assert shorts_done  # all of them, while the long one was being read
    assert most < _LIMIT * 2**20
    assert_each_once(real, [*names, "a long one.pdf"])
    assert_nothing_left(real)


def _long(sample: Path, path: Path) -> None:
    long, short = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(sample)
    while len(long) < PAGES:
        long.import_pages(short)
    long.save(path)
    for each in (long, short):
        each.close()


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0

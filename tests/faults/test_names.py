"""Whatever a file is called it is read, listed, and cannot command the terminal that its name is printed on."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.faults.place import TEXT, Place, assert_plain

NAMES = [
    b" with  spaces .txt",
    b"two\nlines.txt",
    b"a\ttab.txt",
    b"bell\x07 and \x1b[2Jclear\x7f.txt",
    b"return\rover.txt",
    "c1\x9b31m.txt".encode(),
    b"'single' \"double\" `back`.txt",
    b"-o.txt",
    b"--jobs.txt",
    "\N{SNOWMAN} \N{FAMILY}.txt".encode(),
    b"n" * 251 + b".txt",
    b"caf\xe9 \xff.txt",
    "\u202egpj.txt".encode(),
    "\u200f\u2067right\u2069.txt".encode(),
    b"Case.txt",
    b"case.txt",
    unicodedata.normalize("NFC", "\xe9tude.txt").encode(),
    unicodedata.normalize("NFD", "\xe9tude.txt").encode(),
    b"con.txt",
    b"=cmd|'c calc'!A0.txt",
    b"[bold]markup[red].txt",
    b"%s {0} $HOME.txt",
    b"100%.txt",
    b"*?.txt",
]
_OBEYED = {*map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))} - {"\n"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such names are not to be had on this system")


def _make(place: Place) -> None:
    place.inputs.mkdir()
    for name in NAMES:
        folder = os.fsencode(place.inputs) + (b"/of \x1b[31m\n" if name.startswith(b"-") else b"")
        Path(os.fsdecode(folder)).mkdir(exist_ok=True)
        Path(os.fsdecode(folder + b"/" + name)).write_text(TEXT.format(name.hex()))


def _listed(name: bytes) -> str:
    """The name as it is listed: what is no UTF-8 is shown as such."""
    return name.decode("utf-8", "replace")


@pytest.mark.parametrize("kind", ["quick", pytest.param("real", marks=pytest.mark.slow)])
def test_files_with_any_names_are_read_and_listed(kind: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    _make(place)
    bad = {b"bad \x1b]0;title\x07\nnews.txt", b"\xff bad.txt"}
    for name in bad:
        Path(os.fsdecode(os.fsencode(place.inputs) + b"/" + name)).write_bytes(b"bad" if kind == "quick" else b"")
    told = place.run("in", "--explain")  # which prints of every document
    assert_plain(told)
    assert told.code == 1
    rows = place.rows()
    assert sorted(row["source_name"] for row in rows) == sorted(map(_listed, (*NAMES, *bad)))
    assert {row["source_name"] for row in rows if row["status"] == "failed"} == set(map(_listed, bad))
    assert len({row["document_id"] for row in rows}) == len(rows)
    assert len([*place.out.glob("[!.]*.json")]) == len(NAMES) + 2  # with datapackage.json and run.json
    assert not _OBEYED & set(told.out + told.err)
    assert "two␊lines.txt" in told.out
    assert "bad ␛]0;title␇␊news.txt: " in told.out


@pytest.mark.slow
def test_names_are_given_as_they_are(quick: Place) -> None:
    _make(quick)
    given = [os.fsencode(quick.inputs) + b"/" + name for name in NAMES if not name.startswith(b"-")]
    (quick.root / "list").write_bytes(b"\0".join(given[:9]) + b"\0")
    told = quick.run("--list", "list", "--quiet", "--", *given[9:], b"in/of \x1b[31m\n/-o.txt", b"in/of \x1b[31m\n")
    assert (told.code, told.err) == (0, "")
    assert sorted(row["source_name"] for row in quick.rows()) == sorted(map(_listed, NAMES))


@pytest.mark.slow
def test_a_folder_for_results_with_such_a_name_is_shown_as_one_line(quick: Place) -> None:
    quick.write("a.txt", "a")
    place = quick.of("out \x1b[31m\nhere")
    told = place.run("in")
    assert (told.code, len(place.rows())) == (0, 1)
    assert not _OBEYED & set(told.out + told.err)
    gone = place.run("in/no \x1b[31m\nsuch.txt", "--list", "no \x1b[31m\nlist")
    assert gone.code == 2
    assert not _OBEYED & set(gone.err)
    assert gone.err.count("\n") == 1

"""What the program keeps to go on from may be damaged or gone: the next run gives the same bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.place import Place, assert_nothing_half, assert_nothing_left, assert_plain

COUNT = 70  # more documents than lie between two places at which tables go on
GARBAGE = b"\xff\xfe\x00garbage \x80\x81" * 9
Damage = Callable[[Path], object]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _overwritten(path: Path) -> None:
    path.write_bytes(GARBAGE)


def _said_wrong(path: Path) -> None:
    path.write_bytes(b'{"writer": "\xff", "staged": "\xff"}')


def _of_another_kind(path: Path) -> None:
    path.write_bytes(b"[1, 2]")


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(0, len(data), 97):
        data[place] ^= 0x55
    path.write_bytes(data)


HOWS: dict[str, Damage] = {
    each.__name__.strip("_"): each
    for each in (_cut, _cut_short, _emptied, _overwritten, _said_wrong, _of_another_kind, _flipped, Path.unlink)
}


def _published(place: Place) -> None:
    place.fill("all", COUNT)
    assert place.run("in").code == 0


def _assert_mended(place: Place, before: dict[str, bytes]) -> None:
    told = place.run("in")
    assert_plain(told)
    assert (told.code, place.failures()) == (0, {})
    assert_nothing_half(place, before, before)
    assert place.published() == before
    assert_nothing_left(place)


def _damage(place: Place, how: Damage) -> None:
    for number, record in enumerate(place.records()):
        if number % 3 == 0:
            how(record)
    (place.state / "publication.json").touch()
    for name in ("ledger.json", "lock", "holder", "publication.json"):
        how(place.state / name)


def test_all_that_is_kept_is_overwritten(quick: Place) -> None:
    _published(quick)
    before = dict(quick.published())
    _damage(quick, _overwritten)
    left = quick.state / "staged-left"
    left.mkdir()
    (left / "documents.csv").write_bytes(GARBAGE)
    (quick.state / ".documents.csv.1.part").write_bytes(GARBAGE)
    _assert_mended(quick, before)
    assert not left.exists()
    assert not list(quick.state.rglob("*.part"))


@pytest.mark.slow
@pytest.mark.parametrize("how", list(HOWS))
def test_what_is_kept_is_damaged_and_the_tables_gone(how: str, quick: Place) -> None:
    """With the tables gone all of them are made of the records again."""
    _published(quick)
    before = dict(quick.published())
    _damage(quick, HOWS[how])
    for path in quick.out.glob("[!.]*"):
        path.unlink()
    _assert_mended(quick, before) if how != "unlink" else _assert_made_again(quick, before)


def _assert_made_again(place: Place, before: dict[str, bytes]) -> None:
    told = place.run("in")
    assert_plain(told)
    assert (told.code, place.published()) == (0, before)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["documents.csv", "datapackage.json", "run.json"])
@pytest.mark.parametrize("how", ["cut", "unlink"])
def test_a_published_file_is_damaged(name: str, how: str, quick: Place) -> None:
    _published(quick)
    before = dict(quick.published())
    HOWS[how](quick.out / name)
    told = quick.run("in")
    assert_plain(told)
    aside = {path.name for path in quick.out.glob("*changed by hand*")}
    found = {name: data for name, data in quick.published().items() if name not in aside}
    assert (told.code, found) == (0, before)
    assert bool(aside) is (how == "cut" and name != "run.json")  # what somebody has changed is never lost

"""A run relies on no clock that may jump, and on no time that a file claims."""

import os
from pathlib import Path

import pytest

from tests.faults.place import CHECKOUT, Place, assert_each_once, assert_plain

_TIMES = {"yesterday's century": 4.0e8, "before the first": -1e8, "zero": 0.0, "to come": 4.0e9}
_JUMPING = os.pathsep.join((str(Path(__file__).with_name("clock")), str(CHECKOUT)))


def test_whatever_time_a_file_claims_it_is_read_and_once(quick: Place) -> None:
    for name, seconds in _TIMES.items():
        os.utime(quick.write(f"{name}.txt", name), (seconds, seconds))
    told = quick.run("in")
    assert_plain(told)
    assert told.code == 0
    assert_each_once(quick, [f"{name}.txt" for name in _TIMES])
    os.utime(quick.inputs / "to come.txt", (1.0, 1.0))
    assert quick.run("in").code == 0
    assert quick.told()["read"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["quick", "real"])
def test_a_clock_that_jumps_disturbs_nothing(kind: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    names = [path.name for path in place.fill("all", 6).iterdir()]
    told = place.run("in", "--timeout", "300", "--jobs", "2", env={"PYTHONPATH": _JUMPING})
    assert_plain(told)
    assert (told.code, place.failures()) == (0, {})
    assert all(0 <= taken < 300 for taken in place.told()["seconds"].values())
    assert_each_once(place, names)
    alone = place.of("alone")
    assert alone.run("in").code == 0
    assert place.published() == alone.published()

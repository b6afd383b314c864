"""What the tests of faults share: places to run the command in."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from extract.flow import read_result
from tests.faults.place import TEXT, Place


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was read of one document, for the stand-in."""
    path = tmp_path_factory.mktemp("template") / "result"
    path.write_bytes(msgspec.msgpack.encode(read_result(TEXT.format("of ours").encode(), "template-of-all.txt")))
    return path


@pytest.fixture
def quick(tmp_path: Path, template: Path) -> Iterator[Place]:
    """A place where the stand-in reads; no process outlives a test in it."""
    place = Place(tmp_path, template)
    yield place
    _end(place)


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Place]:
    """A place where the program reads."""
    place = Place(tmp_path, None)
    yield place
    _end(place)


def _end(place: Place) -> None:
    for each in place.workers():
        each.kill()

"""A run that is killed, at any moment, leaves the files of before or the new ones, and the next run finishes it."""

import os
import random
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults.driver import AT, COUNT
from tests.faults.place import (
    Files,
    Place,
    assert_each_once,
    assert_nothing_half,
    assert_nothing_left,
    assert_plain,
    awaited,
    ended,
)

SEED = 20_250_114
AT_RANDOM = {"real": 12, "quick": 42}  # kills at random times, in runs that read and in runs that hardly do
GROUP = 3  # kills in one folder before it is left in peace
EARLIER, NEW = 3, 12  # documents
_STEP = 4  # between two of the counted moments that are tried: all of them take minutes


@dataclass(frozen=True)
class Story:
    """An earlier run of other documents, and what an undisturbed run makes of its folder.

    Attributes:
        place: where the earlier run stands, never to be changed.
        before: its files.
        after: the files of an undisturbed run.
        seconds: that such a run takes.
        moments: how many things it does with files of the output folder.
    """

    place: Place
    before: Files
    after: Files
    seconds: float
    moments: int

    def again(self, name: str) -> Place:
        """A copy of the earlier run's place, with the same documents."""
        root = self.place.root.parent / name
        shutil.copytree(self.place.out, root / "out")
        (root / "in").symlink_to(self.place.inputs)
        return replace(self.place, root=root)


def _told(place: Place) -> Story:
    place.fill("earlier", EARLIER)
    place.fill("new", NEW)
    assert place.run(place.inputs / "earlier").code == 0
    before, count = place.published(), place.root.parent / "count"
    undisturbed = Story(place, before, {}, 0, 0).again("undisturbed")
    began = monotonic()
    assert undisturbed.run("in/new", at="none 0", env={COUNT: str(count)}).code == 0
    seconds = monotonic() - began
    assert_each_once(undisturbed, [f"{number}.txt" for number in range(NEW)])
    return Story(place, before, undisturbed.published(), seconds, int(count.read_text()))


@pytest.fixture(scope="module")
def quick_story(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Story:
    return _told(Place(tmp_path_factory.mktemp("quick") / "earlier", template))


@pytest.fixture(scope="module")
def real_story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return _told(Place(tmp_path_factory.mktemp("real") / "earlier", None))


def _finished(place: Place, story: Story) -> None:
    """The same command again gives the files of an undisturbed run, and reads nothing twice."""
    kept = len(place.records())
    again = place.run("in/new")
    assert_plain(again)
    assert (again.code, place.published()) == (0, story.after)
    assert place.told()["read"] == EARLIER + NEW - kept
    assert not [path for path in place.state.rglob("*") if path.name.endswith(".part") or "staged" in path.name]
    assert_nothing_left(place)


def _killed_at(story: Story, place: Place, number: int) -> None:
    told = place.run("in/new", at=f"killed {number}")
    assert told.code == -signal.SIGKILL, told
    assert_nothing_half(place, story.before, story.after)
    assert_nothing_left(place)


def _moments(story: Story, step: int) -> Iterator[list[int]]:
    """All the moments of a run, in groups of some that lie far from each other."""
    numbers = list(range(1, story.moments + 1, step))
    groups = -(-len(numbers) // GROUP)
    yield from (numbers[first::groups] for first in range(groups))


def test_a_run_that_is_killed_three_times_is_finished_by_the_fourth(quick_story: Story) -> None:
    place = quick_story.again("thrice")
    for number in (quick_story.moments // 2, quick_story.moments * 3 // 4, 9):
        _killed_at(quick_story, place, number)
    _finished(place, quick_story)


def test_whatever_a_run_was_about_to_do_with_its_temporary_files_when_it_was_killed(quick_story: Story) -> None:
    place, number, code = quick_story.again("temporary"), 0, -signal.SIGKILL
    while code:
        number += 1
        code = place.run("in/new", env={AT: f"killed {number} {place.temporary}"}).code
        assert code in {0, -signal.SIGKILL}
        assert_nothing_left(place)
    assert number > 1
    _finished(place, quick_story)


@pytest.mark.slow
def test_whatever_a_run_was_about_to_do_when_it_was_killed(quick_story: Story) -> None:
    for number, moments in enumerate(_moments(quick_story, _STEP)):
        place = quick_story.again(f"counted {number}")
        for moment in moments:
            if place.published() == quick_story.before:  # else it is done, and does less
                _killed_at(quick_story, place, moment)
        _finished(place, quick_story)


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(AT_RANDOM))
def test_a_run_is_killed_at_random_times(kind: str, request: pytest.FixtureRequest) -> None:
    story: Story = request.getfixturevalue(f"{kind}_story")
    at_random, killed = random.Random(SEED), 0  # noqa: S311 - the same times in every run of the test
    place, group = story.again("random 0"), 0
    while killed < AT_RANDOM[kind]:
        for _ in range(GROUP):
            killed += _killed_after(story, place, at_random.uniform(0, story.seconds))
        _finished(place, story)
        group += 1
        place = story.again(f"random {group}")


def _killed_after(story: Story, place: Place, seconds: float) -> bool:
    """Whether the run was still at work after these seconds."""
    run = place.start("in/new")
    sleep(seconds)
    run.kill()
    told = ended(run)
    assert_plain(told)
    assert_nothing_half(place, story.before, story.after)
    assert_nothing_left(place)
    return told.code == -signal.SIGKILL


_SIGHTS = {
    "a folder for temporary files": lambda place: any(place.temporary.iterdir()),
    "a record": lambda place: len(place.records()) > EARLIER,
    "the last record": lambda place: len(place.records()) == EARLIER + NEW,
    "staged files": lambda place: any(place.state.glob("staged-*")),
    "staged tables": lambda place: any(place.state.glob("staged-*/documents.csv")),
    "the ledger": lambda place: any(place.state.glob("staged-*/.scrutiny-extract/*")),
}


@pytest.mark.slow
@pytest.mark.parametrize("sight", list(_SIGHTS))
def test_a_run_is_killed_at_the_sight_of(sight: str, real_story: Story) -> None:
    place = real_story.again(f"sight of {sight}")
    run = place.start("in/new")
    awaited(lambda: _SIGHTS[sight](place) or run.poll() is not None)
    run.kill()
    assert_plain(ended(run))
    assert_nothing_half(place, real_story.before, real_story.after)
    assert_nothing_left(place)
    _finished(place, real_story)


@pytest.mark.slow
def test_a_run_is_killed_with_its_processes(real_story: Story) -> None:
    """As a machine without memory does it: what lies in TMPDIR is nobody's then, and nothing else is lost."""
    place = real_story.again("all")
    run = place.start("in/new")
    awaited(lambda: len(place.records()) > EARLIER)
    for each in (run.pid, *(worker.pid for worker in place.workers())):
        os.kill(each, signal.SIGKILL)
    assert_plain(ended(run))
    assert_nothing_half(place, real_story.before, real_story.after)
    shutil.rmtree(place.temporary)
    _finished(place, real_story)

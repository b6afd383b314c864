"""What is read: each content once, small documents first, and what was read before not at all."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Self

import pytest

from extract.errors import OutputError
from extract.running.engines import Done, Engine, Here, Pool
from extract.running.inputs import Input
from extract.running.isolation import Limits
from extract.running.messages import Failure, Reply, Settings, Task, Work
from extract.running.plan import Entry, is_stopped, read, survey, to_read
from tests.running.stand_in import MODULE

Make = Callable[[str, str], Input]


@pytest.fixture
def pool(settings: Settings) -> Iterator[Pool]:
    with Pool(settings, Limits(seconds=20), 2, MODULE) as pool:
        yield pool


class Answering:
    """An engine that answers what it is told to, and notes what it was asked."""

    def __init__(self, answers: dict[str, Reply], stop_at: str | None = None) -> None:
        """Answer by name; at ``stop_at`` a person stops the run."""
        self.answers, self.stop_at, self.asked = answers, stop_at, list[str]()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to stop."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """The answers, in the order of the tasks."""
        for task in tasks:
            if task.name == self.stop_at:
                raise KeyboardInterrupt
            self.asked.append(task.name)
            yield task, self.answers[task.name]


def _nothing(_entry: Entry) -> None:
    return


def _read(entries: list[Entry], engine: Engine, *, force: bool = False, fail_fast: bool = False) -> list[Entry]:
    return read(entries, to_read(entries, force=force), engine, _nothing, fail_fast=fail_fast)


def test_inputs_come_back_in_their_order_whichever_is_done_first(document: Make, pool: Pool) -> None:
    words = ("sleep 0.6", "well", "empty", "bug", "killed", "well too")
    inputs = [document(f"{number}.txt", each) for number, each in enumerate(words)]
    entries = _read(survey(inputs, pool, _nothing), pool)
    assert [entry.given for entry in entries] == inputs
    codes = [entry.failure.code if entry.failure else None for entry in entries]
    assert codes == [None, None, "empty_file", "internal", "worker_lost", None]


def test_what_was_read_before_is_known_by_its_content(document: Make, settings: Settings, tmp_path: Path) -> None:
    inputs = [document("a.txt", "one"), document("b.txt", "two"), Input(str(tmp_path / "gone.txt"))]
    with Pool(settings, Limits(), 1, MODULE) as pool:
        _read(survey(inputs[:1], pool, _nothing), pool)
    moved = document("elsewhere.txt", "one")
    with Here(settings) as engine:
        entries = survey([*inputs, moved], engine, _nothing)
    assert [entry.known for entry in entries] == [True, False, False, True]
    assert [entry.failure.code if entry.failure else None for entry in entries] == [None, None, "input_missing", None]


def test_another_edition_knows_nothing(document: Make, settings: Settings) -> None:
    given = document("a.txt", "one")
    with Pool(settings, Limits(), 1, MODULE) as pool:
        _read(survey([given], pool, _nothing), pool)
    with Here(Settings(output=settings.output, edition="another")) as engine:
        assert [entry.known for entry in survey([given], engine, _nothing)] == [False]


def _entries() -> list[Entry]:
    sizes = {"long.txt": 900, "short.txt": 10, "copy.txt": 900, "known.txt": 50}
    digest = {"copy.txt": "long.txt"}
    return [Entry(Input(name), digest.get(name, name), size, known=name == "known.txt") for name, size in sizes.items()]


def _well(name: str) -> Reply:
    return Reply(sha256=name, size=1, known=True)


def test_each_content_is_read_once_and_small_documents_first() -> None:
    engine = Answering({"long.txt": _well("long.txt"), "short.txt": _well("short.txt")})
    after = _read(_entries(), engine)
    assert engine.asked == ["short.txt", "long.txt"]
    assert all(entry.known for entry in after)


def test_force_reads_what_is_known() -> None:
    engine = Answering({name: _well(name) for name in ("long.txt", "short.txt", "known.txt")})
    _read(_entries(), engine, force=True)
    assert engine.asked == ["short.txt", "known.txt", "long.txt"]


def test_a_failure_is_that_of_every_copy_under_its_own_name() -> None:
    failed = Reply(sha256="long.txt", failure=Failure("damaged_file", "It is damaged.", "long.txt", "Save it again."))
    after = _read(_entries(), Answering({"long.txt": failed, "short.txt": _well("short.txt")}))
    errors = [entry.failure.error if entry.failure else None for entry in after]
    assert errors == [
        "long.txt: It is damaged. Save it again.",
        None,
        "copy.txt: It is damaged. Save it again.",
        None,
    ]


def test_a_file_that_changes_between_is_read_as_it_is_and_its_copy_is_told() -> None:
    after = _read(_entries(), Answering({"long.txt": _well("another"), "short.txt": _well("short.txt")}))
    assert (after[0].sha256, after[0].failure) == ("another", None)
    assert after[2].failure is not None
    assert after[2].failure.code == "changing_file"


def test_a_stopped_run_says_what_it_has_not_read() -> None:
    after = _read(_entries(), Answering({"short.txt": _well("short.txt")}, stop_at="long.txt"))
    assert [entry.failure.code if entry.failure else None for entry in after] == ["stopped", None, "stopped", None]
    assert is_stopped(after)


def test_fail_fast_stops_at_the_first_failure() -> None:
    failed = Reply(sha256="short.txt", failure=Failure("damaged_file", "It is damaged.", "short.txt", ""))
    engine = Answering({"short.txt": failed})
    after = _read(_entries(), engine, fail_fast=True)
    assert engine.asked == ["short.txt"]
    codes = [entry.failure.code if entry.failure else None for entry in after]
    assert codes == ["stopped", "damaged_file", "stopped", None]


@pytest.mark.parametrize("work", list(Work))
def test_a_fault_that_every_document_would_meet_ends_the_run(work: Work) -> None:
    fatal = Reply(failure=Failure("output", "The disk is full.", "out", "", fatal=True))
    engine = Answering({each.given.name: fatal for each in _entries()})
    with pytest.raises(OutputError, match="The disk is full"):
        survey([each.given for each in _entries()], engine, _nothing) if work is Work.SURVEY else _read(
            _entries(), engine
        )


def test_all_processes_end_when_a_run_is_left_early(document: Make, settings: Settings) -> None:
    inputs = [document(f"{number}.txt", "hang") for number in range(3)] + [document("a.txt", "well")]
    with Pool(settings, Limits(), 2, MODULE) as pool:
        for _task, _reply in pool.map(Task(0, Work.READ, each.location.encode(), (), each.name) for each in inputs[2:]):
            break
    with Pool(settings, Limits(), 1, MODULE) as pool:
        assert survey(inputs, pool, _nothing)[0].sha256

"""A document that breaks what reads it costs no other, is tried once more, and is told with its reason."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

import psutil
import pytest

from extract.running.inputs import Input
from extract.running.isolation import Isolated, Limits
from extract.running.messages import Reply, Settings, Work, task_of
from tests.running.stand_in import MODULE

Make = Callable[[str, str], Input]
Found = TypeVar("Found")
Asked = Callable[[Input], Reply]


@pytest.fixture
def isolated(settings: Settings) -> Iterator[Isolated]:
    worker = Isolated(settings, Limits(seconds=2, megabytes=400), MODULE)
    yield worker
    worker.stop()


@pytest.fixture
def ask(isolated: Isolated) -> Asked:
    return lambda given: isolated.handle(task_of(0, given, Work.READ))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("killed", "worker_lost", "SIGKILL"),
        ("segfault", "worker_lost", "SIGSEGV"),
        ("exit", "worker_lost", "broke down"),
        ("hang", "timed_out", "longer than the 2 seconds"),
        ("memory 900", "too_much_memory", "more than the 400 MB"),
        ("bug", "internal", "ZeroDivisionError"),
        ("empty", "empty_file", "It is empty."),
    ],
)
def test_what_breaks_on_a_document_is_told_and_the_next_is_read(
    words: str, code: str, said: str, document: Make, ask: Asked
) -> None:
    failure = ask(document("bad.txt", words)).failure
    assert failure is not None
    assert failure.code == code
    assert failure.error.startswith("bad.txt: ")
    assert said in failure.error
    assert ask(document("good.txt", "well")).known


@pytest.mark.parametrize("word", ["killed", "segfault", "exit", "hang", "memory"])
def test_what_breaks_once_is_tried_again(word: str, document: Make, ask: Asked, tmp_path: Path) -> None:
    assert ask(document("odd.txt", f"once {word} {tmp_path / 'mark'} 900")).failure is None


def test_a_fault_of_the_document_is_not_tried_again(document: Make, ask: Asked, tmp_path: Path) -> None:
    assert ask(document("odd.txt", f"once empty {tmp_path / 'mark'}")).failure is not None


def test_what_libraries_print_does_not_disturb(document: Make, ask: Asked, capfd: pytest.CaptureFixture[str]) -> None:
    assert ask(document("noisy.txt", "noisy")).known
    assert capfd.readouterr() == ("", "")


def test_temporary_files_are_private_and_go_with_the_process(
    document: Make, isolated: Isolated, ask: Asked, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    assert ask(document("a.txt", f"temporary {told}")).known
    folder = Path(told.read_text())
    assert folder.stat().st_mode & 0o077 == 0
    assert list(folder.rglob("document"))
    isolated.stop()
    assert not folder.exists()


def test_a_process_ends_when_what_started_it_is_killed(document: Make, settings: Settings) -> None:
    hanging = document("hang.txt", "hang")
    script = (
        "from extract.running.isolation import Isolated, Limits\n"
        "from extract.running.inputs import Input\n"
        "from extract.running.messages import Settings, Work, task_of\n"
        f"worker = Isolated(Settings(output={settings.output!r}, edition='e'), Limits(), {MODULE!r})\n"
        f"worker.handle(task_of(0, Input({hanging.location!r}), Work.READ))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parent.parent.parent)
    (child,) = _awaited(psutil.Process(parent.pid).children)
    folder = Path(_awaited(lambda: child.environ().get("TMPDIR", "")))
    parent.kill()
    parent.wait()
    assert psutil.wait_procs([child], timeout=10)[1] == []
    assert not folder.exists()


def test_stopping_ends_what_hangs(document: Make, isolated: Isolated, ask: Asked) -> None:
    began = monotonic()
    isolated.stop()
    assert ask(document("hang.txt", "hang")).failure is not None
    assert monotonic() - began < 3


def _awaited(look: Callable[[], Found]) -> Found:
    """What a look finds, once it finds something."""
    until = monotonic() + 20
    while not (found := look()):
        assert monotonic() < until
        sleep(0.05)
    return found

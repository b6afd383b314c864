"""A place to run the command in, and what must hold of it whatever befell the command."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final, NamedTuple, TypeVar, cast

import psutil

from extract.storage import STATE
from extract.writing.cells import from_cell
from tests.faults.driver import AT, SCRIPT
from tests.faults.stand_in import TEMPLATE

CHECKOUT: Final = Path(__file__).parent.parent.parent
PATIENCE: Final = 120.0
"""Seconds after which something that should have happened counts as not happening."""
TEXT: Final = (
    "Response of Leeds City Council, 14 January 2025\n\n"
    "Recommendation\tAccept or reject\tLead\tComments\n"
    "Recommendation 1: That plan {0} be published\tAccept\tCouncil\tWe will publish plan {0} by 31 March 2025.\n"
    "Recommendation 2: That forum {0} be held\tReject\tCouncil\tNo.\n"
)

Files = Mapping[str, bytes]
Found = TypeVar("Found")


class Ended(NamedTuple):
    """What became of a command, and what it printed."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Place:
    """A folder with inputs, results and temporary files of their own.

    Attributes:
        root: the folder.
        template: what the stand-in reads; ``None`` reads for real.
        before: what stands before the words of the command.
        results: the name of the folder of the results.
    """

    root: Path
    template: Path | None
    before: tuple[str, ...] = ()
    results: str = "out"

    @property
    def inputs(self) -> Path:
        """The folder of the documents."""
        return self.root / "in"

    @property
    def out(self) -> Path:
        """The folder of the results."""
        return self.root / self.results

    @property
    def state(self) -> Path:
        """What the program keeps to go on from."""
        return self.out / STATE

    @property
    def temporary(self) -> Path:
        """The folder for temporary files."""
        return self.root / "temporary"

    def of(self, out: str) -> "Place":
        """The same place with another folder for the results."""
        return replace(self, results=out)

    def copied(self, results: str) -> "Place":
        """The same place with a copy of the results."""
        shutil.copytree(self.out, self.root / results)
        return self.of(results)

    def write(self, name: str, words: str) -> Path:
        """A document."""
        path = self.inputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
        return path

    def fill(self, folder: str, count: int) -> Path:
        """A folder of so many documents, all different."""
        for number in range(count):
            self.write(f"{folder}/{number}.txt", TEXT.format(f"{folder} {number}"))
        return self.inputs / folder

    def start(self, *arguments: str | Path | bytes, at: str = "", **popen: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401 - what Popen takes
        """The command, started; ``at`` is a fault and its number."""
        self.temporary.mkdir(parents=True, exist_ok=True)
        given = {"TMPDIR": os.fspath(self.temporary), "PYTHONPATH": str(CHECKOUT), "COLUMNS": "200"}
        given |= {TEMPLATE: str(self.template)} if self.template else {}
        given |= {AT: f"{at} {self.out}"} if at else {}
        script = SCRIPT if self.template or at else CHECKOUT / "pipeline.py"
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | popen
        options["env"] = os.environ | given | popen.get("env", {})
        usual = ("-o", self.out, *(("--jobs", "1") if self.template else ()))  # a process takes as long as a document
        words = [*self.before, sys.executable, script, *usual, *arguments]
        started = subprocess.Popen(words, stdin=subprocess.DEVNULL, cwd=self.root, **options)
        return cast("subprocess.Popen[bytes]", started)

    def run(self, *arguments: str | Path | bytes, at: str = "", **popen: Any) -> Ended:  # noqa: ANN401 - as above
        """What became of the command."""
        return ended(self.start(*arguments, at=at, **popen))

    def published(self) -> Files:
        """What people find in the folder of the results, but for the times that a run took."""
        return {path.name: path.read_bytes() for path in self.out.glob("[!.]*") if path.name != "run.json"}

    def rows(self, table: str = "documents") -> list[dict[str, str]]:
        """The rows of a table."""
        with (self.out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            return [{column: from_cell(cell) for column, cell in row.items()} for row in csv.DictReader(file)]

    def failures(self) -> dict[str, str]:
        """The documents that failed, and the names of their faults."""
        return {row["source_name"]: row["error_code"] for row in self.rows() if row["status"] == "failed"}

    def records(self) -> list[Path]:
        """What is kept of documents."""
        return sorted(path for path in (self.state / "read").rglob("*") if path.is_file())

    def told(self) -> dict[str, Any]:
        """What ``run.json`` says."""
        found: dict[str, Any] = json.loads((self.out / "run.json").read_bytes())
        return found

    def workers(self) -> list[psutil.Process]:
        """The processes for documents that are alive."""
        return [each for each in psutil.process_iter() if self._is_worker(each)]

    def _is_worker(self, process: psutil.Process) -> bool:
        try:
            alive = process.status() != psutil.STATUS_ZOMBIE
            return alive and process.environ().get("TMPDIR", "").startswith(f"{self.temporary}/")
        except psutil.Error:
            return False


def ended(process: "subprocess.Popen[bytes]", patience: float = PATIENCE) -> Ended:
    """What became of a command, once it is over."""
    try:
        out, err = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return Ended(process.returncode, *((each or b"").decode("utf-8", "replace") for each in (out, err)))


def awaited(look: Callable[[], Found]) -> Found:
    """What a look finds, once it finds something."""
    until = monotonic() + PATIENCE
    while not (found := look()):
        assert monotonic() < until
        sleep(0.01)
    return found


def _gone(look: Callable[[], Sequence[object]]) -> None:
    """Wait until a look finds nothing more."""
    until = monotonic() + PATIENCE
    while found := look():
        assert monotonic() < until, found
        sleep(0.01)


def assert_plain(told: Ended) -> None:
    """A person is told in words, and not by a traceback."""
    assert "Traceback" not in told.err + told.out, told.err
    assert "Exception ignored" not in told.err, told.err


def assert_nothing_half(place: Place, before: Files, after: Files) -> None:
    """The files are those of before or the new ones, whole; both only where a later run finishes what is begun."""
    found = place.published()
    assert before.keys() <= found.keys() <= before.keys() | after.keys()
    for name, data in found.items():
        assert data in {before.get(name), after.get(name)}, name
    if not (place.state / "publication.json").exists():
        assert found in (before, after)
    if (place.out / "run.json").exists():
        assert place.told()["program"]


def assert_nothing_left(place: Place) -> None:
    """No process for documents is alive, and no temporary file is left."""
    _gone(place.workers)
    _gone(lambda: list(place.temporary.iterdir()))


def assert_each_once(place: Place, names: Sequence[str]) -> None:
    """All documents are listed, and none twice; so are their recommendations."""
    rows = place.rows()
    assert sorted(row["source_name"] for row in rows) == sorted(names)
    assert len({row["document_id"] for row in rows}) == len(rows)
    found = [row["recommendation_id"] for row in place.rows("recommendations")]
    assert len(set(found)) == len(found) == sum(int(row["recommendations"] or 0) for row in rows)

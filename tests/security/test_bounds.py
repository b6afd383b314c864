"""A document costs bounded memory and time whatever it claims to hold: it is read, or refused with a reason."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.bombs import FATAL, QUICK, SLOW

_SECONDS = 200  # for one document on a machine that is busy; nothing here takes a tenth
_MEGABYTES = 1000  # the language model and all libraries take a quarter
_ALLOWED = 1500  # megabytes, where a document takes all that it is given

_MEASURED = """
import json, resource, sys
import pipeline
code = pipeline.main([sys.argv[1], "-o", sys.argv[2], "--quiet", "--jobs", "0"])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
print(json.dumps({"code": code, "megabytes": peak}))
"""


def _documents(out: Path) -> list[dict[str, str]]:
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def _read(given: Path, out: Path) -> float:
    """The megabytes that reading took at the most."""
    command = [sys.executable, "-c", _MEASURED, str(given), str(out)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=True)
    measured: float = json.loads(run.stdout)["megabytes"]
    return measured


def _faults(out: Path) -> list[str]:
    """What was said of documents that were neither read nor refused for a reason."""
    return [row["error"] for row in _documents(out) if "The program failed" in row["error"]]


@pytest.mark.slow
def test_bombs_that_are_soon_told_are_told_in_bounded_memory(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, make in QUICK.items():
        (tmp_path / "in" / name).write_bytes(make())
    assert _read(tmp_path / "in", tmp_path / "out") < _MEGABYTES
    assert _faults(tmp_path / "out") == []
    assert {row["source_name"].partition("/")[0] for row in _documents(tmp_path / "out")} == QUICK.keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_a_bomb_costs_bounded_memory_and_time(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SLOW[name]())
    assert _read(tmp_path / name, tmp_path / "out") < _MEGABYTES
    assert _faults(tmp_path / "out") == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FATAL)
def test_a_document_that_takes_all_memory_is_told_and_costs_no_other(name: str, checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(FATAL[name]())
    (tmp_path / "in" / "good.txt").write_text("Recommendation 1: That buses run.\n\nResponse: Agreed.\n", "utf-8")
    given = (str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--quiet", "--memory-limit", str(_ALLOWED))
    run = subprocess.run([sys.executable, str(checkout / "pipeline.py"), *given], timeout=_SECONDS, check=False)
    found = {row["source_name"]: row for row in _documents(tmp_path / "out")}
    assert run.returncode == 1
    assert found[name]["error_code"] == "too_much_memory"
    assert found["good.txt"]["recommendations"] == "1"

"""A hostile file costs bounded time and memory, gets a typed error or an honest answer, and no other document."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from tests.properties.bad_files import LARGE, SMALL, locked_pdf

_SECONDS = 150.0  # for the worst of them on a busy machine with two cores; ten thousand pages take the longest
_MEGABYTES = 1800.0
_STATUSES = {"ok", "partial", "no_response"}

_MEASURED = """
import json, resource, sys, time
import pipeline
start = time.perf_counter()
code = pipeline.main([sys.argv[1], "-o", sys.argv[2], "--quiet"])
used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
peak = used / (1024**2 if sys.platform == "darwin" else 1024)
print(json.dumps({"code": code, "seconds": time.perf_counter() - start, "megabytes": peak}))
"""


def _documents(out: Path) -> list[dict[str, str]]:
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def test_small_bad_files_are_each_told_and_the_good_one_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, make in SMALL.items():
        (folder / name).write_bytes(make())
    (folder / "good.txt").write_text("Recommendation 1: That buses run.\n\nResponse: Agreed. They will.\n", "utf-8")
    assert pipeline.main([str(folder), "-o", str(tmp_path / "out"), "--quiet"]) == 1
    found = {row["source_name"]: row for row in _documents(tmp_path / "out")}
    assert found["good.txt"]["recommendations"] == "1"
    failed = {name: row["error"] for name, row in found.items() if row["status"] == "failed"}
    assert {"nothing.pdf", "blank.txt", "rubbish.pdf", "no-pdf.pdf", "locked.pdf", "entities.docx"} <= failed.keys()
    assert not [error for error in failed.values() if "The program failed" in error]
    assert not [error for error in failed.values() if "root:" in error]


def test_a_password_opens_a_locked_document_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(locked_pdf("open sesame"))
    out = tmp_path / "out"
    command = [str(tmp_path / "locked.pdf"), "-o", str(out), "--quiet", "--jobs", "0"]
    assert pipeline.main([*command, "--password", "open sesame"]) == 0
    assert _documents(out)[0]["recommendations"] == "1"
    assert pipeline.main([*command, "--password", "wrong"]) == 1
    assert "does not open" in _documents(out)[0]["error"]
    assert "wrong" not in (out / "documents.csv").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_a_large_bad_file_costs_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    path, out = tmp_path / name, tmp_path / "out"
    path.write_bytes(LARGE[name]())
    run = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(path), str(out)],
        capture_output=True,
        text=True,
        timeout=2 * _SECONDS,
        check=True,
    )
    measured = json.loads(run.stdout)
    (row,) = _documents(out)
    assert measured["seconds"] < _SECONDS, measured
    assert measured["megabytes"] < _MEGABYTES, measured
    assert row["status"] in _STATUSES or "The program failed" not in row["error"]

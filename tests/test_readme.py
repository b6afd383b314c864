"""The README's commands: the first runs the program, the second its tests, both in a fresh copy of the checkout."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline

RUN = """\
python3 -m venv .venv
.venv/bin/pip install -e .
.venv/bin/python pipeline.py samples/violence-reduction-partnership.ruled.pdf
"""

TEST = """\
.venv/bin/pip install -e '.[test]'
.venv/bin/python -m pytest
"""

SAMPLE = "samples/violence-reduction-partnership.ruled.pdf"
SHOWN = ["number", "outcome", "owners", "positions", "commitments", "flags", "page_first"]
TABLES = {"documents.csv", "recommendations.csv", "commitments.csv", "dates.csv", "organisations.csv"}

_FENCED = re.compile(r"(?ms)^```sh\n(.*?)^```$")


def test_the_first_blocks_run_the_program_and_its_tests(checkout: Path) -> None:
    blocks = _FENCED.findall((checkout / "README.md").read_text(encoding="utf-8"))

    assert blocks[:2] == [RUN, TEST]


def test_what_it_says_is_printed_is_printed(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert pipeline.main([str(checkout / SAMPLE)]) == 0
    readme = (checkout / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"(?ms)^```text\n(.*?)^```$", readme)[0].strip() == capsys.readouterr().out.strip()
    assert _rows(tmp_path / "outputs" / "recommendations.csv") in readme


def _rows(table: Path) -> str:
    """The rows of the table as the README shows them."""
    with table.open(encoding="utf-8-sig", newline="") as rows:
        shown = [[row[column] for column in SHOWN] for row in csv.DictReader(rows)]
    lines = [SHOWN, ["---"] * len(SHOWN), *shown]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


@pytest.fixture(scope="module")
def copy(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the files of the checkout that git knows or would add, in a folder of its own."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=checkout, check=True, capture_output=True, text=True).stdout
    folder = tmp_path_factory.mktemp("checkout")
    for name in filter(None, names.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(checkout / name, folder / name)
    return folder


@pytest.mark.slow
def test_the_first_block_writes_the_tables(copy: Path) -> None:
    _run(RUN, copy)

    assert {file.name for file in (copy / "outputs").iterdir()} >= TABLES


@pytest.mark.slow
def test_the_second_block_passes_the_tests(copy: Path) -> None:
    closing = _run(TEST, copy).splitlines()[-1]

    assert re.search(r"\d+ passed", closing)
    assert not re.search(r"\b\d+ failed", closing)


def _run(script: str, folder: Path) -> str:
    """What the script prints, run with the Python that the tests run with as ``python3``."""
    python = Path(sys.base_prefix) / "bin"
    environment = os.environ | {"PATH": f"{python}{os.pathsep}{os.environ['PATH']}"}
    command = ["sh", "-eu", "-c", script]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    return done.stdout

"""No document is ever run or imported, and no program that lies beside the documents is."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import pipeline
from tests.reading.word import package, tbl, tr, zipped
from tests.security.workbooks import row, workbook

_PROGRAM = "from pathlib import Path\nPath(__file__).with_name('imported').write_text('x')\n"
_NAMES = ("sitecustomize", "usercustomize", "multiprocessing", "pickle", "pdfplumber", "numpy", "extract", "pipeline")
_ANSWER = ("Recommendation", "Response"), ("1. That buses run", "Agreed. They will run by May 2025.")
_MACRO = b"\xd0\xcf\x11\xe0 Sub AutoOpen() the canary sang at midnight"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents in which programs lie that leave a mark where they are imported."""
    held = tmp_path / "in"
    held.mkdir()
    for name in _NAMES:
        (held / f"{name}.py").write_text(_PROGRAM, "utf-8")
    for number in range(2):
        (held / f"{number}.txt").write_text("Recommendation 1: That buses run.\n\nResponse: Agreed.\n", "utf-8")
    return held


def _run(folder: Path, checkout: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The command, as it is given in the folder of the documents."""
    command = [sys.executable, str(checkout / "pipeline.py"), ".", "-o", "../out", *options]
    environment = {name: held for name, held in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_programs_in_the_folder_of_the_documents_are_read_and_not_imported(
    jobs: str, folder: Path, checkout: Path
) -> None:
    run = _run(folder, checkout, "--jobs", jobs)
    assert f"{len(_NAMES) + 2} documents read" in run.stdout
    assert not (folder / "imported").exists()


def test_a_program_that_is_imported_leaves_its_mark(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", "import pdfplumber"], cwd=folder, timeout=60, check=True)
    assert (folder / "imported").exists()


def _with(document: bytes, name: str) -> bytes:
    """An Office document with a project of macros in a part of this name."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**parts, name: _MACRO})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docm", _with(package(tbl(*(tr(*cells) for cells in _ANSWER))), "word/vbaProject.bin")),
        (
            "a.xlsm",
            _with(workbook("".join(row(at, *cells) for at, cells in enumerate(_ANSWER, 1))), "xl/vbaProject.bin"),
        ),
    ],
)
def test_macros_are_passed_over(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert pipeline.main([str(tmp_path / name), "-o", str(tmp_path / "out"), "--quiet", "--jobs", "0"]) == 0
    output = "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir() if path.is_file())
    assert "That buses run" in output
    assert "canary" not in output

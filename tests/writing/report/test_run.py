"""A run that is asked for a report draws pages while it reads, and later runs go on from what is kept."""

from pathlib import Path

import pytest

import pipeline
from tests.writing.report.conftest import DOCUMENTS
from tests.writing.report.reading_page import blocks, pictures

NAMES = ("leeds-school-attendance.cards.pdf", "torbay-beach.txt")
pytestmark = pytest.mark.slow


def _run(output: Path, formats: str, *names: str) -> int:
    inputs = [str(DOCUMENTS / name) for name in names]
    return pipeline.main([*inputs, "-o", str(output), "--format", formats, "--jobs", "1", "--quiet"])


def test_pages_are_drawn_when_a_report_is_asked_for_and_not_again(tmp_path: Path) -> None:
    assert _run(tmp_path, "csv", *NAMES) == 0
    kept = tmp_path / ".scrutiny-extract" / "read"
    assert list(kept.rglob("*.pictures")) == []
    assert _run(tmp_path, "csv,report", *NAMES) == 0
    page = (tmp_path / "report.html").read_bytes()
    assert len(pictures(page)) == blocks(page)["index"][0]["pages"] == 4
    written = {path: path.stat().st_mtime_ns for path in kept.rglob("*.pictures")}
    assert len(written) == 2
    (tmp_path / "report.html").unlink()
    assert _run(tmp_path, "csv,report", *NAMES) == 0
    assert (tmp_path / "report.html").read_bytes() == page
    assert {path: path.stat().st_mtime_ns for path in kept.rglob("*.pictures")} == written


def test_the_same_run_elsewhere_gives_the_same_page(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert _run(tmp_path / name, "report", *NAMES) == 0
    one, other = ((tmp_path / name / "report.html").read_bytes() for name in ("one", "other"))
    assert one == other


def test_pages_of_documents_of_a_larger_batch_go_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.writing.report.sink.MOST_DOCUMENTS", 1)
    assert _run(tmp_path, "report", *NAMES) == 0
    assert len(list((tmp_path / "report").iterdir())) == 2
    assert _run(tmp_path, "report", NAMES[1]) == 0
    assert list((tmp_path / "report").iterdir()) == []

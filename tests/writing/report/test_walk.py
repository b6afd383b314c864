"""The whole way of an analyst: read, open the report, put things right, take them along, and see them applied."""

import csv
from pathlib import Path

import pytest

import pipeline
from tests.writing.report.conftest import DOCUMENTS, NAMES, Opened

pytestmark = pytest.mark.slow

LEEDS = "leeds-school-attendance-cards-a811f776"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def _read(out: Path) -> int:
    documents = [str(DOCUMENTS / name) for name in NAMES]
    return pipeline.main([*documents, "-o", str(out), "--format", "csv,json,report", "--quiet", "--jobs", "0"])


def test_what_is_put_right_in_the_report_is_applied_by_the_next_run(opened: Opened, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _read(out) == 0
    before = [row for row in _rows(out / "commitments.csv") if row["recommendation_id"] == f"{LEEDS}/3"]
    page = opened(out / "report.html", f"#{LEEDS}/3")
    page.click("#edit-outcome")
    page.select_option(".editor select >> nth=0", "amend")
    page.select_option(".editor select >> nth=1", "in_part")
    page.click(".editor button[type=submit]")
    page.click("#edit-c1")
    page.select_option(".editor select", "planned")
    page.fill(".editor input[type=date] >> nth=1", "2027-03-31")
    page.click(".editor button[type=submit]")
    page.click("#strike-c2")
    page.click("#check")
    page.reload()
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(out / "corrections.json")

    assert _read(out) == 0

    (row,) = [row for row in _rows(out / "recommendations.csv") if row["recommendation_id"] == f"{LEEDS}/3"]
    assert (row["outcome"], row["outcome_detail"], row["outcome_basis"]) == ("amend", "in_part", "corrected")
    assert row["checked"] == "yes"
    after = [row for row in _rows(out / "commitments.csv") if row["recommendation_id"] == f"{LEEDS}/3"]
    assert [made["commitment"] for made in after] == [
        made["commitment"] for made in before if made["commitment_id"] != f"{LEEDS}/3/c2"
    ]
    assert (after[0]["status"], after[0]["deadline_end"], after[0]["corrected"]) == ("planned", "2027-03-31", "yes")
    assert {
        row["checked"] for row in _rows(out / "recommendations.csv") if row["recommendation_id"] != f"{LEEDS}/3"
    } == {"no"}
    again = opened(out / "report.html", f"#{LEEDS}/3")
    assert "Accepted with changes, in part" in again.inner_text(".decision")
    assert "31 March 2027" in again.inner_text("#promise-c1")
    (out / "corrections.json").unlink()
    assert _read(out) == 0
    (plain,) = [row for row in _rows(out / "recommendations.csv") if row["recommendation_id"] == f"{LEEDS}/3"]
    assert (plain["outcome"], plain["checked"]) == ("reject", "no")

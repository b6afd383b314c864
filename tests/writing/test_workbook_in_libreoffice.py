"""LibreOffice opens the workbook and reads in it what was written."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from extract.records import Report
from extract.writing.csv_files import load_tables
from extract.writing.workbook.texts import to_text
from tests.writing.workbooks import HEADINGS, NAMES
from tests.writing.written import copies, write

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
OFFICE = shutil.which("soffice")
EVERY_SHEET_AS_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_was_written(report: Report, tmp_path: Path) -> None:
    write("xlsx", copies(report, 9), tmp_path)
    write("csv", copies(report, 9), tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", EVERY_SHEET_AS_UTF8, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "recommendations.xlsx")], check=True, capture_output=True, timeout=300)
    sheets = {name: _read(tmp_path / f"recommendations-{name}.csv") for name in NAMES}
    assert all(len(sheet) > HEADINGS for sheet in sheets.values())
    rows = load_tables(tmp_path).recommendations
    column = sheets["Recommendations"][HEADINGS - 1].index("Recommendation")
    assert [row[column] for row in sheets["Recommendations"][HEADINGS:]] == [
        to_text(row.recommendation) for row in rows
    ]
    day = sheets["Commitments"][HEADINGS - 1].index("Deadline end")
    assert {row[day] for row in sheets["Commitments"][HEADINGS:]} == {"31 Mar 2023"}
    share = sheets["Summary"][HEADINGS - 1].index("Share")
    assert sheets["Summary"][HEADINGS][share] == "100.0%"


def _read(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8").splitlines()))

"""A batch as a whole: what it writes depends on the bytes of its inputs alone, and its files agree with each other."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import pipeline
from extract.records import Recommendation, Report

NAMES = (
    "nottingham-prs-licensing.ruled.pdf",
    "violence-reduction-partnership.txt",
    "york-access-tracker.html-ruled.pdf",
)

Files = dict[str, bytes]


def _write(inputs: list[Path], folder: Path, *options: str) -> Files:
    """What a run writes, by file name, but for what it keeps for itself and the times that it took."""
    code = pipeline.main([*map(str, inputs), "--output", str(folder), "--quiet", *(options or ("--jobs", "0"))])
    assert code == 0
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*") if path.name != "run.json"}


@pytest.fixture(scope="module")
def inputs(checkout: Path) -> list[Path]:
    """Documents of three layouts, one of them text."""
    return [checkout / "samples" / name for name in NAMES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``files`` stand in."""
    return tmp_path_factory.mktemp("outputs")


@pytest.fixture(scope="module")
def files(inputs: list[Path], folder: Path) -> Files:
    """What one worker writes of the documents in their order."""
    return _write(inputs, folder)


@pytest.fixture(scope="module")
def reports(files: Files) -> dict[str, Report]:
    """The reports of the documents, by document id, as they were written."""
    reports = (content for name, content in files.items() if name.endswith(".json") and name != "datapackage.json")
    decoded = [msgspec.json.decode(content, type=Report) for content in reports]
    return {report.document.id: report for report in decoded}


@pytest.mark.slow
def test_the_number_of_workers_does_not_matter(inputs: list[Path], files: Files, tmp_path: Path) -> None:
    assert _write(inputs, tmp_path, "--jobs", "2") == files


def test_a_second_run_into_the_same_folder_changes_nothing(inputs: list[Path], files: Files, folder: Path) -> None:
    assert _write(inputs, folder) == files


def test_the_order_of_inputs_changes_the_order_of_rows_alone(inputs: list[Path], files: Files, tmp_path: Path) -> None:
    turned = _write(inputs[::-1], tmp_path)

    assert turned.keys() == files.keys()
    for name, content in files.items():
        if name.endswith(".csv"):
            assert Counter(_rows(turned[name])) == Counter(_rows(content))
        elif name != "datapackage.json":  # it holds the hashes of the tables
            assert turned[name] == content


def test_a_copy_under_the_same_name_gives_the_same_files(inputs: list[Path], files: Files, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copies = [elsewhere / path.name for path in inputs]
    for path, copy in zip(inputs, copies, strict=True):
        copy.write_bytes(path.read_bytes())

    assert _write(copies, tmp_path / "outputs") == files


def test_the_tables_hold_the_rows_of_the_reports(files: Files, reports: dict[str, Report]) -> None:
    recommendations = [row for report in reports.values() for row in report.recommendations]

    assert len(reports) == len(NAMES)
    assert Counter(map(_as_written, recommendations)) == Counter(
        (row["recommendation_id"], row["number"], row["recommendation"], row["response"], row["outcome"])
        for row in _table(files, "recommendations.csv")
    )
    assert {(c.id, c.text, c.status) for row in recommendations for c in row.commitments} == {
        (row["commitment_id"], _plain(row["commitment"]), row["status"]) for row in _table(files, "commitments.csv")
    }
    assert Counter((row.id, date.text) for row in recommendations for date in row.dates) == Counter(
        (row["recommendation_id"], _plain(row["text"])) for row in _table(files, "dates.csv")
    )


def test_the_tables_count_what_the_reports_hold(files: Files, reports: dict[str, Report]) -> None:
    for row in _table(files, "documents.csv"):
        found = reports[row["document_id"]].recommendations
        assert row["recommendations"] == str(len(found))
        assert row["commitments"] == str(sum(len(one.commitments) for one in found))


def test_every_row_of_a_table_refers_to_a_row_that_is_there(files: Files) -> None:
    documents = {row["document_id"] for row in _table(files, "documents.csv")}
    recommendations = {row["recommendation_id"] for row in _table(files, "recommendations.csv")}
    commitments = {row["commitment_id"] for row in _table(files, "commitments.csv")}

    assert {row["document_id"] for row in _table(files, "recommendations.csv")} <= documents
    for name in ("commitments.csv", "dates.csv", "organisations.csv"):
        assert {row["recommendation_id"] for row in _table(files, name)} <= recommendations
    assert {row["commitment_id"] for row in _table(files, "dates.csv")} <= commitments | {""}


def _as_written(row: Recommendation) -> tuple[str, ...]:
    return row.id, row.number or "", row.text, row.response, row.outcome.value


def _rows(content: bytes) -> Iterator[tuple[str, ...]]:
    return map(tuple, csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))


def _table(files: Files, name: str) -> list[dict[str, str]]:
    header, *rows = _rows(files[name])
    return [dict(zip(header, row, strict=True)) for row in rows]


def _plain(cell: str) -> str:
    """The words of a cell without the mark that keeps a spreadsheet from running them."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell

"""A run that compares with an earlier output: what it writes, prints and returns."""

import csv
import json
from pathlib import Path

import pytest
from frictionless import Package

import pipeline
from extract.errors import DamagedFileError, InputMissingError
from extract.running.earlier import find_earlier, read_earlier

POLICY = "Recommendation 1: That a damp policy be published\tAccept\tHead of Housing\tWe will publish a damp policy."
STAFF = "Recommendation 2: That repairs staff be trained\tAccept\tHead of HR\tWe will train repairs staff."
HEAD = "Leeds City Council\n{}\n\nRecommendation\tDecision\tLead\tResponse\tTimescale\tProgress\n"
THEN = (
    HEAD.format("Response to the Scrutiny Review of Damp, 14 January 2025")
    + f"{POLICY}\tMay 2025\t\n{STAFF}\tMarch 2025\t\n"
)
NOW = (
    HEAD.format("Progress report on the Scrutiny Review of Damp, 14 July 2025")
    + f"{POLICY}\tMay 2025\tComplete\n{STAFF}\tend of June 2025\t\n"
)


def main(*arguments: str | Path) -> int:
    """The exit code of a run in this process."""
    return pipeline.main([*map(str, arguments), "--jobs", "0"])


@pytest.fixture
def then(tmp_path: Path) -> Path:
    """The folder of an earlier output."""
    (tmp_path / "then.txt").write_text(THEN, encoding="utf-8")
    (tmp_path / "now.txt").write_text(NOW, encoding="utf-8")
    assert main(tmp_path / "then.txt", "-o", tmp_path / "then", "--format", "csv,json,jsonl", "--quiet") == 0
    return tmp_path / "then"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def published(folder: Path) -> dict[str, bytes]:
    """What a run has written for people, but for the times that it took."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*") if path.name != "run.json"}


def test_what_differs_is_written_and_told(then: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then) == 0
    found = rows(out / "changes.csv")
    assert [(row["change"], row["number"], row["days"]) for row in found] == [
        ("deadline_moved", "2", "91"),
        ("progressed", "1", ""),
    ]
    assert [int(row["seriousness"]) for row in found] == sorted(int(row["seriousness"]) for row in found)
    assert {row["new_recommendation_id"] for row in found} <= {
        row["recommendation_id"] for row in rows(out / "recommendations.csv")
    }
    said = " ".join(capsys.readouterr().out.split())
    assert "Since the earlier papers: 1 date moved back, 1 promise completed since; answers: 1 not known" in said
    held = json.loads((out / "changes.json").read_bytes())
    (compared,) = held["comparisons"]
    assert [change["kind"] for change in compared["changes"]] == [row["change"] for row in found]
    assert json.loads((out / "run.json").read_bytes())["options"]["compare"] == str(then)


def test_the_tables_are_described_and_as_they_are_without_a_comparison(then: Path, tmp_path: Path) -> None:
    plain, out = tmp_path / "plain", tmp_path / "out"
    assert main(tmp_path / "now.txt", "-o", plain, "--quiet") == 0
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, "--quiet") == 0
    assert Package(str(out / "datapackage.json")).validate().valid
    described = json.loads((out / "datapackage.json").read_bytes())["resources"]
    assert [each["name"] for each in described][-1] == "changes"
    assert described[:-1] == json.loads((plain / "datapackage.json").read_bytes())["resources"]
    own = {"changes.csv", "changes.json", "datapackage.json"}
    assert {name: data for name, data in published(out).items() if name not in own} == {
        name: data for name, data in published(plain).items() if name not in own
    }


def test_the_same_run_again_writes_the_same_bytes_and_keeps_no_copies(then: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        assert main(tmp_path / "now.txt", "-o", out, "--compare", then, "--quiet") == 0
        before = published(out)
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, "--quiet") == 0
    assert published(out) == before


def test_a_report_that_is_put_beside_its_response_is_compared_with_it_once(then: Path, tmp_path: Path) -> None:
    assert main(tmp_path / "now.txt", tmp_path / "then.txt", "-o", then, "--compare", then, "--quiet") == 0
    assert [row["change"] for row in rows(then / "changes.csv")] == ["deadline_moved", "progressed"]
    assert main(tmp_path / "now.txt", tmp_path / "then.txt", "-o", then, "--compare", then, "--quiet") == 0
    assert rows(then / "changes.csv") == []
    assert main(tmp_path / "now.txt", "-o", then, "--quiet") == 0
    resources = json.loads((then / "datapackage.json").read_bytes())["resources"]
    assert "changes" not in [each["name"] for each in resources]


def test_what_an_earlier_run_told_of_changes_goes_with_a_run_that_compares_nothing(
    then: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, "--quiet") == 0
    (out / "changes.csv").write_text("checked by Ada", encoding="utf-8")
    capsys.readouterr()
    assert main(tmp_path / "now.txt", "-o", out) == 0
    assert sorted(path.name for path in out.glob("changes*")) == ["changes changed by hand 1.csv"]
    assert (out / "changes changed by hand 1.csv").read_text(encoding="utf-8") == "checked by Ada"
    said = " ".join(capsys.readouterr().out.split())
    assert "Nothing was compared: changes.csv and changes.json of an earlier run are removed." in said
    (out / "changes.csv").write_text("somebody's own", encoding="utf-8")  # no run has written it
    assert main(tmp_path / "now.txt", "-o", out) == 0
    assert (out / "changes.csv").read_text(encoding="utf-8") == "somebody's own"
    assert "removed" not in capsys.readouterr().out


def test_documents_of_one_run_are_compared_with_each_other(
    then: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, undated = tmp_path / "out", tmp_path / "undated.txt"
    undated.write_text(NOW.replace(", 14 July 2025", ""), encoding="utf-8")
    assert main(tmp_path / "now.txt", tmp_path / "then.txt", undated, "-o", out, "--compare", "each-other") == 0
    assert [(row["change"], row["days"]) for row in rows(out / "changes.csv")] == [
        ("deadline_moved", "91"),
        ("progressed", ""),
    ]
    assert {row["old_document_date"] for row in rows(out / "changes.csv")} == {"2025-01-14"}
    assert Package(str(out / "datapackage.json")).validate().valid
    said = " ".join(capsys.readouterr().out.split())
    assert "1 document without a date left out: --document-date gives one." in said
    with_earlier = tmp_path / "with_earlier"
    assert main(tmp_path / "now.txt", "-o", with_earlier, "--compare", then, "--quiet") == 0
    assert (with_earlier / "changes.csv").read_bytes() == (out / "changes.csv").read_bytes()


def test_an_earlier_output_that_is_compressed_is_read(then: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="Arrow is not installed")
    packed = tmp_path / "packed"
    assert main(tmp_path / "then.txt", "-o", packed, "--format", "jsonl.zst", "--quiet") == 0
    for place in (packed, packed / "documents.jsonl.zst"):
        found = find_earlier(str(place))
        assert found.digests == find_earlier(str(then)).digests
        assert [read_earlier(each) for each in found.places] == [read_earlier(find_earlier(str(then)).places[0])]
    (packed / "documents.jsonl.zst").write_bytes(b"no such thing")
    with pytest.raises(DamagedFileError, match=r"documents\.jsonl\.zst"):
        find_earlier(str(packed))


def test_tables_alone_are_not_enough_and_what_to_do_is_told(tmp_path: Path) -> None:
    (tmp_path / "now.txt").write_text(NOW, encoding="utf-8")
    assert main(tmp_path / "now.txt", "-o", tmp_path / "out", "--format", "csv,sqlite", "--quiet") == 0
    for place in (tmp_path / "out", tmp_path / "out" / "scrutiny.db"):
        with pytest.raises(InputMissingError, match="again with json among its --format"):
            find_earlier(str(place))


def test_what_somebody_wrote_into_the_changes_is_kept_aside(then: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, "--quiet") == 0
    (out / "changes.csv").write_text("checked by Ada", encoding="utf-8")
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, "--quiet") == 0
    assert (out / "changes changed by hand 1.csv").read_text(encoding="utf-8") == "checked by Ada"
    assert len(rows(out / "changes.csv")) == 2


def test_a_document_that_cannot_be_read_this_time_is_not_gone(then: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    document = next(then.glob("then-*.json"))
    held = json.loads(document.read_bytes())
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 rubbish")
    assert main(tmp_path / "broken.pdf", "-o", out, "--compare", then, "--quiet") == 1
    assert [row["change"] for row in rows(out / "changes.csv")] == ["document_gone"]
    failed = next(row for row in rows(out / "documents.csv") if row["status"] == "failed")
    held["document"]["id"] = failed["document_id"]
    document.write_text(json.dumps(held), encoding="utf-8")
    (then / "documents.jsonl").unlink()
    assert main(tmp_path / "broken.pdf", "-o", out, "--compare", then, "--quiet") == 1
    assert rows(out / "changes.csv") == []


@pytest.mark.parametrize("form", ["folder", "lines", "document", "folder of lines"])
def test_an_earlier_output_is_a_folder_its_lines_or_one_document(form: str, then: Path, tmp_path: Path) -> None:
    document, lines, folder = next(then.glob("then-*.json")), then / "documents.jsonl", tmp_path / "lines"
    folder.mkdir()
    (folder / lines.name).write_bytes(b"\n" + lines.read_bytes())
    place = {"folder": then, "lines": lines, "document": document, "folder of lines": folder}[form]
    found = find_earlier(str(place))
    assert [digest.id for digest in found.digests] == [document.stem]
    assert [read_earlier(each).document.id for each in found.places] == [document.stem]


def test_a_place_without_documents_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "now.txt").write_text(NOW, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "settings.json").write_text('{"colour": "blue"}', encoding="utf-8")
    for place in (tmp_path / "empty", tmp_path / "gone"):
        assert main(tmp_path / "now.txt", "-o", tmp_path / "out", "--compare", place) == 2
    printed = capsys.readouterr().err
    assert "No document that was read before is in this place." in printed
    assert "There is no such file." in printed
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("data", [b"{", b'{"schema_version": "9.0", "document": {"id": 7}}', b"\xff\xfe{"])
def test_a_damaged_document_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "response-1.json").write_bytes(data)
    with pytest.raises(DamagedFileError, match=r"response-1\.json"):
        find_earlier(str(tmp_path))


def test_the_json_of_an_earlier_version_is_read_as_far_as_it_goes(then: Path) -> None:
    document = next(then.glob("then-*.json"))
    held = json.loads(document.read_bytes())
    del held["document"]["facts"], held["document"]["coverage"], held["recommendations"][0]["cells"]
    held["schema_version"], held["document"]["language"] = "1.1", "en"
    document.write_text(json.dumps(held), encoding="utf-8")
    (then / "documents.jsonl").unlink()
    assert len(find_earlier(str(then)).places) == 1


def test_what_is_taken_away_during_the_run_is_told(then: Path) -> None:
    found = find_earlier(str(then))
    next(then.glob("then-*.json")).unlink()
    with pytest.raises(InputMissingError):
        read_earlier(found.places[0])


def test_the_workbook_and_the_report_show_it_and_are_written_again_when_it_changes(then: Path, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    plain, out, forms = tmp_path / "plain", tmp_path / "out", ("--format", "csv,json,xlsx,report", "--quiet")
    shown = ("recommendations.xlsx", "report.html")
    assert main(tmp_path / "now.txt", "-o", plain, *forms) == 0
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, *forms) == 0
    first = published(out)
    assert main(tmp_path / "now.txt", "-o", out, "--compare", then, *forms) == 0
    assert published(out) == first
    assert b"deadline_moved" in first["report.html"].partition(b'id="changes">')[2].partition(b'"comparisons"')[2]
    assert main(tmp_path / "now.txt", "-o", out, "--compare", plain, *forms) == 0
    assert all(published(out)[name] not in {first[name], published(plain)[name]} for name in shown)
    assert main(tmp_path / "now.txt", "-o", out, *forms) == 0
    assert all(published(out)[name] == published(plain)[name] for name in shown)

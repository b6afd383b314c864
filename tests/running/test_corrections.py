"""Corrections end to end: applied by every later run, marked in the files, and gone with the file that wants them."""

import csv
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import pipeline
from extract.records import Recommendation
from extract.results import row_digest
from extract.running.corrections import NAME as LYING
from extract.writing.json_file import decode_report
from extract.writing.schema import report_schema
from tests.correcting.asked import DATA, NAME, SHA256, Row, a_file, add, asked, change, strike, write
from tests.correcting.conftest import result, rows
from tests.quality.from_corrections import main as make_gold
from tests.quality.gold import load_gold
from tests.quality.marks import count
from tests.quality.scoring import score
from tests.writing.report.reading_page import blocks

__all__ = ["result", "rows"]

Rows = tuple[Recommendation, ...]
Run = Callable[..., int]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "in" / NAME
    path.parent.mkdir()
    path.write_bytes(DATA)
    return path


@pytest.fixture
def run(document: Path, tmp_path: Path) -> Run:
    """Runs the command on the folder of the document, in this process."""

    def run(*arguments: str | Path) -> int:
        given = [document.parent, "-o", tmp_path / "out", "--jobs", "0", *arguments]
        return pipeline.main([str(each) for each in given])

    return run


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def published(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.glob("[!.]*") if path.name not in {"run.json", LYING}}


def told(out: Path) -> list[dict[str, Any]]:
    unfit: list[dict[str, Any]] = json.loads((out / "run.json").read_text(encoding="utf-8"))["unfit_corrections"]
    return unfit


POSITION = {"organisation": "Kent Police", "value": "reject", "quote": "meets twice a year", "field": "response"}


@pytest.fixture
def everything(rows: Rows) -> list[Row]:
    """Each kind of correction; rows out of order, one with another number."""
    one = asked(
        rows[0], change("We have begun a survey", status="completed", name="Survey"), text="That a plan be published"
    )
    two = asked(
        rows[1], strike("The forum meets twice a year"), outcome="amend", detail="in_part", positions=[POSITION]
    )
    three = asked(rows[2], add("write to all", status="ongoing"), owners=[{"name": "Mayor"}])
    return [{**three, "number": "9"}, {**one, "checked": True}, two]


def test_each_kind_of_correction_is_in_the_tables(everything: list[Row], run: Run, out: Path, tmp_path: Path) -> None:
    assert run("--corrections", write(tmp_path / "ours.json", *everything), "--format", "csv,json,jsonl") == 0
    recommendations = table(out, "recommendations")
    shown = [(r["checked"], r["corrected"], r["outcome_basis"], r["owners"]) for r in recommendations]
    assert shown == [
        ("yes", "text; commitment_changed", "stated", "Leeds City Council"),
        ("no", "outcome; positions; commitment_struck", "corrected", "Leeds City Council"),
        ("no", "owners; commitment_added", "stated", "Mayor"),
    ]
    assert recommendations[0]["recommendation"] == "That a plan be published"
    assert [(c["number"], c["status"]) for c in table(out, "commitments") if c["corrected"] == "yes"] == [
        ("1", "completed"),
        ("3", "ongoing"),
    ]
    (path,) = out.glob("response-*.json")
    Draft202012Validator(report_schema()).validate(json.loads(path.read_bytes()))
    assert json.loads((out / "documents.jsonl").read_bytes()) == json.loads(path.read_bytes())
    assert told(out) == []


def test_the_file_among_the_results_is_applied_and_its_removal_restores_all(
    everything: list[Row], run: Run, out: Path
) -> None:
    assert run() == 0
    before = published(out)
    write(out / LYING, *everything)
    assert run() == 0
    corrected = published(out)
    assert {name for name in before if before[name] != corrected[name]} >= {"recommendations.csv", "commitments.csv"}
    assert run() == 0
    assert published(out) == corrected
    write(out / LYING, *everything[:1])
    assert run() == 0
    assert published(out) not in (before, corrected)
    (out / LYING).unlink()
    assert run() == 0
    assert published(out) == before


def test_nothing_is_read_again_and_the_json_is_written_once(everything: list[Row], run: Run, out: Path) -> None:
    run()
    write(out / LYING, *everything)
    run()
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["read"] == 0
    (path,) = out.glob("response-*.json")
    before = path.stat().st_mtime_ns
    run()
    assert path.stat().st_mtime_ns == before
    path.write_text("{}")
    run()
    assert decode_report(path.read_bytes()).recommendations[0].checked


def test_the_named_file_goes_before_that_among_the_results_and_the_last_before_all(
    rows: Rows, run: Run, out: Path, tmp_path: Path
) -> None:
    run()
    write(out / LYING, asked(rows[0], outcome="reject"), asked(rows[1], outcome="accept"))
    first = write(tmp_path / "first.json", asked(rows[0], outcome="amend"), asked(rows[2], outcome="reject"))
    last = write(tmp_path / "last.json", asked(rows[2], outcome="none"))
    assert run("--corrections", first, "--corrections", last) == 0
    assert [row["outcome"] for row in table(out, "recommendations")] == ["amend", "accept", "none"]


def test_rows_that_were_struck_out_are_counted_on_the_terminal(
    rows: Rows, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = write(tmp_path / "ours.json", {**asked(rows[1]), "struck": True}, asked(rows[0], outcome="reject"))
    assert run("--corrections", ours) == 0
    assert "0 of 2 rows checked by a person, 1 corrected, 1 struck out" in capsys.readouterr().out


def test_a_document_under_two_names_is_put_right_under_both(rows: Rows, run: Run, out: Path, document: Path) -> None:
    shutil.copy(document, document.with_name("copy.txt"))
    run()
    write(out / LYING, asked(rows[0], add("Wardens walk"), outcome="reject"), asked(rows[0], strike("nothing")))
    run()
    changed = [(r["source_name"], r["corrected"]) for r in table(out, "recommendations") if r["corrected"]]
    assert changed == [("copy.txt", "outcome; commitment_added"), (NAME, "outcome; commitment_added")]
    added = [c["commitment_id"].partition("-")[0] for c in table(out, "commitments") if c["corrected"] == "yes"]
    assert added == ["copy", "response"]
    assert len(told(out)) == 1


def test_what_no_longer_fits_is_told_on_every_run(
    rows: Rows, run: Run, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    write(out / LYING, {**asked(rows[0]), "text": "That buses run on Sundays"}, asked(rows[1], strike("We swim")))
    for quiet in ((), ("--quiet",)):
        capsys.readouterr()
        assert run(*quiet) == 0
        printed = capsys.readouterr()
        for line in (
            "corrections.json: response.txt, row 1: no row has this text.",
            "corrections.json: response.txt, row 2: strike “We swim”: no commitment has these words.",
        ):
            assert line in (printed.err if quiet else printed.out)
    assert [(each["row"], each["what"]) for each in told(out)] == [
        ("row 1", "no row has this text"),
        ("row 2", "strike “We swim”: no commitment has these words"),
    ]


def test_a_document_that_has_changed_or_is_not_there_is_told(
    rows: Rows, run: Run, out: Path, tmp_path: Path, document: Path
) -> None:
    file = a_file(asked(rows[0], outcome="reject"))
    file["documents"].append({**file["documents"][0], "sha256": "1" * 64, "name": "other.txt"})
    (tmp_path / "ours.json").write_text(json.dumps(file))
    document.write_bytes(DATA + b"\n")
    assert run("--corrections", tmp_path / "ours.json") == 0
    assert [(each["document"], each["what"].partition(",")[0]) for each in told(out)] == [
        (NAME, "it is another file than the one that was corrected"),
        ("1 document", "not among the inputs of this run"),
    ]
    assert {row["corrected"] for row in table(out, "recommendations")} == {""}


def _again(data: bytes) -> bytes:
    """The response published again: the last row first, numbered anew, one answer another, and a row more."""
    first, second, third = (b"Recommendation " + row for row in data.split(b"Recommendation ")[1:])
    head = data[: data.index(first)]
    new = b"Recommendation 4: That more trees be planted along the ring road\tAccept\tCouncil\tWe will plant ten.\n"
    turned = [third.replace(b" 3:", b" 1:"), first.replace(b" 1:", b" 2:"), second.replace(b" 2:", b" 3:")]
    return head + b"".join(turned).replace(b"its costs", b"what it costs") + new


def test_a_document_that_was_published_again_is_put_right_where_its_rows_are_as_they_were(
    rows: Rows, run: Run, out: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    known = [{**asked(row), "read": row_digest(row), "checked": True} for row in rows]
    known[0]["set"] = {"outcome": "reject"}
    write(out / LYING, *known)
    document.write_bytes(_again(DATA))
    capsys.readouterr()
    assert run("--format", "csv,json,report") == 0
    shown = [(row["number"], row["outcome"], row["checked"]) for row in table(out, "recommendations")]
    assert shown == [("1", "accept", "yes"), ("2", "reject", "yes"), ("3", "reject", "no"), ("4", "accept", "no")]
    (line,) = told(out)
    assert line["what"].endswith("2 of 3 corrections of rows that are as they were then are applied")
    held = blocks((out / "report.html").read_bytes())
    assert [wish["number"] for wish in held["index"][0]["wishes"]] == ["1", "2"]
    assert [each["sha256"] for each in held["elsewhere"]] == [SHA256]
    before = published(out)
    assert run("--format", "csv,json,report") == 0
    assert published(out) == before
    (out / LYING).unlink()
    assert run("--format", "csv,json,report") == 0
    assert {row["checked"] for row in table(out, "recommendations")} == {"no"}
    assert "elsewhere" not in blocks((out / "report.html").read_bytes())


def test_another_document_of_the_same_name_is_left_alone(rows: Rows, run: Run, out: Path, document: Path) -> None:
    run()
    write(out / LYING, {**asked(rows[0], outcome="reject"), "read": row_digest(rows[0])})
    other = document.parent / "other" / NAME
    other.parent.mkdir()
    other.write_bytes(_again(DATA))
    assert run() == 0
    found = [(row["number"], row["outcome"]) for row in table(out, "recommendations") if row["corrected"]]
    assert found == [("1", "reject")]
    assert told(out) == []


def test_a_faulty_file_among_the_results_stops_the_run_and_is_named(
    run: Run, out: Path, tmp_path: Path, rows: Rows, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = published(out)
    write(out / LYING, {"text": 3})
    sound = write(tmp_path / "ours.json", asked(rows[0], outcome="reject"))
    capsys.readouterr()
    assert run("--corrections", sound) == 2
    told_of = capsys.readouterr().err
    assert f"{out / LYING}: documents[0].rows[0].text: 3 is not text" in told_of.replace("\n", "")
    assert published(out) == before


def test_the_file_among_the_results_may_be_named_too(rows: Rows, run: Run, out: Path) -> None:
    run()
    write(out / LYING, asked(rows[0], add("Wardens walk")), asked(rows[1], strike("nothing")))
    run()
    before = published(out)
    assert run("--corrections", out / LYING) == 0
    assert published(out) == before
    assert len(told(out)) == 1


def test_a_faulty_file_stops_the_run_before_it_starts(
    run: Run, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--corrections", write(tmp_path / "ours.json", {"text": 3}, {"txt": "a"})) == 2
    printed = capsys.readouterr().err
    assert "ours.json: documents[0].rows[0].text: 3 is not text; documents[0].rows[1].txt: nothing is known" in printed
    assert not out.exists()
    assert run("--corrections", tmp_path / "gone.json") == 2
    assert "gone.json" in capsys.readouterr().err


def test_the_file_may_lie_among_the_documents(rows: Rows, run: Run, out: Path, document: Path) -> None:
    assert run("--corrections", write(document.with_name("ours.json"), asked(rows[0], outcome="reject"))) == 0
    assert [row["source_name"] for row in table(out, "documents")] == [NAME]
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["options"]["corrections"].endswith("ours.json")


def test_corrections_do_not_depend_on_the_number_of_workers(
    everything: list[Row], run: Run, out: Path, document: Path, tmp_path: Path
) -> None:
    ours = str(write(tmp_path / "ours.json", *everything))
    run("--corrections", ours)
    other = tmp_path / "other"
    assert pipeline.main([str(document), "-o", str(other), "--jobs", "1", "--corrections", ours, "--quiet"]) == 0
    assert published(other) == published(out)


def test_gold_of_a_document_that_is_all_checked_scores_full_marks(
    everything: list[Row], run: Run, out: Path, tmp_path: Path
) -> None:
    ours = write(tmp_path / "ours.json", *({**row, "checked": True} for row in everything))
    run("--corrections", ours)
    assert make_gold([str(ours), str(out)]) == 0
    (gold,) = load_gold(out / "gold").values()
    (path,) = out.glob("response-*.json")
    tallies = count(score(gold, decode_report(path.read_bytes())))
    assert {measure: tally.value for measure, tally in tallies.items() if tally.expected} == dict.fromkeys(
        (
            "rows",
            "outcome",
            "detail",
            "owners",
            "positions",
            "commitments",
            "status",
            "actor",
            "name",
            "deadline",
            "spans",
        ),
        1.0,
    )
    assert (gold.id, gold.recommendations[1].outcome.value) == ("response", "amend")


def test_gold_of_two_renderings_of_a_document_is_that_of_the_first(
    rows: Rows, run: Run, out: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document.with_name("response.again.txt").write_bytes(DATA + b"\n")
    other = hashlib.sha256(DATA + b"\n").hexdigest()
    checked = [{**asked(row), "checked": True} for row in rows]
    file = a_file(*checked)
    file["documents"].append({"sha256": other, "name": "response.again.txt", "rows": checked})
    ours = out.with_name("ours.json")
    ours.write_text(json.dumps(file))
    run("--corrections", ours)
    capsys.readouterr()
    assert make_gold([str(ours), str(out)]) == 0
    assert "response.again.txt: " in capsys.readouterr().out
    assert len(list((out / "gold").iterdir())) == 1


def test_all_forms_of_output_tell_the_same(everything: list[Row], run: Run, out: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    struck = {**everything[2], "struck": True}
    missed = {"text": "That benches be set up", "number": "4", "missed": True, "set": {"response": "Yes."}}
    ours = write(tmp_path / "ours.json", *everything[:2], struck, missed)
    assert run("--corrections", ours, "--format", "csv,json,xlsx,sqlite,report") == 0
    told_by_csv = [(row["number"], row["recommendation"], row["outcome"]) for row in table(out, "recommendations")]
    (path,) = out.glob("response-*.json")
    told_by_json = [
        (row.number, row.text, row.outcome.value) for row in decode_report(path.read_bytes()).recommendations
    ]
    with closing(sqlite3.connect(out / "scrutiny.db")) as database:
        told_by_sqlite = list(database.execute("SELECT number, recommendation, outcome FROM recommendations"))
    sheet = openpyxl.load_workbook(out / "recommendations.xlsx", read_only=True)["Recommendations"]
    cells = [{str(cell.value) for cell in row} for row in sheet.iter_rows()]
    assert told_by_csv == told_by_json == told_by_sqlite
    assert [number for number, _, _ in told_by_csv] == ["1", "3", "4"]
    assert all(any(set(row) <= each for each in cells) for row in told_by_csv)
    assert not any("That the forum of tenants be held" in cell for each in cells for cell in each)


def test_gold_tells_what_was_read_from_what_was_put_right(
    everything: list[Row], run: Run, out: Path, tmp_path: Path
) -> None:
    ours = write(tmp_path / "ours.json", *({**row, "checked": True} for row in everything))
    run("--corrections", ours)
    make_gold([str(ours), str(out), "--to", str(tmp_path / "gold")])
    run()
    (path,) = out.glob("response-*.json")
    (gold,) = load_gold(tmp_path / "gold").values()
    tallies = count(score(gold, decode_report(path.read_bytes())))
    worse = {measure for measure, tally in tallies.items() if tally.value is not None and tally.value < 1}
    assert worse >= {"rows", "outcome", "owners", "commitments"}


def test_no_gold_is_made_of_a_document_that_is_not_all_checked(
    everything: list[Row], run: Run, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = write(tmp_path / "ours.json", *everything)
    run("--corrections", ours)
    capsys.readouterr()
    assert make_gold([str(ours), str(out)]) == 0
    assert capsys.readouterr().out == f"{NAME}: 2 of 3 rows are not checked\n"
    assert make_gold([str(ours), str(tmp_path)]) == 0
    assert "there is no JSON of it" in capsys.readouterr().out
    assert make_gold([str(tmp_path / "gone.json"), str(out)]) == 2
    assert not (out / "gold").exists()

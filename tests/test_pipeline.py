"""The command: what it writes, prints and returns, and that one bad file never stops the others."""

import csv
import json
from pathlib import Path

import pytest

import pipeline
from extract import read_report
from extract.results import Result, Status
from extract.running.summary import summarise_document

TABLE = (
    "Response of Leeds City Council, 14 January 2025\n\n"
    "Recommendation\tAccept or reject\tLead\tComments\n"
    "Recommendation 1: That a plan be published\tAccept\tCouncil\tWe will publish a plan by 31 March 2025.\n"
    "Recommendation 2: That a forum be held\tReject\tCouncil\t=cmd() is not what we do.\n"
)


@pytest.fixture
def response(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "response.txt"
    path.parent.mkdir()
    path.write_text(TABLE, encoding="utf-8")
    return path


def main(*arguments: str | Path) -> int:
    """The exit code of a run in this process, which has the language model loaded already."""
    return pipeline.main([*map(str, arguments), "--jobs", "0"])


def published(folder: Path) -> dict[str, bytes]:
    """What a run has written for people, by name, but for the times that it took."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*") if path.name != "run.json"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def test_a_document_becomes_its_tables(response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(response, "-o", out) == 0
    recommendations = rows(out / "recommendations.csv")
    assert [(r["number"], r["outcome"], r["owners"]) for r in recommendations] == [
        ("1", "accept", "Leeds City Council"),
        ("2", "reject", "Leeds City Council"),
    ]
    (made,) = [r for r in rows(out / "commitments.csv") if r["status"] == "planned"]
    assert (made["deadline_end"], made["actor"]) == ("2025-03-31", "Leeds City Council")
    printed = capsys.readouterr().out
    assert "Leeds City Council, 14 January 2025" in printed
    assert "2 recommendations: 1 accept, 1 reject" in printed


def test_a_bad_file_is_named_and_the_others_are_read(
    response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (response.parent / "broken.pdf").write_bytes(b"%PDF-1.7 rubbish")
    (response.parent / "empty.txt").write_bytes(b"")
    out = tmp_path / "out"
    assert main(response.parent, tmp_path / "gone.pdf", "-o", out) == 1
    documents = {r["source_name"]: r for r in rows(out / "documents.csv")}
    assert {name: r["status"] for name, r in documents.items()} == {
        "broken.pdf": "failed",
        "empty.txt": "failed",
        "response.txt": "ok",
        "gone.pdf": "failed",
    }
    assert all(r["error"] for name, r in documents.items() if name != "response.txt")
    assert len(rows(out / "recommendations.csv")) == 2
    assert "gone.pdf" in capsys.readouterr().out


def test_a_document_without_a_response_says_so_and_is_no_error(
    response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (response.parent / "minutes.txt").write_text(
        "Minutes of the Cabinet of Leeds City Council, 3 March 2024\n\n1. Apologies\nThere were none.\n\n2. Budget\n"
        "Recommendation: that Cabinet approves the budget.\nThe Cabinet approved the budget for the year.\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    assert main(response.parent, "-o", out) == 0
    documents = {r["source_name"]: r for r in rows(out / "documents.csv")}
    empty = documents["minutes.txt"]
    assert (empty["status"], empty["recommendations"], empty["error"]) == ("no_response", "0", "")
    assert empty["warnings"].startswith("No recommendation with a response was found")
    assert json.loads((out / f"{empty['document_id']}.json").read_text(encoding="utf-8"))["recommendations"] == []
    assert len(rows(out / "recommendations.csv")) == 2
    assert "1 document without a response" in capsys.readouterr().out


def test_quiet_prints_nothing_but_what_failed(
    response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(response, "-o", tmp_path / "out", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert main(tmp_path / "gone.pdf", "-o", tmp_path / "out", "--quiet") == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("gone.pdf")) == ("", 1)


def test_what_the_document_does_not_say_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "response.txt"
    path.write_text(TABLE.split("\n\n")[1].replace("by 31 March 2025", "within six months"), encoding="utf-8")
    out = tmp_path / "out"
    given = ["--authority", "York", "--document-date", "2024-03-11"]
    assert main(path, "-o", out, *given) == 0
    report = json.loads(next(out.glob("response-*.json")).read_text(encoding="utf-8"))
    assert report["document"]["authority"]["name"] == "City of York Council"
    assert report["document"]["date"]["basis"] == "given"
    assert rows(out / "commitments.csv")[0]["deadline_end"] == "2024-09-11"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "--document-date", "31/03/2024"],
        ["a.txt", "--jobs", "few"],
        ["a.txt", "--nonsense"],
        ["a.txt", "--format", "xml"],
        ["a.txt", "--format", "csv,plots"],
        ["a.txt", "--timeout", "-1"],
        ["a.txt", "--jobs", "0", "--cluster", "local"],
    ],
)
def test_wrong_usage_is_told_with_its_own_exit_code(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        pipeline.main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_charts_are_added_by_a_switch_of_their_own(
    response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(response, "-o", out, "--format", "csv", "--plots") == 0
    charts = {path.name for path in (out / "plots").iterdir()}
    assert {"outcomes.svg", "outcomes.png", "deadlines.svg", "deadlines.png"} <= charts
    options = json.loads((out / "run.json").read_text(encoding="utf-8"))["options"]
    assert (options["format"], options["plots"]) == ("csv", True)
    with pytest.raises(SystemExit):
        main(response, "--format", "plots")
    assert "charts are written with --plots" in capsys.readouterr().err


def test_a_folder_without_files_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path, "-o", tmp_path / "out") == 2
    assert "no file" in capsys.readouterr().err


def test_results_that_cannot_be_written_are_told(
    response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("a file")
    assert main(response, "-o", tmp_path / "out") == 1
    assert "out" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_are_printed(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(option)
    assert ended.value.code == 0
    assert capsys.readouterr().out


def test_the_summary_tells_a_long_list_short(checkout: Path) -> None:
    report = read_report(checkout / "samples" / "violence-reduction-partnership.txt")
    source = report.document.source
    result = Result(
        name=source.name, sha256=source.sha256, media_type=source.media_type, status=Status.OK, report=report
    )
    text = summarise_document(result).plain
    assert "9 recommendations: 9 accept" in text
    assert "9: Metropolitan Police Service does not share the outcome" in text
    assert "8: Accepted, and nothing is said about what will be done." in text


OWN = "id,name,type,aliases\nour:hub,Mill Road Hub,charity,The Hub|MRH\n"


@pytest.fixture
def partners(tmp_path: Path) -> Path:
    """A folder of a few responses that name a body of no public register, with the council's own register in it."""
    folder = tmp_path / "responses"
    folder.mkdir()
    for number in range(6):
        asked = TABLE.replace("Council\tWe will", f"MRH\tIn year {number} Mill Road Hub will").replace(
            "a plan", "plans"
        )
        (folder / f"{number}.txt").write_text(asked, encoding="utf-8")
    (folder / "ours.csv").write_bytes(OWN.encode("utf-8-sig"))
    return folder


@pytest.mark.slow
def test_a_register_of_ones_own_is_read_whatever_the_number_of_workers(partners: Path, tmp_path: Path) -> None:
    given = [str(partners), "--organisations", str(partners / "ours.csv"), "--quiet"]
    assert pipeline.main([*given, "-o", str(tmp_path / "one"), "--jobs", "1"]) == 0
    assert pipeline.main([*given, "-o", str(tmp_path / "two"), "--jobs", "2"]) == 0
    assert published(tmp_path / "one") == published(tmp_path / "two")
    assert len(rows(tmp_path / "one" / "documents.csv")) == 6
    assert {(row["owners"], row["owner_ids"]) for row in rows(tmp_path / "one" / "recommendations.csv")} == {
        ("Mill Road Hub", "our:hub"),
        ("Leeds City Council", "gss:E08000035"),
    }
    assert "our:hub" in {row["organisation_id"] for row in rows(tmp_path / "one" / "organisations.csv")}


def test_without_the_register_its_bodies_are_not_known(partners: Path, tmp_path: Path) -> None:
    assert main(partners / "0.txt", "-o", tmp_path / "out", "--quiet") == 0
    assert "our:hub" not in {row["organisation_id"] for row in rows(tmp_path / "out" / "organisations.csv")}


def test_a_faulty_register_stops_the_run_before_it_starts(
    partners: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (partners / "ours.csv").write_text("id,name\n1,A Trust\n1,\n")
    given = [str(partners), "--organisations", str(partners / "ours.csv"), "-o", str(tmp_path / "out")]
    assert pipeline.main(given) == 2
    told = capsys.readouterr().err
    assert "line 3: the name is empty; line 3: the id “1” stands on line 2 too" in told
    assert not (tmp_path / "out").exists()


def test_a_register_can_be_given_in_a_notebook(partners: Path) -> None:
    report = read_report(partners / "0.txt", organisations=partners / "ours.csv")
    assert report.recommendations[0].owners[0].id == "our:hub"


def test_a_key_beside_the_table_says_whom_its_owners_initials_mean(tmp_path: Path) -> None:
    path = tmp_path / "keyed.html"
    path.write_text(
        "<h1>Response of Durham County Council</h1><table><tr><th>Recommendation</th><th>Decision</th><th>Lead Officer"
        "</th><th>Response</th></tr><tr><td>1. That trees be planted.</td><td>Accepted</td><td>NCC / REG?</td>"
        "<td>We will plant trees.</td></tr></table><p>Key</p><table><tr><td>NCC</td><td>Neighbourhoods and Climate "
        "Change</td></tr><tr><td>REG</td><td>Regeneration, Economy and Growth</td></tr></table>",
        encoding="utf-8",
    )
    (row,) = read_report(path).recommendations
    assert [(owner.name, str(owner.capacity), owner.uncertain) for owner in row.owners] == [
        ("Neighbourhoods and Climate Change", "lead", False),
        ("Regeneration, Economy and Growth", "lead", True),
    ]
    assert [flag.message for flag in row.flags if flag.code == "owner_uncertain"] == [
        "It is not sure who is to act: “REG?”."
    ]

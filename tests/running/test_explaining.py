"""What ``--explain`` prints: each finding with the sentences of its rules and the words that they were applied to."""

from pathlib import Path

import msgspec
import pytest

import pipeline
from extract import read_report
from extract.records import Because
from extract.running.explaining import explain_report, load_wording

TABLE = (
    "Response of Leeds City Council, 14 January 2025\n\n"
    "Recommendation\tAccept or reject\tLead\tComments\n"
    "Recommendation 1: That a plan be published\tAccept\tCouncil\tWe will publish a plan by 31 March 2025.\n"
    "Recommendation 2: That a forum be held\tReject\tCouncil\t\n"
)


@pytest.fixture
def response(tmp_path: Path) -> Path:
    path = tmp_path / "response.txt"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_each_finding_is_told_with_its_rules_and_words(response: Path) -> None:
    lines = [line.strip() for line in explain_report(read_report(response), load_wording()).plain.splitlines()]
    told = [
        "The decision cell says so. “Accept”  outcome_cell",
        "The owner column names it. “Council”  owner_cell",
        "The words mean whoever answers. “Council”  name_self",
        "The clause is worded as something that will be done. “will publish”  clause_planned:{will} DO:-foreseen",
        "The words (we, our officers) mean the body that speaks here. “We”  actor_speaker",
        "deadline  2025-03-31",
        "The clause itself says by when. “31 March 2025”  deadline_clause",
        "A day, with the name of its month. “31 March 2025”  date_day",
    ]
    assert [line for line in told if line not in lines] == []


def test_a_long_passage_is_cut_and_an_unknown_rule_is_told_by_its_code(response: Path) -> None:
    report = read_report(response)
    row = report.recommendations[0]
    strange = msgspec.structs.replace(row.outcome, because=(Because(rule="of_tomorrow", words="word " * 100),))
    rows = (msgspec.structs.replace(row, outcome=strange),)
    printed = explain_report(msgspec.structs.replace(report, recommendations=rows), load_wording()).plain
    (line,) = (line for line in printed.splitlines() if line.endswith("  of_tomorrow"))
    assert line.strip().startswith("of_tomorrow “word word")
    assert len(line) < 220


def test_the_command_explains_where_it_is_asked_to(
    response: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pipeline.main([str(response), "-o", str(tmp_path / "out"), "--jobs", "0"]) == 0
    assert "outcome_cell" not in capsys.readouterr().out
    assert pipeline.main([str(response), "-o", str(tmp_path / "out"), "--explain", "--jobs", "0"]) == 0
    assert "The decision cell says so. “Reject”  outcome_cell" in capsys.readouterr().out


def test_nothing_can_be_explained_quietly(response: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        pipeline.main([str(response), "--explain", "--quiet"])
    assert ended.value.code == 2

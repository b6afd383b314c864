"""What the report counts is what the tables count: asked in SQL of the database of the same run."""

import csv
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

import pipeline
from tests.writing.report.conftest import DOCUMENTS, Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

DAY = "2025-01-01"
ACCEPTED = "SELECT recommendation_id FROM recommendations WHERE outcome IN ('accept', 'amend')"
QUESTIONS: Mapping[str, str] = {
    "unanswered": "SELECT recommendation_id FROM unanswered WHERE why IN ('no response', 'no decision')",
    "noted": "SELECT recommendation_id FROM unanswered WHERE why IN ('only noted', 'deferred')",
    "contradicted": "SELECT recommendation_id FROM contradictions",
    "existing": "SELECT recommendation_id FROM already_there",
    "no-action": "SELECT recommendation_id FROM accepted_with_gaps WHERE no_action = 'yes'",
    "no-owner": "SELECT recommendation_id FROM accepted_with_gaps WHERE no_owner = 'yes'",
    "no-date": f"""{ACCEPTED} AND latest_deadline IS NULL AND recommendation_id NOT IN (
        SELECT recommendation_id FROM commitments WHERE deadline_text IS NOT NULL)""",
    "considered": f"""{ACCEPTED} AND recommendation_id IN (
        SELECT recommendation_id FROM recommendation_flags WHERE code = 'considered_only')""",
    "overdue": f"SELECT recommendation_id FROM who_owes_what WHERE deadline_end < '{DAY}' AND status <> 'ongoing'",
    "money": "SELECT recommendation_id FROM recommendation_flags WHERE code = 'conditional_on_money'",
    "conditional": "SELECT recommendation_id FROM depends_on WHERE depends_on = 'a condition'",
}
OPEN = "status IN ('planned', 'in_progress', 'considering')"
FIGURES: Mapping[str, str] = {
    "#list": "SELECT COUNT(*) FROM recommendations",
    "#list?outcome=accepted": f"SELECT COUNT(*) FROM ({ACCEPTED})",
    "#promises?open=yes": f"SELECT COUNT(*) FROM commitments WHERE {OPEN}",
    "#promises?overdue=yes": f"SELECT COUNT(*) FROM commitments WHERE {OPEN} AND deadline_end < '{DAY}'",
}


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run over many documents writes."""
    folder = tmp_path_factory.mktemp("counted")
    documents = [str(path) for path in sorted(DOCUMENTS.glob("*.txt")) + sorted(DOCUMENTS.glob("*.docx"))]
    assert len(documents) > 5
    run = [*documents, "-o", str(folder), "--format", "csv,sqlite,report", "--quiet", "--jobs", "0"]
    assert pipeline.main(run) == 0
    return folder


@pytest.fixture
def page(out: Path, opened: Opened) -> "Page":
    """The overview, on a day."""
    page = opened(out / "report.html")
    page.fill("#as-of", DAY)
    page.keyboard.press("Tab")
    return page


def _ask(out: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(out / "scrutiny.db")) as database:
        return list(database.execute(question))


def _number(words: str) -> int:
    return int(words.replace(",", ""))


def _lines(page: "Page", panel: str) -> Iterator[list[str]]:
    for line in page.locator(f".panel:has(#{panel}) tbody tr").all():
        yield line.locator("th, td").all_inner_texts()


def test_each_question_finds_the_rows_that_the_database_finds(out: Path, page: "Page") -> None:
    judged = 0
    for question, sql in QUESTIONS.items():
        wanted = {str(row) for (row,) in _ask(out, sql)}
        page.evaluate("address => { location.hash = address }", f"list?question={question}")
        page.wait_for_function(
            "question => document.getElementById('filter-question')?.value === question", arg=question
        )
        shown = page.inner_text("#count").split(" ")[0]
        found = set()
        for address in page.eval_on_selector_all(".item h2 a", "all => all.map(each => each.getAttribute('href'))"):
            found.add(re.sub(r"^(report/.*\.html)?#", "", address))
        assert _number(shown) == len(wanted), question
        assert {unquote(row) for row in found} <= wanted, question
        judged += len(wanted)
    assert judged > 100


def test_the_key_figures_are_those_of_the_database(out: Path, page: "Page") -> None:
    for address, sql in FIGURES.items():
        ((wanted,),) = _ask(out, sql)
        assert _number(page.inner_text(f".figures-row a[href='{address}'] strong")) == wanted, address


def test_the_tables_of_the_overview_count_what_the_csv_files_hold(out: Path, page: "Page") -> None:
    with (out / "recommendations.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with (out / "commitments.csv").open(encoding="utf-8-sig", newline="") as file:
        made = list(csv.DictReader(file))
    names = {"accept": "Accepted", "amend": "Accepted with changes", "reject": "Rejected", "none": "No decision"}
    outcomes = {name: sum(row["outcome"] == value for row in rows) for value, name in names.items()}
    assert {line[0].strip(): _number(line[1]) for line in _lines(page, "outcomes")} == {
        name: count for name, count in outcomes.items() if count
    }
    assert sum(_number(line[2]) for line in _lines(page, "statuses")) == len(made)
    dated = [each for each in made if each["deadline_end"]]
    page.click(".panel:has(#deadlines) summary")
    page.wait_for_selector(".panel:has(#deadlines) tbody tr")
    assert sum(_number(line[3]) for line in _lines(page, "deadlines")) == len(dated)


def test_each_flag_leads_to_as_many_rows_as_have_it(out: Path, page: "Page") -> None:
    sql = "SELECT code, COUNT(DISTINCT recommendation_id) FROM recommendation_flags GROUP BY code"
    wanted = {str(code): count for code, count in _ask(out, sql)}
    links = page.locator(".looks a[href*='flag=']")
    shown = {}
    for at in range(links.count()):
        code = (links.nth(at).get_attribute("href") or "").split("flag=")[1].split("&")[0]
        shown[code] = _number(links.nth(at).locator(".count").inner_text().split(" ")[0])
    assert shown == wanted

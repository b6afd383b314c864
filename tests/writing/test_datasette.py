"""Datasette shows the database as its metadata says."""

import asyncio
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest

from extract.records import Report
from extract.writing.columns import TABLES, TableType
from extract.writing.database.schema import described
from extract.writing.database.views import OVERDUE_AT, VIEWS, View
from extract.writing.details import DETAILS
from tests.writing.written import copies, write

application = pytest.importorskip("datasette.app")

every_table = pytest.mark.parametrize("table", [*TABLES, *DETAILS], ids=lambda table: table.name)
every_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)


class Shown:
    """What Datasette shows of the database in a folder, opened as by ``datasette scrutiny.db -m metadata.json``."""

    def __init__(self, folder: Path) -> None:
        """Open it."""
        metadata = json.loads((folder / "metadata.json").read_bytes())
        self._datasette = application.Datasette([str(folder / "scrutiny.db")], metadata=metadata)

    def page(self, path: str) -> str:
        """The text of a page."""
        answer = asyncio.run(self._datasette.client.get(path))
        assert answer.status_code == 200, answer.text
        return unescape(answer.text)

    def data(self, path: str) -> dict[str, Any]:
        """The same as data."""
        found = json.loads(asyncio.run(self._datasette.client.get(path)).text)
        assert isinstance(found, dict)
        return found

    def close(self) -> None:
        """Let go of the database."""
        for database in self._datasette.databases.values():
            database.close()
        self._datasette.executor.shutdown()


@pytest.fixture
def shown(report: Report, tmp_path: Path) -> Iterator[Shown]:
    """What is shown of two documents, one that was read and another with the same answers, and one that failed."""
    write("sqlite", copies(report, 3), tmp_path)
    shown = Shown(tmp_path)
    yield shown
    shown.close()


def test_the_tables_are_listed_and_what_serves_the_search_is_hidden(shown: Shown) -> None:
    about = shown.data("/scrutiny.json")
    assert {table["name"] for table in about["tables"] if not table["hidden"]} == {
        table.name for table in (*TABLES, *DETAILS)
    }
    assert {view["name"] for view in about["views"]} == {view.name for view in VIEWS}
    assert [query["name"] for query in about["queries"]] == ["overdue_at"]


def test_the_first_page_says_what_it_is_and_where_it_is_from(shown: Shown) -> None:
    page = shown.page("/")
    assert "Scrutiny recommendations and the answers to them" in page
    assert "The documents that the table “documents” lists, as scrutiny-extract read them" in page


@pytest.mark.parametrize("page", ["/", "/scrutiny"])
def test_each_question_is_a_click_away(page: str, shown: Shown) -> None:
    asked = re.findall('<li><a href="([^"]+)">([^<]+)</a></li>', shown.page(page).partition("<ul>")[2])
    questions = {view.title: view.name for view in (*VIEWS, OVERDUE_AT)}
    found = {title: urljoin(page, address) for address, title in asked if title in questions}
    assert found == {title: f"/scrutiny/{name}" for title, name in questions.items()}
    assert all(shown.page(address) for address in found.values())


def test_prose_has_room_without_a_file_being_fetched(shown: Shown) -> None:
    (look,) = re.findall('<link rel="stylesheet" href="(data:text/css,[^"]+)"', shown.page("/scrutiny/commitments"))
    columns = set(re.findall(r"\.col-(\w+)", unquote(look)))
    names = (each.name for each in (*TABLES, *DETAILS, *VIEWS))
    assert columns <= {name for each in names for name in shown.data(f"/scrutiny/{each}.json")["columns"]}


@every_table
def test_a_table_is_shown_with_its_title_and_every_column_described(table: TableType, shown: Shown) -> None:
    page = shown.page(f"/scrutiny/{table.name}")
    assert table.title in page
    for column in table.columns:
        assert f"<dt>{column.name}</dt><dd>{described(column)}</dd>" in page


@every_view
def test_a_view_is_shown_with_its_question_and_every_column_described(view: View, shown: Shown) -> None:
    page = shown.page(f"/scrutiny/{view.name}")
    assert view.title in page
    assert view.description in page
    columns = shown.data(f"/scrutiny/{view.name}.json")["columns"]
    assert re.findall("<dt>(.+?)</dt><dd>.+?</dd>", page) == columns


def test_rows_are_counted_by_what_people_filter_by(shown: Shown) -> None:
    facets = shown.data("/scrutiny/recommendations.json")["facet_results"]
    counted = {name: {each["value"]: each["count"] for each in facet["results"]} for name, facet in facets.items()}
    assert counted == {
        "outcome": {"accept": 2, "none": 2},
        "outcome_detail": {"not_stated": 2},
        "authority": {"Kent County Council": 4},
    }


@every_view
def test_a_view_counts_its_rows_too(view: View, shown: Shown) -> None:
    assert set(shown.data(f"/scrutiny/{view.name}.json")["facet_results"]) == set(view.facets)


def test_a_view_shows_what_it_answers(shown: Shown) -> None:
    (due, _) = shown.data("/scrutiny/who_owes_what.json?_shape=objects")["rows"]
    assert (due["who"], due["what"], due["deadline_end"]) == (
        "Kent County Council",
        "We will publish it by March 2023",
        "2023-03-31",
    )


@pytest.mark.parametrize(("day", "late"), [("2023-03-31", 0), ("2023-04-01", 2)])
def test_it_asks_for_the_day_at_which_things_are_overdue(day: str, late: int, shown: Shown) -> None:
    assert 'name="day"' in shown.page("/scrutiny/overdue_at")
    assert len(shown.data(f"/scrutiny/overdue_at.json?day={day}")["rows"]) == late


@pytest.mark.parametrize(
    ("table", "words", "count"),
    [("recommendations", "publishing", 2), ("recommendations", "zebra", 0), ("commitments", "published+march", 2)],
)
def test_words_are_searched_for(table: str, words: str, count: int, shown: Shown) -> None:
    assert 'name="_search"' in shown.page(f"/scrutiny/{table}")
    assert shown.data(f"/scrutiny/{table}.json?_search={words}")["filtered_table_rows_count"] == count


def test_a_row_leads_to_what_it_belongs_to(shown: Shown) -> None:
    page = shown.page("/scrutiny/commitments")
    recommendation, *_ = re.findall('href="(/scrutiny/recommendations/[^"]+)">1<', page)
    assert "- that the Council publish it" in shown.page(recommendation)
    document, *_ = re.findall('href="(/scrutiny/documents/[^"]+)">Réview.pdf<', page)
    assert "Health Scrutiny Committee" in shown.page(document)


def test_a_recommendation_leads_to_what_belongs_to_it(shown: Shown) -> None:
    address, *_ = re.findall('href="(/scrutiny/recommendations/0[^"]+)"', shown.page("/scrutiny/recommendations"))
    page = shown.page(address)
    for table in ("commitments", "dates", "organisations", "evidence", "recommendation_owners", "recommendation_flags"):
        assert f"/scrutiny/{table}?recommendation_id=" in page


def test_the_newest_documents_come_first(shown: Shown) -> None:
    assert "sorted by document_date descending" in shown.data("/scrutiny/documents.json")["human_description_en"]

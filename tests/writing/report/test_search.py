"""Words are found however a document spells them, and what was found is marked where it stands."""

from pathlib import Path

import pytest

from extract.records import Report
from tests.writing.report.conftest import Opened
from tests.writing.report.made import rows_of, write_rows

pytestmark = pytest.mark.slow

TEXTS = {
    "welsh": "Mae’r Cyngor yn cefnogi Tŷ Gŵyr, ger yr ŵyl.",
    "apart": "A multi agency board meets; the follow\u2011up is in 2023–24.",
    "hyphen": "A multi-agency board meets for children’s co-operation.",
    "glued": "Officers of thecouncil will report to the Overviewand Scrutiny panel.",
    "soft": "This is an ac\u00adcount of \u202eturned\u202c words, 50% (of £1.5m).",
    "far": "Nothing here. " * 60 + "The zebra crossing is at the end.",
}


@pytest.fixture
def page_file(report: Report, tmp_path: Path) -> Path:
    """A report of texts that are hard to search."""
    return write_rows(report, rows_of(report, TEXTS), tmp_path)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ty gwyr", ["welsh"]),
        ("TŶ GŴYR", ["welsh"]),
        ("w\u0302yl", ["welsh"]),
        ("mae'r", ["welsh"]),
        ("mae’r", ["welsh"]),
        ("children's", ["hyphen"]),
        ("multi-agency", ["apart", "hyphen"]),
        ("multiagency", ["hyphen"]),
        ('"multi agency board"', ["apart", "hyphen"]),
        ("follow-up", ["apart"]),
        ("followup", ["apart"]),
        ("2023-24", ["apart"]),
        ("cooperation", ["hyphen"]),
        ('"the council will"', ["glued"]),
        ('"overview and scrutiny"', ["glued"]),
        ("“overview and scrutiny”", ["glued"]),
        ("account turned", ["soft"]),
        ("50% £1.5m", ["soft"]),
        ("(of", ["soft"]),
        ("board -children", ["apart"]),
        ('board -"multi agency"', []),
        ("zebra", ["far"]),
        ('"', list(TEXTS)),
        ("-", list(TEXTS)),
        ('"zebra cross', ["far"]),
        ("board zebra", []),
    ],
)
def test_words_are_found_however_they_are_spelt(query: str, found: list[str], page_file: Path, opened: Opened) -> None:
    page = opened(page_file, "#list")
    page.fill("#search", query)
    assert page.locator(".item h2 a").all_inner_texts() == [f"Recommendation {label}" for label in found]


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("ty gwyr", ["Tŷ", "Gŵyr"]),
        ("multi-agency cooperation", ["multi-agency", "co-operation"]),
        ('"the council will"', ["thecouncil will"]),
        ("account", ["ac\u00adcount"]),
        ("zebra", ["zebra"]),
        ("follow-up 2023-24", ["follow\u2011up", "2023–24"]),
    ],
)
def test_what_was_found_is_marked_as_it_is_printed(
    query: str, marks: list[str], page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, "#list")
    page.fill("#search", query)
    assert page.locator(".excerpt mark").all_text_contents() == marks


def test_filters_and_words_hold_together(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#list?outcome=accept&q=school&status=planned")
    together = set(page.locator(".item h2 a").evaluate_all("all => all.map(each => each.href)"))
    apart = []
    for address in ("outcome=accept", "q=school", "status=planned"):
        page.evaluate("address => { location.hash = address }", f"list?{address}")
        page.wait_for_function("address => location.hash === '#list?' + address", arg=address)
        page.wait_for_function("() => document.querySelector('.more').hidden")
        apart.append(set(page.locator(".item h2 a").evaluate_all("all => all.map(each => each.href)")))
    assert together == set.intersection(*apart)
    assert together

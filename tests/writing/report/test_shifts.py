"""Nothing moves under the eyes of a reader: while a page opens, while views change, and while they are scrolled."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.records import Report
from tests.writing.report.conftest import Opened
from tests.writing.report.made import many_rows, write_rows
from tests.writing.written import copies, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

SHIFTS = """window.shifts = [];
    new PerformanceObserver(list => {
        for (const each of list.getEntries())
            shifts.push([each.value, each.sources.map(part => part.node?.outerHTML.slice(0, 80))]);
    }).observe({ type: 'layout-shift', buffered: true });"""


def _assert_still(page: "Page", when: str) -> None:
    page.wait_for_timeout(150)
    assert page.evaluate("shifts") == [], when


def _scroll(page: "Page", times: int, by: int = 900) -> None:
    for _ in range(times):
        page.mouse.wheel(0, by)
        page.wait_for_timeout(30)


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_on_the_way_through_the_views(width: int, report_file: Path, opened: Opened) -> None:
    page = opened(report_file, script=SHIFTS, width=width)
    _assert_still(page, "opening")
    _scroll(page, 8)
    _assert_still(page, "scrolling the overview")
    page.click("nav >> text=Recommendations")
    _assert_still(page, "the list")
    _scroll(page, 10)
    _scroll(page, 10, -900)
    _assert_still(page, "scrolling the list")
    page.fill("#search", "will")
    _assert_still(page, "searching")
    page.click(".item a >> nth=2")
    page.wait_for_selector(".rec-body")
    _scroll(page, 4)
    _assert_still(page, "a recommendation")
    page.click("nav >> text=Promises")
    _scroll(page, 10)
    _assert_still(page, "promises")


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_when_one_goes_back_far_down_a_list(
    width: int, report: Report, opened: Opened, tmp_path: Path
) -> None:
    write("report", copies(report, 120), tmp_path)
    page = opened(tmp_path / "report.html", "#list", script=SHIFTS, width=width)
    _scroll(page, 20)
    page.locator(".item a >> nth=70").scroll_into_view_if_needed()
    page.click(".item a >> nth=70")
    page.wait_for_url("**/report/**")
    _assert_still(page, "the page of a document")
    page.go_back()
    page.wait_for_selector(".item >> nth=70")
    _assert_still(page, "back")


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_with_many_rows(width: int, report: Report, opened: Opened, tmp_path: Path) -> None:
    page = opened(write_rows(report, many_rows(report, 300), tmp_path), "#list", script=SHIFTS, width=width)
    _scroll(page, 30)
    _scroll(page, 30, -900)
    _assert_still(page, "scrolling")


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_bar_is_as_high_before_the_program_runs(width: int, report_file: Path, browser: "Browser") -> None:
    heights = []
    for runs in (False, True):
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=runs)
        page = context.new_page()
        page.goto(report_file.as_uri())
        box = page.locator(".top").bounding_box()
        heights.append(box and box["height"])
        assert page.locator("main, footer").first.is_visible() is runs
        context.close()
    assert heights[0] == heights[1]

"""Who goes back finds what was left: the filter, the place in a long list, and the focus."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.records import Report
from tests.writing.report.conftest import Opened
from tests.writing.report.made import many_rows, write_rows
from tests.writing.written import copies, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

_TOP = "selector => Math.round(document.querySelector(selector).getBoundingClientRect().top)"


def _grow_to(page: "Page", number: int) -> None:
    """Scroll down until so many items are there."""
    while page.locator(".item").count() < number:
        page.mouse.wheel(0, 4000)
        page.wait_for_timeout(20)


def test_back_leads_to_the_place_in_a_long_list(report: Report, opened: Opened, tmp_path: Path) -> None:
    page = opened(write_rows(report, many_rows(report, 500), tmp_path), "#list?q=publish")
    _grow_to(page, 200)
    link = f".item a[href='#{report.document.id}/150']"
    page.locator(link).scroll_into_view_if_needed()
    top = page.evaluate(_TOP, link)
    page.click(link)
    page.wait_for_selector(".rec-body")
    assert page.evaluate("scrollY") == 0
    page.keyboard.press("j")
    page.wait_for_function("() => location.hash.endsWith('/151')")
    page.go_back()
    page.go_back()
    page.wait_for_selector(".item")
    assert page.input_value("#search") == "publish"
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"#{report.document.id}/150"
    assert abs(page.evaluate(_TOP, link) - top) < 40
    page.go_forward()
    page.wait_for_function("() => document.querySelector('h1').textContent === 'Recommendation 150'")


def test_a_page_that_is_loaded_again_is_as_far_down(report: Report, opened: Opened, tmp_path: Path) -> None:
    page = opened(write_rows(report, many_rows(report, 300), tmp_path), "#list")
    _grow_to(page, 120)
    page.evaluate("scrollTo(0, 9000)")
    page.wait_for_timeout(100)
    page.reload()
    page.wait_for_selector(".item >> nth=119")
    page.wait_for_timeout(100)
    assert abs(page.evaluate("scrollY") - 9000) < 600


def test_back_from_the_page_of_a_document_leads_to_the_list(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", copies(report, 90), tmp_path)
    page = opened(tmp_path / "report.html", "#list?outcome=accept")
    _grow_to(page, 60)
    link = ".item >> nth=55 >> a"
    address = page.get_attribute(link, "href")
    page.click(link)
    page.wait_for_url("**/report/**")
    page.go_back()
    page.wait_for_selector(".item >> nth=55")
    assert page.evaluate("document.activeElement.getAttribute('href')") == address


def test_no_heading_draws_the_window_to_itself(report: Report, opened: Opened, tmp_path: Path) -> None:
    page = opened(write_rows(report, many_rows(report, 3), tmp_path), f"#{report.document.id}/1")
    for view in ("list", "promises", "changes"):
        assert page.locator(f"[id={view}]").count() == 0
    page.click("nav >> text=Promises")
    page.wait_for_selector("#promise-day")
    assert page.evaluate("scrollY") == 0


def test_what_is_typed_in_a_form_stays_when_something_else_is_put_right(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#leeds-school-attendance-cards-a811f776/4")
    page.click("#edit-text")
    page.fill(".editor textarea", "Half a sentence")
    page.click("#edit-owners")
    page.fill(".editor .name >> nth=0", "Ada Fictitious")
    page.click("#check")
    assert page.input_value(".editor textarea") == "Half a sentence"
    assert page.input_value(".editor .name >> nth=0") == "Ada Fictitious"
    page.click(".editor:has(textarea) button[type=submit]")
    assert "Half a sentence" in page.inner_text(".ask .marked")
    assert page.input_value(".editor .name >> nth=0") == "Ada Fictitious"
    page.click(".editor:has(.name) button[type=submit]")
    assert page.locator(".editor").count() == 0
    assert "Ada Fictitious" in page.inner_text(".owners")


def test_a_page_out_of_the_store_of_the_browser_reads_corrections_again(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#leeds-school-attendance-cards-a811f776/4")
    page.click("#check")
    kept = "Object.keys(localStorage).find(name => name.includes(':corrections:'))"
    page.evaluate(f"localStorage.setItem({kept}, '9999999999999 []')")  # as another page would, later
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.inner_text("#check") == "Mark as checked"

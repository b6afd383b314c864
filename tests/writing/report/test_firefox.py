"""The analyst's way once more, in Firefox."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from extract.records import Report
from tests.writing.report.firefox import PROGRAM, Firefox, firefox
from tests.writing.written import copies, write

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason="Firefox is not installed")]

LEEDS = "leeds-school-attendance-cards-a811f776"
VIEWS = ("", "#list", "#list?outcome=reject&q=fee", "#promises", f"#{LEEDS}/4")
_ENTER = "\ue007"  # as WebDriver names the key


@pytest.fixture
def fox(tmp_path: Path) -> Iterator[Firefox]:
    """A Firefox that has told no fault in the end; what it saves lies in the folder ``profile``."""
    with firefox(tmp_path / "profile") as started:
        yield started
        assert started.faults() == []


def _text(fox: Firefox, selector: str) -> str:
    return str(fox.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector))


def _wait(condition: Callable[[], bool]) -> None:
    end = monotonic() + 10
    while not condition():
        assert monotonic() < end
        sleep(0.05)


def test_an_analyst_finds_corrects_and_exports_in_firefox(report_file: Path, fox: Firefox, tmp_path: Path) -> None:
    fox.go(report_file.as_uri())
    fox.click(".panel .figures a[href='#list?outcome=reject']")
    _wait(lambda: _text(fox, "#count") == "4 of 37 recommendations")
    fox.write("#search", "fee")
    assert _text(fox, "#count") == "1 of 37 recommendations"
    assert _text(fox, "mark.hit") == "fee"
    fox.run("location.hash = arguments[0]", f"{LEEDS}/3")
    _wait(lambda: _text(fox, "h1") == "Recommendation 3")
    _wait(lambda: fox.run("return document.querySelector('.sheet img').naturalWidth > 0"))
    fox.click("#edit-outcome")
    fox.write(".editor select", "Accepted with")
    fox.click(".editor button[type=submit]")
    assert "Accepted with changes" in _text(fox, ".decision")
    assert fox.run("return document.activeElement.id") == "edit-outcome"
    fox.tell("WebDriver:Refresh", {})
    assert "Accepted with changes" in _text(fox, ".decision")
    fox.click(".marked .chip")
    assert fox.run("return document.querySelectorAll('.box.picked').length") > 0
    fox.click("#corrections")
    assert fox.run("return document.querySelector('dialog').open")
    fox.click("dialog .editor-buttons button")
    fox.click("#export")
    saved = tmp_path / "profile" / "corrections.json"
    _wait(lambda: saved.exists() and saved.stat().st_size > 0)
    assert json.loads(saved.read_text("utf-8"))["documents"][0]["name"] == "leeds-school-attendance.cards.pdf"


def test_every_view_opens_in_firefox_without_a_fault(report_file: Path, fox: Firefox) -> None:
    for view in VIEWS:
        fox.go("about:blank")
        fox.go(f"{report_file.as_uri()}{view}")
        _wait(lambda: fox.run("return document.querySelectorAll('main h1').length === 1"))
        assert fox.run("return document.documentElement.scrollWidth <= innerWidth"), view


def test_a_divided_report_holds_together_in_firefox(report: Report, fox: Firefox, tmp_path: Path) -> None:
    write("report", copies(report, 90), tmp_path / "a #1 50%")
    batch = (tmp_path / "a #1 50%" / "report.html").as_uri()
    fox.go(f"{batch}#list")
    fox.run("document.querySelectorAll('.item a')[30].focus()")
    address = fox.run("return document.activeElement.getAttribute('href')")
    fox.press(_ENTER)
    _wait(lambda: "/report/" in str(fox.run("return location.href")) and _text(fox, "#check") != "")
    fox.click("#check")
    fox.tell("WebDriver:Back", {})
    _wait(lambda: "not exported yet" in _text(fox, "#banner"))
    _wait(lambda: fox.run("return document.activeElement.getAttribute('href')") == address)
    fox.go(f"{batch}#9-review-0a1b2c3d/1")
    _wait(lambda: _text(fox, "h1") == "Recommendation 1")

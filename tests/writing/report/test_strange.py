"""Reports of what is strange: texts that mean harm or never end, no rows or hundreds of them, odd labels and paths."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
import pytest

from extract.records import Report
from extract.results import Result, result_of
from tests.writing.report.conftest import Opened
from tests.writing.report.made import many_rows, rows_of, write_rows
from tests.writing.written import copies, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

ID = "review-0a1b2c3d"
TEXTS = {
    "script": "</script><script>alert(1)</script><!-- <b>&amp;&lt;</b> {{data}} ${x} %s",
    "ends": "a\u2028b\u2029c\u0000d\x01e\x1ff\x0bg\ufffe",
    "turned": "\u202eturned\u202c \u2066apart\u2069 \u200f",
    "long": "x" * 3000 + " " + "https://www.example.invalid/" + "y/" * 900,
    "wide": "🏙👩\u200d👩\u200d👧 e\u0301\u0301\u0301 ﬁ" * 40,
    "nothing": "",
}
LABELS = (
    *("R1/2 (a)", "#", "%", "a b", "%41", "?x=1&y=2", "é", "../x", "1.", "%2F", "a'b\"c", "<i>", "a#b", "list"),
    *("promises", "\u202e1", ".", "..", "a;b,c", "100%", "q=1", "document"),
)
VIEWS = ("", "#list", "#list?q=xx", "#promises", f"#{ID}", f"#{ID}/1")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("label", TEXTS)
def test_no_text_breaks_a_view_or_stands_out_of_it(
    label: str, width: int, report: Report, opened: Opened, tmp_path: Path
) -> None:
    text = TEXTS[label]
    rows = [
        msgspec.structs.replace(row, text=text, theme=text, timescale=text, progress=text)
        for row in rows_of(report, {label: text})
    ]
    page = opened(write_rows(report, rows, tmp_path), f"#{ID}/{label}", width=width)
    assert page.inner_text("h1") == f"Recommendation {label}"
    shown = page.text_content(".marked[data-field=response]") or "" if text else ""
    assert shown == text.replace("\x00", "\x00")
    for view in ("", f"#{ID}/{label}", "#list", "#promises"):
        page.evaluate("address => { location.hash = address }", view)
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
    page.evaluate("location.hash = 'list'")
    page.fill("#search", text[:40])
    assert page.locator(".item").count() <= 1


@pytest.mark.parametrize("number", [0, 70])
@pytest.mark.parametrize("label", LABELS)
def test_each_label_has_an_address_of_its_own(
    label: str, number: int, report: Report, opened: Opened, tmp_path: Path
) -> None:
    rows = rows_of(report, {each: f"Answer to {each}" for each in LABELS})
    first = result_of(msgspec.structs.replace(report, recommendations=rows))
    write("report", [first, *copies(report, number)], tmp_path)
    page = opened(tmp_path / "report.html", f"#{ID}/{quote(label, safe='')}")
    page.wait_for_selector(".rec-body")
    assert page.text_content(".marked[data-field=response]") == f"Answer to {label}"
    page.goto("about:blank")
    page.goto((tmp_path / "report.html").as_uri() + f"#list?document={ID}")
    page.locator(".item h2 a").nth(LABELS.index(label)).click()
    page.wait_for_selector(".rec-body")
    assert page.text_content(".marked[data-field=response]") == f"Answer to {label}"


def test_a_label_that_nobody_encoded_is_found(report: Report, opened: Opened, tmp_path: Path) -> None:
    file = write_rows(report, rows_of(report, {each: f"Answer to {each}" for each in LABELS}), tmp_path)
    for label in ("?x=1&y=2", "%41", "a b", "a#b", "100%"):
        page = opened(file, f"#{ID}/{label}")
        assert page.text_content(".marked[data-field=response]") == f"Answer to {label}"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("none", "No recommendation was read."),
        ("failed", "20 documents could not be read"),
        ("empty", "0 recommendations"),
    ],
)
def test_a_report_of_nothing_says_so_in_every_view(
    kind: str, words: str, report: Report, opened: Opened, tmp_path: Path
) -> None:
    nothing = result_of(msgspec.structs.replace(report, recommendations=()))
    lost = [each for each in copies(report, 60) if not each.report]
    write("report", {"none": [nothing], "failed": lost, "empty": []}[kind], tmp_path)
    for view in VIEWS:
        page = opened(tmp_path / "report.html", view, width=320)
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert view or words in page.inner_text("main")


def test_a_document_of_five_hundred_rows_is_shown_a_part_at_a_time(
    report: Report, opened: Opened, tmp_path: Path
) -> None:
    page = opened(write_rows(report, many_rows(report, 500), tmp_path), f"#{ID}")
    assert page.inner_text("#count") == "500 recommendations"
    assert page.locator(".item").count() == 40
    page.focus(".more button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.item a')")
    page.mouse.wheel(0, 20_000)
    page.wait_for_function("() => document.querySelectorAll('.item').length >= 120")
    page.goto(page.url.split("#")[0] + f"#{ID}/500")
    page.wait_for_selector(".rec-body")
    assert page.inner_text(".where") == "500 of 500"


@pytest.mark.parametrize("folder", ["a b", "1#2", "50%", "%20", "ä’ö", "a?b", "a;b"])
def test_a_report_opens_from_any_folder(folder: str, report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", copies(report, 70), tmp_path / folder)
    page = opened(tmp_path / folder / "report.html", "#list")
    page.click(".item h2 a >> nth=0")
    page.wait_for_url("**/report/0-review-0a1b2c3d.html#**")
    page.click("#check")
    page.click("nav >> text=Overview")
    page.click("text=The whole batch")
    page.wait_for_url("**/report.html")
    assert "not exported yet" in page.inner_text("#banner")


def test_documents_of_one_title_are_told_apart(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", _named(report, ("one.pdf", "other.pdf")), tmp_path)
    page = opened(tmp_path / "report.html", "#list")
    names = page.locator("#filter-document option").all_inner_texts()
    assert [name.split(", ")[-1] for name in names[1:]] == ["one.pdf (2)", "other.pdf (2)"]


def _named(report: Report, names: Sequence[str]) -> list[Result]:
    results = []
    for name in names:
        source = msgspec.structs.replace(report.document.source, name=name)
        document = msgspec.structs.replace(report.document, id=name.replace(".", "-"), source=source)
        results.append(result_of(msgspec.structs.replace(report, document=document)))
    return results


def test_a_list_of_many_documents_is_made_a_part_at_a_time(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", copies(report, 600), tmp_path)
    page = opened(tmp_path / "report.html")
    assert page.locator("*").count() < 2000
    assert page.locator(".panel:has(#documents) tbody tr").count() == 40
    assert page.locator(".failed li").count() == 20
    page.click(".failed summary")
    page.wait_for_function("() => document.querySelectorAll('.failed li').length === 200")
    page.locator(".panel:has(#documents) .more").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelectorAll('.panel:has(#documents) tbody tr').length > 40")
    page.evaluate("location.hash = 'list'")
    page.wait_for_selector("#filter-outcome")
    page.evaluate("document.getElementById('filter-document').dataset.same = 'yes'")
    page.select_option("#filter-outcome", "accept")
    page.wait_for_function("() => location.hash.includes('outcome=accept')")
    assert page.get_attribute("#filter-document", "data-same") == "yes"  # not made again for each answer


def test_a_browser_without_room_for_the_batch_says_so(report: Report, browser: "Browser", tmp_path: Path) -> None:
    file = write_rows(report, many_rows(report, 2), tmp_path)
    page = browser.new_page()
    page.add_init_script(
        "const parse = JSON.parse; JSON.parse = text => {"
        " if (text.startsWith('[')) throw new RangeError('Invalid string length'); return parse(text); }"
    )
    page.goto(file.as_uri())
    assert "too large for this browser" in page.inner_text("body")
    page.close()

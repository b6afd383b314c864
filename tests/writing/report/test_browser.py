"""The analyst's way through a report, in Chromium: see, check, correct, take along, and find it all again."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from extract.records import Report
from extract.results import result_of
from extract.writing.sinks import Options
from tests.writing.report.conftest import Opened
from tests.writing.report.reading_page import blocks, text_of
from tests.writing.report.test_sink import HOSTILE, PICTURE, hostile
from tests.writing.written import copies, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

LEEDS = "leeds-school-attendance-cards-a811f776"
NOTTINGHAM = "nottingham-prs-licensing-shaded-3b6a2eb0"
HAMPSHIRE = "hampshire-police-crime-panel-docx-2f629261"
VIEWS = ("", "#list", "#list?outcome=reject&q=fee", "#promises", f"#{LEEDS}/4", f"#{HAMPSHIRE}/2")
AT = "1970-01-01T00:00:00Z"


def _exported(page: "Page", button: str) -> dict[str, Any]:
    """What a file of corrections holds, but for its times."""
    with page.expect_download() as download:
        page.click(button)
    assert download.value.suggested_filename == "corrections.json"
    text = Path(download.value.path()).read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    assert data["exported"].endswith("Z")
    for row in (row for document in data["documents"] for row in document["rows"]):
        assert row.pop("at").endswith("Z")
        assert len(row.pop("read")) == 16
    return data


def test_an_analyst_finds_what_was_rejected_corrects_it_and_takes_it_along(report_file: Path, opened: Opened) -> None:
    page = opened(report_file)
    page.click(".panel:has(#outcomes) a:text-is('Rejected')")
    rejected = page.locator(".item h2 a")
    assert page.inner_text("#count") == f"{rejected.count()} of 37 recommendations"
    rejected.first.click()
    assert page.inner_text("h1") == "Recommendation 3"
    assert "The decision cell says so" in page.inner_text(".part:has(#outcome)")

    page.click("#edit-outcome")
    page.select_option(".editor select >> nth=0", "amend")
    page.select_option(".editor select >> nth=1", "in_part")
    page.click(".editor button[type=submit]")
    assert "Accepted with changes, in part" in page.inner_text(".decision")
    assert "Read as: Rejected" in page.inner_text(".part:has(#outcome)")
    assert page.evaluate("document.activeElement.id") == "edit-outcome"

    page.click("#edit-c1")
    page.select_option(".editor select", "planned")
    page.fill(".editor input[type=date] >> nth=1", "2027-03-31")
    page.click(".editor button[type=submit]")
    page.click("#strike-c2")
    page.click("#check")
    assert "31 March 2027" in page.inner_text("#promise-c1")
    assert "6 corrections not exported" not in page.inner_text("#banner")
    assert "5 corrections not exported" in page.inner_text("#banner")

    page.reload()
    assert page.inner_text("#check") == "✓ Checked"
    assert "31 March 2027" in page.inner_text("#promise-c1")
    data = _exported(page, "#export")
    (document,) = data["documents"]
    quotes = [made["quote"] for made in document["rows"][0]["commitments"]]
    assert (data["format"], data["version"], data["by"]) == ("scrutiny-extract corrections", 1, None)
    assert document["name"] == "leeds-school-attendance.cards.pdf"
    assert len(document["sha256"]) == 64
    assert document["rows"] == [
        {
            "number": "3",
            "text": page.inner_text(".ask .marked"),
            "checked": True,
            "by": None,
            "set": {"outcome": "amend", "detail": "in_part"},
            "commitments": [
                {
                    "do": "change",
                    "quote": quotes[0],
                    "field": "response",
                    "set": {"status": "planned", "deadline": {"start": None, "end": "2027-03-31"}},
                },
                {"do": "strike", "quote": quotes[1], "field": "response"},
            ],
        }
    ]
    assert page.inner_text("#banner") == ""


def test_a_file_of_corrections_is_taken_in_again(report_file: Path, opened: Opened, tmp_path: Path) -> None:
    page = opened(report_file, f"#{LEEDS}/1")
    sha256 = blocks(report_file.read_bytes())["index"][0]["sha256"]
    text = page.inner_text(".ask .marked")
    row = {"number": "1", "text": text, "set": {"outcome": "reject", "owners": [{"name": "The Mayor", "id": None}]}}
    lost = {"number": "1", "text": "That nobody said this.", "set": {"outcome": "reject"}}
    documents = [
        {"sha256": sha256, "name": "a.pdf", "rows": [row, lost]},
        {"sha256": "0" * 64, "name": "b.pdf", "rows": []},
    ]
    file = tmp_path / "corrections.json"
    file.write_text(
        json.dumps({"format": "scrutiny-extract corrections", "version": 1, "by": None, "documents": documents})
    )
    page.click("#corrections")
    page.set_input_files("dialog input[type=file]", file)
    page.wait_for_selector("#import-said:has-text('taken in')")
    assert page.inner_text("#import-said") == (
        "1 corrected row taken in. 1 row of the file fits none here any more. "
        "1 document of the file is not in this report; its corrections go along when you export."
    )
    page.keyboard.press("Escape")
    assert "Rejected" in page.inner_text(".decision")
    assert "The Mayor" in page.inner_text(".owners")
    assert page.inner_text("#banner") == ""
    page.keyboard.press("u")
    assert "Accepted" in page.inner_text(".decision")

    file.write_text('{"format": "other"}')
    page.click("#corrections")
    page.set_input_files("dialog input[type=file]", file)
    page.wait_for_selector("#import-said:has-text('This is no file of corrections.')")


def test_owners_and_text_are_corrected_and_each_change_is_undone(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{LEEDS}/4")
    before = page.inner_text(".rec-body")
    page.click("#edit-owners")
    page.click(".editor >> text=Add another")
    page.fill(".owner-line:last-child .name", "Ada Fictitious")
    page.click(".editor button[type=submit]")
    page.click("#edit-text")
    page.fill(".editor textarea", "That it be otherwise.")
    page.click(".editor button[type=submit]")
    assert page.inner_text(".ask .marked") == "That it be otherwise."
    assert "Ada Fictitious" in page.inner_text(".owners")
    page.keyboard.press("Control+z")
    page.click("#undo")
    assert page.inner_text(".rec-body") == before
    assert page.is_disabled("#undo")


def test_words_that_are_selected_become_a_promise(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{LEEDS}/4")
    words = "Nobody who gave evidence disagreed with the idea."
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector('.marked[data-field=response]'), 4);
            const node = walker.nextNode();
            const at = node.textContent.indexOf(words);
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }""",
        words,
    )
    page.click(".marker")
    assert words in page.inner_text(".promise:has-text('added')")
    made = _exported(page, "#export")["documents"][0]["rows"][0]["commitments"]
    assert made == [{"do": "add", "quote": words, "field": "response", "set": {"status": "planned"}}]


def test_a_promise_can_be_added_without_a_pointer_and_must_stand_there(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{LEEDS}/4")
    page.click("#add-promise")
    page.fill(".editor textarea", "We never said so")
    page.click(".editor button[type=submit]")
    assert "do not stand in this recommendation" in page.inner_text(".fault")
    page.fill(".editor textarea", "There is no budget for it")
    page.select_option(".editor select", "declined")
    page.click(".editor button[type=submit]")
    assert "Declined" in page.inner_text(".promise:has-text('There is no budget for it')")


def test_a_mark_leads_to_its_box_and_a_box_to_its_mark(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{NOTTINGHAM}/2")
    assert page.locator(".box.picked").count() == 0
    page.locator(".marked .chip").nth(1).click()
    assert page.locator(".box.picked").count() > 0
    assert page.locator(".picked-words").count() > 0
    page.locator(".box.on-promise:not(.picked)").first.click()
    assert page.get_attribute(".picked-words", "data-spans") is not None
    picked = page.get_attribute(".box.picked", "data-span")
    assert picked in (page.get_attribute(".picked-words", "data-spans") or "").split()


def test_the_picture_can_be_turned_over_and_made_larger(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{LEEDS}/4")
    width = page.locator(".sheet").bounding_box()
    page.click("button[aria-label=Larger]")
    larger = page.locator(".sheet").bounding_box()
    assert width is not None
    assert larger is not None
    assert larger["width"] > 1.4 * width["width"]
    page.select_option("#page", "1")
    assert "Page 1 of" in (page.get_attribute(".sheet img", "alt") or "")
    assert page.evaluate("document.querySelector('.sheet img').decode().then(() => true)")


def test_keys_lead_from_one_to_the_next_and_back(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#list?outcome=reject")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    first = page.inner_text(".rec-head")
    page.keyboard.press("j")
    assert page.inner_text(".where").startswith("2 of")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text(".rec-head") == first
    page.keyboard.press("c")
    assert page.inner_text("#check") == "✓ Checked"
    page.keyboard.press("?")
    assert "Next recommendation" in page.inner_text("dialog")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    assert page.inner_text("#check") == "✓ Checked"
    page.go_back()
    page.go_back()
    page.go_back()
    assert page.inner_text("h1") == "Recommendations"


def test_a_link_leads_to_a_recommendation_and_an_unknown_one_to_the_overview(report_file: Path, opened: Opened) -> None:
    assert opened(report_file, f"#{HAMPSHIRE}/4a").inner_text("h1") == "Recommendation 4a"
    assert opened(report_file, f"#{HAMPSHIRE}").inner_text("#count") == "8 of 37 recommendations"
    assert opened(report_file, "#nothing/9").inner_text("h1") == "Scrutiny responses"


def test_search_takes_words_phrases_and_what_must_be_missing(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#list")

    def found(query: str) -> int:
        page.fill("#search", query)
        return page.locator(".item").count()

    words, phrase = found("school fund"), found('"dedicated fund"')
    assert 0 < phrase <= words
    assert page.locator("mark.hit").count() > 0
    assert found('"dedicated fund" -schools') == 0
    assert found("zebra crossing of the moon") == 0
    assert found("") == 37
    page.fill("#search", "licence")
    page.reload()
    assert page.input_value("#search") == "licence"


def test_each_question_leads_to_as_many_rows_as_it_says(report_file: Path, opened: Opened) -> None:
    page = opened(report_file)
    page.fill("#as-of", "2025-01-01")
    page.keyboard.press("Tab")
    links = page.locator(".questions a[href*='question=']")
    said = [
        (links.nth(at).get_attribute("href"), links.nth(at).locator(".count").inner_text())
        for at in range(links.count())
    ]
    assert len(said) >= 8
    for address, count in said:
        page.evaluate("address => { location.hash = address }", address)
        page.wait_for_selector("#count")
        assert page.inner_text("#count").split(" of ")[0] == count


def test_what_is_overdue_depends_on_the_day_chosen(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#promises?overdue=yes")
    page.fill("#promise-day", "2000-01-01")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.promises tbody tr').length === 0")
    page.fill("#promise-day", "2040-01-01")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.promises tbody tr').length > 10")


@pytest.mark.parametrize("way", ["setItem", "localStorage"])
def test_a_browser_that_keeps_nothing_says_so_and_still_exports(way: str, report_file: Path, opened: Opened) -> None:
    refusal = {
        "setItem": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }",
        "localStorage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })",
    }[way]
    page = opened(report_file, f"#{LEEDS}/4", script=refusal)
    assert "This browser keeps nothing for this file" in page.inner_text("#banner")
    page.click("#check")
    assert page.inner_text("#check") == "✓ Checked"
    assert _exported(page, "#export")["documents"][0]["rows"][0]["checked"]


def test_chosen_colours_are_there_before_anything_is_drawn(report_file: Path, opened: Opened) -> None:
    early = """new MutationObserver((_, self) => {
        if (!document.body) return;
        self.disconnect();
        window.early = document.documentElement.dataset.theme;
    }).observe(document, { childList: true, subtree: true })"""
    page = opened(report_file, script=early)
    assert page.evaluate("window.early") is None
    page.click("#dark")
    page.reload()
    assert page.evaluate("window.early") == "dark"
    assert page.get_attribute("#dark", "aria-pressed") == "true"


def test_what_is_printed_is_what_is_filtered(report_file: Path, opened: Opened, tmp_path: Path) -> None:
    page = opened(report_file, "#list?outcome=reject&document=" + LEEDS)
    page.pdf(path=tmp_path / "briefing.pdf")
    words = text_of(tmp_path / "briefing.pdf")
    assert "Recommendation 3" in words
    assert "outcome: Rejected" in words
    assert "Recommendation 4" not in words
    assert "Filters" not in words


@pytest.mark.parametrize("place", ["#" + LEEDS, "#list?document=" + LEEDS])
def test_a_document_is_printed_as_a_paper_from_each_of_its_addresses(
    place: str, report_file: Path, opened: Opened, tmp_path: Path
) -> None:
    opened(report_file, place).pdf(path=tmp_path / "briefing.pdf")
    words = text_of(tmp_path / "briefing.pdf")
    assert "Inquiry into school attendance\r\nLeeds City Council" in words
    assert "Promises that are" not in words  # the form of filters


def test_the_table_of_promises_is_printed_without_its_form(report_file: Path, opened: Opened, tmp_path: Path) -> None:
    opened(report_file, "#promises").pdf(path=tmp_path / "promises.pdf")
    words = text_of(tmp_path / "promises.pdf")
    told = re.search(r"(\d+) promises, \d+ of them overdue", words)
    assert told is not None
    assert len(re.findall(r"\bRecommendation\b", words)) == int(told[1]) > 100  # a line each, not the first forty alone
    assert "Open or not" not in words
    assert "Show more" not in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(view: str, scheme: str, report_file: Path, opened: Opened) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    page = opened(report_file, view, scheme=scheme)
    _assert_accessible(page, Path(axe.__file__).parent / "axe.min.js")


def test_axe_finds_nothing_in_forms_and_dialogs(report_file: Path, opened: Opened) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    page = opened(report_file, f"#{LEEDS}/1")
    page.click(".marked .chip >> nth=0")
    forms = "edit-outcome edit-positions edit-owners edit-text edit-response edit-labels edit-c1 add-promise add-row"
    for button in (f"#{form}" for form in forms.split()):
        page.click(button)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    _assert_accessible(page, Path(axe.__file__).parent / "axe.min.js")
    page.keyboard.press("Tab")
    page.click("#corrections")
    _assert_accessible(page, Path(axe.__file__).parent / "axe.min.js")


def _assert_accessible(page: "Page", axe: Path) -> None:
    page.evaluate(axe.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations)")
    told = [(each["id"], each["impact"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]
    assert told == []


@pytest.mark.parametrize("width", [320, 375, 1280, 2560, 3840])
@pytest.mark.parametrize("view", VIEWS)
def test_no_window_is_too_narrow(view: str, width: int, report_file: Path, opened: Opened) -> None:
    page = opened(report_file, view, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_text_of_a_document_becomes_markup(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", [result_of(hostile(report))], tmp_path, Options(pictures=lambda _: (PICTURE,)))
    document = report.document.id
    for view in ("", "#list", "#list?q=img", "#promises", f"#{document}/1"):
        page = opened(tmp_path / "report.html", view)
        assert page.locator("#main img[src=x]").count() == 0
        assert page.locator("body > img, main > script").count() == 0
    assert HOSTILE.split("\u2028", maxsplit=1)[0] in (page.text_content(".ask .marked") or "")


def test_a_large_batch_opens_its_documents_from_the_list(report: Report, opened: Opened, tmp_path: Path) -> None:
    pages = write("report", copies(report, 70), tmp_path)
    page = opened(tmp_path / "report.html", "#list?q=publish")
    page.locator(".item h2 a").first.click()
    page.wait_for_url("**/report/0-review-0a1b2c3d.html#**")
    assert page.inner_text("h1") == "Recommendation 1"
    page.goto((tmp_path / "report.html").as_uri() + "#9-review-0a1b2c3d/1")
    page.wait_for_url("**/report/9-review-0a1b2c3d.html#**")
    assert blocks(pages["report/9-review-0a1b2c3d.html"])["about"]["alone"]
    page.click("nav >> text=Overview")
    page.click("text=The whole batch")
    page.wait_for_url("**/report.html")


def test_offsets_count_characters_where_some_are_wide(report: Report, opened: Opened, tmp_path: Path) -> None:
    row = report.recommendations[0]
    made = msgspec.structs.replace(row.commitments[0], start=3, end=35)
    wide = msgspec.structs.replace(
        row, response="🏙🏙 " + row.response, commitments=(made,), dates=(), organisations=(), positions=()
    )
    result = result_of(msgspec.structs.replace(report, recommendations=(wide,)))
    write("report", [result], tmp_path)
    page = opened(tmp_path / "report.html", f"#{report.document.id}/1")
    assert page.inner_text(".marked .seg.m-promise") == "We will publish it by March 2023"
    assert page.inner_text(".promise blockquote") == "We will publish it by March 2023"


def test_corrections_that_a_later_run_has_applied_are_no_longer_shown_as_such(
    report: Report, opened: Opened, tmp_path: Path
) -> None:
    write("report", [result_of(report)], tmp_path)
    page = opened(tmp_path / "report.html", f"#{report.document.id}/1")
    page.click("#edit-text")
    page.fill(".editor textarea", "That it be so.")
    page.click(".editor button[type=submit]")
    assert "Read as" in page.inner_text(".ask")
    row = msgspec.structs.replace(report.recommendations[0], text="That it be so.")
    write("report", [result_of(msgspec.structs.replace(report, recommendations=(row,)))], tmp_path)
    page.reload()
    assert page.inner_text(".ask .marked") == "That it be so."
    assert "Read as" not in page.inner_text(".ask")


def test_in_a_narrow_window_a_mark_leads_down_to_the_page(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{NOTTINGHAM}/2", width=375)
    page.locator(".promise .show").first.click()
    page.wait_for_timeout(100)
    box = page.locator(".page-panel").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 450


def test_a_page_without_a_picture_is_told(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", [result_of(report)], tmp_path)
    page = opened(tmp_path / "report.html", f"#{report.document.id}/1")
    assert "It stands on page 2, whose picture is not in this file." in page.inner_text(".rec-head")
    assert page.locator(".page-panel").count() == 0


def test_corrections_on_the_page_of_a_document_are_known_on_that_of_the_batch(
    report: Report, opened: Opened, tmp_path: Path
) -> None:
    pages = write("report", copies(report, 70), tmp_path)
    page = opened(tmp_path / "report/0-review-0a1b2c3d.html", "#0-review-0a1b2c3d/1")
    page.click("#check")
    page.goto((tmp_path / "report.html").as_uri() + "#list?checked=yes")
    assert page.inner_text("#count").startswith(f"{len(pages) - 1} of")  # all have the same bytes, so the same marks
    assert "1 correction not exported" in page.inner_text("#banner")


def test_a_page_of_one_document_exports_a_file_of_its_own(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", copies(report, 70), tmp_path)
    page = opened(tmp_path / "report/0-review-0a1b2c3d.html", "#0-review-0a1b2c3d/1")
    page.click("#check")
    with page.expect_download() as download:
        page.click("#export")
    assert download.value.suggested_filename == "corrections-0-review-0a1b2c3d.json"
    page.click("#corrections")
    assert "give the file with --corrections" in page.inner_text("dialog")

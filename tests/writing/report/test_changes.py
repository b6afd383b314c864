"""The view Changes of a report: how its batch differs from an earlier output."""

from pathlib import Path

import pytest

from extract.records import Report
from extract.writing.sinks import Options
from tests.writing.compared import HOSTILE, comparisons_of
from tests.writing.report.conftest import Opened
from tests.writing.report.reading_page import blocks
from tests.writing.written import copies, write

ID = "0-review-0a1b2c3d"
VIEWS = ("", "#changes", "#changes?kind=deadline_moved", f"#{ID}/1")


def _written(report: Report, folder: Path, number: int = 3) -> dict[str, bytes]:
    compared = comparisons_of(copies(report, number), folder / "compared")
    return write("report", copies(report, number), folder, Options(comparisons=compared))


def test_the_page_holds_every_change_and_ends_no_block(report: Report, tmp_path: Path) -> None:
    held = blocks(_written(report, tmp_path)["report.html"])["changes"]
    assert [len(each["changes"]) for each in held["comparisons"]] == [3, 3, 1]
    assert held["comparisons"][0]["changes"][1]["after"].endswith(HOSTILE)
    assert dict(held["kinds"])["deadline_moved"] == "Date moved"


def test_the_page_of_a_document_holds_its_own_changes(report: Report, tmp_path: Path) -> None:
    pages = _written(report, tmp_path, 100)
    first, last = (blocks(pages[f"report/{number}-review-0a1b2c3d.html"])["changes"] for number in (0, 99))
    assert [each["new"] for each in first["comparisons"]] == [ID]
    assert [each["new"] for each in last["comparisons"]] == ["99-review-0a1b2c3d"]
    assert len(blocks(pages["report.html"])["changes"]["comparisons"]) == len(pages)


def test_the_same_comparison_gives_the_same_bytes_and_none_no_block(report: Report, tmp_path: Path) -> None:
    assert _written(report, tmp_path) == _written(report, tmp_path)
    assert "changes" not in blocks(write("report", copies(report, 3), tmp_path)["report.html"])


@pytest.mark.slow
def test_changes_are_counted_filtered_and_lead_to_recommendations(
    report: Report, opened: Opened, tmp_path: Path
) -> None:
    _written(report, tmp_path)
    page = opened(tmp_path / "report.html")
    page.click("#views >> text=Changes")
    assert page.inner_text(".lead") == "7 of 7 changes since the earlier papers"
    assert page.locator("#main .item .kind").all_inner_texts() == [
        *(["Recommendation gone"] * 2),
        *(["Date moved"] * 2),
        *(["Further on"] * 2),
        "No later paper",
    ]
    assert page.locator(".item >> nth=0").locator("a").count() == 0  # what is gone has no place
    moved = page.inner_text(".item >> nth=2")
    assert "31 March 2025" in moved
    assert "91 days later" in moved
    assert "We will publish it" in moved
    assert "It is published" in moved
    assert "The date moved." not in moved  # the sentence would say the same again
    assert page.locator(".panel:has(#times) tbody tr").count() == 2
    assert "After 2025-03-13." in page.inner_text(".panel:has(#times)")
    page.click(".panel:has(#kinds) a:has-text('Further on')")
    assert page.inner_text(".lead").startswith("2 of 7")
    page.select_option("#change-kind", "")
    page.select_option("#change-organisation", "York Council")
    assert page.inner_text(".lead").startswith("1 of 7")
    assert page.locator(".item a").count() == 0
    page.click("text=Clear all")
    page.click(".item a >> nth=0")
    assert "91 days later" in page.inner_text(".part:has(#changed)")
    assert page.locator("#main img[src=x]").count() == 0


@pytest.mark.slow
def test_all_changes_are_printed_and_no_field_to_choose_in(report: Report, opened: Opened, tmp_path: Path) -> None:
    _written(report, tmp_path, 30)
    page = opened(tmp_path / "report.html", "#changes")
    assert page.locator("#main .item").count() < 61
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#main .item").count() == 61
    assert page.locator("#main .item >> nth=60").inner_text().startswith("Mould")
    assert not any(each.is_visible() for each in page.locator("#main select, #main button").all())


@pytest.mark.slow
def test_changes_are_put_in_the_order_of_the_papers(report: Report, opened: Opened, tmp_path: Path) -> None:
    _written(report, tmp_path)
    page = opened(tmp_path / "report.html", "#changes")
    page.select_option("#change-sort", "paper")
    kinds = page.locator("#main .item .kind").all_inner_texts()
    assert kinds == [*(["Date moved", "Further on", "Recommendation gone"] * 2), "No later paper"]


@pytest.mark.slow
def test_what_changed_is_a_question(report: Report, opened: Opened, tmp_path: Path) -> None:
    _written(report, tmp_path)
    page = opened(tmp_path / "report.html")
    page.click("text=What changed since the last response?")
    assert page.locator(".item").count() == 2
    assert page.inner_text("#count").startswith("2 of ")


@pytest.mark.slow
def test_without_a_comparison_nothing_is_asked_or_shown_of_it(report: Report, opened: Opened, tmp_path: Path) -> None:
    write("report", copies(report, 3), tmp_path)
    page = opened(tmp_path / "report.html", "#changes")
    assert page.inner_text("#views [aria-current]") == "Overview"
    assert "Changes" not in page.inner_text("#views")
    assert page.locator("text=What changed since the last response?").count() == 0


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, report: Report, opened: Opened, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    _written(report, tmp_path)
    for view in VIEWS:
        page = opened(tmp_path / "report.html", view, scheme=scheme)
        page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations)")
        assert [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found] == [], view


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_window_is_too_narrow(width: int, report: Report, opened: Opened, tmp_path: Path) -> None:
    _written(report, tmp_path)
    for view in VIEWS:
        page = opened(tmp_path / "report.html", view, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
        bar = page.locator("#views")
        assert bar.evaluate("each => each.scrollWidth <= each.clientWidth"), view

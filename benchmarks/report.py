"""Prints what reports cost and how quick they are in Chromium: ``python benchmarks/report.py [documents ...]``.

The pages are those of tests/quality/documents, given over and over under other names until there are enough: 100, 220
(2,000 recommendations) and 2,200 documents (20,000) unless told otherwise.
"""

import os
import resource
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from extract.flow import Wishes, read_result
from extract.results import Result, renamed
from extract.writing.report import ReportSink
from extract.writing.sinks import Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DOCUMENTS = Path(__file__).parent.parent / "tests" / "quality" / "documents"
NAMES = (
    "violence-reduction-partnership.ruled.pdf",
    "leeds-school-attendance.cards.pdf",
    "york-access-tracker.ruled.pdf",
    "nottingham-prs-licensing.shaded.pdf",
    "devon-send-transport.prose.pdf",
    "oxfordshire-flooding.portrait-ruled.pdf",
    "hampshire-police-crime-panel.docx.docx",
    "greenwich-domestic-abuse.report.pdf",
)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
FLAGS_OFFLINE = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
SIZES = (100, 220, 2200)
ROUNDS = 5
WINDOWS = (375, 1280)
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_SHIFTS = """window.shift = 0;
    new PerformanceObserver(list => { for (const each of list.getEntries()) shift += each.value; })
        .observe({ type: 'layout-shift', buffered: true });"""
_SEARCH = """value => {
    const search = document.getElementById('search');
    search.value = value;
    const began = performance.now();
    search.dispatchEvent(new Event('input'));
    document.getElementById('items').getBoundingClientRect();
    return performance.now() - began;
}"""
_GO = """address => new Promise(done => {
    const began = performance.now();
    addEventListener('hashchange', () => setTimeout(() => {
        document.getElementById('main').getBoundingClientRect();
        done(performance.now() - began);
    }), { once: true });
    location.hash = address;
})"""
_WORDS = ("a", "police", '"will be"', "-council", "zebra", "")
_FILTERS = ("outcome=reject", "outcome=accept", "question=overdue", "due=undated", "flag=doubt", "status=planned")
_ORDERS = ("sort=serious", "sort=deadline", "sort=owner", "sort=outcome")
_VIEWS = ("", "list", "promises", "promises?status=planned", "promises?sort=owner")


def main() -> None:
    """Build reports of so many documents, and open them."""
    began = perf_counter()
    read = [read_result((DOCUMENTS / name).read_bytes(), name, Wishes(pictures=True)) for name in NAMES]
    _tell(f"{len(read)} documents read and drawn in {perf_counter() - began:.1f} s")
    for wanted in [int(each) for each in sys.argv[1:]] or SIZES:
        with TemporaryDirectory() as folder:
            names = _build(read, wanted, Path(folder))
            sizes = [(Path(folder) / name).stat().st_size for name in names]
            _tell(f"  {len(names)} files, {sum(sizes) / 1e6:.1f} MB; report.html {sizes[0] / 1e6:.2f} MB")
            _open(Path(folder) / "report.html")


def _build(read: list[Result], wanted: int, folder: Path) -> tuple[str, ...]:
    before = _resident()
    began = perf_counter()
    sink = ReportSink(folder, Options(pictures=lambda result: result.pictures or ()), {})
    rows = 0
    for result in _many(read, wanted):
        rows += len(result.report.recommendations) if result.report else 0
        sink.add(result)
    names = sink.close()
    taken = perf_counter() - began
    each = 1000 * taken / wanted
    _tell(f"{wanted} documents, {rows} recommendations")
    _tell(f"  built in {taken:.2f} s, {each:.1f} ms a document, {_resident() - before:+.0f} MB at most")
    return names


def _many(read: list[Result], wanted: int) -> Iterator[Result]:
    for number in range(wanted):
        result = read[number % len(read)]
        yield renamed(result, f"{number:04}-{result.name}")


def _open(report: Path) -> None:
    """Open it afresh some times, filter it, and go through it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the rest does without

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS, *FLAGS_OFFLINE])
        _time_opening(browser, report)
        page = browser.new_page()
        page.goto(f"{report.as_uri()}#list")
        page.wait_for_selector(".item")
        _tell_times("search", [page.evaluate(_SEARCH, words) for words in _WORDS])
        _tell_times("filter", [page.evaluate(_GO, f"list?{asked}") for asked in _FILTERS])
        _tell_times("order", [page.evaluate(_GO, f"list?{asked}") for asked in _ORDERS])
        _tell_times("view", [page.evaluate(_GO, address) for address in _VIEWS])
        _tell(f"  memory of the page: {_memory(page):.0f} MB, of JavaScript alone")
        shifts = [_shift(browser, report, width) for width in WINDOWS]
        _tell(f"  layout shift on the way through: {' and '.join(f'{each:.4f}' for each in shifts)} at {WINDOWS} px")
        browser.close()


def _time_opening(browser: "Browser", report: Path) -> None:
    paints, usable = [], []
    for _ in range(ROUNDS):
        page = browser.new_page()
        began = perf_counter()
        page.goto(report.as_uri())
        page.wait_for_selector(".panel")
        usable.append(1000 * (perf_counter() - began))
        paints.append(_when_painted(page))
        page.close()
    _tell(f"  first paint {median(paints):.0f} ms; overview complete {median(usable):.0f} ms; median of {ROUNDS}")


def _tell_times(what: str, times: list[float]) -> None:
    _tell(f"  {what}: {median(times):.0f} ms, {max(times):.0f} ms at most")


def _memory(page: "Page") -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def _shift(browser: "Browser", report: Path, width: int) -> float:
    """How much moves while the views are gone through and scrolled, every movement counted."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(_SHIFTS)
    page.goto(report.as_uri())
    page.wait_for_selector(".panel")
    for view in ("Overview", "Recommendations", "Promises", "Recommendations"):
        page.click(f"nav >> text={view}")
        for _ in range(10):
            page.mouse.wheel(0, 900)
            page.wait_for_timeout(30)
    page.click(".item a >> nth=5")
    page.wait_for_selector(".rec-body")
    page.go_back()
    page.wait_for_selector(".item >> nth=5")
    page.wait_for_timeout(300)
    moved = float(page.evaluate("shift"))
    page.close()
    return moved


def _when_painted(page: "Page") -> float:
    page.wait_for_function(_PAINT)
    return float(page.evaluate(_PAINT))


def _resident() -> float:
    """The most megabytes that this process has had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def _tell(words: str) -> None:
    sys.stdout.write(words + os.linesep)
    sys.stdout.flush()


if __name__ == "__main__":
    main()

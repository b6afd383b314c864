"""Prints what a report costs and how quick it is in Chromium: ``python benchmarks/report.py [documents]``.

The pages are those of tests/quality/documents, given over and over under other names until there are enough.
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
    from playwright.sync_api import Page

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
ROUNDS = 5
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_FILTER = """value => {
    const search = document.getElementById('search');
    search.value = value;
    const began = performance.now();
    search.dispatchEvent(new Event('input'));
    document.getElementById('items').getBoundingClientRect();
    return performance.now() - began;
}"""
_FACET = """value => new Promise(done => {
    const began = performance.now();
    addEventListener('hashchange', () => setTimeout(() => {
        document.getElementById('items').getBoundingClientRect();
        done(performance.now() - began);
    }), { once: true });
    location.hash = 'list?outcome=' + value;
})"""


def main() -> None:
    """Build a report of so many documents, and open it."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    began = perf_counter()
    read = [read_result((DOCUMENTS / name).read_bytes(), name, Wishes(pictures=True)) for name in NAMES]
    _tell(f"{len(read)} documents read and drawn in {perf_counter() - began:.1f} s")
    with TemporaryDirectory() as folder:
        names = _build(read, wanted, Path(folder))
        sizes = [(Path(folder) / name).stat().st_size for name in names]
        _tell(f"{len(names)} files, {sum(sizes) / 1e6:.1f} MB; report.html {sizes[0] / 1e6:.2f} MB")
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
    _tell(f"{wanted} documents, {rows} recommendations: built in {taken:.2f} s, {_resident() - before:+.0f} MB at most")
    return names


def _many(read: list[Result], wanted: int) -> Iterator[Result]:
    for number in range(wanted):
        result = read[number % len(read)]
        yield renamed(result, f"{number:04}-{result.name}")


def _open(report: Path) -> None:
    """Open it afresh some times, and filter it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the rest does without

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS, *FLAGS_OFFLINE])
        paints, usable = [], []
        for _ in range(ROUNDS):
            page = browser.new_page()
            began = perf_counter()
            page.goto(report.as_uri())
            page.wait_for_selector(".panel")
            usable.append(1000 * (perf_counter() - began))
            paints.append(_when_painted(page))
            page.close()
        _tell(f"first paint {median(paints):.0f} ms; overview complete {median(usable):.0f} ms; median of {ROUNDS}")
        page = browser.new_page()
        page.goto(f"{report.as_uri()}#list")
        page.wait_for_selector(".item")
        searches = [page.evaluate(_FILTER, words) for words in ("a", "police", '"will be"', "-council", "zebra", "")]
        facets = [page.evaluate(_FACET, value) for value in ("reject", "accept", "none", "amend")]
        _tell(f"search: {median(searches):.0f} ms, {max(searches):.0f} ms at most (the first makes the index)")
        _tell(f"filter: {median(facets):.0f} ms, {max(facets):.0f} ms at most")
        browser.close()


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

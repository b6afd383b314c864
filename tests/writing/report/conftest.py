"""A report of real documents, open in Chromium; tests that need it are skipped where the browser is absent."""

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from extract.flow import Wishes, read_result
from extract.writing.report import ReportSink
from extract.writing.sinks import Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DOCUMENTS = Path(__file__).parent.parent.parent / "quality" / "documents"
NAMES = (
    "leeds-school-attendance.cards.pdf",
    "nottingham-prs-licensing.shaded.pdf",
    "hampshire-police-crime-panel.docx.docx",
    "york-access-tracker.ruled.pdf",
)

Opened = Callable[..., "Page"]

_SETTLED = "() => [undefined, location.hash].includes(document.documentElement.dataset.place)"


class _Settled:
    """A page that is looked at, and acted on, only once it shows what its address asks for."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a page has
        self._page.wait_for_function(_SETTLED, polling=5)
        return getattr(self._page, name)


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of four documents: cards, a shaded table, one without pages, and a tracker."""
    folder = tmp_path_factory.mktemp("report")
    read = [read_result((DOCUMENTS / name).read_bytes(), name, Wishes(pictures=True)) for name in NAMES]
    sink = ReportSink(folder, Options(pictures=lambda result: result.pictures or ()), {})
    for result in read:
        sink.add(result)
    sink.close()
    return folder / "report.html"


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium."""
    if CHROMIUM is None or not find_spec("playwright"):
        pytest.skip("Chromium or Playwright is not installed")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it need not be installed

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opened]:
    """Opens a file; in the end nothing may have been asked of a network, and no fault told on the console."""
    asked, faults, contexts = list[str](), list[str](), []

    def judge(route: "Route") -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    def open_(file: Path, place: str = "", *, script: str = "", width: int = 1280, scheme: str = "light") -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="light" if scheme == "light" else "dark",
            forced_colors="active" if scheme == "forced" else "none",
            reduced_motion="reduce",
            locale="en-GB",
        )
        contexts.append(context)
        context.route("**/*", judge)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{file.as_uri()}{place}")
        return cast("Page", _Settled(page))

    yield open_
    for context in contexts:
        context.close()
    assert asked == []
    assert faults == []

"""The report without a pointer, without colours of its own, in large letters and in narrow windows."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.writing.report.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

LEEDS = "leeds-school-attendance-cards-a811f776"
NOTTINGHAM = "nottingham-prs-licensing-shaded-3b6a2eb0"
HAMPSHIRE = "hampshire-police-crime-panel-docx-2f629261"
VIEWS = ("", "#list", "#list?outcome=reject&q=fee", "#promises", f"#{LEEDS}/4", f"#{HAMPSHIRE}/2")
FORMS = ("#edit-outcome", "#edit-owners", "#edit-text", "#edit-response", "#edit-labels", "#edit-c1", "#add-promise")
DIALOGS = ("#corrections", "#help")
WIDTHS = (320, 375, 1280)
_AXE = """axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .then(found => found.violations.map(each => [each.id, each.nodes.map(node => node.html.slice(0, 160))]))"""
_IN_FOCUS = """() => {
    const node = document.activeElement;
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    return {
        name: node.getAttribute('aria-label') ?? node.textContent.trim().slice(0, 60), id: node.id, tag: node.localName,
        isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        isInSight: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""
_LARGE = "document.documentElement.style.fontSize = '200%'"
_SPACED = """const style = document.createElement('style');
    style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
        + ' word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
    document.head.append(style);"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The program of axe-core."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


def _go(page: "Page", address: str) -> None:
    page.evaluate("address => { location.hash = address }", address.lstrip("#"))
    page.wait_for_selector("main h1")
    page.wait_for_timeout(50)


def _assert_accessible(page: "Page", axe: str, where: str) -> None:
    page.evaluate(axe)
    assert page.evaluate(_AXE) == [], where


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_window(width: int, scheme: str, report_file: Path, opened: Opened, axe: str) -> None:
    page = opened(report_file, width=width, scheme=scheme)
    for view in VIEWS:
        _go(page, view)
        _assert_accessible(page, axe, view)
    _go(page, f"#{LEEDS}/1")
    page.click(".marked .chip >> nth=0")
    for button in FORMS:
        page.click(button)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    _assert_accessible(page, axe, "forms")
    for button in DIALOGS:
        page.click(button)
        _assert_accessible(page, axe, button)
        page.keyboard.press("Escape")


def _overflow(page: "Page") -> Sequence[str]:
    """What stands out over the right of the window, of what is not made to be scrolled."""
    found: Sequence[str] = page.evaluate("""() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1
            && !each.closest('.scroller, .frame')).slice(0, 5).map(each => each.outerHTML.slice(0, 120))""")
    return found


@pytest.mark.parametrize(("width", "script"), [(640, _LARGE), (320, _SPACED), (1280, _LARGE)])
def test_large_and_spaced_letters_stay_in_the_window(
    width: int, script: str, report_file: Path, opened: Opened
) -> None:
    page = opened(report_file, width=width)
    page.evaluate(script)
    for view in VIEWS:
        _go(page, view)
        assert _overflow(page) == [], view
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def _focus(page: "Page", selector: str, key: str = "Tab") -> None:
    """Go on by a key until something is in focus."""
    for _ in range(400):
        page.keyboard.press(key)
        now = page.evaluate(_IN_FOCUS)
        assert now["tag"] in {"body", "html"} or (now["isSeen"] and now["isInSight"] and (now["name"] or now["id"])), (
            now
        )
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def _in_focus(page: "Page") -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.localName"))


def test_an_analyst_without_a_pointer_finds_corrects_and_exports(report_file: Path, opened: Opened) -> None:
    page = opened(report_file)
    page.keyboard.press("Tab")
    assert _in_focus(page) == "skip"
    page.keyboard.press("Enter")
    assert _in_focus(page) == "main"
    _focus(page, ".panel .figures a[href='#list?outcome=reject']")
    page.keyboard.press("Enter")
    page.wait_for_selector("#items")
    assert _in_focus(page) == "main"
    _focus(page, "#search")
    page.keyboard.type("the")
    assert page.inner_text("#live") == page.inner_text("#count")
    _focus(page, "#filter-status")
    page.keyboard.type("pl")
    page.wait_for_function("() => location.hash.includes('status=planned')")
    assert _in_focus(page) == "filter-status"
    assert page.inner_text("#live") == page.inner_text("#count")
    _focus(page, ".item a")
    page.keyboard.press("Enter")
    page.wait_for_selector(".rec-body")
    _focus(page, "#check")
    page.keyboard.press("Space")
    assert _in_focus(page) == "check"
    assert page.inner_text("#live") == "Checked"
    _focus(page, "#edit-outcome")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    _focus(page, ".editor button[type=submit]")
    page.keyboard.press("Enter")
    assert _in_focus(page) == "edit-outcome"
    assert page.inner_text("#live") == "Saved"
    _focus(page, "#strike-c1")
    page.keyboard.press("Enter")
    assert _in_focus(page) == "strike-c1"
    _focus(page, "#export", "Shift+Tab")
    with page.expect_download():
        page.keyboard.press("Enter")
    assert _in_focus(page) == "corrections"
    _focus(page, "#undo", "Shift+Tab")
    while page.is_enabled("#undo"):
        page.keyboard.press("Enter")
    assert _in_focus(page) == "corrections"
    page.go_back()
    page.wait_for_selector("#items")
    assert page.evaluate("document.activeElement.matches('.item a')")


def test_what_is_drawn_again_keeps_the_focus_where_it_was(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, f"#{LEEDS}/4")
    page.focus(".promise .why summary")
    page.keyboard.press("c")
    assert page.inner_text("#check") == "✓ Checked"
    assert page.evaluate("document.activeElement.matches('.promise .why summary')")
    page.click("#add-promise")
    page.fill(".editor textarea", "There is no budget for it")
    page.click(".editor button[type=submit]")
    page.focus(".promise:has-text('added') button:text-is('Remove')")
    page.keyboard.press("Enter")
    assert _in_focus(page) == "add-promise"


def test_a_dialog_gives_the_focus_back_though_the_page_was_drawn_again(
    report_file: Path, opened: Opened, tmp_path: Path
) -> None:
    page = opened(report_file, f"#{LEEDS}/4")
    page.click("#check")
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(tmp_path / "corrections.json")
    page.click("#corrections")
    page.set_input_files("dialog input[type=file]", tmp_path / "corrections.json")
    page.wait_for_selector("#import-said:has-text('taken in')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.id === 'corrections'")


def test_the_number_found_is_told_where_it_is_listened_to(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, "#promises")
    page.evaluate("document.getElementById('live').dataset.same = 'yes'")
    page.focus("#promise-status")
    page.select_option("#promise-status", "planned")
    page.wait_for_function("() => document.getElementById('live').textContent !== ''")
    assert page.inner_text("#live") == page.inner_text(".lead")
    assert page.get_attribute("#live", "data-same") == "yes"
    assert _in_focus(page) == "promise-status"
    page.click("#views >> text=Overview")
    assert page.inner_text("#live") == "Overview – Scrutiny responses"


def test_in_forced_colours_the_view_in_sight_can_be_told(report_file: Path, opened: Opened) -> None:
    page = opened(report_file, scheme="forced")
    colours = page.evaluate("""() => {
        const colour = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
        return {
            here: colour('#views [aria-current]', 'borderBottomColor'),
            there: colour('#views :not([aria-current])', 'borderBottomColor'),
            ground: colour('body', 'backgroundColor'),
            ink: colour('body', 'color'),
            axis: colour('.timeline text', 'fill'),
        };
    }""")
    assert colours["here"] != colours["there"] == colours["ground"]
    assert colours["axis"] == colours["ink"]


def test_nothing_moves_where_little_movement_is_wanted(report_file: Path, opened: Opened) -> None:
    page = opened(report_file)
    moving = (
        "[...document.querySelectorAll('*')].filter(each => parseFloat(getComputedStyle(each).transitionDuration) > 0)"
    )
    assert page.evaluate(f"{moving}.length") == 0

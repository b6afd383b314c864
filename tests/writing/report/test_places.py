"""What is outlined on the picture of a page holds the words that it is outlined for, by the PDF's own text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from pypdfium2 import PdfDocument

from extract.errors import ExtractError
from extract.flow import read_result
from extract.records import Commitment
from extract.results import PageMarks, Result
from tests.quality.benchmark import BESIDE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

_HERE = Path(__file__).parent
_SCRIPT = _HERE.parent.parent.parent / "extract" / "writing" / "report" / "assets" / "js" / "places.js"
_FOLDERS = (_HERE.parent.parent / "quality" / "documents", BESIDE / "docs")
_LEAST = 0.99
_NEAR = 1.0  # points around a box, in which it is outlined


class _Case(NamedTuple):
    """A commitment, the marks of its row, and the file that both are of."""

    path: Path
    made: Commitment
    marks: PageMarks


_Characters = Sequence[tuple[str, float, float]]
"""The characters of a page, each with its middle: from the left, and from the top."""


def _pages(path: Path) -> list[_Characters] | None:
    """The characters of a file's pages; ``None`` of scans and of turned pages, whose text lies otherwise."""
    document = PdfDocument(path)
    pages = [document[number] for number in range(len(document))]
    if any(page.get_rotation() for page in pages) or not any(page.get_textpage().count_chars() for page in pages):
        return None
    return [list(_characters(page)) for page in pages]


def _characters(page: Any) -> Iterator[tuple[str, float, float]]:  # noqa: ANN401 - pypdfium2 has no types
    text, height = page.get_textpage(), page.get_height()
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        yield text.get_text_range(at, 1), (left + right) / 2, height - (top + bottom) / 2


def _read(path: Path) -> Result | None:
    try:
        return read_result(path.read_bytes(), path.name)
    except ExtractError:  # a scan, where nothing recognises it
        return None


def _cases(path: Path) -> Iterator[_Case]:
    result = _read(path)
    if result is None or result.report is None:
        return
    for row in result.report.recommendations:
        for made in row.commitments:
            yield _Case(path, made, result.page_marks[row.id])


def _letters(words: str) -> str:
    """The letters and figures alone: white space and hyphens at the ends of lines are no words."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words)).casefold()


def _holds(pages: Sequence[_Characters], lines: Sequence[dict[str, Any]], words: str) -> bool:
    found = "".join(_text(pages[line["page"] - 1], line["box"]) for line in lines if line["box"])
    return _letters(words) in _letters(found)


def _text(page: _Characters, box: Sequence[float]) -> str:
    """The characters that have their middle in a box: what hangs down from the line above is none of its words."""
    x0, top, x1, bottom = box
    return "".join(each for each, x, y in page if x0 - _NEAR < x < x1 + _NEAR and top - _NEAR < y < bottom + _NEAR)


def test_the_lines_outlined_for_a_commitment_hold_its_words(browser: "Browser") -> None:
    page = browser.new_page()
    page.add_script_tag(path=_SCRIPT)
    judged, missed = 0, []
    for path in sorted({path.name: path for folder in _FOLDERS for path in folder.glob("*.pdf")}.values()):
        pages = _pages(path)
        for case in _cases(path) if pages else ():
            made = case.made
            found = page.evaluate(
                "([marks, field, start, end]) => linesOf(marks, field, start, end)",
                [[list(mark) for mark in case.marks], made.field.value, made.start, made.end],
            )
            judged += 1
            if pages and not _holds(pages, found, made.text):
                missed.append((path.name, made.text))
    page.close()
    assert judged > 200
    assert len(missed) <= (1 - _LEAST) * judged, missed


@pytest.mark.parametrize(
    ("span", "lines"),
    [((0, 5), [1]), ((5, 10), [1]), ((9, 11), [1, 2]), ((10, 12), [2]), ((0, 99), [1, 2, 3]), ((20, 21), [3])],
)
def test_a_stretch_stands_on_the_lines_that_it_touches(
    span: tuple[int, int], lines: list[int], browser: "Browser"
) -> None:
    marks = [
        ["response", 0, 1, [0, 1, 2, 3]],
        ["response", 10, 1, [0, 2, 2, 3]],
        ["text", 0, 9, None],
        ["response", 20, 2, [0, 3, 2, 3]],
    ]
    page = browser.new_page()
    page.add_script_tag(path=_SCRIPT)
    found = page.evaluate("([marks, start, end]) => linesOf(marks, 'response', start, end)", [marks, *span])
    page.close()
    assert [line["box"][1] for line in found] == lines
